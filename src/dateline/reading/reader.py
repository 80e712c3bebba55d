"""Reader: one report in, its claims out; many reports with any number of worker processes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property

from dateline import __version__
from dateline.grounding import when, where, who
from dateline.language import Pipeline, load
from dateline.model import Claim, Report, ReportError
from dateline.reading.event import Grounds, find_events
from dateline.reading.explain import Explanation, explained, spots_of
from dateline.reading.figure import find_figures
from dateline.reading.implied import imply_actors, imply_targets
from dateline.reading.lexicon import Lexicon
from dateline.reading.mutual import mutual_accusations
from dateline.reading.pool import Reading, read_in_processes
from dateline.reading.relation import find_relations
from dateline.reading.relevance import check_relevance
from dateline.reading.response import link_responses
from dateline.reading.responsibility import claims_of_responsibility
from dateline.reading.restated import restate_tolls
from dateline.reading.speaker import find_attributions


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
        relevant_only: bool = False,
    ) -> None:
        """With `relevant_only`, reading a report that is not about conflict raises ReportError, unparsed.

        That is for streams of general news; `dateline.reading.relevance` tells how it is decided.
        """
        self._given = (pipeline, registry, gazetteer, lexicon)
        self._relevant_only = relevant_only

    def __reduce__(self) -> tuple[type[Reader], tuple[object, ...]]:
        """A worker gets what this one was given and loads the rest itself."""
        return (type(self), (*self._given, self._relevant_only))

    @property
    def version(self) -> str:
        """What decides how a report is read: dateline, the language pipeline, the user's own registry."""
        registry = self._given[1] or who.current()
        own = f", registry {registry.version}" if registry.version else ""
        return f"dateline {__version__}, {self._pipeline.version}{own}"

    @cached_property
    def _pipeline(self) -> Pipeline:
        return load(self._given[0])

    @cached_property
    def _lexicon(self) -> Lexicon:
        return self._given[3] or Lexicon.load()

    def read(self, report: Report) -> tuple[Claim, ...]:
        """Every claim of `report`: events and figures in text order, relations between them.

        Raises ReportError where the report can't be read, or is one that `relevant_only` leaves out.
        """
        if self._relevant_only:
            check_relevance(report.name, report.text)
        try:
            return self._claims(self.ground(report))
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
                yield report, self.try_read(report)
            return
        yield from read_in_processes(self.try_read, reports, workers)

    def try_read(self, report: Report) -> tuple[Claim, ...] | ReportError:
        """As `read`, but the ReportError is given and not raised."""
        try:
            return self.read(report)
        except ReportError as error:
            return error

    def ground(self, report: Report) -> Grounds:
        """The parse of `report` with its words brought to times, places, parties and speakers."""
        _, registry, gazetteer, _ = self._given
        doc = self._pipeline.parse(report.text)
        finder = where.PlaceFinder(gazetteer) if gazetteer else None
        places = finder.find(doc, report) if finder else where.find_places(doc, report)
        cast = who.find_actors(doc, report, registry)
        times = when.find_times(doc, report)
        return Grounds(doc, report, times, places, cast, find_attributions(doc, report, cast, places))

    def explain(self, report: Report, quote: str) -> tuple[Explanation, ...]:
        """Each sentence of `report` that holds words of `quote`, with all that was weighed in it.

        Empty where the quote stands nowhere; spaces, capitals and kinds of quotation marks don't count.
        """
        if not (spots := spots_of(report.text, quote)):
            return ()
        grounds = self.ground(report)
        return tuple(explained(grounds, self._lexicon, self._claims(grounds), spots))

    def _claims(self, grounds: Grounds) -> tuple[Claim, ...]:
        doc, report, cast, times = grounds.doc, grounds.report, grounds.cast, grounds.times
        events = imply_actors(doc, find_events(grounds, self._lexicon), cast)
        events = mutual_accusations(doc, cast, imply_targets(doc, events, cast))
        events = claims_of_responsibility(doc, cast, events)
        events = restate_tolls(doc, report, cast, events)
        events = link_responses(doc, events)
        relations = find_relations(doc, report, cast, times, grounds.attributions)
        figures = find_figures(doc, report, cast, times, grounds.places, grounds.attributions, events)
        return (*events, *relations, *figures)
