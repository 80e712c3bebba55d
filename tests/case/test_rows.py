"""Rows are plain enough for anybody's tools."""

import pandas

from dateline.case import Rows

ROWS = Rows("figures", ("what", "min", "max"), [{"what": "attacks", "min": 165, "max": None}])


def test_rows_are_a_sequence_of_dicts() -> None:
    assert len(ROWS) == 1
    assert ROWS[0]["min"] == 165
    assert [row["what"] for row in ROWS] == ["attacks"]
    assert list(ROWS[1:]) == []
    assert ROWS[1:].columns == ROWS.columns


def test_dicts_are_copies() -> None:
    ROWS.to_dicts()[0]["what"] = "changed"
    assert ROWS[0]["what"] == "attacks"


def test_a_data_frame_has_all_columns_even_without_rows() -> None:
    assert list(ROWS.to_pandas().columns) == ["what", "min", "max"]
    assert isinstance(ROWS[1:].to_pandas(), pandas.DataFrame)
    assert list(ROWS[1:].to_pandas().columns) == ["what", "min", "max"]


def test_shown_as_a_table_without_empty_columns() -> None:
    shown = repr(ROWS)
    assert shown.startswith("figures: 1 rows")
    assert "165" in shown
    assert "max" not in shown
