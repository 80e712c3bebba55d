"""A laid out sentence holds what was weighed, in a hundred columns, and steers no terminal."""

import io

from rich.console import Console

from dateline.export.explained import explained
from dateline.model import Original, Report
from dateline.reading.explain import Bearer, Explanation, Joined, Said, Weighed
from dateline.reading.outline import Branch

TEXT = "Gunmen \x1b[31mkilled the mayor of the town."


def layout(width: int) -> str:
    report = Report("r", "news", TEXT, Original("0" * 64, "text", len(TEXT)))
    start = TEXT.index("killed")
    killed, gunmen = report.span(start, start + 6), report.span(0, 6)
    told = Explanation(
        report.span(0, len(TEXT)),
        Branch("killed", "ROOT", "VBD", (), (Branch("mayor", "obj", "NN", ("the",), ()),)),
        (Weighed(killed, ("lexicon:kill/v/ASSAULT sure",), (("ASSAULT", 0.9),), "ASSAULT", "event"),),
        (Joined((killed,), 0.8, "core", (Bearer(gunmen, killed, "actor", "nsubj", 0.7, True, "sure"),)),),
        (Said(killed, "say", (), (gunmen,)),),
        (),
        (),
        (),
    )
    console = Console(file=io.StringIO(), width=width, highlight=False)
    console.print(explained(report, told))
    return console.file.getvalue()  # type: ignore[attr-defined, no-any-return]


def test_what_was_weighed_stands_in_the_layout() -> None:
    shown = layout(100)
    for words in (
        "mayor  obj NN  + the",
        "ASSAULT 0.90",
        "✓  actor",
        "0.70",
        "core (core 0.80)",
        "nobody named",
    ):
        assert words in shown
    assert "Times" not in shown


def test_no_line_is_wider_than_the_screen_and_none_steers_it() -> None:
    shown = layout(60)
    assert max(map(len, shown.splitlines())) <= 60
    assert "\x1b" not in shown
