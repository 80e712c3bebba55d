"""Claims are judged one after the other; everything that is decided can be taken back."""

from starlette.testclient import TestClient

from dateline.case import Case
from dateline.model import EventClaim
from dateline.workbench.desk import Desk
from dateline.workbench.session import Session
from tests.workbench.sending import send


def queue(browser: TestClient, query: str = "") -> list[str]:
    return [row["claim"] for row in browser.get(f"/review.json?{query}").json()["rows"]]


def test_a_claim_that_is_judged_leaves_the_queue_and_comes_back_when_undone(
    browser: TestClient, session: Session, case: Case
) -> None:
    before = queue(browser)
    assert len(before) == sum(isinstance(c, EventClaim) for c in case.shelf.as_read.values())
    first, second = before[:2]
    answer = send(browser, session, "/review", do="accept", claim=first)
    assert (answer.status_code, answer.headers["location"]) == (303, "/review")
    assert queue(browser) == before[1:]
    send(browser, session, "/review", do="reject", claim=second)
    assert set(queue(browser)) == set(before[2:])
    assert second not in case.shelf.claims
    back = send(browser, session, "/review", do="undo")
    assert back.headers["location"] == f"/review?claim={second}"
    assert set(queue(browser)) == set(before[1:])
    assert second in case.shelf.claims


def test_a_skipped_claim_comes_last(browser: TestClient, session: Session) -> None:
    before = queue(browser)
    send(browser, session, "/review", do="skip", claim=before[0])
    assert queue(browser) == [*before[1:], before[0]]


def test_a_field_is_put_right_with_selected_words(browser: TestClient, session: Session, case: Case) -> None:
    claim = next(c for c in case.shelf.claims.values() if isinstance(c, EventClaim) and c.targets)
    report = case.shelf.reports[claim.report]
    start = report.text.index("Jane Roe")
    answer = send(
        browser, session, "/review", do="edit", claim=claim.id, field="actor", value="Jane Roe",
        start=start, end=start + 8,
    )  # fmt: skip
    assert answer.headers["location"] == f"/review?claim={claim.id}"
    edited = case.shelf.claims[claim.id]
    assert isinstance(edited, EventClaim)
    assert [(p.name, p.span.start) for p in edited.actors] == [("Jane Roe", start)]
    page = browser.get(f"/review?claim={claim.id}").text
    assert f"read: {claim.actors[0].name}" in page
    assert "Jane Roe" in browser.get("/decisions").text


def test_a_wrong_value_is_refused_in_a_line(browser: TestClient, session: Session, case: Case) -> None:
    claim = queue(browser)[0]
    for fields in (
        {"do": "edit", "field": "time", "value": "soon"},
        {"do": "edit", "field": "colour", "value": "red"},
        {"do": "edit", "field": "actor", "value": ""},
        {"do": "edit", "field": "actor", "value": "X", "start": "5", "end": "99999999"},
        {"do": "merge"},
        {"do": "dance"},
        {"do": "undo"},
    ):
        assert send(browser, session, "/review", claim=claim, **fields).status_code == 400, fields
    assert case.shelf.decisions == ()


def test_claims_are_merged_and_split(browser: TestClient, session: Session, case: Case) -> None:
    first, second, *_ = case.record().events
    send(browser, session, "/review", do="merge", claim=first.claims[0], **{"with": second.id})
    merged = next(e for e in case.record().events if first.claims[0] in e.claims)
    assert set(second.claims) <= set(merged.claims)
    send(browser, session, "/review", do="split", claim=second.claims[0])
    parted = next(e for e in case.record().events if first.claims[0] in e.claims)
    assert second.claims[0] not in parted.claims


def test_each_person_has_a_queue_and_their_agreement_is_shown(
    browser: TestClient, session: Session, desk: Desk
) -> None:
    claims = queue(browser)[:4]
    for name, verdicts in (("anna", "aaar"), ("ben", "aarr")):
        send(browser, session, "/settings", reviewer=name, **{f"key-{n}": k for n, k in _keys().items()})
        assert claims[0] in queue(browser)
        for claim, verdict in zip(claims, verdicts, strict=True):
            does = {"a": "accept", "r": "reject"}[verdict]
            send(browser, session, "/review", do=does, claim=claim)
    [agreement] = desk.state().verdicts.agreements()
    assert (agreement.one, agreement.other, agreement.observed) == ("anna", "ben", 0.75)
    assert agreement.kappa == 0.5
    assert "the same on 75 %, kappa 0.50" in browser.get("/review").text


def _keys() -> dict[str, str]:
    from dateline.workbench.settings import KEYS

    return KEYS


def test_the_queue_can_be_narrowed_to_an_event(browser: TestClient, case: Case) -> None:
    event = max(case.record().events, key=lambda e: len(e.claims))
    assert set(queue(browser, f"event={event.id}")) == set(event.claims)


def test_those_with_most_doubts_come_first(desk: Desk) -> None:
    doubts = desk.state().queue.doubts
    counts = [len(doubts[claim]) for claim in desk.state().queue.order]
    assert counts == sorted(counts, reverse=True)


def test_actors_are_told_to_be_one_and_undone(browser: TestClient, session: Session, case: Case) -> None:
    before = [actor["actor"] for actor in case.actors()]
    one, other = before[:2]
    send(browser, session, "/actors/same", name=[one, other])
    assert len(case.actors()) == len(before) - 1
    [decision] = case.shelf.decisions
    send(browser, session, "/decisions/undo", id=decision.id)
    assert [actor["actor"] for actor in case.actors()] == before


def test_a_tie_is_rejected_where_its_words_stand(browser: TestClient, session: Session, case: Case) -> None:
    tie = case.record().relations[0]
    answer = send(browser, session, "/review", do="reject", claim=tie.id, then=f"/reports/{tie.report}")
    assert answer.headers["location"] == f"/reports/{tie.report}"
    assert tie.id not in {claim.id for claim in case.record().relations}
