"""NamedText: a text with the names that are known in it and the stretches where nobody knows."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc

LABELS = frozenset({"FAC", "GPE", "LOC", "NORP", "ORG", "PERSON"})


@dataclass(frozen=True, slots=True)
class Name:
    """A name at text[begin:end]; `kind` is the finer type where the source tells one."""

    begin: int
    end: int
    label: str
    kind: str = ""


@dataclass(frozen=True, slots=True)
class NamedText:
    """A text for training; tokens that touch `unknown` are neither names nor non-names."""

    text: str
    names: tuple[Name, ...]
    unknown: tuple[tuple[int, int], ...] = ()


def tags(doc: Doc, named: NamedText) -> list[str]:
    """BILUO tags by token, `-` for unknown; a name that cuts a token in two is left unknown."""
    result = ["O"] * len(doc)
    for begin, end in named.unknown:
        _paint(doc, result, begin, end)
    for name in named.names:
        span = doc.char_span(name.begin, name.end)
        if span is None:
            _paint(doc, result, name.begin, name.end)
        elif len(span) == 1:
            result[span.start] = f"U-{name.label}"
        else:
            inner = [f"I-{name.label}"] * (len(span) - 2)
            result[span.start : span.end] = [f"B-{name.label}", *inner, f"L-{name.label}"]
    return result


def _paint(doc: Doc, result: list[str], begin: int, end: int) -> None:
    span = doc.char_span(begin, end, alignment_mode="expand") if begin < end else None
    for token in span or ():
        result[token.i] = "-"


def joined(parts: list[NamedText], separator: str = " ") -> NamedText:
    """Several texts as one, offsets moved."""
    text, names, unknown = "", [], []
    for part in parts:
        text += separator if text else ""
        by = len(text)
        names += [Name(n.begin + by, n.end + by, n.label, n.kind) for n in part.names]
        unknown += [(begin + by, end + by) for begin, end in part.unknown]
        text += part.text
    return NamedText(text, tuple(names), tuple(unknown))
