"""``python -m papi_docs.drawing FOLDER``: write the shipped templates."""

import sys
from pathlib import Path

from papi_docs.drawing.parts import to_bytes
from papi_docs.drawing.plan import draw_plan
from papi_docs.package import pack, unpack, write_whole

DRAWINGS = {"plan.docx": draw_plan}


def main(folder: Path) -> None:
    """Write every template, the same bytes each time."""
    for name, draw in DRAWINGS.items():
        write_whole(folder / name, pack(unpack(to_bytes(draw()))), overwrite=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
