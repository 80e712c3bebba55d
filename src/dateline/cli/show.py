"""`dateline show`: what a case holds, for people's eyes."""

from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

if TYPE_CHECKING:
    from dateline.case import Case, Selection

Views = Literal[
    "events", "timeline", "disagreements", "tolls", "updates", "origins", "copies", "relations", "figures",
    "actors", "reports", "decisions", "skipped",
]  # fmt: skip
_OF_EVENTS = frozenset({"events", "timeline"})


def show(  # noqa: PLR0913, PLR0917 (each is an option that a person may give)
    case: Annotated[Path, typer.Argument(metavar="CASE", help="The case.")],
    view: Annotated[Views, typer.Argument(metavar="VIEW", help="What to show.")] = "events",
    actor: Annotated[str | None, typer.Option(help="Events whose actor has this in its name.")] = None,
    type: Annotated[str | None, typer.Option(help="Events of this PLOVER type or mode.")] = None,
    since: Annotated[str | None, typer.Option(metavar="DATE", help="Events on this day or later.")] = None,
    until: Annotated[str | None, typer.Option(metavar="DATE", help="Events on this day or earlier.")] = None,
    place: Annotated[str | None, typer.Option(help="Events at a place that has this in its name.")] = None,
    as_of: Annotated[
        str | None, typer.Option(metavar="DATE", help="What reports published until this day told.")
    ] = None,
    background: Annotated[
        bool, typer.Option("--background", help="Also events that are background, not rows of their own.")
    ] = False,
    limit: Annotated[int, typer.Option(min=0, help="Show at most so many; 0 for all.")] = 100,
) -> None:
    """Show the events of a case, or another view.

    The filters are for events and the timeline. Under the time stands the id, for: dateline why CASE ID
    """
    from dateline.case import Selection
    from dateline.cli.view import opened_case

    filters = (actor, type, since, until, place)
    if view not in _OF_EVENTS and any(filters):
        raise typer.BadParameter(f"only events can be filtered, not {view}", param_hint="filters")
    try:
        selection = Selection(*filters)
    except ValueError as error:
        raise typer.BadParameter(str(error), param_hint="--since, --until") from None
    with opened_case(case, as_of) as opened:
        nouns = _nouns(opened, view, selection)
        left_out = 0 if background or view not in _OF_EVENTS else sum(not event.core for event in nouns)
        _print(opened, view, [n for n in nouns if not left_out or n.core], limit)
        if left_out:
            typer.echo(f"{left_out} background events are not shown; with --background they are")


def _print(case: "Case", view: str, nouns: list[Any], limit: int) -> None:
    from dateline.case.timeline import timeline
    from dateline.cli.screen import out
    from dateline.export.view import RENDERERS

    if not nouns:
        typer.echo(_nothing(case, view))
        return
    nouns = timeline(nouns) if view == "timeline" else nouns
    shown = nouns[:limit] if limit else nouns
    out().print(RENDERERS[view](case.shelf, shown, out().width))
    if len(shown) < len(nouns):
        typer.echo(f"{len(shown)} of {len(nouns)} {view}; all with --limit 0")


def _nouns(case: "Case", view: str, selection: "Selection") -> list[Any]:
    from dateline.case.views import VIEWS

    if view == "skipped":
        return case.skipped_inputs()
    if view in _OF_EVENTS:
        return list(selection.of(case.record().events))
    if view in ("disagreements", "updates", "copies"):
        return list(getattr(case.record(), view))
    return list(VIEWS[view].nouns(case.shelf))


def _nothing(case: "Case", view: str) -> str:
    """Why there is nothing to show, and what to do about it."""
    path, reports = quote(str(case.path)), len(case.shelf.reports)
    if view == "skipped":
        return "Nothing was skipped."
    if not reports:
        return f"{path} holds no reports yet. Add some: dateline build {path} PATH..."
    if view in _OF_EVENTS and case.record().events:
        events = len(case.record().events)
        return f"None of {events} events fits these filters. All of them: dateline show {path}"
    return f"No {view} in {reports} reports. What was read from each: dateline show {path} reports"
