"""Disagreement: where claims of one event can't all be right. Both sides stay, nothing is chosen.

Two values disagree only if they exclude each other: intervals without a common day, number bounds without a
common number, a deed told and denied, a doer claimed and another one named. What one report leaves out is
no disagreement, and neither is a toll that rises with time (see `update`).
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import combinations

from dateline.model import Count, Disagreement, Event, EventClaim, Party, RelationClaim, Report, Side, Span
from dateline.model.ids import content_id
from dateline.model.vocabulary import DisagreementField
from dateline.weaving.blame import one_side
from dateline.weaving.facet import days_of, fold, party_keys, sentence_around, stems_of
from dateline.weaving.likeness import DAY_SLACK, day_gap, parties_agree

Told = tuple[Count, EventClaim]
# Who denies that he had a hand in a deed does not deny the deed.
_OWN_PART = re.compile(
    r"\b(?:responsib\w*|role|part in|part of it|involve\w*|behind|nothing to do|hand in|accus\w*|charges?"
    r"|blam\w*|baseless|orchestrat\w*|link(?:s|ed)?)\b",
    re.IGNORECASE,
)
# Words for "whose number" that stand for anybody: "12 people" and "12 killed" count the same.
_ANYBODY = frozenset({"", "people", "person", "persons", "others", "dead"})


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


def counted(claims: list[EventClaim]) -> list[tuple[str, list[Told]]]:
    """For every thing counted, of the people most often spoken of: the counts with their claims.

    Parts of a report's own larger number ("six, three of them soldiers") and single persons by name are
    left out.
    """
    every = [(count, claim) for claim in claims for count in claim.counts if not _by_name(count, claim)]
    found = []
    for what in dict.fromkeys(count.what for count, _ in every):
        same = [t for t in every if t[0].what == what]
        whole = [t for t in same if not any(_is_part(t, larger) for larger in same)]
        groups = [[t for t in whole if _same_people(count.who, t[0].who)] for count, _ in whole]
        found.append((what, max(groups, key=len)))
    return found


def _by_name(count: Count, claim: EventClaim) -> bool:
    """True for a person counted by name; "eight Malian soldiers" are not."""
    return size(count) == 1 and any(
        p.kind == "named" and fold(p.name) == fold(count.who) for p in claim.targets
    )


def _is_part(one: Told, other: Told) -> bool:
    (count, claim), (larger, elsewhere) = one, other
    if claim.report != elsewhere.report or fold(count.who) == fold(larger.who):
        return False
    return size(count) < size(larger)


def size(count: Count) -> int:
    """The number that a toll is compared by: its lower bound, or the upper where only that is told."""
    return count.min if count.min is not None else count.max or 0


def excluding(told: list[Told]) -> list[Told]:
    """The counts that can't be right beside another one of `told`."""
    return [(n, c) for n, c in told if any(_exclude(n, m) for m, _ in told)]


def _exclude(one: Count, other: Count) -> bool:
    if one.span == other.span or not _same_people(one.who, other.who):
        return False
    return _below(one, other) or _below(other, one)


def _below(one: Count, other: Count) -> bool:
    return one.max is not None and other.min is not None and one.max < other.min


def _same_people(one: str, other: str) -> bool:
    """True when two phrases for who was counted can mean the same people: one says no more than the other."""
    a, b = fold(one), fold(other)
    if a in _ANYBODY or b in _ANYBODY:
        return True
    first, second = stems_of(one), stems_of(other)
    return first <= second or second <= first


def toll_disagreement(
    event: Event, what: str, rivals: list[Told], reports: Mapping[str, Report]
) -> Disagreement:
    """The disagreement about one toll: every rival number with its quote and speakers."""
    sides = toll_sides(rivals, reports)
    return _disagreement(event.id, "count", f"how many {what}: {_act(event)}", sides)


def toll_sides(told: Iterable[Told], reports: Mapping[str, Report]) -> tuple[Side, ...]:
    """One side a number, in the order of `told`, each with the words that hold the number."""
    sides = []
    for count, claim in told:
        held = claim.quote.contains(count.span)
        words = claim.quote if held else sentence_around(reports[claim.report], count.span)
        sides.append(replace(side(bounds(count), [claim]), quotes=(words,)))
    return _merged(sides)


def bounds(count: Count) -> str:
    """A count in words: "12", "at least 12", "up to 12", "12 to 15"."""
    if count.min is None:
        return f"up to {count.max}"
    if count.max is None:
        return f"at least {count.min}"
    return str(count.min) if count.min == count.max else f"{count.min} to {count.max}"


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
