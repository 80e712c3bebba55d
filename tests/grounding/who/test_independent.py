"""Mentions of the news that were labelled without sight of the registry: what links, and what stays apart."""

from functools import cache
from pathlib import Path

from benchmarks.linking import answered, figures, rows_of

INDEPENDENT = Path(__file__).with_name("independent.csv")


@cache
def answers():
    return answered(INDEPENDENT)


def test_every_mention_stands_where_its_offsets_say():
    rows = rows_of(INDEPENDENT)
    assert all(row["context"][int(row["start"]) : int(row["end"])] == row["mention"] for row in rows)
    assert len(rows) >= 320


def test_links_of_the_news_are_right_and_found():
    found = figures(answers())
    assert found["precision"] >= 97
    assert found["f1"] >= 93
    assert found["accuracy"] >= 93


def test_no_more_than_two_of_sixty_look_alikes_are_taken_for_another():
    half = [answer for answer in answers() if answer.half == "b"]
    assert sum(answer.hard for answer in half) >= 60
    assert figures(half)["confused"] <= 2


def test_who_has_no_name_has_no_link():
    unnamed = [answer for answer in answers() if not answer.label]
    assert len(unnamed) >= 30
    assert [answer.mention for answer in unnamed if answer.found] == []
