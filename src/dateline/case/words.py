"""Words: the check that every value of a claim stands in the report that it is said to stand in."""

from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass

from dateline.model import CaseError, Claim, Report, Span


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
