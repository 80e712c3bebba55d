"""Slides with dates; TimelineJS shows their text as HTML, so nothing in it may be markup of a report."""

import json

import pytest

from dateline.case.shelf import Shelf
from tests.export import golden
from tests.export.markup import check_inert
from tests.export.schema import check, written


@pytest.mark.parametrize("shelf", [golden.shelf(), golden.shelf(golden.hostile())], ids=["golden", "hostile"])
def test_it_is_a_timeline_without_foreign_markup(shelf: Shelf) -> None:
    found = json.loads(written(shelf, "timelinejs"))
    check("timelinejs", found)
    for slide in found["events"]:
        check_inert(slide["text"]["headline"], allowed=set())
        check_inert(slide["text"]["text"], allowed={"blockquote", "p", "cite", "a"})


def test_intervals_stay_intervals_and_undated_events_are_left_out() -> None:
    strike, protest = json.loads(written(golden.shelf(), "timelinejs"))["events"]
    assert strike["start_date"] == strike["end_date"] == {"year": 2020, "month": 1, "day": 3}
    assert protest["start_date"] == {"year": 2020, "month": 2, "day": 1}
    assert protest["end_date"] == {"year": 2020, "month": 2, "day": 7}
    assert protest["display_date"] == "2020-02-01 to 2020-02-07"
    assert '<a href="https://tigris-wire.example/strike-ali-hassan"' in strike["text"]["text"]


def test_an_open_side_is_told() -> None:
    report = golden.Written("Rebels attacked soldiers since May 2019.", None, None)
    report.event(
        "attacked", "ASSAULT", report.text, when=report.when("since May 2019", "2019-05-01", None, "month")
    )
    (slide,) = json.loads(written(golden.shelf(report), "timelinejs"))["events"]
    assert slide["display_date"] == "from 2019-05-01"
    assert slide["start_date"]["year"] == 2019
