"""Provenance that a library of the W3C's model reads."""

import json

import pytest
from prov.model import ProvDerivation, ProvDocument, ProvEntity

from dateline.case.shelf import Shelf
from dateline.export.chosen import version_of
from dateline.model import Decision, decision_id, mark_of
from tests.export import golden
from tests.export.schema import written


def document(shelf: Shelf) -> ProvDocument:
    return ProvDocument.deserialize(content=written(shelf, "prov"), format="json")


@pytest.mark.parametrize("shelf", [golden.shelf(), golden.shelf(golden.hostile())], ids=["golden", "hostile"])
def test_every_event_goes_back_to_reports(shelf: Shelf) -> None:
    found = document(shelf)
    entities = {str(entity.identifier).removeprefix("dl:") for entity in found.get_records(ProvEntity)}
    assert entities >= {*shelf.reports, *shelf.claims, *(event.id for event in shelf.record.events)}
    back = {
        (str(d.args[0]).removeprefix("dl:"), str(d.args[1]).removeprefix("dl:"))
        for d in found.get_records(ProvDerivation)
    }
    for event in shelf.record.events:
        assert {(event.id, claim) for claim in event.claims} <= back
    for claim in shelf.claims.values():
        assert (claim.id, claim.report) in back


def test_it_comes_back_the_same() -> None:
    found = document(golden.shelf())
    assert ProvDocument.deserialize(content=found.serialize(format="json"), format="json") == found


def test_it_says_by_what_rule_it_was_made() -> None:
    shelf = golden.shelf()
    activities = json.loads(written(shelf, "prov"))["activity"]
    weaving = activities[f"dl:weaving-{version_of(shelf)}"]
    assert weaving["dl:rule"]
    assert weaving["dl:loss"]


def test_decisions_are_activities_of_persons() -> None:
    plain = golden.shelf()
    claim = next(iter(plain.record.events[0].claims))
    at = "2020-05-05T10:00:00+00:00"
    decision = Decision(
        decision_id("accept", "anna", at, claim), "accept", "anna", at, (mark_of(plain.claims[claim]),)
    )
    found = json.loads(written(Shelf(plain.kept, [decision]), "prov"))
    assert found["activity"][f"dl:{decision.id}"]["dl:kind"] == "accept"
    assert any(agent.get("prov:label") == "anna" for agent in found["agent"].values())
    assert any(row["prov:influencer"] == f"dl:{decision.id}" for row in found["wasInfluencedBy"].values())
