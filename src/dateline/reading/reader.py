"""Reader: one report in, its claims out; many reports with any number of worker processes."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass
from functools import cached_property
from multiprocessing import get_context

from dateline.grounding import when, where, who
from dateline.language import Pipeline, load
from dateline.model import Claim, EventClaim, FigureClaim, RelationClaim, Report, ReportError
from dateline.model.codec import decode, encode
from dateline.reading.event import Grounds, find_events
from dateline.reading.figure import find_figures
from dateline.reading.lexicon import Lexicon
from dateline.reading.relation import find_relations
from dateline.reading.response import link_responses
from dateline.reading.responsibility import claims_of_responsibility
from dateline.reading.speaker import find_attributions

Reading = tuple[Report, tuple[Claim, ...] | ReportError]
"""A report with its claims, or with the error because of which it was skipped."""

_AHEAD = 4
"""Reports that each worker may be given before the first of them is handed on: bounds memory."""


@dataclass(frozen=True, slots=True)
class _Kinds:
    """Claims by kind, as they travel between processes; in this order they make up what `read` gives."""

    events: tuple[EventClaim, ...]
    relations: tuple[RelationClaim, ...]
    figures: tuple[FigureClaim, ...]


class Reader:
    """Reads with one pipeline, registry, gazetteer and lexicon; each is the shipped one where none is given.

    Raises PipelineError where `pipeline` (the name or path of a spaCy pipeline) can't be used.
    """

    def __init__(
        self,
        pipeline: str | None = None,
        registry: who.Registry | None = None,
        gazetteer: where.Gazetteer | None = None,
        lexicon: Lexicon | None = None,
    ) -> None:
        self._given = (pipeline, registry, gazetteer, lexicon)

    def __reduce__(self) -> tuple[type[Reader], tuple[object, ...]]:
        """A worker gets what this one was given and loads the rest itself."""
        return (type(self), self._given)

    @cached_property
    def _pipeline(self) -> Pipeline:
        return load(self._given[0])

    @cached_property
    def _lexicon(self) -> Lexicon:
        return self._given[3] or Lexicon.load()

    def read(self, report: Report) -> tuple[Claim, ...]:
        """Every claim of `report`: events and figures in text order, relations between them.

        Raises ReportError where the report can't be read.
        """
        try:
            return self._claims(report)
        except ReportError:
            raise
        except Exception as error:  # one odd report must not stop a run over thousands
            raise ReportError(report.name, f"reading failed: {type(error).__name__}: {error}") from error

    def read_many(self, reports: Iterable[Report], workers: int = 1) -> Iterator[Reading]:
        """Each report with its claims, or with its ReportError, in the order given.

        The claims are the same for any number of `workers` (processes).
        """
        if workers <= 1:
            for report in reports:
                yield report, self._read_or_error(report)
            return
        with ProcessPoolExecutor(workers, get_context("spawn"), _start, (self,)) as pool:
            waiting: deque[tuple[Report, Future[bytes | ReportError]]] = deque()
            for report in reports:
                waiting.append((report, pool.submit(_read, report)))
                if len(waiting) >= workers * _AHEAD:
                    yield _received(*waiting.popleft())
            while waiting:
                yield _received(*waiting.popleft())

    def _read_or_error(self, report: Report) -> tuple[Claim, ...] | ReportError:
        try:
            return self.read(report)
        except ReportError as error:
            return error

    def _claims(self, report: Report) -> tuple[Claim, ...]:
        _, registry, gazetteer, _ = self._given
        doc = self._pipeline.parse(report.text)
        times = when.find_times(doc, report)
        places = (
            where.PlaceFinder(gazetteer).find(doc, report) if gazetteer else where.find_places(doc, report)
        )
        cast = who.find_actors(doc, report, registry)
        attributions = find_attributions(doc, report, cast)
        events = find_events(Grounds(doc, report, times, places, cast, attributions), self._lexicon)
        events = claims_of_responsibility(doc, report, cast, events)
        events = link_responses(doc, events)
        relations = find_relations(doc, report, cast, times, attributions)
        figures = find_figures(doc, report, cast, times, places, attributions, events)
        return (*events, *relations, *figures)


_worker: Reader | None = None


def _start(reader: Reader) -> None:
    global _worker
    _worker = reader


def _read(report: Report) -> bytes | ReportError:
    assert _worker is not None  # set when the process started
    claims = _worker._read_or_error(report)
    if isinstance(claims, ReportError):
        return claims
    return encode(
        _Kinds(
            tuple(c for c in claims if isinstance(c, EventClaim)),
            tuple(c for c in claims if isinstance(c, RelationClaim)),
            tuple(c for c in claims if isinstance(c, FigureClaim)),
        )
    )


def _received(report: Report, result: Future[bytes | ReportError]) -> Reading:
    claims = result.result()
    if isinstance(claims, ReportError):
        return report, claims
    kinds = decode(_Kinds, claims)
    return report, (*kinds.events, *kinds.relations, *kinds.figures)
