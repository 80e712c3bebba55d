"""PLOVER's objects, with the offsets and auxiliary modes that nobody else fills."""

import json
from typing import Any

import pytest

from dateline.case.shelf import Shelf
from dateline.export.coded.plover import auxiliary
from dateline.model import Event, When
from tests.export import golden
from tests.export.schema import check, written


def lines(shelf: Shelf) -> list[dict[str, Any]]:
    return [json.loads(line) for line in written(shelf, "plover").splitlines()]


@pytest.mark.parametrize("shelf", [golden.shelf(), golden.shelf(golden.hostile())], ids=["golden", "hostile"])
def test_every_line_is_what_the_manual_asks_for(shelf: Shelf) -> None:
    found = lines(shelf)
    assert len(found) == len(shelf.record.events)
    for line in found:
        check("plover", line)


def test_offsets_are_those_of_the_words() -> None:
    shelf = golden.shelf()
    for line in lines(shelf):
        for claim in line["claims"]:
            text = shelf.reports[claim["report"]].text
            assert text[claim["start"] : claim["end"]] == claim["quote"]
            assert text[claim["trigger"]["start"] : claim["trigger"]["end"]] in line["event_text"]
        for entity in line["actor"] + line.get("recipient", []):
            at = entity["text_info"]
            assert shelf.reports[at["report"]].text[at["start"] : at["end"]] == entity["entity_text"]


def test_type_mode_scale_and_sizes() -> None:
    strike = lines(golden.shelf())[0]
    assert (strike["event"], strike["mode"], strike["quad_code"], strike["event_scale"]) == (
        ["ASSAULT"],
        ["drone"],
        4,
        -9,
    )
    assert strike["size"] == {"dead": 5, "injured": 1}
    assert [(a["code"], a["sector"]) for a in strike["actor"]] == [("USA", "GOV")]
    assert strike["event_loc"]["province"] == "Baghdad"


@pytest.mark.parametrize(
    ("status", "modes"),
    [
        ("actual", []),
        ("threatened", ["future"]),
        ("hypothetical", ["hypothetical"]),
        ("denied", ["negation"]),
    ],
)
def test_auxiliary_modes_follow_the_status(status: str, modes: list[str]) -> None:
    event = Event("v-1", "ASSAULT", None, True, status, (), ())  # type: ignore[arg-type]
    assert auxiliary(event, []) == modes


def test_what_ended_a_year_before_is_historical() -> None:
    report = golden.Written("In May 2001 it began.", None, "2020-01-01")
    when = When(report.span("May 2001"), "DATE", "2001-05-01", "2001-05-31", "month")
    event = Event("v-1", "ASSAULT", None, True, "actual", (), (), when=when)
    assert auxiliary(event, [report.report]) == ["historical"]


def test_no_date_is_no_date() -> None:
    threat = next(line for line in lines(golden.shelf()) if line.get("auxiliary_mode"))
    assert threat["date"] is None
