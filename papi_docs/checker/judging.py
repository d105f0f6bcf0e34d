"""Judging one document by every rule that applies to it."""

from collections.abc import Collection
from pathlib import Path

from papi_docs.checker.naming import name
from papi_docs.checker.reading import read
from papi_docs.checker.report import Report
from papi_docs.checker.rule import CannotTell, Observation
from papi_docs.checker.rules import RULES

__all__ = ["check"]


def check(path: str | Path, *, select: Collection[str] = (), ignore: Collection[str] = ()) -> Report:
    """Judge a .docx file by Decree 30/2020/NĐ-CP.

    Args:
        path: the file, written by any program.
        select: codes of rules to ask; all where empty.
        ignore: codes not to ask.

    Raises:
        CheckError: the file cannot be read as a .docx document.
        UsageError: no rule has one of the codes.
    """
    anatomy = name(read(path))
    rules = [
        rule
        for code, rule in RULES.items()
        if anatomy.form in rule.forms and (not select or code in select) and code not in ignore
    ]
    answers = [answer for rule in rules for answer in rule.judge(rule, anatomy)]
    observations = [answer for answer in answers if isinstance(answer, Observation)]
    observations.sort(key=lambda seen: seen.spot.paragraph.index if seen.spot.paragraph else -1)
    unsure = tuple(answer for answer in answers if isinstance(answer, CannotTell))
    return Report(anatomy.written.path, anatomy, tuple(observations), unsure)
