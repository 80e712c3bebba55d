import json
from typing import Any

import pytest

from dateline.grounding.who.foreign.wikidata import read_wikidata
from dateline.grounding.who.rows import NameRow, RoleRow
from tests.grounding.who.foreign.reading import read


def link(item: str, **qualifiers: str) -> dict[str, Any]:
    found: dict[str, Any] = {"mainsnak": {"datavalue": {"value": {"id": item}}}}
    if qualifiers:
        found["qualifiers"] = {
            name: [{"datavalue": {"value": {"time": f"+{day}T00:00:00Z", "precision": 11}}}]
            for name, day in qualifiers.items()
        }
    return found


def item(id_: str, label: str | None, aliases: tuple[str, ...] = (), **claims: Any) -> dict[str, Any]:
    labels = {"en": {"value": label}} if label else {}
    return {"id": id_, "labels": labels, "aliases": {"en": [{"value": a} for a in aliases]}, "claims": claims}


IRAQ = item("Q796", "Iraq", P297=[{"mainsnak": {"datavalue": {"value": "IQ"}}}])
POST = item("Q77", "Minister of Water", P17=[link("Q796")])
OMAR = item(
    "Q9", "Omar Field", ("Umar Field",), P31=[link("Q5")], P27=[link("Q796")],
    P39=[link("Q77", P580="2016-03-04", P582="2018-01-02")],
)  # fmt: skip
JUNE = {"time": "+2014-06-00T00:00:00Z", "precision": 10}
BLUE = item(
    "Q8", "Blue Column", P361=[link("Q12")],
    P571=[{"mainsnak": {"datavalue": {"value": JUNE}}}],
    P1813=[{"mainsnak": {"datavalue": {"value": {"text": "BC", "language": "en"}}}}],
)  # fmt: skip
ALL = [IRAQ, POST, OMAR, BLUE]


@pytest.mark.parametrize(
    "text",
    [
        "[\n" + ",\n".join(json.dumps(one) for one in ALL) + "\n]\n",
        json.dumps({"entities": {one["id"]: one for one in ALL}}),
        json.dumps({"entities": {one["id"]: one for one in ALL}}, indent=1),
    ],
    ids=["dump", "entities", "entities over many lines"],
)
def test_persons_and_groups_with_their_ties(text):
    (omar, blue), rejected = read(read_wikidata, text)
    assert (omar.id, omar.kind, omar.names, omar.country) == ("wikidata-q9", "person", ["Umar Field"], ["iq"])
    assert omar.roles == [RoleRow("holds_office", "iq", "minister of water", "2016-03-04", "2018-01-02")]
    assert (blue.inception, blue.wikidataId) == ("2014-06", "Q8")
    assert blue.names == [NameRow("BC", "acronym", needs_context=True)]
    assert blue.roles == [RoleRow("part_of", "wikidata-q12")]
    assert rejected == []


def test_an_item_without_an_english_label_is_not_named_by_guess():
    rows, _ = read(read_wikidata, json.dumps(item("Q5000", None)))
    assert rows == []


@pytest.mark.parametrize("line", ["{x", "7", '{"id": "P31", "labels": {}}', '{"id": "Q3"}'])
def test_what_is_no_item_is_named_and_the_rest_is_taken(line):
    rows, rejected = read(read_wikidata, f"[\n{json.dumps(BLUE)},\n{line},\n]\n")
    assert [row.name for row in rows] == ["Blue Column"]
    assert [number for number, _ in rejected] == [3]
