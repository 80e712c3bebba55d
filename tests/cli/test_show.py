"""Showing a case, and saying what to do when there is nothing to show."""

from pathlib import Path
from typing import get_args

import pytest

from dateline.cli.show import Views
from tests.cli.running import CommandLine


@pytest.mark.parametrize("view", get_args(Views))
def test_every_view_shows_something_or_says_why_not(dateline: CommandLine, case: Path, view: str) -> None:
    result = dateline("show", case, view)
    assert result.status == 0
    assert result.out.strip()
    assert "\x1b" not in result.out


def test_filters(dateline: CommandLine, case: Path) -> None:
    everything = dateline("show", case)
    assert "None of 2 events fits" in dateline("show", case, "--actor", "nobody").out
    assert "None of 2 events fits" in dateline("show", case, "--since", "2030-01-01").out
    assert dateline("show", case, "--type", "assault").out == everything.out


def test_a_limit_is_told(dateline: CommandLine, case: Path) -> None:
    assert "1 of 2 events; all with --limit 0" in dateline("show", case, "--limit", "1").out


def test_filters_are_for_events(dateline: CommandLine, case: Path) -> None:
    result = dateline("show", case, "reports", "--actor", "x")
    assert (result.status, "only events can be filtered" in result.err) == (2, True)


def test_a_day_must_be_one(dateline: CommandLine, case: Path) -> None:
    result = dateline("show", case, "--since", "soon")
    assert (result.status, "soon is not a day; write YYYY-MM-DD" in result.err) == (2, True)


def test_a_missing_case(dateline: CommandLine, tmp_path: Path) -> None:
    result = dateline("show", tmp_path / "x.case")
    assert result.status == 4
    assert result.err == (
        f"dateline: {tmp_path}/x.case: no such case; make it with: dateline build {tmp_path}/x.case PATH...\n"
    )


def test_a_case_without_reports_says_how_to_add_some(dateline: CommandLine, tmp_path: Path) -> None:
    dateline("build", tmp_path / "x.case", tmp_path / "missing")
    assert "holds no reports yet. Add some: dateline build" in dateline("show", tmp_path / "x.case").out
    assert "missing" in dateline("show", tmp_path / "x.case", "skipped").out


@pytest.mark.parametrize(
    ("view", "words"),
    [
        ("timeline", ("2020-02-", "(day)", "single origin", "v-")),
        ("tolls", ("killed", "first", "Jane Roe", "2020-03-")),
        ("origins", ("Jane Roe", "is quoted", "Repeated by")),
    ],
)
def test_views_over_time_and_origins(
    dateline: CommandLine, case: Path, view: str, words: tuple[str, ...]
) -> None:
    shown = dateline("show", case, view)
    assert shown.status == 0
    for word in words:
        assert word in shown.out


def test_the_timeline_can_be_filtered(dateline: CommandLine, case: Path) -> None:
    whole = dateline("show", case, "timeline").out
    part = dateline("show", case, "timeline", "--since", "2020-02-15").out
    assert 0 < len(part) < len(whole)
    assert dateline("show", case, "tolls", "--since", "2020-02-15").status == 2
