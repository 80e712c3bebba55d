"""What phrases say of state and sector; no rule was made for a phrase of the held half."""

import csv
from pathlib import Path

import pytest

from dateline.grounding.who import Registry
from dateline.grounding.who.registry import shipped
from dateline.grounding.who.rows import ActorRow, RoleRow
from dateline.grounding.who.sector import Sector, sector_of, sector_of_actor

PHRASES = Path(__file__).with_name("phrases.csv")


def phrases(part: str) -> list[dict[str, str]]:
    lines = [line for line in PHRASES.read_text("utf-8").splitlines() if not line.startswith("#")]
    return [row for row in csv.DictReader(lines) if row["part"] == part]


@pytest.mark.parametrize(("part", "least"), [("tune", 0.95), ("held", 0.90)])
def test_most_phrases_give_their_state_and_sector(part, least):
    rows = phrases(part)
    right = [
        row
        for row in rows
        if sector_of(row["phrase"]) == Sector(row["country"] or None, row["sector"] or None)
    ]
    assert len(rows) >= 75
    assert len(right) / len(rows) >= least


def test_what_the_words_do_not_say_stays_open():
    assert sector_of("the others") == Sector(None, None)
    assert sector_of("") == Sector(None, None)
    assert sector_of("Congolese soldiers").country is None  # of two states
    assert sector_of("Russian-backed separatists").country is None


@pytest.mark.parametrize(
    ("phrase", "code"),
    [
        ("Colombian police officers", "COLCOP"),
        ("commander of the navy", "MIL"),
        ("members of parliament", "LEG"),
        ("relatives of the soldiers", "CVL"),
        ("the ambassador to Syria", "GOV"),
        ("soldiers from Chad", "TCDMIL"),
        ("the others", None),
    ],
)
def test_the_head_decides_and_of_says_whose(phrase, code):
    assert sector_of(phrase).code == code


def test_a_person_stands_where_the_office_of_that_day_stands():
    registry = Registry(
        [
            ActorRow("blue", "Blue Front", kind="armed group", country=["iq"]),
            ActorRow("board", "Water Board", kind="government", country=["iq"]),
            ActorRow(
                "omar", "Omar Field", schema="Person", country=["iq"],
                roles=[
                    RoleRow("leads", "blue", start="2010", end="2014"),
                    RoleRow("leads", "board", start="2015", end="2018"),
                ],
            ),
        ]
    )  # fmt: skip
    omar = registry["omar"]
    assert sector_of_actor(omar, registry, "2012-05-01").code == "IRQREB"
    assert sector_of_actor(omar, registry, "2016-05-01").code == "IRQGOV"
    assert sector_of_actor(omar, registry, "2020-05-01").code == "IRQELI"


def test_every_state_and_organ_of_the_shipped_registry_has_both():
    for key in ("iq", "us-military", "ke-police"):
        assert sector_of_actor(shipped()[key], shipped()).code in {"IRQGOV", "USAMIL", "KENCOP"}
