"""`dateline ref`: the word lists, columns and statuses, for looking up and for programs."""

import json
import sys
from collections.abc import Callable
from importlib.resources import files
from typing import Annotated, Literal

import typer

from dateline.cli.exit import MEANINGS

Entry = dict[str, str]


def terms(which: str) -> list[Entry]:
    """The terms of one list of `terms.tsv`, with what each means."""
    lines = files("dateline.cli").joinpath("terms.tsv").read_text("utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return [{"term": term, "meaning": meaning} for listed, term, meaning in rows if listed == which]


def columns() -> list[Entry]:
    """Every column of every view."""
    from dateline.case.views import VIEWS, meanings

    return [
        {"view": view.name, "column": column.name, "meaning": meanings()[view.name, column.name]}
        for view in VIEWS.values()
        for column in view.columns
    ]


def modes() -> list[Entry]:
    """The modes that the lexicon of events knows, by type."""
    from dateline.reading import Lexicon

    known = {(entry.type, entry.mode) for entry in Lexicon.load().entries if entry.mode}
    return [{"type": type_, "mode": mode} for type_, mode in sorted(known)]


def exit_codes() -> list[Entry]:
    """The exit statuses."""
    return [{"status": str(int(status)), "meaning": meaning} for status, meaning in MEANINGS.items()]


def exports() -> list[Entry]:
    """The formats of export: by what rule each is made and what it loses."""
    from dateline.export import FORMATS

    return [
        {"format": f.name, "kind": f.family, "for": f.people, "rule": f.rule, "loss": f.loss}
        for f in FORMATS.values()
    ]


_LISTS: dict[str, Callable[[], list[Entry]]] = {
    "types": lambda: terms("types"),
    "modes": modes,
    "statuses": lambda: terms("statuses"),
    "relations": lambda: terms("relations"),
    "columns": columns,
    "exports": exports,
    "exit-codes": exit_codes,
}


def ref(
    which: Annotated[
        Literal["types", "modes", "statuses", "relations", "columns", "exports", "exit-codes"],
        typer.Argument(
            metavar="LIST", help="types, modes, statuses, relations, columns, exports or exit-codes."
        ),
    ] = "types",
) -> None:
    """Look up words, columns and exit statuses.

    A table on a terminal, JSON when piped.
    """
    entries = _LISTS[which]()
    if not sys.stdout.isatty():
        typer.echo(json.dumps(entries, indent=1, ensure_ascii=False))
        return
    from rich import box
    from rich.table import Table

    from dateline.cli.screen import out

    table = Table(*entries[0], box=box.SIMPLE_HEAD, pad_edge=False)
    for entry in entries:
        table.add_row(*entry.values())
    out().print(table)
