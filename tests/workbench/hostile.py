"""A report that tries everything, and a reader that believes all of it."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from dateline.model import (
    Claim,
    Count,
    EventClaim,
    FigureClaim,
    Party,
    RelationClaim,
    Report,
    Speaker,
    Term,
    When,
    Where,
    event_claim_id,
    figure_claim_id,
    relation_claim_id,
)

SCRIPT = "<script>window.ran=1</script>"
IMAGE = "<img src=x onerror=window.ran=2>"
SVG = "<svg onload=window.ran=3><script>window.ran=4</script></svg>"
BREAKOUT = "\"'><iframe src=javascript:window.ran=5></iframe>"
TEMPLATE = "{{ csrf }}{% include 'base.html' %}"
TURNED = "gnp\u202eexe.\u202c \u2066hidden\u2069"
FORMULA = '=HYPERLINK("http://evil.example","x")'
LONG = "w" * 990_000
ALL = (SCRIPT, IMAGE, SVG, BREAKOUT, TEMPLATE, TURNED, FORMULA)

REPORT = (
    f"---\ntitle: {SCRIPT} {TURNED}\noutlet: {IMAGE}\npublished: 2020-01-03\nurl: javascript:alert(1)\n---\n"
    f"Start {SCRIPT} {IMAGE} {SVG} {BREAKOUT} {TEMPLATE} {TURNED} {FORMULA} {LONG} end.\n"
)
PAGE = (
    "<!doctype html><html><head><title>A page</title><base href='http://evil.example/'>"
    "<meta http-equiv=refresh content='0;url=http://evil.example'>"
    "<link rel=stylesheet href=//evil.example/x.css>"
    "<style>p{color:red}</style></head><body onload='window.ran=6'><article>"
    + "".join(f"<p>A long enough paragraph number {n} about what happened in the town.</p>" for n in range(9))
    + "<script>window.ran=7</script><iframe src=//evil.example></iframe>"
    "<form action=//evil.example><input></form>"
    "<a href='javascript:window.ran=8' onclick='window.ran=9'>link</a><img src=http://evil.example/p.png>"
    "<object data=//evil.example></object></article></body></html>"
)


def write_hostile(folder: Path) -> Path:
    """The hostile report and a hostile web page, whose file names are hostile too."""
    folder.mkdir()
    (folder / "<b onmouseover=x>&.txt").write_text(REPORT, "utf-8")
    (folder / "page.html").write_text(PAGE, "utf-8")
    return folder


class Believer:
    """Reads each hostile string as somebody, somewhere and some instrument at once."""

    version = f"believer {SCRIPT}"

    def read(self, report: Report) -> tuple[Claim, ...]:
        """An event, a tie and a figure for each hostile string that stands in the report."""
        found = [s for s in ALL if s in report.text]
        return tuple(claim for words in found for claim in _claims(report, words))

    def read_many(
        self, reports: Iterable[Report], workers: int = 1
    ) -> Iterator[tuple[Report, tuple[Claim, ...]]]:
        """As `read`, one after the other."""
        return ((report, self.read(report)) for report in reports)


def _claims(report: Report, words: str) -> tuple[Claim, ...]:
    at = report.text.index(words)
    span = report.span(at, at + len(words))
    number = report.span(0, 5)
    party = Party(words, span)
    count = Count("killed", words, 3, None, span)
    event = EventClaim(
        event_claim_id(span, "ASSAULT"), report.id, "ASSAULT", True, span, span, words, (party,), (party,),
        speakers=(Speaker(party),), claimed_by=(party,), denied_by=(party,), counts=(count,),
        when=When(span, "DATE", "2020-01-03", "2020-01-03", "day"), instrument=Term(words, span),
        places=(Where(span, words, country="XX", lat=33.0, lon=44.0, radius_km=10.0, precision="exact"),),
    )  # fmt: skip
    other = Party("Start", number)
    tie = RelationClaim(
        relation_claim_id("backs", span, number), report.id, "backs", True, party, other, span
    )
    figure = FigureClaim(figure_claim_id(span, "killed"), report.id, True, count, span)
    return event, tie, figure
