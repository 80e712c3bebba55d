"""One string has one type in a text, and words that tell the type beat a guess."""

import pytest
import spacy
from spacy.tokens import Doc, Span

from dateline.language.vote import vote


def named(text: str, *labels: tuple[str, str]) -> Doc:
    """A document with a name for each (words, label), found from left to right."""
    doc = spacy.blank("en")(text)
    spans, at = [], 0
    for surface, label in labels:
        begin = text.index(surface, at)
        at = begin + len(surface)
        spans.append(doc.char_span(begin, at, label=label))
    doc.set_ents([span for span in spans if isinstance(span, Span)])
    return doc


def types(doc: Doc) -> list[str]:
    return [name.label_ for name in vote(doc).ents]


def test_the_majority_of_mentions_decides() -> None:
    doc = named("Badr left. Badr came. Badr spoke.", ("Badr", "ORG"), ("Badr", "PERSON"), ("Badr", "ORG"))
    assert types(doc) == ["ORG", "ORG", "ORG"]


def test_case_and_article_do_not_make_another_string() -> None:
    doc = named(
        "The Badr left. BADR came. Badr spoke.", ("The Badr", "ORG"), ("BADR", "PERSON"), ("Badr", "ORG")
    )
    assert types(doc) == ["ORG"] * 3


def test_an_apposition_outweighs_two_guesses() -> None:
    text = "Kataib Hezbollah, an Iran-backed militia, fired. Kataib Hezbollah denied it."
    assert types(named(text, *[("Kataib Hezbollah", "PERSON")] * 2)) == ["ORG"] * 2


def test_the_word_before_tells_a_person_and_a_group() -> None:
    assert types(named("The group Ansar left.", ("Ansar", "PERSON"))) == ["ORG"]
    assert types(named("President Aoun left.", ("Aoun", "ORG"))) == ["PERSON"]


def test_a_tie_keeps_what_was_said_of_each() -> None:
    doc = named("Badr left. Badr came.", ("Badr", "ORG"), ("Badr", "PERSON"))
    assert types(doc) == ["ORG", "PERSON"]


def test_a_text_without_names_stays_so() -> None:
    assert types(named("Nothing happened.")) == []


def test_a_surname_is_the_person_named_in_full() -> None:
    text = "Fumio Kishida spoke. Kishida left. Kishida and Kishida came."
    labels = [("Fumio Kishida", "PERSON"), *[("Kishida", "GPE")] * 3]
    assert types(named(text, *labels)) == ["PERSON"] * 4


def test_a_country_is_no_surname() -> None:
    text = "Israel Katz spoke. Israel agreed."
    assert types(named(text, ("Israel Katz", "PERSON"), ("Israel", "PERSON"))) == ["PERSON", "GPE"]


def test_titles_and_possessives_are_no_part_of_a_name() -> None:
    doc = vote(named("Mr Aoun met Badr's men", ("Mr Aoun", "PERSON"), ("Badr's", "ORG")))
    assert [name.text for name in doc.ents] == ["Aoun", "Badr"]


def test_an_acronym_in_parentheses_joins_its_name() -> None:
    doc = vote(named("Rapid Support Forces (RSF) left. RSF men came.", ("Rapid Support Forces", "ORG")))
    assert [(name.text, name.label_) for name in doc.ents] == [
        ("Rapid Support Forces", "ORG"),
        ("RSF", "ORG"),
        ("RSF", "ORG"),
    ]


def test_a_missed_repeat_becomes_a_name_but_not_within_a_longer_one() -> None:
    doc = vote(named("Badr left. Later men of Badr came to Badr Hall.", ("Badr", "ORG")))
    assert [name.start_char for name in doc.ents] == [0, 24]


def test_the_last_word_of_a_long_name_tells_what_it_names() -> None:
    doc = named("They hit Ain al-Asad Air Base today", ("Ain al-Asad Air Base", "ORG"))
    assert types(doc) == ["FAC"]


def test_the_first_word_of_a_long_name_tells_what_it_names() -> None:
    assert types(named("Fighters of Kataib Hezbollah left", ("Kataib Hezbollah", "PERSON"))) == ["ORG"]
    assert types(named("They saw Kataib there", ("Kataib", "PERSON"))) == ["PERSON"]


@pytest.mark.parametrize(
    ("text", "name", "guess", "told"),
    [
        ("He joined BMC last year.", "BMC", "PERSON", ["ORG"]),
        ("It was announced by FUNIDES on Monday.", "FUNIDES", "GPE", ["ORG"]),
        ("The Sangh will not take part.", "Sangh", "PERSON", ["ORG"]),
        ("Rain fell in Banihal again.", "Banihal", "PERSON", ["GPE"]),
        ("Trust in Putin's army fell.", "Putin", "PERSON", ["PERSON"]),
        ("It was Viya, who left.", "Viya", "GPE", ["PERSON"]),
        ("It was Viya, 36, who left.", "Viya", "GPE", ["PERSON"]),
        ("West African leaders met.", "West African", "LOC", ["NORP"]),
        ("The coach of Independiente left.", "Independiente", "GPE", ["ORG"]),
        ("They fled to Pusad at night.", "Pusad", "PERSON", ["GPE"]),
    ],
)
def test_what_stands_beside_a_name_tells_its_type(text: str, name: str, guess: str, told: list[str]) -> None:
    assert types(named(text, (name, guess))) == told


@pytest.mark.parametrize(
    ("text", "name"), [("The Nobel Prize went east.", "Nobel Prize"), ("A VBIED hit.", "VBIED")]
)
def test_prizes_and_weapons_are_no_names(text: str, name: str) -> None:
    assert types(named(text, (name, "ORG"))) == []


def test_an_abbreviation_in_brackets_is_of_the_body_before_it() -> None:
    text = "The Yukon Environmental Board (YEB) ruled. YEB is small."
    doc = named(text, ("Yukon Environmental Board", "ORG"), ("YEB", "GPE"), ("YEB", "GPE"))
    assert types(doc) == ["ORG"] * 3


def test_who_stands_behind_a_title_is_a_person() -> None:
    doc = named("Nobody saw Gen Prawit there.")
    for token in doc:
        token.tag_ = "NNP" if token.is_title else "NN"
    assert [(name.text, name.label_) for name in vote(doc).ents] == [("Prawit", "PERSON")]
