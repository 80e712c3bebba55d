"""`dateline registry check`: what to look at in a registry file before it is used."""

from importlib.resources import as_file, files
from pathlib import Path
from typing import Annotated

import typer

from dateline.cli.exit import Exit
from dateline.cli.registries import Registries


def check(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(metavar="[FILE...]", help="Registry files; by default the shipped one."),
    ] = None,
    registry: Registries = None,
) -> None:
    """Check files of actors: malformed rows, ties to nobody, dates, shared names, private persons.

    Each finding is a line with file, line and reason; those that begin with "note" leave the row as it is.
    """
    if paths:
        _check(paths, registry or [])
        return
    with as_file(files("dateline.grounding.who").joinpath("data/actors.jsonl")) as shipped:
        _check([shipped], registry or [], on_top=False)


def _check(paths: list[Path], beside: list[Path], on_top: bool = True) -> None:
    from dateline.grounding.who import Registry
    from dateline.grounding.who.checking import check as findings_of
    from dateline.model import RunError

    try:
        registry = Registry.load(*beside, *(paths if on_top else ()))
        found = [finding for path in paths for finding in findings_of(path, registry)]
    except OSError as error:
        raise RunError(f"{error.filename}: {(error.strerror or 'can not be read').lower()}") from None
    for finding in found:
        typer.echo(str(finding))
    grave = sum(finding.grave for finding in found)
    typer.echo(f"{grave} rows to put right, {len(found) - grave} notes")
    if grave:
        raise typer.Exit(Exit.WITH_NOTES)
