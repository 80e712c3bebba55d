"""Brief: events in Markdown, a line each, with the quotes of their claims as footnotes."""

import re
from collections.abc import Iterator

from dateline.export.address import web_address
from dateline.export.cell import interval, one_line, toll
from dateline.export.chosen import Chosen
from dateline.export.format import Format, origin_of
from dateline.export.headline import headline
from dateline.export.shown import inert
from dateline.model import Claim, Disagreement, Event, Side, Span

# What opens a construct of Markdown, or of the HTML within it, in the middle of a line.
_ACTIVE = re.compile(r"([\\`*_{}\[\]<>~&$]|(?<=:)//)")
_WEB = re.compile(r"[^\w:/?#\[\]@!$&'*+,;=.~%-]")


def content(chosen: Chosen) -> Iterator[str]:
    """Events, disagreements, then the footnotes."""
    notes = _Notes(chosen)
    origin = origin_of(chosen, FORMAT)
    made = f"Case `{origin['case']}`, {words(origin['made_by'])}."
    yield f"# Brief\n\n{made} What the reports say, in their words.\n"
    if withheld := origin.get("withheld"):
        yield f"\nWithheld: {words(withheld)}.\n"
    yield "\n## Events\n\n"
    for event in chosen.record.events:
        yield _event(chosen, notes, event)
    if not chosen.record.events:
        yield "No events were chosen.\n"
    if chosen.record.disagreements:
        yield "\n## What can't all be right\n"
    for disagreement in chosen.record.disagreements:
        yield _disagreement(chosen, notes, disagreement)
    yield f"\n---\n\n{words(origin['rule'])} Lost: {words(origin['loss'])}\n\n"
    yield from notes.lines()


class _Notes:
    """Footnotes, numbered as they are first referred to."""

    def __init__(self, chosen: Chosen) -> None:
        self._chosen = chosen
        self._numbers: dict[tuple[Span, str], int] = {}

    def mark(self, quote: Span, claim: str) -> str:
        """The reference to the words of a claim."""
        return f"[^{self._numbers.setdefault((quote, claim), len(self._numbers) + 1)}]"

    def lines(self) -> Iterator[str]:
        """Each quote with who said it, where and when."""
        for (quote, id_), number in self._numbers.items():
            yield f"[^{number}]: “{words(quote.text)}” — {self._source(quote, self._chosen.claims[id_])}\n"

    def _source(self, quote: Span, claim: Claim) -> str:
        report = self._chosen.reports[quote.report]
        voices = " > ".join(speaker.party.name for speaker in claim.speakers)
        named = words(", ".join(filter(None, (voices, report.outlet, report.title or report.name))))
        url = web_address(report)
        linked = f"[{named}](<{_WEB.sub(_percent, url)}>)" if url else named
        return f"{linked}, {report.published or 'no date'} (`{claim.id}`)"


def _percent(found: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in found[0].encode())


def _event(chosen: Chosen, notes: _Notes, event: Event) -> str:
    marks = "".join(notes.mark(chosen.claims[claim].quote, claim) for claim in event.claims)
    tolls = toll(event.counts)
    disputed = chosen.disputed.get(event.id, ())
    grade = ", ".join(filter(None, (event.grade, f"disputed: {', '.join(disputed)}" if disputed else "")))
    told = "; ".join(filter(None, (headline(event), tolls)))
    return (
        f"- **{words(one_line(interval(event.when)))}** {words(told)} ({words(grade)}) {marks} `{event.id}`\n"
    )


def _disagreement(chosen: Chosen, notes: _Notes, disagreement: Disagreement) -> str:
    sides = "".join(
        f"- **{words(side.value)}** {_quotes(chosen, notes, side)}\n" for side in disagreement.sides
    )
    return f"\n### {words(disagreement.field)}: {words(disagreement.about)}\n\n{sides}"


def _quotes(chosen: Chosen, notes: _Notes, side: Side) -> str:
    """Every quote of a side, each beside the claim of its report that stands nearest to it."""
    claims = [chosen.claims[id_] for id_ in side.claims]

    def nearest(quote: Span) -> Claim:
        return min(claims, key=lambda c: (c.report != quote.report, abs(c.quote.start - quote.start)))

    return "".join(notes.mark(quote, nearest(quote).id) for quote in side.quotes)


def words(text: str) -> str:
    """`text` as Markdown that shows it and does nothing else."""
    return _ACTIVE.sub(r"\\\1", inert(text))


FORMAT = Format(
    name="markdown",
    family="for readers",
    suffix=".md",
    media="text/markdown",
    people="memos, wikis, editors",
    rule="One line for each event with its grade, and the disagreements with all their sides; every quote "
    "is a footnote with speakers, outlet, title, day and claim.",
    loss="The words of single values; ties, figures, origins and joins.",
    content=content,
)
