"""What the network is shown of a word."""

from dateline.language.wordform import RUNS, TABLES, shape, wordform


def test_digits_and_quotation_marks_are_alike() -> None:
    assert wordform("’s").key == wordform("'s").key
    assert wordform("AK-47").key == wordform("ak-74").key


def test_shapes_tell_capitals_and_runs_are_cut() -> None:
    assert [shape(word) for word in ("Baghdad", "UN", "T-72", "said")] == ["Xxxxx", "XX", "X-dd", "xxxx"]


def test_every_row_is_in_its_table() -> None:
    for word in ("Mujahideen", "x", "…", "12,500", "n't"):
        its = wordform(word)
        assert all(0 <= row < size for row, size in zip(its.parts, TABLES, strict=True))
        assert its.runs
        assert all(1 <= run <= RUNS for run in its.runs)
