"""`dateline export`: a case for other programs."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

if TYPE_CHECKING:
    from dateline.case import Case

What = Literal[
    "all",
    "events",
    "claims",
    "relations",
    "figures",
    "disagreements",
    "updates",
    "copies",
    "actors",
    "reports",
]


def export(
    case: Annotated[Path, typer.Argument(metavar="CASE", help="The case.")],
    form: Annotated[Literal["jsonl", "csv"], typer.Option("--as", help="Form.")] = "jsonl",
    what: Annotated[
        What | None, typer.Option(help="What to export; by default all as jsonl, the events as csv.")
    ] = None,
    as_of: Annotated[
        str | None, typer.Option(metavar="DATE", help="Only what reports published until this day told.")
    ] = None,
    output: Annotated[
        str, typer.Option("--output", "-o", metavar="FILE", help='Where to; "-" is standard output.')
    ] = "-",
) -> None:
    """Write a case for spreadsheets and programs.

    The same reports give the same bytes. What the CSV columns mean: dateline ref columns.
    """
    from dateline.cli.view import opened_case

    with opened_case(case, as_of) as opened:
        if form == "jsonl":
            _jsonl(opened, what or "all", output)
        else:
            _csv(opened, what or "events", output)


def _jsonl(case: "Case", what: str, output: str) -> None:
    from dateline.cli.output import writing
    from dateline.export import jsonl

    if what not in (*jsonl.WHAT, "all"):
        raise typer.BadParameter(f"{what} are exported as csv only", param_hint="--what")
    with writing(output) as stream:
        stream.writelines(jsonl.lines(case.shelf, what))


def _csv(case: "Case", what: str, output: str) -> None:
    """One view into a file; all of them into a folder, a file each."""
    from dateline.case.views import VIEWS
    from dateline.cli.output import folder, writing
    from dateline.export import csv

    if what != "all":
        with writing(output) as stream:
            csv.write(case.rows(what), stream)
        return
    if output == "-":
        raise typer.BadParameter("csv of all needs a folder: -o FOLDER", param_hint="--what")
    into = folder(output)
    for view in VIEWS:
        with writing(f"{into / view}.csv") as stream:
            csv.write(case.rows(view), stream)
