"""`dateline read`: reports in, what they say out, without a case."""

import json
import sys
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Annotated, Any, Literal, TextIO

import typer

from dateline.cli.exit import Exit
from dateline.cli.intake import RELEVANT_ONLY, day_given, leave, reader_with, tell
from dateline.cli.registries import Registries
from dateline.cli.screen import complain

if TYPE_CHECKING:
    from dateline.model import Claim, Report, ReportError
    from dateline.reading import Reader

Form = Literal["record", "claims", "table"]


def read(
    paths: Annotated[
        list[str],
        typer.Argument(metavar="PATH...", help='Reports: files, folders, or "-" for standard input.'),
    ],
    form: Annotated[Form, typer.Option("--as", help="Form of what comes out.")] = "record",
    published: Annotated[
        str | None, typer.Option(metavar="DATE", help="Day of publication of reports that state none.")
    ] = None,
    workers: Annotated[int, typer.Option(min=1, help="Processes that read.")] = 1,
    relevant_only: Annotated[bool, typer.Option("--relevant-only", help=RELEVANT_ONLY)] = False,
    registry: Registries = None,
    output: Annotated[
        str, typer.Option("--output", "-o", metavar="FILE", help='Where to; "-" is standard output.')
    ] = "-",
) -> None:
    """Read reports without a case.

    What they say comes as JSON Lines, one object a report, or as a table for people.
    """
    from dateline.cli.output import writing

    session = _Session(day_given(published), workers, reader_with(registry, relevant_only))
    try:
        with writing(output) as stream:
            write = _WRITERS[form]
            for report, claims in session.readings(paths):
                write(report, claims, stream)
    except KeyboardInterrupt:
        complain(f"interrupted after {session.done} reports")
        raise typer.Exit(Exit.INTERRUPTED) from None
    leave(session.done, session.skipped, session.notices)


class _Session:
    """One run of reading, and how it went."""

    def __init__(self, published: str | None, workers: int, reader: "Reader") -> None:
        self.done = self.skipped = self.notices = 0
        self._published = published
        self._workers = workers
        self._reader = reader

    def readings(self, paths: list[str]) -> "Iterator[tuple[Report, tuple[Claim, ...]]]":
        """Each report with its claims; what can't be read gets its line at once."""
        from dateline.case.attempt import read_found
        from dateline.model import ReportError

        for found, outcome in read_found(self._reader, self._found(paths), self._workers):
            if isinstance(outcome, ReportError):
                self._skip(outcome)
                continue
            self.done += 1
            yield found.report, outcome

    def _found(self, paths: list[str]) -> "Iterator[Any]":
        from dateline.model import ReportError
        from dateline.sources import find_reports

        for item in find_reports(paths):
            if isinstance(item, ReportError):
                self._skip(item)
                continue
            found = item.dated(self._published) if self._published else item
            tell((), (f"{found.where}: {notice}" for notice in found.notices))
            self.notices += len(found.notices)
            yield found

    def _skip(self, error: "ReportError") -> None:
        self.skipped += 1
        tell([error], ())


def _record(report: "Report", claims: "tuple[Claim, ...]", stream: TextIO) -> None:
    from dateline.export.record import record_of

    stream.write(json.dumps(record_of(report, claims), ensure_ascii=False) + "\n")


def _claims(report: "Report", claims: "tuple[Claim, ...]", stream: TextIO) -> None:
    from dateline.export.jsonl import claim_kind
    from dateline.model.codec import to_plain

    told = [{"kind": claim_kind(claim), **to_plain(claim)} for claim in claims]
    stream.write(json.dumps({"report": to_plain(report), "claims": told}, ensure_ascii=False) + "\n")


def _table(report: "Report", claims: "tuple[Claim, ...]", stream: TextIO) -> None:
    from rich.console import Console

    from dateline.case.shelf import Shelf
    from dateline.case.store import Kept
    from dateline.cli.screen import out
    from dateline.export import table
    from dateline.export.cell import plain

    shelf = Shelf([Kept(report, claims, "")])
    console = out() if stream is sys.stdout else Console(file=stream, width=out().width)
    console.print(
        plain(f"{report.name}  {report.published or 'no date'}  {report.title or ''}"), markup=False
    )
    console.print(table.events(shelf, shelf.record.events, console.width))


_WRITERS: "dict[str, Callable[[Report, tuple[Claim, ...], TextIO], None]]" = {
    "record": _record,
    "claims": _claims,
    "table": _table,
}
