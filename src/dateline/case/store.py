"""Store: the contract that every place a case is kept in fulfils. One test suite runs on all of them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

from dateline.model import Claim, Decision, Report


@dataclass(frozen=True, slots=True)
class Kept:
    """A report, its claims in the reader's order, and `read_by`: the versions that read it."""

    report: Report
    claims: tuple[Claim, ...]
    read_by: str

    @property
    def rank(self) -> tuple[str, str]:
        """Of several sources of one report, the one of lowest rank stands for it, in any order of coming."""
        return rank(self.report)


@dataclass(frozen=True, slots=True)
class Skipped:
    """An input that could not be read: `where` it is and the `reason`."""

    where: str
    reason: str


class Writer(Protocol):
    """What adds to a case. Each method is one transaction: it happens wholly or not at all."""

    def keep(self, kept: Kept, where: str, data: bytes) -> bool:
        """Keep a report with its claims and the bytes it was read from; True when that changed the case.

        Where the report is kept already, the reading of lower rank stays; of equal rank, that of another
        `read_by` replaces. Raises CaseError when a span's words don't stand in the report.
        """

    def skip(self, skipped: Skipped) -> None:
        """List an input that could not be read, instead of what was listed for the same `where`."""

    def decide(self, decision: Decision) -> None:
        """Keep a person's decision for good: none is ever changed or taken out, and one id is kept once."""

    def keep_record(self, key: str, body: bytes) -> None:
        """Keep one record as bytes, instead of any other; it can be made anew, so a store may drop it."""

    def retry(self, paths: Iterable[str]) -> None:
        """Take inputs under `paths` (files, or folders, or lines of files) off the list of skipped ones."""


class View(Protocol):
    """What reads a case. Everything comes in an order that does not depend on how it came in."""

    def find(self, report: str) -> Kept | None:
        """The report of that id with its claims; None when it is not in the case."""

    def kept(self) -> Iterator[Kept]:
        """All reports with their claims, in order of report id."""

    def skipped(self) -> Iterator[Skipped]:
        """The inputs that could not be read, in order of where they are."""

    def decisions(self) -> Iterator[Decision]:
        """All decisions, undone ones too, in the order they were made."""

    def record(self, key: str) -> bytes | None:
        """The record that was kept under `key`; None when none or another one is."""

    def original(self, sha256: str) -> bytes | None:
        """The bytes of that hash, as they were found; None when they are not in the case."""

    def places_of(self, report: str) -> tuple[str, ...]:
        """All places that the report was found in, in order."""


class Store(Writer, View, Protocol):
    """A place that a case is kept in."""

    def close(self) -> None:
        """Let go of files; the store is not used afterwards."""


def rank(report: Report) -> tuple[str, str]:
    """The order among sources of one report: by name, then by the hash of the bytes."""
    return report.name, report.original.sha256


def supersedes(new: Kept, old: Kept | None) -> bool:
    """True when `new` takes the place of `old` in a case, by the rule of `Writer.keep`."""
    if old is None or new.rank < old.rank:
        return True
    return new.rank == old.rank and new.read_by != old.read_by


def lies_under(where: str, paths: Iterable[str]) -> bool:
    """True when `where` is one of `paths`, in one of them as a folder, or a line of one of them."""
    return any(where == path or where.startswith((path.rstrip("/") + "/", path + ":")) for path in paths)
