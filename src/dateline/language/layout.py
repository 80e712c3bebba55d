"""Sentence borders that the layout of a text decides, whatever the parser would make of the words.

A line break ends a sentence, so a headline, caption or list item never runs into the next one; so does
the dateline ("BAGHDAD (Reuters) -"), which no treebank teaches a parser to take apart.
"""

from __future__ import annotations

import re

from spacy.language import Language
from spacy.tokens import Doc, Token

LINE_BREAKS = frozenset("\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029")
BULLETS = frozenset("•◦▪▸►‣●○■–—*·-")
OPENING_QUOTES = frozenset("\"“‘'«")
SENTENCE_ENDS = frozenset(".!?…:;\"”’'»")
CLOSING_QUOTES = frozenset("\"”’'»")
_MARKS = OPENING_QUOTES | CLOSING_QUOTES
_QUOTING = frozenset('"“«')
_STOPS = frozenset(".!?…")
WEEKDAYS = frozenset("Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split())

# Town in capitals, then perhaps country or day, then perhaps the agency, or the agency alone, or the hour of
# an entry in a running report; then a dash.
_DATELINE = re.compile(
    r"^[ \t]*(?:[A-ZÀ-Þ][A-ZÀ-Þ'’.-]+(?:[ /][A-ZÀ-Þ][A-ZÀ-Þ'’.-]*){0,4}(?:, [^\n()–—]{1,40}?)?"
    r"(?: ?\([^()\n]{2,40}\))?|\([^()\n]{2,40}\)|\d{1,2}[:.]\d{2}(?: [A-Z]{2,5})?)"
    r" ?[-–—]{1,2} (?=\S[^\n]{0,40}[a-zß-ÿ])",
    re.MULTILINE,
)

# "2) Damascus: …", "• Near Mosul: …"
_ITEM = re.compile(r"^[ \t]*(?:[•◦▪*–—-]|\(?\d{1,3}[.)])[ \t]*[A-ZÀ-Þ][^\n:.]{1,30}: (?=\S)", re.MULTILINE)


@Language.component("dateline_layout")
def layout(doc: Doc) -> Doc:
    """Say where a sentence must begin and where none may; the parser decides the rest.

    Must begin: the first word of a line, the first behind a dateline and behind the heading of an item, and
    a quotation mark that opens after a full stop. None may: whitespace, the word after a bullet, a quotation
    mark that closes, the first word after one that opens, a word in lower case after one that closes
    ("Stop!" he said), a weekday right behind a word ("in Farah province Wednesday"), and a word in lower case
    right behind a number ("On 5 January 2020 a drone").
    """
    text = doc.text
    openings = {match.end() for opening in (_DATELINE, _ITEM) for match in opening.finditer(text)}
    opens_line, after_bullet, before = True, False, ""
    for n, word in enumerate([token.text for token in doc]):
        if word.isspace():
            opens_line = opens_line or not LINE_BREAKS.isdisjoint(word)
            doc[n].is_sent_start = n == 0
        elif opens_line or (openings and doc[n].idx in openings) or (word in _QUOTING and _quotes(doc[n])):
            doc[n].is_sent_start = True
            opens_line, after_bullet = False, word in BULLETS
        else:
            if after_bullet or (_may_continue(word, before) and _continues(doc[n])):
                doc[n].is_sent_start = False
            after_bullet = False
        before = word
    return doc


def _quotes(mark: Token) -> bool:
    """True for a mark that opens a quotation after the end of a sentence, quoted or not."""
    if mark.i == 0 or mark.i + 1 == len(mark.doc) or mark.whitespace_ or not mark.nbor().text[0].isupper():
        return False
    before = mark.nbor(-1)
    if before.text in CLOSING_QUOTES and before.i:
        return bool(before.whitespace_) and before.nbor(-1).text in _STOPS
    return bool(before.whitespace_) and before.text in _STOPS


def _may_continue(word: str, before: str) -> bool:
    """True where `_continues` has anything to look at: this is asked of every word."""
    return word in _MARKS or before in _MARKS or word in WEEKDAYS or before.isspace() or before.isdigit()


def _continues(token: Token) -> bool:
    return _continues_quote(token) or _continues_line(token) or _continues_words(token)


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


def _continues_words(token: Token) -> bool:
    """True for a weekday behind a word and a word in lower case behind a number: neither opens a sentence."""
    before = token.nbor(-1)
    return (token.text in WEEKDAYS and before.is_alpha) or (before.is_digit and token.text.islower())


def _opens(quote: Token) -> bool:
    """True for a mark with a space, or nothing, before it; a straight mark can open or close."""
    return quote.i == 0 or bool(quote.nbor(-1).whitespace_) or quote.nbor(-1).is_space
