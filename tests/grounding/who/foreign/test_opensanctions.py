import pytest

from dateline.grounding.who.foreign.opensanctions import read_opensanctions
from dateline.grounding.who.rows import NameRow
from tests.grounding.who.foreign.reading import read

HEADER = '"id","schema","name","aliases","birth_date","countries","dataset"\n'


def test_a_target_with_its_aliases_and_states():
    text = (
        HEADER + '"Q7","Person","Anna Example","A. Example;""Example; Anna"";Annie","1970","iq;sy","made"\n'
    )
    ((row,), rejected) = read(read_opensanctions, text)
    assert (row.id, row.kind, row.wikidataId, row.country) == (
        "opensanctions-q7",
        "person",
        "Q7",
        ["iq", "sy"],
    )
    assert row.names == ["A. Example", "Example; Anna", NameRow("Annie", needs_context=True)]
    assert row.licence == "CC-BY-NC-4.0"
    assert rejected == []


def test_a_day_of_birth_is_not_taken():
    text = HEADER + '"x","Person","Anna Example","","1970-02-03","",""\n'
    ((row,), _) = read(read_opensanctions, text)
    assert "1970" not in repr(row)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ('"x","Vessel","Sea Queen","","","",""', "Vessel"),
        ('"x","Person","","","","",""', "name is empty"),
        ('"","Person","Anna Example","","","",""', "id is empty"),
        ('"x","Person"', "cells"),
    ],
)
def test_what_is_no_actor_is_named_and_the_rest_is_taken(line, reason):
    rows, rejected = read(read_opensanctions, f'{HEADER}{line}\n"y","Company","Blue Boats","","","",""\n')
    assert [row.name for row in rows] == ["Blue Boats"]
    ((number, why),) = rejected
    assert number == 2
    assert reason in why


def test_another_table_is_refused_as_a_whole():
    rows, rejected = read(read_opensanctions, "a,b\n1,2\n")
    assert rows == []
    assert "no column aliases, id" in rejected[0][1]
