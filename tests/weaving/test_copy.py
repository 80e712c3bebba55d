"""Copies are found whatever was cut or reworded, and what they changed is shown."""

from hypothesis import given
from hypothesis import strategies as st

from dateline.weaving.copy import compare, find_copies
from tests.weaving.told import Told

TEXT = (
    "Rockets struck the base at Avdo before dawn on Monday, killing four soldiers and wounding nine, "
    "the defence ministry said in a statement. Residents of the nearby village spoke of two loud "
    "explosions and of smoke over the runway. No group said it had fired the rockets. The "
    "ministry blamed fighters from across the border."
)


def report(text, published="2020-01-05", outlet=None):
    return Told(text, published, outlet).report


def test_a_reprint_is_a_copy_of_the_earlier_report():
    first, reprint = report(TEXT, "2020-01-05", "Wire"), report(TEXT, "2020-01-06", "Courier")
    (copy,) = find_copies([reprint, first])
    assert (copy.report, copy.copy, copy.share, copy.changes) == (first.id, reprint.id, 1.0, ())


def test_a_shortened_and_reworded_text_is_still_a_copy_without_changes():
    cut = TEXT[: TEXT.index(" No group")].replace("spoke of", "told of").replace("before dawn", "early")
    copy = compare(report(TEXT), report(cut))
    assert copy is not None
    assert copy.changes == ()


def test_a_changed_number_is_shown_with_both_words():
    copy = compare(report(TEXT), report(TEXT.replace("four soldiers", "six soldiers")))
    assert copy is not None
    (change,) = copy.changes
    assert (change.before.text, change.after.text) == ("four", "six")


def test_a_changed_name_and_day_are_shown():
    copy = compare(report(TEXT), report(TEXT.replace("Monday", "Friday").replace("Avdo", "Brodo")))
    assert copy is not None
    assert [(c.before.text, c.after.text) for c in copy.changes] == [("Avdo", "Brodo"), ("Monday", "Friday")]


def test_other_means_are_a_change_and_another_word_for_the_same_means_is_none():
    other = compare(report(TEXT), report(TEXT.replace("explosions", "gunshots")))
    assert other is not None
    assert [(c.field, c.before.text, c.after.text) for c in other.changes] == [
        ("means", "explosions", "gunshots")
    ]
    alike = compare(report(TEXT), report(TEXT.replace("explosions", "blasts")))
    assert alike is not None
    assert alike.changes == ()


def test_two_reports_of_one_event_in_other_words_are_no_copies():
    other = "Four soldiers died on Monday when rockets hit Avdo, officials said. Nobody claimed the attack."
    assert find_copies([report(TEXT), report(other)]) == []


def test_the_part_that_another_report_quotes_at_length_is_found():
    framed = (
        "Our correspondent writes from the capital about a quiet week. " * 4 + TEXT[: TEXT.index(" No group")]
    )
    assert len(find_copies([report(TEXT), report(framed, "2020-01-07")])) == 1


@given(st.permutations(range(4)))
def test_the_order_of_reports_does_not_matter(order):
    reports = [
        report(TEXT, "2020-01-05", "A"),
        report(TEXT + " More soon.", "2020-01-06", "B"),
        report(TEXT.replace("nine", "ten"), None, "C"),
        report(
            "Quite another story about a harvest fair in the hills, with music and a parade.", "2020-01-05"
        ),
    ]
    assert find_copies([reports[at] for at in order]) == find_copies(reports)


@given(st.text(max_size=80), st.text(max_size=80))
def test_no_text_is_too_odd(one, other):
    copy = compare(report(one or " "), report(other or " "))
    assert copy is None or 0.5 <= copy.share <= 1
