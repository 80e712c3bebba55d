"""Texts as they come: shouted, wrapped, listed, with marks that were never closed. What they tell is read."""

import pytest

from dateline.model import EventClaim, Original, Report, report_id
from dateline.reading import Reader


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader()


def events(reader: Reader, text: str) -> list[EventClaim]:
    report = Report(
        report_id(text, None, None, None, None), "messy", text, Original("0" * 64, "text", len(text))
    )
    found = [claim for claim in reader.read(report) if isinstance(claim, EventClaim)]
    for event in found:
        assert text[event.quote.start : event.quote.end] == event.quote.text
        assert text[event.trigger.start : event.trigger.end] == event.trigger.text
    return found


def killing(found: list[EventClaim]) -> EventClaim:
    return next(event for event in found if event.trigger.text.lower() == "killed")


PLAIN = "Gunmen killed three soldiers near Kunduz on Monday, the police said. Nobody knows who they were."


@pytest.mark.parametrize("text", [PLAIN, PLAIN.upper(), PLAIN.lower()], ids=["plain", "shouted", "hushed"])
def test_an_event_is_the_same_with_and_without_capitals(reader: Reader, text: str) -> None:
    event = killing(events(reader, text))
    assert (event.type, event.status) == ("ASSAULT", "actual")
    assert [party.name.lower() for party in event.actors] == ["gunmen"]
    assert ["soldiers" in party.name.lower() for party in event.targets] == [True]
    assert [(count.what, count.min) for count in event.counts] == [("killed", 3)]
    assert [speaker.party.name.lower() for speaker in event.speakers] == ["police"]
    assert event.places[0].entry == killing(events(reader, PLAIN)).places[0].entry


def test_a_wrapped_report_is_read_as_one_that_flows(reader: Reader) -> None:
    flowing = PLAIN + " The army sent more troops to the town, and the roads that lead to it were closed."
    wrapped = (
        "Gunmen killed three soldiers near Kunduz on\nMonday, the police said. Nobody knows who they\n"
        "were. The army sent more troops to the town,\nand the roads that lead to it were closed."
    )
    assert wrapped.replace("\n", " ") == flowing
    told = [
        [(e.type, e.trigger.start, e.status) for e in events(reader, text)] for text in (wrapped, flowing)
    ]
    assert told[0] == told[1]


def test_each_item_of_a_list_has_its_own_place(reader: Reader) -> None:
    text = (
        "What happened in Syria:\n\n"
        "1) Aleppo: gunmen killed two policemen.\n"
        "2) Damascus: a car bomb killed six people.\n"
    )
    places = {place.name for event in events(reader, text) for place in event.places[:1]}
    assert places == {"Aleppo", "Damascus"}


def test_a_quotation_that_is_never_closed_ends_with_its_line(reader: Reader) -> None:
    text = 'The spokesman said: "We will stay.\n\nPolice arrested twenty protesters in Aden on Tuesday.\n'
    (arrest,) = [event for event in events(reader, text) if event.trigger.text == "arrested"]
    assert (arrest.status, arrest.speakers) == ("actual", ())


def test_the_hour_of_an_entry_names_nobody(reader: Reader) -> None:
    text = "05:12 GMT - Israeli jets bombed a building in Gaza City, killing two people."
    names = [party.name for event in events(reader, text) for party in event.actors]
    assert names
    assert not any("GMT" in name for name in names)


def test_a_denial_by_a_pronoun_reaches_no_further_than_the_words_before(reader: Reader) -> None:
    text = (
        "Gunmen killed three soldiers near Kunduz on Monday. The Red Front said that it held the palace and "
        "the airport in the capital, which the army disputed and the mayor denied."
    )
    assert killing(events(reader, text)).denied_by == ()
