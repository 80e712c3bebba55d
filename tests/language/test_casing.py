"""A text in capitals only is read as ordinary text; nothing moves."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.language import load
from dateline.language.casing import recased

SHOUTED = (
    "BOGOTA, 3 MAY 90 (EFE) -- GUERRILLAS OF THE LIBERATION FRONT (FMLN) ATTACKED THE UNITED STATES EMBASSY "
    "ON MONDAY, POLICE SAID. THE FMLN DENIED IT."
)


def test_names_keep_their_capitals_and_other_words_lose_them() -> None:
    assert recased(SHOUTED).endswith(
        "attacked the United States embassy on Monday, police said. The FMLN denied it."
    )


def test_endings_and_acronyms_in_brackets() -> None:
    text = "ON THE 1ST OF MAY THE ARMY'S TROOPS [TEXT] FOUGHT THE XYZW FRONT [XYZW] OF O'BRIEN"
    told = recased(text)
    for words in ("1st", "army's troops [text]", "[XYZW] of O'Brien"):
        assert words in told


def test_a_word_that_no_table_knows_is_taken_for_a_name() -> None:
    assert "killed Qxjvabor in" in recased(
        "THE ARMY SAID THAT THE REBELS HAVE KILLED QXJVABOR IN THE TOWN ON MONDAY"
    )


def test_a_word_of_conflict_that_news_seldom_holds_is_no_name() -> None:
    text = "THE POLICE SAID THAT THE ASSASSINS USED MACHINEGUNS AND DYNAMITE AGAINST MSGR ROMERO"
    assert "the assassins used machineguns and dynamite against Msgr Romero" in recased(text)


def test_acronyms_that_are_known_spelt_out_or_not_to_be_spoken() -> None:
    told = recased(
        "THE ARMY SAID ON MONDAY THAT THE MRTA AND THE ANAPO [NATIONAL POPULAR ALLIANCE OF ALL ORDERS] "
        "MET WITH THE PCCH NEAR THE LINE [OF THE RIVER]"
    )
    for words in ("the MRTA and", "the ANAPO [", "the PCCH near the line ["):
        assert words in told


def test_a_known_name_of_common_words_keeps_its_capitals() -> None:
    text = "THE ARMY SAID ON MONDAY THAT THE SHINING PATH HAS LEFT THE PATH OF THE TALKS IN LIMA"
    assert "the Shining Path has left the path of the talks" in recased(text)


@pytest.mark.parametrize(
    "text",
    [
        SHOUTED.capitalize(),
        "THREE DEAD IN KUNDUZ",
        "three dead in kunduz",
        "1 2 3 4 5 6 7 8 9 10 11 12 13",
        "The army said so.\nBY OUR STAFF\nIt was right.",
        "",
    ],
)
def test_ordinary_and_short_texts_stay_as_they_are(text: str) -> None:
    assert recased(text) == text


def test_a_heading_in_capitals_is_recased_in_an_ordinary_text() -> None:
    text = "GUNMEN KILL THREE FARMERS IN MALI\n\nGunmen killed three farmers near Gao."
    assert recased(text).startswith("Gunmen kill three farmers in Mali\n\nGunmen")


def test_a_text_without_capitals_gets_them() -> None:
    text = (
        "russian warplanes bombed a market in syria on saturday and killed eleven civilians, officials said."
    )
    assert recased(text).startswith("Russian warplanes bombed a market in Syria on Saturday and killed")


def test_what_opens_a_message_stays_in_capitals() -> None:
    assert recased(SHOUTED).startswith("BOGOTA, 3 MAY 90 (EFE) -- Guerrillas")


def test_a_wrapped_line_opens_no_sentence() -> None:
    line = "THE ARMY SAID ON MONDAY THAT ITS TROOPS HAD"
    rest = "WITHDRAWN FROM THE TOWN AFTER A LONG FIGHT\nAND WOULD NOT RETURN THERE BEFORE THE END\nOF IT."
    assert "withdrawn" in [token.text for token in load().parse(f"{line}\n{rest}")]


@given(st.text(max_size=80).map(str.upper))
def test_every_character_keeps_its_place(text: str) -> None:
    told = recased(text)
    assert len(told) == len(text)
    assert told.casefold() == text.casefold() or told.upper() == text.upper()


def test_the_parsed_words_stand_where_the_report_has_them() -> None:
    doc = load().parse(SHOUTED)
    assert all(SHOUTED[t.idx : t.idx + len(t)].lower() == t.lower_ for t in doc)
    assert next(t for t in doc if t.lower_ == "attacked").pos_ == "VERB"
