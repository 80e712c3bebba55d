"""`dateline registry export`: a registry file as sheets for a spreadsheet, or the other way round."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from dateline.cli.exit import Exit
from dateline.cli.screen import complain

if TYPE_CHECKING:
    from dateline.grounding.who import ActorRow, BadRow

Form = Literal["csv", "jsonl"]


def export(
    path: Annotated[
        Path | None,
        typer.Argument(metavar="[FILE]", help="A registry file; by default the shipped one."),
    ] = None,
    form: Annotated[
        Form, typer.Option("--as", help="csv: three sheets into a folder; jsonl: one file.")
    ] = "csv",
    output: Annotated[
        str,
        typer.Option("--output", "-o", metavar="PATH", help="The folder, or the file; with jsonl also -."),
    ] = "registry",
) -> None:
    """Give a registry out: three sheets (actors, names, ties) that a spreadsheet edits, or one file.

    What was edited comes back with: dateline registry import FOLDER --to FILE
    """
    from dateline.cli.output import folder, writing
    from dateline.grounding.who.rows import line_of
    from dateline.grounding.who.sheet import write_sheets

    rows, faults = _rows(path)
    if form == "csv":
        write_sheets(rows, folder(output))
        complain(f"{len(rows)} actors: {output}/actors.csv, names.csv and ties.csv")
    else:
        with writing(output) as stream:
            stream.writelines(line_of(row) + "\n" for row in rows)
    if faults:
        raise typer.Exit(Exit.WITH_NOTES)


def _rows(path: Path | None) -> "tuple[list[ActorRow], int]":
    """The rows of the file, those of one id together, and how many lines of it were not taken."""
    from importlib.resources import as_file, files

    from dateline.grounding.who.foreign import read_foreign
    from dateline.grounding.who.settling import merged
    from dateline.model import RunError

    rejected: list[BadRow] = []
    try:
        if path is None:
            with as_file(files("dateline.grounding.who").joinpath("data/actors.jsonl")) as shipped:
                rows = list(read_foreign(shipped, "jsonl", rejected))
        else:
            rows = list(read_foreign(path, "csv" if path.is_dir() else "jsonl", rejected))
    except OSError as error:
        raise RunError(f"{error.filename}: {(error.strerror or 'can not be read').lower()}") from None
    for bad in rejected:
        complain(str(bad))
    return merged(rows), len(rejected)
