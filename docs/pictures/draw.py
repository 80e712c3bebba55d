"""Draw the pictures of the README from the example case: `make pictures`."""

import io
import re
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from rich.console import Console

from dateline.case import Case, Selection
from dateline.export.view import RENDERERS

HERE = Path(__file__).parent
REPORTS = HERE.parents[1] / "examples/iraq/reports"
WIDTH = 132
SINCE, UNTIL, ROWS = "2019-12-27", "2020-01-08", 10
_REMOTE_FONT = re.compile(r"@font-face \{.*?\}\s*", re.DOTALL)


def main() -> None:
    """Write events.svg and disagreements.svg beside this file."""
    with tempfile.TemporaryDirectory() as folder, Case(Path(folder) / "iraq.case") as case:
        case.add(REPORTS)
        chosen = Selection(since=SINCE, until=UNTIL).of(case.record().events)
        events = [event for event in chosen if event.core][:ROWS]
        _draw(case, "events", events)
        dated = [d for d in case.record().disagreements if d.field == "time"]
        _draw(case, "disagreements", dated[:1])


def _draw(case: Case, view: str, nouns: Sequence[Any]) -> None:
    console = Console(record=True, width=WIDTH, file=io.StringIO(), force_terminal=True)
    console.print(RENDERERS[view](case.shelf, nouns, WIDTH))
    picture = console.export_svg(title=f"dateline show iraq.case {view}", unique_id=f"dateline-{view}")
    (HERE / f"{view}.svg").write_text(_REMOTE_FONT.sub("", picture), "utf-8")


if __name__ == "__main__":
    main()
