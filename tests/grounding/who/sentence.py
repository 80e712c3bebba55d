"""Parsed sentences written by hand, so that a test rests on no model's parse."""

import spacy
from spacy.tokens import Doc, Span

from dateline.grounding.who import Cast, Registry, find_actors
from dateline.model import Original, Report

_TAGS = {"NOUN": "NN", "PROPN": "NNP", "VERB": "VBD", "PRON": "PRP", "DET": "DT", "ADJ": "JJ", "ADP": "IN"}
_TAGS |= {"PUNCT": ".", "CCONJ": "CC", "NUM": "CD", "PART": "POS", "AUX": "VBD"}
_CLOSING = frozenset((".", ",", "'s", ")", "-"))
VOCAB = spacy.blank("en").vocab
_LEMMAS = {"said": "say", "gunmen": "gunman", "children": "child", "Women": "woman"}


def doc_of(*sentences: str, names: dict[str, str] | None = None) -> Doc:
    """One document of sentences written as "word/POS/dep/head word …"; a plural noun is POS "NOUNS".

    `names` are the model's own names with their labels. The head of a root is left out.
    """
    words, pos, tags, deps, heads, starts = [], [], [], [], [], []
    for sentence in sentences:
        offset = len(words)
        cells = [cell.split("/") for cell in sentence.split()]
        forms = [cell[0] for cell in cells]
        for at, cell in enumerate(cells):
            plural = cell[1].endswith("S") and cell[1] in ("NOUNS", "PROPNS")
            kind = cell[1][:-1] if plural else cell[1]
            words.append(cell[0])
            pos.append(kind)
            tags.append(_TAGS.get(kind, "XX") + ("S" if plural else ""))
            deps.append(cell[2])
            heads.append(offset + (forms.index(cell[3]) if len(cell) > 3 else at))
            starts.append(at == 0)
    lemmas = [_lemma(word, tag) for word, tag in zip(words, tags, strict=True)]
    doc = Doc(
        VOCAB, words, heads=heads, deps=deps, pos=pos, tags=tags, lemmas=lemmas,
        spaces=[not (word.endswith("-") or after in _CLOSING) for word, after in _pairs(words)],
    )  # fmt: skip
    doc.set_ents([_span(doc, text, label) for text, label in (names or {}).items()])
    return doc


def cast_of(doc: Doc, published: str | None = "2020-01-10", registry: Registry | None = None) -> Cast:
    report = Report("r-1", "test", doc.text, Original("0" * 64, "text", 1), published=published)
    return find_actors(doc, report, registry)


def names_at(doc: Doc, word: str, nth: int = 0, **options: object) -> list[str]:
    """The names of the parties of the n-th token with these letters."""
    token = [token for token in doc if token.text == word][nth]
    return [party.name for party in cast_of(doc, **options).parties(token)]


def _lemma(word: str, tag: str) -> str:
    return _LEMMAS.get(word) or (word.lower().removesuffix("s") if tag == "NNS" else word.lower())


def _pairs(words: list[str]) -> list[tuple[str, str]]:
    return list(zip(words, [*words[1:], ""], strict=True))


def _span(doc: Doc, text: str, label: str) -> Span:
    """The last place where the words of `text` stand."""
    words = text.split()
    start = max(i for i in range(len(doc)) if [t.text for t in doc[i : i + len(words)]] == words)
    return Span(doc, start, start + len(words), label)
