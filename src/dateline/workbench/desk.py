"""Desk: the case that lies open, and the record as the pages see it."""

from dataclasses import dataclass
from pathlib import Path
from threading import RLock

from dateline.case import Case
from dateline.case.shelf import Shelf
from dateline.workbench.index import Index

_DAYS_KEPT = 3


@dataclass(frozen=True, slots=True)
class State:
    """One state of the record: what the reports published until the day `as_of` say, or all of them."""

    shelf: Shelf
    index: Index
    as_of: str | None = None


class Desk:
    """A case with its lookups. Pages read a `State`; whoever changes the case says so by `changed`."""

    def __init__(self, case: Case) -> None:
        """`case` is one that nobody else uses; its file need not be there yet."""
        self.case = case
        self.lock = RLock()
        self._states: dict[str | None, State] = {}

    @property
    def path(self) -> Path:
        """Where the case lies."""
        return self.case.path or Path("memory")

    def state(self, as_of: str | None = None) -> State:
        """The record, as it stood on the ISO day `as_of` where one is given; made when first asked for."""
        with self.lock:
            if as_of not in self._states:
                while len(self._states) >= _DAYS_KEPT:
                    self._states.pop(next(iter(self._states)))
                shelf = self._shelf(as_of)
                self._states[as_of] = State(shelf, Index(shelf), as_of)
            return self._states[as_of]

    def changed(self) -> None:
        """Forget what was looked up: the case holds something else now."""
        with self.lock:
            self._states.clear()

    def _shelf(self, as_of: str | None) -> Shelf:
        if self.case.path is not None and not self.case.path.exists():
            return Shelf(())
        if as_of is None:
            return self.case.shelf
        with Case(self.case.path, as_of=as_of) as then:
            return then.shelf
