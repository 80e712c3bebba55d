"""The network opens in Gephi's own format and in networkx."""

from io import BytesIO

import networkx
import pytest
from lxml import etree

from tests.export import golden
from tests.export.schema import written

NS = {"g": "http://gexf.net/1.3"}


def graph(*reports: golden.Written) -> networkx.DiGraph:
    return networkx.read_gexf(BytesIO(written(golden.shelf(*reports), "gexf").encode()), version="1.3")


def test_ties_come_back_with_their_days_and_claims() -> None:
    shelf, found = golden.shelf(), graph()
    strike = found.edges["us", "kataib-hezbollah"]
    assert (strike["start"], strike["end"], strike["label"]) == ("2020-01-03", "2020-01-03", "drone strike")
    assert strike["claims"].split() == list(shelf.record.events[0].claims)
    backs = found.edges["Iran", "kataib-hezbollah"]
    assert (backs["kind"], backs["label"]) == ("relation", "backs")
    assert found.nodes["us"]["label"] == "United States"


def test_statements_of_one_tie_are_one_arrow() -> None:
    one, other = golden.strike(), golden.strike()
    other = golden.Written(one.text.replace("165", "170"), "Other", "2020-01-09")
    at = other.span("Iran backs Kataib Hezbollah.")
    other.relation("backs", other.party("Iran"), one_target(other), at.text)
    edge = graph(one, other).edges["Iran", "kataib-hezbollah"]
    assert edge["weight"] == 2
    assert len(edge["claims"].split()) == 2


def one_target(report: golden.Written):  # type: ignore[no-untyped-def]
    """The one who is backed, where the sentence says so."""
    at = report.text.index("Kataib Hezbollah.")
    return golden.Party("Kataib Hezbollah", report.report.span(at, at + 16), "kataib-hezbollah")


def test_private_persons_are_not_joined_across_reports() -> None:
    reports = []
    for outlet in ("One", "Two"):
        report = golden.Written(
            "Gunmen killed Ali Hassan.", outlet, None if outlet == "One" else "2020-05-05"
        )
        report.event(
            "killed", "ASSAULT", report.text, actors=(report.party("Gunmen", unnamed=True),),
            targets=(report.party("Ali Hassan", person=True),),
        )  # fmt: skip
        reports.append(report)
    shelf = golden.shelf(*reports)
    persons = [node for node in graph(*reports) if node.startswith("Ali Hassan")]
    assert len(persons) == len(shelf.record.events)


@pytest.mark.parametrize("report", [golden.strike(), golden.hostile()], ids=["golden", "hostile"])
def test_it_is_a_dynamic_graph_whatever_the_words(report: golden.Written) -> None:
    root = etree.fromstring(written(golden.shelf(report), "gexf").encode())
    assert root.get("version") == "1.3"
    assert root.find("g:graph", NS).get("mode") == "dynamic"
    nodes = {node.get("id") for node in root.iterfind(".//g:node", NS)}
    declared = {
        (attributes.get("class"), attribute.get("id"))
        for attributes in root.iterfind(".//g:attributes", NS)
        for attribute in attributes
    }
    for edge in root.iterfind(".//g:edge", NS):
        assert {edge.get("source"), edge.get("target")} <= nodes
        for value in edge.iterfind(".//g:attvalue", NS):
            assert ("edge", value.get("for")) in declared
