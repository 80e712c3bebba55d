"""A rewritten report carries its offsets along."""

from hypothesis import given
from hypothesis import strategies as st

from dateline.export.rewriting import Rewriting, Wording
from dateline.model import Original, Report

TEXT = "Ann met Ann Lee. Lee, not Leeds, left."
WORDING = Wording({"Ann Lee": "Person 1", "Lee": "Person 1", "Ann": "P"}, frozenset({"Leeds"}))


def rewriting(text: str = TEXT, wording: Wording = WORDING) -> Rewriting:
    return Rewriting(Report("r-1", "r", text, Original("0" * 64, "text", 1)), wording)


def test_the_longest_words_win_and_only_whole_ones_count() -> None:
    assert rewriting().text == "P met Person 1. Person 1, not Leeds, left."


def test_without_a_wording_the_report_stays_the_same_object() -> None:
    report = Report("r-1", "r", TEXT, Original("0" * 64, "text", 1))
    assert Rewriting(report, Wording({})).report is report


def test_a_span_within_replaced_words_takes_all_of_them() -> None:
    report = Report("r-1", "r", TEXT, Original("0" * 64, "text", 1))
    at = TEXT.index("Lee")
    assert rewriting().span(report.span(at, at + 3)).text == "Person 1"


@given(st.data())
def test_every_span_keeps_its_words_or_their_labels(data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(TEXT) - 1))
    end = data.draw(st.integers(start + 1, len(TEXT)))
    report = Report("r-1", "r", TEXT, Original("0" * 64, "text", 1))
    made = rewriting()
    new = made.span(report.span(start, end))
    assert made.text[new.start : new.end] == new.text
    outer = made.span(report.span(0, len(TEXT)))
    assert outer.contains(new)
    assert outer.text == made.text


def test_what_goes_on_with_a_name_goes_with_it() -> None:
    wording = Wording({"Mushtaq Talib": "Person 1"}, tail=r"(?: al-[A-Z]\w+)*")
    assert rewriting("Mushtaq Talib al-Saidi died", wording).text == "Person 1 died"
