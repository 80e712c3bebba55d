"""Filters find what a person means and nothing that is unknown."""

from dataclasses import replace

import pytest

from dateline.case import Selection
from dateline.model import Event, Party, Span, When, Where

WORDS = Span("r-1", 0, 1, "x")


def event(earliest: str | None, latest: str | None, **more: object) -> Event:
    when = When(WORDS, "DATE", earliest, latest, "day")
    return replace(Event("v-1", "ASSAULT", "airstrike", True, "actual", ("c",), ("r-1",), when=when), **more)


def found(selection: Selection, *events: Event) -> int:
    return len(list(selection.of(events)))


@pytest.mark.parametrize("wanted", ["kataib hezbollah", "Kata'ib Hezbollah", "hezbollah", "Q123"])
def test_actors_by_any_spelling_of_the_letters_or_by_id(wanted: str) -> None:
    one = event(None, None, actors=(Party("Kata’ib Hezbollah", WORDS, "Q123"),))
    assert found(Selection(actor=wanted), one) == 1
    assert found(Selection(actor="Lebanese Hezbollah"), one) == 0


def test_an_actor_under_another_name_is_found_through_the_registry() -> None:
    named = event(None, None, actors=(Party("Kataib Hezbollah", WORDS, "Q123"),))
    other = event(None, None, actors=(Party("Hezbollah Brigades", WORDS, "Q123"),))
    stranger = event(None, None, actors=(Party("Hezbollah Brigades", WORDS),))
    assert found(Selection(actor="kataib"), named, other, stranger) == 2


def test_places_by_name_container_or_entry() -> None:
    one = event(
        None, None, places=(Where(WORDS, "Camp Taji", "98", None, "IQ", ("Baghdad Governorate", "Iraq")),)
    )
    for wanted in ("taji", "iraq", "98", "IQ"):
        assert found(Selection(place=wanted), one) == 1
    assert found(Selection(place="Syria"), one) == 0


def test_type_or_mode() -> None:
    assert found(Selection(type="assault"), event(None, None)) == 1
    assert found(Selection(type="Airstrike"), event(None, None)) == 1
    assert found(Selection(type="AID"), event(None, None)) == 0


@pytest.mark.parametrize(
    ("earliest", "latest", "fits"),
    [
        ("2020-01-10", "2020-01-10", True),
        ("2020-01-01", "2020-12-31", True),
        ("2020-01-20", "2020-01-25", True),
        ("2020-01-21", "2020-01-21", False),
        ("2019-12-01", "2020-01-09", False),
        (None, "2020-01-10", True),
        (None, "2020-01-09", False),
        ("2020-01-20", None, True),
        ("2020-01-21", None, False),
        (None, None, False),
    ],
)
def test_days_from_the_tenth_to_the_twentieth(earliest: str | None, latest: str | None, fits: bool) -> None:
    assert found(Selection(since="2020-01-10", until="2020-01-20"), event(earliest, latest)) == fits


def test_an_event_without_a_time_is_found_only_without_days() -> None:
    one = replace(event(None, None), when=None)
    assert found(Selection(), one) == 1
    assert found(Selection(since="2020-01-01"), one) == 0


def test_a_day_must_be_one() -> None:
    with pytest.raises(ValueError, match="2020-13-01"):
        Selection(since="2020-13-01")
