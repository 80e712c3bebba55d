"""`dateline export`: a case for other programs."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from dateline.case import Case
    from dateline.export import Format, Options

_ALL = "all"


def export(  # noqa: PLR0913, PLR0917 (each is an option that a person may give)
    case: Annotated[Path, typer.Argument(metavar="CASE", help="The case.")],
    form: Annotated[
        str, typer.Option("--as", metavar="NAME", help="The format; dateline ref exports tells of each.")
    ] = "jsonl",
    what: Annotated[
        str | None,
        typer.Option(
            metavar="LIST",
            help="Of jsonl, csv and parquet: events, claims, relations, figures, disagreements, actors or "
            "another view, or all; by default all as jsonl, else the events.",
        ),
    ] = None,
    actor: Annotated[str | None, typer.Option(metavar="NAME", help="Only events of this actor.")] = None,
    type: Annotated[
        str | None, typer.Option(metavar="TYPE", help="Only events of this type or mode.")
    ] = None,
    since: Annotated[str | None, typer.Option(metavar="DATE", help="Only events from this day on.")] = None,
    until: Annotated[str | None, typer.Option(metavar="DATE", help="Only events up to this day.")] = None,
    place: Annotated[str | None, typer.Option(metavar="NAME", help="Only events at this place.")] = None,
    as_of: Annotated[
        str | None, typer.Option(metavar="DATE", help="Only what reports published until this day told.")
    ] = None,
    background: Annotated[
        bool, typer.Option("--include-background", help="Also what a conflict coder would not enter.")
    ] = False,
    mask_private: Annotated[
        bool,
        typer.Option("--mask-private", help="Labels in place of private persons' names."),
    ] = False,
    coarsen: Annotated[
        str | None,
        typer.Option(metavar="KM|admin1|country", help="Places no finer than that, also in quotes."),
    ] = None,
    output: Annotated[
        str, typer.Option("--output", "-o", metavar="FILE", help='Where to; "-" is standard output.')
    ] = "-",
) -> None:
    """Take a case along: for programs, in the schemes of others, for readers.

    \b
    Lists                   jsonl csv parquet
    Coding schemes          acled ucdp plover polecat gdelt gdelt-mentions
    Maps, graphs and times  geojson gexf timelinejs
    Records for machines    prov claimreview ftm ftm-statements
    For readers             html markdown
    For annotators          labelstudio docbin
    """
    from dateline.case import Selection
    from dateline.cli.view import opened_case
    from dateline.export import FORMATS, Options

    if form not in FORMATS:
        raise typer.BadParameter(f"{form} is none of {', '.join(FORMATS)}", param_hint="--as")
    chosen = FORMATS[form]
    _check_view(chosen, what, output)
    try:
        selection = Selection(actor, type, since, until, place)
        options = Options(what, selection, None, background, mask_private, coarsen)
    except ValueError as error:
        raise typer.BadParameter(str(error)) from None
    with opened_case(case, as_of) as opened:
        _write(opened, chosen, options, output)


def _check_view(format: "Format", what: str | None, output: str) -> None:
    if what is None or what in format.views:
        return
    if what == _ALL and format.views:
        if output == "-":
            raise typer.BadParameter(f"{format.name} of all needs a folder: -o FOLDER", param_hint="--what")
        return
    listed = ", ".join(format.views) or "none, it is one whole"
    raise typer.BadParameter(f"{format.name} has no list {what} (it has {listed})", param_hint="--what")


def _write(case: "Case", format: "Format", options: "Options", output: str) -> None:
    """One file; for all lists of a format that writes one at a time, a folder with a file each."""
    from dataclasses import replace

    from dateline.cli.output import folder
    from dateline.export import export as write

    if options.view == _ALL and _ALL not in format.views:
        into = folder(output)
        for view in format.views:
            write(case, format.name, into / f"{view}{format.suffix}", replace(options, view=view))
    else:
        write(case, format.name, sys.stdout.buffer if output == "-" else output, options)
