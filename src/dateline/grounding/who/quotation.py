"""Quotations: which words of a report are somebody's own, and whose."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from dateline.grounding.who.lexicon import Lexicon
from dateline.grounding.who.phrase import is_subject

if TYPE_CHECKING:
    from dateline.language.tree import Doc, Token

SPEAKER = frozenset("i me my mine myself we us our ours ourselves".split())
_OPEN, _CLOSE, _EITHER = frozenset(("“", "``", "«")), frozenset(("”", "''", "»")), '"'
_BESIDE = 12  # tokens between a quotation and the verb that says whose it is
_CONTINUED = 80  # tokens between two quotations of one speaker


class Quotations:
    """The quotations of one parsed report."""

    def __init__(self, doc: Doc) -> None:
        self._doc = doc

    def speaker(self, pronoun: Token) -> Token | None:
        """Who says "I" or "we": the subject of the verb of saying above it or beside its quotation.

        A quotation without such a verb continues the last one that has it, if that is near.
        """
        at = pronoun
        while at.head != at:
            at = at.head
            subject = _sayer(at)
            if subject is not None and subject != pronoun:
                return subject
        return self.quoted(pronoun)

    def quoted(self, token: Token) -> Token | None:
        """Who says the quotation that `token` stands in; None outside of any."""
        number = self._numbers.get(token.i)
        return None if number is None else self._speaker_of(number)

    def _speaker_of(self, number: int) -> Token | None:
        while number >= 0:
            start, end = self._spans[number]
            found = self._beside(start, end)
            if found is not None or number == 0 or start - self._spans[number - 1][1] > _CONTINUED:
                return found
            number -= 1
        return None

    def _beside(self, start: int, end: int) -> Token | None:
        after = range(end, min(end + _BESIDE, len(self._doc)))
        before = range(start, max(start - _BESIDE, -1), -1)
        for i in (*after, *before):
            subject = _sayer(self._doc[i])
            if subject is not None and not start <= subject.i < end:
                return subject
        return None

    @cached_property
    def _numbers(self) -> dict[int, int]:
        """The number of the quotation that a token stands in."""
        return {i: number for number, (start, end) in enumerate(self._spans) for i in range(start, end)}

    @cached_property
    def _spans(self) -> list[tuple[int, int]]:
        """Tokens from an opening mark to its closing one, or to the next opening one without one."""
        spans: list[tuple[int, int]] = []
        opened: int | None = None
        for token in self._doc:
            text = token.text
            if text in _OPEN or (text == _EITHER and opened is None):
                if opened is not None:
                    spans.append((opened, token.i))
                opened = token.i
            elif opened is not None and (text in _CLOSE or text == _EITHER):
                spans.append((opened, token.i + 1))
                opened = None
        return spans


def _sayer(verb: Token) -> Token | None:
    """The subject of a verb of saying that is no "I" or "we" itself."""
    if Lexicon.shipped().verbs.get(verb.lemma_.lower()) != "say":
        return None
    return next((c for c in verb.children if is_subject(c) and c.lower_ not in SPEAKER), None)
