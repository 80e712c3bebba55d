"""Names are read as a whole, none across a sentence, whatever is cut."""

import numpy as np
import pytest

from dateline.language import Pipeline, lattice, load
from dateline.language.names import DOUBT, TAGS, names


def scored(tags: list[str]) -> np.ndarray[tuple[int, ...], np.dtype[np.float32]]:
    """Scores by which every word rather has its tag."""
    return np.array([[4.0 if tag == own else 0.0 for tag in TAGS] for own in tags], dtype=np.float32)


def test_names_are_told_by_first_word_end_and_label() -> None:
    tags = ["O", "U-GPE", "B-ORG", "I-ORG", "L-ORG", "O", "B-PERSON", "L-PERSON"]
    assert list(names(scored(tags), [0])) == [(1, 2, "GPE"), (2, 5, "ORG"), (6, 8, "PERSON")]


def test_no_name_crosses_a_sentence() -> None:
    scores = scored(["B-ORG", "L-ORG", "O"])
    assert list(names(scores, [0])) == [(0, 2, "ORG")]
    assert (0, 2, "ORG") not in list(names(scores, [0, 1]))


def test_what_hardly_looks_more_like_a_name_is_none() -> None:
    scores = np.zeros((1, len(TAGS)), dtype=np.float32)
    scores[0, TAGS.index("U-GPE")] = DOUBT / 2
    assert list(names(scores, [0])) == []
    assert list(names(3 * scores, [0])) == [(0, 1, "GPE")]


def test_a_text_without_names_has_none() -> None:
    assert list(names(scored(["O", "O"]), [0])) == []


@pytest.mark.parametrize("seed", range(5))
def test_cutting_a_text_where_no_name_goes_on_changes_none(seed: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(60, len(TAGS))).astype(np.float32)
    scores[:, 0] += np.random.default_rng(seed + 9).choice([0, 9], size=60, p=[0.4, 0.6])
    best = [TAGS[tag] for tag in lattice.best(scores[None])[0]]
    scores[:, lattice.OUTSIDE] -= DOUBT
    assert list(names(scores, [0])) == list(names(scored(best), [0]))


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return load()


def test_names_of_the_shipped_pipeline_span_loose_spaces(pipeline: Pipeline) -> None:
    doc = pipeline.parse("The Iraqi  Army left Mosul on Monday.")
    assert ("Mosul", "GPE") in [(name.text, name.label_) for name in doc.ents]
