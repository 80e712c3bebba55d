import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.grounding.who.spelling import differ, fold, initials, skeleton


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kata'ib Hizballah", "Kataib Hizballah"),
        ("the U.S.", "US"),
        ("Recep Tayyip Erdoğan", "Recep Tayyip Erdogan"),
        ("al-Qaida", "al Qaida"),
        ("Syria’s army", "Syrias army"),
    ],
)
def test_spellings_that_fold_to_one(one, other):
    assert fold(one) == fold(other)


@given(st.text())
def test_folding_twice_changes_nothing_more(text):
    once = fold(text)
    assert fold(once) in (once, once.removeprefix("the "))
    assert once.isascii()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hizballah", "Hezbollah"),
        ("Qasem Soleimani", "Qassem Suleimani"),
        ("Muhammad", "Mohamed"),
        ("Kataib", "Kata'ib"),
        ("Suwayda", "Sweida"),
        ("Bashar al-Assad", "Bashar Assad"),
    ],
)
def test_transliterations_share_a_skeleton(one, other):
    assert skeleton(one) == skeleton(other)


def test_a_skeleton_keeps_different_names_apart():
    assert skeleton("Hassan Rouhani") != skeleton("Hassan Nasrallah")


@given(st.text())
def test_any_text_has_a_skeleton(text):
    assert skeleton(text) == skeleton(text.strip())


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        ("1st Brigade", "31st Brigade", "number"),
        ("First Brigade", "Second Brigade", "number"),
        ("Sudanese Armed Forces", "South Sudanese Armed Forces", "compass"),
        ("Syrian National Army", "Syrian National Coalition", "head"),
        ("Real IRA", "New IRA", "qualifier"),
    ],
)
def test_words_that_keep_names_apart(one, other, why):
    assert differ(one, other) == why
    assert differ(other, one) == why


@pytest.mark.parametrize(
    ("one", "other"), [("1st Brigade", "First Brigade"), ("Amal", "Amal Movement"), ("Houthis", "Huthis")]
)
def test_words_that_keep_nothing_apart(one, other):
    assert differ(one, other) is None


def test_initials_leave_out_small_words():
    assert initials("Syrian Observatory for Human Rights") == "SOHR"
    assert initials("Armed Forces of the Philippines") == "AFP"


@pytest.mark.parametrize(
    ("one", "other"), [("Jabhat an-Nusra", "Jabhat al-Nusra"), ("Dawlat ash-Sham", "Dawlat al-Sham")]
)
def test_an_article_takes_on_the_next_sound(one, other):
    assert skeleton(one) == skeleton(other)


def test_a_given_name_like_an_article_is_part_of_the_name():
    assert skeleton("Ash Carter") != skeleton("Carter")
