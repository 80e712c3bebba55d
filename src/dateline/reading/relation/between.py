"""Ties told by the words between two who are named one after the other, whatever the parser made of them.

"The Syrian Democratic Forces, which are armed by the United States", "Raqqa, the capital of the group". The
words stand in `data/between.tsv`; whoever else is named in between ends the search.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import product
from typing import TYPE_CHECKING
from typing import cast as as_type

from dateline.model import Party, Report
from dateline.model.vocabulary import RelationType
from dateline.reading.relation.ends import Ends
from dateline.reading.relation.named import Named, named_in
from dateline.reading.relation.tie import Stated
from dateline.reading.table import rows

if TYPE_CHECKING:
    from dateline.grounding.who import Cast
    from dateline.language.tree import Doc, Span, Token

_BE = (
    r"(?:, )?(?:(?:who|which|that) )?(?:itself )?"
    r"(?:(?:is|are|was|were|remains?|remained|has been|have been|had been) )?(?:\w+ly |also |both |still )?"
)
_SEEN = r"(?:(?:seen|regarded|considered|described|viewed) as )?(?:[\w-]+ )?"
_FIRST_PLACE, _SECOND_PLACE = "first a place", "second a place"
_LONGEST = 14  # words between the two
_AFTER = 8  # words behind the second
_BEFORE_NAMES = frozenset({"DET", "ADJ", "NUM"})
_ARTICLES = frozenset({"a", "an", "the"})
_JOINING = frozenset({"allied", "affiliated"})
_LISTS = (["and"], [","], [",", "and"])


@dataclass(frozen=True, slots=True)
class Wording:
    """One row of `data/between.tsv`."""

    type: RelationType
    between: re.Pattern[str]
    after: re.Pattern[str] | None
    from_first: bool
    ends: str
    core: bool


def between_ties(doc: Doc, report: Report, cast: Cast) -> Iterator[Stated]:
    """The ties between neighbours in a sentence, and those of "X, a branch of Y and listed by Z"."""
    ends = Ends(cast, report)
    named = named_in(doc, report, cast, ends)
    for at, first in enumerate(named):
        sentence, before = doc[first.start].sent, first
        for second in named[at + 1 : at + 3]:
            if second.start >= sentence.end or second.start - before.end > _LONGEST:
                break
            words = _trimmed(doc[before.end : second.start])
            if before is not first:
                words = words[1:] if words and words[0].lower_ == "and" else []
            wording = _said(words, first, second, sentence)
            if wording is None:
                break
            yield from _ties(doc, named, wording, (first, second), words, ends)
            before = second


def _said(words: list[Token], first: Named, second: Named, sentence: Span) -> Wording | None:
    """The first wording that the words between and behind the two fit."""
    if not words:
        return None
    doc = sentence.doc
    text, behind = _spelled(words), _spelled(doc[second.end : min(second.end + _AFTER, sentence.end)])
    opening = doc[second.start].lower_
    text += f" {opening}" if opening in _JOINING else ""
    fitting = (w for w in _wordings() if w.between.fullmatch(text) and _fits(w, first, second))
    return next((w for w in fitting if w.after is None or w.after.match(behind)), None)


def _fits(wording: Wording, first: Named, second: Named) -> bool:
    """True where the two are what the wording wants them to be."""
    if wording.ends == "groups":
        return all(n.party.kind == "named" and _is_group(n) for n in (first, second))
    if not wording.ends:
        return first.is_actor and second.is_actor
    place, other = (first, second) if wording.ends == _FIRST_PLACE else (second, first)
    return place.is_place and other.is_actor and not other.is_place and other.party.schema != "Person"


def _is_group(named: Named) -> bool:
    return named.is_actor and not named.is_place and named.party.schema not in {"Person", "Country", None}


def _ties(
    doc: Doc, named: list[Named], wording: Wording, pair: tuple[Named, Named], words: list[Token], ends: Ends
) -> Iterator[Stated]:
    """The tie of the pair, and those of whoever is joined to either."""
    first, second = pair
    said = next((w for w in words if w.pos_ in {"VERB", "NOUN", "ADJ"}), words[0])
    before = _joined(doc, named, first) if wording.ends == _SECOND_PLACE and words[0].text != "," else [first]
    for one, other in product(before, _listed(doc, named, second, wording)):
        source, target = (one.party, other.party) if wording.from_first else (other.party, one.party)
        yield _tie(wording, ends.commanding(source) if wording.type == "backs" else source, target, said)


def _tie(wording: Wording, source: Party, target: Party, said: Token) -> Stated:
    """Bodies are parts, persons are members."""
    rule = f"relation:between:{wording.type}"
    if wording.type == "part_of" and source.schema == "Person":
        return Stated("member_of", source, target, said, False, rule)
    return Stated(wording.type, source, target, said, wording.core, rule)


def _listed(doc: Doc, named: list[Named], second: Named, wording: Wording) -> list[Named]:
    """The second and who is joined to it up to an "and": "by Russia, Iran and the UN"."""
    listed, sure, before = [second], 1, second
    for other in named[named.index(second) + 1 :]:
        apart = [t.lower_ for t in doc[before.end : other.start] if t.pos_ != "DET"]
        alike = other.is_place if wording.ends == _SECOND_PLACE else other.is_actor
        if wording.after is not None or apart not in _LISTS or not alike:
            break
        listed.append(other)
        sure = len(listed) if "and" in apart else sure
        before = other
    return listed[:sure]


def _joined(doc: Doc, named: list[Named], first: Named) -> list[Named]:
    """The first, and who is joined to it in "X and other armed groups"."""
    at = named.index(first)
    before = named[at - 1] if at else None
    if before is None or before.is_actor != first.is_actor:
        return [first]
    apart = [t.lower_ for t in doc[before.end : first.start]]
    return [before, first] if apart in (["and"], ["and", "other"]) else [first]


def _trimmed(between: Span) -> list[Token]:
    """The words between, without brackets behind the first and without what describes the second."""
    words = list(between)
    if words and words[0].text == "(":
        closed = next((i for i, word in enumerate(words) if word.text == ")"), len(words) - 1)
        words = words[closed + 1 :]
    while words and _describes(words[-1]):
        words.pop()
    return words


def _describes(word: Token) -> bool:
    """True for "the jihadist" before a name, not for what says the tie ("and allied", "that")."""
    if word.tag_ in {"VBN", "VBG"} or word.lower_ in _JOINING | {"whom", "that"}:
        return False
    return word.pos_ in _BEFORE_NAMES or word.lower_ == "both"


def _spelled(words: Iterable[Token]) -> str:
    """The words as the table spells them: lower case, without articles, "self-declared" as one word."""
    return " ".join(word.lower_ for word in words if word.lower_ not in _ARTICLES).replace(" - ", "-")


@cache
def _wordings() -> tuple[Wording, ...]:
    return tuple(
        Wording(
            as_type(RelationType, row["type"]),
            re.compile(row["between"].replace("{be}", _BE).replace("{seen}", _SEEN)),
            re.compile(row["after"]) if row["after"] else None,
            row["from"] == "1",
            row["ends"],
            row["core"] == "yes",
        )
        for row in rows("between")
    )
