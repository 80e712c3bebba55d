"""Words: the check that every value of a claim stands in the report that it is said to stand in."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass

from dateline.model import CaseError, Claim, EventClaim, Report, Span


def check_words(report: Report, claims: Iterable[Claim]) -> None:
    """Raise CaseError unless all spans of `claims` are words of `report` and no claim comes twice."""
    seen: set[str] = set()
    for claim in claims:
        if claim.report != report.id:
            raise CaseError(f"claim {claim.id} names report {claim.report}, not {report.id}")
        if claim.id in seen:
            raise CaseError(f"claim {claim.id} comes twice in report {report.id}")
        seen.add(claim.id)
        for span in spans_of(claim):
            if span.report != report.id or report.text[span.start : span.end] != span.text:
                raise CaseError(
                    f'claim {claim.id}: "{span.text[:40]}" is not at {span.start}:{span.end} of {report.id}'
                )


def locate(words: str | Span, claims: Iterable[EventClaim], reports: Mapping[str, Report]) -> Span:
    """Where `words` stand in a report of `claims`, nearest to a trigger; ValueError when they don't."""
    claims = tuple(claims)
    if isinstance(words, Span):
        report = reports.get(words.report)
        if report is None or report.text[words.start : words.end] != words.text:
            raise ValueError(f'"{words.text}" is not at {words.start}:{words.end} of {words.report}')
        return words
    for claim in claims:
        if starts := list(_occurrences(words, reports[claim.report].text)):
            start = min(starts, key=lambda at: (abs(at - claim.trigger.start), at))
            return reports[claim.report].span(start, start + len(words))
    names = ", ".join(dict.fromkeys(reports[claim.report].name for claim in claims))
    raise ValueError(f'"{words}" does not stand in {names}; give words of the report as they are there')


def _occurrences(words: str, text: str) -> Iterator[int]:
    at = text.find(words) if words else -1
    while at >= 0:
        yield at
        at = text.find(words, at + 1)


def spans_of(noun: object) -> Iterator[Span]:
    """Every span within `noun`, in the order of its fields."""
    if isinstance(noun, Span):
        yield noun
    elif isinstance(noun, tuple):
        for part in noun:
            yield from spans_of(part)
    elif is_dataclass(noun):
        for field in fields(noun):
            yield from spans_of(getattr(noun, field.name))
