"""Quoted: views whose point is who said what in which words, as short blocks instead of columns."""

from collections.abc import Iterable, Iterator

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from dateline.case.shelf import Shelf
from dateline.export.cell import counted, interval, one_line, place, plain
from dateline.model import Claim, Disagreement, FigureClaim, RelationClaim, Side, Span, Update

_INDENT = 4


def disagreements(shelf: Shelf, chosen: Iterable[Disagreement]) -> Group:
    """Disagreements: each side's value, its words, and who said so where and when."""
    return Group(*(part for d in chosen for part in _sides(shelf, f"{d.field}: {d.about}", d.event, d.sides)))


def updates(shelf: Shelf, chosen: Iterable[Update]) -> Group:
    """Updates: the steps of a number that later reports revised."""
    about = {event.id: one_line(event.type, event.mode) for event in shelf.record.events}
    return Group(
        *(part for u in chosen for part in _sides(shelf, f"{u.what}: {about[u.event]}", u.event, u.steps))
    )


def relations(shelf: Shelf, chosen: Iterable[RelationClaim]) -> Group:
    """Relations: each tie once, with the words of all who state it."""
    ties: dict[tuple[str, str, str], list[RelationClaim]] = {}
    for claim in chosen:
        tie = f"{'not ' if claim.negated else ''}{claim.type.replace('_', ' ')}"
        ties.setdefault((claim.source.name, tie, claim.target.name), []).append(claim)
    return Group(*(part for tie, claims in ties.items() for part in _stated(shelf, _tie(*tie), claims)))


def figures(shelf: Shelf, chosen: Iterable[FigureClaim]) -> Group:
    """Figures: how many of what, by whose doing, when and where, and in what words."""
    return Group(*(part for claim in chosen for part in _stated(shelf, _figure(claim), [claim])))


def _tie(source: str, tie: str, target: str) -> Text:
    return Text.assemble((plain(source), "bold"), f"  {tie}  ", (plain(target), "bold"))


def _figure(claim: FigureClaim) -> Text:
    who = claim.count.who if claim.count.who != claim.count.what else ""
    time = interval(claim.when) if claim.when else ""
    by = f"by {claim.by.name}" if claim.by else ""
    rest = ", ".join(filter(None, (who, by, place(claim.places), one_line(time))))
    return Text.assemble((plain(counted((claim.count,))), "bold"), f"  {plain(rest)}")


def _sides(shelf: Shelf, heading: str, event: str | None, sides: Iterable[Side]) -> Iterator[RenderableType]:
    yield Text.assemble((plain(heading), "bold"), f"  {shelf.handles[event]}" if event else "")
    for side in sides:
        yield indented(Text(plain(side.value)), _INDENT // 2)
        claims = [shelf.claims[claim] for claim in side.claims]
        for quote in side.quotes:
            claim = next((c for c in claims if c.report == quote.report and c.quote == quote), None)
            yield from words(shelf, quote, claim if claim and _speaks_for(claim, side) else None)
    yield Text()


def _speaks_for(claim: Claim, side: Side) -> bool:
    """False where the side leaves open whose of a claim's several numbers it is."""
    return {speaker.party.name for speaker in claim.speakers} <= set(side.speakers)


def _stated(shelf: Shelf, heading: Text, claims: Iterable[Claim]) -> Iterator[RenderableType]:
    yield heading
    for claim in claims:
        yield from words(shelf, claim.quote, claim)
    yield Text()


def words(shelf: Shelf, quote: Span, claim: Claim | None) -> Iterator[RenderableType]:
    """The words of `quote`, and under them who said so, in which outlet, report and when."""
    report = shelf.reports[quote.report]
    voices = " > ".join(speaker.party.name for speaker in claim.speakers) if claim else ""
    source = ", ".join(filter(None, (voices, report.outlet, report.name, report.published or "no date")))
    yield indented(Text(f"“{plain(one_line(quote.text))}”"), _INDENT)
    yield indented(Text(plain(f"  — {source}"), style="dim"), _INDENT)


def indented(text: Text, by: int) -> Padding:
    """`text` so many blanks from the left."""
    return Padding(text, (0, 0, 0, by), expand=False)
