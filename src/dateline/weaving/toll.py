"""Toll: a number that a report gives for an event, and whether it can be right beside another one."""

from dateline.model import Count, EventClaim
from dateline.reading.number import find_numbers
from dateline.weaving.facet import fold, party_keys, stems_of

Told = tuple[Count, EventClaim]
"""A count and the claim that tells it."""

# Words for "whose number" that stand for anybody: "12 people" and "12 killed" count the same.
_ANYBODY = frozenset({"", "people", "person", "persons", "men", "others", "dead"})


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
        groups = [[t for t in whole if _same_people(count, t[0])] for count, _ in whole]
        found.append((what, max(groups, key=len)))
    return found


def _by_name(count: Count, claim: EventClaim) -> bool:
    """True for persons counted by name, also beside each other; "eight Malian soldiers" are not."""
    if size(count) > 1 and find_numbers(count.span.text):
        return False
    return any(p.kind == "named" and fold(p.name) == fold(count.who) for p in claim.targets)


def _is_part(one: Told, other: Told) -> bool:
    """True for a smaller number of others in the same report ("six, three of them soldiers")."""
    (count, claim), (larger, elsewhere) = one, other
    if claim.report != elsewhere.report or size(count) >= size(larger):
        return False
    if fold(count.who) == fold(larger.who) or (_whose(count) and _whose(count) == _whose(larger)):
        return False
    return not (count.who and _whose(count) <= _whose(larger) and _told_apart(one, other))


def _told_apart(one: Told, other: Told) -> bool:
    """True for numbers of two speakers, and where one of the two stands beside the words of its claim."""
    (count, claim), (number, elsewhere) = one, other
    if not claim.quote.contains(count.span) or not elsewhere.quote.contains(number.span):
        return True
    voices = [party_keys(s.party for s in told.speakers) for told in (claim, elsewhere)]
    return all(voices) and not voices[0] & voices[1]


def size(count: Count) -> int:
    """The number that a toll is compared by: its lower bound, or the upper where only that is told."""
    return count.min if count.min is not None else count.max or 0


def excluding(told: list[Told]) -> list[Told]:
    """The counts that can't be right beside another one of `told`."""
    return [(n, c) for n, c in told if any(_exclude(n, m) for m, _ in told)]


def _exclude(one: Count, other: Count) -> bool:
    if one.span == other.span or not _same_people(one, other):
        return False
    return _below(one, other) or _below(other, one)


def _below(one: Count, other: Count) -> bool:
    """True for a number under another one, but for that of some among them: 4 soldiers of 12 people."""
    under = one.max is not None and other.min is not None and one.max < other.min
    return under and not _whose(one) > _whose(other)


def _same_people(one: Count, other: Count) -> bool:
    """True when two counts can be of the same people: one says no more of whom than the other."""
    return _whose(one) <= _whose(other) or _whose(other) <= _whose(one)


def _whose(count: Count) -> frozenset[str]:
    """What is said of the counted, empty where they may be anybody."""
    return frozenset() if fold(count.who) in _ANYBODY else stems_of(count.who)


def bounds(count: Count) -> str:
    """A count in words: "12", "at least 12", "up to 12", "12 to 15"."""
    if count.min is None:
        return f"up to {count.max}"
    if count.max is None:
        return f"at least {count.min}"
    return str(count.min) if count.min == count.max else f"{count.min} to {count.max}"
