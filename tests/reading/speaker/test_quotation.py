import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.lang.en import English

from dateline.reading.speaker.quotation import find_quotations, is_speech

tokenize = English()
tokenize.add_pipe("sentencizer")


def quoted(text: str) -> list[str]:
    doc = tokenize(text)
    return [doc[q.start : q.end].text for q in find_quotations(doc)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“It is over,” he said.", ["“It is over,”"]),
        ('"It is over," he said. "We won."', ['"It is over,"', '"We won."']),
        ("“It is over", ["“It is over"]),
        ("“One. “Two.”", ["“One. ", "“Two.”"]),
        ("Nobody's words.", []),
    ],
)
def test_pairs(text: str, expected: list[str]) -> None:
    assert [q.strip() for q in quoted(text)] == [e.strip() for e in expected]


def test_a_mark_that_is_opened_again_goes_on_with_the_same_speaker() -> None:
    found = find_quotations(tokenize("“One.\n\n“Two.”"))
    assert [(q.closed, q.resumes) for q in found] == [(False, False), (True, True)]


def test_a_quotation_ends_with_its_paragraph() -> None:
    assert quoted("“One.\n\nTwo.") == ["“One."]


def test_a_lost_closing_mark_does_not_swallow_the_report() -> None:
    text = "“We will win. " + "The town was quiet again. " * 60
    assert len(quoted(text)[0]) < 40


def test_single_borrowed_words_are_no_speech() -> None:
    doc = tokenize("The “caliphate” fell. “It is really over now,” he said.")
    assert [is_speech(doc, q) for q in find_quotations(doc)] == [False, True]


@given(st.text(alphabet="ab “”\"'‘’.\n«»", max_size=60))
def test_quotations_never_overlap(text: str) -> None:
    doc = tokenize(text)
    end = 0
    for quotation in find_quotations(doc):
        assert end <= quotation.start < quotation.end <= len(doc)
        end = quotation.end
