"""Joining: short forms of a report brought to the full names that they shorten."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dateline.grounding.who.lexicon import Lexicon
from dateline.grounding.who.names import PLACED
from dateline.grounding.who.referent import Referent
from dateline.grounding.who.spelling import differ, fold, initials

if TYPE_CHECKING:
    from dateline.language.tree import Doc

_ACRONYM = re.compile(r"[A-Z][A-Za-z&.\-]{0,9}")
_GENERIC = frozenset("group movement organization organisation network the party".split())


def join_acronyms(doc: Doc, referents: list[Referent]) -> None:
    """In place: "(SDF)" to the name before the bracket, and letters that only one full name has to it."""
    for short in list(referents):
        before = [_defining(doc, referents, mention.start, mention.end) for mention in short.mentions]
        full = next((referent for referent in before if referent is not None), None)
        if full is not None and any(_may_define(full, short, mention.text) for mention in short.mentions):
            _absorb(referents, full, short)
    for short in [r for r in referents if _is_acronym(r.mentions[0].text)]:
        letters = short.mentions[0].text.replace(".", "")
        spelled = [
            r for r in referents if r is not short and any(_spells(m.text, letters) for m in r.mentions)
        ]
        if len(spelled) == 1 and _compatible(spelled[0], short):
            _absorb(referents, spelled[0], short)


def _is_acronym(text: str) -> bool:
    return text.isupper() and len(text) > 1


def _defining(doc: Doc, referents: list[Referent], start: int, end: int) -> Referent | None:
    """The referent whose name stands before the bracket that opens before `start`."""
    if start < 2 or end >= len(doc) or doc[start - 1].text != "(" or doc[end].text not in (")", ",", ";"):
        return None
    return next((r for r in referents if any(m.end == start - 1 for m in r.mentions)), None)


def _may_define(full: Referent, short: Referent, text: str) -> bool:
    """True where the capitals in brackets ("SDF") come from the name before them."""
    if full is short or not _ACRONYM.fullmatch(text):
        return False
    if any(_spells(mention.text, text.replace(".", "")) for mention in full.mentions):
        return True
    if not _compatible(full, short):
        return False
    capitals = [letter for letter in text if letter.isupper()]
    spelled = fold(full.mentions[0].text).upper()
    return (
        len(capitals) > 1
        and capitals[0] in (spelled[:1], initials(spelled)[:1])
        and all(c in spelled for c in capitals)
    )


def _spells(name: str, letters: str) -> bool:
    return len(letters) > 1 and " " in name and initials(name) == letters.upper()


def _compatible(one: Referent, other: Referent) -> bool:
    """The registry doesn't hold the two apart, and they are not of different sorts."""
    if one.link.actors and other.link.actors:
        return bool({a.id for a in one.link.actors} & {a.id for a in other.link.actors})
    sorts = {one.kind, other.kind} - {"unknown"}
    return len(sorts) < 2 and "state" not in sorts


def join_short_names(referents: list[Referent]) -> None:
    """In place: "Afrin" to "Adnan Afrin", "the Observatory" to "Syrian Observatory for Human Rights"."""
    for short in sorted(referents, key=lambda r: (len(_words(r)), r.mentions[0].start)):
        full = [r for r in referents if r is not short and _shortens(short, r)]
        chosen = full[0] if len(full) == 1 else _nearest_before(short, full)
        if chosen is not None:
            _absorb(referents, chosen, short)


def _shortens(short: Referent, full: Referent) -> bool:
    words, longer = _words(short), _words(full)
    if short.link.actors or not 0 < len(words) < len(longer):
        return False
    if full.kind == "person" or (short.kind == "person" and full.kind in ("place", "unknown")):
        return _shortens_person(short, full, words, longer)
    if full.kind != "organisation" or short.kind == "person" or not _compatible(full, short):
        return False
    if differ(" ".join(words), " ".join(longer)) == "number":
        return False
    begins = longer[: len(words)] == words and set(longer[len(words) :]) <= _GENERIC
    return begins or _is_head_of(words, longer)


def _shortens_person(short: Referent, full: Referent, words: list[str], longer: list[str]) -> bool:
    """By the last words, or by the first: surnames stand first in many languages."""
    ends = longer[-len(words) :] == words
    if full.kind != "person":
        return ends and not full.link.actors and _may_be_person(full)
    sure = _compatible(full, short) or _may_be_person(short)
    return sure and (ends or (words == longer[:1] and len(words[0]) > 1))


def _may_be_person(referent: Referent) -> bool:
    """True for what the model may take wrongly for an organisation, or for a place that nothing is in."""
    if referent.kind == "place":
        return not any(mention.before in PLACED for mention in referent.mentions)
    return referent.kind in ("organisation", "people", "unknown")


def _is_head_of(words: list[str], longer: list[str]) -> bool:
    """ "Observatory" for "Syrian Observatory for Human Rights": the capitalised head noun alone."""
    return len(words) == 1 and words[0] in longer[:-1] and (Lexicon.shipped().noun(words[0]) is not None)


def _words(referent: Referent) -> list[str]:
    return fold(max((m.text for m in referent.mentions), key=len)).split()


def _nearest_before(short: Referent, full: list[Referent]) -> Referent | None:
    """Of several persons of one surname, the one named last before the short name first stands."""
    first = short.mentions[0].start
    before = [
        (m.start, i) for i, r in enumerate(full) for m in r.mentions if m.start < first and r.kind == "person"
    ]
    return full[max(before)[1]] if before else None


def _absorb(referents: list[Referent], full: Referent, short: Referent) -> None:
    full.mentions.extend(short.mentions)
    if not full.link.actors:
        full.link = short.link
    if full.kind == "unknown" or (full.kind == "place" and short.kind == "person"):
        full.kind = short.kind
    referents.remove(short)
