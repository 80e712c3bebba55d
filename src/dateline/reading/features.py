"""What is seen of a word before it is decided whether it says an event, and which.

Every feature is a short string; the weights in `data/events.npz` say what each counts for. Training and
reading call the same functions, so a change here asks for training anew.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from dateline.reading.lexicon import Match
from dateline.reading.word_class import GRAINS, classes_of

if TYPE_CHECKING:
    from dateline.language.tree import Doc, Span, Token

CONTENT = frozenset({"VERB", "NOUN", "ADJ"})
_STRONG = frozenset({"always", "sure"})
_SILENT = frozenset({"punct", "det", "case", "cc", "dep"})
_BEARING = frozenset({"nsubj", "obj", "nsubj:pass", "obl", "nmod", "compound", "amod", "xcomp", "ccomp"})
_QUOTES = frozenset('"“”')

Matches = Mapping[int, Match]
"""What the lexicon matched, by the index of the head token."""


def is_candidate(token: Token, matches: Matches) -> bool:
    """True for verbs, nouns and adjectives, and for any word that the lexicon knows."""
    return token.i in matches or (token.pos_ in CONTENT and token.is_alpha)


class Context:
    """What all words of one document share: its topics, its quotations, what the lexicon matched."""

    def __init__(self, doc: Doc, matches: Matches) -> None:
        self.doc = doc
        self.matches = matches
        self._types = {i: _types(match) for i, match in matches.items()}
        topics = Counter(name for i in matches for name in self.strong(i))
        self._topics = [f"doc={name}:{min(n, 4)}" for name, n in sorted(topics.items())]
        self._quoted = _quoted(doc)
        self._sentences = {sent.start: n for n, sent in enumerate(doc.sents)}
        self._near: dict[int, list[tuple[int, str]]] = {}

    def types(self, i: int) -> list[str]:
        """ "TYPE:strength" of everything that the lexicon says of token `i`."""
        return self._types.get(i, [])

    def strong(self, i: int) -> list[str]:
        """The types that the lexicon is sure of for token `i`."""
        return [name.split(":")[0] for name in self.types(i) if name.split(":")[1] in _STRONG]

    def features(self, token: Token) -> list[str]:
        """Every feature of `token`, each once, in a stable order."""
        return list(dict.fromkeys(self._features(token)))

    def _features(self, token: Token) -> Iterator[str]:
        lemma, types = _lemma(token), self.types(token.i) or ["none"]
        yield from _word(token, lemma)
        yield from (f"lex={name}" for name in types)
        yield f"lexes={'|'.join(sorted(types))}"
        if token.i in self.matches:
            entry = self.matches[token.i].entries[0]
            yield f"phrase={entry.phrase}/{entry.pos}"
        for name in types:
            yield f"lex+dep={name}/{token.dep_}"
        yield from self._governor(token, lemma)
        yield from self._dependents(token, lemma, types)
        yield from _classes(token, types)
        yield from self._neighbours(token)
        yield from self._surroundings(token, types)

    def _governor(self, token: Token, lemma: str) -> Iterator[str]:
        head = token.head
        if head.i == token.i:
            yield "head=ROOT"
            return
        yield f"head={token.dep_}/{_lemma(head)}"
        yield f"headpos={token.dep_}/{head.pos_}"
        yield f"lemma+dep={lemma}/{token.dep_}"
        yield f"above={token.dep_}<{head.dep_}"
        for name in self.types(head.i):
            yield f"headlex={token.dep_}/{name}"
        case = _case(token)
        if case:
            yield f"case={case}"
            yield f"headcase={case}/{_lemma(head)}"

    def _dependents(self, token: Token, lemma: str, types: list[str]) -> Iterator[str]:
        relations = set()
        for child in token.children:
            relation = child.dep_
            if relation in _SILENT:
                if relation == "det":
                    yield f"det={child.lower_}"
                continue
            case = _case(child)
            label = f"{relation}:{case}" if case else relation
            relations.add(label)
            yield f"child={label}/{_lemma(child)}"
            if child.ent_type_:
                yield f"childent={label}/{child.ent_type_}"
            for name in self.types(child.i):
                yield f"childlex={label}/{name}"
        for label in sorted(relations):
            yield f"has={label}"
            yield f"lemma+has={lemma}/{label}"
            yield from (f"lex+has={name}/{label}" for name in types)
        if not relations:
            yield "bare"
            yield from (f"lex+bare={name}" for name in types)

    def _neighbours(self, token: Token) -> Iterator[str]:
        doc, lemma = self.doc, _lemma(token)
        for step in (-2, -1, 1, 2):
            i = token.i + step
            word = _lemma(doc[i]) if 0 <= i < len(doc) else "#"
            yield f"near{step}={word}"
            if abs(step) == 1:
                yield f"pair{step}={lemma}/{word}"

    def _surroundings(self, token: Token, types: list[str]) -> Iterator[str]:
        sent = token.sent
        others = Counter(name for i, name in self._sentence_types(sent) if i != token.i)
        for name, n in sorted(others.items()):
            yield f"sent={name}:{min(n, 2)}"
            yield from (f"lex+sent={own}/{name}" for own in types if own != "none")
        yield from self._topics
        number = min(self._sentences.get(sent.start, 0), 5)
        yield f"sentence={number}"
        if token.i in self._quoted:
            yield "quoted"
            yield from (f"lex+quoted={name}" for name in types)
        root = sent.root
        yield f"root={_lemma(root)}"

    def _sentence_types(self, sent: Span) -> list[tuple[int, str]]:
        if sent.start not in self._near:
            self._near[sent.start] = [
                (i, name) for i in range(sent.start, sent.end) if i in self.matches for name in self.strong(i)
            ]
        return self._near[sent.start]


def _word(token: Token, lemma: str) -> Iterator[str]:
    yield f"lemma={lemma}"
    yield f"lemma+pos={lemma}/{token.pos_}"
    yield f"word={token.lower_}"
    yield f"tag={token.tag_}"
    yield f"pos={token.pos_}"
    yield f"dep={token.dep_}"
    yield f"pos+dep={token.pos_}/{token.dep_}"
    yield f"end3={lemma[-3:]}"
    yield f"end4={lemma[-4:]}"
    yield f"begin4={lemma[:4]}"


def _classes(token: Token, types: list[str]) -> Iterator[str]:
    """The word classes of the token, of its head and of the phrases that may bear its roles."""
    for grain, number in zip(GRAINS, classes_of(token), strict=False):
        yield f"{grain}={number}"
        yield f"{grain}+dep={number}/{token.dep_}"
        if grain == "middle":
            yield from (f"{grain}+lex={number}/{name}" for name in types)
    near = [("head", token.head)] if token.head.i != token.i else []
    near += [(child.dep_, child) for child in token.children if child.dep_ in _BEARING]
    for label, other in near:
        yield from (f"{label}:{g}={n}" for g, n in zip(GRAINS[1:], classes_of(other)[1:], strict=False))


def _types(match: Match) -> list[str]:
    return sorted({f"{entry.type}:{entry.strength}" for entry in match.entries})


def _lemma(token: Token) -> str:
    if token.is_space:
        return "#space"
    return "#number" if token.like_num else token.lemma_.lower()


def _case(token: Token) -> str:
    return next((child.lower_ for child in token.children if child.dep_ == "case"), "")


def _quoted(doc: Doc) -> frozenset[int]:
    """Tokens between double quotation marks; a line break closes what was left open."""
    inside, found = False, set()
    for token in doc:
        if token.text in _QUOTES:
            inside = not inside if token.text == '"' else token.text == "“"
        elif token.is_space and "\n" in token.text:
            inside = False
        elif inside:
            found.add(token.i)
    return frozenset(found)
