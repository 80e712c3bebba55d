"""Drafts for fact-checkers, in schema.org's words."""

import json

import pytest

from dateline.case.shelf import Shelf
from tests.export import golden
from tests.export.schema import check, written


@pytest.mark.parametrize("shelf", [golden.shelf(), golden.shelf(golden.hostile())], ids=["golden", "hostile"])
def test_it_is_what_schema_org_knows(shelf: Shelf) -> None:
    check("claimreview", json.loads(written(shelf, "claimreview")))


def test_both_sides_of_a_disagreement_have_a_review_that_names_the_other() -> None:
    shelf = golden.shelf()
    (disagreement,) = shelf.record.disagreements
    reviews = json.loads(written(shelf, "claimreview"))["@graph"]
    sides = [review for review in reviews if disagreement.id in review["@id"]]
    assert [side["reviewRating"]["alternateName"] for side in sides] == ["contested", "contested"]
    assert sides[0]["reviewRating"]["ratingExplanation"].endswith(f"{disagreement.sides[1].value}.")
    for side, told in zip(disagreement.sides, sides, strict=True):
        parts = [appearance["hasPart"] for appearance in told["itemReviewed"]["appearance"]]
        assert [part["identifier"] for part in parts] == list(side.claims)


def test_no_verdict_is_given() -> None:
    assert "ratingValue" not in written(golden.shelf(), "claimreview")
