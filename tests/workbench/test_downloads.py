"""Every form can be downloaded, whole or exactly as the filters choose."""

import csv
import io

from starlette.testclient import TestClient

from dateline.case import Case
from dateline.export import FORMATS


def test_every_form_is_listed_with_its_rule(browser: TestClient) -> None:
    rows = browser.get("/downloads.json").json()["rows"]
    assert [row["format"] for row in rows] == list(FORMATS)
    page = browser.get("/downloads").text
    assert all(f'action="/downloads/{name}"' in page for name in FORMATS)


def test_exactly_the_chosen_events_are_downloaded(browser: TestClient, case: Case) -> None:
    actor = case.record().events[0].actors[0].name
    wanted = {e.id for e in case.record().events if actor in [p.name for p in e.actors]}
    assert 0 < len(wanted) < len(case.record().events)
    answer = browser.get("/downloads/csv", params={"view": "events", "actor": actor})
    assert 'filename="tales-csv-events.csv"' in answer.headers["content-disposition"]
    assert {row["event"] for row in csv.DictReader(io.StringIO(answer.text))} == wanted
    assert {r["event"] for r in browser.get("/events.json", params={"actor": actor}).json()["rows"]} == wanted


def test_what_can_not_be_downloaded_is_said(browser: TestClient) -> None:
    assert browser.get("/downloads/nothing").status_code == 404
    assert browser.get("/downloads/csv?view=moods").status_code == 400
    assert browser.get("/downloads/csv?coarsen=lots").status_code == 400
