"""Keys: spellings of one place meet, and keys are stable."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.grounding.where.folding import division_name, fold, sound, without_article


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Şa‘dah", "sadah"),
        ("Deir ez-Zor", "DEIR EZ ZOR"),
        ("U.S.", "us"),
        ("N’Djamena", "N'Djamena"),
        ("Öncüpınar", "Oncupinar"),
    ],
)
def test_marks_do_not_part_spellings(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hodeidah", "Al Ḩudaydah"),
        ("Sulaimaniyah", "As Sulaymānīyah"),
        ("Deir al-Zour", "Dayr az Zawr"),
        ("Talbisseh", "Tallbīsah"),
        ("Qamishli", "Al Qāmishlī"),
    ],
)
def test_romanisations_sound_alike(one: str, other: str) -> None:
    assert sound(fold(one)) == sound(fold(other))


def test_short_names_have_no_sound() -> None:
    assert sound("us") == ""


@pytest.mark.parametrize(
    ("name", "bare"),
    [("Anbar Province", "anbar"), ("Province of Anbar", "anbar"), ("State", "state"), ("Mosul", "mosul")],
)
def test_kind_words_come_off_divisions(name: str, bare: str) -> None:
    assert division_name(fold(name)) == bare


def test_articles_come_off() -> None:
    assert without_article("al qamishli") == "qamishli"
    assert without_article("al") == "al"


@given(st.text())
def test_folding_twice_changes_nothing(name: str) -> None:
    assert fold(fold(name)) == fold(name)


@given(st.text())
def test_keys_are_plain(name: str) -> None:
    assert all(ch.isascii() and (ch.isalnum() or ch == " ") for ch in fold(name))
    assert fold(name) == fold(name).strip()
