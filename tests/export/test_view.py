"""Tables for people: readable at 80 and at 140 columns, and no words of a report can steer the terminal."""

from collections.abc import Iterable
from pathlib import Path

import pytest
from rich.console import Console

from dateline.case import Case
from dateline.case.store import Skipped
from dateline.case.views import VIEWS
from dateline.export.view import RENDERERS
from tests.case.fake import FakeReader
from tests.case.tales import tale


@pytest.fixture
def case(tmp_path: Path) -> Case:
    (tmp_path / "a.txt").write_text(tale(0))
    (tmp_path / "b.txt").write_text(tale(1))
    case = Case(None, FakeReader())
    case.add(tmp_path)
    return case


def shown(case: Case, view: str, width: int) -> str:
    nouns: Iterable[object]
    if view == "skipped":
        nouns = [Skipped("folder/" + "long-name-" * 9 + ".txt", "is not text but a PNG image")]
    elif view in ("disagreements", "updates"):
        nouns = getattr(case.record(), view)
    else:
        nouns = VIEWS[view].nouns(case.shelf)
    console = Console(width=width, color_system=None, force_terminal=False)
    with console.capture() as capture:
        console.print(RENDERERS[view](case.shelf, list(nouns), width))
    return capture.get()


@pytest.mark.parametrize("width", [80, 140])
@pytest.mark.parametrize("view", sorted(RENDERERS))
def test_every_view_fits(case: Case, view: str, width: int) -> None:
    assert max(map(len, shown(case, view, width).splitlines()), default=0) <= width


@pytest.mark.parametrize("width", [80, 140])
def test_an_event_shows_who_did_what_to_whom_when_where_and_who_says_so(case: Case, width: int) -> None:
    (event,) = case.events()
    words = shown(case, "events", width)
    for name in ("actors", "targets", "place", "earliest", "type", "said_by"):
        assert all(word in words for word in str(event[name]).split())
    assert "3 / 4 killed" in words
    assert "disputed:" in words
    assert "2 reports" in " ".join(words.split())


def test_a_disagreement_shows_both_sides_with_words_speaker_outlet_report_and_day(case: Case) -> None:
    words = " ".join(shown(case, "disagreements", 140).split())
    reports = case.reports()
    for row in case.disagreements():
        assert case.shelf.handles[str(row["event"])] in words
        assert f"“{row['quotes']}”" in words
        assert f"— {row['speakers']}, {row['outlets']}, {row['report_names']}, {row['published']}" in words
    assert len(reports) == 2


def test_control_characters_and_markup_are_only_words(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "---\ntitle: \x1b[31mred [bold]x[/bold]\n---\nRed Army attacked Blue Town."
    )
    case = Case(None, FakeReader())
    case.add(tmp_path)
    words = shown(case, "reports", 140)
    assert "\x1b" not in words
    assert "[bold]x[/bold]" in words
