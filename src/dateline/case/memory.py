"""The memory store: the reference that says what a store does, and the home of cases that need no file."""

from collections.abc import Iterable, Iterator

from dateline.case.store import Kept, Skipped, lies_under, supersedes
from dateline.case.words import check_words
from dateline.model import Decision


class MemoryStore:
    """A case in memory, gone with the process."""

    def __init__(self) -> None:
        self._kept: dict[str, Kept] = {}
        self._originals: dict[str, bytes] = {}
        self._places: dict[str, set[str]] = {}
        self._skipped: dict[str, Skipped] = {}
        self._decisions: dict[str, Decision] = {}
        self._record: tuple[str, bytes] | None = None

    def keep(self, kept: Kept, where: str, data: bytes) -> bool:
        """See `Writer.keep`."""
        check_words(kept.report, kept.claims)
        key = kept.report.id
        self._originals[kept.report.original.sha256] = data
        self._places.setdefault(key, set()).add(where)
        if not supersedes(kept, self._kept.get(key)):
            return False
        self._kept[key] = kept
        return True

    def skip(self, skipped: Skipped) -> None:
        """See `Writer.skip`."""
        self._skipped[skipped.where] = skipped

    def decide(self, decision: Decision) -> None:
        """See `Writer.decide`."""
        self._decisions.setdefault(decision.id, decision)

    def keep_record(self, key: str, body: bytes) -> None:
        """See `Writer.keep_record`."""
        self._record = (key, body)

    def retry(self, paths: Iterable[str]) -> None:
        """See `Writer.retry`."""
        paths = tuple(paths)
        self._skipped = {w: s for w, s in self._skipped.items() if not lies_under(w, paths)}

    def find(self, report: str) -> Kept | None:
        """See `View.find`."""
        return self._kept.get(report)

    def kept(self) -> Iterator[Kept]:
        """See `View.kept`."""
        return (self._kept[key] for key in sorted(self._kept))

    def skipped(self) -> Iterator[Skipped]:
        """See `View.skipped`."""
        return (self._skipped[where] for where in sorted(self._skipped))

    def decisions(self) -> Iterator[Decision]:
        """See `View.decisions`."""
        return iter(sorted(self._decisions.values(), key=lambda d: (d.at, d.id)))

    def record(self, key: str) -> bytes | None:
        """See `View.record`."""
        return self._record[1] if self._record and self._record[0] == key else None

    def original(self, sha256: str) -> bytes | None:
        """See `View.original`."""
        return self._originals.get(sha256)

    def places_of(self, report: str) -> tuple[str, ...]:
        """See `View.places_of`."""
        return tuple(sorted(self._places.get(report, ())))

    def close(self) -> None:
        """See `Store.close`."""
