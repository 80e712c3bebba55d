"""`dateline why`: what one event rests on."""

from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from dateline.case import Case
    from dateline.model import Event


def why(
    case: Annotated[Path, typer.Argument(metavar="CASE", help="The case.")],
    event: Annotated[
        str, typer.Argument(metavar="EVENT", help="Id of the event, or its beginning, as show gives it.")
    ],
    as_of: Annotated[
        str | None, typer.Option(metavar="DATE", help="What reports published until this day told.")
    ] = None,
) -> None:
    """Show what one event rests on, word for word.

    Each claim with its quote, report and speakers, and the words and the rule behind every value.
    """
    from dateline.cli.screen import out
    from dateline.cli.view import opened_case
    from dateline.export.grounds import grounds

    with opened_case(case, as_of) as opened:
        chosen = _event(opened, event)
        places = {report: opened.found_in(report) for report in chosen.reports}
        out().print(grounds(opened.shelf, chosen, places))


def _event(case: "Case", words: str) -> "Event":
    """The one event that `words` name."""
    from dateline.case.handle import named

    events = {event.id: event for event in case.record().events}
    found = named(words, events)
    if len(found) == 1:
        return events[found[0]]
    if found:
        problem = f"{words} begins the ids of {len(found)} events: {', '.join(found[:3])}; give more of it"
    else:
        listing = f"dateline show {quote(str(case.path))}"
        problem = f"no event has an id that begins with {words}; ids stand in: {listing}"
    raise typer.BadParameter(problem, param_hint="EVENT")
