"""Words that stand in the same places of open text get vectors that are near each other."""

import json
from pathlib import Path

import numpy as np
import pytest

from training.vectors import LENGTH, OPEN_TEXTS, word_vectors

SENTENCES = (
    "Yesterday {0} quickly attacked the old {1} near here.",
    "On Monday {0} then left the small {1} by car.",
    "Some {0} also burned that poor {1} at night.",
)


@pytest.fixture
def corpora(tmp_path: Path) -> Path:
    lines = [
        s.format(who, at) for s in SENTENCES for who in ("rebels", "militants") for at in ("town", "village")
    ]
    for name in OPEN_TEXTS:
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        text = "\n".join(lines * 3)
        told = (
            {"data": {"Background": f"<p>{text}</p>", "Area": "12 sq km"}}
            if "factbook" in name
            else {"text": text}
        )
        path.write_text(json.dumps(told) + "\n", encoding="utf-8")
    return tmp_path


def test_words_of_the_same_company_are_near_each_other(corpora: Path) -> None:
    words, _, vectors = word_vectors(corpora, [])
    by_word = dict(zip(words, vectors, strict=True))
    assert by_word["rebels"] @ by_word["militants"] > by_word["rebels"] @ by_word["town"]
    assert np.allclose(np.linalg.norm(vectors, axis=1), LENGTH, atol=1e-3)


def test_a_figure_of_a_table_is_no_text(corpora: Path) -> None:
    assert "sq" not in word_vectors(corpora, [])[0]


def test_a_rare_word_of_open_text_has_none_and_one_of_the_treebanks_has_one(corpora: Path) -> None:
    words, counts, _ = word_vectors(corpora, [["Zorgon", "left"], ["ZORGON", "won"]])
    assert "zorgon" in words
    assert "won" not in words
    assert counts["zorgon"] == 2
