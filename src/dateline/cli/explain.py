"""`dateline explain`: what was weighed in a sentence of a report, what was taken and what was refused."""

from typing import TYPE_CHECKING, Annotated

import typer

from dateline.cli.exit import Exit
from dateline.cli.intake import day_given, reader_with
from dateline.cli.registries import Registries
from dateline.cli.screen import complain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dateline.model import Report
    from dateline.reading.explain import Explanation


def explain(
    path: Annotated[str, typer.Argument(metavar="REPORT", help='A file that a report stands in, or "-".')],
    quote: Annotated[str, typer.Argument(metavar="QUOTE", help="Words of the report.")],
    published: Annotated[
        str | None, typer.Option(metavar="DATE", help="Day of publication, if the report states none.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a sentence.")] = False,
    registry: Registries = None,
) -> None:
    """Show how the sentences that hold some words were read: tree, events, roles, speakers, times, places.

    With everything that was weighed and refused, and why.
    """
    from dateline.model.codec import encode
    from dateline.reading.explain import nearest

    reader, reports, told = reader_with(registry, relevant_only=False), list(_reports(path, published)), 0
    for report in reports:
        for explanation in reader.explain(report, quote):
            told += 1
            if as_json:
                typer.echo(encode(explanation).decode())
            else:
                _print(report, explanation)
    if not told:
        like = next(filter(None, (nearest(report.text, quote) for report in reports)), None)
        complain(f"{path}: no report holds the words {quote!r}" + (f"; nearest: {like!r}" if like else ""))
        raise typer.Exit(Exit.NOTHING_READ)


def _reports(path: str, published: str | None) -> "Iterator[Report]":
    from dateline.model import ReportError
    from dateline.sources import find_reports

    day = day_given(published)
    for found in find_reports([path]):
        if isinstance(found, ReportError):
            raise typer.BadParameter(str(found), param_hint="REPORT")
        yield (found.dated(day) if day else found).report


def _print(report: "Report", explanation: "Explanation") -> None:
    from dateline.cli.screen import out
    from dateline.export.explained import explained

    out().print(explained(report, explanation))
