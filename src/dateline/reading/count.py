"""Counts: how many were killed, injured, detained … in one event, with the bounds that the report gives.

A toll is a number with a word for what befell the counted ("killed 12 people", "12 dead", "23 strikes"); the
words stand in `data/counted.tsv`. It belongs to an event where the two meet in one clause: "the attack killed 12",
"attacked the base, killing 12", "12 were killed in the attack".
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from dateline.model import Count, Report
from dateline.model.vocabulary import EventType
from dateline.reading import clause
from dateline.reading.lookup import tokens_of
from dateline.reading.amount import Amount, find_amounts, named, single
from dateline.reading.table import rows

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

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
_VIOLENT = frozenset({"killed", "injured", "killed and injured", "missing", "tortured", "attacks"})
_CACHE = "dateline_tolls"
_SOMEBODY = frozenset({"killed", "injured", "abducted", "detained"})
_RAISING = frozenset({"know", "believe", "report", "say", "think", "fear", "confirm", "presume"})
_TROOPS = frozenset(
    {"troop", "soldier", "force", "personnel", "fighter", "serviceman", "marine", "peacekeeper"}
)
_WHOLES = frozenset({"total", "number", "group", "majority", "rest"})
_WITH = frozenset({"along", "along with", "alongside", "together with", "besides"})
_FITS: dict[str, frozenset[EventType]] = {
    **{what: frozenset({"ASSAULT"}) for what in _VIOLENT},
    "detained": frozenset({"COERCE"}),
    "abducted": frozenset({"COERCE", "ASSAULT"}),
    "released": frozenset({"RETREAT", "CONCEDE", "COOPERATE"}),
    "protesters": frozenset({"PROTEST"}),
    "troops": frozenset({"MOBILIZE", "RETREAT"}),
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
    start, end = token.sent.start, token.sent.end
    for toll in _tolls(doc, cast):
        if not start <= toll.amount.noun.i < end:
            continue
        if _belongs(toll, token, verb_chain, type):
            count = _count(toll, report)
            found.setdefault((count.span.start, count.what), count)
        elif _shares_object(token, toll):
            count = replace(_count(toll, report), what=_counted("suffering")[token.lemma_.lower()])
            found.setdefault((count.span.start, count.what), count)
    return tuple(found[key] for key in sorted(found))


def _tolls(doc: Doc, cast: Cast) -> tuple[Toll, ...]:
    """All tolls of the document, found once."""
    known = doc.user_data.get(_CACHE)
    if known is None:
        amounts = (*find_amounts(doc), *_singles(doc, cast))
        found = (toll for toll in map(toll_of, amounts) if toll is not None)
        known = doc.user_data[_CACHE] = tuple(sorted(found, key=lambda toll: toll.amount.noun.i))
    return known  # type: ignore[no-any-return]


def _singles(doc: Doc, cast: Cast) -> Iterator[Amount]:
    """One somebody to whom something was done: "killed a civilian", "killed Soleimani"."""
    for verb in tokens_of(doc, _harming()):
        for noun in verb.children:
            if noun.dep_ not in {"obj", "nsubj", "nsubj:pass"}:
                continue
            for each in clause.conjuncts(noun):
                one = named(each) or single(each)
                if one is not None and each.lemma_ not in _counted("state") and cast.is_actor(each):
                    yield one


@cache
def _harming() -> frozenset[str]:
    """Words for what is done to one person and counted: those of `killed`, `injured`, `abducted`, `detained`."""
    kinds = (_counted("suffering"), _counted("happening"))
    return frozenset(word for kind in kinds for word, what in kind.items() if what in _SOMEBODY)


def toll_of(amount: Amount) -> Toll | None:
    """What befell the counted, None where the words beside it don't tell."""
    noun = amount.noun
    for kind in ("state", "act"):
        what = _counted(kind).get(noun.lemma_.lower())
        if what is not None and noun.pos_ in {"NOUN", "ADJ", "PROPN", "VERB"}:
            suffered = _by_verb(amount) if kind == "act" else None
            return suffered or Toll(what, amount, noun)
    toll = _by_verb(amount) or _by_participle(amount) or _by_toll_noun(amount) or _by_order(amount)
    return None if toll is not None and toll.what == "troops" and noun.lemma_ not in _TROOPS else toll


def _by_verb(amount: Amount) -> Toll | None:
    role = _role_bearer(amount.noun)
    verb = role.head
    if verb.i == role.i:
        return None
    lemma = verb.lemma_.lower()
    joined = role.dep_ == "obl" and clause.case(role) in _WITH
    is_object = joined or role.dep_ in {"obj", "nsubj:pass"} or (role.dep_ == "nsubj" and _has_passive(verb))
    if is_object and lemma in _counted("suffering"):
        return Toll(_counted("suffering")[lemma], amount, verb)
    if (joined or role.dep_ in clause.SUBJECTS) and lemma in _counted("happening"):
        return Toll(_counted("happening")[lemma], amount, verb)
    if lemma == "shoot" and is_object and any(c.lower_ == "dead" for c in verb.children):
        return Toll("killed", amount, verb)
    shared = next((c for c in verb.children if c.dep_ == "conj" and c.lemma_ in _counted("suffering")), None)
    if role.dep_ in {"nsubj:pass", "nsubj"} and _has_passive(verb) and shared is not None:
        return Toll(_counted("suffering")[shared.lemma_], amount, shared)
    if role.dep_ in clause.SUBJECTS and lemma in _RAISING:
        raised = clause.child(verb, "xcomp")
        if raised is not None and raised.lemma_ in _counted("suffering") and _has_passive(raised):
            return Toll(_counted("suffering")[raised.lemma_], amount, raised)
    return None


def _has_passive(verb: Token) -> bool:
    return clause.child(verb, "aux:pass") is not None


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
    """ "12 people killed", "20 wounded", "12 activists who were arrested", "the bodies of 70 civilians"."""
    noun = amount.noun
    for part in noun.children:
        if part.i < noun.i:
            continue
        lemma = part.lemma_.lower()
        suffered = part.dep_ in {"acl", "amod"} and part.tag_ != "VBG"
        if suffered or (part.dep_ == "acl:relcl" and _has_passive(part)):
            what = _counted("suffering").get(lemma) or _counted("state").get(part.lower_)
            if what is not None:
                return Toll(what, amount, part)
        if (
            part.pos_ == "VERB"
            and lemma in _counted("happening")
            and part.dep_ in {"acl:relcl", "conj", "acl"}
        ):
            return Toll(_counted("happening")[lemma], amount, part)
    over = noun.head
    if noun.dep_ == "nmod" and clause.case(noun) == "of" and over.lemma_.lower() in _counted("state"):
        return Toll(_counted("state")[over.lemma_.lower()], amount, over)
    return None


def _by_order(amount: Amount) -> Toll | None:
    """ "killed five and wounded 110", "left at least 42 people dead": by the words right before and after."""
    doc = amount.noun.doc
    first = doc.char_span(amount.number.start, amount.number.end, alignment_mode="expand")
    if first is not None and first.start > amount.noun.sent.start:
        verb = doc[first.start - 1]
        what = _counted("suffering").get(verb.lemma_.lower())
        if what is not None and verb.pos_ == "VERB" and not _has_passive(verb):
            return Toll(what, amount, verb)
    after = amount.noun.i + 1
    if after < amount.noun.sent.end and doc[after].lower_ in {
        "dead",
        "injured",
        "wounded",
        "killed",
        "missing",
    }:
        word = doc[after]
        what = _counted("state").get(word.lower_) or _counted("suffering").get(word.lemma_.lower())
        return Toll(what, amount, word) if what is not None else None
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


def _shares_object(token: Token, toll: Toll) -> bool:
    """ "kidnapped and killed 11 people": the 11 were kidnapped too."""
    if token.lemma_.lower() not in _counted("suffering") or clause.child(token, "obj") is not None:
        return False
    follows = toll.anchor.dep_ == "conj" and toll.anchor.head.i == token.i
    return follows and _role_bearer(toll.amount.noun).dep_ == "obj"


def _belongs(toll: Toll, token: Token, verb_chain: list[int], type: EventType) -> bool:
    fits = _FITS.get(toll.what)
    if toll.anchor.i == token.i or token.i == toll.amount.noun.i:
        return True
    if fits is not None and type not in fits:
        return False
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
