"""A word has one subject; what it also got belongs to another word."""

import numpy as np

from dateline.language import load
from dateline.language.rivals import rival_subjects


def scores(*rows: list[float]) -> np.ndarray:
    return np.array(rows, dtype=np.float32)


def test_the_subject_goes_that_loses_least_elsewhere() -> None:
    table = scores([0, 0, 4, 5], [0, 0, 0, 9], [9, 0, 0, 0], [0, 0, 1, 8])
    heads = np.array([3, 3, 0, 3])
    assert rival_subjects(table, heads, np.array([True, False, False, True])) == [(0, 3)]


def test_subjects_of_two_words_are_no_rivals() -> None:
    table = np.zeros((4, 5), dtype=np.float32)
    assert rival_subjects(table, np.array([2, 0, 4, 2]), np.array([True, False, True, False])) == []


def test_who_speaks_last_leaves_the_doer_his_verb() -> None:
    doc = load().parse("Gunmen killed three soldiers near Kunduz on Monday, the police said.")
    assert [(token.text, token.head.text) for token in doc if token.dep_ == "nsubj"] == [
        ("Gunmen", "killed"),
        ("police", "said"),
    ]
