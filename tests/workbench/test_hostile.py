"""A report is only ever words: nothing of it runs, leads away, or turns what stands beside it."""

import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import html
from starlette.testclient import TestClient

from dateline.case import Case
from dateline.workbench.app import application
from dateline.workbench.desk import Desk
from dateline.workbench.guard import ORIGINAL_POLICY
from dateline.workbench.original import inert
from dateline.workbench.pages import PAGES
from dateline.workbench.session import Session
from tests.workbench.hostile import ALL, BREAKOUT, FORMULA, LONG, PAGE, SCRIPT, Believer, write_hostile

TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
OWN_ADDRESS = re.compile(r"(/[^/\\]|#|/$)")


@pytest.fixture
def hostile(tmp_path: Path) -> Iterator[Case]:
    with Case(tmp_path / "bad.case", Believer()) as case:
        assert case.add(write_hostile(tmp_path / "reports")).skipped == []
        yield case


@pytest.fixture
def browser(hostile: Case, session: Session) -> TestClient:
    browser = TestClient(application(Desk(hostile), session), base_url=session.origin)
    browser.get(f"/enter/{session.once}")
    return browser


def addresses(case: Case) -> list[str]:
    plain = [path for path in PAGES if "{" not in path and path not in ("/overview", "/actors/one")]
    events = [f"/events/{event.id}" for event in case.record().events]
    reports = [f"/reports/{report}" for report in case.shelf.reports]
    return ["/", *plain, *events, *reports]


def leaves_openly(element: html.HtmlElement) -> bool:
    """True for a link to the report's own web address, which takes nothing of ours along."""
    address = element.get("href", "").startswith(("http://", "https://"))
    return bool(address and element.tag == "a" and element.get("rel") == "noreferrer noopener")


def test_nothing_of_it_becomes_markup(browser: TestClient, hostile: Case) -> None:
    paths = [*addresses(hostile), *(f"/actors/one?key={BREAKOUT}",)]
    for path in paths:
        answer = browser.get(path)
        assert answer.status_code == 200, path
        tree = html.fromstring(answer.text)
        for element in tree.iter(html.etree.Element):
            assert element.tag in OURS, (path, element.tag)
            for name, value in element.attrib.items():
                assert not name.startswith("on"), (path, name)
                assert name != "style", path
                if name in ("href", "src", "action", "hx-get") and not leaves_openly(element):
                    assert OWN_ADDRESS.match(value), (path, value)
        assert {s.get("src") for s in tree.iter("script")} <= OUR_SCRIPTS, path


OURS = set(
    "html head meta title link script body a header p b span form label input button nav h1 h2 h3 h4 ul ol"
    " li main div section aside footer details summary figure figcaption blockquote time table thead tbody tr"
    " th td dl dt dd select option code small svg rect g path circle text line defs marker article em"
    " progress kbd output mark dialog br iframe".split()
)
OUR_SCRIPTS = {"/static/vendor/htmx.min.js", "/static/js/workbench.js", "/static/js/review.js"}


def test_what_turns_writing_stands_there_as_a_sign(browser: TestClient, hostile: Case) -> None:
    signs = 0
    for path in addresses(hostile):
        words = browser.get(path).text
        assert not TURNING.search(words), path
        signs += words.count("⟦RLO⟧")
    assert signs > 5


def test_templates_in_words_stay_words(browser: TestClient, session: Session) -> None:
    page = browser.get("/events").text
    assert "{{ csrf }}{% include" in html.fromstring(page).text_content()
    assert session.csrf not in html.fromstring(page).text_content()


def test_the_page_of_a_word_of_a_million_letters_is_whole(browser: TestClient, hostile: Case) -> None:
    report = next(r for r in hostile.shelf.reports.values() if "wwww" in r.text)
    page = browser.get(f"/reports/{report.id}")
    assert LONG in page.text
    assert "javascript:alert(1)" not in str(html.fromstring(page.text).xpath("//@href"))


def test_tables_hold_no_formula(browser: TestClient) -> None:
    for path in ("/events", "/actors", "/network", "/reports", "/origins", "/map", "/review"):
        rows = csv.reader(io.StringIO(browser.get(f"{path}.csv").text))
        cells = [cell for row in rows for cell in row]
        assert not any(cell.startswith(("=", "@", "\t", "\r")) for cell in cells), path
    assert any(FORMULA in cell for cell in cells) or "'=" in browser.get("/actors.csv").text


def test_plain_answers_are_no_pages(browser: TestClient) -> None:
    answer = browser.get("/events.json")
    assert answer.headers["content-type"].startswith("application/json")
    assert any(SCRIPT in str(row["actors"]) for row in answer.json()["rows"])


def test_filters_are_words_too(browser: TestClient) -> None:
    for words in ALL:
        for path in ("/events", "/timeline", "/map"):
            page = browser.get(path, params={"q": words, "actor": words, "place": words})
            assert page.status_code == 200
            tree = html.fromstring(page.text)
            assert {s.get("src") for s in tree.iter("script")} <= OUR_SCRIPTS


def test_a_kept_page_can_do_nothing() -> None:
    tree = html.fromstring(inert(PAGE.encode()))
    tags = {element.tag for element in tree.iter(html.etree.Element)}
    assert not tags & {"script", "iframe", "base", "meta", "link", "form", "input", "object"}
    for element in tree.iter(html.etree.Element):
        assert not any(name.startswith("on") for name in element.attrib)
        assert "href" not in element.attrib
        assert "src" not in element.attrib
    assert "A long enough paragraph number 3" in tree.text_content()
    assert tree.find(".//style") is not None


def test_a_kept_page_is_shown_in_a_frame_of_ours_only(browser: TestClient, hostile: Case) -> None:
    report = next(r for r in hostile.shelf.reports.values() if r.original.kind == "web page")
    page = browser.get(f"/reports/{report.id}").text
    frame = html.fromstring(page).find(".//iframe")
    assert frame.get("sandbox") == ""
    kept = browser.get(frame.get("src"), headers={"sec-fetch-dest": "iframe"})
    assert kept.status_code == 200
    assert kept.headers["content-security-policy"] == ORIGINAL_POLICY
    assert ORIGINAL_POLICY.startswith("sandbox; default-src 'none'")
    assert browser.get(frame.get("src"), headers={"sec-fetch-dest": "document"}).status_code == 403


def test_a_page_of_nothing_is_nothing() -> None:
    for empty in (b"", b" ", b"<!-- -->", b"\x00"):
        assert b"<html>" in inert(empty)
