"""An evaluation reads a gold folder, and a broken file is one line in it, not the end of it."""

import json

import pytest

from dateline.evaluation import evaluate
from dateline.model import ReportError, RunError

RECORD = {
    "events": [
        {
            "id": "e1",
            "core": True,
            "type": "ASSAULT",
            "mentions": [{"quote": "Rebels attacked Avdo on Monday night", "trigger": "attacked"}],
            "status": "actual",
        }
    ]
}


def gold(folder, name, record=RECORD, text="Rebels attacked Avdo on Monday night."):
    (folder / f"{name}.json").write_text(json.dumps(record))
    (folder / f"{name}.txt").write_text(text)


def test_every_report_is_read_and_scored(tmp_path):
    gold(tmp_path, "a")
    gold(tmp_path, "b")
    run = evaluate(tmp_path, lambda path: RECORD if path.stem == "a" else {})
    assert run.scores.reports == 2
    assert run.scores.table()["event_recall"] == 0.5
    assert {name: s.table()["event"] for name, s in run.by_report.items()} == {"a": 1.0, "b": 0.0}
    assert run.skipped == []


def test_a_report_that_cannot_be_read_counts_as_empty_and_is_listed(tmp_path):
    gold(tmp_path, "a")

    def read(path):
        raise ReportError(str(path), "is empty")

    run = evaluate(tmp_path, read)
    assert run.scores.table()["event"] == 0.0
    assert [error.reason for error in run.skipped] == ["is empty"]


@pytest.mark.parametrize(("record", "reason"), [("{", "is no readable JSON"), ("[]", "is no record")])
def test_a_broken_gold_file_is_named_and_the_rest_is_scored(tmp_path, record, reason):
    gold(tmp_path, "a")
    gold(tmp_path, "b")
    (tmp_path / "b.json").write_text(record)
    run = evaluate(tmp_path, lambda path: RECORD)
    assert run.scores.reports == 1
    (error,) = run.skipped
    assert error.where.endswith("b.json")
    assert error.reason.startswith(reason)


def test_a_folder_without_gold_says_what_is_expected(tmp_path):
    with pytest.raises(RunError, match="ID.json beside ID.txt"):
        evaluate(tmp_path, lambda path: {})
