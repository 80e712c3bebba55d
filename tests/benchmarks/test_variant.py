"""Made reports keep their claims on their words, and one seed makes the same ones."""

import pytest

from benchmarks.variant import variants
from dateline.case.store import Kept
from dateline.case.words import check_words
from dateline.model import EventClaim
from tests.weaving.told import Told


@pytest.fixture
def base() -> list[Kept]:
    told = Told(
        "Red Band attacked the garrison in Avdo on 2020-01-03, killing 12 soldiers there.", outlet="A"
    )
    act = told.event(
        "attacked",
        actors=["Red Band"],
        targets=[told.party("the garrison", named=False)],
        day=("2020-01-03", "2020-01-03", "2020-01-03"),
        places=[("Avdo", "IQ")],
        counts=[("killed", "soldiers", 12, 12, "12")],
    )
    told.event("killing", targets=["soldiers"], responds_to=act.id)
    other = Told("Blue Guard shelled Brodo.", outlet="B")
    other.event("shelled", actors=["Blue Guard"], places=[("Brodo", "IQ")])
    return [Kept(t.report, tuple(t.claims), "v1") for t in (told, other)]


def test_every_claim_of_a_variant_stands_on_its_words(base: list[Kept]) -> None:
    made = list(variants(base, 60))
    for kept in made:
        check_words(kept.report, kept.claims)
    assert len({kept.report.id for kept in made}) == 60


def test_answers_stay_answers_and_numbers_are_those_written(base: list[Kept]) -> None:
    for kept in variants(base, 40):
        acts = {claim.id: claim for claim in kept.claims if isinstance(claim, EventClaim)}
        assert all(claim.responds_to in {None, *acts} for claim in acts.values())
        counts = [count for claim in acts.values() for count in claim.counts]
        assert all(count.span.text == str(count.min) for count in counts)


def test_names_days_and_tolls_vary_and_one_seed_makes_the_same(base: list[Kept]) -> None:
    made = list(variants(base, 60))
    claims = [kept.claims[0] for kept in made]
    assert {claim.actors[0].name for claim in claims} == {"Red Band", "Blue Guard", "soldiers"}
    assert len({claim.when.earliest for claim in claims if claim.when}) > 5
    assert len({claim.counts[0].min for claim in claims if claim.counts}) > 1
    assert made == list(variants(base, 60))
    assert made != list(variants(base, 60, seed=8))
