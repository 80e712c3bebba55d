"""Rewriting: other words in place of some of a report's own, with every offset carried along.

A rewritten report keeps the promise of the true one: each span's words stand in its text at `start:end`.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from dateline.model import Report, Span

_TOKEN = re.compile(r"\w{4,}")


@dataclass(frozen=True)
class Wording:
    """What is written in place of what: `instead` by the words as they stand, `kept` are words left alone.

    The longest words win, and only whole words count. `tail` is a pattern of what may follow replaced words
    and goes with them.
    """

    instead: Mapping[str, str]
    kept: frozenset[str] = frozenset()
    tail: str = ""

    @cached_property
    def pattern(self) -> re.Pattern[str] | None:
        """Finds all words of the wording; None where there is nothing to replace."""
        if not self.instead:
            return None
        longest_first = sorted({*self.instead, *self.kept}, key=lambda words: (-len(words), words))
        return re.compile(rf"(?<!\w)({'|'.join(map(re.escape, longest_first))})(?!\w)(?:{self.tail})")

    def cuts(self, words: str) -> Iterator[tuple[int, int, str]]:
        """Start and end of each stretch of `words` that is replaced, and by what."""
        for found in self.pattern.finditer(words) if self.pattern else ():
            if (label := self.instead.get(found[1])) is not None:
                yield found.start(), found.end(), label

    def of(self, words: str) -> str:
        """`words` as they are to be written."""
        pieces, at = [], 0
        for start, end, label in self.cuts(words):
            pieces += [words[at:start], label]
            at = end
        return "".join([*pieces, words[at:]])


class Rewriting:
    """One report in another wording."""

    def __init__(self, report: Report, wording: Wording) -> None:
        self.wording = wording
        cuts = list(wording.cuts(report.text))
        self._starts = [start for start, _, _ in cuts]
        self._ends = [end for _, end, _ in cuts]
        self._moved: list[tuple[int, int]] = []
        pieces, at, length = [], 0, 0
        for start, end, label in cuts:
            pieces += [report.text[at:start], label]
            length += start - at
            self._moved.append((length, length + len(label)))
            length, at = length + len(label), end
        self.text = "".join([*pieces, report.text[at:]])
        self.report = self._rewritten(report)

    def span(self, span: Span) -> Span:
        """`span` in the rewritten text; one that ends within replaced words takes all of them."""
        start, end = self._at(span.start, 0), self._at(span.end, 1)
        return Span(span.report, start, end, self.text[start:end])

    def _at(self, offset: int, side: int) -> int:
        """Where `offset` went: the start (side 0) or end (1) of replaced words that it lies within."""
        before = bisect_right(self._starts, offset - side) - 1
        if before < 0:
            return offset
        if offset < self._ends[before] or (side and offset == self._ends[before]):
            return self._moved[before][side]
        return self._moved[before][1] + offset - self._ends[before]

    def _rewritten(self, report: Report) -> Report:
        if not self.wording.instead:
            return report
        passages = tuple(
            replace(p, start=self._at(p.start, 0), end=self._at(p.end, 1)) for p in report.passages
        )
        return replace(
            report,
            text=self.text,
            passages=passages,
            title=self.wording.of(report.title) if report.title else None,
            name=report.id if self._tells(report.name) else report.name,
            url=None if self._tells(report.url) else report.url,
        )

    def _tells(self, address: str | None) -> bool:
        """True where a file name or address may give away a replaced word."""
        words = {word.casefold() for form in self.wording.instead for word in _TOKEN.findall(form)}
        return address is not None and any(word in address.casefold() for word in words)


def joined(wordings: Iterable[Wording]) -> Wording:
    """One wording for what several reports tell."""
    listed = tuple(wordings)
    instead = {form: label for wording in listed for form, label in wording.instead.items()}
    kept = frozenset[str]().union(*(w.kept for w in listed)) - instead.keys()
    return Wording(instead, kept, next((w.tail for w in listed if w.tail), ""))
