"""A text is cut at the words of its claims and is whole again when the pieces are put together."""

from hypothesis import given
from hypothesis import strategies as st

from dateline.workbench.mark import Lit, lit_by, stretches, values_of
from tests.workbench.making import TEXT, claim, report, tie, when


@st.composite
def places(draw: st.DrawFn) -> tuple[int, int]:
    start = draw(st.integers(0, len(TEXT) - 1))
    return start, draw(st.integers(start + 1, len(TEXT)))


@given(st.lists(st.tuples(places(), st.booleans()), max_size=12), st.none() | places())
def test_the_pieces_are_the_text(
    lit: list[tuple[tuple[int, int], bool]], here: tuple[int, int] | None
) -> None:
    words = [Lit(start, end, "event", f"e-{n}", key) for n, ((start, end), key) in enumerate(lit)]
    found = stretches(report(), words, here)
    assert "".join(part for one in found for part, _ in one.parts) == TEXT
    for one in found:
        quoted = any(w.start <= one.start and one.end <= w.end for w in words if not w.key)
        assert bool(one.quoted) == quoted
        assert (one.key is not None) == any(w.start <= one.start < w.end for w in words if w.key)
        assert one.here == (here is not None and here[0] <= one.start and one.end <= here[1])


def test_of_words_within_words_the_shorter_ones_are_meant() -> None:
    wide, narrow = Lit(0, 20, "event", "e-1", True), Lit(4, 8, "event", "e-2", True)
    keys = {one.start: one.key for one in stretches(report(), [wide, narrow])}
    assert (keys[0], keys[4], keys[8]) == (wide, narrow, wide)


def test_a_claim_lights_up_its_quote_and_its_key_words() -> None:
    of = report()
    told, backs = claim(of, 9), tie(of, 40, "Red Army", "backs", "Blue Brigade")
    assert [(lit.start, lit.end, lit.key) for lit in lit_by(told)] == [(9, 17, False), (9, 12, True)]
    assert [lit.kind for lit in lit_by(backs)] == ["relation"] * 3


def test_every_value_of_a_claim_is_lit_up_by_its_field() -> None:
    of = report()
    told = claim(of, 9, counts=[("killed", 1, 1)], time=when(of, "2020-01-01", "2020-01-01"))
    assert {lit.kind for lit in values_of(told) if lit.key} == {"type", "actor", "time", "count"}
