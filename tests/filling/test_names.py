"""Names a template may use, from the types of the fields."""

from dataclasses import dataclass

from papi_docs.filling import field_names
from papi_docs.filling.language import new_environment
from papi_docs.filling.names import name_faults


@dataclass(frozen=True)
class Base:
    number: str

    @property
    def doubled(self) -> str:
        return self.number * 2

    @property
    def _hidden(self) -> str:
        return ""


@dataclass(frozen=True)
class Paper(Base):
    bases: list[Base]
    pairs: tuple[tuple[str, int], ...]
    either: str | int
    maybe: Base | None


def faults(source: str) -> list[str]:
    return [fault.code for fault in name_faults(new_environment().parse(source), Paper)]


def test_fields_and_properties_inherited_too() -> None:
    assert field_names(Base) == {"number": str, "doubled": str}
    assert set(field_names(Paper)) == {"number", "doubled", "bases", "pairs", "either", "maybe"}


def test_other_types_have_no_fields() -> None:
    assert field_names(str) == field_names(list[Base]) == field_names(None) == field_names(Base("1")) == {}


def test_types_are_followed() -> None:
    assert faults("{% for b in bases %}{{ b.doubled }}{{ loop.index }}{% else %}{{ number }}{% endfor %}") == []
    assert faults("{% for b in bases if b.number %}{{ b.number }}{% endfor %}") == []
    assert faults("{% for a, b in pairs %}{{ a }}{{ b }}{% endfor %}") == []
    assert faults("{{ maybe.number }}{{ bases[0].number }}{{ either }}{{ maybe['doubled'] }}") == []
    assert faults("{% for b in bases if b.x %}{% endfor %}{{ maybe.y }}{{ bases[0].z }}") == ["unknown-name"] * 3
    assert faults("{% for b in bases %}{% endfor %}{{ b }}") == ["unknown-name"]
    assert faults("{% for b in maybe %}{% endfor %}{% for c in either %}{% endfor %}") == ["name-not-list"]
    assert faults("{% if maybe is none or x == 1 %}{% elif y %}{% else %}{{ z }}{% endif %}") == ["unknown-name"] * 3
