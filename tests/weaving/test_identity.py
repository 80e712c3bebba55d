"""Two names held for one actor, or one actor's names held for two."""

from dataclasses import replace

from dateline.weaving.identity import Identities, parties_of, renamed
from tests.weaving.deciding import decide
from tests.weaving.told import Told


def told(*names: tuple[str, str | None]) -> Told:
    report = Told("; ".join(f"{name} attacked" for name, _ in names))
    for name, actor in names:
        at = report.text.index(f"{name} attacked") + len(name) + 1
        claim = report.event(f"{name} attacked", actors=[replace(report.party(name), actor=actor)])
        report.claims[-1] = replace(claim, trigger=report.report.span(at, at + 8))
    return report


def ids(report: Told, *decisions) -> dict[str, str | None]:
    identities = Identities(report.claims, decisions)
    claims = [renamed(claim, identities.rename) for claim in report.claims]
    return {party.name: party.actor for claim in claims for party in parties_of(claim)}


def test_a_name_takes_the_registry_id_of_the_actor_it_is_one_with():
    report = told(("Hill Guards", None), ("Red Army", "red"))
    assert ids(report, decide("same_actor", names=("hill guards", "red"))) == {
        "Hill Guards": "red",
        "Red Army": "red",
    }


def test_two_names_that_the_registry_does_not_hold_get_one_id():
    report = told(("Hill Guards", None), ("Guards of the Hill", None), ("River Front", None))
    found = ids(report, decide("same_actor", names=("Hill Guards", "Guards of the Hill")))
    assert found["Hill Guards"] == found["Guards of the Hill"]
    assert found["Hill Guards"].startswith("a-")
    assert found["River Front"] is None


def test_one_id_of_two_names_is_parted():
    report = told(("Hill Guards", "hill"), ("Guards", "hill"))
    found = ids(report, decide("other_actor", names=("Hill Guards", "Guards")))
    assert found["Hill Guards"] == "hill"
    assert found["Guards"].startswith("a-")


def test_that_they_are_others_outweighs_that_they_are_one():
    report = told(("Hill Guards", "hill"), ("Red Army", "red"))
    other = decide("other_actor", names=("hill", "red"))
    same = decide("same_actor", names=("hill", "red"))
    assert ids(report, other, same) == {"Hill Guards": "hill", "Red Army": "red"}


def test_one_with_one_and_that_with_a_third_is_one():
    report = told(("Hill Guards", "hill"), ("Red Army", "red"), ("River Front", "river"))
    first = decide("same_actor", names=("hill", "red"))
    second = decide("same_actor", names=("river", "red"))
    assert len(set(ids(report, first, second).values())) == 1


def test_a_name_that_nobody_bears_is_told():
    report = told(("Hill Guards", None))
    decision = decide("same_actor", names=("Hill Guards", "Nobody"))
    assert Identities(report.claims, [decision]).unknown(decision) == ["Nobody"]


def test_one_name_alone_is_another_actors_in_each_report():
    first, second = told(("Khan", None), ("Hill Guards", "hill")), told(("Khan", None), ("River Front", None))
    assert first.report.id != second.report.id
    identities = Identities([*first.claims, *second.claims], [decide("other_actor", names=("khan",))])
    one, other = (
        {
            party.name: party.actor
            for claim in told_.claims
            for party in parties_of(renamed(claim, identities.rename))
        }
        for told_ in (first, second)
    )
    assert one["Khan"].startswith("a-")
    assert other["Khan"].startswith("a-")
    assert one["Khan"] != other["Khan"]
    assert (one["Hill Guards"], other["River Front"]) == ("hill", None)
