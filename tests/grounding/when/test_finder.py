"""What find_times promises of every text, and the cases that need more than one sentence."""

import re
from datetime import date
from typing import get_args

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.grounding.when import find_times
from dateline.model import Original, Report
from dateline.model.vocabulary import TimePrecision

settings.register_profile("times", deadline=None, derandomize=True)
settings.load_profile("times")
BLANK = spacy.blank("en")
PUBLISHED = "2020-10-13"
WORDS = (
    "on in since until between and from to by the a last next this early late mid two 3 14 31 1998 2020 9/11 "
    "7:30 p.m. Monday Friday May March Sept. winter week month years day ago later earlier past recent now "
    "yesterday night overnight Ramadan Easter October attack killed said will BC 1990s quarter of first , . "
    "- ’s 2019-05-01"
).split()
texts = st.one_of(st.text(max_size=80), st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join))
days = st.one_of(st.none(), st.dates(date(1900, 1, 1), date(2099, 12, 31)).map(date.isoformat))


def plain_report(text, published):
    return Report("r", "test", text, Original("0" * 64, "text", len(text)), published=published)


def plain_times(text, published):
    return find_times(BLANK(text), plain_report(text, published))


def only(found, words):
    matching = [when for when in found if when.span.text == words]
    assert len(matching) == 1, [when.span.text for when in found]
    return matching[0]


@given(texts, days)
def test_spans_are_exact_in_order_and_apart(text, published):
    end = 0
    for when in plain_times(text, published):
        assert text[when.span.start : when.span.end] == when.span.text
        assert when.span.start >= end
        end = when.span.end


@given(texts, days)
def test_no_interval_ends_before_it_starts(text, published):
    for when in plain_times(text, published):
        if when.earliest and when.latest:
            assert date.fromisoformat(when.earliest) <= date.fromisoformat(when.latest)


@given(texts, days)
def test_every_field_keeps_to_its_vocabulary(text, published):
    for when in plain_times(text, published):
        assert when.kind in ("DATE", "TIME", "DURATION", "SET")
        assert when.precision in (None, *get_args(TimePrecision))
        assert when.modifier in (None, "early", "mid", "late", "about", "before", "after", "since", "until")
        assert when.anchor is None or re.fullmatch(
            r"publication|dateline|expression:\d+|named:.+", when.anchor
        )
        assert when.value
        assert when.rule


@given(texts, days)
def test_the_same_words_mean_the_same_twice(text, published):
    assert plain_times(text, published) == plain_times(text, published)


@given(st.sampled_from("Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()), days.filter(bool))
def test_a_weekday_in_the_past_is_the_last_one_with_the_report_s_own_day(weekday, published):
    when = only(plain_times(f"Gunmen killed two people on {weekday}.", published), weekday)
    assert 0 <= (date.fromisoformat(published) - date.fromisoformat(when.latest)).days < 7
    assert date.fromisoformat(when.latest).strftime("%A") == weekday


@given(st.integers(1, 12), st.integers(1, 28), days.filter(bool))
def test_a_reported_past_day_never_lies_after_publication(month, day, published):
    words = date(2000, month, day).strftime("%B %-d")
    when = only(plain_times(f"The army attacked the town on {words}.", published), words)
    assert when.latest <= published


@pytest.mark.parametrize(
    "words", ["Monday", "January 28", "last week", "two weeks ago", "yesterday", "this month", "recent weeks"]
)
def test_without_any_anchor_a_relative_day_stays_open(words):
    when = only(plain_times(f"Rebels attacked the town on {words}.", None), words)
    assert (when.earliest, when.latest) == (None, None)


def test_without_publication_a_year_told_before_anchors_what_follows(times):
    found = times(
        "On March 4, 2011, troops fired on the crowd. Two days later, they withdrew. In May, they returned."
    )
    assert only(found, "Two days later").earliest == "2011-03-06"
    assert only(found, "May").latest == "2011-05-31"
    assert only(found, "Two days later").anchor == "expression:3"


def test_without_publication_a_bare_year_in_passing_dates_nothing_later(times):
    found = times("The group was listed in 2009. It stopped its attacks on 30 January.")
    assert only(found, "30 January").earliest is None
    assert only(found, "30 January").latest is None


@pytest.mark.parametrize(
    "opening",
    [
        "KABUL, Jan. 22, 2013 - Insurgents killed five men on Monday.",
        "KABUL, Afghanistan (Jan. 22, 2013) – Insurgents killed five men on Monday.",
        "Five men killed in Kabul AFP Tuesday 22 Jan 2013 Insurgents killed five men on Monday.",
        "22-01-2013 Five men killed. Insurgents killed five men on Monday.",
    ],
)
@pytest.mark.parametrize("published", [None, "2015-06-05"])
def test_the_report_s_own_dateline_wins(times, opening, published):
    monday = only(times(opening, published), "Monday")
    assert (monday.earliest, monday.anchor) == ("2013-01-21", "dateline")


def test_a_dateline_without_year_takes_that_of_the_front_matter(times):
    monday = only(
        times("BAGHDAD, Oct. 14 (Agency) - Rockets hit the base on Monday.", "2020-10-16"), "Monday"
    )
    assert (monday.earliest, monday.anchor) == ("2020-10-12", "dateline")


@pytest.mark.parametrize(
    "head",
    [
        "Joint Command\n2010-12-CA-125\nKABUL, Afghanistan (Dec. 5) - ",
        "Dec. 5: Operations in Ghazni\nJoint Command\n2010-12-CA-125\n",
        "Joint Command\nKABUL, Afghanistan (Dec. 5,2010)\n",
    ],
)
def test_the_number_of_a_release_gives_its_year(times, head):
    found = times(f"{head}Forces detained two men yesterday.")
    yesterday = only(found, "yesterday")
    assert (yesterday.earliest, yesterday.anchor) == ("2010-12-04", "dateline")


def test_a_date_in_the_story_is_no_dateline(times):
    found = times("The army took the town on 3 May 2011. Rockets hit the base on Monday.", PUBLISHED)
    assert only(found, "Monday").anchor == "publication"


def test_an_ambiguous_date_in_digits_is_no_day_after_the_report(times):
    assert times("The camp was raided on 03/01/2020.", "2020-01-15")[0].latest == "2020-01-03"
    (both,) = times("The camp was raided on 03/01/2020.", "2020-05-15")
    assert (both.earliest, both.latest, both.value) == ("2020-01-03", "2020-03-01", "2020-XX-XX")


def test_a_weekday_that_fits_chooses_the_year(times):
    (when,) = times("The army attacked on Saturday, October 17.", "2020-10-13")
    assert when.earliest == "2015-10-17"


def test_future_words_look_forward_and_past_words_back(times):
    found = times(
        "The minister said talks will open in December. The last talks failed in December.", PUBLISHED
    )
    assert [when.earliest for when in found] == ["2020-12-01", "2019-12-01"]


def test_a_past_story_goes_on_from_the_dates_it_tells(times):
    years = " ".join(f"In {year}, the army took a town." for year in range(1941, 1949))
    found = times(f"{years} In June, it lost one. On 3 July it fell back.", PUBLISHED)
    assert only(found, "June").earliest == "1948-06-01"
    assert only(found, "3 July").earliest == "1948-07-03"


@pytest.mark.parametrize(
    "text",
    [
        "Theresa May met the ministers.",
        "The army sent 1500 troops and 2000 soldiers.",
        "They may leave. A second attack failed.",
        "A 36-year-old man was hurt.",
        "The ship carried 1,998 men at $2015.",
    ],
)
def test_words_that_only_look_like_times_are_left_alone(times, text):
    assert times(text, PUBLISHED) == ()


def test_a_time_has_its_value_edtf_and_rule(times):
    (when,) = times("The militants crossed the river in late June 2014.", PUBLISHED)
    assert (when.kind, when.value, when.modifier) == ("DATE", "2014-06", "late")
    assert (when.precision, when.edtf, when.rule) == ("month", "2014-06-21/2014-06-30", "month-year")


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("since December 2019", "2019-12-01/.."),
        ("until 2016", "../2016-12-31"),
        ("in 2014", "2014"),
        ("on 3 January 2020", "2020-01-03"),
        ("in the 1990s", "199X"),
        ("in the summer of 2014", "2014-22"),
        ("about 1950", "1950~"),
        ("for two weeks", None),
    ],
)
def test_edtf_says_the_same(text, edtf):
    (when,) = plain_times(f"It happened {text}.", None)
    assert when.edtf == edtf


def test_both_ends_of_a_stretch_carry_its_days(times):
    found = times("He was held from May 2013 to June 2014.", PUBLISHED)
    assert {(when.earliest, when.latest) for when in found} == {("2013-05-01", "2014-06-30")}
    assert [when.value for when in found] == ["2013-05", "2014-06"]
