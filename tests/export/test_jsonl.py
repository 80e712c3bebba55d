"""JSON Lines lose nothing."""

import json
from pathlib import Path

import pytest

from dateline.case import Case
from dateline.export.jsonl import WHAT, lines
from dateline.model import Event, EventClaim, Report
from dateline.model.codec import from_plain
from tests.case.fake import FakeReader
from tests.case.tales import write_tales


@pytest.fixture
def case(tmp_path: Path) -> Case:
    write_tales(tmp_path, 6)
    case = Case(None, FakeReader())
    case.add(tmp_path)
    return case


def told(case: Case, what: str = "all") -> list[dict[str, object]]:
    return [json.loads(line) for line in lines(case.shelf, what)]


def test_nouns_come_back_from_their_lines(case: Case) -> None:
    classes = {"report": Report, "event_claim": EventClaim, "event": Event}
    back = {kind: [] for kind in classes}
    for line in told(case):
        kind = str(line.pop("kind"))
        if kind in classes:
            back[kind].append(from_plain(classes[kind], line))  # type: ignore[type-var]
    assert back["report"] == list(case.shelf.reports.values())
    assert back["event"] == list(case.record().events)
    assert back["event_claim"] == [c for c in case.shelf.claims.values() if isinstance(c, EventClaim)]


def test_every_event_names_the_words_of_its_claims(case: Case) -> None:
    texts = {report.id: report.text for report in case.shelf.reports.values()}
    for event in told(case, "events"):
        assert [quote["claim"] for quote in event["quotes"]] == event["claims"]  # type: ignore[union-attr]
        for quote in event["quotes"]:  # type: ignore[union-attr]
            assert texts[quote["report"]][quote["start"] : quote["end"]] == quote["text"]


def test_all_is_every_noun_once(case: Case) -> None:
    parts = [line["id"] for what in WHAT for line in told(case, what) if "id" in line]
    everything = [line["id"] for line in told(case) if "id" in line]
    assert len(everything) == len(set(everything))
    assert set(everything) == set(parts)
