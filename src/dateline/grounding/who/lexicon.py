"""Lexicon: the nouns that can act, by class, and the words that decide who is meant."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

PERSONS = frozenset({"role", "person"})
PLURALS = frozenset({"people", "fighter"})
ORGANISATIONS = frozenset({"group", "body", "media", "state"})
_CLASSES = ("say", "act", "between", "title", "calendar", "generic", "site")


@dataclass(frozen=True, slots=True)
class Lexicon:
    """`nouns`: noun to class; `organs`: noun to the organ of a state that it names after a demonym;
    `verbs`: lemma to class (say, act); `between`: what may stand between the demonym and that noun;
    `titles` and `calendar`: words before a person's name, and capitalised words that name nobody;
    `generic`: adjectives that leave "the terror group" as general as "the group"; `sites`: what the
    name of a place ends in and that of no group ("Ain al-Asad base")."""

    nouns: Mapping[str, str]
    organs: Mapping[str, str]
    verbs: Mapping[str, str]
    between: frozenset[str]
    titles: frozenset[str]
    calendar: frozenset[str]
    generic: frozenset[str]
    sites: frozenset[str]

    @staticmethod
    @cache
    def shipped() -> Lexicon:
        """The lexicon in `data/nouns.csv` and `data/cues.csv`, read once."""
        nouns, cues = list(_rows("data/nouns.csv")), list(_rows("data/cues.csv"))
        classed = {name: frozenset(r["word"] for r in cues if r["class"] == name) for name in _CLASSES}
        return Lexicon(
            nouns={row["noun"]: row["class"] for row in nouns},
            organs={row["noun"]: row["body"] for row in nouns if row["body"]},
            verbs={word: name for name in ("say", "act") for word in classed[name]},
            between=classed["between"],
            titles=classed["title"],
            calendar=classed["calendar"],
            generic=classed["generic"],
            sites=classed["site"],
        )

    def noun(self, text: str, lemma: str = "") -> str | None:
        """The class of a noun by its form or its lemma; None where it can't act."""
        return self.nouns.get(text.lower()) or self.nouns.get(lemma.lower())


def _rows(path: str) -> Iterator[dict[str, str]]:
    lines = files(__package__).joinpath(path).read_text("utf-8").splitlines()
    return csv.DictReader(line for line in lines if not line.startswith("#"))
