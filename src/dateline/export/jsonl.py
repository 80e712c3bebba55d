"""JSON Lines: everything a case holds, one object a line, nothing flattened and nothing lost.

Each line has `kind` first: report, event_claim, relation_claim, figure_claim, event, disagreement, update,
copy or decision. The other fields are those of the class of that name in `dateline.model`. An event also has
`quotes`, the words of its claims; claims and sides carry theirs in themselves. A decision also has `decides`,
its own kind, `about`, the decision in words, whether it `holds`, and what was `read`. Last comes `case`, the
version of the case, and where names or places were withheld, `withheld` says so.
"""

from collections.abc import Iterable, Iterator, Mapping

from dateline.case.decided import DecisionSeen, decisions_seen
from dateline.case.shelf import Shelf
from dateline.export.chosen import Chosen
from dateline.export.format import Format, view_of
from dateline.export.jsontext import to_json
from dateline.model import Claim, Event, EventClaim, FigureClaim, RelationClaim
from dateline.model.codec import to_plain

WHAT = (
    "reports", "claims", "events", "relations", "figures", "disagreements", "updates", "copies", "decisions",
)  # fmt: skip
"""What can be exported."""

_ALL = (
    "reports",
    "claims",
    "events",
    "disagreements",
    "updates",
    "copies",
    "decisions",
)  # relations and figures are claims

_SINGULAR = {"disagreements": "disagreement", "updates": "update", "copies": "copy"}

_Line = tuple[str, object, Mapping[str, object]]
"""The kind, the noun, and what the line says beside it."""

_CLAIM_KINDS = {EventClaim: "event_claim", RelationClaim: "relation_claim", FigureClaim: "figure_claim"}


def lines(shelf: Shelf, what: str = "all", also: Mapping[str, str] | None = None) -> Iterator[str]:
    """The lines of one of `WHAT`, or of all, each with `also`; the same for the same set of reports."""
    for name in _ALL if what == "all" else (what,):
        for kind, noun, more in _nouns(shelf, name):
            yield (to_json({"kind": kind, **to_plain(noun), **more, **(also or {})}) + "\n")


def content(chosen: Chosen) -> Iterator[str]:
    """The lines of what was chosen."""
    also = {"case": chosen.version}
    if chosen.options.withheld:
        also["withheld"] = chosen.options.withheld
    return lines(chosen, view_of(chosen, FORMAT), also)


def _nouns(shelf: Shelf, what: str) -> Iterator[_Line]:
    record = shelf.record if what not in ("reports", "claims") else None
    if what == "decisions":
        yield from map(_decision, decisions_seen(shelf))
    elif record is None and what == "reports":
        yield from (("report", kept.report, {"read_by": kept.read_by}) for kept in shelf.kept)
    elif record is None:
        yield from _claims(claim for kept in shelf.kept for claim in kept.claims)
    elif what == "events":
        yield from (("event", event, {"quotes": _quotes(shelf, event)}) for event in record.events)
    elif what in ("relations", "figures"):
        yield from _claims(getattr(record, what))
    else:
        yield from ((_SINGULAR[what], noun, {}) for noun in getattr(record, what))


def _decision(seen: DecisionSeen) -> _Line:
    decision = seen.decision
    more = {"decides": decision.kind, "about": seen.about, "holds": seen.holds, "read": seen.read}
    return "decision", decision, {**more, "kind": "decision"}


def claim_kind(claim: Claim) -> str:
    """What a line about `claim` has as its `kind`."""
    return _CLAIM_KINDS[type(claim)]


def _claims(claims: Iterable[Claim]) -> Iterator[_Line]:
    return ((claim_kind(claim), claim, {}) for claim in claims)


def _quotes(shelf: Shelf, event: Event) -> list[object]:
    return [{"claim": claim, **to_plain(shelf.claims[claim].quote)} for claim in event.claims]


FORMAT = Format(
    name="jsonl",
    family="lists",
    suffix=".jsonl",
    media="application/x-ndjson",
    people="programs, archives",
    rule="One object a line for every report, claim, event, disagreement, update and copy, whole.",
    loss="Nothing of what was chosen.",
    content=content,
    views=("all", *WHAT),
)
