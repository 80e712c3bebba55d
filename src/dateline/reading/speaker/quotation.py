"""Quotations: the stretches between quote marks, paired so that missing and doubled marks do little harm."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dateline.language.tree import Doc, Token

_PAIRS = {"“": "”", "„": "”", "‟": "”", "«": "»", "‘": "’", "``": "''"}
_STRAIGHT = frozenset({'"', "''", "＂"})
_MARKS = re.compile(r"[“”„‟«»‘’\"＂]|``|\'\'|\n+")
_SCARE_WORDS = 4  # a shorter quotation without an end of its own is a borrowed term, not speech
_LOST_MARK = 120  # tokens after which an unclosed quotation is taken to have lost its closing mark


@dataclass(frozen=True, slots=True)
class Quotation:
    """Tokens `start:end`, marks included. `closed` is False where no closing mark was found, `resumes` True
    where it opens while the one before was still open (the same speaker goes on)."""

    start: int
    end: int
    closed: bool
    resumes: bool


def find_quotations(doc: Doc) -> tuple[Quotation, ...]:
    """All quotations in order, none overlapping. A quotation ends with its paragraph at the latest."""
    found: list[Quotation] = []
    opener: Token | None = None
    for token in _marks_and_breaks(doc):
        role = _role(token, opener)
        if opener is not None and (role == "open" or _breaks_paragraph(token)):
            found.append(_unclosed(opener, token.i, _resumes(doc, opener, found)))
            opener = None
        if role == "open":
            opener = token
        elif role == "close" and opener is not None:
            found.append(Quotation(opener.i, token.i + 1, True, _resumes(doc, opener, found)))
            opener = None
    if opener is not None:
        found.append(_unclosed(opener, len(doc), _resumes(doc, opener, found)))
    return tuple(q for q in found if q.end - q.start > 1)


def _marks_and_breaks(doc: Doc) -> Iterator[Token]:
    """The tokens that may open or close a quotation, and line breaks."""
    for match in _MARKS.finditer(doc.text):
        word = doc.char_span(match.start(), match.end(), alignment_mode="expand")
        if word is not None:
            yield word[0]


def _resumes(doc: Doc, opener: Token, found: list[Quotation]) -> bool:
    """True where the quotation before was never closed and nothing stands between."""
    return bool(found) and not found[-1].closed and not doc[found[-1].end : opener.i].text.strip()


def is_speech(doc: Doc, quotation: Quotation) -> bool:
    """True where somebody speaks a sentence or most of one, False for single quoted terms."""
    words = [t for t in doc[quotation.start : quotation.end] if t.is_alpha]
    if len(words) > _SCARE_WORDS:
        return True
    last = doc[quotation.end - 2 if quotation.closed else quotation.end - 1]
    return len(words) > 1 and last.text in {",", ".", "!", "?", "…"}


def _unclosed(opener: Token, end: int, resumes: bool) -> Quotation:
    if end - opener.i > _LOST_MARK:
        end = min(end, opener.sent.end)
    return Quotation(opener.i, end, False, resumes)


def _role(token: Token, opener: Token | None) -> str | None:
    text = token.text
    if opener is None:
        return "open" if text in _PAIRS or text in _STRAIGHT else None
    if text == _PAIRS.get(opener.text):
        return None if token.tag_ == "POS" else "close"
    if text in _PAIRS:
        return None if text == "‘" else "open"
    if text not in _STRAIGHT:
        return None
    opens_again = _looks_opening(token)
    if opener.text in _STRAIGHT:
        return "open" if opens_again else "close"
    return "close" if opener.text in {"“", "``"} and not opens_again else None


def _looks_opening(token: Token) -> bool:
    before = token.i == 0 or bool(token.nbor(-1).whitespace_) or token.nbor(-1).is_space
    after = token.i + 1 < len(token.doc) and not token.whitespace_ and not token.nbor().is_punct
    return before and after


def _breaks_paragraph(token: Token) -> bool:
    return token.is_space and "\n" in token.text
