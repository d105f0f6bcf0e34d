"""What kind of document it is, by its type, its number and what it has and lacks."""

import re
from collections.abc import Collection, Mapping, Sequence
from typing import Final

from papi_docs.checker.anatomy import Form, Part
from papi_docs.checker.naming.folding import fold
from papi_docs.checker.naming.patterns import begins_type, has_year, parsed_number
from papi_docs.checker.naming.words import LEGISLATION_TYPES, TYPES
from papi_docs.decree30 import DOCUMENT_TYPES
from papi_docs.vietnamese import squeeze

__all__ = ["form_of", "type_name_of"]

_FORMS: Final = {
    "quyet dinh": Form.DECISION,
    "nghi quyet": Form.RESOLUTION,
    "cong dien": Form.TELEGRAM,
    "giay moi": Form.INVITATION,
    "giay gioi thieu": Form.INTRODUCTION,
    "bien ban": Form.MINUTES,
    "giay nghi phep": Form.LEAVE,
    "cong van": Form.LETTER,
}
_LEGISLATIVE: Final = re.compile(r"(?:NĐ-CP|TT-[A-ZĐ]+|TTLT|QH\d+|PL-UBTVQH|L-CTN)", re.IGNORECASE)
_ANNEXED: Final = {"annex_number", "annex_reference"}
_CLEAR: Final = {"national_name", "issuer", "subject", "authority", "recipients_label"}
"""Elements that only an office's paper has together; one with a title of its own is no letter."""
_HEAD: Final = {"national_name", "motto", "number", "place_and_date", "issuer"}


def type_name_of(parts: Sequence[Part]) -> str:
    """``"Kế hoạch"``; its own words where the decree does not name it; empty where there is no type."""
    part = _type_of(parts)
    if part is None:
        return ""
    known: Mapping[str, str] = {**TYPES, **LEGISLATION_TYPES}
    return known.get(_key(part)) or ("" if part.placeholder else squeeze(part.text).capitalize())


def form_of(parts: Sequence[Part], *, party: bool, copied: bool) -> Form:
    """The form that a document follows; ``party`` and ``copied`` say what its header showed besides."""
    main = _before_annex(parts)
    roles = {part.role for part in main}
    if party:
        return Form.OTHER
    if _is_legislation(main):
        return Form.LEGISLATION
    if copied and (not parts or parts[0].role not in _ANNEXED):
        return Form.COPY
    if not roles & {"national_name", "number", "motto"}:
        return Form.ANNEX if parts and parts[0].role in _ANNEXED else _headless(main)
    return _headed(main)


def _headed(main: Sequence[Part]) -> Form:
    roles, kind = {part.role for part in main}, _type_of(main)
    if kind is not None:
        key = _key(kind)
        return _FORMS.get(key) or _named(roles, key, placeholder=kind.placeholder)
    if "letter_subject" not in roles and (key := _key_of_symbol(main)):
        return _FORMS.get(key, Form.NAMED)
    if roles >= _CLEAR and not roles & {"letter_subject", "addressee"}:
        return Form.NAMED
    if roles & {"number", "issuer"} and (roles & {"letter_subject", "addressee"} or len(roles & _HEAD) >= 4):
        return Form.LETTER
    return Form.OTHER


def _key_of_symbol(main: Sequence[Part]) -> str:
    """The type that a symbol begins with, for a document whose type is missing: ``BC`` in ``BC-THTP3``."""
    number = next((part.text for part in main if part.role == "number"), "")
    first = parsed_number(number)[1].partition("-")[0]
    return next((fold(name) for name, short in DOCUMENT_TYPES.items() if short == first), "")


def _type_of(parts: Sequence[Part]) -> Part | None:
    return next((part for part in parts if part.role == "type"), None)


def _key(kind: Part | None) -> str:
    return begins_type(fold(kind.text)) if kind else ""


def _is_legislation(main: Sequence[Part]) -> bool:
    number = next((part.text for part in main if part.role == "number"), "")
    if _key(_type_of(main)) in LEGISLATION_TYPES or has_year(number):
        return True
    return bool(_LEGISLATIVE.search(number.partition("/")[2]))


def _before_annex(parts: Sequence[Part]) -> list[Part]:
    first = next((nth for nth, part in enumerate(parts) if part.role == "annex_number"), len(parts))
    return list(parts[:first])


def _named(roles: Collection[str], key: str, *, placeholder: bool) -> Form:
    """A type that the decree does not name is still an office's paper where a body numbers it."""
    if key or placeholder or {"number", "place_and_date"} <= set(roles):
        return Form.NAMED
    return Form.OTHER


def _headless(parts: Sequence[Part]) -> Form:
    """Without the header's main lines a document is one of the decree's only if much else says so."""
    roles, key = {part.role for part in parts}, _key(_type_of(parts))
    if key and {"issuer", "place_and_date"} & roles and {"authority", "recipients"} & roles:
        return _FORMS.get(key, Form.NAMED)
    return Form.OTHER
