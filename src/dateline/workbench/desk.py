"""Desk: the case that lies open, and the record as the pages see it."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import TimeoutError as Late
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from threading import RLock
from typing import TypeVar, cast

from dateline.case import Case
from dateline.case.shelf import Shelf
from dateline.model import Decision
from dateline.workbench.index import Index
from dateline.workbench.intake import Intake
from dateline.workbench.queue import Queue, Skips, Verdicts

T = TypeVar("T")

_WARMED = ("facets", "words", "spots", "spot_places", "killed", "actors", "parts", "ties", "by_day", "titles")

PATIENCE = 2.0
"""Seconds that a page waits for a record that is being woven; then it shows the last one, and says so."""
_DAYS_KEPT = 2


@dataclass(frozen=True)
class State:
    """One state of the record: what the reports published until the day `as_of` say, or all of them."""

    shelf: Shelf
    index: Index
    as_of: str | None = None
    _made: dict[str, object] = field(default_factory=dict)

    @cached_property
    def queue(self) -> Queue:
        """The claims in the order of a review."""
        return Queue(self.shelf, self.index)

    @cached_property
    def verdicts(self) -> Verdicts:
        """What people said of claims."""
        return Verdicts.of(self.shelf)

    def once(self, name: str, make: Callable[[], T]) -> T:
        """What `make` gives, made once for this state and kept under `name`."""
        if name not in self._made:
            self._made[name] = make()
        return cast(T, self._made[name])

    def warm(self) -> None:
        """Make what most pages need, before they ask; each is made at the first look, and kept."""
        for name in _WARMED:
            getattr(self.index, name)
        self.once("handles", lambda: self.shelf.handles)
        self.once("queue", lambda: self.queue)

    @classmethod
    def of(cls, shelf: Shelf, as_of: str | None = None) -> "State":
        """The state of a shelf, with its record woven."""
        return cls(shelf, Index(shelf), as_of)


class Desk:
    """A case with its lookups. Pages read a `State`; whatever changes the case goes through here."""

    def __init__(self, case: Case, patience: float = PATIENCE) -> None:
        """`case` is one that nobody else uses; its file need not be there yet."""
        self.case = case
        self.intake = Intake(case, self.renew)
        self.skips = Skips()
        self._patience = patience
        self._lock = RLock()
        self._weaver = ThreadPoolExecutor(1, "weaver")
        self._state: State | None = None
        self._coming: Future[State] | None = None
        self._past: dict[str, State] = {}

    @property
    def path(self) -> Path:
        """Where the case lies."""
        return self.case.path or Path("memory")

    @property
    def is_there(self) -> bool:
        """False for a case that is made when the first report comes."""
        return self.case.path is None or self.case.path.exists()

    @property
    def is_behind(self) -> bool:
        """True while the record of what was decided or added last is still being woven."""
        return self._coming is not None and not self._coming.done()

    def state(self, as_of: str | None = None) -> State:
        """The record, as it stood on the ISO day `as_of` where one is given; made when first asked for."""
        if as_of is not None:
            return self._on(as_of)
        coming = self._coming or self.renew()
        try:
            self._state = coming.result(self._patience if self._state else None)
        except Late:
            assert self._state is not None
        return self._state

    def renew(self) -> Future[State]:
        """Weave the record of what the case holds now; pages see it when it is there."""
        with self._lock:
            self._past.clear()
            self._coming = coming = self._weaver.submit(lambda: State.of(self._shelf()))
            self._weaver.submit(self._warm, coming)
            return coming

    def decide(self, judgement: Callable[[Case], Decision]) -> Decision:
        """Keep what a person decided; ValueError where it can't be decided so."""
        with self._lock:
            decision = judgement(self.case)
        self.renew()
        return decision

    def _on(self, day: str) -> State:
        with self._lock:
            if day not in self._past:
                with Case(self.case.path, as_of=day) as then:
                    self._past[day] = State.of(then.shelf if self.is_there else Shelf(()), day)
                if len(self._past) > _DAYS_KEPT:
                    self._past.pop(next(iter(self._past)))
            return self._past[day]

    def _warm(self, woven: Future[State]) -> None:
        """Make the lookups of a record that has just been woven, unless another is wanted already."""
        if woven is self._coming and woven.exception() is None:
            woven.result().warm()

    def _shelf(self) -> Shelf:
        with self._lock:
            return self.case.shelf if self.is_there else Shelf(())
