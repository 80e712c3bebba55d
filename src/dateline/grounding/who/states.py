"""States and their organs as actors, made from a table of countries."""

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.resources import files

from dateline.grounding.who.rows import ActorRow, NameRow, RoleRow

_SOURCE = ["https://www.cia.gov/the-world-factbook/"]
_LICENCE = "public domain"
ORGANS = {
    "government": "government",
    "military": "military",
    "police": "police",
    "intelligence": "intelligence agency",
}


@dataclass(frozen=True, slots=True)
class State:
    """A row of `data/countries.csv`; `id` is the lower-case two-letter ISO 3166-1 code and the actor's id."""

    id: str
    iso3: str
    name: str
    other_names: tuple[str, ...]
    adjectives: tuple[str, ...]
    people: tuple[str, ...]
    seats: tuple[str, ...]
    forces: dict[str, tuple[str, ...]]


def read_states() -> tuple[State, ...]:
    """All states and territories that are shipped, in order of their codes."""
    lines = files(__package__).joinpath("data/countries.csv").read_text("utf-8").splitlines()
    table = csv.DictReader(line for line in lines if not line.startswith("#"))
    return tuple(_state(row) for row in table)


def _state(row: dict[str, str]) -> State:
    def listed(column: str) -> tuple[str, ...]:
        return tuple(part for part in row[column].split(";") if part)

    return State(
        id=row["iso2"],
        iso3=row["iso3"],
        name=row["name"],
        other_names=listed("full") + listed("short"),
        adjectives=listed("adjective"),
        people=listed("people"),
        seats=listed("seat"),
        forces={organ: listed(organ) for organ in ("military", "police", "intelligence")},
    )


def state_rows(states: Iterable[State]) -> Iterator[ActorRow]:
    """A row for each state and for its government, military, police and intelligence agency.

    The organs are named with the first adjective ("Iraqi military"), as reports name them.
    """
    for state in states:
        yield ActorRow(
            state.id, state.name, "Country", "state",
            names=[_name(text) for text in state.other_names],
            country=[state.id], source=_SOURCE, licence=_LICENCE,
        )  # fmt: skip
        adjective = state.adjectives[0] if state.adjectives else state.name
        for organ, noun in ORGANS.items():
            yield ActorRow(
                f"{state.id}-{organ}", f"{adjective} {noun}", "PublicBody", organ,
                names=[_name(text) for text in state.forces.get(organ, ())],
                country=[state.id], roles=[RoleRow("part_of", state.id)], source=_SOURCE, licence=_LICENCE,
            )  # fmt: skip


def _name(text: str) -> NameRow:
    """Short forms in capitals are acronyms; those of forces are shared by many ("SAF") and need context."""
    letters = text.replace(".", "")
    if not letters.isupper():
        return NameRow(text)
    return NameRow(text, "acronym", needs_context=letters not in _WORLD_WIDE)


# Acronyms that stand for one actor in news from anywhere.
_WORLD_WIDE = frozenset("US USA UK UAE DRC DPRK PRC IDF CIA FSB RCMP FARDC UPDF NZ PNG".split())
