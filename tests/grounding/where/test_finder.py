"""find_places: what is a place in a report, and what we say of it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.grounding.where import find_places
from dateline.language import load
from dateline.model import Where
from tests.grounding.where.parsed import parsed, report_of


def places(text: str) -> dict[str, Where]:
    """The places that are found with the shipped parse, by their words."""
    return {where.span.text: where for where in find_places(load().parse(text), report_of(text))}


def test_a_town_with_its_chain() -> None:
    where = places("Shells fell on Mosul, Iraq, on Monday.")["Mosul"]
    assert (where.country, where.precision, where.containing[-1]) == ("IQ", "exact", "Iraq")
    assert where.radius_km is not None
    assert where.radius_km < 20
    assert where.score is not None
    assert 0 <= where.score <= 1


def test_a_stated_container_beats_the_famous_namesake() -> None:
    assert places("A man was shot in Paris, Texas, on Monday.")["Paris"].country == "US"
    assert places("A man was shot in Paris, France, on Monday.")["Paris"].country == "FR"


def test_the_report_decides_between_namesakes() -> None:
    text = "Lebanon sent troops. Soldiers from Beirut and Sidon went to Tripoli on Monday."
    assert places(text)["Tripoli"].country == "LB"


def test_peoples_and_actors_are_no_places() -> None:
    doc = parsed(
        "Iraqi/ADJ/amod/2 troops/NOUN/nsubj/3 fought/VERB/root/0 Syrians/PROPN/obj/3 ./PUNCT/punct/3",
        names={"Iraqi": "NORP", "Syrians": "NORP"},
    )
    assert find_places(doc, report_of(doc.text)) == ()


@pytest.mark.parametrize(
    ("words", "names"),
    [
        (
            "Muscat/PROPN/nsubj/2 resigned/VERB/root/0 after/SCONJ/mark/6 Joseph/PROPN/nsubj/6 "
            "Muscat/PROPN/flat/4 spoke/VERB/advcl/2",
            {"Joseph Muscat": "PERSON", "Muscat": "GPE"},
        ),
        ("YPG/PROPN/nsubj/2 attacked/VERB/root/0 them/PRON/obj/2", {"YPG": "GPE"}),
    ],
)
def test_surnames_and_unknown_acronyms_are_no_places(words: str, names: dict[str, str]) -> None:
    doc = parsed(words, names=names)
    assert find_places(doc, report_of(doc.text)) == ()


def test_a_state_stays_a_place_where_a_person_bears_its_name() -> None:
    text = "Michael Jordan visited Jordan on Monday."
    assert "Jordan" in places(text)


def test_the_land_of_a_people_is_a_place() -> None:
    doc = parsed(
        "Drones/NOUN/nsubj/2 entered/VERB/root/0 Polish/ADJ/amod/4 airspace/NOUN/obj/2 ./PUNCT/punct/2",
        names={"Polish": "NORP"},
    )
    (where,) = find_places(doc, report_of(doc.text))
    assert (where.span.text, where.country, where.precision) == ("Polish airspace", "PL", "country")


def test_an_unknown_village_stays_open_within_its_province() -> None:
    doc = parsed(
        "Shells/NOUN/nsubj/2 hit/VERB/root/0 the/DET/det/4 village/NOUN/obj/2 of/ADP/case/6"
        " Qarnasiq/PROPN/nmod/4 in/ADP/case/8 Idlib/PROPN/nmod/4 ./PUNCT/punct/2",
        names={"Idlib": "GPE"},
    )
    found = {where.span.text: where for where in find_places(doc, report_of(doc.text))}
    village = found["Qarnasiq"]
    assert (village.entry, village.kind, village.country) == (None, "town", "SY")
    assert village.containing[0] == "Idlib"
    assert village.radius_km == found["Idlib"].radius_km


def test_an_unknown_building_lies_around_the_town_of_its_name() -> None:
    text = "Troops entered Mosul University in Mosul, Iraq."
    where = places(text)["Mosul University"]
    assert (where.entry, where.country, where.precision) == (None, "IQ", "near")


def test_an_embassy_is_not_in_the_country_that_it_is_of() -> None:
    doc = parsed(
        "Crowds/NOUN/nsubj/2 reached/VERB/root/0 the/DET/det/5 French/ADJ/amod/5 embassy/NOUN/obj/2"
        " while/SCONJ/mark/9 the/DET/det/8 US/PROPN/nsubj/9 closed/VERB/advcl/2 its/PRON/nmod:poss/12"
        " US/PROPN/compound/12 embassy/NOUN/obj/9 ./PUNCT/punct/2",
        names={"French": "NORP"},
    )
    found = [where for where in find_places(doc, report_of(doc.text)) if "embassy" in where.name]
    assert [(where.country, where.lat) for where in found] == [(None, None)]


def test_unknown_names_alone_stay_open() -> None:
    doc = parsed(
        "They/PRON/nsubj/2 left/VERB/root/0 the/DET/det/4 village/NOUN/obj/2 of/ADP/case/6"
        " Qarnasiq/PROPN/nmod/4 ./PUNCT/punct/2"
    )
    (where,) = find_places(doc, report_of(doc.text))
    assert (where.entry, where.country, where.lat, where.radius_km) == (None, None, None, None)


def test_near_widens() -> None:
    exact = places("A bomb went off in Kirkuk, Iraq.")["Kirkuk"]
    near = places("A bomb went off near Kirkuk, Iraq.")["Kirkuk"]
    assert (exact.precision, near.precision) == ("exact", "near")
    assert (near.radius_km or 0) > (exact.radius_km or 0)


def test_a_compass_word_means_a_part() -> None:
    whole = places("Fighting went on in Syria.")["Syria"]
    part = places("Fighting went on in northern Syria.")["northern Syria"]
    assert part.name == "northern Syria"
    assert part.country == "SY"
    assert (part.lat or 0) > (whole.lat or 0)
    assert (part.radius_km or 0) < (whole.radius_km or 0)


@pytest.mark.parametrize(
    ("text", "name", "precision"),
    [
        ("They met in Anbar province in Iraq.", "Anbar province", "province"),
        ("They met in Darfur in Sudan.", "Darfur", "region"),
        ("They fired from the Red Sea.", "Red Sea", "international"),
        ("They met in Sudan.", "Sudan", "country"),
    ],
)
def test_precision_follows_the_kind_of_place(text: str, name: str, precision: str) -> None:
    assert places(text)[name].precision == precision


def test_a_telex_in_capitals_is_read() -> None:
    text = (
        "GUERRILLAS ATTACKED A POLICE STATION IN SAN SALVADOR ON MONDAY NIGHT AND KILLED TWO OFFICERS,"
        " THE ARMY SAID IN A COMMUNIQUE. FOUR PEOPLE WERE INJURED WHEN A BOMB EXPLODED IN THE CAPITAL."
    )
    found = places(text)
    assert found["SAN SALVADOR"].country == "SV"
    assert found["SAN SALVADOR"].name == "San Salvador"


TEXT = st.text(alphabet=st.sampled_from("aZé -,.()\n'’MosulIraqSyria19"), max_size=120)


@settings(max_examples=40, deadline=None)
@given(TEXT)
def test_any_text_is_read_with_exact_words(text: str) -> None:
    doc = load().parse(text)
    found = find_places(doc, report_of(text))
    assert found == find_places(doc, report_of(text))
    for where in found:
        assert text[where.span.start : where.span.end] == where.span.text
    starts = [where.span.start for where in found]
    assert starts == sorted(set(starts))


@pytest.mark.parametrize(
    "text", ["In March they met at the UN.", "They asked NATO for help.", "God is great."]
)
def test_ordinary_words_and_acronyms_are_no_towns(text: str) -> None:
    assert [where.name for where in places(text).values() if where.entry] == []


def test_a_dateline_in_capitals_is_a_place() -> None:
    doc = parsed(
        "BOGOTA/PROPN/root/0 ,/PUNCT/punct/1 30/NUM/nummod/1 Rebels/NOUN/nsubj/5 left/VERB/parataxis/1"
        " ./PUNCT/punct/1"
    )
    (where,) = find_places(doc, report_of(doc.text))
    assert (where.name, where.country) == ("Bogota", "CO")


def test_a_name_within_a_name_is_no_place() -> None:
    doc = parsed(
        "They/PRON/nsubj/2 met/VERB/root/0 Paris/PROPN/obj/2 Hilton/PROPN/flat/3 in/ADP/case/6"
        " London/PROPN/obl/2 ./PUNCT/punct/2"
    )
    assert [where.name for where in find_places(doc, report_of(doc.text))] == ["London"]
