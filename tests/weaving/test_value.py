"""What a person writes for a field is read strictly, and never guessed at."""

import pytest

from dateline.model import Original, Report
from dateline.weaving.value import read_value

TEXT = "Gunmen of Kataib Hezbollah killed 5 soldiers in Kirkuk."
REPORT = Report("r-1", "one", TEXT, Original("0" * 64, "text", len(TEXT)))


def words(value: str):
    at = max(TEXT.find(value), 0)
    return REPORT.span(at, at + max(1, len(value)) if at else 6)


def read(field: str, value: str | None) -> dict:
    return read_value(field, value, words, "decision d-1")


@pytest.mark.parametrize(
    ("value", "earliest", "latest", "precision"),
    [
        ("2020-01-03", "2020-01-03", "2020-01-03", "day"),
        ("2020-02", "2020-02-01", "2020-02-29", "month"),
        ("2020", "2020-01-01", "2020-12-31", "year"),
        ("2020-01-02/2020-01-05", "2020-01-02", "2020-01-05", "period"),
        ("2020-01/2020-02", "2020-01-01", "2020-02-29", "period"),
        ("2020-01-03/..", "2020-01-03", None, "day"),
        ("../2020-01", None, "2020-01-31", "month"),
    ],
)
def test_a_time_is_an_edtf_date_or_interval(value, earliest, latest, precision):
    when = read("time", value)["when"]
    assert (when.earliest, when.latest, when.precision) == (earliest, latest, precision)
    assert when.edtf == value
    assert when.rule == "decision d-1"


@pytest.mark.parametrize(
    "value",
    [
        "3 January",
        "2020-13",
        "2020-02-30",
        "2020-01-05/2020-01-02",
        "../..",
        "2020-01-03/",
        "/2020",
        "20200103",
    ],
)
def test_what_is_no_time_is_refused(value):
    with pytest.raises(ValueError, match="is no time"):
        read("time", value)


@pytest.mark.parametrize(
    ("value", "told"),
    [
        ("killed 5", [("killed", "", 5, 5)]),
        ("killed 5-8 soldiers", [("killed", "soldiers", 5, 8)]),
        ("killed 5 or more; injured up to 8 police officers", [
            ("killed", "", 5, None),
            ("injured", "police officers", None, 8),
        ]),
    ],
)  # fmt: skip
def test_counts_are_read_as_they_are_shown(value, told):
    assert [(c.what, c.who, c.min, c.max) for c in read("count", value)["counts"]] == told


@pytest.mark.parametrize("value", ["5 killed", "killed many", "killed 8-5"])
def test_what_is_no_count_is_refused(value):
    with pytest.raises(ValueError, match=r"killed"):
        read("count", value)


def test_a_name_the_registry_knows_gets_its_id():
    named, gunmen = read("actor", "Kataib Hezbollah; gunmen")["actors"]
    assert (named.actor, named.span.text) == ("kataib-hezbollah", "Kataib Hezbollah")
    assert (gunmen.actor, gunmen.kind) == (None, "unnamed")
    (by_id,) = read("target", "kataib-hezbollah")["targets"]
    assert (by_id.name, by_id.actor) == ("Kataib Hezbollah", "kataib-hezbollah")


def test_a_place_is_resolved_or_left_open():
    kirkuk, iraq = read("place", "Kirkuk, Iraq")["places"]
    assert (kirkuk.country, iraq.kind) == ("IQ", "country")
    (unknown,) = read("place", "Zzyxqwv")["places"]
    assert unknown.entry is None


@pytest.mark.parametrize(
    ("field", "value"), [("type", "WAR"), ("status", "certain"), ("core", "maybe"), ("type", None)]
)
def test_a_closed_list_is_closed(field, value):
    with pytest.raises(ValueError, match=r" no |neither"):
        read(field, value)


def test_none_takes_a_value_away_and_blanks_do_not():
    assert read("time", None) == {"when": None}
    assert read("actor", None) == {"actors": ()}
    for field, value in (("time", " "), ("actor", " ;"), ("place", " , ;")):
        with pytest.raises(ValueError, match="empty value"):
            read(field, value)
