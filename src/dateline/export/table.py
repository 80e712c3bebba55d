"""Tables: the views of a case for people's eyes, at any width from 80 columns up.

Cells hold words of reports, so they are `Text`, never markup, and control characters are taken out of them.
"""

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from rich import box
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from dateline.case.actors import ActorSeen
from dateline.case.column import changes
from dateline.case.shelf import Shelf
from dateline.case.store import Kept, Skipped
from dateline.export.cell import counted, interval, parties, place, reports, sayers
from dateline.model import Claim, Copy, Disagreement, Event, FigureClaim, RelationClaim, Report, Side, Update

WIDE = 120
"""From this many columns on, every value of an event has a column of its own."""

_WIDE_HEADS = ("When", "What", "Who", "To whom", "Where", "Toll", "Status", "Who says so", "Reports")
_NARROW_HEADS = ("When", "What, status", "Who to whom", "Where, toll", "Who says so, reports")

Cells = Sequence[str]


def plain(words: str) -> str:
    """`words` without characters that could steer a terminal."""
    return "".join(c if c == "\n" or unicodedata.category(c) not in ("Cc", "Cf") else " " for c in words)


def events(shelf: Shelf, chosen: Iterable[Event], width: int) -> Table:
    """Events: when, what, who to whom, where, how many, told how and by whom."""
    if width >= WIDE:
        rows = (_wide(shelf, event) for event in chosen)
        return _table(_WIDE_HEADS, rows, (11, 10, 14, 14, 12, 10, 10, 14, 14))
    return _table(_NARROW_HEADS, (_narrow(shelf, event) for event in chosen), (11, 14, 22, 16, 20))


def _wide(shelf: Shelf, event: Event) -> Cells:
    return (
        interval(event.when),
        _what(event),
        parties(event.actors),
        parties(event.targets),
        place(event.places),
        counted(event.counts),
        _status(shelf, event),
        sayers(event),
        reports(shelf.reports_of(event.claims), len(event.origins)),
    )


def _narrow(shelf: Shelf, event: Event) -> Cells:
    doers, targets = parties(event.actors) or "?", parties(event.targets)
    return (
        interval(event.when),
        _lines(_what(event), _status(shelf, event)),
        f"{doers}\nto {targets}" if targets else doers,
        _lines(place(event.places), counted(event.counts)),
        _lines(sayers(event), reports(shelf.reports_of(event.claims), len(event.origins))),
    )


def _what(event: Event) -> str:
    return _lines(event.type, event.mode or "")


def _status(shelf: Shelf, event: Event) -> str:
    disputed = shelf.disputed.get(event.id, ())
    return _lines(event.status, f"disputed: {', '.join(disputed)}" if disputed else "")


def relations(shelf: Shelf, chosen: Iterable[RelationClaim]) -> Table:
    """Relations: who stands how to whom, since when, who says so and in what words."""

    def cells(claim: RelationClaim) -> Cells:
        tie = claim.type.replace("_", " ")
        return (
            claim.source.name,
            f"not {tie}" if claim.negated else tie,
            claim.target.name,
            interval(claim.when) if claim.when else "",
            _voices(claim),
            _quote(claim),
            _report(shelf, claim),
        )

    heads = ("Who", "Tie", "To", "When", "Who says so", "Words", "Report")
    return _table(heads, map(cells, chosen), (14, 10, 14, 8, 10, 34, 12))


def figures(shelf: Shelf, chosen: Iterable[FigureClaim]) -> Table:
    """Figures: how many of what, by whose doing, when and where, and in what words."""

    def cells(claim: FigureClaim) -> Cells:
        by = f"by {claim.by.name}" if claim.by else ""
        return (
            counted((claim.count,)),
            _lines(claim.count.who, by),
            interval(claim.when) if claim.when else "",
            place(claim.places),
            _voices(claim),
            _quote(claim),
            _report(shelf, claim),
        )

    heads = ("How many", "Of whom", "When", "Where", "Who says so", "Words", "Report")
    return _table(heads, map(cells, chosen), (12, 12, 10, 10, 10, 34, 12))


def actors(chosen: Iterable[ActorSeen]) -> Table:
    """Actors: what each did and suffered, over which time, and its other names."""

    def cells(actor: ActorSeen) -> Cells:
        span = f"{actor.first or '?'} to {actor.last or '?'}" if actor.first or actor.last else "undated"
        kind = "" if actor.kind == "named" else actor.kind
        return actor.name, str(actor.did), str(actor.suffered), span, kind, ", ".join(actor.also)

    return _table(
        ("Actor", "Did", "Suffered", "From, to", "", "Also called"), map(cells, chosen), apart=False
    )


def copies(shelf: Shelf, chosen: Iterable[Copy]) -> Table:
    """Copies: which report carries the text of which, how much of it, and what it changed."""

    def cells(copy: Copy) -> Cells:
        first, second = shelf.reports[copy.report], shelf.reports[copy.copy]
        return _source(first), _source(second), f"{copy.share:.0%}", "\n".join(changes(copy))

    return _table(("Report", "Copy", "Same", "What differs"), map(cells, chosen))


def _source(report: Report) -> str:
    return _lines(report.name, ", ".join(filter(None, (report.outlet, report.published or "no date"))))


def reports_table(chosen: Iterable[Kept]) -> Table:
    """Reports: what each says of itself and how many claims it holds."""

    def cells(kept: Kept) -> Cells:
        report = kept.report
        return (
            report.name,
            report.published or "no date",
            report.outlet or "",
            report.title or "",
            str(len(kept.claims)),
            ", ".join(mark.replace("_", " ") for mark in report.marks),
        )

    heads = ("Report", "Published", "Outlet", "Title", "Claims", "Marks")
    return _table(heads, map(cells, chosen), (18, 10, 14, 34, 6, 10), apart=False)


def skipped(chosen: Iterable[Skipped]) -> Table:
    """Inputs that could not be read, and why."""
    return _table(("Input", "Why it was skipped"), ((s.where, s.reason) for s in chosen), apart=False)


def disagreements(shelf: Shelf, chosen: Iterable[Disagreement]) -> Group:
    """Disagreements: each side's value, its words, and who said so where and when."""
    return Group(*(p for d in chosen for p in _sides(shelf, f"{d.field}: {d.about}", d.sides)))


def updates(shelf: Shelf, chosen: Iterable[Update]) -> Group:
    """Updates: the steps of a number that later reports revised."""
    about = {event.id: _what(event).replace("\n", " ") for event in shelf.record.events}
    return Group(*(p for u in chosen for p in _sides(shelf, f"{u.what}: {about[u.event]}", u.steps)))


def _sides(shelf: Shelf, heading: str, sides: Iterable[Side]) -> Iterator[RenderableType]:
    yield Text(plain(heading), style="bold")
    for side in sides:
        yield Padding(Text(plain(side.value)), (0, 0, 0, 2), expand=False)
        for quote in side.quotes:
            claims = (shelf.claims[claim] for claim in side.claims)
            voice = next((_voices(c) for c in claims if c.report == quote.report and c.quote == quote), "")
            report = shelf.reports[quote.report]
            told = (voice, report.outlet, report.name, report.published or "no date")
            yield Padding(Text(f"“{plain(' '.join(quote.text.split()))}”"), (0, 0, 0, 4), expand=False)
            yield Padding(
                Text(plain("  — " + ", ".join(filter(None, told))), style="dim"), (0, 0, 0, 4), expand=False
            )
    yield Text()


def _voices(claim: Claim) -> str:
    return " > ".join(speaker.party.name for speaker in claim.speakers)


def _quote(claim: Claim) -> str:
    return f"“{' '.join(claim.quote.text.split())}”"


def _report(shelf: Shelf, claim: Claim) -> str:
    report = shelf.reports[claim.report]
    return _lines(report.name, report.published or "no date")


def _lines(*parts: str) -> str:
    return "\n".join(part for part in parts if part)


def _table(
    heads: Sequence[str], rows: Iterable[Cells], shares: Sequence[int] | None = None, apart: bool = True
) -> Table:
    """A table under `heads`; `shares` are the weights of the columns when space is short."""
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_lines=apart, header_style="bold", padding=(0, 1))
    for at, head in enumerate(heads):
        first: dict[str, Any] = {"no_wrap": True} if at == 0 and head == "When" else {}
        table.add_column(head, ratio=shares[at] if shares and not first else None, overflow="fold", **first)
    for row in rows:
        table.add_row(*(Text(plain(cell)) for cell in row))
    return table


Renderer = Callable[[Shelf, Iterable[Any], int], RenderableType]
"""From the nouns of a view to what is shown at that width."""

RENDERERS: dict[str, Renderer] = {
    "events": events,
    "relations": lambda shelf, nouns, _: relations(shelf, nouns),
    "figures": lambda shelf, nouns, _: figures(shelf, nouns),
    "disagreements": lambda shelf, nouns, _: disagreements(shelf, nouns),
    "updates": lambda shelf, nouns, _: updates(shelf, nouns),
    "copies": lambda shelf, nouns, _: copies(shelf, nouns),
    "actors": lambda _, nouns, __: actors(nouns),
    "reports": lambda _, nouns, __: reports_table(nouns),
}
