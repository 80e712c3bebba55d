"""GDELT's files have no header, so that position is all."""

import pytest

from dateline.case.shelf import Shelf
from dateline.export.chosen import version_of
from dateline.export.coded import gdelt, mentions, polecat
from tests.export import golden
from tests.export.schema import written


def table(shelf: Shelf, name: str, columns: tuple[str, ...]) -> list[dict[str, str]]:
    lines = written(shelf, name).splitlines()
    assert all(line.count("\t") == len(columns) - 1 for line in lines)
    return [dict(zip(columns, line.split("\t"), strict=True)) for line in lines]


def test_the_schemes_have_as_many_columns_as_they_say() -> None:
    assert (len(gdelt.COLUMNS), len(mentions.COLUMNS), len(polecat.COLUMNS)) == (61, 16, 40)
    assert gdelt.COLUMNS[5:8] == ("Actor1Code", "Actor1Name", "Actor1CountryCode")
    assert gdelt.COLUMNS[25:35] == (
        "IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass", "GoldsteinScale",
        "NumMentions", "NumSources", "NumArticles", "AvgTone",
    )  # fmt: skip
    assert gdelt.COLUMNS[51:] == (
        "ActionGeo_Type", "ActionGeo_FullName", "ActionGeo_CountryCode", "ActionGeo_ADM1Code",
        "ActionGeo_ADM2Code", "ActionGeo_Lat", "ActionGeo_Long", "ActionGeo_FeatureID", "DATEADDED",
        "SOURCEURL",
    )  # fmt: skip


def test_each_pair_of_actors_is_a_line() -> None:
    strike = [row for row in table(golden.shelf(), "gdelt", gdelt.COLUMNS) if row["EventRootCode"] == "19"]
    assert {(row["Actor1Name"], row["Actor2Name"]) for row in strike} == {
        ("UNITED STATES", "KATAIB HEZBOLLAH"),
        ("UNITED STATES", "ALI HASSAN"),
    }
    row = strike[0]
    assert (row["SQLDATE"], row["EventCode"], row["QuadClass"], row["GoldsteinScale"]) == (
        "20200103",
        "195",
        "4",
        "-10.0",
    )
    assert (row["NumMentions"], row["NumArticles"], row["Actor1CountryCode"]) == ("3", "2", "USA")
    assert (row["ActionGeo_Type"], row["ActionGeo_CountryCode"], row["DATEADDED"]) == (
        "4",
        "IZ",
        "20200103000000",
    )
    assert row["AvgTone"] == ""
    assert int(row["GLOBALEVENTID"]) < 2**53


def test_every_line_names_its_claims_and_the_case() -> None:
    shelf = golden.shelf()
    claims = {claim for event in shelf.record.events for claim in event.claims}
    for row in table(shelf, "gdelt", gdelt.COLUMNS):
        named, case = row["SOURCEURL"].split("#")[1].split("&")
        assert set(named.removeprefix("claims=").split(",")) <= claims
        assert case == f"case={version_of(shelf)}"
    for row in table(shelf, "polecat", polecat.COLUMNS)[1:]:
        assert version_of(shelf) in row["Version"]
        assert set(row["Version"].split("claims=")[1].split()) <= claims


def test_mentions_point_at_the_words() -> None:
    shelf = golden.shelf()
    texts = {report.url or f"urn:dateline:{report.id}": report.text for report in shelf.reports.values()}
    events = {row["GLOBALEVENTID"] for row in table(shelf, "gdelt", gdelt.COLUMNS)}
    rows = table(shelf, "gdelt-mentions", mentions.COLUMNS)
    assert {row["GLOBALEVENTID"] for row in rows} == events
    for row in rows:
        text = texts[row["MentionIdentifier"]]
        assert int(row["MentionDocLen"]) == len(text)
        at = int(row["ActionCharOffset"])
        assert text[at:].startswith(("struck", "strike", "marched"))
        assert text[int(row["Actor1CharOffset"]) :].startswith(("US", "Protesters"))
        assert row["Confidence"] == ""


def test_what_is_missing_in_polecat_is_the_word_none() -> None:
    header, strike, protest = table(golden.shelf(), "polecat", polecat.COLUMNS)
    assert tuple(header.values()) == polecat.COLUMNS
    assert (strike["Event Type"], strike["Event Mode"], strike["Actor COW"]) == ("ASSAULT", "drone", "2")
    assert strike["Recipient Name"] == "Kataib Hezbollah;Ali Hassan"
    assert protest["Recipient Name"] == protest["Contexts"] == "None"


@pytest.mark.parametrize("name", ["gdelt", "gdelt-mentions", "polecat"])
def test_hostile_words_break_no_line_and_run_nowhere(name: str) -> None:
    columns = {"gdelt": gdelt.COLUMNS, "gdelt-mentions": mentions.COLUMNS, "polecat": polecat.COLUMNS}[name]
    rows = table(golden.shelf(golden.hostile()), name, columns)
    assert rows
    for value in (value for row in rows for value in row.values()):
        assert not value.startswith(("=", "@", "+")), value
        assert not value.startswith("-") or value.lstrip("-").replace(".", "").isdigit()
        assert "javascript:alert(5)" not in value
