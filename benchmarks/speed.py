"""Speed as ratios in one run: the parts of a reading beside each other, on the texts of the gold reports."""

import time
from collections.abc import Callable
from pathlib import Path

import spacy

from dateline.export.record import record_of
from dateline.language import load
from dateline.language.pipeline import SHIPPED
from dateline.model import Report
from dateline.reading import Reader
from dateline.sources import read_paths

DEFAULT_DATA = "../gold/dev"
_REPORTS = 60  # the size of a run: enough for load times to be small beside it


def run(data: Path, predictions: Path | None) -> dict[str, float]:
    """Times over 60 reports, the texts of `data` repeated; `predictions` has no use here.

    `reading_to_parsing` is all of reading but the parse over the parse alone, `parsing_to_tokenising` the
    language pipeline over a blank tokeniser, `defaults_to_parsing` the same pipeline on spaCy's own settings
    over ours.
    """
    reports = _sixty([r for r in read_paths(sorted(data.glob("*.txt"))) if isinstance(r, Report)])
    words = sum(len(report.text.split()) for report in reports)
    blank = spacy.blank("en")
    load()  # what it imports is no part of loading
    loading = _seconds(lambda: spacy.load(SHIPPED))
    defaults = spacy.load(SHIPPED)
    by_default = _seconds(lambda: [defaults(report.text) for report in reports])
    tokenising = _seconds(lambda: [blank(report.text) for report in reports])
    parsing = _seconds(lambda: list(load().parse_many(report.text for report in reports)))
    reader = Reader()
    reader.read(reports[0])
    whole = _seconds(lambda: [record_of(report, reader.read(report)) for report in reports])
    return {
        "reports_per_s": len(reports) / (whole + loading),
        "words_per_s": words / parsing,
        "parsing_to_tokenising": parsing / tokenising,
        "defaults_to_parsing": by_default / parsing,
        "reading_to_parsing": max(0.0, whole - parsing) / parsing,
        "load_s": loading,
    }


def _sixty(reports: list[Report]) -> list[Report]:
    if not reports:
        return []
    return (reports * (_REPORTS // len(reports) + 1))[:_REPORTS]


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start
