"""The JSON form of the nouns round-trips, and ids come from content alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.model import Count, EventClaim, Party, Report, Span, When, event_claim_id
from dateline.model.codec import decode, encode, from_plain, to_plain
from dateline.model.ids import content_id

texts = st.text(min_size=1, max_size=20)
dates = st.none() | st.dates().map(lambda day: day.isoformat())


@st.composite
def spans(draw: st.DrawFn) -> Span:
    words = draw(texts)
    start = draw(st.integers(0, 10_000))
    return Span("r-1", start, start + len(words), words)


parties = st.builds(Party, name=texts, span=spans(), actor=st.none() | texts)
whens = st.builds(
    When, span=spans(), kind=st.just("DATE"), earliest=dates, latest=dates, precision=st.just("day")
)
counts = st.builds(
    Count, what=texts, who=texts, min=st.none() | st.integers(0, 10**9), max=st.none(), span=spans()
)
claims = st.builds(
    EventClaim,
    id=texts,
    report=texts,
    type=st.sampled_from(["ASSAULT", "COERCE"]),
    core=st.booleans(),
    quote=spans(),
    trigger=spans(),
    actors=st.lists(parties, max_size=2).map(tuple),
    when=st.none() | whens,
    counts=st.lists(counts, max_size=2).map(tuple),
)


@given(claims)
def test_a_claim_survives_its_json_form(claim: EventClaim) -> None:
    assert decode(EventClaim, encode(claim)) == claim
    assert from_plain(EventClaim, to_plain(claim)) == claim


def test_a_wrong_field_is_named() -> None:
    with pytest.raises(ValueError, match="type"):
        from_plain(EventClaim, {"id": "e", "report": "r", "type": "WAR", "core": True})


def test_broken_json_is_a_value_error() -> None:
    with pytest.raises(ValueError, match="malformed"):
        decode(Report, b"{nope")


def test_the_same_content_gives_the_same_id_on_every_machine() -> None:
    trigger = Span("r-1", 4, 10, "attack")
    assert event_claim_id(trigger, "ASSAULT") == "e-7da91ef9c5644f4d"
    assert event_claim_id(trigger, "ASSAULT") != event_claim_id(trigger, "COERCE")


def test_nothing_and_empty_differ() -> None:
    assert content_id("r", None) != content_id("r", "")
    assert content_id("r", "ab", "c") != content_id("r", "a", "bc")
