"""UCDP's own rules, on the record's claims."""

import io
from dataclasses import replace

import pandas
import pytest

from dateline.export import export
from dateline.export.chosen import version_of
from dateline.export.coded.ucdp import COLUMNS, priogrid
from tests.export import golden

# The columns of UCDP GED's files in their order, and what a reader takes them for.
WHOLE = set(
    "id year active_year type_of_violence conflict_dset_id conflict_new_id dyad_dset_id dyad_new_id "
    "side_a_dset_id side_a_new_id side_b_dset_id side_b_new_id number_of_sources where_prec priogrid_gid "
    "country_id event_clarity date_prec deaths_a deaths_b deaths_civilians deaths_unknown best high low "
    "gwnoa gwnob".split()
)


def table(*reports: golden.Written) -> pandas.DataFrame:
    out = io.BytesIO()
    export(golden.shelf(*reports), "ucdp", out)
    types = dict.fromkeys(WHOLE, "Int64") | {"latitude": "float64", "longitude": "float64"}
    return pandas.read_csv(io.BytesIO(out.getvalue()), dtype=types, parse_dates=["date_start", "date_end"])


def clash(
    actors: tuple[str, ...],
    targets: tuple[str, ...],
    counts: tuple[tuple[str, str, int | None, int | None], ...],
    published: str | None = "2020-01-03",
    days: tuple[str | None, str | None] = ("2020-01-03", "2020-01-03"),
) -> golden.Written:
    """One report of one fight on 3 January."""
    said = ", ".join(f"{words} {who}" for words, who, _, _ in counts)
    text = f"{' and '.join(actors)} fought {' and '.join(targets)} in Taji on 3 January 2020: {said} died."
    report = golden.Written(text, "The Wire", published)
    report.event(
        "fought",
        "ASSAULT",
        text,
        mode="battle",
        actors=tuple(report.party(name, unnamed=name.islower()) for name in actors),
        targets=tuple(report.party(name, unnamed=name.islower()) for name in targets),
        when=report.when("3 January 2020", *days),
        places=(report.place("Taji"),),
        counts=tuple(report.count(words, "killed", who, low, high) for words, who, low, high in counts),
    )
    return report


def test_a_reader_finds_its_columns_and_types() -> None:
    found = table()
    assert tuple(found.columns) == COLUMNS
    assert len(COLUMNS) == 49
    assert str(found["date_start"].dtype).startswith("datetime64")
    assert len(found) == 1


def test_low_best_and_high_come_from_rival_reports() -> None:
    row = table().iloc[0]
    assert (row["low"], row["best"], row["high"]) == (5, 5, 7)
    assert row["deaths_a"] + row["deaths_b"] + row["deaths_civilians"] + row["deaths_unknown"] == row["best"]


def test_best_is_that_of_the_latest_report() -> None:
    first = clash(("Kataib Hezbollah",), ("Iraqi police",), (("five", "people", 5, 5),))
    later = clash(("Kataib Hezbollah",), ("Iraqi police",), (("nine", "people", 9, 9),), "2020-01-04")
    row = table(first, later).iloc[0]
    assert (row["low"], row["best"], row["high"]) == (5, 9, 9)


def test_deaths_stand_by_side_where_the_words_say_whose() -> None:
    counts = (
        ("two", "police officers", 2, 2),
        ("three", "Kataib Hezbollah fighters", 3, 3),
        ("four", "civilians", 4, 4),
    )
    row = table(clash(("Iraqi police",), ("Kataib Hezbollah",), counts)).iloc[0]
    assert (row["deaths_a"], row["deaths_b"], row["deaths_civilians"], row["deaths_unknown"]) == (2, 3, 4, 0)
    assert row["best"] == 9


@pytest.mark.parametrize(
    ("actors", "targets", "kind"),
    [
        (("Iraqi police",), ("Kataib Hezbollah",), 1),
        (("Kataib Hezbollah",), ("Iraqi police",), 1),
        (("Kataib Hezbollah",), ("villagers",), 3),
        (("Iraqi police",), ("protesters",), 3),
    ],
)
def test_the_type_of_violence_follows_from_the_sides(
    actors: tuple[str, ...], targets: tuple[str, ...], kind: int
) -> None:
    row = table(clash(actors, targets, (("two", "people", 2, 2),))).iloc[0]
    assert row["type_of_violence"] == kind
    assert row["side_b"] == ("Civilians" if kind == 3 else targets[0])


@pytest.mark.parametrize(
    ("actors", "targets", "counts", "days"),
    [
        (("Iraqi police",), ("Kataib Hezbollah",), (("none", "", 0, 0),), ("2020-01-03", "2020-01-03")),
        (("gunmen",), ("villagers",), (("two", "", 2, 2),), ("2020-01-03", "2020-01-03")),
        (("Iraqi police",), ("Kataib Hezbollah",), (("two", "", 2, 2),), ("2020-01-03", None)),
        (("Iraqi police",), ("Kataib Hezbollah",), (("two", "", 2, 2),), ("2018-01-03", "2020-01-03")),
    ],
    ids=["no deaths", "no known side", "an open time", "more than a year"],
)
def test_what_ucdp_would_not_take_has_no_row(actors, targets, counts, days) -> None:  # type: ignore[no-untyped-def]
    assert table(clash(actors, targets, counts, days=days)).empty


@pytest.mark.parametrize(
    ("latest", "precision"),
    [("2020-01-03", 1), ("2020-01-05", 2), ("2020-01-09", 3), ("2020-01-31", 4), ("2020-12-31", 5)],
)
def test_the_precision_of_time(latest: str, precision: int) -> None:
    report = clash(
        ("Iraqi police",), ("Kataib Hezbollah",), (("two", "", 2, 2),), days=("2020-01-03", latest)
    )
    row = table(report).iloc[0]
    assert row["date_prec"] == precision
    assert (str(row["date_start"].date()), str(row["date_end"].date())) == ("2020-01-03", latest)


def test_a_place_has_its_cell_country_and_precision() -> None:
    row = table().iloc[0]
    assert (row["where_prec"], row["country_id"], row["region"]) == (1, 645, "Middle East")
    assert row["geom_wkt"] == "POINT (44.26 33.51)"
    assert row["priogrid_gid"] == priogrid(33.51, 44.26)
    assert row["gwnoa"] == 2


@pytest.mark.parametrize(
    ("lat", "lon", "cell"), [(-90, -180, 1), (-89.75, 179.9, 720), (90, 180, 259_200), (0.25, 0.25, 129_961)]
)
def test_cells_are_numbered_from_the_south_west(lat: float, lon: float, cell: int) -> None:
    assert priogrid(lat, lon) == cell


def test_every_row_names_its_claims_origins_and_the_case() -> None:
    shelf = golden.shelf()
    row, event = table().iloc[0], shelf.record.events[0]
    assert all(claim in row["source_article"] for claim in event.claims)
    assert version_of(shelf) in row["source_article"]
    assert row["source_original"].split(";") == list(event.origins)
    assert row["number_of_sources"] == 2


def test_nothing_has_the_same_number() -> None:
    one = clash(("Iraqi police",), ("Kataib Hezbollah",), (("two", "", 2, 2),))
    other = replace(clash(("Kataib Hezbollah",), ("villagers",), (("six", "", 6, 6),), "2020-01-09"))
    assert table(one, other)["id"].is_unique
