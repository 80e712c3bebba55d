"""What people decided on holds through everything that the machine joins."""

from dateline.weaving.bond import Bond, Bonds
from dateline.weaving.occurrence import Occurrence, occurrences
from dateline.weaving.telling import Tellings
from tests.weaving.told import Told

WHY = "decided by anna"


def attack(outlet: str, day: str = "2020-01-03", place: str = "Avdo") -> Told:
    told = Told(f"Rebels attacked the garrison in {place} on {day}.", outlet=outlet)
    told.event(
        "attacked",
        actors=["Rebels"],
        targets=["the garrison"],
        day=(day, day, day),
        places=[(place, "IQ")],
    )
    return told


def groups(told: list[Told], together=(), apart=()) -> set[frozenset[str]]:
    return {frozenset(facet.claim.id for facet in one.facets) for one in found(told, together, apart)}


def found(told: list[Told], together=(), apart=()) -> list[Occurrence]:
    bonds = Bonds(together, apart)
    tellings = Tellings({t.report.id: t.report for t in told})
    ordered = sorted(told, key=lambda t: (t.report.published, t.report.id))
    return occurrences(tellings.of([c for t in ordered for c in t.claims], {}, bonds), (), bonds)


def test_what_is_apart_stays_apart_through_a_third():
    bonds = Bonds(apart=[("a", "b")])
    bonds.join("a", "c")
    assert not bonds.allows("b", "c")
    assert bonds.allows("b", "d")


def test_a_bond_against_a_split_is_not_kept():
    bonds = Bonds([Bond("a", "c", WHY), Bond("b", "c", WHY)], [("a", "b")])
    assert bonds.kept == [Bond("a", "c", WHY)]


def test_claims_held_apart_make_two_events_also_where_a_third_fits_both():
    told = [attack("A"), attack("B"), attack("C")]
    ids = [t.claims[0].id for t in told]
    assert groups(told) == {frozenset(ids)}
    split = groups(told, apart=[(ids[0], ids[1])])
    assert len(split) == 2
    assert not any({ids[0], ids[1]} <= group for group in split)


def test_a_bond_joins_what_clashes_and_leaves_the_other_groups_as_they_were():
    told = [attack("A"), attack("B"), attack("C", "2020-03-01", "Brodo"), attack("D", "2020-03-01", "Brodo")]
    ids = [t.claims[0].id for t in told]
    assert groups(told) == {frozenset(ids[:2]), frozenset(ids[2:])}
    assert groups(told, [Bond(ids[0], ids[2], WHY)]) == {frozenset(ids)}


def test_the_reason_of_a_bond_stands_among_the_joins():
    told = [attack("A"), attack("C", "2020-03-01", "Brodo")]
    ids = [t.claims[0].id for t in told]
    (one,) = found(told, [Bond(*ids, WHY)])
    assert [join.why for join in one.joins] == [(WHY,)]
