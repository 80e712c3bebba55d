"""The hand set: places of conflict reports, each in a sentence."""

import csv
from pathlib import Path

import pytest

from dateline.grounding.where import Gazetteer
from dateline.grounding.where.entry import Entry, distance_km
from dateline.grounding.where.mention import Mention
from dateline.grounding.where.resolver import Resolver

NEAR_KM = 50.0
PLACES = Path(__file__).parent / "places.csv"


def rows() -> list[dict[str, str]]:
    with PLACES.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(line for line in lines if not line.startswith("#")))


def resolve(resolver: Resolver, row: dict[str, str]) -> Entry | None:
    text = row["text"]
    names = [row["name"], *filter(None, row["others"].split("|"))]
    mentions = [Mention(text.index(name), text.index(name) + len(name), name) for name in names]
    mentions.sort(key=lambda mention: mention.start)
    found = {r.mention.text: r.entry for r in resolver.resolve(text, mentions)}
    return found[row["name"]]


@pytest.fixture(scope="module")
def answers() -> list[tuple[dict[str, str], Entry | None]]:
    resolver = Resolver(Gazetteer())
    return [(row, resolve(resolver, row)) for row in rows()]


def is_right(row: dict[str, str], entry: Entry | None) -> bool:
    if not row["lat"] or entry is None:
        return not row["lat"] and entry is None
    return distance_km(entry.lat, entry.lon, float(row["lat"]), float(row["lon"])) <= NEAR_KM


def test_the_set_is_large() -> None:
    assert len(rows()) >= 200


def test_nearly_all_are_right(answers: list[tuple[dict[str, str], Entry | None]]) -> None:
    wrong = [row["name"] for row, entry in answers if not is_right(row, entry)]
    assert len(wrong) <= 0.05 * len(answers), wrong


def test_no_answer_lies_in_another_country(answers: list[tuple[dict[str, str], Entry | None]]) -> None:
    astray = [row["name"] for row, entry in answers if entry and row["country"] not in (*entry.countries, "")]
    assert astray == []


def test_unknown_names_get_no_answer(answers: list[tuple[dict[str, str], Entry | None]]) -> None:
    assert [entry for row, entry in answers if not row["lat"] and not row["country"]] == [None] * 4
