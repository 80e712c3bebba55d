"""Dossier: one HTML page with every value and its words, and every disagreement with its sides.

It needs no network and no other file, runs no script, and prints. Nothing of a report is markup in it: values
go through `inert` and are escaped, addresses are links only when they are web addresses.
"""

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from dateline.export.address import web_address
from dateline.export.cell import interval, one_line, parties, place, reports_told, sayers, toll
from dateline.export.chosen import Chosen
from dateline.export.format import Format, origin_of
from dateline.export.grounds import values
from dateline.export.headline import headline
from dateline.export.shown import inert
from dateline.model import Claim, Disagreement, Event, EventClaim, Side, Span, Update

if TYPE_CHECKING:
    from jinja2 import Environment


def content(chosen: Chosen) -> Iterator[str]:
    """The page, piece by piece."""
    page = _Page(chosen)
    return _environment().get_template("dossier.html").generate(page=page, origin=origin_of(chosen, FORMAT))


class _Page:
    """What the template asks for."""

    def __init__(self, chosen: Chosen) -> None:
        self.chosen = chosen
        self.record = chosen.record
        self.contested: dict[str | None, list[Disagreement]] = {}
        for disagreement in self.record.disagreements:
            self.contested.setdefault(disagreement.event, []).append(disagreement)
        self.updated: dict[str, list[Update]] = {}
        for update in self.record.updates:
            self.updated.setdefault(update.event, []).append(update)
        self.headlines = {event.id: headline(event) for event in self.record.events}

    def summary(self, event: Event) -> list[tuple[str, str]]:
        """The event's values in short, as `dateline why` gives them."""
        told = reports_told(self.chosen.reports_of(event.claims), len(event.origins))
        rows = {
            "when": one_line(interval(event.when)),
            "who": parties(event.actors),
            "to whom": parties(event.targets),
            "where": place(event.places),
            "toll": toll(event.counts),
            "says so": one_line(sayers(event)),
            "told by": told,
            "grade": event.grade or "",
            "disputed": ", ".join(self.chosen.disputed.get(event.id, ())),
            "answers": self.headlines.get(event.responds_to or "", ""),
            "decisions": ", ".join(event.decisions),
        }
        return [(label, value) for label, value in rows.items() if value]

    def claims(self, event: Event) -> list[EventClaim]:
        """The claims of an event, fullest first."""
        found = (self.chosen.claims[id_] for id_ in event.claims)
        return [claim for claim in found if isinstance(claim, EventClaim)]

    def values(self, claim: EventClaim) -> list[tuple[str, str, Span | None, str]]:
        """The values of a claim, each with its words and how it came from them."""
        return list(values(self.chosen, claim))

    def quoted(self, side: Side) -> list[tuple[Span, Claim | None]]:
        """The words of a side, each with the claim that they are the quote of."""
        claims = [self.chosen.claims[id_] for id_ in side.claims]
        return [
            (quote, next((c for c in claims if c.report == quote.report and c.quote == quote), None))
            for quote in side.quotes
        ]

    def source(self, span: Span, claim: Claim | None = None) -> str:
        """Who said it, in which outlet, report and when."""
        report = self.chosen.reports[span.report]
        voices = " > ".join(speaker.party.name for speaker in claim.speakers) if claim else ""
        return ", ".join(filter(None, (voices, report.outlet, report.title or report.name, report.published)))

    def address(self, span: Span) -> str | None:
        """The web address of the report that the words stand in."""
        return web_address(self.chosen.reports[span.report])


@cache
def _environment() -> "Environment":
    from jinja2 import Environment, PackageLoader, StrictUndefined

    look = Environment(
        loader=PackageLoader("dateline.export"),
        autoescape=True,
        finalize=lambda value: inert(value) if type(value) is str else value,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    look.filters.update(web=web_address, toll=toll)
    return look


FORMAT = Format(
    name="html",
    family="for readers",
    suffix=".html",
    media="text/html",
    people="readers, courts, editors",
    rule="One page that needs nothing else: each event with every claim, every value with its words, report "
    "and rule, why claims were joined, disagreements with both sides, ties, figures and the list of reports.",
    loss="The reports' texts outside the quotes; coordinates.",
    content=content,
)
