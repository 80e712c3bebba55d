"""Amounts: a number brought to the noun that it counts."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import takewhile
from typing import TYPE_CHECKING

from dateline.reading import clause
from dateline.reading.number import Number, find_numbers

if TYPE_CHECKING:
    from dateline.language.tree import Doc, Span, Token

_CACHE = "dateline_amounts"
_MEASURES = frozenset(
    "km kilometre kilometer mile metre meter kg tonne ton year month week day hour minute second percent % "
    "pm am a.m. p.m. degree foot inch acre hectare dollar euro pound $ time stage point round".split()
)
_MONTHS = frozenset(
    "january february march april may june july august september october november december "
    "jan feb mar apr jun jul aug sep sept oct nov dec".split()
)
_VERBS = frozenset({"may", "march"})  # months only with a capital
_CASES = frozenset({"to", "at", "of", "including", "by"})  # before a number that stands alone
_HYPHENED = 5  # tokens from an adjective to the noun of "pro-democracy supporters"
_WHO_STOPS = frozenset({"acl", "acl:relcl", "appos", "parataxis", "punct", "cc", "conj"})


@dataclass(frozen=True, slots=True)
class Amount:
    """A number and the noun that it counts; `noun` is the number itself where it stands alone ("14 were
    killed")."""

    number: Number
    noun: Token

    def who(self) -> str:
        """The counted phrase without number and article; "" where the number stands alone."""
        noun = self.noun
        if self.number.digits_at <= noun.idx < self.number.end:
            return _name(noun) if noun.ent_type_ == "PERSON" else _portion(noun) or _of_phrase(noun)
        end = noun.i + 1
        for part in noun.children:
            if part.i > noun.i and part.dep_ not in _WHO_STOPS and clause.case(part) != "including":
                end = max(end, part.right_edge.i + 1)
        end = next((i for i in range(noun.i + 1, end) if noun.doc[i].text == ","), end)
        start = noun.left_edge.i
        while start < noun.i and (
            noun.doc[start].idx < self.number.end or noun.doc[start].dep_ in {"det", "case", "nummod"}
        ):
            start += 1
        return noun.doc[start:end].text.strip(" ,")


def find_amounts(doc: Doc) -> tuple[Amount, ...]:
    """The numbers of `doc` that count things, in order. Dates, ages, measures and money are left out."""
    known = doc.user_data.get(_CACHE)
    if known is None:
        known = doc.user_data[_CACHE] = tuple(_amounts(doc))
    return known


def _amounts(doc: Doc) -> list[Amount]:
    found = []
    for number in find_numbers(doc.text):
        words = doc.char_span(number.digits_at, number.end, alignment_mode="expand")
        noun = None if words is None or _is_dated(words) else _counted(_numeral(words), _before(doc, number))
        if noun is not None:
            found.append(Amount(number, noun))
    return found


def _before(doc: Doc, number: Number) -> Token | None:
    """The word before the number and the words that bound it."""
    words = doc.char_span(number.start, number.end, alignment_mode="expand")
    return doc[words.start - 1] if words is not None and words.start > words.sent.start else None


def _is_dated(words: Span) -> bool:
    """ "17 Sep", "Sep 2014"; a number that opens with 0 counts nothing either."""
    before, after = (words.doc[i] if 0 <= i < len(words.doc) else None for i in (words.start - 1, words.end))
    day = after is not None and _is_month(after)
    year = before is not None and _is_month(before) and _is_year(words[0])
    return day or year or words.text.startswith("0")


def _is_month(word: Token) -> bool:
    return word.lower_.rstrip(".") in _MONTHS and (word.text[0].isupper() or word.lower_ not in _VERBS)


def _is_year(word: Token) -> bool:
    return word.text.isdigit() and len(word.text) == 4 and word.text[:2] in {"19", "20"}


def _numeral(words: Span) -> Token:
    """The word of a number that hangs on what is counted: in "3,000 to 5,000 men" the last."""
    outside = [t for t in words if t.dep_ == "nummod" and not words.start <= t.head.i < words.end]
    return outside[-1] if outside else words.root


def single(noun: Token) -> Amount | None:
    """One somebody: "a civilian", counted as 1 by its article."""
    article = clause.child(noun, "det")
    if article is None or article.lower_ not in {"a", "an", "another"} or noun.tag_ != "NN":
        return None
    return Amount(Number(article.idx, article.idx + len(article.text), article.idx, 1, 1), noun)


def named(noun: Token) -> Amount | None:
    """The persons named beside each other, each counted as 1: "killed Soleimani and al-Muhandis" is two.

    None where a name among them is no person's: how many that is can't be told.
    """
    if noun.ent_type_ != "PERSON" or noun.dep_ not in {"obj", "nsubj", "nsubj:pass"}:
        return None
    names = [each for each in clause.conjuncts(noun) if each.pos_ == "PROPN"]
    persons = [each for each in names if each.ent_type_ == "PERSON"]
    if not persons or len(persons) < len(names):
        return None
    last = max(persons, key=lambda person: person.i)
    return Amount(Number(noun.idx, last.idx + len(last.text), noun.idx, len(persons), len(persons)), noun)


def _counted(head: Token, before: Token | None) -> Token | None:
    """The noun that the number headed by `head` counts, None where it counts nothing (a date, an age, a
    measure); `before` is the word before the number."""
    noun = head
    if head.dep_ in {"nummod", "compound", "det", "amod", "advmod"} and head.head.i != head.i:
        noun = head.head
        while (
            noun.dep_ in {"compound", "amod", "nummod"}
            and noun.head.i > noun.i
            and noun.head.pos_ in {"NOUN", "PROPN"}
        ):
            noun = noun.head
        if noun.i < head.i:
            return None
    if noun.pos_ in {"ADJ", "ADV"}:
        noun = _noun_after(noun) or noun  # "100 pro-democracy supporters"
    if noun.lemma_.lower() in _MEASURES or _is_month(noun) or noun.ent_type_ in {"DATE", "TIME"}:
        return None
    if noun.i == head.i:
        return _standing_alone(head, before)
    if noun.pos_ == "NUM" or (head.i + 1 < len(head.doc) and head.nbor().lower_ in _MEASURES):
        return None
    return noun


def _noun_after(word: Token) -> Token | None:
    """The noun that a hyphenated adjective before it was cut from."""
    after = word.doc[word.i + 1 : min(word.i + _HYPHENED, word.sent.end)]
    if not len(after) or after[0].text != "-":
        return None
    named = takewhile(lambda token: token.pos_ in {"NOUN", "PROPN", "ADJ"}, after[1:])
    return next((token for token in reversed(list(named)) if token.pos_ in {"NOUN", "PROPN"}), None)


def _standing_alone(head: Token, before: Token | None) -> Token | None:
    """ "14 were killed", "dozens of people" (the people are counted)."""
    for part in head.children:
        if (
            part.dep_ == "nmod"
            and clause.case(part) in {"of", "more"}
            and part.lower_ not in {"them", "those", "whom"}
        ):
            return part if part.lemma_.lower() not in _MEASURES else None
    if _is_age(head):
        return None
    if _is_portion(head):
        return head
    neighbours = [head.doc[i] for i in (head.i - 1, head.i + 1) if 0 <= i < len(head.doc)]
    if any(map(_is_month, neighbours)) or head.dep_ in {
        "obl:tmod",
        "nmod:tmod",
        "flat",
        "appos",
    }:
        return None
    if head.dep_ in {"obl", "nmod"} and not _leads_on(before) and clause.case(head) not in _CASES:
        return None
    return None if _is_year(head) else head


def _leads_on(before: Token | None) -> bool:
    """ "risen to more than 40", "injured at least 25": whatever a parser makes of the words that bound it."""
    return before is not None and (before.pos_ == "VERB" or before.lower_ in _CASES)


def _is_age(head: Token) -> bool:
    """ "a man aged 21", "Ann Lee, 22, of Avdo"."""
    before = head.nbor(-1) if head.i > head.sent.start else head
    after = head.nbor() if head.i + 1 < head.sent.end else head
    bracketed = before.text == "," and after.text in {",", "."} and before.i > head.sent.start
    return before.lower_ == "aged" or (bracketed and before.nbor(-1).pos_ == "PROPN")


def _is_portion(head: Token) -> bool:
    """ "15 people, four of them Americans": the four are counted too."""
    follows = head.doc[head.i + 1 : min(head.i + 3, head.sent.end)]
    return [word.lower_ for word in follows] in (["of", "them"], ["of", "whom"])


def _portion(head: Token) -> str:
    """The nouns after "four of them", "" where no portion is told."""
    if not _is_portion(head):
        return ""
    after = takewhile(lambda t: t.pos_ in {"NOUN", "PROPN", "ADJ"}, head.doc[head.i + 3 : head.sent.end])
    return "".join(token.text_with_ws for token in after).strip()


def _name(noun: Token) -> str:
    return next((e.text for e in noun.sent.ents if e.start <= noun.i < e.end), noun.text)


def _of_phrase(noun: Token) -> str:
    of = next((c for c in noun.children if c.dep_ == "nmod" and clause.case(c) == "of"), None)
    if of is None:
        return ""
    start, end = clause.extent(of)
    return noun.doc[start + 1 : end].text
