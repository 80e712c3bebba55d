"""A figure under its floor, over its ceiling, or gone, is broken."""

import pytest

from benchmarks.__main__ import main
from benchmarks.floor import judge, load_floors
from benchmarks.suite import NAMES


@pytest.mark.parametrize(
    ("value", "bound", "kept"),
    [
        (0.5, 0.4, True),
        (0.4, 0.4, True),
        (0.39, 0.4, False),
        (3, {"ceiling": 3}, True),
        (4, {"ceiling": 3}, False),
    ],
)
def test_bounds_are_kept_or_broken(value, bound, kept):
    (verdict,) = judge("record", {"event": value}, {"event": bound})
    assert verdict.kept is kept
    assert ("BROKEN" in str(verdict)) is not kept


def test_a_figure_that_is_gone_is_broken():
    (verdict,) = judge("record", {}, {"event": 0.4})
    assert not verdict.kept


def test_a_figure_without_a_bound_is_shown_and_kept():
    (verdict,) = judge("record", {"event": 0.1}, {})
    assert verdict.kept


def test_pinned_floors_belong_to_benchmarks():
    assert set(load_floors()) <= set(NAMES)


def test_every_benchmark_is_listed(capsys):
    assert main(["--list"]) == 0
    assert [line.split()[0] for line in capsys.readouterr().out.splitlines()] == list(NAMES)


def test_missing_data_are_named(tmp_path, capsys):
    assert main(["--all", "--shared", str(tmp_path)]) == 3
    assert str(tmp_path) in capsys.readouterr().err
