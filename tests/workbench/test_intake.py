"""Dropped files are read while the pages go on answering; what can't be read is said so."""

import time
from io import BytesIO

from starlette.testclient import TestClient

from dateline.case import Case
from dateline.workbench.desk import Desk
from dateline.workbench.session import Session
from tests.case.tales import tale
from tests.workbench.sending import send


def wait(desk: Desk) -> None:
    until = time.monotonic() + 20
    while desk.intake.run is not None and desk.intake.run.running:
        assert time.monotonic() < until
        time.sleep(0.02)


def test_dropped_files_come_into_the_case(
    browser: TestClient, session: Session, desk: Desk, case: Case
) -> None:
    before = len(desk.state().shelf.reports)
    files = [
        ("files", ("../../new.txt", BytesIO(tale(30).encode()))),
        ("files", ("known.txt", BytesIO(tale(1).encode()))),
        ("files", ("empty.txt", BytesIO(b""))),
    ]
    assert send(browser, session, "/import", files=files).headers["location"] == "/import"
    wait(desk)
    assert len(desk.state().shelf.reports) == before + 1
    page = browser.get("/import").text
    assert "1 report added" in page
    assert "is empty" in page
    run = browser.get("/import.json").json()["run"]
    assert (run["files"], run["added"], run["known"]) == (3, 1, 1)
    new = next(r for r in case.shelf.reports.values() if r.name == "new")
    assert case.found_in(new.id) == ("new.txt",)


def test_without_files_there_is_nothing_to_read(browser: TestClient, session: Session) -> None:
    assert send(browser, session, "/import").status_code == 400


def test_a_case_that_is_not_there_is_made_by_its_first_report(tmp_path, session) -> None:  # type: ignore[no-untyped-def]
    from dateline.workbench.app import application
    from tests.case.fake import FakeReader

    with Case(tmp_path / "new.case", FakeReader()) as case:
        desk = Desk(case)
        browser = TestClient(application(desk, session), base_url=session.origin, follow_redirects=False)
        browser.get(f"/enter/{session.once}")
        send(browser, session, "/import", files=[("files", ("a.txt", BytesIO(tale(2).encode())))])
        wait(desk)
        assert browser.get("/events.json").json()["count"] == 1
    assert (tmp_path / "new.case").exists()
