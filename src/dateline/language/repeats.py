"""Mentions that were missed although the text itself gives them away."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from dateline.language.cues import is_title

_LONGEST_ACRONYM = 8


def acronyms(doc: Doc) -> Iterator[Span]:
    """Unnamed capitals in parentheses behind a name of several words: "Rapid Support Forces (RSF)"."""
    for name in doc.ents:
        if len(name) < 2 or name.end + 2 >= len(doc):
            continue
        opening, inner, closing = doc[name.end : name.end + 3]
        is_bracketed = opening.text == "(" and closing.text == ")" and not inner.ent_type_
        if is_bracketed and _is_acronym(inner) and inner.text[0] in {word.text[0].upper() for word in name}:
            yield Span(doc, inner.i, inner.i + 1, label=name.label_)


def titled(doc: Doc) -> Iterator[Span]:
    """Unnamed words with a capital behind a title with one: "Gen Prawit"."""
    for title in doc:
        if title.ent_type or not title.text[0].isupper() or not is_title(title):
            continue
        end = title.i + 1
        while end < len(doc) and _is_part(doc[end]):
            end += 1
        if end > title.i + 1:
            yield Span(doc, title.i + 1, end, label="PERSON")


def _is_part(token: Token) -> bool:
    is_word = token.tag_ == "NNP" and token.is_title and token.is_alpha
    return is_word and not token.ent_type_ and not is_title(token)


def _is_acronym(token: Token) -> bool:
    return token.is_alpha and token.is_upper and 2 <= len(token) <= _LONGEST_ACRONYM


def repeats(doc: Doc, names: list[Span]) -> Iterator[Span]:
    """Further places where exactly the words of a name stand, outside of all names.

    A repeat within a longer run of capitalised words is left alone: "Badr" says nothing of "Badr Hall".
    """
    taken = {token.i for name in names for token in name}
    known: dict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
    for words, label in sorted({(tuple(t.text for t in name), name.label_) for name in names}):
        if any(word[0].isupper() for word in words) and len("".join(words)) > 1:
            known[words[0]].append((words, label))
    for token in (token for token in doc if token.text in known):
        for words, label in sorted(known[token.text], key=lambda its: -len(its[0])):
            end = token.i + len(words)
            same = tuple(t.text for t in doc[token.i : end]) == words
            if same and taken.isdisjoint(range(token.i, end)) and _stands_alone(doc, token.i, end):
                taken.update(range(token.i, end))
                yield Span(doc, token.i, end, label=label)
                break


def _stands_alone(doc: Doc, start: int, end: int) -> bool:
    neighbours = [doc[i] for i in (start - 1, end) if 0 <= i < len(doc)]
    return not any(
        t.text[0].isupper() or t.text == "-" for t in neighbours if not t.is_sent_start or t.i == end
    )
