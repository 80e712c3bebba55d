"""What the tests of foreign files share."""

from collections.abc import Callable, Iterator

from dateline.grounding.who.rows import ActorRow, fault_of

Read = Callable[..., Iterator[ActorRow]]


def read(reader: Read, text: str, file: str = "theirs") -> tuple[list[ActorRow], list[tuple[int, str]]]:
    """The rows that `reader` gives for `text`, all of them well-formed, and the lines that it rejects."""
    rejected: list[tuple[int, str]] = []
    lines = enumerate(text.splitlines(keepends=True), 1)
    rows = list(reader(file, lines, lambda line, reason: rejected.append((line, reason))))
    assert [fault_of(row) for row in rows] == [None] * len(rows)
    return rows, rejected
