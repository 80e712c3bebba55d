"""A text in capitals only is read as ordinary text; nothing moves."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.language import load
from dateline.language.casing import is_shouted, recased

SHOUTED = (
    "BOGOTA, 3 MAY 90 (EFE) -- GUERRILLAS OF THE LIBERATION FRONT (FMLN) ATTACKED THE UNITED STATES EMBASSY "
    "ON MONDAY, POLICE SAID. THE FMLN DENIED IT."
)


def test_names_keep_their_capitals_and_other_words_lose_them() -> None:
    assert recased(SHOUTED).endswith(
        "attacked the United States embassy on Monday, police said. The FMLN denied it."
    )


def test_a_word_that_no_table_knows_is_taken_for_a_name() -> None:
    assert "killed Qxjvabor in" in recased("THE REBELS HAVE KILLED QXJVABOR IN THE TOWN")


@pytest.mark.parametrize(
    ("text", "shouted"),
    [
        (SHOUTED, True),
        (SHOUTED.capitalize(), False),
        ("THREE DEAD IN KUNDUZ", False),
        ("1 2 3 4 5 6 7 8 9 10 11 12 13", False),
        ("", False),
    ],
)
def test_only_texts_of_some_length_without_lower_case_are_recased(text: str, shouted: bool) -> None:
    assert is_shouted(text) is shouted


def test_a_wrapped_line_opens_no_sentence() -> None:
    line = "THE ARMY SAID ON MONDAY THAT ITS TROOPS HAD"
    rest = "WITHDRAWN FROM THE TOWN AFTER A LONG FIGHT\nAND WOULD NOT RETURN THERE BEFORE THE END\nOF IT."
    text = f"{line}\n{rest}"
    assert "\nwithdrawn" in recased(text)


@given(st.text(max_size=80).map(str.upper))
def test_every_character_keeps_its_place(text: str) -> None:
    told = recased(text)
    assert len(told) == len(text)
    assert told.casefold() == text.casefold() or told.upper() == text.upper()


def test_the_parsed_words_stand_where_the_report_has_them() -> None:
    doc = load().parse(SHOUTED)
    assert all(SHOUTED[t.idx : t.idx + len(t)].lower() == t.lower_ for t in doc)
    assert next(t for t in doc if t.lower_ == "attacked").pos_ == "VERB"
