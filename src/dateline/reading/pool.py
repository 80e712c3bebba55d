"""Pool: many reports read by several processes, the results in the order of the reports.

What travels back is compact JSON and no parse. A worker ends with the process that started it, however that
one ended, and leaves Ctrl-C to it.
"""

import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context, parent_process

from dateline.model import Claim, EventClaim, FigureClaim, RelationClaim, Report, ReportError
from dateline.model.codec import decode, encode

Outcome = tuple[Claim, ...] | ReportError
Reading = tuple[Report, Outcome]
"""A report with its claims, or with the error because of which it was skipped."""
TryRead = Callable[[Report], Outcome]

_AHEAD = 4
"""Reports that each worker may be given before the first of them is handed on: bounds memory."""


@dataclass(frozen=True, slots=True)
class _Kinds:
    """Claims by kind, as they travel between processes; in this order they make up what a reading gives."""

    events: tuple[EventClaim, ...]
    relations: tuple[RelationClaim, ...]
    figures: tuple[FigureClaim, ...]


def read_in_processes(try_read: TryRead, reports: Iterable[Report], workers: int) -> Iterator[Reading]:
    """Each report with what `try_read` makes of it, in the order given, by `workers` processes."""
    with ProcessPoolExecutor(workers, get_context("spawn"), _start, (try_read,)) as pool:
        waiting: deque[tuple[Report, Future[bytes | ReportError]]] = deque()
        for report in reports:
            waiting.append((report, pool.submit(_read, report)))
            if len(waiting) >= workers * _AHEAD:
                yield _received(*waiting.popleft())
        while waiting:
            yield _received(*waiting.popleft())


_try_read: TryRead | None = None


def _start(try_read: TryRead) -> None:
    global _try_read
    _try_read = try_read
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
    os._exit(1)


def _read(report: Report) -> bytes | ReportError:
    assert _try_read is not None  # set when the process started
    claims = _try_read(report)
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
