"""Sentences parsed by hand, so that rules are tested and not a model."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from spacy.lang.en import English
from spacy.tokens import Doc, Token
from spacy.vocab import Vocab

from dateline.grounding.who.registry import shipped
from dateline.model import Original, Party, Report

PARSED = Path(__file__).with_name("parsed.conllu")
_NO_ACTORS = frozenset(
    {
        "attack",
        "strike",
        "responsibility",
        "end",
        "troop",
        "town",
        "city",
        "village",
        "position",
        "raid",
        "day",
    }
)
_SORTS = {"ORG": "organisation", "PERSON": "person", "GPE": "place"}


def make_report(text: str) -> Report:
    return Report(id="r", name="test", text=text, original=Original("0" * 64, "text", len(text)))


class PlainCast:
    """Takes noun phrases by their words: enough of `grounding.who.Cast` for rules that ask who it is."""

    def __init__(self, report: Report) -> None:
        self._report = report

    mentions: tuple[Party, ...] = ()
    registry = shipped()

    def is_actor(self, token: Token) -> bool:
        return token.pos_ in {"NOUN", "PROPN", "PRON"} and token.lemma_ not in _NO_ACTORS

    def sort(self, token: Token) -> str:
        if token.pos_ == "PRON":
            return "pronoun"
        return _SORTS.get(token.ent_type_) or ("person" if self.is_actor(token) else "thing")

    def parties(self, token: Token) -> tuple[Party, ...]:
        words = [t for t in token.subtree if t.dep_ in {"compound", "flat"} or t.i == token.i]
        words = [t for t in words if t.head.i == token.i or t.i == token.i]
        words = [t for t in words if t.pos_ == "PROPN"] or words
        span = token.doc[words[0].i : words[-1].i + 1]
        kind = "named" if token.pos_ == "PROPN" else "unnamed"
        return (Party(span.text, self._report.span(span.start_char, span.end_char), kind=kind),)


@dataclass(frozen=True)
class Sentence:
    doc: Doc
    report: Report
    cast: PlainCast

    def token(self, word: str) -> Token:
        return next(t for t in self.doc if t.text == word)


@pytest.fixture(scope="session")
def sentence() -> Callable[[str], Sentence]:
    """The hand-parsed sentence that opens with the given words."""
    vocab = English().vocab
    blocks = PARSED.read_text("utf-8").split("\n\n")[1:]
    docs = {block.split("\n")[0].removeprefix("# text = "): block for block in blocks}

    def find(start: str) -> Sentence:
        text = next(t for t in docs if t.startswith(start))
        doc = _build(vocab, docs[text])
        report = make_report(text)
        assert doc.text == text
        return Sentence(doc, report, PlainCast(report))

    return find


def _build(vocab: Vocab, block: str) -> Doc:
    rows = [line.split("\t") for line in block.strip().split("\n")[1:]]
    heads = [int(row[6]) - 1 if row[6] != "0" else i for i, row in enumerate(rows)]
    ents = [row[5] for row in rows]
    return Doc(
        vocab,
        words=[row[1] for row in rows],
        spaces=[row[8] == "_" for row in rows[:-1]] + [False],
        lemmas=[row[2] for row in rows],
        pos=[row[3] for row in rows],
        tags=[row[4] for row in rows],
        heads=heads,
        deps=[row[7] for row in rows],
        ents=[
            "O" if e == "_" else f"{'I' if i and ents[i - 1] == e else 'B'}-{e}" for i, e in enumerate(ents)
        ],
    )
