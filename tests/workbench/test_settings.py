"""Settings are a person's own; what makes no sense in them is not kept."""

import pytest
from starlette.testclient import TestClient

from dateline.workbench.session import Session
from dateline.workbench.settings import KEYS, Settings
from tests.workbench.sending import send


def form(**changes: str) -> dict[str, str]:
    return {**{f"key-{does}": key for does, key in KEYS.items()}, **changes}


def test_they_survive_a_cookie() -> None:
    chosen = Settings("Anna, née Ó", True, {**KEYS, "accept": "ä"})
    assert Settings.of(chosen.cookie()) == chosen


@pytest.mark.parametrize("cookie", [None, "", "nonsense", "[1]", "%7B%22keys%22%3A%5B1%5D%7D", "%00"])
def test_a_broken_cookie_means_the_usual_ones(cookie: str | None) -> None:
    assert Settings.of(cookie) == Settings()


def test_keys_and_name_are_used_by_the_review(browser: TestClient, session: Session) -> None:
    send(browser, session, "/settings", **form(**{"key-accept": "y", "reviewer": "anna"}))
    page = browser.get("/review").text
    assert "<kbd>y</kbd>" in page
    assert "<b>anna</b>" in page


def test_one_key_does_one_thing(browser: TestClient, session: Session) -> None:
    answer = send(browser, session, "/settings", **form(**{"key-accept": "x"}))
    assert answer.status_code == 400
    assert "two things" in answer.text


def test_quotes_of_harm_are_covered_when_asked_for(browser: TestClient, session: Session) -> None:
    assert "harm to people: show" not in browser.get("/events").text
    send(browser, session, "/settings", **form(careful="1"))
    assert "harm to people: show" in browser.get("/events").text


def test_a_form_leads_to_our_pages_only(browser: TestClient, session: Session) -> None:
    for elsewhere in ("//evil.example", "https://evil.example", "/\\evil.example", "javascript:alert(1)"):
        answer = send(browser, session, "/settings", **form(then=elsewhere))
        assert answer.headers["location"] == "/settings"


def test_a_form_needs_its_token(browser: TestClient, session: Session) -> None:
    for token in ("", "guess"):
        answer = browser.post("/settings", data={**form(), "csrf": token}, headers={"origin": session.origin})
        assert answer.status_code == 403
        assert "set-cookie" not in answer.headers
