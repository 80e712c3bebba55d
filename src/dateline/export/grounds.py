"""Grounds: all that one event rests on, so that whoever enters it in a record can defend every value."""

from collections.abc import Iterable, Iterator, Mapping

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from dateline.case.column import bounds
from dateline.case.decided import edits_of, is_decided, told
from dateline.case.shelf import Shelf
from dateline.export import quoted
from dateline.export.cell import counted, interval, one_line, parties, place, plain, reports_told, sayers
from dateline.model import Event, EventClaim, Party, Span, When, Where

_INDENT = 4

Ground = tuple[str, str, Span | None, str]
"""What is said, its value, the words it rests on (None: none of its own), and how it came from them."""


def grounds(shelf: Shelf, event: Event, places: Mapping[str, tuple[str, ...]]) -> Group:
    """Every claim of `event` with its quote, report, speakers and the words behind each value, why the claims
    are one event, and what they disagree about. `places` says for each report where it was found.
    """
    return Group(
        *_head(shelf, event),
        *_claims(shelf, event, places),
        *_joined(event),
        *_contested(shelf, event),
        *_decided(shelf, event),
    )


def _head(shelf: Shelf, event: Event) -> Iterator[RenderableType]:
    told = reports_told(shelf.reports_of(event.claims), len(event.origins))
    yield Text(plain(f"{event.id}  {one_line(event.type, event.mode)}, {event.status}"), style="bold")
    summary = {
        "when": one_line(interval(event.when)),
        "who": parties(event.actors),
        "to whom": parties(event.targets),
        "where": place(event.places),
        "toll": ", ".join(counted(event.counts).split("\n")),
        "says so": ", ".join(sayers(event).split("\n")),
        "told by": told,
        "grade": event.grade,
        "answers": shelf.handles.get(event.responds_to or "", ""),
    }
    yield _grid((label, plain(value)) for label, value in summary.items() if value)
    yield Text()


def _claims(shelf: Shelf, event: Event, places: Mapping[str, tuple[str, ...]]) -> Iterator[RenderableType]:
    for number, id_ in enumerate(event.claims, 1):
        claim = shelf.claims[id_]
        if isinstance(claim, EventClaim):
            yield Text(f"Claim {number} of {len(event.claims)}  {claim.id}", style="bold")
            yield from quoted.words(shelf, claim.quote, claim)
            yield quoted.indented(Text(plain(f"  {_stands_in(claim, places)}"), style="dim"), _INDENT)
            yield _grid(map(_row, values(shelf, claim)))
            yield Text()


def _stands_in(claim: EventClaim, places: Mapping[str, tuple[str, ...]]) -> str:
    quote = claim.quote
    found = ", ".join(places.get(claim.report, ())) or claim.report
    return f"  characters {quote.start} to {quote.end} of the text in {found}"


def values(shelf: Shelf, claim: EventClaim) -> Iterator[Ground]:
    """The values of `claim` in the order of the guide, each with its words."""
    yield "what", one_line(claim.type, claim.mode), claim.trigger, ""
    yield "status", claim.status, claim.status_cue, "" if claim.attribution == "fact" else claim.attribution
    for label, listed in (("who", claim.actors), ("to whom", claim.targets)):
        yield from ((label, party.name, party.span, _named_by(party)) for party in listed)
    if claim.when:
        yield "when", one_line(interval(claim.when)), claim.when.span, _dated_by(claim.when)
    yield from (("where", where.name, where.span, _placed_by(where)) for where in claim.places)
    yield from (("count", one_line(bounds(c), c.what, c.who), c.span, "") for c in claim.counts)
    if claim.instrument:
        yield "with", claim.instrument.value, claim.instrument.span, ""
    for speaker in claim.speakers:
        yield "says so", speaker.party.name, speaker.cue or speaker.party.span, _named_by(speaker.party)
    for label, listed in (("claimed by", claim.claimed_by), ("denied by", claim.denied_by)):
        yield from ((label, party.name, party.span, _named_by(party)) for party in listed)
    if answered := shelf.claims.get(claim.responds_to or ""):
        yield "answers", one_line(answered.quote.text), None, ""
    yield from (("decided", edit, None, "") for edit in edits_of(shelf, [claim.id]))
    yield from (("rule", reason.rule, reason.span, "") for reason in claim.why)


def _named_by(party: Party) -> str:
    source = "decided" if is_decided(party.actor or "") else "registry"
    registry = f"{source}: {party.actor}" if party.actor else ""
    via = f"named by “{one_line(party.via.text)}”" if party.via else ""
    return ", ".join(filter(None, (via, registry)))


def _dated_by(when: When) -> str:
    against = f"counted from {when.anchor.replace(':', ' ')}" if when.anchor else ""
    if when.earliest is None and when.latest is None:
        against = "left open: nothing to count it from"
    taken_over = "taken over from another mention" if when.inherited else ""
    return ", ".join(filter(None, (when.rule and f"rule: {when.rule}", against, taken_over)))


def _placed_by(where: Where) -> str:
    found = where.entry or "left open"
    return ", ".join(filter(None, (found, f"rule: {', '.join(where.evidence)}" if where.evidence else "")))


def _row(ground: Ground) -> tuple[str, str]:
    label, value, words, how = ground
    resting = f"  “{one_line(words.text)}”" if words else ""
    return label, plain(f"{value}{resting}{f'  ({how})' if how else ''}")


def _joined(event: Event) -> Iterator[RenderableType]:
    if event.joins:
        yield Text("Why these claims are one event", style="bold")
        yield from (quoted.indented(Text(plain(join)), _INDENT) for join in event.joins)
        yield Text()


def _contested(shelf: Shelf, event: Event) -> Iterator[RenderableType]:
    """What the claims disagree about, and which numbers were revised."""
    if disagreements := [d for d in shelf.record.disagreements if d.event == event.id]:
        yield Text("What can't all be right", style="bold")
        yield Padding(quoted.disagreements(shelf, disagreements), (0, 0, 0, _INDENT))
    if updates := [u for u in shelf.record.updates if u.event == event.id]:
        yield Text("Revised numbers", style="bold")
        yield Padding(quoted.updates(shelf, updates), (0, 0, 0, _INDENT))


def _decided(shelf: Shelf, event: Event) -> Iterator[RenderableType]:
    """The decisions of people that shaped the event."""
    shaping = [d for d in shelf.decisions if d.id in event.decisions]
    if shaping:
        yield Text("What people decided", style="bold")
        yield _grid((d.id, plain(f"{told(shelf, d)}  ({d.by}, {d.at[:16]})")) for d in shaping)


def _grid(rows: Iterable[tuple[str, str]]) -> Padding:
    """Labels and what stands under them, side by side."""
    grid = Table.grid(padding=(0, 2))
    grid.add_column(style="dim", no_wrap=True)
    grid.add_column(overflow="fold")
    for label, value in rows:
        grid.add_row(label, Text(value))
    return Padding(grid, (0, 0, 0, _INDENT), expand=False)
