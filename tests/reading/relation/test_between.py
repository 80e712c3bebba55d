"""Ties by the words between two names, in sentences whose tree tells nothing."""

import pytest

from tests.reading.relation.test_ruler import ties

NAMES = {
    "Hezbollah": "ORG",
    "Hamas": "ORG",
    "Iran": "GPE",
    "Russia": "GPE",
    "Aleppo": "GPE",
    "Ann Lee": "PERSON",
}


def told(words: str, **options: str | None) -> set[tuple[str, str, str]]:
    """The ties of a sentence written as "word/POS …", every word hanging on the full stop."""
    cells = [
        cell if "/" in cell else f"{cell}/{'PROPN' if cell[:1].isupper() else 'ADP'}"
        for cell in words.split()
    ]
    sentence = " ".join(f"{cell}/dep/." for cell in cells) + " ./PUNCT/root"
    here = {name: label for name, label in NAMES.items() if name in words}
    return ties(sentence, names=here, **options)


@pytest.mark.parametrize(
    ("words", "tie"),
    [
        ("Hezbollah ,/PUNCT which is/AUX armed/VERB by Iran", ("Iran", "backs", "Hezbollah")),
        ("Hezbollah ,/PUNCT armed/ADJ and/CCONJ funded/VERB by Iran", ("Iran", "backs", "Hezbollah")),
        ("Hezbollah gets/VERB money/NOUN and/CCONJ weapons/NOUN", None),
        ("Hezbollah relies/VERB on Iran 's/PART support/NOUN", None),
        ("Hezbollah relies/VERB on Iran support/NOUN", ("Iran", "backs", "Hezbollah")),
        ("Hezbollah has/VERB support/NOUN from Iran", ("Iran", "backs", "Hezbollah")),
        ("Hamas ,/PUNCT a/DET branch/NOUN of Hezbollah", ("Hamas", "part_of", "Hezbollah")),
        (
            "Hezbollah ,/PUNCT an/DET alliance/NOUN that includes/VERB Hamas",
            ("Hamas", "part_of", "Hezbollah"),
        ),
        ("Hezbollah and/CCONJ its/PRON armed/ADJ wing/NOUN ,/PUNCT Hamas", ("Hamas", "part_of", "Hezbollah")),
        ("Hamas ,/PUNCT an/DET ally/NOUN of Hezbollah", ("Hamas", "allied_with", "Hezbollah")),
        ("Iran met/VERB envoys/NOUN of its/PRON ally/NOUN Russia", ("Iran", "allied_with", "Russia")),
        ("Iran 's/PART longtime/ADJ foe/NOUN ,/PUNCT Hamas", ("Iran", "fights", "Hamas")),
        ("Hamas ,/PUNCT listed/VERB as terrorists/NOUN by Russia", ("Russia", "designates", "Hamas")),
        (
            "Hamas ,/PUNCT which Iran regards/VERB as a/DET terrorist/ADJ group/NOUN",
            ("Iran", "designates", "Hamas"),
        ),
        ("Hamas is/AUX still/ADV active/ADJ in Aleppo", ("Hamas", "operates_in", "Aleppo")),
        ("Aleppo ,/PUNCT the/DET stronghold/NOUN of Hamas", ("Hamas", "operates_in", "Aleppo")),
        ("Aleppo ,/PUNCT the/DET Hamas stronghold/NOUN", ("Hamas", "operates_in", "Aleppo")),
        ("Ann Lee ,/PUNCT a/DET member/NOUN of Hamas", ("Ann Lee", "member_of", "Hamas")),
        ("Ann Lee is/AUX based/VERB in Aleppo", None),
        ("Hamas shelled/VERB Aleppo", None),
        ("Hamas said/VERB it/PRON was/AUX armed/VERB by Iran", None),
    ],
)
def test_words_between_two_names(words: str, tie: tuple[str, str, str] | None) -> None:
    assert told(words) == ({tie} if tie else set())


def test_who_is_joined_to_the_second_is_tied_too() -> None:
    found = told(
        "Hamas ,/PUNCT listed/VERB as terrorists/NOUN by Russia and/CCONJ Iran ,/PUNCT Ann Lee said/VERB"
    )
    assert found == {("Russia", "designates", "Hamas"), ("Iran", "designates", "Hamas")}


def test_a_second_tie_of_the_same_name() -> None:
    found = told("Hamas ,/PUNCT a/DET branch/NOUN of Hezbollah and/CCONJ backed/VERB by Iran")
    assert found == {("Hamas", "part_of", "Hezbollah"), ("Iran", "backs", "Hamas")}


def test_who_is_joined_to_the_first_acts_too_but_is_not_described() -> None:
    assert told("Hamas and/CCONJ Hezbollah operating/VERB inside Aleppo") == {
        ("Hamas", "operates_in", "Aleppo"),
        ("Hezbollah", "operates_in", "Aleppo"),
    }
    assert told("Hamas and/CCONJ Hezbollah ,/PUNCT a/DET branch/NOUN of Iran") == {
        ("Hezbollah", "part_of", "Iran")
    }


def test_a_short_form_in_brackets_does_not_come_between() -> None:
    found = told("Hezbollah (/PUNCT H/PROPN )/PUNCT ,/PUNCT funded/VERB by Iran")
    assert ("Iran", "backs", "Hezbollah") in found


def test_nobody_is_tied_whose_ruler_is_backed_by_his_own_state() -> None:
    found = told("Iran backs/VERB Ali Khamenei", published="2020-01-10")
    assert found == set()


def test_what_is_said_of_the_second_of_two_is_not_said_of_the_first() -> None:
    assert told("Hamas and/CCONJ Hezbollah allied/VERB with Iran") == {("Hezbollah", "allied_with", "Iran")}


def test_nobody_without_a_name_fights_another_without_one() -> None:
    assert told("the/DET rebels/NOUNS fighting/VERB the/DET jihadists/NOUNS") == set()
    assert told("the/DET rebels/NOUNS fighting/VERB Hamas") == {("rebels", "fights", "Hamas")}


def test_a_capital_stands_for_its_state() -> None:
    found = ties(
        "Washington/PROPN/nmod:poss/support 's/PART/case/Washington support/NOUN/nsubj/ended "
        "for/ADP/case/Hamas "
        "Hamas/PROPN/nmod/support ended/VERB/root ./PUNCT/punct/ended",
        names={"Washington": "GPE", "Hamas": "ORG"},
    )
    assert found == {("United States", "backs", "Hamas")}


def test_two_groups_joined_are_each_a_name_of_their_own() -> None:
    found = ties(
        "Iraqi/ADJ/amod/forces forces/NOUNS/nsubj/left and/CCONJ/cc/groups allied/ADJ/amod/groups "
        "Shia/ADJ/amod/groups groups/NOUNS/conj/forces left/VERB/root ./PUNCT/punct/left",
        names={"Iraqi": "NORP", "Shia": "NORP"},
    )
    assert found == {("Iraqi forces", "allied_with", "allied Shia groups")}
