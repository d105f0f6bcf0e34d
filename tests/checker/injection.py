"""What a fault put into a right paper is."""

from dataclasses import dataclass, field

from tests.checker.injecting import Edit

__all__ = ["Injection", "one"]


@dataclass(frozen=True)
class Injection:
    """A fault put into a paper.

    Attributes:
        code: what the checker must say.
        paper: key of the right paper.
        edit: puts the fault in.
        at: words of the paragraph where it must be seen; empty for the page.
        way: what tells this row from others with the same code.
        also: codes that are truly there too, because one change breaks two clauses.
    """

    code: str
    paper: str
    edit: Edit
    at: str = ""
    way: str = ""
    also: frozenset[str] = field(default_factory=frozenset)

    @property
    def name(self) -> str:
        return " ".join(word for word in (self.code, self.paper, self.way) if word)


def one(code: str, paper: str, edit: Edit, at: str = "", way: str = "", *also: str) -> Injection:
    """A row of a table of faults."""
    return Injection(code, paper, edit, at, way, frozenset(also))
