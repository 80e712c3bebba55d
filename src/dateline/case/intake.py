"""Intake: reports into a store. What is known is not read again, what fails is listed, the rest goes on."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain

from dateline.case.attempt import Outcome, ReportReader, read_again, read_found, version_of
from dateline.case.store import Kept, Skipped, Store, rank
from dateline.model import ReportError
from dateline.sources import Found


@dataclass(frozen=True, slots=True)
class Progress:
    """How far an intake is: `reports` dealt with, and `bytes` of input of `all_bytes` (None when unknown)."""

    reports: int
    bytes: int
    all_bytes: int | None


@dataclass(slots=True)
class Added:
    """What became of the inputs: reports `added`, `known` before, read again (`reread`), inputs `skipped`.

    `notices` are lines about reports that were taken all the same.
    """

    added: int = 0
    known: int = 0
    reread: int = 0
    skipped: list[ReportError] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)


class Intake:
    """One run of adding reports to a store."""

    def __init__(
        self,
        store: Store,
        reader: Callable[[], ReportReader],
        workers: int = 1,
        on_progress: Callable[[Progress], None] | None = None,
        all_bytes: int | None = None,
    ) -> None:
        """`reader` is called when the first report must be read: a run over known reports never needs it."""
        self.added = Added()
        self._store = store
        self._reader = reader
        self._workers = workers
        self._on_progress = on_progress
        self._progress = Progress(0, 0, all_bytes)

    def take(self, inputs: Iterable[Found | ReportError]) -> None:
        """Read and keep what is new in `inputs`, each report in a transaction of its own."""
        while True:
            twins: list[Found] = []
            todo = self._new(inputs, twins)
            if first := next(todo, None):
                reader = self._reader()
                for found, outcome in read_found(reader, chain([first], todo), self._workers):
                    self._settle(found, outcome, version_of(reader))
            if not twins:
                return
            inputs = twins

    def reread(self) -> None:
        """Read again what other versions read; where that fails the old reading stays."""
        reader = self._reader()
        version = version_of(reader)
        for kept in self._store.kept():
            if kept.read_by == version:
                continue
            where = self._store.places_of(kept.report.id)[0]
            data = self._store.original(kept.report.original.sha256) or b""
            outcome = read_again(reader, kept.report, where)
            if isinstance(outcome, ReportError):
                self._skip(outcome)
            else:
                self._store.keep(Kept(kept.report, outcome, version), where, data)
                self.added.reread += 1

    def _new(self, inputs: Iterable[Found | ReportError], twins: list[Found]) -> Iterator[Found]:
        """What must be read. Known and unreadable inputs are dealt with in passing.

        An input that says the same as another one of this round is put off to `twins`: which of them stands
        for the report is decided when the first one is in the store.
        """
        handed_out = set()
        for item in inputs:
            if isinstance(item, ReportError):
                self._skip(item)
            elif item.report.id in handed_out:
                twins.append(item)
            elif not self._is_known(item):
                handed_out.add(item.report.id)
                yield item

    def _is_known(self, found: Found) -> bool:
        kept = self._store.find(found.report.id)
        if kept is None or rank(found.report) < kept.rank:
            return False
        self._store.keep(Kept(found.report, kept.claims, kept.read_by), found.where, found.data)
        self.added.known += 1
        self._step(found)
        return True

    def _settle(self, found: Found, outcome: Outcome, version: str) -> None:
        if isinstance(outcome, ReportError):
            self._skip(outcome)
            return
        known = self._store.find(found.report.id) is not None
        self._store.keep(Kept(found.report, outcome, version), found.where, found.data)
        self.added.added += not known
        self.added.known += known
        self._step(found)

    def _skip(self, error: ReportError) -> None:
        self._store.skip(Skipped(error.where, error.reason))
        self.added.skipped.append(error)

    def _step(self, found: Found) -> None:
        self.added.notices.extend(f"{found.where}: {notice}" for notice in found.notices)
        before = self._progress
        self._progress = Progress(before.reports + 1, before.bytes + len(found.data), before.all_bytes)
        if self._on_progress:
            self._on_progress(self._progress)
