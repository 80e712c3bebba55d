"""Marks: a claim is found again by where it stands."""

import pytest

from dateline.model import (
    Count,
    Decision,
    EventClaim,
    FigureClaim,
    Mark,
    Party,
    RelationClaim,
    Span,
    decision_id,
    mark_of,
)
from dateline.model.codec import decode, encode

TEXT = "The militia, backed by Iran, shelled the town and killed 12 people."


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span("r-1", start, start + len(words), words)


def test_event_is_marked_by_its_trigger() -> None:
    claim = EventClaim("e-1", "r-1", "ASSAULT", True, span(TEXT), span("shelled"))
    assert mark_of(claim) == Mark("event", "ASSAULT", span("shelled"))


def test_relation_is_marked_from_end_to_end() -> None:
    iran, militia = Party("Iran", span("Iran")), Party("militia", span("The militia"))
    claim = RelationClaim("t-1", "r-1", "backs", True, iran, militia, span("The militia, backed by Iran"))
    assert mark_of(claim).span.text == "The militia, backed by Iran"


def test_relation_with_an_end_outside_its_quote_is_marked_by_the_quote() -> None:
    iran, militia = Party("Iran", span("Iran")), Party("militia", span("The militia"))
    claim = RelationClaim("t-1", "r-1", "backs", True, iran, militia, span("backed by Iran"))
    assert mark_of(claim).span == span("backed by Iran")


def test_figure_is_marked_by_its_number() -> None:
    claim = FigureClaim("f-1", "r-1", True, Count("killed", "people", 12, 12, span("12")), span(TEXT))
    assert mark_of(claim) == Mark("figure", "killed", span("12"))


@pytest.mark.parametrize("value", [None, "2020-01-03"])
def test_decision_survives_json(value: str | None) -> None:
    mark = Mark("event", "ASSAULT", span("shelled"))
    at = "2024-05-01T10:00:00Z"
    decision = Decision(
        decision_id("edit", "Amina", at, mark), "edit", "Amina", at, (mark,), field="time", value=value
    )
    assert decode(Decision, encode(decision)) == decision


def test_same_judgement_by_another_person_is_another_decision() -> None:
    at = "2024-05-01T10:00:00Z"
    assert decision_id("accept", "Amina", at, "e-1") != decision_id("accept", "Boris", at, "e-1")
