"""Every page answers in its three forms, by the filters of its address."""

import csv
import io
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from dateline.case import Case
from dateline.workbench.app import application
from dateline.workbench.desk import Desk
from dateline.workbench.menu import MENU
from dateline.workbench.page import Ask, Page
from dateline.workbench.pages import PAGES
from dateline.workbench.session import Session
from tests.case.fake import FakeReader

LISTS = sorted(path for path in PAGES if "{" not in path and path != "/actors/one")


@pytest.mark.parametrize("path", LISTS)
def test_every_page_has_its_three_forms(browser: TestClient, path: str) -> None:
    page = browser.get("/" if path == "/overview" else path)
    assert page.status_code == 200
    assert page.headers["content-type"].startswith("text/html")
    assert f'href="{path}.csv"' in page.text
    plain = browser.get(f"{path}.json").json()
    assert plain["ok"] is True
    assert len(plain) > 2
    table = browser.get(f"{path}.csv")
    assert table.headers["content-type"].startswith("text/csv")
    assert "attachment" in table.headers["content-disposition"]
    assert next(csv.reader(io.StringIO(table.text)))


def test_every_entry_of_the_menu_leads_somewhere(browser: TestClient) -> None:
    for entries in MENU.values():
        for entry in entries:
            page = browser.get(entry.path)
            assert page.status_code == 200, entry.path
            assert 'aria-current="page"' in page.text


def test_an_event_has_a_page_with_every_quote_and_a_way_to_its_words(browser: TestClient, case: Case) -> None:
    for event in case.record().events:
        page = browser.get(f"/events/{event.id}")
        assert page.status_code == 200
        for claim in event.claims:
            quote = case.shelf.claims[claim].quote
            assert f"/reports/{quote.report}?at={quote.start}-{quote.end}#here" in page.text
    assert browser.get(f"/events/{case.shelf.handles[event.id]}").status_code == 200
    assert browser.get(f"/events/{event.id}.json").json()["event"]["id"] == event.id
    assert event.claims[0] in browser.get(f"/events/{event.id}.csv").text


def test_words_that_are_asked_for_are_lit_up_and_nothing_else(browser: TestClient, case: Case) -> None:
    claim = next(iter(case.shelf.claims.values()))
    page = browser.get(f"/reports/{claim.report}?at={claim.quote.start}-{claim.quote.end}").text
    assert page.count('id="here"') == 1
    assert 'id="here"' not in browser.get(f"/reports/{claim.report}").text
    for wrong in ("x", "5", "9-3", "0-99999999", "-1-4"):
        assert browser.get(f"/reports/{claim.report}?at={wrong}").status_code == 400


def test_the_text_of_a_report_stands_on_its_page_character_by_character(
    browser: TestClient, case: Case
) -> None:
    from lxml import html

    for report in case.shelf.reports.values():
        tree = html.fromstring(browser.get(f"/reports/{report.id}").text)
        assert tree.get_element_by_id("text").text_content().replace("\r\n", "\n") == report.text


@pytest.mark.parametrize("path", ["/nowhere", "/events/v-0000", "/reports/r-0000", "/actors/one?key=nobody"])
def test_what_is_not_there_is_said_so(browser: TestClient, path: str) -> None:
    answer = browser.get(path)
    assert answer.status_code == 404
    assert "nothing at this address" in answer.text


@pytest.mark.parametrize("query", ["since=yesterday", "sort=luck", "page=x", "as_of=soon"])
def test_an_address_that_asks_wrongly_is_told_what_is_wrong(browser: TestClient, query: str) -> None:
    assert browser.get(f"/events?{query}").status_code == 400
    said = browser.get(f"/events.json?{query}")
    assert said.status_code == 400
    assert said.json()["ok"] is False
    assert said.json()["error"]


def test_a_past_day_shows_what_was_known_then(browser: TestClient, case: Case) -> None:
    days = sorted(report.published or "" for report in case.shelf.reports.values())
    then = browser.get(f"/reports.json?as_of={days[0]}").json()
    assert then["count"] == days.count(days[0]) < len(days)
    page = browser.get(f"/?as_of={days[0]}").text
    assert f'href="/events?as_of={days[0]}"' in page


def test_an_actor_shows_its_ties_with_their_words(browser: TestClient, case: Case) -> None:
    tie = case.record().relations[0]
    page = browser.get("/actors/one", params={"key": tie.target.name}).text
    assert "backs" in page
    assert tie.quote.text in page


def test_an_empty_case_says_what_to_do(tmp_path, session) -> None:  # type: ignore[no-untyped-def]
    empty = TestClient(application(Desk(Case(tmp_path / "new.case")), session), base_url=session.origin)
    empty.get(f"/enter/{session.once}")
    for path in LISTS:
        page = empty.get("/" if path == "/overview" else path)
        assert page.status_code == 200, path
    assert "no reports yet" in empty.get("/").text
    assert 'href="/import"' in empty.get("/events").text
    assert not (tmp_path / "new.case").exists()


def test_a_fault_of_ours_is_said_so(desk: Desk, session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(ask: Ask) -> Page:
        raise AssertionError

    monkeypatch.setitem(PAGES, "/tolls", broken)
    browser = TestClient(application(desk, session), base_url=session.origin, raise_server_exceptions=False)
    browser.get(f"/enter/{session.once}")
    answer = browser.get("/tolls")
    assert answer.status_code == 500
    assert "fault of dateline" in answer.text
    assert "content-security-policy" in answer.headers


def test_numbers_that_were_revised_stand_step_by_step(session: Session, tmp_path: Path) -> None:
    reports = tmp_path / "reports"
    reports.mkdir()
    for day, killed in (("02", 3), ("04", 7)):
        text = f"Red Army attacked Hill Guards in Alton on 2020-02-01, killing {killed}, Jane Roe said."
        (reports / f"{day}.txt").write_text(f"---\noutlet: Wire\npublished: 2020-02-{day}\n---\n{text}\n")
    with Case(tmp_path / "toll.case", FakeReader()) as case:
        case.add(reports)
        [update] = case.record().updates
        browser = TestClient(application(Desk(case), session), base_url=session.origin)
        browser.get(f"/enter/{session.once}")
        for path in (f"/events/{update.event}", "/tolls"):
            page = browser.get(path).text
            assert "killed, step by step" in page
            assert 'class="chart"' in page
