"""Only claims that share something are compared, each two once, and a hot block costs no square."""

from dateline.weaving.block import compared
from dateline.weaving.facet import facets_of
from tests.weaving.test_judged import attack


def pairs(told) -> list[tuple[str, str]]:
    facets = facets_of([c for t in told for c in t.claims], {t.report.id: t.report for t in told}, {})
    return [(a.claim.id, b.claim.id) for a, b in compared(facets)]


def test_what_shares_a_day_and_a_party_is_compared_once():
    told = [attack("A"), attack("B", place="Brodo"), attack("C", "2020-08-03")]
    one, other, _ = (t.claims[0].id for t in told)
    assert pairs(told) == [(one, other)]


def test_claims_of_one_report_are_not_compared():
    told = attack("A")
    told.event("garrison", actors=["Rebels"], day=("2020-01-03", "2020-01-03", "2020-01-03"))
    assert pairs([told]) == []


def test_in_a_hot_block_only_neighbours_are_compared():
    told = [attack(f"Outlet {number}") for number in range(200)]
    assert len(pairs(told)) == 59 * 200 - 59 * 60 // 2
