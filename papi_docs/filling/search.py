"""Where templates are found: a district's own folders first, then those that are shipped."""

from collections.abc import Sequence
from pathlib import Path

from papi_docs.errors import TemplateError
from papi_docs.findings import Finding, Place, Severity

__all__ = ["SHIPPED", "find_template"]

_INSIDE_THE_WHEEL = Path(__file__).parents[1] / "_templates"
SHIPPED = _INSIDE_THE_WHEEL if _INSIDE_THE_WHEEL.is_dir() else Path(__file__).parents[2] / "templates"
"""The shipped templates: inside an installed package, at the root of a checkout."""


def find_template(name: str, folders: Sequence[Path] = ()) -> Path:
    """Path of ``name`` (``plan.docx``) in the first folder that has it, the shipped ones last.

    Raises:
        TemplateError: no folder has it, or ``name`` is more than a file name.
    """
    if Path(name).name != name:
        raise _not_found(name, "tên mẫu chỉ là tên tệp, không kèm thư mục")
    for folder in (*folders, SHIPPED):
        if (folder / name).is_file():
            return folder / name
    looked = ", ".join(str(folder) for folder in (*folders, SHIPPED))
    raise _not_found(name, f"đã tìm trong {looked}; chép mẫu vào một trong các thư mục đó")


def _not_found(name: str, reason: str) -> TemplateError:
    finding = Finding("template-not-found", Severity.FAULT, reason, Place(file=name))
    return TemplateError(f'Không tìm thấy mẫu "{name}".', [finding])
