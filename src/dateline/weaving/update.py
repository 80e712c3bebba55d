"""Update: a number that later reports revise. A rising toll is a time line, not a contradiction."""

import re
from collections.abc import Collection, Mapping
from itertools import pairwise

from dateline.model import Disagreement, Event, EventClaim, Report, Span, Update
from dateline.model.ids import content_id
from dateline.weaving.blame import one_side
from dateline.weaving.disagreement import toll_disagreement, toll_sides
from dateline.weaving.facet import sentence_around
from dateline.weaving.toll import Told, bounds, counted, excluding, size

# Words by which a report itself says that one number replaced another.
_REVISED = re.compile(
    r"\b(?:first|earlier|initial(?:ly)?|previous(?:ly)?|until then|no longer|raised|revis\w+|corrected"
    r"|updated|ris(?:en|es|ing)|rose|climb\w*|grew|grown|since then|later (?:in|that|put|said))\b",
    re.IGNORECASE,
)


def tolls_of(
    event: Event, claims: list[EventClaim], reports: Mapping[str, Report], first_texts: Mapping[str, str]
) -> tuple[list[Disagreement], list[Update]]:
    """The numbers of an event that differ, told apart: revised, or said side by side.

    A number is revised when it never falls from one day of publication to the next and rises at least once;
    two numbers of one day of a rising toll are steps of it, unless one report gives both and speaks of no
    revision. What the doers say of their own deed is no step but a rival's number. A number is also revised
    where a report says so itself ("the first reports had spoken of two"). What else excludes another number
    is a disagreement. What a copy repeats counts as published with its first text, which `first_texts` names
    by report.
    """
    disagreements, updates = [], []
    by_doers = {claim.report for claim in claims if _is_own(claim)}
    for what, told in counted(claims):
        days = _days(told, reports, first_texts)
        rivals = excluding(told)
        own = {bounds(count) for count, claim in told if claim.report in by_doers}
        steps = [t for t in told if bounds(t[0]) not in own]
        if _rises(steps, days) and not _at_odds(excluding(steps), reports):
            updates.append(_update(event, what, steps, days, reports))
            rivals = [t for t in rivals if _is_disputed(t, rivals, own)]
        elif rivals and _says_so(rivals, reports):
            updates.append(_update(event, what, rivals, days, reports))
            continue
        if rivals:
            disagreements.append(toll_disagreement(event, what, rivals, reports))
    return disagreements, updates


def _is_own(claim: EventClaim) -> bool:
    """True where one who did it tells of it."""
    doers = (*claim.actors, *claim.claimed_by)
    return bool(claim.speakers) and any(one_side(claim.speakers[-1].party, doer) for doer in doers)


def _is_disputed(one: Told, rivals: list[Told], own: Collection[str]) -> bool:
    """True for a number of the doers that excludes another's, and for that one."""
    others = [t for t in rivals if (bounds(t[0]) in own) != (bounds(one[0]) in own)]
    return one in excluding([one, *others])


def _days(
    told: list[Told], reports: Mapping[str, Report], first_texts: Mapping[str, str]
) -> dict[Span, str | None]:
    """The day each number was published; one that a copy repeats, with its first text."""
    known = {(claim.report, bounds(count)) for count, claim in told}
    days = {}
    for count, claim in told:
        first = first_texts.get(claim.report, claim.report)
        repeated = (first, bounds(count)) in known
        days[count.span] = reports[first if repeated else claim.report].published
    return days


def _rises(told: list[Told], days: Mapping[Span, str | None]) -> bool:
    by_day: dict[str, list[int]] = {}
    for count, _ in told:
        day = days[count.span]
        if day is None:
            return False
        by_day.setdefault(day, []).append(size(count))
    steps = [by_day[day] for day in sorted(by_day)]
    falls = any(min(later) < max(sooner) for sooner, later in pairwise(steps))
    return len(steps) > 1 and not falls and max(steps[-1]) > min(steps[0])


def _at_odds(rivals: list[Told], reports: Mapping[str, Report]) -> bool:
    """True where one report gives rival numbers and speaks of no revision: it contradicts itself."""
    by_report: dict[str, list[Told]] = {}
    for count, claim in rivals:
        by_report.setdefault(claim.report, []).append((count, claim))
    return any(excluding(told) and not _says_so(told, reports) for told in by_report.values())


def _says_so(rivals: list[Told], reports: Mapping[str, Report]) -> bool:
    """True when all the numbers stand in one report, in sentences that speak of a revision."""
    if len({claim.report for _, claim in rivals}) > 1:
        return False
    words = [sentence_around(reports[claim.report], count.span).text for count, claim in rivals]
    return any(_REVISED.search(sentence) for sentence in words)


def _update(
    event: Event,
    what: str,
    told: list[Told],
    days: Mapping[Span, str | None],
    reports: Mapping[str, Report],
) -> Update:
    ordered = sorted(told, key=lambda t: (days[t[0].span] or "", size(t[0])))
    identity = content_id("u", event.id, what, *sorted(claim.id for _, claim in told))
    return Update(identity, event.id, what, toll_sides(ordered, reports))
