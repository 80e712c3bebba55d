"""Cues: the words that bring somebody's words into a report, and the outlets that pass words on."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from dateline.reading.table import rows

if TYPE_CHECKING:
    from dateline.language.tree import Token

VERB_TAGS = frozenset({"VBD", "VBN", "VBG", "VBZ", "VBP", "VB"})
FINITE_TAGS = frozenset({"VBD", "VBZ", "VBP"})
BREAKS = frozenset({",", "”", '"', "’", "''", "–", "—"})
_STAFF = frozenset({"reporter", "correspondent", "journalist"})
NEAR = 9
"""Tokens between a cue and its speaker or its "that"."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of `data/speech_cues.tsv`; what its columns mean is told there."""

    stance: str
    marks: frozenset[str]


def entry_of(token: Token) -> Entry | None:
    """The lexicon's entry for `token` as a cue, by its lemma and whether it is a noun; None for other
    words."""
    return _cues().get((token.lemma_.lower(), "noun" if token.pos_ == "NOUN" else "verb"))


def stance_of(token: Token) -> str | None:
    """The stance of `token` as a cue ("say", "doubt", "deny", …), None for other words."""
    entry = entry_of(token)
    return entry.stance if entry else None


@cache
def voices() -> dict[str, str]:
    """Who can be quoted besides the named, with the kind of speaker (`data/voices.tsv`)."""
    return {row["lemma"]: row["kind"] for row in rows("voices")}


def is_paper(noun: Token) -> bool:
    """True for words on paper or film, which speak for whoever made them."""
    return voices().get(noun.lemma_.lower()) == "paper"


def is_outlet(noun: Token) -> bool:
    """True where the name that `noun` heads is an outlet's: listed, or with a word like "agency" or "TV" in
    it."""
    if noun.pos_ not in {"PROPN", "NOUN"} and noun.ent_type_ != "ORG":
        return False  # a parser takes foreign names for adjectives
    names, words = _outlets()
    before = [t for t in noun.doc[noun.left_edge.i : noun.i + 1] if t.pos_ in {"PROPN", "NOUN", "ADJ"}]
    parts = before + [t for t in noun.children if t.dep_ == "flat"]
    if len(parts) > 1 and parts[-1].lemma_.lower() in _STAFF:
        parts.pop()  # "told an Al Jazeera correspondent"
    own = {t.lower_ for t in parts}
    listed = " ".join(t.lower_ for t in parts) in names or noun.lower_ in names
    return listed or (bool(own & words) and any(t.pos_ == "PROPN" for t in parts))


@cache
def cue_words() -> frozenset[str]:
    """All words that may be cues: look these up before reading sentence by sentence."""
    return frozenset({lemma for lemma, _ in _cues()} | {"according", "per"})


@cache
def _cues() -> dict[tuple[str, str], Entry]:
    return {
        (row["lemma"], row["pos"]): Entry(row["stance"], frozenset(row["marks"].split()))
        for row in rows("speech_cues")
    }


@cache
def _outlets() -> tuple[frozenset[str], frozenset[str]]:
    table = rows("outlets")
    return (
        frozenset(row["words"] for row in table if row["kind"] == "name"),
        frozenset(row["words"] for row in table if row["kind"] == "word"),
    )
