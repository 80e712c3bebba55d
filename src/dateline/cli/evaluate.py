"""`dateline evaluate`: how near this installation comes to gold records."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dateline.cli.exit import Exit
from dateline.cli.intake import tell

if TYPE_CHECKING:
    from dateline.model import Report


def evaluate(
    gold: Annotated[Path, typer.Argument(metavar="GOLD_DIR", help="Folder of gold records, ID.json each.")],
    reports: Annotated[
        Path | None, typer.Option(help="Folder of the reports, when they do not lie beside the gold.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the scores as one JSON object.")] = False,
    per_report: Annotated[bool, typer.Option("--per-report", help="Also score each report alone.")] = False,
) -> None:
    """Score this installation against gold records.

    What each figure means: docs/reference/evaluation.md
    """
    from dateline.evaluation import canonical_by
    from dateline.evaluation import evaluate as run
    from dateline.grounding.who import Registry
    from dateline.sources import read_paths

    paths = [reports] if reports else sorted(path for path in gold.glob("*") if path.suffix != ".json")
    result = run(gold, read_paths(paths), _record_reader(), canonical_by(Registry.load()))
    tell(result.skipped, ())
    scores = result.scores.table()
    singles = {name: one.table() for name, one in result.by_report.items()} if per_report else {}
    if as_json:
        typer.echo(json.dumps({"scores": scores, "by_report": singles} if per_report else scores))
    else:
        _show(scores, singles)
    if result.skipped:
        raise typer.Exit(Exit.WITH_NOTES)


def _record_reader() -> "Callable[[Report], dict[str, Any]]":
    from dateline.export.record import record_of
    from dateline.reading import Reader

    reader = Reader()
    return lambda report: record_of(report, reader.read(report))


def _show(scores: dict[str, float], singles: dict[str, dict[str, float]]) -> None:
    for name, value in scores.items():
        typer.echo(f"{name:<20}{value:>8.3f}" if isinstance(value, float) else f"{name:<20}{value:>8}")
    for report, figures in singles.items():
        told = "  ".join(f"{name} {figures[name]:.2f}" for name in ("found", "event", "row"))
        typer.echo(f"{report:<40}{told}")
