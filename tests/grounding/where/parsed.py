"""Parsed sentences written by hand, so that a test rests on no model's parse."""

import spacy
from spacy.tokens import Doc, Span

from dateline.model import Original, Report, report_id

_VOCAB = spacy.blank("en").vocab
_CLOSING = frozenset({".", ",", "'s", ")", "-"})


def parsed(*sentences: str, names: dict[str, str] | None = None) -> Doc:
    """One document of sentences written "word/POS/relation/number-of-head …", numbers from 1, 0 for the root.

    A lemma that differs stands behind a fifth slash. `names` are the model's names with their labels.
    """
    words, pos, deps, heads, lemmas, starts = [], [], [], [], [], []
    for sentence in sentences:
        first = len(words)
        for at, cell in enumerate(sentence.split()):
            word, tag, dep, head, *lemma = cell.split("/")
            words.append(word)
            pos.append(tag)
            deps.append(dep)
            heads.append(first + (at if head == "0" else int(head) - 1))
            lemmas.append(lemma[0] if lemma else word.lower())
            starts.append(at == 0)
    spaces = [
        after not in _CLOSING and word != "-" for word, after in zip(words, [*words[1:], "."], strict=True)
    ]
    doc = Doc(_VOCAB, words, spaces, pos=pos, deps=deps, heads=heads, lemmas=lemmas)
    doc.set_ents([_span(doc, text, label) for text, label in (names or {}).items()])
    return doc


def report_of(text: str) -> Report:
    """A report of nothing but a text."""
    return Report(
        report_id(text, None, None, None, None), "test", text, Original("0" * 64, "text", len(text))
    )


def _span(doc: Doc, text: str, label: str) -> Span:
    start = doc.text.index(text)
    span = doc.char_span(start, start + len(text), label=label)
    assert span is not None, f"{text!r} cuts a word"
    return span
