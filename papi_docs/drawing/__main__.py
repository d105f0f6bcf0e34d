"""``python -m papi_docs.drawing FOLDER``: write the shipped templates."""

import sys
from pathlib import Path

from papi_docs.drawing.parts import to_bytes
from papi_docs.drawing.text import draw, texts
from papi_docs.package import pack, unpack, write_whole

__all__ = ["main"]


def main(folder: Path) -> None:
    """Write every template, the same bytes each time."""
    for name in texts():
        write_whole(folder / f"{name}.docx", pack(unpack(to_bytes(draw(name)))), overwrite=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
