"""Report: one news report as it was found, with the text that every offset refers to."""

from dataclasses import dataclass

from dateline.model.ids import content_id
from dateline.model.span import Span
from dateline.model.vocabulary import PassageKind


@dataclass(frozen=True, slots=True)
class Original:
    """The kept bytes that a report was read from: `sha256` in hex, `kind` of source, `size` in bytes."""

    sha256: str
    kind: str
    size: int


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of `Report.text` (character offsets) and what it is; `why` names the rule that decided."""

    start: int
    end: int
    kind: PassageKind
    why: str


@dataclass(frozen=True, slots=True)
class Report:
    """One report. `published` is an ISO date or None, `published_how` says where it was stated.

    `text` is the canonical text: Unicode NFC, line ends as "\\n", never changed afterwards. `name` is what a
    person calls it (the file's stem or the record's own id) and is no part of its identity. `marks` are
    quality marks in neutral words ("future_date", "machine_translated"…), each with its words in `passages`
    or without words where it concerns the whole.
    """

    id: str
    name: str
    text: str
    original: Original
    title: str | None = None
    outlet: str | None = None
    published: str | None = None
    published_how: str | None = None
    url: str | None = None
    language: str | None = None
    passages: tuple[Passage, ...] = ()
    marks: tuple[str, ...] = ()

    def span(self, start: int, end: int) -> Span:
        """The words at `start:end` as a Span of this report."""
        return Span(self.id, start, end, self.text[start:end])

    def prose(self) -> tuple[Passage, ...]:
        """The passages that are the report's own prose, in order; without passages, the whole text."""
        if not self.passages:
            return (Passage(0, len(self.text), "prose", "whole text"),)
        return tuple(p for p in self.passages if p.kind == "prose")


def report_id(
    text: str, title: str | None, outlet: str | None, published: str | None, url: str | None
) -> str:
    """The id of a report: its words and what it says of itself, never the file it came in."""
    return content_id("r", text, title, outlet, published, url)
