"""Quote: the verbatim stretch around a trigger by which a reader finds it again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.model import Report, Span

if TYPE_CHECKING:
    from dateline.language.tree import Token

LEAST_WORDS = 8
"""Fewest words of a quote, as the annotation guide asks, where the text has that many."""


def quote_around(token: Token, report: Report) -> Span:
    """The sentence of `token`; with its neighbours where it is short or stands in the text more than once."""
    sentences = list(token.doc.sents)
    here = next(n for n, sent in enumerate(sentences) if sent.start <= token.i < sent.end)
    first = last = here
    while True:
        start, end = sentences[first].start_char, sentences[last].end_char
        start, end = _trimmed(report.text, start, end)
        words = report.text[start:end]
        enough = len(words.split()) >= LEAST_WORDS and report.text.find(words, start + 1) < 0
        unique = report.text.find(words) == start
        if (enough and unique) or (first == 0 and last == len(sentences) - 1):
            return report.span(start, end)
        if last < len(sentences) - 1 and last - here <= here - first:
            last += 1
        elif first > 0:
            first -= 1
        else:
            last += 1


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while end > start and text[end - 1].isspace():
        end -= 1
    while start < end and text[start].isspace():
        start += 1
    return start, end
