"""An evaluation reads a gold folder, and a broken file is one line in it, not the end of it."""

import json

import pytest

from dateline.evaluation import evaluate
from dateline.model import Original, Report, ReportError, RunError

TEXT = "Rebels attacked Avdo on Monday night."
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


def report(name):
    return Report(f"r-{name}", name, TEXT, Original("0" * 64, "text", len(TEXT)))


def gold(folder, *names):
    for name in names:
        (folder / f"{name}.json").write_text(json.dumps(RECORD))
    return folder


def test_every_report_is_read_and_scored(tmp_path):
    gold(tmp_path, "a", "b")
    run = evaluate(tmp_path, [report("a"), report("b")], lambda r: RECORD if r.name == "a" else {})
    assert run.scores.reports == 2
    assert run.scores.table()["event_recall"] == 0.5
    assert {name: s.table()["event"] for name, s in run.by_report.items()} == {"a": 1.0, "b": 0.0}
    assert run.skipped == []


def test_a_report_that_cannot_be_read_counts_as_empty_and_is_listed(tmp_path):
    def read(told):
        raise ReportError(told.name, "is too long")

    run = evaluate(gold(tmp_path, "a"), [report("a")], read)
    assert run.scores.table()["event"] == 0.0
    assert [error.reason for error in run.skipped] == ["is too long"]


def test_gold_without_its_report_and_unreadable_input_are_listed(tmp_path):
    broken = ReportError("b.txt", "is empty")
    run = evaluate(gold(tmp_path, "a", "b"), [report("a"), broken], lambda r: RECORD)
    assert run.scores.table()["event_recall"] == 0.5
    assert [str(error) for error in run.skipped] == [
        "b.txt: is empty",
        "b: has gold but no report of that name",
    ]


def test_a_report_without_gold_is_left_unread(tmp_path):
    seen = []
    evaluate(gold(tmp_path, "a"), [report("a"), report("z")], lambda r: seen.append(r.name) or {})
    assert seen == ["a"]


@pytest.mark.parametrize(("record", "reason"), [("{", "is no readable JSON"), ("[]", "is no record")])
def test_a_broken_gold_file_is_named_and_the_rest_is_scored(tmp_path, record, reason):
    gold(tmp_path, "a", "b")
    (tmp_path / "b.json").write_text(record)
    run = evaluate(tmp_path, [report("a"), report("b")], lambda r: RECORD)
    assert run.scores.reports == 1
    (error,) = run.skipped
    assert error.where.endswith("b.json")
    assert error.reason.startswith(reason)


def test_a_folder_without_gold_says_what_is_expected(tmp_path):
    with pytest.raises(RunError, match=r"no gold here"):
        evaluate(tmp_path, [], lambda r: {})
