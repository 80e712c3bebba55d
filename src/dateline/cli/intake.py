"""What build and read share: lines about inputs, and the status that follows from them."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from dateline.cli.exit import Exit
from dateline.cli.registries import load_registry
from dateline.cli.screen import complain

if TYPE_CHECKING:
    from dateline.model import ReportError
    from dateline.reading import Reader

RELEVANT_ONLY = "Leave out, and list as skipped, reports that are not about conflict."


def reader_with(registries: list[Path] | None, relevant_only: bool) -> "Reader":
    """A reader that knows the actors of `registries` too."""
    from dateline.reading import Reader

    if not registries:
        return Reader(relevant_only=relevant_only)
    return Reader(registry=load_registry(registries), relevant_only=relevant_only)


def day_given(published: str | None) -> str | None:
    """The ISO date that a person gives with --published, None where none is given."""
    if published is None:
        return None
    from dateline.sources.published import published_date

    if day := published_date(published):
        return day
    raise typer.BadParameter(f"{published} is not one clear day; write YYYY-MM-DD", param_hint="--published")


def tell(skipped: "Iterable[ReportError]", notices: Iterable[str]) -> None:
    """One line for every input that was skipped or taken with a warning."""
    for line in (*notices, *map(str, skipped)):
        complain(line)


def leave(read: int, skipped: int, notices: int) -> None:
    """Leave with the status that the inputs give, unless all went well."""
    if skipped and not read:
        raise typer.Exit(Exit.NOTHING_READ)
    if skipped or notices:
        raise typer.Exit(Exit.WITH_NOTES)
