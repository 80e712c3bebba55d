"""Only one person's browser gets in, and no page can be made to run or send anything."""

import pytest
from starlette.testclient import TestClient

from dateline.workbench.session import Session


def test_without_the_door_there_is_nothing_to_see(stranger: TestClient) -> None:
    for path in ("/", "/events", "/events.json", "/static/css/base.css", "/nowhere"):
        answer = stranger.get(path)
        assert answer.status_code == 403
        assert "dateline open" in answer.text


def test_the_door_opens_once(stranger: TestClient, session: Session) -> None:
    way_in = f"/enter/{session.once}"
    assert stranger.get("/enter/guess").headers.get("set-cookie") is None
    cookie = stranger.get(way_in).headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie
    assert stranger.get("/").status_code == 200
    stranger.cookies.clear()
    assert stranger.get(way_in).headers.get("set-cookie") is None
    assert stranger.get("/").status_code == 403


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1", "127.0.0.1:1", "localhost:8765.evil.example"])
def test_another_host_name_gets_no_answer(browser: TestClient, host: str) -> None:
    assert browser.get("/", headers={"host": host}).status_code == 403


def test_localhost_is_this_machine_too(browser: TestClient) -> None:
    cookie = {"cookie": "; ".join(f"{c.name}={c.value}" for c in browser.cookies.jar)}
    assert browser.get("/", headers={"host": "localhost:8765", **cookie}).status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"origin": "null"},
        {"origin": "http://evil.example"},
        {"origin": "http://127.0.0.1:9999"},
        {"origin": "http://127.0.0.1:8765", "sec-fetch-site": "cross-site"},
    ],
)
def test_what_writes_must_come_from_our_pages(browser: TestClient, headers: dict[str, str]) -> None:
    assert browser.post("/settings", headers=headers).status_code == 403


@pytest.mark.parametrize("path", ["/", "/events", "/nowhere", "/events.csv", "/static/css/base.css"])
def test_every_answer_forbids_what_is_not_ours(browser: TestClient, path: str) -> None:
    headers = browser.get(path).headers
    policy = dict(part.strip().split(" ", 1) for part in headers["content-security-policy"].split(";"))
    assert policy["default-src"] == "'none'"
    assert policy["script-src"] == "'self'"
    assert policy["style-src"] == "'self'"
    assert policy["frame-ancestors"] == "'none'"
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"
    assert headers["cache-control"] == "no-store"


def test_pages_hold_nothing_inline_and_nothing_from_elsewhere(browser: TestClient) -> None:
    for path in ("/", "/events", "/reports"):
        words = browser.get(path).text
        assert "<style" not in words
        assert " style=" not in words
        assert "<script>" not in words
        assert 'src="http' not in words
        assert 'href="http' not in words
