"""All words of a claim are looked at, however deep they stand."""

from dateline.case.words import spans_of
from dateline.sources import read_text
from tests.case.fake import FakeReader


def test_every_span_is_found() -> None:
    report = read_text("Red Army attacked Blue Town in Alton on 2020-01-03, killing 5, Jane Roe said.").report
    (claim,) = FakeReader().read(report)
    assert [span.text for span in spans_of(claim)] == [
        "Red Army attacked Blue Town in Alton on 2020-01-03, killing 5, Jane Roe said",
        "attacked",
        "Red Army",
        "Blue Town",
        "Jane Roe",
        "2020-01-03",
        "Alton",
        "5",
    ]
