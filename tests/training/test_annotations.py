"""The annotated reports that ship: every entry stands in its text and speaks the guide's vocabulary."""

import json
from datetime import date
from pathlib import Path
from typing import Any, get_args

import pytest

from dateline.model.vocabulary import EventType, RelationType, Status
from training.reports import ANNOTATIONS

FOLDERS = ("wikinews", "statements", "written", "heldout")


def records(folder: str) -> list[tuple[Path, dict[str, Any], str]]:
    """The path, the record and the text with its white space evened, of each report of `folder`."""
    found = []
    for path in sorted((ANNOTATIONS / folder).glob("*.json")):
        text = path.with_suffix(".txt").read_text("utf-8")
        found.append((path, json.loads(path.read_text("utf-8")), " ".join(text.split())))
    return found


def quotes(record: dict[str, Any]) -> list[str]:
    """Every piece of the text that a record leans on."""
    stated = [entry["quote"] for kind in ("relations", "figures") for entry in record[kind]]
    disputed = [quote for entry in record["disagreements"] for quote in entry["quotes"]]
    return [m["quote"] for event in record["events"] for m in event["mentions"]] + stated + disputed


@pytest.mark.parametrize("folder", FOLDERS)
def test_every_quote_stands_in_its_text(folder: str) -> None:
    reports = records(folder)
    assert reports
    astray = [
        (path.name, quote)
        for path, record, text in reports
        for quote in quotes(record)
        if " ".join(quote.split()) not in text
    ]
    assert astray == []


@pytest.mark.parametrize("folder", FOLDERS)
def test_every_trigger_stands_in_its_quote(folder: str) -> None:
    for path, record, _ in records(folder):
        for event in record["events"]:
            assert event["mentions"], (path.name, event["id"])
            for mention in event["mentions"]:
                assert mention["trigger"] in mention["quote"], (path.name, event["id"])


@pytest.mark.parametrize("folder", FOLDERS)
def test_records_speak_the_vocabulary(folder: str) -> None:
    for path, record, _ in records(folder):
        assert {event["type"] for event in record["events"]} <= set(get_args(EventType)), path.name
        assert {event["status"] for event in record["events"]} <= set(get_args(Status)), path.name
        assert {tie["type"] for tie in record["relations"]} <= set(get_args(RelationType)), path.name


@pytest.mark.parametrize("folder", FOLDERS)
def test_events_answer_others_of_the_record_and_end_after_they_begin(folder: str) -> None:
    for path, record, _ in records(folder):
        ids = [event["id"] for event in record["events"]]
        assert len(ids) == len(set(ids)), path.name
        for event in record["events"]:
            assert event.get("responds_to") in {None, *ids} - {event["id"]}, (path.name, event["id"])
            bounds = [(event.get("time") or {}).get(end) for end in ("earliest", "latest")]
            days = [date.fromisoformat(day) for day in bounds if day]
            assert days == sorted(days), (path.name, event["id"])


def test_nothing_that_measures_is_trained_on() -> None:
    trained = {path.stem for folder in ("wikinews", "statements", "written") for path, *_ in records(folder)}
    assert trained.isdisjoint(path.stem for path, *_ in records("heldout"))
