"""Counts: how many were killed, injured, detained … in one event, with the bounds that the report gives.

A toll is a number with a word for what befell the counted ("killed 12 people", "12 dead", "23 strikes"); the
words stand in `data/counted.tsv`. It belongs to an event where the two meet in one clause: "the attack killed 12",
"attacked the base, killing 12", "12 were killed in the attack".
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from dateline.model import Count, Report
from dateline.model.vocabulary import EventType
from dateline.reading import clause
from dateline.reading.amount import Amount, find_amounts, single
from dateline.reading.table import rows

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from dateline.grounding.who import Cast

_UP_FROM_TRIGGER = frozenset(
    {
        "obj",
        "nsubj",
        "nsubj:pass",
        "obl",
        "nmod",
        "compound",
        "conj",
        "amod",
        "xcomp",
        "obl:agent",
        "acl",
        "acl:relcl",
    }
)
_UP_FROM_TOLL = frozenset(
    {"acl", "acl:relcl", "advcl", "conj", "xcomp", "obj", "parataxis", "nsubj", "obl", "nmod", "amod"}
)
_VIOLENT = frozenset(
    {"killed", "injured", "killed and injured", "missing", "destroyed", "damaged", "tortured", "attacks"}
)
_FITS: dict[str, frozenset[EventType]] = {
    **{what: frozenset({"ASSAULT"}) for what in _VIOLENT},
    "detained": frozenset({"COERCE", "ASSAULT", "RETREAT", "ACCUSE"}),
    "abducted": frozenset({"COERCE", "ASSAULT"}),
    "released": frozenset({"RETREAT", "CONCEDE", "COOPERATE"}),
    "protesters": frozenset({"PROTEST"}),
    "troops": frozenset({"MOBILIZE", "RETREAT", "AID", "ASSAULT"}),
    "displaced": frozenset({"ASSAULT", "COERCE"}),
}
_ACT_BEARERS = frozenset(
    {"fire", "launch", "conduct", "carry", "drop", "lob", "hit", "stage", "mount", "use", "detonate"}
)


@dataclass(frozen=True, slots=True)
class Toll:
    """`amount` and `what` befell it; `anchor` is the word that says so."""

    what: str
    amount: Amount
    anchor: Token


def counts_of(token: Token, doc: Doc, report: Report, cast: Cast, type: EventType) -> tuple[Count, ...]:
    """The counts of the event of `type` that the trigger headed by `token` says, in text order.

    Rival tolls stay side by side. `who` is the counted phrase without its number.
    """
    verb_chain = _up(token, _UP_FROM_TRIGGER)
    found: dict[tuple[int, str], Count] = {}
    for toll in tolls(doc, token.sent.start, token.sent.end):
        if _belongs(toll, token, verb_chain, type):
            count = _count(toll, report)
            found.setdefault((count.span.start, count.what), count)
    return tuple(found[key] for key in sorted(found))


def tolls(doc: Doc, start: int, end: int) -> Iterator[Toll]:
    """The tolls whose counted noun stands in tokens `start:end`, in order."""
    for amount in find_amounts(doc):
        if start <= amount.noun.i < end:
            toll = toll_of(amount)
            if toll is not None:
                yield toll
    for token in doc[start:end]:
        alone = single(token)
        if alone is not None:
            toll = toll_of(alone)
            if toll is not None and toll.what in {"killed", "injured", "abducted", "detained"}:
                yield toll


def toll_of(amount: Amount) -> Toll | None:
    """What befell the counted, None where the words beside it don't tell."""
    noun = amount.noun
    for kind in ("state", "act"):
        what = _counted(kind).get(noun.lemma_.lower())
        if what is not None and noun.pos_ in {"NOUN", "ADJ", "PROPN", "VERB"}:
            suffered = _by_verb(amount) if kind == "act" else None
            return suffered or Toll(what, amount, noun)
    return _by_verb(amount) or _by_participle(amount) or _by_toll_noun(amount)


def _by_verb(amount: Amount) -> Toll | None:
    role = _role_bearer(amount.noun)
    verb = role.head
    if verb.i == role.i:
        return None
    lemma = verb.lemma_.lower()
    is_object = role.dep_ in {"obj", "nsubj:pass"} or (role.dep_ == "nsubj" and clause.is_passive(verb))
    if is_object and lemma in _counted("suffering"):
        return Toll(_counted("suffering")[lemma], amount, verb)
    if role.dep_ in {"nsubj", "nsubj:pass"} and lemma in _counted("happening"):
        return Toll(_counted("happening")[lemma], amount, verb)
    if is_object and lemma in {"leave", "shoot"}:
        state = next((c for c in verb.children if c.lemma_ in _counted("state") or c.lower_ == "dead"), None)
        if state is not None:
            return Toll(_counted("state").get(state.lemma_, "killed"), amount, state)
    return None


def _role_bearer(noun: Token) -> Token:
    """The noun whose role `noun` shares: the first of "three women and a child", "25 people including a child"."""
    for _ in range(4):
        if (noun.dep_ == "conj" and noun.head.pos_ in {"NOUN", "PROPN", "NUM", "PRON", "ADJ"}) or (
            noun.dep_ in {"nmod", "obl"} and clause.case(noun) in {"including", "among"}
        ):
            noun = noun.head
        else:
            break
    return noun


def _by_participle(amount: Amount) -> Toll | None:
    """ "12 people killed", "20 wounded", "12 civilians dead"."""
    for part in amount.noun.children:
        lemma = part.lemma_.lower()
        if part.dep_ in {"acl", "amod"} and part.i > amount.noun.i and part.tag_ != "VBG":
            what = _counted("suffering").get(lemma) or _counted("state").get(part.lower_)
            if what is not None:
                return Toll(what, amount, part)
    return None


def _by_toll_noun(amount: Amount) -> Toll | None:
    """ "the death toll rose to 45"."""
    verb = amount.noun.head
    if verb.pos_ != "VERB":
        return None
    who = clause.child(verb, *clause.SUBJECTS)
    if who is not None and who.lemma_ == "toll" and amount.noun.dep_ in {"obl", "obj"}:
        return Toll("killed", amount, who)
    return None


def _belongs(toll: Toll, token: Token, verb_chain: list[int], type: EventType) -> bool:
    fits = _FITS.get(toll.what)
    if fits is not None and type not in fits:
        return False
    if toll.anchor.i == token.i or token.i == toll.amount.noun.i:
        return True
    if toll.what == "attacks":
        return (
            toll.anchor.head.i == token.i
            and toll.anchor.dep_ in {"obj", "nsubj:pass"}
            and token.lemma_ in _ACT_BEARERS
        )
    if fits is None:
        return False
    return bool(set(verb_chain) & set(_up(toll.anchor, _UP_FROM_TOLL)))


def _up(token: Token, relations: frozenset[str]) -> list[int]:
    """`token` and its governors as far as `relations` reach: the clause that both ends must share."""
    chain = [token.i]
    below = token
    for over in clause.governors(token):
        if below.dep_ not in relations:
            break
        chain.append(over.i)
        below = over
    return chain


def _count(toll: Toll, report: Report) -> Count:
    number = toll.amount.number
    return Count(toll.what, toll.amount.who(), number.min, number.max, report.span(number.start, number.end))


@cache
def _counted(kind: str) -> dict[str, str]:
    return {row["word"]: row["what"] for row in rows("counted") if row["kind"] == kind}
