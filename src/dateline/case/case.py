"""Case: reports and the record of what they say, in one place."""

from collections.abc import Callable, Iterable
from pathlib import Path
from threading import Lock

from dateline.case.attempt import ReportReader
from dateline.case.decide import Deciding
from dateline.case.decided import DecisionSeen, decisions_seen
from dateline.case.intake import Added, Intake, Progress
from dateline.case.memory import MemoryStore
from dateline.case.rows import Row, Rows
from dateline.case.select import Selection, check_day
from dateline.case.shelf import Shelf
from dateline.case.store import Skipped, Store
from dateline.case.views import VIEWS
from dateline.case.woven import Woven
from dateline.model import CaseError, Decision, Record, Report, ReportError
from dateline.sources import Found, find_reports
from dateline.sources.folder import bytes_of

Paths = str | Path | Iterable[str | Path]


class Case(Deciding):
    """A case: what is added stays, and what it says is a function of the set of reports in it.

    >>> case = Case("iraq.case")                              # doctest: +SKIP
    >>> case.add("reports/")                                  # doctest: +SKIP
    >>> case.events(actor="Kataib Hezbollah").to_pandas()     # doctest: +SKIP
    """

    def __init__(
        self, path: str | Path | None, reader: ReportReader | None = None, as_of: str | None = None
    ) -> None:
        """The case in the file `path`, made when something is first added; None for one in memory.

        `reader` reads the reports, by default dateline's own. With `as_of`, an ISO date, every view and the
        record are those of the reports published until that day; undated reports, of which nobody can say
        when they were known, are left out. CaseError when there is a file that is no case, ValueError when
        `as_of` is no date.
        """
        if as_of is not None:
            check_day(as_of)
        self._as_of = as_of
        self.path = Path(path) if path is not None else None
        self._reader = reader
        self._store: Store | None = MemoryStore() if self.path is None else None
        self._opening = Lock()
        self._shelf: Shelf | None = None
        if self.path is not None and self.path.exists():
            self._open()

    def add(
        self,
        paths: Paths,
        workers: int = 1,
        on_progress: Callable[[Progress], None] | None = None,
    ) -> Added:
        """Read the reports in `paths` (files, folders, "-" for stdin) and keep them; what is known stays.

        Each report is kept in one transaction: after an interruption, adding the same paths goes on where it
        stopped. Inputs that can't be read are listed in the result and in `skipped()`.
        """
        listed = [paths] if isinstance(paths, str | Path) else list(paths)
        all_bytes = bytes_of(listed) if on_progress else None
        store = self._open(create=True)
        store.retry(str(path) for path in listed)
        return self._take(find_reports(listed), workers, on_progress, all_bytes)

    def add_found(self, inputs: Iterable[Found | ReportError], workers: int = 1) -> Added:
        """As `add`, for reports that were found already."""
        self._open(create=True)
        return self._take(inputs, workers)

    def reread(self) -> Added:
        """Read again the reports that other versions of dateline or its pipeline read."""
        intake = Intake(self._open(), self._make_reader)
        self._shelf = None
        intake.reread()
        return intake.added

    def record(self) -> Record:
        """Everything that the reports say, woven; the same for the same set of reports."""
        return self.shelf.record

    def events(
        self,
        *,
        actor: str | None = None,
        type: str | None = None,
        since: str | None = None,
        until: str | None = None,
        place: str | None = None,
    ) -> Rows:
        """The events in order of time, those that `Selection` lets through."""
        chosen = Selection(actor, type, since, until, place).of(self.record().events)
        return VIEWS["events"].rows(self.shelf, chosen)

    def claims(self) -> Rows:
        """Every mention of an event, report by report."""
        return self.rows("claims")

    def relations(self) -> Rows:
        """Lasting ties that reports state."""
        return self.rows("relations")

    def figures(self) -> Rows:
        """Numbers about a state of things or a period."""
        return self.rows("figures")

    def disagreements(self) -> Rows:
        """What can't all be right: one row for each side."""
        return self.rows("disagreements")

    def updates(self) -> Rows:
        """Numbers that later reports revised: one row for each step."""
        return self.rows("updates")

    def copies(self) -> Rows:
        """Reports that carry one text, in pairs."""
        return self.rows("copies")

    def actors(self) -> Rows:
        """Who stands in the events, those with the most events first."""
        return self.rows("actors")

    def reports(self) -> Rows:
        """The reports of the case."""
        return self.rows("reports")

    def decisions(self) -> Rows:
        """What people decided, in the order they did, and whether it holds."""
        return self.rows("decisions")

    def decision_list(self) -> list[DecisionSeen]:
        """As `decisions`, as nouns."""
        return list(decisions_seen(self.shelf))

    def skipped(self) -> Rows:
        """Inputs that could not be read, or that the relevance gate left out, with the reason."""
        rows: list[Row] = [{"where": s.where, "reason": s.reason} for s in self.skipped_inputs()]
        return Rows("skipped", ("where", "reason"), rows)

    def skipped_inputs(self) -> list[Skipped]:
        """Inputs that could not be read, in order of where they are."""
        return list(self._open().skipped())

    def rows(self, view: str) -> Rows:
        """The view of that name as rows; KeyError when there is none."""
        return VIEWS[view].rows(self.shelf)

    def original(self, report: str) -> bytes:
        """The bytes that the report of that id was read from; KeyError when it is not in the case."""
        return self._open().original(self.shelf.reports[report].original.sha256) or b""

    def found_in(self, report: str) -> tuple[str, ...]:
        """Every place that the report of that id was found in; none when it is not in the case."""
        return self._open().places_of(report)

    @property
    def shelf(self) -> Shelf:
        """All reports, claims and the record, by id; loaded once and again after something was added."""
        if self._shelf is None:
            store = self._open()
            known = (kept for kept in store.kept() if self._was_known(kept.report))
            woven = Woven(store) if self._as_of is None else None
            self._shelf = Shelf(known, store.decisions(), woven)
        return self._shelf

    def _keep_decision(self, decision: Decision) -> None:
        store = self._open()
        store.decide(decision)
        self._shelf = self._shelf.after(store.decisions()) if self._shelf else None

    def _was_known(self, report: Report) -> bool:
        return self._as_of is None or (report.published is not None and report.published <= self._as_of)

    def close(self) -> None:
        """Let go of the case's file."""
        if self._store is not None and self.path is not None:
            self._store.close()
            self._store = None
        self._shelf = None

    def __enter__(self) -> "Case":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _take(
        self,
        inputs: Iterable[Found | ReportError],
        workers: int,
        on_progress: Callable[[Progress], None] | None = None,
        all_bytes: int | None = None,
    ) -> Added:
        self._shelf = None
        intake = Intake(self._open(), self._make_reader, workers, on_progress, all_bytes)
        intake.take(inputs)
        return intake.added

    def _open(self, create: bool = False) -> Store:
        with self._opening:  # who looks and who adds may come at once, each in a thread
            if self._store is None:
                if self.path is None:
                    raise CaseError("the case is closed")
                from dateline.case.sqlite import SqliteStore

                self._store = SqliteStore(self.path, create)
            return self._store

    def _make_reader(self) -> ReportReader:
        if self._reader is None:
            from dateline.reading import Reader

            self._reader = Reader()
        return self._reader
