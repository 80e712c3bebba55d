"""What the events of a press release say in the fields of its coders."""

from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks.isaf import summary, trained, unseen
from dateline.model import Count, EventClaim, Span, When, Where

TEXT = "Forces captured one Taliban leader in Khost province overnight, and two other suspected insurgents"


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span("r", start, start + len(words), words)


def count(who: str, least: int) -> Count:
    return Count("detained", who, least, least, span("one"))


NIGHT = When(span("overnight"), "TIME", "2011-05-03", "2011-05-04", "part_of_day")
MONTH = When(span("overnight"), "DATE", "2011-03-01", "2011-03-31", "month")
EVENT = EventClaim(
    "e",
    "r",
    "COERCE",
    True,
    span(TEXT),
    span("captured"),
    places=(Where(span("Khost province"), "Khost province", containing=("Khowst", "Afghanistan")),),
    counts=(count("Taliban leader", 1), count("other suspected insurgents", 2)),
    when=NIGHT,
)


def test_a_leader_and_those_taken_with_him_are_added_up() -> None:
    assert summary([EVENT])["min_captured"] == 3


def test_who_is_told_twice_is_counted_once() -> None:
    again = replace(EVENT, counts=(count("suspected insurgents during the search", 2),))
    assert summary([EVENT, again])["min_captured"] == 3


def test_the_day_is_that_of_a_night_and_not_of_a_month() -> None:
    assert summary([replace(EVENT, when=MONTH)])["start_date"] is None
    assert summary([replace(EVENT, when=MONTH), EVENT])["start_date"] == "2011-05-03"


def test_provinces_and_groups_are_named_as_the_coders_name_them() -> None:
    told = summary([EVENT])
    assert "khost" in told["province"]
    assert told["target_group"] == ["taliban"]
    assert told["event_type"] == ["detention"]


@pytest.mark.parametrize("name", ["isaf_press.jsonl", "corpora/conflict/isaf_press.jsonl"])
def test_a_release_that_trains_does_not_measure(tmp_path, name):
    data = tmp_path / name
    gold = tmp_path / "gold" / "train"
    gold.mkdir(parents=True)
    (gold / "isaf-7.json").write_text("{}", "utf-8")
    rows = [{"id": "isaf-7"}, {"id": "isaf-101"}, {"id": "isaf-0"}]
    assert unseen(rows, trained(data)) == [{"id": "isaf-0"}]


def test_without_gold_only_the_releases_of_the_project_itself_are_left_out():
    assert unseen([{"id": "isaf-101"}, {"id": "isaf-0"}], trained(Path("/isaf_press.jsonl"))) == [
        {"id": "isaf-0"}
    ]
