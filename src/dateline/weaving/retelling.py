"""Retelling: how strongly two mentions in one report speak for one happening, by weights learnt from reports.

What is seen of a pair are signs in words ("same actor", "the words point back"); each has one weight in
`retelling.tsv`, so the signs that speak for a join are its reasons. Made by `python -m training.retelling`.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files

from dateline.weaving.facet import OUTCOMES, Facet, tells_outcome
from dateline.weaving.likeness import (
    VAGUE_MODES,
    Agreement,
    days_agree,
    is_vague,
    parties_agree,
    parties_alike,
    places_agree,
    places_near,
    same_words,
)

ALWAYS = "always"
"""The row of the table that is no sign: the weight of every pair."""
# Log odds that a join needs, and what it adds that a mention means just this act: chosen by the pairs joined
# rightly in press reports and in the project's own examples, from which no weight is learnt.
_NEEDED, _MEANT = 0.1, 2.0
_AGREEMENTS = frozenset(
    {
        "same words for the act", "same mode", "same actor", "same target",
        "same person", "target with the same head word", "same place", "near place", "same day",
    }
)  # fmt: skip
_ROLES = ("actor", "target")
_AGREED: Mapping[Agreement, str] = {1: "same", 0: "like", -1: "other"}
# Upper ends of the steps in which sentences between two mentions, and mentions of one type, are told.
_STEPS = {0: "same sentence", 1: "next sentence", 3: "two or three sentences on", 8: "some sentences on"}
_CROWDS = {2: "two of the type", 4: "a few of the type", 8: "several of the type", 16: "many of the type"}
_LEAD = 1


def judged(
    one: Facet, other: Facet, crowd: Mapping[str, int], meant: str | None
) -> tuple[float, tuple[str, ...]]:
    """How strongly two mentions speak for one happening, above zero for a join, and what they agree in.

    `one` is told before `other`, `crowd` counts the mentions of each family in the report, and `meant` says
    why one of the two means just the other (`antecedents`), None where neither does.
    """
    seen = signs(one, other, crowd)
    weights = _weights()
    weight = weights[ALWAYS] - _NEEDED + sum(weights.get(sign, 0.0) for sign in seen)
    agreed = tuple(sorted((s for s in seen if s in _AGREEMENTS), key=lambda s: (-weights.get(s, 0.0), s)))
    if meant:
        return weight + _MEANT, (meant, *agreed)
    # What agrees in nothing is not joined for being told in a like way.
    return (weight if agreed else min(weight, 0.0)), agreed


def signs(one: Facet, other: Facet, crowd: Mapping[str, int]) -> list[str]:
    """What is seen of two mentions of one report, `one` told before `other`; each sign once."""
    return [
        *_signs_of_act(one, other),
        *_signs_of_parties(one, other),
        *_signs_of_setting(one, other),
        *_signs_of_words(one, other),
        _step(_STEPS, other.sentence - one.sentence, "far on"),
        _step(_CROWDS, crowd[one.family], "very many of the type"),
        f"type {one.family}",
    ]


def _signs_of_act(one: Facet, other: Facet) -> Iterator[str]:
    # Two deaths in one report are told in the same words whether they are one or not.
    deaths = tells_outcome(one) and tells_outcome(other)
    if same_words(one, other) and not deaths:
        yield "same words for the act"
    shared = (one.modes & other.modes) - VAGUE_MODES
    if shared - OUTCOMES if deaths else shared:
        yield "same mode"
    if one.modes and other.modes and not one.modes & other.modes:
        yield "other mode"
    vague = is_vague(one) + is_vague(other)
    if vague:
        yield "one says no kind of act" if vague == 1 else "neither says a kind of act"
    if one.harm != other.harm:
        yield "one tells what came of it"
    if one.claim.status != other.claim.status:
        yield "other status"


def _signs_of_parties(one: Facet, other: Facet) -> Iterator[str]:
    for role, first, second in zip(
        _ROLES, (one.actors, one.targets), (other.actors, other.targets), strict=True
    ):
        if first and second:
            yield f"{_AGREED[parties_agree(first, second)]} {role}"
        else:
            yield f"one {role}" if first or second else f"no {role}"
    if one.actors & other.targets or one.targets & other.actors:
        yield "actor there, target here"
    if one.persons & other.persons:
        yield "same person"
    if not one.targets & other.targets and parties_alike(one.targets, other.targets):
        yield "target with the same head word"


def _signs_of_setting(one: Facet, other: Facet) -> Iterator[str]:
    if places_agree(one, other) > 0:
        yield "same place"
    elif places_near(one, other):
        yield "near place"
    elif one.spot and other.spot:
        yield "other place"
    if days_agree(one, other) > 0:
        yield "same day"
    elif one.dated and other.dated:
        yield "both dated"
    elif one.dated or other.dated:
        yield "one dated"


def _signs_of_words(one: Facet, other: Facet) -> Iterator[str]:
    if other.definite:
        yield "the words point back"
        if one.definite:
            yield "both point back"
    if other.anew:
        yield "the words open something new"
    if one.sentence <= _LEAD:
        yield "told in the lead"


def _step(steps: Mapping[int, str], number: int, beyond: str) -> str:
    return next((name for most, name in steps.items() if number <= most), beyond)


@cache
def _weights() -> Mapping[str, float]:
    lines = files("dateline.weaving").joinpath("retelling.tsv").read_text("utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    next(rows)
    return {sign: float(weight) for sign, weight in rows}
