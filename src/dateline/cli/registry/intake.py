"""`dateline registry import`: files of other projects as a registry of yours."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from dateline.cli.exit import Exit
from dateline.cli.registries import Registries, load_registry
from dateline.cli.screen import complain, err

if TYPE_CHECKING:
    from dateline.grounding.who import ActorRow, BadRow
    from dateline.grounding.who.settling import Settled

Forms = Literal["jsonl", "csv", "petrarch", "opensanctions", "followthemoney", "wikidata"]


def take_in(
    paths: Annotated[
        list[Path],
        typer.Argument(metavar="PATH...", help="Files, or folders of sheets as export makes them."),
    ],
    to: Annotated[
        str,
        typer.Option(
            "--to", "-o", metavar="FILE", help='The registry file to write; "-" is standard output.'
        ),
    ] = "-",
    form: Annotated[
        Forms | None, typer.Option("--from", help="What the files are; by default seen from how they open.")
    ] = None,
    apart: Annotated[
        bool, typer.Option("--apart", help="Join nobody with an actor that is in the registry already.")
    ] = False,
    registry: Registries = None,
) -> None:
    """Bring in actors from PETRARCH, OpenSanctions, FollowTheMoney, Wikidata, or sheets of yours.

    A row that can't be taken is named with its file, line and reason; the rest is taken.
    """
    from dateline.cli.output import writing
    from dateline.grounding.who.rows import line_of

    rejected: list[BadRow] = []
    rows = list(_watched(_rows(paths, form, rejected)))
    for bad in rejected:
        complain(str(bad))
    if not rows:
        complain("nothing could be taken")
        raise typer.Exit(Exit.NOTHING_READ)
    found = _settled(rows, registry, apart)
    with writing(to) as stream:
        stream.writelines(line_of(one.row) + "\n" for one in found)
    _summarise(found, rejected, to)
    if rejected:
        raise typer.Exit(Exit.WITH_NOTES)


def _rows(paths: list[Path], form: str | None, rejected: "list[BadRow]") -> "Iterator[ActorRow]":
    from dateline.grounding.who.foreign import FORMS, form_of, read_foreign
    from dateline.model import RunError

    for path in paths:
        try:
            seen = form or form_of(path)
            if seen is None:
                listed = ", ".join((*FORMS, "csv"))
                raise typer.BadParameter(
                    f"{path}: how it is written can't be seen; say it with --from: {listed}",
                    param_hint="PATH",
                )
            yield from read_foreign(path, seen, rejected)
        except OSError as error:
            raise RunError(f"{error.filename}: {(error.strerror or 'can not be read').lower()}") from None


def _watched(rows: "Iterable[ActorRow]") -> "Iterator[ActorRow]":
    """`rows`, and on a terminal how many there are so far."""
    from rich.progress import track

    yield from track(
        rows, "actors read", console=err(), transient=True, disable=not err().is_terminal, total=None
    )


def _settled(rows: "list[ActorRow]", registry: list[Path] | None, apart: bool) -> "list[Settled]":
    from dateline.grounding.who.settling import Settled, merged, settled

    if apart:
        return [Settled(row, None, "") for row in merged(rows)]
    return list(settled(rows, load_registry(registry)))


def _summarise(found: "list[Settled]", rejected: "list[BadRow]", to: str) -> None:
    """How many came in, and who was joined with whom; on standard error, beside a file on standard output."""
    joined = [one for one in found if one.known]
    names = sum(len(one.row.names) for one in found)
    complain(
        f"{len(found)} actors with {names} further names, {len(joined)} of them in the registry already, "
        f"{len(rejected)} lines not taken"
    )
    for why in dict.fromkeys(one.why for one in joined):
        ids = [one.row.id for one in joined if one.why == why]
        more = f" and {len(ids) - _NAMED} more" if len(ids) > _NAMED else ""
        complain(f"joined by {why}: {', '.join(ids[:_NAMED])}{more}")
    if to != "-":
        complain(
            f"look through it: dateline registry check {to}   then: dateline build CASE PATH --registry {to}"
        )


_NAMED = 8
