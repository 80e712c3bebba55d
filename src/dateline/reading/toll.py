"""Tolls: a number with a word for what befell the counted ("killed 12 people", "12 dead", "23 strikes").

The words stand in `data/counted.tsv`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from dateline.reading import clause
from dateline.reading.amount import Amount, find_amounts, named, single
from dateline.reading.befalling import Toll, befalls, number_of
from dateline.reading.lookup import tokens_of
from dateline.reading.toll_order import (
    by_number_before,
    by_verb_after,
    by_verb_before,
    by_word_after,
    retold,
    shared,
    toll_before,
)

if TYPE_CHECKING:
    from dateline.grounding.who import Cast
    from dateline.language.tree import Doc, Token

_CACHE = "dateline_tolls"
_SOMEBODY = frozenset({"killed", "injured", "abducted", "detained", "captured"})
_TO_PEOPLE = {"destroyed": "killed", "seized": "abducted", "damaged": "injured"}
_RAISING = frozenset({"know", "believe", "report", "say", "think", "fear", "confirm", "presume"})
_TROOPS = frozenset("troop soldier force personnel fighter serviceman marine peacekeeper".split())
_WHOLES = frozenset("total number group majority rest dozen score hundred thousand".split())
_WITH = frozenset({"along", "along with", "alongside", "together with", "besides"})
_COSTS = frozenset({"claim", "take", "cost", "lose"})
_HELD = frozenset({"custody", "detention"})


def find_tolls(doc: Doc, cast: Cast) -> tuple[Toll, ...]:
    """All tolls of the document in the order of what is counted; found once and kept with the document."""
    known = doc.user_data.get(_CACHE)
    if known is None:
        amounts = (*find_amounts(doc), *_singles(doc, cast))
        told = [amount for amount in amounts if not _is_part(amount) and not _is_drawn_from(amount)]
        found = [toll for toll in (toll_of(amount, cast) for amount in told) if toll is not None]
        found += shared(sorted(told, key=lambda amount: amount.noun.i), found)
        found += retold(told, found)
        known = doc.user_data[_CACHE] = tuple(sorted(found, key=lambda toll: toll.amount.noun.i))
    return known


def toll_of(amount: Amount, cast: Cast) -> Toll | None:
    """What befell the counted, None where the words beside it don't tell.

    Words for what is done to things say something else of people: "destroyed 120 fighters" killed them.
    """
    toll = _told_of(amount)
    if toll is None or toll.what not in _TO_PEOPLE or not cast.is_actor(amount.noun):
        return toll
    return replace(toll, what=_TO_PEOPLE[toll.what])


def _told_of(amount: Amount) -> Toll | None:
    """What the words beside the counted say, whoever or whatever it is."""
    noun = amount.noun
    for kind in ("person", "state", "act"):
        what = befalls(kind).get(noun.lemma_.lower())
        if what is not None and noun.pos_ in {"NOUN", "ADJ", "PROPN", "VERB"}:
            own = {"person": _by_words_around, "act": _by_verb}.get(kind)
            return (own(amount) if own else None) or Toll(what, amount, noun)
    toll = _by_words_around(amount)
    return None if toll is not None and toll.what == "troops" and noun.lemma_ not in _TROOPS else toll


def _by_words_around(amount: Amount) -> Toll | None:
    return (
        by_verb_before(amount)
        or _by_verb(amount)
        or _by_following(amount)
        or _by_noun(amount)
        or by_word_after(amount)
        or by_verb_after(amount)
    )


def _is_part(amount: Amount) -> bool:
    """ "killed 40 people, including two ministers": the two are among the 40."""
    noun = amount.noun
    number = number_of(amount)
    before = noun.doc[number.start - 1].lower_ if number is not None and number.start > 0 else ""
    while noun.dep_ == "conj" and noun.head.i < noun.i:
        noun = noun.head
    return before == "including" or clause.case(noun) == "including"


def _is_drawn_from(amount: Amount) -> bool:
    """ "10 of the 56 were freed": what befell the 10 befell not the 56."""
    noun, number = amount.noun, amount.number
    over = noun.head
    return noun.dep_ == "nmod" and over.pos_ == "NUM" and not number.digits_at <= over.idx < number.end


def role_bearer(noun: Token) -> Token:
    """The noun whose role `noun` shares: the first of "women and a child", "people including a child"."""
    for _ in range(4):
        joined = noun.dep_ == "conj" and noun.head.pos_ in {"NOUN", "PROPN", "NUM", "PRON", "ADJ"}
        listed = noun.dep_ in {"nmod", "obl"} and clause.case(noun) in {"including", "among"}
        part = noun.dep_ == "nmod" and (noun.head.lemma_ in _WHOLES or noun.head.pos_ == "NUM")
        if not (joined or listed or part):
            break
        noun = noun.head
    return noun


def _singles(doc: Doc, cast: Cast) -> Iterator[Amount]:
    """One somebody to whom something was done: "killed a civilian", "killed Soleimani".

    Nobody counts one arrested person who has a name.
    """
    for verb in tokens_of(doc, _harming()):
        held = befalls("suffering").get(verb.lemma_.lower()) == "detained"
        for noun in verb.children:
            if noun.dep_ not in {"obj", "nsubj", "nsubj:pass"}:
                continue
            for each in clause.conjuncts(noun):
                one = (None if held else named(each)) or single(each)
                if one is not None and not _counts_itself(each.lemma_) and cast.is_actor(each):
                    yield one


def _counts_itself(lemma: str) -> bool:
    return lemma in befalls("state") or lemma in befalls("person")


@cache
def _harming() -> frozenset[str]:
    """Words for what is done to one person and counted."""
    kinds = ("suffering", "happening", "suffering with", "happening with")
    told = (pair for kind in kinds for pair in befalls(kind).items())
    return frozenset(word.split()[0] for word, what in told if what in _SOMEBODY)


def _by_verb(amount: Amount) -> Toll | None:
    """ "killed 12 people", "12 were killed", "12 died", "12 are known to have been killed"."""
    if (again := _by_verb_taken_for_adjective(amount)) is not None:
        return again
    role = role_bearer(amount.noun)
    verb = role.head
    if verb.i == role.i:
        return None
    joined = role.dep_ == "obl" and clause.case(role) in _WITH
    suffers = joined or role.dep_ in {"obj", "nsubj:pass"} or (role.dep_ == "nsubj" and _is_passive(verb))
    what = _said_by(verb, "suffering") if suffers else None
    if what is None and (joined or role.dep_ in clause.SUBJECTS):
        what = _said_by(verb, "happening")
    return Toll(what, amount, verb) if what is not None else _by_other_verb(amount, role, verb)


def _said_by(verb: Token, kind: str) -> str | None:
    return befalls(kind).get(verb.lemma_.lower()) or _with_word(verb, f"{kind} with")


def _with_word(verb: Token, kind: str) -> str | None:
    """ "shot dead", "took into custody", "lost their lives": what the verb says with another word."""
    pairs = (f"{verb.lemma_.lower()} {part.lemma_.lower()}" for part in verb.children)
    return next((befalls(kind)[pair] for pair in pairs if pair in befalls(kind)), None)


def _by_verb_taken_for_adjective(amount: Amount) -> Toll | None:
    """ "killed 35 civilians and injured scores of others": no second object of the first verb."""
    doc = amount.noun.doc
    number = number_of(amount)
    if number is None or number.start < 2 or doc[number.start - 2].lower_ != "and":
        return None
    word = doc[number.start - 1]
    what = befalls("state").get(word.lower_) if word.dep_ == "amod" else None
    return Toll(what, amount, word) if what is not None else None


def _by_other_verb(amount: Amount, role: Token, verb: Token) -> Toll | None:
    """ "12 were run over and killed", "12 are believed to have been killed": the verb stands behind."""
    if role.dep_ not in clause.SUBJECTS:
        return None
    behind = [c for c in verb.children if c.lemma_ in befalls("suffering")]
    if _is_passive(verb):
        behind = [c for c in behind if c.dep_ in {"conj", "xcomp"}]
    elif verb.lemma_.lower() in _RAISING:
        behind = [c for c in behind if c.dep_ == "xcomp" and _is_passive(c)]
    else:
        return None
    return Toll(befalls("suffering")[behind[0].lemma_], amount, behind[0]) if behind else None


def _by_following(amount: Amount) -> Toll | None:
    """ "12 people killed", "20 wounded", "12 activists who were arrested"."""
    noun = amount.noun
    for part in noun.children:
        lemma = part.lemma_.lower()
        if part.i < noun.i:
            continue
        suffered = part.dep_ in {"acl", "amod"} and part.tag_ != "VBG"
        if suffered or (part.dep_ == "acl:relcl" and (_is_passive(part) or _has_gap(part))):
            what = (
                befalls("suffering").get(lemma)
                or befalls("state").get(part.lower_)
                or _with_word(part, "suffering with")
            )
            if what is not None:
                return Toll(what, amount, part)
        happened = part.pos_ == "VERB" and part.dep_ in {"acl:relcl", "conj", "acl"}
        if happened and lemma in befalls("happening"):
            return Toll(befalls("happening")[lemma], amount, part)
    return None


def _has_gap(verb: Token) -> bool:
    """ "12 people whom the police arrested": the clause lacks the object that its noun is."""
    subject = clause.child(verb, *clause.SUBJECTS)
    relative = subject is not None and subject.lower_ in {"who", "which", "that"}
    return subject is not None and not relative and _own_object(verb) is None


def _own_object(verb: Token) -> Token | None:
    return next((c for c in verb.children if c.dep_ == "obj" and c.lower_ not in {"whom", "that"}), None)


def _by_noun(amount: Amount) -> Toll | None:
    """ "the bodies of 70 civilians", "the death toll rose to 45", "the number of injured has risen to 12",
    "12 were in custody"."""
    noun, over = amount.noun, amount.noun.head
    if role_bearer(noun).dep_ == "nsubj" and role_bearer(noun).head.lemma_ in _HELD:
        return Toll("detained", amount, role_bearer(noun).head)
    if (numbered := by_number_before(amount)) is not None:
        return numbered
    if noun.dep_ == "nmod" and clause.case(noun) == "of" and over.lemma_.lower() in befalls("state"):
        return Toll(befalls("state")[over.lemma_.lower()], amount, over)
    if (toll := toll_before(amount) or _toll_over(noun)) is not None:
        return Toll("killed", amount, toll, again=True)
    cost = _costs_lives(noun)
    return Toll("killed", amount, cost) if cost is not None else None


def _toll_over(noun: Token) -> Token | None:
    """The word "toll" that the number is told of: "the toll had risen to 14"."""
    who = clause.child(noun.head, *clause.SUBJECTS) if noun.head.pos_ == "VERB" else None
    return who if who is not None and who.lemma_ == "toll" and noun.dep_ in {"obl", "obj"} else None


def _costs_lives(noun: Token) -> Token | None:
    """ "claimed 40 lives", "took the lives of 40 people": the verb, None where the lives are not lost."""
    life = noun if noun.lemma_.lower() == "life" else noun.head
    of_lives = noun.i == life.i or (noun.dep_ == "nmod" and clause.case(noun) == "of")
    of_lives = of_lives and life.lemma_.lower() == "life"
    return life.head if of_lives and life.dep_ == "obj" and life.head.lemma_.lower() in _COSTS else None


def _is_passive(verb: Token) -> bool:
    return clause.child(verb, "aux:pass") is not None
