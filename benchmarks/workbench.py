"""The workbench on a large case: how long its pages take to answer when 100,000 events are there."""

import statistics
import time
from pathlib import Path

from starlette.testclient import TestClient

from benchmarks.crowd import crowd
from dateline.case import Case
from dateline.case.shelf import Shelf
from dateline.workbench.app import application
from dateline.workbench.desk import Desk
from dateline.workbench.session import Session

DEFAULT_DATA = "../gold/dev"
_EVENTS = 100_000
_TIMES = 5

PATHS = (
    "/", "/events", "/events?sort=-killed", "/events?q=group+7+burning", "/events?type=ASSAULT&actor=Group+1",
    "/events?since=2018-01-01&until=2019-01-01&page=30", "/events?page=2000", "/timeline",
    "/timeline?lanes=actor", "/map", "/map?type=ASSAULT", "/map?lon=44&lat=33&wide=12", "/tolls", "/actors",
    "/actors?q=group+12", "/actors/one?key=Group+1", "/network", "/disagreements", "/origins", "/reports",
    "/reports?q=report+77",
    "/review", "/review?type=ASSAULT", "/decisions", "/downloads", "/events.json",
)  # fmt: skip
"""What is asked for: every list, filtered, mapped and turned to its end."""


class Crowded(Case):
    """A case that holds a shelf which was made up."""

    def __init__(self, made_up: Shelf) -> None:
        super().__init__(None)
        self._made_up = made_up

    @property
    def shelf(self) -> Shelf:
        """What was made up."""
        return self._made_up


def run(data: Path, predictions: Path | None) -> dict[str, float]:
    """Milliseconds of an answer over made-up events, after the first of its kind; no argument has a use here.

    `median_ms` is the median over all pages of each page's own median, `worst_ms` the slowest page's,
    `first_s` the seconds that pass between opening the case and all lookups being there.
    """
    desk, session = Desk(Crowded(crowd(_EVENTS))), Session(8000)
    start = time.perf_counter()
    desk.state().warm()
    first = time.perf_counter() - start
    browser = TestClient(application(desk, session), base_url=session.origin)
    browser.get(f"/enter/{session.once}")
    medians = [statistics.median(_times(browser, path)) for path in PATHS]
    return {"median_ms": statistics.median(medians), "worst_ms": max(medians), "first_s": first}


def _times(browser: TestClient, path: str) -> list[float]:
    browser.get(path).raise_for_status()
    return [_milliseconds(browser, path) for _ in range(_TIMES)]


def _milliseconds(browser: TestClient, path: str) -> float:
    start = time.perf_counter()
    browser.get(path).raise_for_status()
    return 1000 * (time.perf_counter() - start)
