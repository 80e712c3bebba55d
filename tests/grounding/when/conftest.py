"""Reports and parses for the tests of time."""

from collections.abc import Callable

import pytest

from dateline.grounding.when import find_times
from dateline.language import load
from dateline.model import Original, Report, When, report_id

Times = Callable[..., tuple[When, ...]]


@pytest.fixture(scope="session")
def report() -> Callable[..., Report]:
    """A report of some words, with or without a publication date."""

    def make(text: str, published: str | None = None) -> Report:
        identity = report_id(text, None, None, published, None)
        return Report(identity, "test", text, Original("0" * 64, "text", len(text)), published=published)

    return make


@pytest.fixture(scope="session")
def times(report: Callable[..., Report]) -> Times:
    """The time expressions of some words."""

    def find(text: str, published: str | None = None) -> tuple[When, ...]:
        return find_times(load().parse(text), report(text, published))

    return find
