"""Antecedent: the act told before that a mention without values of its own speaks of.

"The attack" points back, and "three soldiers were killed" tells what came of an act: neither repeats who,
where and when, so neither could be joined on agreement. Within a report the nearest act that fits is meant.
"""

from collections.abc import Iterator, Sequence

from dateline.weaving.facet import Facet, tells_outcome
from dateline.weaving.likeness import (
    acts_agree,
    days_agree,
    is_vague,
    parties_agree,
    places_agree,
    series_differ,
    victims_clash,
)

# An outcome is told beside its act; what points back may stand further off.
_HARM_REACH, _PLACE_REACH, _DEFINITE_REACH = 2, 6, 12


def antecedents(told: Sequence[Facet]) -> Iterator[tuple[Facet, Facet, str]]:
    """For every bare mention among the facets of one report, in text order: its act, itself, and why."""
    for at, facet in enumerate(told):
        if facet.harm and (act := _harm_of(facet, told, at)):
            yield act, facet, "what came of the act told beside it"
        elif facet.definite and not facet.harm and (act := _meant(facet, told[:at])):
            yield act, facet, "the words point back to it"


def _harm_of(harm: Facet, told: Sequence[Facet], at: int) -> Facet | None:
    """The nearest act of the same place, else the nearest act beside it."""
    if harm.family != "ASSAULT":
        return None
    following = [f for f in told[at + 1 :] if f.sentence == harm.sentence]
    acts = [f for f in (*reversed(told[:at]), *following) if not tells_outcome(f) and _fits(harm, f)]
    gap = {act.claim.id: harm.sentence - act.sentence for act in acts}
    here = [f for f in acts if places_agree(harm, f) > 0 and gap[f.claim.id] <= _PLACE_REACH]
    beside = [f for f in acts if gap[f.claim.id] <= _HARM_REACH]
    return next(iter((*here, *beside)), None)


def _meant(mention: Facet, before: Sequence[Facet]) -> Facet | None:
    near = [f for f in reversed(before) if mention.sentence - f.sentence <= _DEFINITE_REACH]
    fitting = [f for f in near if (not tells_outcome(f) or tells_outcome(mention)) and _fits(mention, f)]
    named_so = [f for f in fitting if mention.stems & f.stems]
    if named_so:
        return named_so[0]
    if mention.family == "ASSAULT" and is_vague(mention):
        return next(iter(fitting), None)
    return None


def _fits(bare: Facet, act: Facet) -> bool:
    """Nothing that the bare mention says itself speaks against the act."""
    if bare.family != act.family or bare.done != act.done or series_differ(bare, act):
        return False
    if acts_agree(bare, act) < 0 or _other_means(bare, act):
        return False
    if bare.dated and act.dated and days_agree(bare, act) < 0:
        return False
    if bare.persons and parties_agree(bare.persons, act.persons) <= 0:
        return False
    return places_agree(bare, act) >= 0 and not victims_clash(bare, act)


def _other_means(one: Facet, other: Facet) -> bool:
    means = [f.claim.instrument.value for f in (one, other) if f.claim.instrument]
    return len(set(means)) > 1
