"""The mentions to link, through the shipped pipeline: precision comes first, and namesakes stay apart."""

from functools import cache
from pathlib import Path

from benchmarks.actors import link_figures

MENTIONS = Path(__file__).with_name("mentions.csv")


@cache
def figures():
    return link_figures(MENTIONS)


def test_links_are_right():
    assert figures()["link_precision"] >= 95


def test_links_are_found():
    assert figures()["link_recall"] >= 90


def test_namesakes_are_kept_apart():
    assert figures()["hard_accepted"] <= 2
