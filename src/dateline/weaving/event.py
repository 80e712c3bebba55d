"""Event: one occurrence as the record shows it, each value once, with the words that give it."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from dateline.grounding.who.lexicon import PERSONS, Lexicon
from dateline.model import Count, Event, EventClaim, Party, Speaker, When, Where
from dateline.model.ids import content_id
from dateline.model.vocabulary import Status
from dateline.reading.number import find_numbers
from dateline.weaving.facet import days_of, fold, name_words, party_keys
from dateline.weaving.likeness import parties_agree
from dateline.weaving.occurrence import Occurrence
from dateline.weaving.origin import Origins

# The firmest word wins: what one report tells as done is done in the record, and the doubt stays beside it.
_FIRMNESS: tuple[Status, ...] = (
    "actual", "alleged", "denied", "planned", "threatened", "demanded", "hypothetical",
)  # fmt: skip

_AFTER_NOUN = re.compile(r",| (?:of|in|from|at|with|who|whose|for|near|on) ")
_PLURAL = re.compile("(?:(?<!s)s|men)$", re.IGNORECASE)

# Types that are done by speaking: all who are quoted with the words belong to them.
_SAID = frozenset({"THREATEN", "REQUEST", "ACCUSE", "AGREE", "REJECT"})


def event_of(occurrence: Occurrence, origins: Origins) -> Event:
    """The event that an occurrence amounts to; `responds_to` still names a claim, see `with_responses`."""
    claims = fullest_first([facet.claim for facet in occurrence.facets])
    first = occurrence.facets[0].claim
    return Event(
        id=content_id("v", first.id),
        type=claims[0].type,
        mode=next((c.mode for c in claims if c.mode), None),
        core=any(c.core for c in claims),
        status=min((c.status for c in claims), key=_FIRMNESS.index),
        claims=tuple(c.id for c in claims),
        reports=tuple(dict.fromkeys(facet.claim.report for facet in occurrence.facets)),
        actors=_fullest_and_rivals([(c.report, c.actors) for c in claims]),
        targets=_fullest_and_rivals([(c.report, c.targets) for c in claims]),
        speakers=_distinct_speakers(claims),
        claimed_by=distinct_parties(p for c in claims for p in c.claimed_by),
        denied_by=distinct_parties(p for c in claims for p in c.denied_by),
        when=_narrowest([c.when for c in claims if c.when]),
        places=_distinct_places(claims),
        counts=_distinct_counts(claims),
        instrument=next((c.instrument for c in claims if c.instrument), None),
        responds_to=next((c.responds_to for c in claims if c.responds_to), None),
        origins=origins.of(facet.claim for facet in occurrence.facets),
        joins=tuple(dict.fromkeys("; ".join(join.why) for join in occurrence.joins)),
    )


def with_responses(events: Iterable[Event]) -> list[Event]:
    """`events` with `responds_to` naming the event that the claim belongs to; one of itself is dropped."""
    listed = list(events)
    home = {claim: event.id for event in listed for claim in event.claims}

    def answered(event: Event) -> str | None:
        answer = home.get(event.responds_to or "")
        return answer if answer != event.id else None

    return [replace(event, responds_to=answered(event)) for event in listed]


def fullest_first(claims: list[EventClaim]) -> list[EventClaim]:
    """Claims by how much they say, ties in canonical order."""
    return sorted(claims, key=lambda c: -fullness(c))


def fullness(claim: EventClaim) -> int:
    """How many of its fields a claim fills; an inherited date does not count."""
    own_date = claim.when is not None and not claim.when.inherited
    filled = (claim.actors, claim.targets, claim.places, claim.counts, claim.instrument, own_date, claim.core)
    return sum(bool(value) for value in filled)


def _fullest_and_rivals(told: list[tuple[str, tuple[Party, ...]]]) -> tuple[Party, ...]:
    """The parties of the fullest claim that names any, and those of others that are rivals.

    `told` are reports and the parties that each claim of theirs names. Within one report, words without a
    name ("the victims", "five members") are no rivals of whom it told of before: they describe them again,
    and a person's name stands for the words that first told of him ("a British engineer").
    """
    kept: list[Party] = []
    seen: set[str] = set()
    for report, parties in told:
        rivals = [p for p in parties if report not in seen or p.kind != "unnamed"]
        if report in seen and len(kept) == 1 and _is_one_unnamed(kept[0]) and _are_persons(rivals):
            kept = []
        known = party_keys(kept)
        if rivals and (not known or parties_agree(known, party_keys(rivals)) < 0):
            kept.extend(distinct_parties(rivals))
        if parties:
            seen.add(report)
    return tuple(kept)


def _is_one_unnamed(party: Party) -> bool:
    """True for "a British engineer", not for "36 people", "eleven policemen" or "the crew"."""
    told = _AFTER_NOUN.split(party.name, maxsplit=1)[0]
    noun = told.split()[-1] if told.split() else ""
    several = any(number.max != 1 for number in find_numbers(told)) or _PLURAL.search(noun)
    is_somebody = Lexicon.shipped().noun(noun) in PERSONS | {"fighter"}
    return party.kind == "unnamed" and is_somebody and not several


def _are_persons(parties: list[Party]) -> bool:
    return bool(parties) and all(p.kind == "named" and p.schema == "Person" for p in parties)


def distinct_parties(parties: Iterable[Party]) -> tuple[Party, ...]:
    """Each party once, under the fullest name that was used for it, in order of first mention."""
    kept: list[Party] = []
    for party in parties:
        at = next((i for i, known in enumerate(kept) if same_party(known, party)), None)
        if at is None:
            kept.append(party)
        elif len(name_words(party.name)) > len(name_words(kept[at].name)):
            kept[at] = party
    return tuple(kept)


def same_party(one: Party, other: Party) -> bool:
    """True when two mentions are one party for display: one id, one name, or a name in a name."""
    if one.actor and other.actor:
        return one.actor == other.actor
    if fold(one.name) == fold(other.name):
        return True
    a, b = name_words(one.name), name_words(other.name)
    return bool(a) and bool(b) and (a <= b or b <= a)


def _distinct_speakers(claims: list[EventClaim]) -> tuple[Speaker, ...]:
    """Each speaker once; `claims` stand fullest first.

    A deed has the speakers of the claim that says most of it in each report: what others say of it beside
    makes no hearsay of what the report tells itself.
    """
    kept: list[Speaker] = []
    fullest = {claim.report: claim for claim in reversed(claims)}
    telling = [c for c in claims if c.type in _SAID or fullest[c.report] is c]
    for speaker in (s for c in telling for s in c.speakers):
        if not any(same_party(known.party, speaker.party) for known in kept):
            kept.append(speaker)
    return tuple(kept)


def _narrowest(whens: list[When]) -> When | None:
    """The narrowest time told, of those alike the one told most often."""
    often = Counter((when.earliest, when.latest) for when in whens)

    def rank(when: When) -> tuple[int, int, bool, int]:
        ends = (when.earliest, when.latest)
        return (sum(end is None for end in ends), _days(when), when.inherited, -often[ends])

    return min(whens, key=rank, default=None)


def _days(when: When) -> int:
    first, last = days_of(when)
    return (last - first) if first is not None and last is not None else 0


def _distinct_places(claims: list[EventClaim]) -> tuple[Where, ...]:
    kept: dict[str, Where] = {}
    for where in (w for c in claims for w in c.places):
        kept.setdefault(where.entry or fold(where.name), where)
    return tuple(kept.values())


def _distinct_counts(claims: list[EventClaim]) -> tuple[Count, ...]:
    kept: dict[tuple[str, int | None, int | None], Count] = {}
    for count in (n for c in claims for n in c.counts):
        kept.setdefault((count.what, count.min, count.max), count)
    return tuple(kept.values())
