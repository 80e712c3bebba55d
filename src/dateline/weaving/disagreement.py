"""Disagreement: where claims of one event can't all be right. Both sides stay, nothing is chosen.

Two values disagree only if they exclude each other: intervals without a common day, number bounds without a
common number, a deed told and denied, a doer claimed and another one named. What one report leaves out is
no disagreement, and neither is a toll that rises with time (see `update`).
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import combinations

from dateline.model import Disagreement, Event, EventClaim, Party, RelationClaim, Report, Side, Span
from dateline.model.ids import content_id
from dateline.model.vocabulary import DisagreementField
from dateline.weaving.blame import one_side
from dateline.weaving.facet import days_of, fold, party_keys, sentence_around
from dateline.weaving.likeness import DAY_SLACK, day_gap, parties_agree
from dateline.weaving.toll import Told, bounds

# Who denies that he had a hand in a deed does not deny the deed.
_OWN_PART = re.compile(
    r"\b(?:responsib\w*|role|part in|part of it|involve\w*|behind|nothing to do|hand in|accus\w*|charges?"
    r"|blam\w*|baseless|orchestrat\w*|link(?:s|ed)?)\b",
    re.IGNORECASE,
)


def disagreements_of(
    event: Event, claims: list[EventClaim], reports: Mapping[str, Report]
) -> list[Disagreement]:
    """Every disagreement among the claims of one event, `claims` in canonical order; not tolls."""
    found = [_time(event, claims), _status(event, claims, reports), _actor(event, claims)]
    return [d for d in found if d is not None]


def _time(event: Event, claims: list[EventClaim]) -> Disagreement | None:
    dated = [c for c in claims if c.when and not c.when.inherited and (c.when.earliest or c.when.latest)]
    rivals = [pair for pair in combinations(dated, 2) if _apart(*pair)]
    if not rivals:
        return None
    involved = [c for c in dated if any(c in pair for pair in rivals)]
    sides = _sides((_interval(c), c) for c in involved)
    return _disagreement(event.id, "time", f"when: {_act(event)}", sides)


def _apart(one: EventClaim, other: EventClaim) -> bool:
    return day_gap(days_of(one.when), days_of(other.when)) > DAY_SLACK


def _interval(claim: EventClaim) -> str:
    assert claim.when is not None
    first, last = claim.when.earliest or "open", claim.when.latest or "open"
    return first if first == last else f"{first} to {last}"


def _status(event: Event, claims: list[EventClaim], reports: Mapping[str, Report]) -> Disagreement | None:
    """The deed told and denied; a denial of one's own part in it is no denial of the deed (see `blame`)."""
    doers = [p for c in claims if c.type != "ACCUSE" for p in (*c.actors, *c.claimed_by)]
    denied = [(c, words) for c in claims if (words := _denial(c, doers, reports[c.report]))]
    told = [c for c in claims if c.status == "actual" or (c.status == "alleged" and c.speakers)]
    if not told or not denied:
        return None
    sides = [side("told as done", told)]
    for claim, words in denied:
        who = ", ".join(dict.fromkeys(p.name for p in _deniers(claim)))
        sides.append(replace(side(f"denied by {who}", [claim]), quotes=(words,)))
    return _disagreement(event.id, "status", f"whether it happened as told: {_act(event)}", _merged(sides))


def _denial(claim: EventClaim, doers: list[Party], report: Report) -> Span | None:
    """The words with which somebody denies the deed itself: not the report, and not whoever is said to be
    its doer, who denies his part."""
    if any(one_side(denier, doer) for denier in _deniers(claim) for doer in doers):
        return None
    if claim.denied_by:
        words = sentence_around(report, claim.denied_by[0].span)
    elif claim.status == "denied" and claim.speakers:
        words = claim.quote
    else:
        return None
    return None if _OWN_PART.search(words.text) else words


def _deniers(claim: EventClaim) -> list[Party]:
    return list(claim.denied_by) or [s.party for s in claim.speakers]


def _merged(sides: list[Side]) -> tuple[Side, ...]:
    by_value: dict[str, Side] = {}
    for one in sides:
        known = by_value.get(one.value)
        by_value[one.value] = (
            one
            if known is None
            else replace(
                known,
                quotes=tuple(dict.fromkeys((*known.quotes, *one.quotes))),
                claims=tuple(dict.fromkeys((*known.claims, *one.claims))),
                speakers=tuple(dict.fromkeys((*known.speakers, *one.speakers))),
            )
        )
    return tuple(by_value.values())


def _actor(event: Event, claims: list[EventClaim]) -> Disagreement | None:
    """Two that claim one deed, or one that claims it and another that is alleged to have done it."""
    pairs = [(c, doers) for c in claims if (doers := c.claimed_by or _alleged(c))]
    rivals = [
        c
        for c, doers in pairs
        if any(_rival(doers, others) for other, others in pairs if c.claimed_by or other.claimed_by)
    ]
    if not rivals:
        return None
    doers_of = {c.id: doers for c, doers in pairs}
    sides = _sides((", ".join(p.name for p in doers_of[c.id]), c) for c in rivals)
    return _disagreement(event.id, "actor", f"who did it: {_act(event)}", sides)


def _alleged(claim: EventClaim) -> tuple[Party, ...]:
    return _named(claim.actors) if claim.status == "alleged" else ()


def _named(parties: tuple[Party, ...]) -> tuple[Party, ...]:
    return tuple(p for p in parties if p.kind == "named")


def _rival(doers: tuple[Party, ...], others: tuple[Party, ...]) -> bool:
    if any(one_side(one, other) for one in doers for other in others):
        return False
    return parties_agree(party_keys(doers), party_keys(others)) < 0


def toll_disagreement(
    event: Event, what: str, rivals: list[Told], reports: Mapping[str, Report]
) -> Disagreement:
    """The disagreement about one toll: every rival number with its quote and speakers."""
    sides = toll_sides(rivals, reports)
    return _disagreement(event.id, "count", f"how many {what}: {_act(event)}", sides)


def toll_sides(told: Iterable[Told], reports: Mapping[str, Report]) -> tuple[Side, ...]:
    """One side a number, in the order of `told`, each with the words that hold the number.

    Whose number it is stays open where it stands beside the words of its claim, or the claim has several.
    """
    sides, told = [], list(told)
    numbers: dict[str, set[str]] = {}
    for count, claim in told:
        numbers.setdefault(claim.id, set()).add(bounds(count))
    for count, claim in told:
        held = claim.quote.contains(count.span)
        words = claim.quote if held else sentence_around(reports[claim.report], count.span)
        one = replace(side(bounds(count), [claim]), quotes=(words,))
        sides.append(one if held and len(numbers[claim.id]) == 1 else replace(one, speakers=()))
    return _merged(sides)


def relation_disagreements(relations: Iterable[RelationClaim]) -> Iterator[Disagreement]:
    """Ties that one claim states and another denies."""
    told: dict[tuple[str, ...], list[RelationClaim]] = {}
    for relation in relations:
        ends = (
            relation.source.actor or fold(relation.source.name),
            relation.target.actor or fold(relation.target.name),
        )
        told.setdefault((relation.type, *ends), []).append(relation)
    for claims in told.values():
        if len({c.negated for c in claims}) == 2:
            about = f"{claims[0].source.name} {claims[0].type} {claims[0].target.name}"
            sides = _sides(("denied" if c.negated else "stated", c) for c in claims)
            yield _disagreement(None, "relation", about, sides)


def _sides(valued: Iterable[tuple[str, EventClaim | RelationClaim]]) -> tuple[Side, ...]:
    grouped: dict[str, list[EventClaim | RelationClaim]] = {}
    for value, claim in valued:
        grouped.setdefault(value, []).append(claim)
    return tuple(side(value, claims) for value, claims in grouped.items())


def side(
    value: str, claims: list[EventClaim] | list[RelationClaim] | list[EventClaim | RelationClaim]
) -> Side:
    """One side: the value and everything that stands behind it, in the order of `claims`."""
    return Side(
        value=value,
        quotes=tuple(dict.fromkeys(c.quote for c in claims)),
        claims=tuple(dict.fromkeys(c.id for c in claims)),
        speakers=tuple(dict.fromkeys(s.party.name for c in claims for s in c.speakers)),
    )


def _disagreement(
    event: str | None, field: DisagreementField, about: str, sides: tuple[Side, ...]
) -> Disagreement:
    claims = sorted(claim for s in sides for claim in s.claims)
    return Disagreement(content_id("d", field, *claims), event, about, field, sides)


def _act(event: Event) -> str:
    """The event in a few neutral words for a heading."""
    what = event.mode or event.type.lower()
    whom = f" of {event.targets[0].name}" if event.targets else ""
    return f"{what}{whom}"
