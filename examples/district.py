"""Lập kế hoạch cho mọi trường của một huyện hoặc xã: ``python examples/district.py SỔ.xlsx THƯ_MỤC``."""

import sys
from pathlib import Path

import papi_docs as papi


def main(workbook: Path, out: Path) -> int:
    """Read the workbook, make the drafts, say what came of it."""
    try:
        district = papi.read_workbook(workbook)
    except papi.WorkbookError as error:
        print(error)
        return 1
    run = papi.generate(district, out=out, progress=True)
    for finding in run.all_findings:
        print(finding)
    print(run)
    return 0 if run.ok else 1


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2])))
