"""Named texts become lines of words with the tags that each may have."""

from itertools import islice

import pytest

pytest.importorskip("torch")

from dateline.language.names import TAGS
from training.lines import Forms
from training.name_batches import NameBatches
from training.named_text import Name, NamedText

TEXT = "Troops of Somali National Army left Kismayo.\n\nAmina met Zorgon."
NAMED = NamedText(
    TEXT,
    tuple(
        Name(TEXT.index(name), TEXT.index(name) + len(name), label)
        for name, label in (("Somali National Army", "ORG"), ("Kismayo", "GPE"), ("Amina", "PERSON"))
    ),
    ((TEXT.index("Zorgon"), TEXT.index("Zorgon") + 6),),
)


def told(rounds: int = 1, seed: int = 3) -> list[list[str]]:
    """The tags that the words of all batches of some rounds may have, joined by a bar."""
    stream = NameBatches([NAMED], {}, Forms(["left"]), seed).stream(100)
    return [["|".join(tag for tag, may in zip(TAGS, word, strict=True) if may) for word in batch.allowed]
            for batch in islice(stream, rounds)]  # fmt: skip


def test_every_line_of_a_text_comes_with_its_tags() -> None:
    (words,) = told()
    assert {"B-ORG", "I-ORG", "L-ORG", "U-GPE", "U-PERSON"} < set(words)


def test_an_unknown_word_may_be_anything() -> None:
    (words,) = told()
    assert words.count("|".join(TAGS)) == 1


def test_a_line_ends_where_the_text_says_so() -> None:
    (batch,) = islice(NameBatches([NAMED], {}, Forms(["left"]), 3).stream(100), 1)
    assert sorted(batch.lines.sizes.tolist()) == [4, 8]


def test_one_seed_one_row_of_batches() -> None:
    assert told(rounds=4) == told(rounds=4)
