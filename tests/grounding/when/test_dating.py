"""Which expression dates which event."""

import pytest
import spacy

from dateline.grounding.when import date_of, find_times
from dateline.language import load


@pytest.fixture(scope="module")
def dated(report):
    """The time that dates the event which a word of a text tells."""

    def find(text, word, published="2020-10-13"):
        doc = load().parse(text)
        start = text.index(word)
        token = next(token for token in doc if token.idx <= start < token.idx + len(token))
        return date_of(token, doc, find_times(doc, report(text, published)))

    return find


def words(when):
    return when.span.text if when else None


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("Gunmen killed two officers on Monday.", "killed", "Monday"),
        ("On Monday, gunmen killed two officers.", "killed", "Monday"),
        ("The attack on Monday killed two officers.", "attack", "Monday"),
        ("Monday's attack killed two officers.", "attack", "Monday"),
        ("Rebels attacked the town on Monday and killed two officers.", "killed", "Monday"),
        ("Rebels attacked the town on Monday and withdrew on Tuesday.", "withdrew", "Tuesday"),
        ("Rebels attacked the town on Monday and withdrew on Tuesday.", "attacked", "Monday"),
        ("Rebels attacked the town in 2014.", "attacked", "2014"),
    ],
)
def test_the_words_of_its_own_clause_date_an_event(dated, text, trigger, expected):
    assert words(dated(text, trigger)) == expected


def test_the_time_of_a_saying_does_not_date_a_past_act_that_is_said(dated):
    text = "The police chief said on Tuesday that gunmen killed two officers."
    assert dated(text, "killed") is None


def test_the_time_of_a_saying_dates_what_is_planned_in_it(dated):
    text = "The minister said on Monday that the army would withdraw from the town."
    assert words(dated(text, "withdraw")) == "Monday"


def test_a_saying_ends_what_had_happened_before_it(dated):
    when = dated("Police said on Monday that they had arrested two men.", "arrested")
    assert (when.earliest, when.latest) == (None, "2020-10-12")


def test_a_clause_with_since_opens_the_end(dated):
    when = dated("Since the war began in 2011, the army has bombed the city.", "bombed")
    assert (when.earliest, when.latest, when.modifier) == ("2011-01-01", None, "since")


def test_the_time_of_another_event_is_not_taken(dated):
    text = "Rebels attacked the town, which the army had taken in 2014."
    assert words(dated(text, "attacked")) is None
    assert words(dated(text, "taken")) == "2014"


def test_the_next_sentence_goes_on_with_the_same_day_and_says_so(dated):
    when = dated("Gunmen attacked a police station on Monday. They killed two officers.", "killed")
    assert (words(when), when.inherited) == ("Monday", True)


def test_now_does_not_date_what_is_over(dated):
    text = "Gunmen killed the mayor, whose brother is now in hiding."
    assert words(dated(text, "killed")) is None


def test_before_a_time_of_the_day_is_still_that_day(dated):
    when = dated("The convoy was hit before dawn on Friday.", "hit")
    assert (when.earliest, when.latest, when.modifier) == ("2020-10-09", "2020-10-09", "before")


def test_the_report_s_own_date_dates_no_event(dated):
    assert dated("Date of publication 12 October 2020\n\nGunmen killed two officers.", "killed") is None


def test_a_vague_time_is_not_handed_on(dated):
    assert dated("Attacks have grown in recent years. Gunmen killed two officers.", "killed") is None


def test_a_time_is_not_handed_on_for_long(dated):
    text = "Gunmen attacked a police station on Monday. Smoke rose. People fled. Rebels shelled the port."
    assert dated(text, "fled") is not None
    assert dated(text, "shelled") is None


def test_nothing_is_dated_without_a_time(dated):
    assert dated("Gunmen killed two officers.", "killed") is None
    assert dated("Gunmen killed two officers every day.", "killed") is None


def test_a_named_event_dates_itself(dated):
    when = dated("The killing of Qasem Soleimani led to protests.", "killing")
    assert (when.earliest, when.anchor) == ("2020-01-03", "named:assassination of Qasem Soleimani")


def test_without_a_parse_only_a_named_event_is_dated(report):
    text = "The killing of Qasem Soleimani led to protests on Monday."
    doc = spacy.blank("en")(text)
    times = find_times(doc, report(text, "2020-10-13"))
    assert date_of(doc[1], doc, times).earliest == "2020-01-03"
    assert date_of(doc[7], doc, times) is None


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Rebels fired rockets in the largest attack on the city since 2010.", "attack"),
        ("It was the first strike on the city since 2016.", "strike"),
        ("It was the worst attack that the city had seen since 2016.", "attack"),
    ],
)
def test_a_time_that_an_act_is_compared_with_does_not_date_it(dated, text, trigger):
    assert dated(text, trigger) is None


def test_since_without_comparison_opens_the_end(dated):
    when = dated("The army has bombed the city since 2016.", "bombed")
    assert (when.earliest, when.latest) == ("2016-01-01", None)


def test_the_time_of_what_is_agreed_dates_neither_the_agreement_nor_the_next_event(dated):
    text = "Both leaders agreed to hold talks next month. Rebels attacked the town."
    assert dated(text, "agreed") is None
    assert dated(text, "attacked") is None


def test_what_came_after_an_attack_is_not_dated_by_the_day_of_the_attack(dated):
    text = "The strikes came a week after a drone attack that killed three soldiers in Jordan on 28 January."
    assert words(dated(text, "killed", "2024-02-04")) == "28 January"
    assert dated(text, "strikes", "2024-02-04") is None


def test_what_began_in_a_month_has_no_end(dated):
    when = dated("The siege of the town began in June.", "siege")
    assert (when.earliest, when.latest) == ("2020-06-01", None)
    assert dated("The siege of the town began on Monday.", "siege").latest == "2020-10-12"


def test_the_year_of_a_photograph_dates_nothing(dated):
    assert dated("AFP 2018 Ann Lee A soldier was killed in Avdo.", "killed") is None


def test_a_threat_told_as_past_was_made_on_the_last_such_day(dated):
    when = dated("On Monday, its leader, in a letter, threatened to attack the town.", "threatened")
    assert (when.earliest, when.latest) == ("2020-10-12", "2020-10-12")
