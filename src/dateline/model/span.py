"""Span: the words of one report that a value rests on."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """`report` is a report id; `start` and `end` are character offsets into `Report.text`, end exclusive.

    `text` equals `Report.text[start:end]`; stores check it before they keep a claim.
    """

    report: str
    start: int
    end: int
    text: str

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end or len(self.text) != self.end - self.start:
            raise ValueError(f"span {self.start}:{self.end} does not fit its {len(self.text)} characters")

    def touches(self, other: "Span") -> bool:
        """True when both spans share at least one character of one report."""
        return self.report == other.report and self.start < other.end and other.start < self.end

    def contains(self, other: "Span") -> bool:
        """True when `other` lies wholly within this span."""
        return self.report == other.report and self.start <= other.start and other.end <= self.end
