"""Named events: the shipped table, and what users add."""

from datetime import date

import pytest
import spacy

from dateline.grounding.when import NamedEvents, TimeFinder
from dateline.grounding.when.words import rows
from dateline.model import RunError

HEADER = "name,aliases,start,end,source\n"


def test_the_shipped_table_has_enough_events_with_sources():
    table = list(rows("named_events.csv"))
    assert len(table) >= 60
    assert all(row["source"].startswith("https://") for row in table)
    assert all(
        date.fromisoformat(row["start"]) <= date.fromisoformat(row["end"] or row["start"]) for row in table
    )


def test_no_name_means_two_events():
    names = [
        name
        for row in rows("named_events.csv")
        for name in {
            told.casefold().replace("’", "'") for told in (row["name"], *row["aliases"].split("|")) if told
        }
    ]
    assert [name for name in sorted(names) if names.count(name) > 1] == []


def test_an_event_is_found_with_its_article_and_any_case():
    events = NamedEvents()
    assert events.get("the October 7 attack") == events.get("OCTOBER 7  ATTACKS")
    assert events.get("the October 8 attack") is None


def test_users_add_events(tmp_path, report):
    path = tmp_path / "mine.csv"
    path.write_text(HEADER + "Harbour fire,fire in the harbour,2019-05-02,2019-05-03,own notes\n", "utf-8")
    finder = TimeFinder(NamedEvents([path]))
    text = "The port has been closed since the fire in the harbour."
    (when,) = finder.find(spacy.blank("en")(text), report(text, "2020-10-13"))
    assert (when.span.text, when.earliest, when.latest) == ("the fire in the harbour", "2019-05-02", None)
    assert when.anchor == "named:Harbour fire"


@pytest.mark.parametrize(
    "row", ["Harbour fire,,May 2019,,notes", "Harbour fire,,2019-05-03,2019-05-02,notes"]
)
def test_a_row_that_cannot_be_read_is_named(tmp_path, row):
    path = tmp_path / "mine.csv"
    path.write_text(HEADER + row + "\n", "utf-8")
    with pytest.raises(RunError, match=r"mine\.csv.*Harbour fire"):
        NamedEvents([path])


def test_an_event_still_to_come_is_read_as_plain_words(times):
    (when,) = times("Nothing has changed since the October 7 attack.", "2020-10-13")
    assert (when.span.text, when.earliest) == ("October 7", "2020-10-07")
    (when,) = times("Nothing has changed since the October 7 attack.", "2024-01-30")
    assert (when.earliest, when.latest) == ("2023-10-07", None)
