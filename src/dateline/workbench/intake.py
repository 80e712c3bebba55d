"""Intake: files that a person drops, read one after the other while the pages go on answering."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from shutil import copyfileobj
from tempfile import TemporaryDirectory
from threading import Lock, Thread
from typing import BinaryIO

from dateline.case import Case
from dateline.model import DatelineError, ReportError
from dateline.sources import Found, read_bytes

Dropped = tuple[str, BinaryIO]
"""What a person calls a file, and its bytes."""


@dataclass(slots=True)
class Run:
    """One run over `files` files: `done` of them begun, and what became of them."""

    files: int
    done: int = 0
    added: int = 0
    known: int = 0
    skipped: list[tuple[str, str]] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)
    running: bool = True
    failure: str | None = None


class Intake:
    """The door for dropped files of one case: one run at a time."""

    def __init__(self, case: Case, then: Callable[[], object]) -> None:
        """`then` is called when a run has changed the case."""
        self._case = case
        self._then = then
        self._lock = Lock()
        self.run: Run | None = None

    def take(self, dropped: list[Dropped]) -> Run:
        """Begin to read files; ValueError while others are being read, or where there are none."""
        if not dropped:
            raise ValueError("choose files first")
        with self._lock:
            if self.run is not None and self.run.running:
                raise ValueError("other files are still being read; wait for them")
            self.run = run = Run(len(dropped))
        kept = TemporaryDirectory(prefix="dateline-")
        names = [_put(Path(kept.name) / str(number), one) for number, one in enumerate(dropped)]
        Thread(target=self._read, args=(run, names, kept), name="intake", daemon=True).start()
        return run

    def _read(self, run: Run, names: list[str], kept: TemporaryDirectory[str]) -> None:
        try:
            with kept:
                found = self._found(run, names, Path(kept.name))
                added = self._case.add_found(found)
            run.added, run.known = added.added, added.known
            run.skipped = [(error.where, error.reason) for error in added.skipped]
            run.notices = added.notices
        except (DatelineError, OSError) as error:
            run.failure = str(error)
        finally:
            self._then()
            run.running = False

    def _found(self, run: Run, names: list[str], folder: Path) -> Iterator[Found | ReportError]:
        for number, name in enumerate(names):
            run.done = number
            yield from read_bytes((folder / str(number)).read_bytes(), name)
        run.done = len(names)


def _put(path: Path, dropped: Dropped) -> str:
    """Put the bytes of a dropped file at `path`; gives its name, which leads nowhere on this machine."""
    name, stream = dropped
    with path.open("wb") as file:
        copyfileobj(stream, file)
    return "/".join(part for part in Path(name).parts if part not in ("/", "..", ".")) or "file"
