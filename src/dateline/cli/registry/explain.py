"""`dateline registry explain`: how a mention in a report was brought to an actor."""

from typing import TYPE_CHECKING, Annotated

import typer

from dateline.cli.exit import Exit
from dateline.cli.registries import Registries, load_registry

if TYPE_CHECKING:
    from dateline.grounding.who import Registry
    from dateline.language import Pipeline
    from dateline.model import Party, Report


def explain(
    path: Annotated[str, typer.Argument(metavar="REPORT", help="A file that a report stands in.")],
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
    told = 0
    for report in read_paths([path]):
        if isinstance(report, ReportError):
            raise typer.BadParameter(str(report), param_hint="REPORT")
        told += _explain(report, mention, loaded, load())
    if not told:
        typer.echo(f"No name in {path} holds the words {mention!r}.")
        raise typer.Exit(Exit.NOTHING_READ)


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
