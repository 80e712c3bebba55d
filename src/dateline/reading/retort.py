"""Retorts: denials without a verb of denying ("called the accusations baseless", "had nothing to do with").

The words stand in `data/retorts.tsv`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from dateline.reading import clause
from dateline.reading.lookup import tokens_of
from dateline.reading.table import rows

if TYPE_CHECKING:
    from dateline.language.tree import Doc, Token

_STEPS = 3  # governors over a word in which the verb of calling or saying is sought
_POINTING = frozenset({"which", "that", "this"})
_NO_OBJECT = frozenset({*clause.SUBJECTS, "mark"})
_NOTHING = ("nothing", "to", "do", "with")


@dataclass(frozen=True, slots=True)
class Retort:
    """`word` says it; `denier` are the words for who says so, the likeliest first; `about` is the token range
    that names what is denied."""

    word: Token
    denier: tuple[Token, ...]
    about: tuple[int, int]


def find_retorts(doc: Doc) -> Iterator[Retort]:
    """The retorts of `doc` in text order."""
    for token in tokens_of(doc, words("untrue") | {"nothing"}):
        found = _nothing_to_do(token) if token.lower_ == "nothing" else _untrue(token)
        if found is not None:
            yield found


@cache
def words(kind: str) -> frozenset[str]:
    """The words of one kind in `data/retorts.tsv`."""
    return frozenset(row["word"] for row in rows("retorts") if row["kind"] == kind)


def _untrue(token: Token) -> Retort | None:
    """ "called the accusations baseless", "said the charges were false"."""
    verb = next((over for over in _over(token) if over.lemma_.lower() in words("calling")), None)
    if verb is None:
        return None
    who = clause.child(verb, *clause.SUBJECTS)
    about = _charge(verb, token)
    if about is None or who is None or clause.is_passive(verb):
        return None
    return Retort(token, (who,), about)


def _charge(verb: Token, token: Token) -> tuple[int, int] | None:
    """What is called untrue: the charge that is named, or all that stands before "which the army called"."""
    between = verb.doc[min(verb.i, token.i) + 1 : max(verb.i, token.i)]
    named = next((word for word in between if word.lemma_.lower() in words("charge")), None)
    if named is not None:
        return clause.extent(named)
    pointing = next((c for c in verb.children if c.lower_ in _POINTING and c.dep_ not in _NO_OBJECT), None)
    return None if pointing is None else (verb.sent.start, max(verb.sent.start + 1, pointing.i))


def _nothing_to_do(token: Token) -> Retort | None:
    """ "said it had nothing to do with the attack": whoever says so, else the one it is said of."""
    doc = token.doc
    if tuple(word.lower_ for word in doc[token.i : token.i + len(_NOTHING)]) != _NOTHING:
        return None
    verb = token.head
    told = verb.dep_ in {"ccomp", "parataxis"} and verb.head.lemma_.lower() in words("calling")
    whose = (clause.subject(verb.head) if told else None, clause.subject(verb))
    start, last = token.i + len(_NOTHING), token.sent.end
    end = next((word.i for word in doc[start:last] if word.is_punct), last)
    return Retort(token, tuple(who for who in whose if who is not None), (start, end))


def _over(token: Token) -> list[Token]:
    return [over for over, _ in zip(clause.governors(token), range(_STEPS), strict=False)]
