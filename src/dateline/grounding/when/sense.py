"""Sense: whether words that look like a time are one ("May" the minister, "1500 troops", "spring" the verb)."""

import re

from dateline.grounding.when.grammar import Expression
from dateline.grounding.when.tokens import Tokens
from dateline.grounding.when.words import table

_NAME_MONTHS = {"may", "march", "april", "june", "august", "mar", "jan"}
_YEARS = range(1200, 2100)  # bare numbers beyond are counts or anything else
_NOUN = ("NOUN", "PROPN")


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
    number = int(found.slots["year"]) if "year" in found.slots else 0
    if number not in _YEARS or not _free(tokens.doc.text, found):
        return False
    if found.edge or tokens.doc.text[found.core : found.end].lower().startswith("the year"):
        return True
    token = tokens.at(found.core)
    before = token.nbor(-1).lower_ if token.i else ""
    if before in table("lead") or before == "(":
        return number >= 1400 or before in ("in", "of", "since", "until")
    after = token.nbor(1) if token.i + 1 < len(tokens.doc) else None
    if after is not None and (after.tag_ == "NNS" or after.lower_ in table("counted")):
        return False
    return number >= 1700 and (number % 100 != 0 or number == 2000) or before in table("determiner")


def _free(text: str, found: Expression) -> bool:
    """No part of a longer number, a price, an address or a designation."""
    around = text[max(0, found.start - 2) : found.start] + "|" + text[found.end : found.end + 2]
    return not re.search(r"[\w][-/]\||[.,:#$€£]\||\|[.,:]\d|\|%|\|-\w|\|/\d", around.replace(" |", "  |"))


def _season(found: Expression, tokens: Tokens) -> bool:
    if found.edge or len(found.slots) > 1:
        return True
    token = tokens.at(found.end - 1)
    if token.pos_ not in ("", *_NOUN):
        return False
    first = tokens.at(found.start)
    before = first.nbor(-1).lower_ if first.i else ""
    return (
        before in table("lead") or found.slots["season"].lower() != "fall" and before in table("determiner")
    )


def _units(found: Expression, tokens: Tokens) -> bool:
    token = tokens.at(found.end - 1)
    return token.tag_ in ("", "NNS", "NN")


def _duration(found: Expression, tokens: Tokens) -> bool:
    """Not "a second attack", which counts attacks, not ages, and not quarters of a thing."""
    words = tokens.doc.text[found.start : found.end].lower()
    if words.endswith("old") or re.match(r"[\s-]*old\b", tokens.doc.text[found.end : found.end + 5]):
        return False
    unit = found.slots.get("unit", "").lower()
    return unit != "second" and not (unit.startswith("quarter") and "-" in words)


def _the_unit(found: Expression, tokens: Tokens) -> bool:
    """ "the year" tells no time unless a word before it does ("the end of the year")."""
    return found.edge is not None or found.slots["unit"].lower() == "weekend"


_CHECKS = {
    "month": _month,
    "year": _year,
    "season": _season,
    "units": _units,
    "duration": _duration,
    "the-unit": _the_unit,
}
