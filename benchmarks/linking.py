"""Linking: mentions of the news, labelled in words without sight of the registry, to the registry's actors.

Each row of a CSV file (mention, start, end, context, date, actor, kind, country, unlike, half) is asked for
by its place in the context. The id that is right is the one of a second file, else that of the only actor
that has the label as a name and belongs to the country; where there is none, no link is right (NIL).
`precision` and `recall` are over links; `accuracy` is over all mentions, those without an id among them;
`confused` counts look-alikes that were linked to anybody wrong; `lacking` counts the labels that the registry
does not hold.
"""

from __future__ import annotations

import csv
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from dateline.grounding.who import Cast, Registry, find_actors
from dateline.grounding.who.registry import shipped
from dateline.grounding.who.spelling import fold
from dateline.language import load
from dateline.model import Original, Report, report_id

if TYPE_CHECKING:
    from dateline.language.tree import Doc

_TESTS = Path(__file__).parents[1] / "tests" / "grounding" / "who"
INDEPENDENT = _TESTS / "independent.csv"
_IDS = _TESTS / "independent_ids.csv"


@dataclass(frozen=True)
class Answer:
    """A mention, the id that is right (None: NIL) and the id that was found; `hard`: it has a look-alike."""

    mention: str
    label: str
    half: str
    hard: bool
    expected: str | None
    found: str | None


def news_figures() -> dict[str, float]:
    """Figures over the half `b`, on which no rule was made."""
    return figures([answer for answer in answered() if answer.half == "b"])


def answered(data: Path = INDEPENDENT) -> list[Answer]:
    """What the shipped registry and linking say of every mention of the file."""
    ids = {row["actor"]: row["id"] for row in rows_of(_IDS)}
    registry = shipped()
    return [
        Answer(
            mention=row["mention"],
            label=row["actor"],
            half=row["half"],
            hard=bool(row["unlike"]),
            expected=ids.get(row["actor"]) or _id_of(row["actor"], row["country"], registry),
            found=link_at(row["context"], int(row["start"]), int(row["end"]), row["date"] or None),
        )
        for row in rows_of(data)
    ]


def figures(answers: list[Answer]) -> dict[str, float]:
    """Precision, recall and F1 of links, accuracy with NIL, look-alikes confused, labels lacking."""
    counts = Counter[str]()
    for answer in answers:
        right = answer.found == answer.expected
        counts["right"] += right
        counts["linked"] += answer.found is not None
        counts["expected"] += answer.expected is not None
        counts["linked_right"] += right and answer.found is not None
        counts["confused"] += answer.hard and answer.found is not None and not right
    lacking = {answer.label for answer in answers if answer.label and answer.expected is None}
    linked, expected = counts["linked"], counts["expected"]
    return {
        "mentions": float(len(answers)),
        "precision": _percent(counts["linked_right"], linked),
        "recall": _percent(counts["linked_right"], expected),
        "f1": _percent(2 * counts["linked_right"], linked + expected),
        "accuracy": _percent(counts["right"], len(answers)),
        "hard": float(sum(answer.hard for answer in answers)),
        "confused": float(counts["confused"]),
        "lacking": float(len(lacking)),
    }


def link_at(context: str, start: int, end: int, date: str | None) -> str | None:
    """The registry id that a report of that ISO date gives to the words `context[start:end]`."""
    doc, cast = cast_of(context, date)
    tokens = [token for token in doc if token.idx < end and start < token.idx + len(token)]
    for token in (t for t in tokens if t.head == t or t.head not in tokens):
        for party in cast.parties(token):
            if party.actor is not None and party.span.start < end and start < party.span.end:
                return party.actor
    return None


@lru_cache(maxsize=64)
def cast_of(text: str, date: str | None) -> tuple[Doc, Cast]:
    """The parsed text and its cast, with the shipped registry."""
    doc = load().parse(text)
    report = Report(
        id=report_id(text, None, None, date, None),
        name="",
        text=text,
        original=Original("0" * 64, "text", len(text)),
        published=date,
    )
    return doc, find_actors(doc, report)


def rows_of(path: Path) -> list[dict[str, str]]:
    """The rows of a CSV file whose comment lines begin with #."""
    return list(csv.DictReader(line for line in path.read_text("utf-8").splitlines() if line[:1] != "#"))


def _id_of(label: str, country: str, registry: Registry) -> str | None:
    """The only actor that has the label as a name, if it belongs to the country or to none in particular."""
    states = set(registry.states_of(fold(country)))
    actors = {actor.id for actor, _ in registry.named(label) if _belongs(actor.country, states)}
    return actors.pop() if len(actors) == 1 else None


def _belongs(countries: tuple[str, ...], states: set[str]) -> bool:
    return not countries or not states or bool(states & set(countries))


def _percent(part: int, whole: int) -> float:
    return round(100 * part / whole, 1) if whole else 0.0
