"""Tolls by the order of words, for numbers that a parser hangs on the wrong word.

A sentence that tells a toll is built in few ways; these rules hold whatever the tree makes of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from dateline.reading import clause
from dateline.reading.befalling import Toll, befalls, number_of
from dateline.reading.reach import sentence_back

if TYPE_CHECKING:
    from dateline.language.tree import Token
    from dateline.reading.amount import Amount

_LEADS_TO_TOLL = frozenset({"to", "at", "of", "was", "is", "reached", "hit", "exceeded", "passed"})
_TOLD = 8  # tokens from "toll" to its number
_TOLD_AGAIN = 25  # tokens from "toll" to a number that "it" brings up again
_NUMBERED = 24  # tokens from "number" to the number
_MOVES = frozenset(
    "rise climb grow increase jump raise put bring revise update reach stand fall drop lower pass".split()
)
_SPEAKS = frozenset({"speak", "talk", "tell"})
_STEPS_ON = frozenset({",", "and", "then", "later"})
_BEHIND = frozenset({"dead", "injured", "wounded", "killed", "missing", "hurt"})
_ASIDE = frozenset({"including", "among", "them", "from", "of", "in", "mostly", "all", "and"})
_BEFORE_NOUN = frozenset({"DET", "ADJ", "NUM", "NOUN", "PROPN"})
_PHRASE = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "DET", "ADP", "PRON", "CCONJ", "PUNCT", "ADV"})
_BEING = frozenset({"be", "have", "get"})
_FAR = 16  # tokens from the counted to its verb
_SOMEBODY = frozenset({"killed", "injured", "abducted", "detained", "released", "missing"})
_JOINS = frozenset({"and", ",", "some", "about", "another", "or", "as", "well"})


def toll_before(amount: Amount) -> Token | None:
    """The word "toll" that the number is told of: "the toll had risen to 14", "put it at 17" after it."""
    doc, number = amount.noun.doc, number_of(amount)
    first = number.start if number is not None else 0
    if first < 2 or doc[first - 1].lower_ not in _LEADS_TO_TOLL:
        return None
    again = doc[first - 1].lower_ == "at" and doc[first - 2].lower_ == "it"
    start = max(amount.noun.sent.start, first - (_TOLD_AGAIN if again else _TOLD))
    return next((word for word in reversed(doc[start:first]) if word.lemma_.lower() == "toll"), None)


def by_number_before(amount: Amount) -> Toll | None:
    """ "the number of fighters killed has risen to 19", "put the number of dead at five"."""
    doc, number = amount.noun.doc, number_of(amount)
    first = number.start if number is not None else 0
    if first < 2 or doc[first - 1].lower_ not in {"to", "at"}:
        return None
    before = doc[max(amount.noun.sent.start, first - _NUMBERED) : first]
    if not any(word.lemma_.lower() in _MOVES for word in before):
        return None
    of = next((w.i + 1 for w in reversed(before[:-1]) if w.lemma_.lower() == "number"), first)
    if doc[of].lower_ != "of":
        return None
    for word in doc[of + 1 : first]:
        what = befalls("state").get(word.lower_) or befalls("suffering").get(word.lemma_.lower())
        if what is not None:
            return Toll(what, amount, word, again=True)
    return None


def by_verb_before(amount: Amount) -> Toll | None:
    """ "killed five and wounded 110": by the verb right before the number."""
    number = number_of(amount)
    if number is None or number.start <= amount.noun.sent.start:
        return None
    verb, before = amount.noun.doc[number.start - 1], amount.noun.doc[max(number.start - 2, 0)]
    if pair := befalls("suffering with").get(f"{before.lemma_} {verb.lemma_}".lower()):
        return Toll(pair, amount, before)  # "shot dead three women"
    what = befalls("suffering").get(verb.lemma_.lower())
    passive = clause.child(verb, "aux:pass") is not None
    says = verb.pos_ == "VERB" or verb.lower_.endswith("ing")
    return Toll(what, amount, verb) if what and says and not passive else None


def by_word_after(amount: Amount) -> Toll | None:
    """ "left at least 42 people dead": by the word right after the counted."""
    doc, after = amount.noun.doc, amount.noun.i + 1
    # "a force killed": it does, it suffers nothing
    acts = amount.noun.dep_ == "nsubj" and amount.noun.head.i == after
    if after >= amount.noun.sent.end or doc[after].lower_ not in _BEHIND or acts:
        return None
    word = doc[after]
    what = befalls("state").get(word.lower_) or befalls("suffering").get(word.lemma_.lower())
    return Toll(what, amount, word) if what is not None else None


def by_verb_after(amount: Amount) -> Toll | None:
    """ "three men, among them a guard, were killed": by the passive after the phrase of the counted."""
    if clause.case(amount.noun):
        return None  # "in three villages farmers were killed"
    verb = next(_after_phrase(amount.noun), None)
    what = None if verb is None else befalls("suffering").get(verb.lemma_.lower())
    return Toll(what, amount, verb) if verb is not None and what in _SOMEBODY else None


def _after_phrase(noun: Token) -> Iterator[Token]:
    """The participle after the auxiliaries that follow the phrase of `noun`, with nothing else between."""
    doc, waits = noun.doc, False
    for word in doc[noun.i + 1 : min(noun.i + _FAR, noun.sent.end)]:
        if word.pos_ == "AUX" and word.lemma_.lower() in _BEING:
            waits = True
        elif waits and word.tag_ in {"VBN", "VBD"}:
            yield word
            return
        elif (waits and word.pos_ != "ADV") or (
            not waits and (word.pos_ not in _PHRASE or _starts_anew(word))
        ):
            return


def _starts_anew(word: Token) -> bool:
    """True for a noun that neither a preposition, "and" nor a comma joins to the words before it."""
    if word.pos_ not in {"NOUN", "PROPN"} or word.dep_ in {"compound", "flat"}:
        return False
    index = word.i - 1
    while index > word.sent.start and word.doc[index].pos_ in _BEFORE_NOUN:
        index -= 1
    before = word.doc[index]
    return before.text != "," and before.lower_ not in _ASIDE


def shared(amounts: Sequence[Amount], found: Sequence[Toll]) -> Iterator[Toll]:
    """ "arrested 13 clerks and some 50 drivers": a number that "and" joins to one with a toll shares it."""
    tolls = {toll.amount.number.start: toll for toll in found}
    for before, amount in pairwise(amounts):
        number = number_of(amount)
        toll = tolls.get(before.number.start)
        if toll is None or number is None or amount.number.start in tolls or toll.anchor.i >= before.noun.i:
            continue
        between = amount.noun.doc[before.noun.i + 1 : number.start]
        alone = amount.noun.i >= number.start and amount.noun.i < number.end
        joins = _JOINS | _STEPS_ON if alone else _JOINS  # "first 11 injured, then 34"
        if len(between) and all(word.lower_ in joins for word in between):
            joined = replace(toll, amount=amount)
            tolls[amount.number.start] = joined
            yield joined


def retold(amounts: Sequence[Amount], found: Sequence[Toll]) -> Iterator[Toll]:
    """ "six guards were wounded, a source said; another spoke of seven": how many those told of are."""
    for amount in amounts:
        number = number_of(amount)
        if number is None or not number.start <= amount.noun.i < number.end or number.start < 2:
            continue
        verb, of = amount.noun.doc[number.start - 2], amount.noun.doc[number.start - 1]
        if of.lower_ != "of" or verb.lemma_.lower() not in _SPEAKS:
            continue
        since = sentence_back(amount.noun, 1).start
        before = [t for t in found if since <= t.amount.noun.i < verb.i and t.what in _SOMEBODY]
        if before and number.start not in {n.start for t in found if (n := number_of(t.amount))}:
            last = max(before, key=lambda toll: toll.amount.noun.i)
            yield replace(last, amount=replace(amount, noun=last.amount.noun), anchor=verb, again=True)
