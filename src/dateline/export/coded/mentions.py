"""GDELT 2.0 Mentions: every claim of every event of `gdelt`, as its 16 columns."""

from collections.abc import Iterator

from dateline.case.rows import Value
from dateline.export.address import address, web_address
from dateline.export.chosen import Chosen
from dateline.export.coded import tabs
from dateline.export.coded.gdelt import Dyad, dyads, stamp
from dateline.export.coded.mark import outlet_of
from dateline.export.format import Format
from dateline.model import EventClaim, Party

COLUMNS = (
    "GLOBALEVENTID", "EventTimeDate", "MentionTimeDate", "MentionType", "MentionSourceName",
    "MentionIdentifier", "SentenceID", "Actor1CharOffset", "Actor2CharOffset", "ActionCharOffset",
    "InRawText", "Confidence", "MentionDocLen", "MentionDocTone", "MentionDocTranslationInfo", "Extras",
)  # fmt: skip

_WEB, _CITED = 1, 2
_NOWHERE = -1


def content(chosen: Chosen) -> Iterator[str]:
    """A line for each claim of each pair of actors."""
    for dyad in dyads(chosen):
        for id_ in dyad.event.claims:
            claim = chosen.claims[id_]
            if isinstance(claim, EventClaim):
                yield tabs.line(_row(chosen, dyad, claim))


def _row(chosen: Chosen, dyad: Dyad, claim: EventClaim) -> list[Value]:
    report = chosen.reports[claim.report]
    return [
        dyad.id, stamp(dyad.day.isoformat()), stamp(report.published),
        _WEB if web_address(report) else _CITED,
        outlet_of(report), address(report), None,
        _offset(claim, dyad.actor1), _offset(claim, dyad.actor2), claim.trigger.start,
        1, None, len(report.text), None, None, f"claim={claim.id};case={chosen.version}",
    ]  # fmt: skip


def _offset(claim: EventClaim, party: Party | None) -> int:
    """Where the claim names the party; -1 where it does not, as GDELT has it."""
    named = (*claim.actors, *claim.targets)
    return next((p.span.start for p in named if party and p.name == party.name), _NOWHERE)


FORMAT = Format(
    name="gdelt-mentions",
    family="coding schemes",
    suffix=".mentions.csv",
    media="text/tab-separated-values",
    people="tools for GDELT Mentions",
    rule="One tab-separated line without header for each claim of each line of gdelt, with exact character "
    "offsets into the report's text. Claim and case stand in Extras.",
    loss="As gdelt; which sentence it is; Confidence and tone stay empty, as dateline computes none.",
    content=content,
)
