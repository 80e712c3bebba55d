"""Passages: what in a text is prose and what is headline, caption, credit, byline, dateline or boilerplate.

The patterns stand in `passages.tsv`. They err towards prose: what is taken for prose by mistake
costs little, prose taken for something else is lost.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import get_args

from dateline.model.report import Passage
from dateline.model.vocabulary import PassageKind
from dateline.sources.listing import rows
from dateline.sources.published import published_date

_Mark = tuple[int, int, PassageKind, str]
_SENTENCE = re.compile(r"\S.*?(?:[.!?][”\"’')\]]*(?=\s)|$)", re.MULTILINE)
_LINE = re.compile(r"\S.*")
_BLANKS = re.compile(r"\s*")
_FEWEST_WORDS_TWICE = 8  # shorter sentences repeat by chance ("He did not give details.")
_LONGEST_HEADLINE = 150
_OPENING_LINES = 4
_HEADLINE_WORDS = range(3, 26)


@dataclass(frozen=True, slots=True)
class _Rule:
    kind: PassageKind
    place: str
    pattern: re.Pattern[str]
    why: str


def passages_of(text: str, title: str | None, captions: frozenset[str] = frozenset()) -> tuple[Passage, ...]:
    """`text` cut into passages that cover it end to end without overlap; all prose when no rule fires.

    `captions` are lines, with single blanks, that are known to be captions.
    """
    found = (*_headline(text, title), *_declared(text, captions), *_by_rules(text), *_stated_twice(text))
    marks: list[_Mark] = []
    covered = 0
    for mark in sorted(found, key=lambda m: (m[0], -m[1])):
        if mark[0] >= covered:
            marks.append(mark)
            covered = mark[1]
    passages = tuple(_fill(text, marks))
    if any(passage.kind == "prose" for passage in passages):
        return passages
    return tuple(_fill(text, []))  # no prose would be left: the rules don't fit this text


def opening(text: str) -> tuple[str | None, str | None]:
    """Headline and publication date as lines of their own at the top of `text`; None where there is none."""
    lines = [line.strip() for line in text.lstrip("\n").split("\n", 12)[:12]]
    title = lines[0] if _is_headline(lines) else None
    top = [line for line in lines if line][:_OPENING_LINES]
    dates = (_date_in(line) for line in top if len(line) < 60)
    return title, next((d for d in dates if d), None)


def _is_headline(lines: list[str]) -> bool:
    """A short first line without a full stop, cut off by a blank line, that no rule claims."""
    first, rest = lines[0], lines[1:]
    return (
        len(first) <= _LONGEST_HEADLINE
        and len(first.split()) in _HEADLINE_WORDS
        and first[-1] not in ".!:;,"
        and len(rest) > 1
        and not rest[0]
        and _date_in(first) is None
        and not any(rule.place == "line" and rule.pattern.fullmatch(first) for rule in _rules())
    )


def _date_in(line: str) -> str | None:
    """The date of a line that says nothing but when the report was published."""
    words = re.sub(r"(?i)^(?:published|posted)(?: on| at)?:?\s+", "", line)
    return words if published_date(words) and not re.search(r"[a-z]{10}", words) else None


def _headline(text: str, title: str | None) -> Iterator[_Mark]:
    start = len(text) - len(text.lstrip())
    first = text[start:].split("\n", 1)[0].rstrip()
    if title and " ".join(first.split()).casefold() == title.casefold() and len(first) < len(text.strip()):
        yield start, start + len(first), "headline", "the title as first line"


def _declared(text: str, captions: frozenset[str]) -> Iterator[_Mark]:
    for line in _LINE.finditer(text) if captions else ():
        if " ".join(line[0].split()) in captions:
            yield line.start(), line.end(), "caption", "declared by the page"


def _by_rules(text: str) -> Iterator[_Mark]:
    line_start = 0
    opened = False
    for line in text.split("\n"):
        words = line.strip()
        start = line_start + line.find(words)
        line_start += len(line) + 1
        if not words:
            continue
        if rule := next((r for r in _rules() if r.place == "line" and r.pattern.fullmatch(words)), None):
            yield start, start + len(words), rule.kind, rule.why
            continue
        if not opened and len(words) > _LONGEST_HEADLINE / 2:
            opened = True
            yield from _at(text, start, start + len(words), "opening")
        yield from _at(text, start, start + len(words), "inside")


def _at(text: str, start: int, end: int, place: str) -> Iterator[_Mark]:
    for rule in (r for r in _rules() if r.place == place):
        if place == "opening":
            if found := rule.pattern.match(text, start, end):
                yield found.start(), found.end(), rule.kind, rule.why
                return
        else:
            yield from (
                (m.start(), m.end(), rule.kind, rule.why) for m in rule.pattern.finditer(text, start, end)
            )


def _stated_twice(text: str) -> Iterator[_Mark]:
    """Sentences that stand in the text word for word before: pasted captions and pulled quotes."""
    seen = set()
    for found in _SENTENCE.finditer(text):
        words = found[0].casefold().split()
        if len(words) < _FEWEST_WORDS_TWICE:
            continue
        key = " ".join(words)
        if key in seen:
            yield found.start(), found.end(), "caption", "stated before"
        seen.add(key)


def _fill(text: str, marks: list[_Mark]) -> Iterator[Passage]:
    """The marked passages and the prose between them; blanks at a border go with what stands before."""
    at = 0
    for start, end, kind, why in marks:
        blanks = _BLANKS.match(text, end)
        after = blanks.end() if blanks else end
        if text[at:start].strip():
            yield Passage(at, start, "prose", "no rule fired")
            at = start
        yield Passage(at, after, kind, why)
        at = after
    if at < len(text):
        yield Passage(at, len(text), "prose", "no rule fired" if marks else "whole text")


@cache
def _rules() -> tuple[_Rule, ...]:
    return tuple(_rule(*row) for row in rows("passages.tsv"))


def _rule(kind: str, place: str, pattern: str, why: str) -> _Rule:
    for known in get_args(PassageKind):
        if known == kind:
            return _Rule(known, place, re.compile(pattern), why)
    raise ValueError(f"passages.tsv: no passage kind {kind!r}")
