"""Grade: how far an event is borne out, in one word with a stated rule; never a score.

The first that fits: withdrawn, whoever told it as done says later that it did not happen; denied, nobody
tells it as done; contested, somebody denies it or names another doer; claimed, a deed of which only those
speak who are said to have done it; two or more origins; single origin.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

from dateline.model import Event, EventClaim, Report
from dateline.model.vocabulary import DisagreementField, EventType, Grade
from dateline.weaving.blame import one_side
from dateline.weaving.origin import Origins

_DONE = frozenset({"actual", "alleged"})
# PLOVER's verbal types: to say them is to do them, so that they rest on their speaker is no reservation.
_VERBAL: frozenset[EventType] = frozenset(
    {"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "THREATEN"}
)
_CONTESTING: frozenset[DisagreementField] = frozenset({"status", "actor", "responsibility"})


def grade_of(
    event: Event,
    claims: Sequence[EventClaim],
    origins: Origins,
    reports: Mapping[str, Report],
    disputed: Collection[DisagreementField],
) -> Grade:
    """The grade of `event`, told by `claims`, whose disagreements are about the fields `disputed`."""
    if _is_withdrawn(claims, origins, reports):
        return "withdrawn"
    if event.status == "denied":
        return "denied"
    if event.denied_by or any(c.status == "denied" for c in claims) or _CONTESTING.intersection(disputed):
        return "contested"
    is_deed = event.status in _DONE and event.type not in _VERBAL
    if is_deed and all(_is_own_claim(claim, event) for claim in claims):
        return "claimed"
    return "two or more origins" if len(event.origins) > 1 else "single origin"


def _is_withdrawn(claims: Sequence[EventClaim], origins: Origins, reports: Mapping[str, Report]) -> bool:
    """True where every origin that told it as done denies it in a report published on a later day."""
    told: dict[str, list[str | None]] = defaultdict(list)
    denied: dict[str, list[str]] = defaultdict(list)
    for claim in claims:
        day = reports[claim.report].published
        if claim.status in _DONE:
            told[origins.key(claim)].append(day)
        elif claim.status == "denied" and day:
            denied[origins.key(claim)].append(day)
    return bool(told) and all(_is_later(denied[origin], days) for origin, days in told.items())


def _is_later(denied: list[str], told: list[str | None]) -> bool:
    return bool(denied) and all(day is not None and day < max(denied) for day in told)


def _is_own_claim(claim: EventClaim, event: Event) -> bool:
    """True where the words go back to one who did it or claims to have done it."""
    if claim.claimed_by or (claim.attribution == "claimed" and event.actors):
        return True
    doers = (*event.actors, *event.claimed_by)
    return bool(claim.speakers) and any(one_side(claim.speakers[-1].party, doer) for doer in doers)
