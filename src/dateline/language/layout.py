"""Sentence borders that the layout of a text decides, whatever the parser would make of the words.

A line break ends a sentence, so a headline, caption or list item never runs into the next one; so does
the dateline ("BAGHDAD (Reuters) -"), which no treebank teaches a parser to take apart. The breaks inside a
paragraph that was wrapped to a width end nothing.
"""

from __future__ import annotations

import re
from itertools import accumulate, pairwise

from spacy.language import Language
from spacy.tokens import Doc, Token

LINE_BREAKS = frozenset("\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029")
BULLETS = frozenset("•◦▪▸►‣●○■–—*·-")
OPENING_QUOTES = frozenset("\"“‘'«")
SENTENCE_ENDS = frozenset(".!?…:;\"”’'»")
CLOSING_QUOTES = frozenset("\"”’'»")

# Town in capitals, then perhaps country or day, then perhaps the agency, or the agency alone; then a dash.
_DATELINE = re.compile(
    r"^[ \t]*(?:[A-ZÀ-Þ][A-ZÀ-Þ'’.-]+(?:[ /][A-ZÀ-Þ][A-ZÀ-Þ'’.-]*){0,4}(?:, [^\n()–—]{1,40}?)?"
    r"(?: ?\([^()\n]{2,40}\))?|\([^()\n]{2,40}\)) ?[-–—]{1,2} (?=\S[^\n]{0,40}[a-zß-ÿ])",
    re.MULTILINE,
)


_PARAGRAPH = re.compile(r"(?:[^\n]*\S[^\n]*(?:\n|$))+")
_WIDTHS = range(40, 133)  # typewriter, mail and terminal widths
_FEWEST_LINES = 3


def wrapped_breaks(text: str) -> frozenset[int]:
    """Where a "\\n" only wraps a line: no line of its paragraph had room for the next line's first word."""
    found: set[int] = set()
    for paragraph in _PARAGRAPH.finditer(text):
        lines = paragraph.group().rstrip("\n").split("\n")
        width = max(map(len, lines))
        if len(lines) < _FEWEST_LINES or width not in _WIDTHS:
            continue
        if all(len(line) + 1 + len(after.split()[0]) > width for line, after in pairwise(lines)):
            ends = accumulate(len(line) + 1 for line in lines[:-1])
            found.update(paragraph.start() + end - 1 for end in ends)
    return frozenset(found)


@Language.component("dateline_layout")
def layout(doc: Doc) -> Doc:
    """Say where a sentence must begin and where none may; the parser decides the rest.

    Must begin: the first word of a line and the first behind a dateline. None may: whitespace, the word
    after a bullet, a quotation mark that closes, the first word after one that opens, and a word in
    lower case after one that closes ("Stop!" he said).
    """
    behind_dateline = {match.end() for match in _DATELINE.finditer(doc.text)}
    wraps = wrapped_breaks(doc.text)
    opens_line, after_bullet = True, False
    for token in doc:
        if token.is_space:
            is_wrap = token.text == "\n" and token.idx in wraps
            opens_line = opens_line or not (is_wrap or LINE_BREAKS.isdisjoint(token.text))
            token.is_sent_start = token.i == 0
        elif opens_line or token.idx in behind_dateline:
            token.is_sent_start = True
            opens_line, after_bullet = False, token.text in BULLETS
        else:
            if after_bullet or _continues_quote(token) or _continues_line(token):
                token.is_sent_start = False
            after_bullet = False
    return doc


def _continues_quote(token: Token) -> bool:
    """True for a closing quotation mark, a word in lower case behind one, and the first word quoted."""
    before = token.nbor(-1)
    if token.text in CLOSING_QUOTES and not before.whitespace_ and not before.is_space:
        return True
    if before.text in OPENING_QUOTES and not before.whitespace_ and _opens(before):
        return True
    return before.text in CLOSING_QUOTES and token.text[0].islower()


def _continues_line(token: Token) -> bool:
    """True for the first word of a wrapped line where the line before ends in mid-sentence."""
    return token.nbor(-1).is_space and token.i > 1 and token.nbor(-2).text[-1] not in SENTENCE_ENDS


def _opens(quote: Token) -> bool:
    """True for a mark with a space, or nothing, before it; a straight mark can open or close."""
    return quote.i == 0 or bool(quote.nbor(-1).whitespace_) or quote.nbor(-1).is_space
