"""Sentences are counted back from a word, and no further than the text begins."""

import pytest

from dateline.language import load
from dateline.reading.reach import sentence_back


@pytest.mark.parametrize(
    ("reach", "text"), [(0, "Three left."), (1, "Two left."), (2, "One left."), (9, "One left.")]
)
def test_a_reach_is_counted_in_sentences(reach: int, text: str) -> None:
    doc = load().parse("One left.\nTwo left.\nThree left.")
    word = next(token for token in doc if token.text == "Three")
    assert sentence_back(word, reach).text.strip() == text
