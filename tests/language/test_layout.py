"""Layout decides borders where words can't: lines, and lines that are only wrapped."""

import textwrap

from hypothesis import given
from hypothesis import strategies as st

from dateline.language import load
from dateline.language.wrapping import wrapped_breaks

PROSE = (
    "Rockets struck the base near the border before dawn on Monday and killed four soldiers, the ministry "
    "said in a statement. Residents of the village spoke of two loud explosions. No group said a word."
)


def test_breaks_of_a_wrapped_paragraph_end_nothing() -> None:
    wrapped = textwrap.fill(PROSE, 64)
    assert len(wrapped_breaks(wrapped)) == wrapped.count("\n") > 2
    sentences = [" ".join(s.text.split()) for s in load().parse(wrapped).sents]
    assert sentences[0].startswith("Rockets struck")
    assert sentences[0].endswith("in a statement.")


def test_paragraph_breaks_stay_borders() -> None:
    wrapped = textwrap.fill(PROSE, 64) + "\n\n" + textwrap.fill(PROSE, 64)
    assert wrapped.index("\n\n") not in wrapped_breaks(wrapped)
    starts = [s.start_char for s in load().parse(wrapped).sents]
    assert wrapped.index("\n\n") + 2 in starts


def test_headlines_and_lists_are_not_wrapped_text() -> None:
    for text in (
        "Rockets hit base\nFour dead\nNo claim so far",
        "- a first item of a list\n- a second\n- third",
        PROSE,
    ):
        assert wrapped_breaks(text) == frozenset()


@given(st.text(alphabet="ab \n.", max_size=200))
def test_what_wraps_is_a_line_break(text: str) -> None:
    assert all(text[at] == "\n" for at in wrapped_breaks(text))


def test_a_short_paragraph_is_wrapped_where_its_text_is() -> None:
    short = "The army said that the two brothers had been taken to the capital\nof the province."
    assert wrapped_breaks(short) == frozenset()
    text = textwrap.fill(PROSE, 64) + "\n\n" + textwrap.fill(short.replace("\n", " "), 64)
    assert len(wrapped_breaks(text)) == text.count("\n") - 2


def test_the_hour_of_an_entry_is_no_part_of_its_sentence() -> None:
    doc = load().parse("05:12 GMT - Israeli jets struck a building in Gaza City on Sunday.")
    assert [sentence.text for sentence in doc.sents][-1].startswith("Israeli jets")


def test_the_heading_of_an_item_is_no_part_of_its_sentence() -> None:
    doc = load().parse("1) Aleppo: gunmen killed two men.\n2) Damascus: a car bomb exploded.")
    starts = [sentence.text.split()[0] for sentence in doc.sents]
    assert {"gunmen", "a"} <= set(starts)


def test_a_weekday_behind_a_word_opens_no_sentence() -> None:
    doc = load().parse("Troops held several men in Farah province Wednesday while searching for a leader.")
    assert len(list(doc.sents)) == 1


def test_a_quotation_after_a_full_stop_opens_a_sentence() -> None:
    text = 'He left the parades. "The presence of troops is new," she said. “It is over.” “We won,” he said.'
    assert [s.text.strip() for s in load().parse(text).sents] == [
        "He left the parades.",
        '"The presence of troops is new," she said.',
        "“It is over.”",
        "“We won,” he said.",
    ]


def test_a_byname_in_quotation_marks_opens_none() -> None:
    assert len(list(load().parse('They met Gen. "Mad Dog" Smith on Monday.').sents)) == 1


def test_a_word_in_lower_case_behind_a_year_opens_no_sentence() -> None:
    text = "On 5 January 2020 an American drone killed two men outside the airport."
    assert len(list(load().parse(text).sents)) == 1
