"""What people judged comes out as gold that `dateline evaluate` reads."""

import io
import json
import zipfile

from starlette.testclient import TestClient

from dateline.case import Case
from dateline.evaluation.gold import gold_reports
from dateline.sources import read_text
from dateline.workbench.session import Session
from tests.workbench.sending import send


def test_judged_reports_are_gold(browser: TestClient, session: Session, case: Case, tmp_path) -> None:  # type: ignore[no-untyped-def]
    event = case.record().events[0]
    claim = case.shelf.claims[event.claims[0]]
    report = case.shelf.reports[claim.report]
    send(browser, session, "/review", do="edit", claim=claim.id, field="actor", value="Somebody Else")
    answer = browser.get("/decisions/gold.zip")
    zipfile.ZipFile(io.BytesIO(answer.content)).extractall(tmp_path / "gold")
    [gold] = gold_reports(tmp_path / "gold")
    assert gold.id == report.name
    assert "Somebody Else" in json.dumps(gold.record["events"])
    again = read_text((tmp_path / "gold" / f"{report.name}.txt").read_text("utf-8")).report
    assert (again.text, again.title, again.published) == (report.text, report.title, report.published)


def test_before_anything_is_judged_there_is_no_gold(browser: TestClient) -> None:
    answer = browser.get("/decisions/gold.zip")
    assert zipfile.ZipFile(io.BytesIO(answer.content)).namelist() == []
