"""`dateline build`: reports into a case."""

from collections.abc import Iterator
from pathlib import Path
from shlex import quote
from time import perf_counter
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.cli.exit import Exit
from dateline.cli.intake import RELEVANT_ONLY, leave, reader_with, tell
from dateline.cli.registries import Registries
from dateline.cli.screen import complain

if TYPE_CHECKING:
    from dateline.case import Added, Case
    from dateline.reading import Reader


def build(
    case: Annotated[
        Path, typer.Argument(metavar="CASE", help="The case: a file, made when it is not there.")
    ],
    paths: Annotated[
        list[str] | None,
        typer.Argument(metavar="PATH...", help='Reports: files, folders, or "-" for standard input.'),
    ] = None,
    workers: Annotated[int, typer.Option(min=1, help="Processes that read.")] = 1,
    reread: Annotated[
        bool, typer.Option("--reread", help="Also read again what another version of dateline read.")
    ] = False,
    relevant_only: Annotated[bool, typer.Option("--relevant-only", help=RELEVANT_ONLY)] = False,
    registry: Registries = None,
) -> None:
    """Read reports into a case. What is in it already stays; a build that was stopped goes on."""
    if str(case) == "-":
        raise typer.BadParameter("the case comes first: dateline build CASE -", param_hint="CASE")
    if not paths and not reread:
        raise typer.BadParameter(
            "give the reports: files, folders, or - for standard input", param_hint="PATH"
        )
    try:
        # A case makes a plain reader itself, when the first report must be read.
        reader = reader_with(registry, relevant_only) if registry or relevant_only else None
        added = _build(case, paths or [], workers, reread, reader)
    except KeyboardInterrupt:
        complain(f"interrupted; what was read is in {case}, the same command goes on from there")
        raise typer.Exit(Exit.INTERRUPTED) from None
    leave(added.added + added.known + added.reread, len(added.skipped), len(added.notices))


def _build(path: Path, paths: list[str], workers: int, reread: bool, reader: "Reader | None") -> "Added":
    from dateline.case import Case

    started = perf_counter()
    with Case(path, reader) as case:
        added = _add(case, paths, workers, reread)
        tell(added.skipped, added.notices)
        _summarise(case, path, added, perf_counter() - started)
    return added


def _add(case: "Case", paths: list[str], workers: int, reread: bool) -> "Added":
    from dateline.cli.progress import shown

    with shown() as show:
        added = case.add(paths, workers, show)
        if reread:
            again = case.reread()
            added.reread = again.reread
            added.skipped.extend(again.skipped)
    return added


def _summarise(case: "Case", path: Path, added: "Added", seconds: float) -> None:
    """What came in, what the case holds now, and where to look next."""
    record = case.record()
    reports, claims = len(case.shelf.reports), len(case.shelf.claims)
    new = added.added + added.reread
    rate = f", {new / seconds:.1f} reports a second" if new and seconds else ""
    parts = [f"{added.added} added", f"{added.known} known before"]
    parts += [f"{added.reread} read again"] if added.reread else []
    parts += [f"{len(added.skipped)} skipped"] if added.skipped else []
    typer.echo(f"{', '.join(parts)} ({seconds:.1f} s{rate})")
    typer.echo(
        f"{path}: {_many(reports, 'report')}, {_many(claims, 'claim')}, {_many(len(record.events), 'event')},"
        f" {_many(len(record.disagreements), 'disagreement')}, {_many(len(record.updates), 'revised number')}"
    )
    typer.echo("\nWhere to look next:")
    steps = list(_next_steps(case, quote(str(path)), bool(added.skipped)))
    width = max(len(command) for command, _ in steps) + 2
    for command, about in steps:
        typer.echo(f"  {command:<{width}}{about}")


def _many(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _next_steps(case: "Case", path: str, skipped: bool) -> Iterator[tuple[str, str]]:
    if skipped:
        yield f"dateline show {path} skipped", "the inputs that were left out, and why"
    if not case.shelf.reports:
        yield f"dateline build {path} PATH...", "add reports"
        return
    if len({kept.read_by for kept in case.shelf.kept}) > 1:
        yield f"dateline build {path} --reread", "reports that another version or registry read, read again"
    yield f"dateline show {path}", "the events, each with an id"
    if case.record().events:
        yield f"dateline why {path} ID", "what an event rests on: every claim, quote and reason"
    if case.record().disagreements:
        yield f"dateline show {path} disagreements", "what can't all be right, with both quotes"
    yield f"dateline export {path} --as csv -o FILE", "rows for a spreadsheet"
