"""Relevance: what is about conflict passes, what isn't is refused with its score."""

import pytest

from dateline.model import ReportError
from dateline.reading import Reader
from dateline.reading.relevance import THRESHOLD, check_relevance, features, passages, relevance
from tests.reading.test_reader import report

WAR = "Government troops shelled rebel positions near the town on Monday, killing at least nine fighters."
MUSIC = "The singer's new album went to number one this week after a concert in front of cheering fans. "


def test_war_is_relevant_and_music_is_not() -> None:
    assert relevance(WAR) > 2 * THRESHOLD
    assert relevance(MUSIC) < THRESHOLD


@pytest.mark.parametrize("text", [WAR, MUSIC, MUSIC * 40])
def test_case_does_not_matter(text: str) -> None:
    assert relevance(text.upper()) == relevance(text.lower()) == relevance(text)


def test_one_paragraph_of_war_makes_a_long_report_relevant() -> None:
    assert relevance(MUSIC * 40) < THRESHOLD
    assert relevance(MUSIC * 20 + WAR + " " + MUSIC * 20) >= THRESHOLD


@pytest.mark.parametrize("text", ["", "  \n", "?!", "戦争"])
def test_a_text_without_known_words_has_a_score_all_the_same(text: str) -> None:
    assert 0 <= relevance(text) <= 1


def test_a_reader_refuses_what_is_not_relevant_only_when_asked() -> None:
    with pytest.raises(ReportError, match=r"test: not about conflict by the relevance gate, score 0\.\d\d$"):
        Reader(relevant_only=True).read(report(MUSIC))
    assert Reader().read(report(MUSIC)) is not None
    check_relevance("war", WAR)


def test_every_word_stands_in_a_passage() -> None:
    words = [f"w{chr(97 + n // 26)}{chr(97 + n % 26)}" for n in range(200)]
    cut = list(passages(" ".join(words)))
    assert {word for passage in cut for word in passage} == set(words)
    assert max(map(len, cut)) == 60


def test_features_are_words_and_neighbours_once() -> None:
    assert features(["a", "b", "a", "b"]) == ["a", "a b", "b", "b a"]
