"""Quoted speech brought to its speaker: beside its cue, after a colon, split around the cue, or going on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dateline.reading.speaker.quotation import Quotation, find_quotations, is_speech
from dateline.reading.speaker.saying import DASHES, Saying

if TYPE_CHECKING:
    from dateline.language.tree import Doc

_BESIDE = 14  # tokens between a quotation and its cue, time and place words included
_FIRST_PERSON = frozenset({"i", "we", "our", "my"})
_STATEMENT = 60  # tokens in which a statement shows that somebody speaks of himself
_GOES_ON = 40  # tokens between two quotations of one speaker


def attribute_quotations(doc: Doc, sayings: tuple[Saying, ...]) -> tuple[Saying, ...]:
    """The sayings with the quotations that are their speakers' added to their content."""
    held = list(sayings)
    last: tuple[int, Quotation] | None = None
    for quotation in find_quotations(doc):
        if not is_speech(doc, quotation):
            continue
        index = _saying_of(doc, held, quotation, last)
        if index is not None:
            held[index] = held[index].with_content((quotation.start, quotation.end))
            last = (index, quotation)
    told = (_with_statement(doc, saying).trimmed(doc) for saying in held)
    return tuple(saying for saying in told if saying.content)


def _opens(doc: Doc, saying: Saying) -> bool:
    """True for "X said:" at the end of a sentence, with no quotation marks after it."""
    end = last = doc[saying.cue[1] - 1].sent.end
    while last > saying.cue[1] and doc[last - 1].is_space:
        last -= 1
    return saying.holder is not None and last > saying.cue[1] and doc[last - 1].text == ":" and end < len(doc)


def _with_statement(doc: Doc, saying: Saying) -> Saying:
    """A statement given without marks after "X said:" runs to the end where it speaks of "I" or "we"."""
    if saying.content or not _opens(doc, saying):
        return saying
    start = doc[saying.cue[1] - 1].sent.end
    in_first_person = any(t.lower_ in _FIRST_PERSON for t in doc[start : start + _STATEMENT])
    return saying.with_content((start, len(doc) if in_first_person else doc[start].sent.end))


def _saying_of(
    doc: Doc, sayings: Sequence[Saying], quotation: Quotation, last: tuple[int, Quotation] | None
) -> int | None:
    """Position of the saying that `quotation` belongs to, None where nothing tells."""
    usable = [i for i, s in enumerate(sayings) if s.holder is not None and _outside(s, quotation)]
    if quotation.resumes and last is not None:
        return last[0]
    for find in (_following, _preceding):
        index = find(doc, sayings, usable, quotation)
        if index is not None:
            return index
    if last is not None and quotation.start - last[1].end <= _GOES_ON:
        return last[0]
    return _in_sentence(doc, sayings, usable, quotation)


def _outside(saying: Saying, quotation: Quotation) -> bool:
    return not quotation.closed or not quotation.start <= saying.cue[0] < quotation.end


def _following(doc: Doc, sayings: Sequence[Saying], usable: list[int], quotation: Quotation) -> int | None:
    """ "…", X said. The cue stands in the words right after, before any other sentence or quotation."""
    if not quotation.closed or (
        doc[quotation.end - 2].text in {".", "!"} and not _goes_on_same(doc, quotation)
    ):
        return None
    for index in usable:
        start = sayings[index].cue[0]
        if quotation.end <= start < quotation.end + _BESIDE and _unbroken(doc, quotation.end, start):
            return index
    return None


def _goes_on_same(doc: Doc, quotation: Quotation) -> bool:
    """After a full stop inside the marks, the same sentence goes on in small letters or with a dash."""
    return quotation.end < len(doc) and (doc[quotation.end].is_lower or doc[quotation.end].text in DASHES)


def _preceding(doc: Doc, sayings: Sequence[Saying], usable: list[int], quotation: Quotation) -> int | None:
    """X said: "…" The last cue before the quotation, with no sentence end between but a colon."""
    best = None
    for index in usable:
        end = sayings[index].cue[1]
        if quotation.start - _BESIDE <= end <= quotation.start and _unbroken(doc, end, quotation.start):
            best = index
    return best


def _in_sentence(doc: Doc, sayings: Sequence[Saying], usable: list[int], quotation: Quotation) -> int | None:
    sentence = doc[quotation.start].sent
    inside = [i for i in usable if sentence.start <= sayings[i].cue[0] < sentence.end]
    return min(inside, key=lambda i: abs(sayings[i].cue[0] - quotation.start), default=None)


def _unbroken(doc: Doc, start: int, end: int) -> bool:
    return not any(t.text in {".", "!", "?", "“", ";"} for t in doc[start:end])
