"""TimelineJS: dated events for Knight Lab's timeline."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from dateline.export.address import web_address
from dateline.export.cell import interval, one_line
from dateline.export.chosen import Chosen
from dateline.export.format import Format, origin_of
from dateline.export.headline import headline
from dateline.export.jsontext import to_json
from dateline.export.shown import html
from dateline.model import Event, When


def content(chosen: Chosen) -> Iterator[str]:
    """A title and an event a line; words of reports are escaped, as TimelineJS shows text as HTML."""
    origin = origin_of(chosen, FORMAT)
    title = {
        "text": {"headline": "Timeline", "text": f"<p>{html(origin['made_by'])}, {html(origin['case'])}</p>"}
    }
    yield f'{{"title": {to_json(title)}, "dateline": {to_json(origin)}, "events": ['
    between = "\n"
    for event in chosen.record.events:
        if event.when and (event.when.earliest or event.when.latest):
            yield between + to_json(_slide(chosen, event, event.when))
            between = ",\n"
    yield "\n]}\n"


def _slide(chosen: Chosen, event: Event, when: When) -> dict[str, Any]:
    """An open side shows the day that bounds the other, and `display_date` says which."""
    first, last = when.earliest or when.latest, when.latest or when.earliest
    assert first is not None
    assert last is not None
    quotes = "".join(f"<blockquote>{_quoted(chosen, claim)}</blockquote>" for claim in event.claims)
    return {
        "unique_id": event.id,
        "start_date": _date(first),
        "end_date": _date(last),
        "display_date": one_line(interval(when)),
        "group": event.type,
        "text": {"headline": html(headline(event)), "text": quotes},
        "claims": list(event.claims),
        "case": chosen.version,
    }


def _date(day: str) -> dict[str, int]:
    found = date.fromisoformat(day)
    return {"year": found.year, "month": found.month, "day": found.day}


def _quoted(chosen: Chosen, claim: str) -> str:
    quote = chosen.claims[claim].quote
    report = chosen.reports[quote.report]
    source = ", ".join(filter(None, (report.outlet or report.name, report.published)))
    url = web_address(report)
    named = f'<a href="{html(url)}" rel="noopener noreferrer">{html(source)}</a>' if url else html(source)
    return f"<p>{html(quote.text)}</p><cite>{named}</cite>"


FORMAT = Format(
    name="timelinejs",
    family="maps, graphs and times",
    suffix=".json",
    media="application/json",
    people="Knight Lab's TimelineJS",
    rule="One slide for each dated event, from the first to the last possible day, with the quotes and "
    "sources of all its claims; display_date says how exact the time is. Text is escaped.",
    loss="Undated events; places, tolls and rival values but for what the quotes say.",
    content=content,
)
