"""Names in a report: where they stand, from the language model, the registry and capital letters together."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dateline.grounding.who.lexicon import ORGANISATIONS, PERSONS, Lexicon
from dateline.grounding.who.registry import Registry
from dateline.grounding.who.spelling import fold
from dateline.grounding.who.widening import widened

if TYPE_CHECKING:
    from dateline.language.tree import Doc, Token

_WORD = re.compile(r"(?:[A-Z]\.){2,}|[^\W_]+(?:['’ʼ‘`][^\W_]+)*")
_HELD_FOR = frozenset({"so", "self"})
_POSSESSIVE = re.compile("['’]s?$")
_JOINERS = frozenset(
    "al el ul bin ibn abu abd ad an ar as ash at az de da di del la van von der den dos - ’ ' ‘ ʼ".split()
)
PLACED = frozenset("in at near from to into outside around across of toward towards through via".split())
_HEADED_BY = frozenset("of for".split())
_MAX_WORDS = 14
_LONGEST_PERSON = 6
_Span = tuple[int, int, str | None]


@dataclass(frozen=True, slots=True)
class NameMention:
    """Tokens `start:end` are a name; from `lead` on stand the titles before it ("SDF commander Adnan Afrin").

    `label` is PERSON, ORG, GPE, NORP, LOC, FAC or None where nothing tells; `before` is the
    lower-case word before it, articles left out.
    """

    start: int
    end: int
    lead: int
    label: str | None
    text: str
    before: str


def find_names(doc: Doc, registry: Registry) -> tuple[NameMention, ...]:
    """All names in text order, none overlapping; the longer wins over the shorter."""
    known = list(_registry_spans(doc, registry))
    taken = _without_overlap(doc, _candidates(doc, registry, known), frozenset(known))
    labels = {(e.start, e.end): e.label_ for e in doc.ents} | {(s, e): label for s, e, label in known}
    found = (_mention(doc, s, e, labels.get((s, e)) or label) for s, e, label in taken)
    if _marks_possession(doc):
        return tuple(found)
    return tuple(replace(name, text=_without_s(name.text, registry)) for name in found)


def _marks_possession(doc: Doc) -> bool:
    """False for a report that lost its apostrophes: "President Bashar al-Assads forces"."""
    return any(mark in doc.text for mark in "'’")


def _without_s(name: str, registry: Registry) -> str:
    """ "Syrias" as "Syria": the name without an s that stands for possession, if it is then known."""
    bare = name.removesuffix("s")
    return bare if registry.kind_of(name) is None and registry.kind_of(bare) in _OWNING else name


def _candidates(doc: Doc, registry: Registry, known: list[_Span]) -> Iterator[_Span]:
    """What the registry, the language model and capital letters take for names, widened; they may overlap."""
    found = known + [(e.start, e.end, e.label_) for e in doc.ents]
    covered = {i for start, end, label in found if label != "NORP" for i in range(start, end)}
    runs = [run for run in (_trim(doc, *span) for span in _capital_runs(doc)) if _adds(doc, run, covered)]
    owners = {end: start for start, end, label in known if label == "ORG"}
    own = [_trim(doc, e.start, e.end, e.label_) for e in doc.ents]
    trimmed = [span for span in own if not _is_part_of_known(doc, span, owners)]
    return (widened(doc, span, registry) for span in (*known, *trimmed, *runs))


def _without_overlap(doc: Doc, spans: Iterable[_Span], known: frozenset[_Span]) -> list[_Span]:
    """The spans that stay, in text order, where the longer ones are taken first."""
    taken: dict[int, _Span] = {}
    for span in sorted(spans, key=_rank):
        start, end, label = span
        free = start < end and not any(i in taken for i in range(start, end))
        if free and (span in known or not _is_only_title(doc, start, end, label)):
            taken |= dict.fromkeys(range(start, end), span)
    return sorted(set(taken.values()))


def _adds(doc: Doc, run: _Span, covered: set[int]) -> bool:
    """Capital letters add what nothing else found, and organisations that begin with another name."""
    start, end, _ = run
    if start >= end or Lexicon.shipped().noun(doc[end - 1].text) in PERSONS:
        return False
    if not any(i in covered for i in range(start, end)):
        return True
    return end - 1 not in covered and Lexicon.shipped().noun(doc[end - 1].text) in ORGANISATIONS


def _is_part_of_known(doc: Doc, span: _Span, owners: dict[int, int]) -> bool:
    """True for "Forces of the Libyan National Army" and "French Isis": the registry knows the end."""
    start, end, _ = span
    first = owners.get(end)
    if first is None or first <= start:
        return False
    owned = start < first - 1 and "of" in (doc[first - 1].lower_, doc[first - 2].lower_)
    return owned or all(token.pos_ == "ADJ" for token in doc[start:first])


def _is_only_title(doc: Doc, start: int, end: int, label: str | None) -> bool:
    """True for "Supreme Leader Ayatollah" before a name that stands by itself; "of Justice" is no title."""
    belongs = end - start > 2 and doc[end - 2].lower_ == "of"
    titled = not belongs and label in (None, "ORG", "NORP")
    return titled and Lexicon.shipped().noun(doc[end - 1].text) == "role"


def _rank(span: _Span) -> tuple[int, int, int]:
    """Longest first; of equally long ones those with a label."""
    start, end, label = span
    return (start - end, label is None, start)


def _registry_spans(doc: Doc, registry: Registry) -> Iterator[_Span]:
    """The longest exact name of the registry at each word, with the label that its kind gives."""
    text = doc.text
    words = [(m.start(), m.end(), fold(_POSSESSIVE.sub("", m.group()))) for m in _WORD.finditer(text)]
    starts = [token.idx for token in doc]
    marked = _marks_possession(doc)
    i = 0
    while i < len(words):
        step = 1
        for n in range(min(registry.longest(words[i][2]), len(words) - i), 0, -1):
            start, end = words[i][0], words[i + n - 1][1]
            name = _POSSESSIVE.sub("", text[start:end])
            kind = registry.kind_of(name if marked else _without_s(name, registry))
            if kind and "\n" not in name and not text.startswith("$", start + len(name)):
                first, last = bisect(starts, start) - 1, bisect(starts, start + len(name) - 1)
                yield first, last, _LABELS.get(kind, "ORG")
                step = n
                break
        i += step


_OWNING = frozenset({"person", "state"})
_LABELS = {"person": "PERSON", "state": "GPE", "people": "NORP"}


def _capital_runs(doc: Doc) -> Iterator[_Span]:
    """Runs of capitalised words, with the particles and "of"/"for" that join them."""
    i = 0
    while i < len(doc):
        if not _starts_name(doc[i]):
            i += 1
            continue
        end = i + 1
        while (longer := _continued(doc, i, end)) is not None:
            end = longer
        yield i, end, None
        i = end


def _starts_name(token: Token) -> bool:
    if token.pos_ != "PROPN" and (token.is_sent_start or token.pos_ not in ("ADJ", "NOUN")):
        return False
    return token.text[:1].isupper() or (token.lower_ in ("al", "el") and token.pos_ == "PROPN")


def _continued(doc: Doc, start: int, end: int) -> int | None:
    """Where the name that covers `start:end` goes on to, or None."""
    at = end
    while at < len(doc) and at - end < 3 and doc[at].lower_ in _JOINERS:
        at += 1
    if at < len(doc) and not doc[at].is_sent_start and _is_capital(doc[at]):
        return at + 1
    joined = at == end and end + 1 < len(doc) and doc[end].lower_ in _HEADED_BY
    if joined and Lexicon.shipped().noun(doc[end - 1].text) in ORGANISATIONS and end - start < _MAX_WORDS:
        after = end + 2 if doc[end + 1].lower_ == "the" and end + 2 < len(doc) else end + 1
        return after + 1 if _is_capital(doc[after]) else None
    return None


def _is_capital(token: Token) -> bool:
    return token.text[:1].isupper() and token.pos_ in ("PROPN", "ADJ", "NOUN", "X", "VERB")


def _trim(doc: Doc, start: int, end: int, label: str | None) -> _Span:
    """Without articles, titles, days, possessive marks and punctuation; a person ends before "of"."""
    while start < end and (doc[start].pos_ in ("DET", "PUNCT", "ADP") or _is_day(doc[start])):
        start += 1
    if end - start > 3 and doc[start].lower_ in _HELD_FOR and doc[start + 1].text == "-":
        start += 3  # "so-called"
    while end > start and (doc[end - 1].tag_ == "POS" or doc[end - 1].is_punct or _is_day(doc[end - 1])):
        end -= 1
    if label == "PERSON":
        start = _after_office(doc, start, end)
        end = next((i for i in range(start + 1, end) if doc[i].lower_ in _HEADED_BY), end)
    return (_after_titles(doc, start, end) if label in (None, "PERSON") else start), end, label


def _is_day(token: Token) -> bool:
    return token.lower_.rstrip(".") in Lexicon.shipped().calendar


def _after_titles(doc: Doc, start: int, end: int) -> int:
    """Where the person's own name begins in "US President Donald Trump"; else `start`."""
    lexicon = Lexicon.shipped()
    titles = [i for i in range(start, end - 1) if _is_title(doc[i], lexicon)]
    if not titles or end - titles[-1] > _LONGEST_PERSON or lexicon.noun(doc[end - 1].text) is not None:
        return start
    if any(doc[i].lower_ in _HEADED_BY for i in range(start, end)):
        return start
    return titles[-1] + 1


def _after_office(doc: Doc, start: int, end: int) -> int:
    """Where the name begins in "State Mike Pompeo" behind "Secretary of": the first word is the office's."""
    follows = start >= 2 and doc[start - 1].lower_ == "of" and _is_title(doc[start - 2], Lexicon.shipped())
    return start + 1 if follows and end - start >= 3 else start


def _is_title(token: Token, lexicon: Lexicon) -> bool:
    return lexicon.noun(token.text) == "role" or token.lower_.rstrip(".") in lexicon.titles


def _mention(doc: Doc, start: int, end: int, label: str | None) -> NameMention:
    lead = start
    lexicon = Lexicon.shipped()
    while lead > 0 and _may_lead(doc[lead - 1], lexicon):
        lead -= 1
    if lead < start and not any(_is_title(token, lexicon) for token in doc[lead:start]):
        lead = start
    last = doc[end - 1]
    if label is None or (label == "NORP" and _is_proper(last)):
        label = _guess(doc, start, end, lead)
    elif label == "GPE" and end - start > 1 and _has_post(doc[start]):
        label = "PERSON"
    elif label == "PERSON" and end - start > 1 and lexicon.noun(last.text) in ORGANISATIONS:
        label = "ORG"
    at = start - 1 - (start > 1 and doc[start - 1].pos_ == "DET")
    return NameMention(start, end, lead, label, doc[start:end].text, doc[at].lower_ if at >= 0 else "")


def _has_post(name: Token) -> bool:
    """True for "Budi Gunawan, chief of …", whatever the model holds the name for; no place is a chief."""
    lexicon = Lexicon.shipped()
    return any(c.dep_ == "appos" and lexicon.noun(c.text, c.lemma_) == "role" for c in name.children)


def _is_proper(token: Token) -> bool:
    """True for a singular proper noun that modifies nothing: no people, whatever the model says."""
    return token.tag_ == "NNP" and token.dep_ not in ("amod", "compound") and token.pos_ == "PROPN"


def _may_lead(token: Token, lexicon: Lexicon) -> bool:
    if token.is_sent_start and token.pos_ not in ("PROPN", "NOUN", "ADJ"):
        return False
    return _is_title(token, lexicon) or (
        token.pos_ in ("PROPN", "ADJ", "NOUN") and token.dep_ in ("compound", "amod", "flat")
    )


def _guess(doc: Doc, start: int, end: int, lead: int) -> str | None:
    last = doc[end - 1]
    noun = Lexicon.shipped().noun(last.text, last.lemma_)
    if noun in ORGANISATIONS or (last.text.isupper() and len(last.text) > 1):
        return "ORG"
    return "PERSON" if lead < start else None
