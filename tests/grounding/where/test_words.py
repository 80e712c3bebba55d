"""words.csv: every row says something, once."""

from dateline.grounding.where.tables import DATA_DIR, read_rows
from dateline.grounding.where.words import LONGEST, place_words

ROLES = {
    "kind", "in", "near", "from", "to", "along", "between", "against", "compass", "ground", "suffix",
    "leave", "go", "take", "of", "part", "strike", "home", "never",
}  # fmt: skip


def test_rows_are_whole_and_unique() -> None:
    rows = [(row["word"], row["role"]) for row in read_rows(DATA_DIR / "words.csv")]
    assert len(set(rows)) == len(rows)
    assert {role for _, role in rows} == ROLES
    assert all(word == word.lower().strip() and len(word.split()) <= LONGEST for word, _ in rows)


def test_bearings_are_degrees() -> None:
    for row in read_rows(DATA_DIR / "words.csv"):
        if row["role"] == "compass":
            assert -1 <= int(row["value"]) < 360


def test_the_longest_phrase_counts() -> None:
    words = place_words()
    assert words.longest_before("near", ["fell", "north", "of"]) == (2, "")
    assert words.longest_after("kind", ["refugee", "camp", "in"]) == (2, "camp")
    assert words.longest_before("compass", ["in", "north", "-", "west"]) == (3, "315")
    assert words.longest_after("kind", ["soldiers"]) == (0, "")
