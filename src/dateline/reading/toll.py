"""Tolls: a number with a word for what befell the counted ("killed 12 people", "12 dead", "23 strikes").

The words stand in `data/counted.tsv`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from dateline.reading import clause
from dateline.reading.amount import Amount, find_amounts, named, single
from dateline.reading.lookup import tokens_of
from dateline.reading.table import rows

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from dateline.grounding.who import Cast

_CACHE = "dateline_tolls"
_SOMEBODY = frozenset({"killed", "injured", "abducted", "detained", "captured"})
_RAISING = frozenset({"know", "believe", "report", "say", "think", "fear", "confirm", "presume"})
_TROOPS = frozenset("troop soldier force personnel fighter serviceman marine peacekeeper".split())
_WHOLES = frozenset("total number group majority rest dozen score hundred thousand".split())
_WITH = frozenset({"along", "along with", "alongside", "together with", "besides"})
_LEADS_TO_TOLL = frozenset({"to", "at", "of", "was", "is", "reached", "hit", "exceeded", "passed"})
_HELD = frozenset({"custody", "detention"})
_TOLD = 8  # tokens from "toll" to its number
_TOLD_AGAIN = 25  # tokens from "toll" to a number that "it" brings up again
_BEHIND = frozenset({"dead", "injured", "wounded", "killed", "missing"})


@dataclass(frozen=True, slots=True)
class Toll:
    """`amount` and `what` befell it; `anchor` is the word that says so."""

    what: str
    amount: Amount
    anchor: Token


def find_tolls(doc: Doc, cast: Cast) -> tuple[Toll, ...]:
    """All tolls of the document in the order of what is counted; found once and kept with the document."""
    known = doc.user_data.get(_CACHE)
    if known is None:
        amounts = (*find_amounts(doc), *_singles(doc, cast))
        told = (amount for amount in amounts if not _is_part(amount) and not _is_drawn_from(amount))
        found = (toll for toll in map(toll_of, told) if toll is not None)
        known = doc.user_data[_CACHE] = tuple(sorted(found, key=lambda toll: toll.amount.noun.i))
    return known


def toll_of(amount: Amount) -> Toll | None:
    """What befell the counted, None where the words beside it don't tell."""
    noun = amount.noun
    for kind in ("state", "act"):
        what = befalls(kind).get(noun.lemma_.lower())
        if what is not None and noun.pos_ in {"NOUN", "ADJ", "PROPN", "VERB"}:
            return (_by_verb(amount) if kind == "act" or what == "protesters" else None) or Toll(
                what, amount, noun
            )
    toll = (
        _by_verb_before(amount)
        or _by_verb(amount)
        or _by_following(amount)
        or _by_noun(amount)
        or _by_word_after(amount)
    )
    return None if toll is not None and toll.what == "troops" and noun.lemma_ not in _TROOPS else toll


def _is_part(amount: Amount) -> bool:
    """ "killed 40 people, including two ministers": the two are among the 40."""
    noun = amount.noun
    number = noun.doc.char_span(amount.number.start, amount.number.end, alignment_mode="expand")
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


@cache
def befalls(kind: str) -> dict[str, str]:
    """Words of one kind in `data/counted.tsv` with what they say of the counted."""
    return {row["word"]: row["what"] for row in rows("counted") if row["kind"] == kind}


def _singles(doc: Doc, cast: Cast) -> Iterator[Amount]:
    """One somebody to whom something was done: "killed a civilian", "killed Soleimani"."""
    for verb in tokens_of(doc, _harming()):
        for noun in verb.children:
            if noun.dep_ not in {"obj", "nsubj", "nsubj:pass"}:
                continue
            for each in clause.conjuncts(noun):
                one = named(each) or single(each)
                if one is not None and each.lemma_ not in befalls("state") and cast.is_actor(each):
                    yield one


@cache
def _harming() -> frozenset[str]:
    """Words for what is done to one person and counted."""
    kinds = (befalls("suffering"), befalls("happening"))
    return frozenset(word for kind in kinds for word, what in kind.items() if what in _SOMEBODY)


def _by_verb(amount: Amount) -> Toll | None:
    """ "killed 12 people", "12 were killed", "12 died", "12 are known to have been killed"."""
    if (again := _by_verb_taken_for_adjective(amount)) is not None:
        return again
    role = role_bearer(amount.noun)
    verb = role.head
    if verb.i == role.i:
        return None
    lemma, suffering = verb.lemma_.lower(), befalls("suffering")
    joined = role.dep_ == "obl" and clause.case(role) in _WITH
    suffers = joined or role.dep_ in {"obj", "nsubj:pass"} or (role.dep_ == "nsubj" and _is_passive(verb))
    if suffers and lemma in suffering:
        return Toll(suffering[lemma], amount, verb)
    if (joined or role.dep_ in clause.SUBJECTS) and lemma in befalls("happening"):
        return Toll(befalls("happening")[lemma], amount, verb)
    if suffers and lemma == "shoot" and any(c.lower_ == "dead" for c in verb.children):
        return Toll("killed", amount, verb)
    return _by_other_verb(amount, role, verb)


def _by_verb_taken_for_adjective(amount: Amount) -> Toll | None:
    """ "killed 35 civilians and injured scores of others": no second object of the first verb."""
    doc = amount.noun.doc
    number = doc.char_span(amount.number.start, amount.number.end, alignment_mode="expand")
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
        if suffered or (part.dep_ == "acl:relcl" and _is_passive(part)):
            what = befalls("suffering").get(lemma) or befalls("state").get(part.lower_)
            if what is not None:
                return Toll(what, amount, part)
        happened = part.pos_ == "VERB" and part.dep_ in {"acl:relcl", "conj", "acl"}
        if happened and lemma in befalls("happening"):
            return Toll(befalls("happening")[lemma], amount, part)
    return None


def _by_noun(amount: Amount) -> Toll | None:
    """ "the bodies of 70 civilians", "the death toll rose to 45", "the number of injured has risen to 12",
    "12 were in custody"."""
    noun, over = amount.noun, amount.noun.head
    if role_bearer(noun).dep_ == "nsubj" and role_bearer(noun).head.lemma_ in _HELD:
        return Toll("detained", amount, role_bearer(noun).head)
    if (numbered := _by_number(amount)) is not None:
        return numbered
    told = _toll_before(amount)
    if told is not None:
        return Toll("killed", amount, told)
    if noun.dep_ == "nmod" and clause.case(noun) == "of" and over.lemma_.lower() in befalls("state"):
        return Toll(befalls("state")[over.lemma_.lower()], amount, over)
    who = clause.child(over, *clause.SUBJECTS) if over.pos_ == "VERB" else None
    if who is not None and who.lemma_ == "toll" and noun.dep_ in {"obl", "obj"}:
        return Toll("killed", amount, who)
    return None


def _by_number(amount: Amount) -> Toll | None:
    """ "the number of fighters killed has risen to 19": what the word "number" is told of."""
    noun, verb = amount.noun, amount.noun.head
    if noun.dep_ != "obl" or clause.case(noun) not in {"to", "at"}:
        return None
    number = next((c for c in verb.children if c.lemma_ == "number" and c.i < noun.i), None)
    counted = clause.child(number, "nmod") if number is not None else None
    if counted is None or clause.case(counted) != "of":
        return None
    state = befalls("state").get(counted.lower_)
    if state is not None:
        return Toll(state, amount, counted)
    suffered = next((c for c in counted.children if c.dep_ in {"acl", "acl:relcl"}), None)
    what = befalls("suffering").get(suffered.lemma_.lower()) if suffered is not None else None
    return Toll(what, amount, suffered) if what is not None and suffered is not None else None


def _toll_before(amount: Amount) -> Token | None:
    """The word "toll" that the number is told of: "the toll had risen to 14", "put it at 17" after it."""
    doc = amount.noun.doc
    number = doc.char_span(amount.number.start, amount.number.end, alignment_mode="expand")
    first = number.start if number is not None else 0
    if first < 2 or doc[first - 1].lower_ not in _LEADS_TO_TOLL:
        return None
    again = doc[first - 1].lower_ == "at" and doc[first - 2].lower_ == "it"
    start = max(amount.noun.sent.start, first - (_TOLD_AGAIN if again else _TOLD))
    return next((word for word in reversed(doc[start:first]) if word.lemma_.lower() == "toll"), None)


def _by_verb_before(amount: Amount) -> Toll | None:
    """ "killed five and wounded 110": by the verb right before the number, whatever a parser hangs it on."""
    doc, sentence = amount.noun.doc, amount.noun.sent
    number = doc.char_span(amount.number.start, amount.number.end, alignment_mode="expand")
    if number is None or number.start <= sentence.start:
        return None
    verb = doc[number.start - 1]
    what = befalls("suffering").get(verb.lemma_.lower())
    return Toll(what, amount, verb) if what and verb.pos_ == "VERB" and not _is_passive(verb) else None


def _by_word_after(amount: Amount) -> Toll | None:
    """ "left at least 42 people dead": by the word right after the counted."""
    doc, after = amount.noun.doc, amount.noun.i + 1
    # "a force killed": it does, it suffers nothing
    acts = amount.noun.dep_ == "nsubj" and amount.noun.head.i == after
    if after >= amount.noun.sent.end or doc[after].lower_ not in _BEHIND or acts:
        return None
    word = doc[after]
    what = befalls("state").get(word.lower_) or befalls("suffering").get(word.lemma_.lower())
    return Toll(what, amount, word) if what is not None else None


def _is_passive(verb: Token) -> bool:
    return clause.child(verb, "aux:pass") is not None
