"""The registry of features: well formed, in the country that it says, and extendable."""

from pathlib import Path

import pytest

from dateline.grounding.where import Gazetteer
from dateline.grounding.where.tables import read_features, read_nations

HEADER = "id,name,aliases,kind,countries,lat,lon,radius_km,valid_from,valid_to,source,note\n"


def test_every_row_is_whole_and_ids_are_unique() -> None:
    features = read_features()
    assert len({feature.entry.id for feature in features}) == len(features) >= 400
    for feature in features:
        assert feature.source, feature.entry.id
        assert all(len(iso) == 2 and iso.isupper() for iso in feature.entry.countries), feature.entry.id


def test_countries_of_features_exist() -> None:
    known = {nation.iso for nation in read_nations()} | set(Gazetteer().countries)
    used = {iso for feature in read_features() for iso in feature.entry.countries}
    assert used <= known


def test_places_in_dispute_list_the_claimant() -> None:
    """Where a note tells of a state that claims what another holds, both are countries of the row."""
    held = [f for f in read_features() if "claimed by" in f.note and f.entry.countries]
    assert len(held) >= 15
    assert [feature.entry.id for feature in held if len(feature.entry.countries) < 2] == []


def test_a_users_file_adds_places(tmp_path: Path) -> None:
    more = tmp_path / "mine.csv"
    more.write_text(
        HEADER + "camp-x,Camp Xylophone,Xylophone Base,base,IQ,33.0,43.0,4,,,own notes,\n", encoding="utf-8"
    )
    found = Gazetteer([more]).candidates("xylophone base")
    assert [(entry.id, entry.country) for entry in found] == [("feature:camp-x", "IQ")]


def test_a_users_row_replaces_ours(tmp_path: Path) -> None:
    more = tmp_path / "mine.csv"
    more.write_text(HEADER + "tower-22,Tower 22,,base,JO,33.4,38.8,2,,,own notes,\n", encoding="utf-8")
    entries = [e for e in Gazetteer([more]).candidates("Tower 22") if e.id == "feature:tower-22"]
    assert [(entry.lat, entry.radius_km) for entry in entries] == [(33.4, 2.0)]


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("a,A,,base,IQ,north,43.0,4,,,s,\n", "north"),
        ("a,A,,base,IQ,95.0,43.0,4,,,s,\n", "out of range"),
        (",A,,base,IQ,33.0,43.0,4,,,s,\n", "must be given"),
        ("a,A,,base\n", ""),
    ],
)
def test_a_malformed_row_is_named(tmp_path: Path, row: str, reason: str) -> None:
    path = tmp_path / "bad.csv"
    path.write_text(HEADER + row, encoding="utf-8")
    with pytest.raises(ValueError, match=rf"bad.csv, row 1.*{reason}"):
        read_features(path)
