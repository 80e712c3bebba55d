"""ACLED's own rules, on the record's claims."""

import io
from dataclasses import replace

import pandas
import pytest

from dateline.case import Selection
from dateline.export import Options, export
from dateline.export.chosen import choose, version_of
from dateline.export.coded import acled
from tests.export import golden

# The columns of ACLED's files in their order, and what a reader takes them for.
DTYPES = {
    "event_id_cnty": "str", "event_date": "datetime64[ns]", "year": "Int64", "time_precision": "Int64",
    "disorder_type": "str", "event_type": "str", "sub_event_type": "str", "actor1": "str",
    "assoc_actor_1": "str", "inter1": "str", "actor2": "str", "assoc_actor_2": "str", "inter2": "str",
    "interaction": "str", "civilian_targeting": "str", "iso": "Int64", "region": "str", "country": "str",
    "admin1": "str", "admin2": "str", "admin3": "str", "location": "str", "latitude": "float64",
    "longitude": "float64", "geo_precision": "Int64", "source": "str", "source_scale": "str", "notes": "str",
    "fatalities": "Int64", "tags": "str", "timestamp": "Int64",
}  # fmt: skip


def rows(*reports: golden.Written, options: Options | None = None) -> list[dict[str, object]]:
    out = io.BytesIO()
    export(golden.shelf(*reports), "acled", out, options)
    table = pandas.read_csv(io.BytesIO(out.getvalue()), keep_default_na=False, dtype=str)
    return table.to_dict("records")


def attack(
    text: str = "Gunmen attacked villagers in Taji on 3 January 2020, killing several.",
    *,
    killed: tuple[str, int | None, int | None] | None = ("several", 3, None),
    days: tuple[str, str] = ("2020-01-03", "2020-01-03"),
    kind: str = "DATE",
    target: str = "villagers",
    place: tuple[str, dict[str, object]] = ("Taji", golden.TAJI),
) -> golden.Written:
    """One report of one attack."""
    report = golden.Written(text, "The Wire", "2020-02-10")
    report.event(
        "attacked",
        "ASSAULT",
        text,
        mode="attack",
        when=replace(report.when("3 January 2020", *days), kind=kind),
        actors=(report.party("Gunmen", unnamed=True),),
        targets=(report.party(target, unnamed=True),),
        places=(report.place(place[0], **place[1]),),
        counts=(report.count(killed[0], "killed", "", *killed[1:]),) if killed else (),
    )
    return report


def test_a_reader_finds_its_columns_and_types() -> None:
    out = io.BytesIO()
    export(golden.shelf(), "acled", out)
    numbers = {name: kind for name, kind in DTYPES.items() if kind in ("Int64", "float64")}
    table = pandas.read_csv(io.BytesIO(out.getvalue()), dtype=numbers, parse_dates=["event_date"])
    assert list(table.columns) == list(DTYPES)
    assert len(DTYPES) == 31
    assert {name: str(table[name].dtype) for name in numbers} == numbers
    assert str(table["event_date"].dtype).startswith("datetime64")


def test_the_lowest_toll_stands() -> None:
    strike = rows()[0]
    assert strike["fatalities"] == "5"
    assert "disputed=count" in str(strike["tags"])


@pytest.mark.parametrize(
    ("words", "low", "fatalities"),
    [("several", 3, "3"), ("dozens", 24, "12"), ("hundreds", 200, "100"), ("at least 14", 14, "14")],
)
def test_vague_words_have_acleds_numbers(words: str, low: int, fatalities: str) -> None:
    text = f"Gunmen attacked villagers in Taji on 3 January 2020, killing {words}."
    assert rows(attack(text, killed=(words, low, None)))[0]["fatalities"] == fatalities


def test_no_toll_is_0() -> None:
    assert rows(attack(killed=None))[0]["fatalities"] == "0"


@pytest.mark.parametrize(
    ("days", "day", "precision"),
    [
        (("2020-01-03", "2020-01-03"), "2020-01-03", "1"),
        (("2020-01-03", "2020-01-09"), "2020-01-06", "2"),
        (("2020-01-01", "2020-01-31"), "2020-01-16", "3"),
    ],
)
def test_time_has_a_day_and_a_precision(days: tuple[str, str], day: str, precision: str) -> None:
    (row,) = rows(attack(days=days))
    assert (row["event_date"], row["time_precision"]) == (day, precision)


def test_longer_times_have_no_row() -> None:
    assert rows(attack(days=("2020-01-01", "2020-03-01"))) == []


def test_what_lasted_some_days_has_a_row_each_and_shares_its_toll() -> None:
    found = rows(attack(killed=("several", 3, 5), days=("2020-01-03", "2020-01-04"), kind="DURATION"))
    assert [(row["event_date"], row["fatalities"]) for row in found] == [
        ("2020-01-03", "2"),
        ("2020-01-04", "1"),
    ]
    assert len({row["event_id_cnty"] for row in found}) == 2


def test_each_place_has_a_row_but_not_what_holds_it() -> None:
    text = "Gunmen attacked villagers in Taji and Balad, Iraq, on 3 January 2020, killing several."
    report = golden.Written(text, None, "2020-02-10")
    places = (
        report.place("Taji"),
        report.place("Balad", **{**golden.TAJI, "entry": "geonames:2", "precision": "near"}),
        report.place("Iraq", kind="country", country="IQ", precision="country"),
    )
    report.event(
        "attacked",
        "ASSAULT",
        text,
        places=places,
        when=report.when("3 January 2020", "2020-01-03", "2020-01-03"),
    )
    assert [(row["location"], row["geo_precision"]) for row in rows(report)] == [
        ("Balad", "2"),
        ("Taji", "1"),
    ]


def test_a_country_is_no_place() -> None:
    text = "Gunmen attacked villagers in Iraq on 3 January 2020, killing several."
    wide = {"kind": "country", "country": "IQ", "precision": "country", "lat": 33.0, "lon": 44.0}
    assert rows(attack(text, place=("Iraq", wide))) == []


def test_events_of_one_day_place_kind_and_pair_are_one_row() -> None:
    chosen = choose(golden.shelf(attack()), Options())
    (event,) = chosen.record.events
    chosen.record = replace(chosen.record, events=(event, replace(event, id="v-other")))
    (record,) = acled.records(chosen)
    assert record.fatalities == 6
    assert [one.id for one in record.events] == [event.id, "v-other"]


def test_civilians_as_targets_make_it_violence_against_them() -> None:
    row = rows(attack())[0]
    assert (row["event_type"], row["sub_event_type"]) == ("Violence against civilians", "Attack")
    assert row["civilian_targeting"] == "Civilian targeting"
    assert (row["actor1"], row["inter1"]) == ("Unidentified Armed Group (Iraq)", "Political militia")
    assert (row["actor2"], row["inter2"]) == ("Civilians (Iraq)", "Civilians")
    assert row["interaction"] == "Political militia-Civilians"


def test_armed_targets_make_it_a_battle() -> None:
    text = "Gunmen attacked soldiers in Taji on 3 January 2020, killing several."
    row = rows(attack(text, target="soldiers"))[0]
    assert (row["event_type"], row["sub_event_type"]) == ("Battles", "Armed clash")
    assert row["civilian_targeting"] == ""


def test_whom_nobody_knows_to_bear_arms_is_not_fought_with() -> None:
    text = "Gunmen attacked the clinic in Taji on 3 January 2020, killing several."
    row = rows(attack(text, target="the clinic"))[0]
    assert row["sub_event_type"] == "Attack"
    assert (row["inter2"], row["civilian_targeting"]) == ("", "")


def test_a_states_forces_abroad_are_external() -> None:
    strike = rows()[0]
    assert (strike["actor1"], strike["inter1"]) == ("United States", "External/Other forces")
    assert (strike["country"], strike["iso"], strike["admin1"]) == ("Iraq", "368", "Baghdad")
    assert strike["sub_event_type"] == "Air/drone strike"


def test_what_is_only_threatened_has_no_row() -> None:
    assert all(row["event_type"] != "Battles" for row in rows())


def test_every_row_names_its_claims_and_the_case() -> None:
    shelf = golden.shelf()
    claims = {claim for event in shelf.record.events for claim in event.claims}
    for row in rows():
        tags = dict(tag.split("=", 1) for tag in str(row["tags"]).split("; "))
        assert set(tags["claims"].split()) <= claims
        assert tags["case"] == version_of(shelf)


def test_filters_hold() -> None:
    (row,) = rows(options=Options(selection=Selection(type="PROTEST")))
    assert row["event_type"] == "Protests"


def test_columns_are_those_of_the_code() -> None:
    assert tuple(DTYPES) == acled.COLUMNS
    chosen = choose(golden.shelf(), Options())
    assert len(acled.records(chosen)) == 2
