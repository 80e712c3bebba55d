"""Tables: views of a case in columns, readable from 80 columns up.

Cells hold words of reports, so they are `Text`, never markup, and control characters are taken out of them.
"""

from collections.abc import Iterable, Sequence

from rich import box
from rich.table import Table
from rich.text import Text

from dateline.case.actors import ActorSeen
from dateline.case.column import bounds, changes
from dateline.case.decided import DecisionSeen, accepted_by, edits_of
from dateline.case.origins import OriginSeen
from dateline.case.shelf import Shelf
from dateline.case.store import Kept, Skipped
from dateline.case.timeline import Moment
from dateline.case.tolls import TollSeen
from dateline.export.cell import (
    counted,
    interval,
    lines,
    one_line,
    parties,
    place,
    plain,
    reports_told,
    sayers,
)
from dateline.model import Copy, Event, Report

WIDE = 120
"""From this many columns on, every value of an event has a column of its own."""

Cells = Sequence[str]

_WIDE_HEADS = ("When, id", "What", "Who", "To whom", "Where", "Toll", "Status", "Who says so", "Reports")
_NARROW_HEADS = ("When, id", "What, status", "Who to whom", "Where, toll", "Who says so, reports")


def events(shelf: Shelf, chosen: Iterable[Event], width: int) -> Table:
    """Events: when, what, who to whom, where, how many, told how and by whom, each with its handle."""
    if width >= WIDE:
        return _table(_WIDE_HEADS, (_wide(shelf, event) for event in chosen))
    return _table(_NARROW_HEADS, (_narrow(shelf, event) for event in chosen))


def _wide(shelf: Shelf, event: Event) -> Cells:
    return (
        lines(interval(event.when), shelf.handles[event.id]),
        lines(event.type, event.mode),
        parties(event.actors),
        parties(event.targets),
        place(event.places),
        counted(event.counts),
        _status(shelf, event),
        sayers(event),
        reports_told(shelf.reports_of(event.claims), len(event.origins)),
    )


def _narrow(shelf: Shelf, event: Event) -> Cells:
    doers, targets = parties(event.actors) or "?", parties(event.targets)
    return (
        lines(interval(event.when), shelf.handles[event.id]),
        lines(event.type, event.mode, _status(shelf, event)),
        lines(doers, f"to {targets}" if targets else ""),
        lines(place(event.places), counted(event.counts)),
        lines(sayers(event), reports_told(shelf.reports_of(event.claims), len(event.origins))),
    )


def _status(shelf: Shelf, event: Event) -> str:
    disputed = shelf.disputed.get(event.id, ())
    accepted = accepted_by(shelf, event.claims)
    return lines(
        event.status,
        f"disputed: {', '.join(disputed)}" if disputed else "",
        event.grade,
        f"accepted by {', '.join(accepted)}" if accepted else "",
        *edits_of(shelf, event.claims),
    )


def timeline(shelf: Shelf, chosen: Iterable[Moment], width: int) -> Table:
    """The timeline: each event with its interval, an answer indented under what it answers."""

    def cells(moment: Moment) -> Cells:
        event = moment.event
        answers = shelf.handles.get(event.responds_to or "", "")
        arrow = f"{'  ' * (moment.depth - 1)}> " if moment.depth else ""
        doers, targets = parties(event.actors) or "?", parties(event.targets)
        what = lines(
            f"{arrow}{one_line(event.type, event.mode)}",
            f"{doers} to {targets}" if targets else doers,
            f"answers {answers}" if answers else "",
        )
        when = lines(interval(event.when), _precision(event), shelf.handles[event.id])
        where = lines(place(event.places), counted(event.counts))
        return (
            (when, what, where, lines(event.status, event.grade))
            if width >= WIDE
            else (
                when,
                lines(what, event.status),
                where,
            )
        )

    heads: Sequence[str] = ("When, id", "What, who", "Where, toll", "Status, grade")
    return _table(heads if width >= WIDE else heads[:3], map(cells, chosen))


def _precision(event: Event) -> str:
    return f"({event.when.precision.replace('_', ' ')})" if event.when and event.when.precision else ""


def tolls(shelf: Shelf, chosen: Iterable[TollSeen]) -> Table:
    """Tolls: the numbers of each event over the days of publication, and how each stands to those before."""
    last: tuple[str, str] | None = None

    def cells(toll: TollSeen) -> Cells:
        nonlocal last
        report, this = shelf.reports[toll.claim.report], (toll.event.id, toll.count.what)
        repeated, last = this == last, this
        event = (
            ""
            if repeated
            else lines(shelf.handles[toll.event.id], one_line(toll.event.type, toll.event.mode))
        )
        said = " > ".join(speaker.party.name for speaker in toll.claim.speakers)
        number = one_line(bounds(toll.count), toll.count.what, toll.count.who)
        source = ", ".join(filter(None, (said, report.outlet or report.name)))
        return event, report.published or "no date", number, toll.standing, source

    return _table(("Event", "Published", "Number", "Stands", "Who says so"), map(cells, chosen), apart=False)


def origins(chosen: Iterable[OriginSeen]) -> Table:
    """Origins: to whom the claims go back, how far each is carried, and by whom."""

    def cells(origin: OriginSeen) -> Cells:
        numbers = (len(origin.events), origin.values, len(origin.reports), origin.copies, len(origin.outlets))
        name = lines(origin.name, "is quoted" if origin.quoted else "")
        return name, *map(str, numbers), ", ".join(origin.repeated_by)

    heads = ("Origin", "Events", "Values", "Reports", "Copies", "Outlets", "Repeated by")
    return _table(heads, map(cells, chosen), apart=False)


def actors(chosen: Iterable[ActorSeen]) -> Table:
    """Actors: what each did and suffered, over which time, and its other names."""

    def cells(actor: ActorSeen) -> Cells:
        span = f"{actor.first or '?'} to {actor.last or '?'}" if actor.first or actor.last else "undated"
        name = actor.name if actor.kind == "named" else f"{actor.name} ({actor.kind})"
        reports = f"{len(actor.reports)}, {actor.joined_by}" if actor.joined_by else str(len(actor.reports))
        return name, str(actor.did), str(actor.suffered), span, reports, ", ".join(actor.also)

    heads = ("Actor", "Did", "Suffered", "From, to", "Reports, one by", "Also called")
    return _table(heads, map(cells, chosen), apart=False)


def reports(chosen: Iterable[Kept], width: int) -> Table:
    """Reports: what each says of itself and how many claims it holds."""

    def cells(kept: Kept) -> Cells:
        report = kept.report
        source = (report.published or "no date", report.outlet or "")
        marks = ", ".join(mark.replace("_", " ") for mark in report.marks)
        rest = (report.title or "", str(len(kept.claims)), marks)
        return (report.name, *source, *rest) if width >= WIDE else (lines(report.name, *source), *rest)

    if width >= WIDE:
        heads: Sequence[str] = ("Report", "Published", "Outlet", "Title", "Claims", "Marks")
    else:
        heads = ("Report", "Title", "Claims", "Marks")
    return _table(heads, map(cells, chosen), apart=width < WIDE)


def copies(shelf: Shelf, chosen: Iterable[Copy]) -> Table:
    """Copies: which report carries the text of which, how much of it, and what it changed."""

    def cells(copy: Copy) -> Cells:
        first, second = shelf.reports[copy.report], shelf.reports[copy.copy]
        return _source(first), _source(second), f"{copy.share:.0%}", "\n".join(changes(copy))

    return _table(("Report", "Copy", "Same", "What differs"), map(cells, chosen))


def _source(report: Report) -> str:
    return lines(report.name, ", ".join(filter(None, (report.outlet, report.published or "no date"))))


def decisions(chosen: Iterable[DecisionSeen]) -> Table:
    """Decisions: which, when and by whom, what was decided, and what holds of it."""

    def cells(seen: DecisionSeen) -> Cells:
        decision, words = seen.decision, seen.decision.words
        state = (seen.idle or "holds") if seen.holds else "undone"
        read = f"read: {seen.read or 'nothing'}" if decision.kind == "edit" else ""
        said = f"words: “{words.text}”" if words else ""
        return (
            decision.id,
            lines(decision.at[:16], decision.by),
            lines(seen.about, read, said, decision.note),
            state,
        )

    return _table(("Decision", "When, who", "What", "State"), map(cells, chosen))


def skipped(chosen: Iterable[Skipped]) -> Table:
    """Inputs that were left out, and why."""
    return _table(("Input", "Why it was skipped"), ((s.where, s.reason) for s in chosen), apart=False)


def _table(heads: Sequence[str], rows: Iterable[Cells], apart: bool = True) -> Table:
    """A table under `heads`, with a blank line between rows that are kept `apart`."""
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_lines=apart, header_style="bold", padding=(0, 1))
    for head in heads:
        table.add_column(head, no_wrap=head.startswith("When"), overflow="fold")
    for row in rows:
        table.add_row(*(Text(plain(cell)) for cell in row))
    return table
