"""Sense: whether words that look like a time are one (May the minister, 1500 troops, spring the verb)."""

import re

from dateline.grounding.when.grammar import Expression
from dateline.grounding.when.tokens import Tokens
from dateline.grounding.when.words import table

_NAME_MONTHS = {"may", "march", "april", "june", "august", "mar", "jan"}
_FIRST_YEAR, _LAST_YEAR = 1200, 2099  # bare numbers beyond are counts or anything else
_USUAL_YEARS = 1700  # from here on a bare number is a year unless something speaks against it
_SURE = {"in", "since", "of", "by", "until", "during"}  # "in 2014 rebels took the town"
_REACH = 30  # characters before an expression that are asked
_NOUN = ("NOUN", "PROPN")
_NUMBER_PART = re.compile(r"\w[-/]\||[.,:#$€£]\||\|[.,:]\d|\|%|\|-\w|\|/\d")


def is_time(found: Expression, tokens: Tokens) -> bool:
    """False where the words around show that a match of the rules is no time."""
    check = _CHECKS.get(found.rule)
    return check is None or check(found, tokens)


def _month(found: Expression, tokens: Tokens) -> bool:
    if found.edge or found.slots["month"].lower() not in _NAME_MONTHS:
        return True
    token = tokens.at(found.start)
    if token.ent_type_ == "PERSON" or token.pos_ in ("VERB", "AUX"):
        return False
    before = token.nbor(-1) if token.i else None
    return before is not None and (before.lower_ in table("lead") or before.text in ("(", ","))


def _year(found: Expression, tokens: Tokens) -> bool:
    number = int(found.slots["year"])
    if not _FIRST_YEAR <= number <= _LAST_YEAR or not _stands_alone(tokens.text, found):
        return False
    if found.edge or tokens.text[found.core : found.end].lower().startswith("the year"):
        return True
    token = tokens.at(found.core)
    before = token.nbor(-1).lower_ if token.i else ""
    after = token.nbor(1) if token.i + 1 < len(tokens.doc) else None
    counts = after is not None and (after.tag_ == "NNS" or after.lower_ in table("counted"))
    if counts and before not in _SURE:
        return before in table("determiner") and number % 100 != 0
    if before in table("lead") or before == "(":
        return True
    return (number >= _USUAL_YEARS and (number % 100 != 0 or number == 2000)) or before in table("determiner")


def _stands_alone(text: str, found: Expression) -> bool:
    """No part of a longer number, a price, an address or a designation."""
    around = text[max(0, found.start - 2) : found.start] + "|" + text[found.end : found.end + 2]
    return not _NUMBER_PART.search(around)


def _season(found: Expression, tokens: Tokens) -> bool:
    if found.edge or len(found.slots) > 1:
        return True
    if tokens.at(found.end - 1).pos_ not in ("", *_NOUN):
        return False
    first = tokens.at(found.start)
    before = first.nbor(-1).lower_ if first.i else ""
    is_fall = found.slots["season"].lower() == "fall"
    return before in table("lead") or (not is_fall and before in table("determiner"))


def _units(found: Expression, tokens: Tokens) -> bool:
    return tokens.at(found.end - 1).tag_ in ("", "NNS", "NN")


def _duration(found: Expression, tokens: Tokens) -> bool:
    """Not "a second attack", which counts attacks, not ages, and not quarters of a thing."""
    text = tokens.text
    words = text[found.start : found.end].lower()
    if words.endswith("old") or re.match(r"[\s-]*old\b", text[found.end : found.end + 5]):
        return False
    unit = found.slots.get("unit", "").lower()
    return unit != "second" and not (unit.startswith("quarter") and "-" in words)


def _the_unit(found: Expression, tokens: Tokens) -> bool:
    """ "the year" tells no time unless words before it do ("the end of", "the first days of")."""
    if found.edge or found.slots["unit"].lower() == "weekend":
        return True
    before = tokens.text[max(0, found.start - _REACH) : found.start]
    return bool(re.search(r"\b(?:days?|weeks?|months?|half|part|quarters?)\s+(?:of|in)\s+$", before))


def _part(found: Expression, tokens: Tokens) -> bool:
    """ "at dawn", "in the evening", "early evening"; a bare "night" may be anything ("night raid")."""
    words = tokens.text[max(0, found.start - _REACH) : found.start].casefold().split()
    leads = table("daylead")
    return found.edge is not None or " ".join(words[-1:]) in leads or " ".join(words[-2:]) in leads


_CHECKS = {
    "month": _month,
    "year": _year,
    "season": _season,
    "units": _units,
    "duration": _duration,
    "the-unit": _the_unit,
    "bare-part": _part,
}
