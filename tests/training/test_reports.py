"""Annotated reports: names that mean one party, marks that leave the sentence whole."""

import json
from pathlib import Path

import pytest

from dateline.language import load
from training.plover import read_records
from training.reports import alike, read_items, read_reports


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Taliban", "Taliban fighters", True),
        ("the Taliban", "Taliban", True),
        ("Syrian army", "Turkish army", False),
        ("the", "Taliban", False),
    ],
)
def test_names_are_alike_when_one_holds_the_other(one: str, other: str, same: bool) -> None:
    assert alike(one, other) is same
    assert alike(other, one) is same


def test_marks_come_off_and_keep_their_places(tmp_path: Path) -> None:
    markup = "Senior (SRC/TAR: Hungarian) officials (EVT: agreed) on Wednesday with (TAR: Romania)."
    path = tmp_path / "records.jsonl"
    rows = [{"id": "a", "event": "AGREE", "markup": markup}, {"id": "b", "event": "NOTYPE", "markup": markup}]
    path.write_text("\n".join(map(json.dumps, rows)))
    (record,) = read_records(path, load())
    assert record.text == "Senior Hungarian officials agreed on Wednesday with Romania."
    assert [record.text[s:e] for s, e in record.events[0].triggers] == ["agreed"]
    assert (record.events[0].actors, record.events[0].targets) == (("Hungarian",), ("Romania",))
    assert not record.complete


def test_an_item_says_which_occurrence_is_meant(tmp_path: Path) -> None:
    item = {
        "id": "x",
        "text": "After the attack came another attack on Mosul.",
        "events": [{"type": "ASSAULT", "trigger": "attack", "n": 2, "target": ["Mosul"]}],
    }
    path = tmp_path / "items.jsonl"
    path.write_text(json.dumps(item))
    (read,) = read_items(path, load())
    ((start, end),) = read.events[0].triggers
    assert (start, read.text[start:end]) == (30, "attack")


def test_quotes_are_found_whatever_their_quotation_marks_and_blanks(tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_text(
        "---\ntitle: X\n---\nHe said “they\nkilled three men” on Monday in Kunduz.\n"
    )
    mention = {"quote": 'said "they killed three men" on Monday', "trigger": "killed"}
    event = {"type": "ASSAULT", "core": True, "mentions": [mention], "actor": [], "target": []}
    (tmp_path / "x.json").write_text(json.dumps({"events": [event]}))
    (read,) = read_reports(tmp_path, load())
    ((start, end),) = read.events[0].triggers
    assert read.text[start:end] == "killed"
