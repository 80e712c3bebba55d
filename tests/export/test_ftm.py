"""Entities and statements, checked against the schemata of followthemoney that the export uses."""

import csv
import io
import json
import re
from pathlib import Path
from typing import Any

import pytest

from dateline.case.shelf import Shelf
from dateline.export.chosen import version_of
from dateline.export.statements import key
from tests.export import golden
from tests.export.schema import written

# Kept from followthemoney 4.11.2: required properties, and the types and ranges of those that are written.
SCHEMATA = json.loads((Path(__file__).parent / "schemas/ftm.json").read_text("utf-8"))
DATE = re.compile(r"\d{4}-\d\d-\d\d")


def entities(shelf: Shelf) -> list[dict[str, Any]]:
    return [json.loads(line) for line in written(shelf, "ftm").splitlines()]


@pytest.mark.parametrize("shelf", [golden.shelf(), golden.shelf(golden.hostile())], ids=["golden", "hostile"])
def test_every_entity_fits_its_schema(shelf: Shelf) -> None:
    schema_of: dict[str, str] = {}
    for entity in entities(shelf):
        schema = SCHEMATA[entity["schema"]]
        assert set(schema["required"]) <= set(entity["properties"])
        for name, values in entity["properties"].items():
            kind, *ranges = schema["properties"][name]
            for value in values:
                assert value == " ".join(value.split())
                assert kind != "date" or DATE.fullmatch(value)
                assert kind != "url" or value.startswith("http")
                assert kind != "name" or len(value) < 384
                if kind == "entity":
                    assert ranges[0] in SCHEMATA[schema_of[value]]["matches"]
        schema_of[entity["id"]] = entity["schema"]
    assert len(schema_of) == len(entities(shelf))


def test_who_did_what_to_whom_with_proof() -> None:
    shelf = golden.shelf()
    found = {entity["id"]: entity for entity in entities(shelf)}
    event = shelf.record.events[0]
    strike = found[f"dateline-{event.id}"]["properties"]
    assert [found[id_]["properties"]["name"] for id_ in strike["organizer"]] == [["United States"]]
    assert {found[id_]["schema"] for id_ in strike["involved"]} == {"Organization", "Person"}
    assert {found[id_]["schema"] for id_ in strike["proof"]} == {"Article"}
    assert strike["recordId"] == list(event.claims)
    assert strike["country"] == ["iq"]


def test_ties_have_the_schema_that_fits_their_ends() -> None:
    report = golden.Written("Ali Karim leads Kataib Hezbollah. Iran backs Kataib Hezbollah.", None, None)
    person, group = report.party("Ali Karim", person=True), report.party("Kataib Hezbollah")
    report.relation("leads", person, group, "Ali Karim leads Kataib Hezbollah.")
    report.relation("backs", report.party("Iran"), group, "Iran backs Kataib Hezbollah.", negated=True)
    links = [e for e in entities(golden.shelf(report)) if e["properties"].get("role")]
    assert [(link["schema"], link["properties"]["role"]) for link in links] == [("Directorship", ["leads"])]


def test_every_statement_names_its_claims_and_the_case() -> None:
    shelf = golden.shelf()
    rows = list(csv.DictReader(io.StringIO(written(shelf, "ftm-statements"))))
    kinds = {
        (e["schema"], name): SCHEMATA[e["schema"]]["properties"][name][0]
        for e in entities(shelf)
        for name in e["properties"]
    }
    for row in rows:
        assert row["prop_type"] == kinds[row["schema"], row["prop"]]
        *claims, case = row["origin"].split()
        assert case == version_of(shelf)
        assert set(claims) <= set(shelf.claims)
        assert row["id"] == key(row["entity_id"], row["prop"], row["value"])
    assert len(rows) == len({row["id"] for row in rows})
