"""Statements of one tie are one tie, with the time for which they give it."""

from dateline.model import RelationClaim
from dateline.workbench.tie import Tie, ties_of
from tests.workbench.making import report, shelf, tie, when

EARLY, LATE, UNDATED = report(1, "2020-01-01"), report(2, "2021-01-01"), report(3, None)


def ties(*claims: object) -> list[Tie]:
    listed = [claim for claim in claims if isinstance(claim, RelationClaim)]
    return ties_of(listed, shelf([EARLY, LATE, UNDATED], listed, []))


def test_statements_of_one_tie_are_one_tie_since_the_first() -> None:
    [one] = ties(tie(LATE, 0, "Iran", "backs", "KH"), tie(EARLY, 0, "Iran", "backs", "KH"))
    assert len(one.claims) == 2
    assert (one.since, one.until) == ("2020-01-01", None)


def test_a_tie_without_direction_has_none() -> None:
    [one] = ties(tie(EARLY, 0, "A", "fights", "B"), tie(LATE, 0, "B", "fights", "A"))
    assert len(one.claims) == 2
    assert len(ties(tie(EARLY, 0, "A", "leads", "B"), tie(LATE, 0, "B", "leads", "A"))) == 2


def test_a_tie_holds_in_the_time_for_which_it_is_stated() -> None:
    for_a_year = when(EARLY, "2009-01-01", "2009-12-31")
    [one] = ties(tie(EARLY, 0, "A", "leads", "B", for_a_year))
    assert [one.holds_on(day) for day in ("2008-12-31", "2009-06-01", "2010-01-01")] == [False, True, False]
    [undated] = ties(tie(UNDATED, 0, "A", "leads", "B"))
    assert undated.holds_on("1900-01-01")
