"""`dateline registry explain`: how a mention in a report was brought to an actor."""

from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.cli.exit import Exit
from dateline.cli.registries import Registries, load_registry

if TYPE_CHECKING:
    from dateline.grounding.who import Registry
    from dateline.language import Pipeline
    from dateline.model import Party, Report, ReportError


def explain(
    path: Annotated[str, typer.Argument(metavar="REPORT", help="A file that reports stand in, or a case.")],
    mention: Annotated[
        str, typer.Argument(metavar="MENTION", help="Words of the report that name somebody.")
    ],
    registry: Registries = None,
) -> None:
    """Show how a name in a report was linked: the spot, the candidates, and what decided between them."""
    from dateline.language import load
    from dateline.model import ReportError
    from dateline.sources import read_paths

    loaded = load_registry(registry)
    joined: list[str] = []
    if _is_case(path):
        reports, joined = _of_case(path, mention)
    else:
        reports = list(read_paths([path]))
    told = 0
    for report in reports:
        if isinstance(report, ReportError):
            raise typer.BadParameter(str(report), param_hint="REPORT")
        told += _explain(report, mention, loaded, load())
    for line in joined:
        typer.echo(line)
    if not told:
        typer.echo(f"No name in {path} holds the words {mention!r}.")
        raise typer.Exit(Exit.NOTHING_READ)


def _is_case(path: str) -> bool:
    if not Path(path).is_file():
        return False
    with Path(path).open("rb") as stream:
        return stream.read(len(_SQLITE)) == _SQLITE


def _of_case(path: str, mention: str) -> "tuple[list[Report | ReportError], list[str]]":
    """The reports of a case that hold the words, and what joins their bearers over several reports."""
    from dateline.case import Case
    from dateline.case.actors import actors_seen

    with Case(path) as case:
        reports = [kept.report for kept in case.shelf.kept if mention in kept.report.text]
        seen = [actor for actor in actors_seen(case.record().events) if mention in (actor.name, *actor.also)]
    lines = [
        f"{actor.name} is one actor in {len(actor.reports)} reports, joined by: {actor.joined_by}; "
        f'to part them: dateline decide {quote(path)} other-actor "{actor.name}"'
        for actor in seen
        if actor.joined_by
    ]
    return [*reports], lines


_SQLITE = b"SQLite format 3"


def _explain(report: "Report", mention: str, registry: "Registry", pipeline: "Pipeline") -> int:
    """Print each spot of `report`; how many there are."""
    from dateline.cli.registry.find import answer, candidates
    from dateline.cli.screen import out
    from dateline.grounding.who.explaining import explain as explained

    told = 0
    for one in explained(pipeline.parse(report.text), report, registry, mention):
        told += 1
        typer.echo(_spot(report, one.party))
        typer.echo(f"the report names beyond doubt: {', '.join(one.context) or 'nobody'}")
        typer.echo(answer(one.inquiry))
        if one.inquiry.candidates:
            out().print(candidates(one.inquiry, report.published))
    return told


def _spot(report: "Report", party: "Party") -> str:
    """Where the words stand, and whom they were taken for."""
    start, end = party.span.start, party.span.end
    before, after = report.text[max(0, start - _AROUND) : start], report.text[end : end + _AROUND]
    words = " ".join(f"…{before}[{party.span.text}]{after}…".split())
    via = f', through "{party.via.text}" at {party.via.start}' if party.via else ""
    return (
        f"{report.name} {start}-{end}: {words}\n{party.kind}: {party.name}, id {party.actor or 'none'}{via}"
    )


_AROUND = 40
