"""What annotators get stands where it stands in the text."""

import json
from io import BytesIO

import pytest
import spacy
from spacy.tokens import DocBin

from dateline.case.shelf import Shelf
from dateline.export import Options, export
from dateline.export.chosen import version_of
from dateline.model import EventClaim
from tests.export import golden
from tests.export.schema import check, written

SHELVES = pytest.mark.parametrize(
    "shelf", [golden.shelf(), golden.shelf(golden.hostile())], ids=["golden", "hostile"]
)


@SHELVES
def test_tasks_label_the_words_of_each_claim(shelf: Shelf) -> None:
    tasks = json.loads(written(shelf, "labelstudio"))
    check("labelstudio", tasks)
    assert [task["data"]["report"] for task in tasks] == list(shelf.reports)
    for task in tasks:
        for region in task["predictions"][0]["result"]:
            if region["type"] == "labels":
                at = region["value"]
                assert task["data"]["text"][at["start"] : at["end"]] == at["text"]
    labels = [r["value"]["labels"][0] for t in tasks for r in t["predictions"][0]["result"] if "value" in r]
    assert {"ASSAULT", "actor", "target", "time", "place", "count"} <= set(labels)


def documents(shelf: Shelf, options: Options | None = None) -> list[spacy.tokens.Doc]:
    out = BytesIO()
    export(shelf, "docbin", out, options)
    return list(DocBin(store_user_data=True).from_bytes(out.getvalue()).get_docs(spacy.blank("en").vocab))


@SHELVES
def test_documents_come_back_with_their_spans(shelf: Shelf) -> None:
    found = documents(shelf)
    assert [document.text for document in found] == [report.text for report in shelf.reports.values()]
    triggers = {span.id_: span for document in found for span in document.spans["trigger"]}
    told = [claim for claim in shelf.claims.values() if isinstance(claim, EventClaim)]
    assert set(triggers) == {claim.id for claim in told}
    for claim in told:
        assert triggers[claim.id].label_ == claim.type
        assert claim.trigger.text in triggers[claim.id].text


def test_a_document_says_where_it_is_from() -> None:
    shelf = golden.shelf()
    for document, report in zip(documents(shelf), shelf.reports, strict=True):
        assert document.user_data["report"] == report
        assert json.loads(document.user_data["origin"])["case"] == version_of(shelf)


def test_masked_documents_hold_no_private_name() -> None:
    texts = " ".join(document.text for document in documents(golden.shelf(), Options(mask_private=True)))
    assert "Person 1, a shepherd" in texts
    assert "Hassan" not in texts


def test_a_report_of_more_than_a_million_characters_is_a_document_too() -> None:
    report = golden.Written(f"Rebels attacked {'x' * 1_000_001}.", None, None)
    report.event("attacked", "ASSAULT", report.text)
    (document,) = documents(golden.shelf(report))
    assert len(document.text) > 1_000_000
    assert [span.text for span in document.spans["trigger"]] == ["attacked"]
