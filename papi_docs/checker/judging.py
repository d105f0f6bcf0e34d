"""Judging one document by every rule that applies to it."""

import warnings
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from papi_docs.checker.anatomy import Anatomy
from papi_docs.checker.codes import codes_meant
from papi_docs.checker.naming import name
from papi_docs.checker.reading import read
from papi_docs.checker.report import Report
from papi_docs.checker.rule import CannotTell, Observation, Rule
from papi_docs.checker.rules import RULES
from papi_docs.checker.written import Written
from papi_docs.errors import CheckError
from papi_docs.findings import Finding, Place, Severity

__all__ = ["RuleWarning", "check", "chosen_rules", "judge", "judge_file"]


class RuleWarning(RuntimeWarning):
    """A rule broke down on a document: a bug in the rule. The answers of the others stand."""


def check(path: str | Path, *, select: Collection[str] = (), ignore: Collection[str] = ()) -> Report:
    """Judge a .docx file by Decree 30/2020/NĐ-CP.

    Args:
        path: the file, written by any program.
        select: codes of rules to ask, or their first words (``"motto"``); all where empty.
        ignore: codes not to ask, likewise.

    Raises:
        CheckError: the file cannot be read as a .docx document.
        UsageError: no rule has one of the codes.
    """
    rules = chosen_rules(select, ignore)
    return judge_file(path, rules)


def judge_file(path: str | Path, rules: Iterable[Rule]) -> Report:
    """What rules say of a file.

    Raises:
        CheckError: it cannot be read as a .docx document, or has no letter that could be judged.
    """
    return judge(name(_with_text(read(path))), rules)


def _with_text(written: Written) -> Written:
    """The same; a document without any text would seem right, a scanned one above all."""
    if any(paragraph.shown.strip() for paragraph in (*written.paragraphs, *written.margins)):
        return written
    pictures = any(paragraph.holds_object for paragraph in written.paragraphs)
    reason = (
        "văn bản chỉ có hình, không có chữ để xét: chọn bản soạn thảo gốc, không chọn bản chụp"
        if pictures
        else "văn bản không có chữ nào để xét: chọn lại tệp"
    )
    finding = Finding("document-without-text", Severity.FAULT, f"{reason}.", Place(written.path.name))
    raise CheckError(f"Không xét được {written.path.name}.", [finding])


def chosen_rules(select: Collection[str], ignore: Collection[str]) -> tuple[Rule, ...]:
    """Rules to ask, in the order of the clauses."""
    wanted, unwanted = codes_meant(select) or RULES.keys(), codes_meant(ignore)
    return tuple(rule for code, rule in RULES.items() if code in wanted and code not in unwanted)


def judge(anatomy: Anatomy, rules: Iterable[Rule]) -> Report:
    """What those of the rules that apply to a document say of it."""
    answers = [answer for rule in rules if anatomy.form in rule.forms for answer in _ask(rule, anatomy)]
    observations = [answer for answer in answers if isinstance(answer, Observation)]
    unsure = tuple(answer for answer in answers if isinstance(answer, CannotTell))
    return Report(anatomy.written.path, anatomy, tuple(sorted(observations, key=_in_reading_order)), unsure)


def _in_reading_order(seen: Observation) -> tuple[int, int, int]:
    """The page first; what stands in one place keeps the order of the rules."""
    spot = seen.spot
    return (spot.paragraph.index if spot.paragraph else -1, spot.section or 0, spot.start)


def _ask(rule: Rule, anatomy: Anatomy) -> Iterator[Observation | CannotTell]:
    """Answers of one rule; where it breaks down, that is said and the other rules go on."""
    try:
        yield from rule.judge(rule, anatomy)
    except Exception as error:  # noqa: BLE001 - whatever a bug raises
        warnings.warn(f"rule {rule.code} on {anatomy.written.path}: {error!r}", RuleWarning, stacklevel=2)
        yield CannotTell(rule.code, f"quy tắc gặp lỗi của chương trình ({type(error).__name__}), hãy báo người viết")
