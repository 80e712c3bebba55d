"""All words of a claim are looked at, however deep they stand."""

import pytest

from dateline.case.words import locate, spans_of
from dateline.model import Span
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


def test_words_are_located_nearest_to_the_trigger() -> None:
    text = "Alton slept. Then Red Army attacked Blue Town in Alton. Later Alton mourned."
    report = read_text(text).report
    claims, reports = FakeReader().read(report), {report.id: report}
    assert locate("Alton", claims, reports).start == text.index("Alton.")
    assert locate(report.span(0, 5), claims, reports).start == 0


@pytest.mark.parametrize("words", ["Burgh", "", Span("r-gone", 0, 5, "Alton"), Span("r-gone", 0, 5, "Burgh")])
def test_words_that_do_not_stand_in_the_report_are_refused(words: str | Span) -> None:
    report = read_text("Red Army attacked Blue Town in Alton.").report
    with pytest.raises(ValueError, match=r"does not stand in|is not at"):
        locate(words, FakeReader().read(report), {report.id: report})
