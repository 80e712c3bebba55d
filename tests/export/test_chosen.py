"""What goes into an export: narrowed, masked and coarsened, and still true to its own words."""

import json
from io import BytesIO

import pytest

from dateline.case import Selection
from dateline.case.words import spans_of
from dateline.export import Options, export
from dateline.export.chosen import choose, version_of
from tests.export import golden


def written(options: Options, *reports: golden.Written) -> str:
    out = BytesIO()
    export(golden.shelf(*reports), "jsonl", out, options)
    return out.getvalue().decode()


def test_without_options_nothing_is_left_out_but_background() -> None:
    shelf = golden.shelf()
    chosen = choose(shelf, Options())
    assert chosen.record == shelf.record
    assert chosen.claims == shelf.claims


def test_events_can_be_chosen_by_what_they_are_and_by_id() -> None:
    shelf = golden.shelf()
    protest = next(event for event in shelf.record.events if event.type == "PROTEST")
    for options in (Options(selection=Selection(type="protest")), Options(events=frozenset({protest.id}))):
        chosen = choose(shelf, options)
        assert chosen.record.events == (protest,)
        assert set(chosen.claims) == set(protest.claims)
        assert set(chosen.reports) == set(protest.reports)
        assert not chosen.record.disagreements


def test_ties_and_figures_answer_to_a_chosen_actor() -> None:
    chosen = choose(golden.shelf(), Options(selection=Selection(actor="Kataib Hezbollah")))
    assert [tie.source.name for tie in chosen.record.relations] == ["Iran"]
    assert [figure.count.min for figure in chosen.record.figures] == [165]


def test_the_version_is_that_of_the_whole_case() -> None:
    shelf = golden.shelf()
    assert choose(shelf, Options(selection=Selection(type="PROTEST"))).version == version_of(shelf)
    assert version_of(golden.shelf(golden.strike())) != version_of(shelf)


@pytest.mark.parametrize(
    "options",
    [Options(mask_private=True), Options(coarsen="country"), Options(mask_private=True, coarsen="30")],
)
def test_every_quote_stands_in_the_text_that_goes_with_it(options: Options) -> None:
    chosen = choose(golden.shelf(), options)
    for noun in (*chosen.claims.values(), chosen.record):
        for span in spans_of(noun):
            assert chosen.reports[span.report].text[span.start : span.end] == span.text


def test_private_persons_have_labels_in_names_quotes_titles_and_addresses() -> None:
    text = written(Options(mask_private=True))
    assert "Person 1, a shepherd" in text
    assert "Mr Person 1 was taken" in text
    for name in ("Ali", "Hassan", "hassan"):
        assert name not in text
    assert "Kataib Hezbollah" in text
    assert "names of private persons" in text


def test_labels_stay_when_less_is_chosen() -> None:
    other = golden.Written("Omar Saleh was arrested by Iraqi police.", None, "2020-01-02")
    other.event(
        "arrested", "COERCE", other.text, actors=(other.party("Iraqi police"),),
        targets=(other.party("Omar Saleh", person=True),),
    )  # fmt: skip
    reports = (golden.strike(), other)
    everything = written(Options(mask_private=True), *reports)
    assert "Person 1 was arrested" in everything
    assert "Person 2, a shepherd" in everything
    less = written(Options(mask_private=True, selection=Selection(type="ASSAULT")), *reports)
    assert "Person 2, a shepherd" in less


def test_a_public_name_that_holds_a_private_one_stays() -> None:
    report = golden.Written("Ali Karim was killed. The Ali Karim Brigade denied it.", None, "2020-01-02")
    report.event(
        "killed", "ASSAULT", report.text, targets=(report.party("Ali Karim", person=True),),
        denied_by=(report.party("Ali Karim Brigade"),),
    )  # fmt: skip
    text = written(Options(mask_private=True), report)
    assert "Person 1 was killed. The Ali Karim Brigade denied it." in text


@pytest.mark.parametrize(
    ("grain", "name", "radius"),
    [("admin1", "Baghdad", None), ("country", "Iraq", None), ("50km", "Iraq", 35.4)],
)
def test_places_are_no_finer_than_asked(grain: str, name: str, radius: float | None) -> None:
    chosen = choose(golden.shelf(), Options(coarsen=grain))
    (place,) = chosen.record.events[0].places
    assert place.name == name
    assert place.entry != golden.TAJI["entry"]
    assert (place.lat, place.lon) != (golden.TAJI["lat"], golden.TAJI["lon"])
    if radius:
        assert place.radius_km == radius
    text = written(Options(coarsen=grain))
    assert "Taji" not in text
    assert "taji" not in text
    assert f"[place in {name}]" in text


def test_a_cell_is_the_same_for_all_places_within_it() -> None:
    one, other = golden.strike(), golden.rival()
    cells = {
        choose(golden.shelf(report), Options(coarsen="500")).record.events[0].places[0].lat
        for report in (one, other)
    }
    assert len(cells) == 1


def test_a_wide_place_stays() -> None:
    report = golden.Written("Rebels attacked soldiers in Iraq.", None, "2020-01-02")
    wide = report.place("Iraq", kind="country", country="IQ", precision="country", lat=33.0, lon=44.0)
    report.event("attacked", "ASSAULT", report.text, places=(wide,))
    chosen = choose(golden.shelf(report), Options(coarsen="country"))
    assert chosen.record.events[0].places == (wide,)


def test_what_a_grain_can_be() -> None:
    for words in ("-5", "0", "town", "nan", "inf"):
        with pytest.raises(ValueError, match="kilometres"):
            Options(coarsen=words)


def test_lines_say_what_was_withheld() -> None:
    lines = [json.loads(line) for line in written(Options(coarsen="country")).splitlines()]
    assert {line["withheld"] for line in lines} == {"places finer than country"}
    assert all("withheld" not in json.loads(line) for line in written(Options()).splitlines())
