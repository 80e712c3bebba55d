"""Mentions that were missed although the text itself gives them away."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from dateline.language.cues import Words, is_title

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


def titled(doc: Doc, words: Words) -> Iterator[Span]:
    """Unnamed words with a capital behind a title with one: "Gen Prawit"."""
    for at, word in enumerate(words.lowers):
        if not is_title(word) or not words.texts[at][0].isupper() or doc[at].ent_type:
            continue
        end = at + 1
        while end < len(doc) and _is_part(doc[end]):
            end += 1
        if end > at + 1:
            yield Span(doc, at + 1, end, label="PERSON")


def _is_part(token: Token) -> bool:
    is_word = token.tag_ == "NNP" and token.is_title and token.is_alpha
    return is_word and not token.ent_type_ and not is_title(token.lower_)


def _is_acronym(token: Token) -> bool:
    return token.is_alpha and token.is_upper and 2 <= len(token) <= _LONGEST_ACRONYM


def repeats(doc: Doc, words: Words, names: list[Span]) -> Iterator[Span]:
    """Further places where exactly the words of a name stand, outside of all names.

    A repeat within a longer run of capitalised words is left alone: "Badr" says nothing of "Badr Hall".
    """
    texts = words.texts
    taken = {at for name in names for at in range(name.start, name.end)}
    known: dict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
    for parts, label in sorted({(tuple(texts[name.start : name.end]), name.label_) for name in names}):
        if any(part[0].isupper() for part in parts) and len("".join(parts)) > 1:
            known[parts[0]].append((parts, label))
    for start in (at for at, word in enumerate(texts) if word in known and at not in taken):
        for parts, label in sorted(known[texts[start]], key=lambda its: -len(its[0])):
            end = start + len(parts)
            is_free = tuple(texts[start:end]) == parts and taken.isdisjoint(range(start, end))
            if is_free and _stands_alone(doc, start, end):
                taken.update(range(start, end))
                yield Span(doc, start, end, label=label)
                break


def _stands_alone(doc: Doc, start: int, end: int) -> bool:
    neighbours = [doc[i] for i in (start - 1, end) if 0 <= i < len(doc)]
    return not any(
        t.text[0].isupper() or t.text == "-" for t in neighbours if not t.is_sent_start or t.i == end
    )
