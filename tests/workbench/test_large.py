"""A large case: no page shows all of it, and none takes long."""

import statistics
import time

import pytest
from starlette.testclient import TestClient

from benchmarks.crowd import crowd
from benchmarks.workbench import PATHS, Crowded
from dateline.workbench.app import application
from dateline.workbench.desk import Desk
from dateline.workbench.paging import SIZE
from dateline.workbench.session import Session

_EVENTS = 4_000


@pytest.fixture(scope="module")
def browser() -> TestClient:
    desk, session = Desk(Crowded(crowd(_EVENTS))), Session(8001)
    desk.state().warm()
    browser = TestClient(application(desk, session), base_url=session.origin)
    browser.get(f"/enter/{session.once}")
    return browser


def test_every_page_answers_soon_and_in_part(browser: TestClient) -> None:
    taken = []
    for path in PATHS:
        start = time.perf_counter()
        answer = browser.get(path)
        taken.append(time.perf_counter() - start)
        assert answer.status_code == 200, path
        assert len(answer.content) < 700_000, path
        assert answer.text.count('<li class="entry">') <= SIZE, path
    assert statistics.median(taken) < 0.2


def test_parts_follow_each_other_without_gap_or_overlap(browser: TestClient) -> None:
    first = browser.get("/events.json?type=ASSAULT").json()
    second = browser.get(first["next"]).json()
    ids = [row["event"] for row in (*first["rows"], *second["rows"])]
    assert len(set(ids)) == 2 * SIZE
    table = browser.get("/events.csv?type=ASSAULT").text.splitlines()
    assert len(table) == first["count"] + 1
    assert [line.split(",")[0] for line in table[1 : 2 * SIZE + 1]] == ids


def test_counts_of_facets_are_those_of_the_lists(browser: TestClient) -> None:
    every = browser.get("/events.json").json()["count"]
    types = [browser.get(f"/events.json?type={name}").json()["count"] for name in ("ASSAULT", "PROTEST")]
    both = browser.get("/events.json?type=ASSAULT&type=PROTEST").json()["count"]
    assert both == sum(types) < every
    page = browser.get("/events").text
    assert f'<span class="n">{types[0]:,}</span>' in page
