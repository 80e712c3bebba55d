"""What was weighed in a sentence is told with what came of it, and nothing is told that was not there."""

import pytest

from dateline.model import Original, Report, report_id
from dateline.reading import Reader
from dateline.reading.explain import Explanation, nearest, spots_of
from dateline.reading.outline import Branch

TEXT = "Taliban fighters killed three soldiers in Kunduz on Monday, officials said. The weather was mild."


def report(text: str) -> Report:
    original = Original("0" * 64, "text", len(text))
    return Report(
        report_id(text, None, None, "2021-03-05", None), "test", text, original, published="2021-03-05"
    )


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader()


@pytest.fixture(scope="module")
def told(reader: Reader) -> Explanation:
    (explanation,) = reader.explain(report(TEXT), "three soldiers")
    return explanation


def words(branch: Branch) -> set[str]:
    return {branch.word, *branch.small}.union(*(words(below) for below in branch.below))


def test_only_the_sentences_that_hold_the_words_are_told(reader: Reader, told: Explanation) -> None:
    assert told.sentence.text == "Taliban fighters killed three soldiers in Kunduz on Monday, officials said."
    both = reader.explain(report(TEXT), "officials said. The weather")
    assert [one.sentence.start for one in both] == [0, TEXT.index("The weather")]


def test_the_tree_holds_every_word_of_the_sentence(told: Explanation) -> None:
    assert {"Taliban", "killed", "three", "in", "Monday", "said"} <= words(told.tree)


def test_a_trigger_comes_with_its_rows_and_the_odds_of_the_model(told: Explanation) -> None:
    killed = next(one for one in told.weighed if one.word.text == "killed")
    assert killed.type == "ASSAULT"
    assert "lexicon:kill/v/ASSAULT sure" in killed.entries
    assert killed.odds[0][0] == "ASSAULT"
    assert sum(chance for _, chance in killed.odds) <= 1.0001


def test_a_word_that_says_no_event_tells_why(told: Explanation) -> None:
    said = next(one for one in told.weighed if one.word.text == "said")
    assert (said.type, said.verdict.split(":")[0]) == (None, "refused")


def test_bearers_are_those_of_the_claim_and_the_refused_say_why(told: Explanation) -> None:
    (mention,), (claim,) = told.mentions, told.claims
    taken = {(one.role, one.phrase.text) for one in mention.bearers if one.taken}
    assert taken == {("actor", "fighters"), ("target", "soldiers")}
    assert ["soldiers" in party.name for party in claim.targets] == [True]
    refused = {one.phrase.text: one.verdict for one in mention.bearers if not one.taken and not one.role}
    assert refused == {"Monday": "refused: tells a time", "officials": "refused: only tells of it"}


def test_speakers_times_and_places_of_the_sentence(told: Explanation) -> None:
    (said,) = told.sayings
    assert (said.cue.text, [speaker.party.name for speaker in said.speakers]) == ("said", ["officials"])
    assert [(when.span.text, when.earliest) for when in told.times] == [("Monday", "2021-03-01")]
    assert [where.name for where in told.places] == ["Kunduz"]


def test_a_claim_is_told_as_reading_gives_it(reader: Reader, told: Explanation) -> None:
    assert list(told.claims) == list(reader.read(report(TEXT)))


def test_words_that_stand_nowhere_explain_nothing(reader: Reader) -> None:
    assert reader.explain(report(TEXT), "four soldiers") == ()
    assert reader.explain(report(TEXT), "  ") == ()


@pytest.mark.parametrize(
    ("text", "quote", "spots"),
    [
        ("He said “go  home”.", '"GO home"', ((8, 18),)),
        ("one two\none two", "one two", ((0, 7), (8, 15))),
        ("a.b", "axb", ()),
    ],
)
def test_spaces_capitals_and_quotation_marks_do_not_count(
    text: str, quote: str, spots: tuple[tuple[int, int], ...]
) -> None:
    assert spots_of(text, quote) == spots


def test_the_nearest_words_of_a_report() -> None:
    assert nearest(TEXT, "thre soldier in Kundus") == "three soldiers in Kunduz"
    assert nearest(TEXT, "qqqq xxxx zzzz") is None
