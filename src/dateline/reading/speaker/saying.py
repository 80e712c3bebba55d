"""Sayings: a cue ("said", "according to"), who holds the words, and which words are theirs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dateline.reading import clause
from dateline.reading.lookup import tokens_of
from dateline.reading.modality import is_negated
from dateline.reading.speaker.content import Range, content_of_noun, content_of_verb
from dateline.reading.speaker.cue import NEAR, VERB_TAGS, cue_words, entry_of
from dateline.reading.speaker.holder import CanSpeak, beside_holder, holder_of, owner_of

if TYPE_CHECKING:
    from dateline.language.tree import Doc, Span, Token

DASHES = frozenset({"―", "—", "–"})
"""What stands before the name under a quotation."""
_EDGES = frozenset({",", ":", ".", ";", "–", "—"})
_TURN = re.compile(r"^[ \t]*([A-Z][^\n:“\"]{1,50}):(?=[ \t]+(\S[^\n]*))", re.MULTILINE)
_SIGNED = re.compile(
    r"[”\"][ \t]*([―—–])[ \t]*([A-Z][\w.’'-]*(?:[ \t]+[A-Z][\w.’'-]*){0,4})(?=\s*(?:[\n,“\"]|$))"
)
_LONGEST_NAME = 6  # tokens of a name before a colon
_NOBODY = frozenset({"GPE", "LOC", "FAC", "DATE", "TIME"})
_STATES = frozenset({"GPE", "NORP"})
_OWN_THOUGHTS = frozenset({"i", "we", "you", "they", "it", "people", "who"})


@dataclass(frozen=True, slots=True)
class Saying:
    """`cue` and each of `content` are token ranges. `holder` is the token that heads the speaker's phrase,
    None where nobody is named ("is believed to"); `relay` heads the outlet that passes the words on ("told
    Reuters"). `stance` is the lexicon's (see `data/speech_cues.tsv`), `beside` head those who speak
    with the holder and whom the tree does not join to him."""

    cue: Range
    holder: Token | None
    content: tuple[Range, ...]
    stance: str
    relay: Token | None = None
    beside: tuple[Token, ...] = ()

    def covers(self, index: int) -> bool:
        """True where the token at `index` is part of what is said."""
        return any(start <= index < end for start, end in self.content)

    def size(self) -> int:
        """Number of tokens of content."""
        return sum(end - start for start, end in self.content)

    def with_content(self, *more: Range) -> Saying:
        """The same saying with `more` content, ranges in order and joined where they meet."""
        merged: list[Range] = []
        for start, end in sorted((*self.content, *more)):
            if merged and start <= merged[-1][1]:
                merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
            else:
                merged.append((start, end))
        return replace(self, content=tuple(merged))

    def trimmed(self, doc: Doc) -> Saying:
        """The same saying without the commas, full stops and spaces around its content."""
        return replace(
            self, content=tuple(r for r in (_trim(doc, *part) for part in self.content) if r[0] < r[1])
        )


def find_sayings(doc: Doc, can_speak: CanSpeak) -> Iterator[Saying]:
    """Sayings in the order of their cues. One may have no content yet: a cue beside a quotation.

    `can_speak` tells whether the phrase that a token heads can stand for somebody.
    """
    for token in tokens_of(doc, cue_words()):
        saying = None
        if token.lower_ in {"according", "per"}:
            saying = _by_preposition(token, can_speak)
        elif token.tag_ in VERB_TAGS:
            saying = _by_verb(token, can_speak)
        elif token.pos_ == "NOUN":
            saying = _by_noun(token)
        if saying is not None:
            yield saying
    yield from _by_colon(doc, can_speak)
    yield from _by_dash(doc, can_speak)


def _by_verb(verb: Token, can_speak: CanSpeak) -> Saying | None:
    entry = entry_of(verb)
    if entry is None or verb.dep_ in {"case", "fixed", "amod"}:
        return None
    if entry.stance == "deny" and is_negated(verb):
        return None
    if entry.stance == "plan" and any(c.lower_ == "as" and c.dep_ == "mark" for c in verb.children):
        return None  # "proceeds as planned"
    holder, relay = holder_of(verb, can_speak)
    if "mental" in entry.marks and (holder is None or holder.lower_ in _OWN_THOUGHTS):
        return None
    beside = () if holder is None or holder.i > verb.i else beside_holder(holder, can_speak)
    content = content_of_verb(verb, holder, entry)
    if beside:
        content = tuple(_cut(content, (beside[0].left_edge.i, verb.i)))
    if not content and ("weak" in entry.marks or holder is None):
        return None
    return Saying(_with_auxiliaries(verb), holder, content, entry.stance, relay, beside)


def _cut(content: tuple[Range, ...], out: Range) -> Iterator[Range]:
    """`content` without the tokens of `out`."""
    for start, end in content:
        for part in ((start, min(end, out[0])), (max(start, out[1]), end)):
            if part[0] < part[1]:
                yield part


def _by_noun(noun: Token) -> Saying | None:
    entry = entry_of(noun)
    content = () if entry is None else content_of_noun(noun, entry)
    if entry is None or not content:
        return None
    return Saying((noun.i, noun.i + 1), owner_of(noun), content, entry.stance)


def _by_preposition(word: Token, can_speak: CanSpeak) -> Saying | None:
    """ "according to X": all of its sentence is X's, but X's own phrase. Nobody speaks in "hours per day"."""
    two_words = word.lower_ == "according"
    if not two_words and word.dep_ != "case":
        return None
    holder = word.head if word.dep_ == "case" else clause.child(word, "obl", "obj", "nmod")
    if holder is None or holder.i <= word.i or holder.sent != word.sent:
        holder = _noun_after(word)
    if holder is None or not (two_words or can_speak(holder)):
        return None
    left, right = min(word.i, holder.left_edge.i), holder.right_edge.i + 1
    start, stop = _governing_clause(holder, word)
    content = tuple(r for r in ((start, left), (right, stop)) if r[1] - r[0] > 1)
    return Saying((word.i, min(word.i + 1 + two_words, len(word.doc))), holder, content, "say")


def _by_colon(doc: Doc, can_speak: CanSpeak) -> Iterator[Saying]:
    """ "WALLACE: …" at the start of a line, as transcripts and interviews have it."""
    for match in _TURN.finditer(doc.text):
        name = doc.char_span(match.start(1), match.end(1), alignment_mode="expand")
        if name is None or name.end >= len(doc) or not can_speak(name.root) or _is_heading(name):
            continue
        line = doc.char_span(match.end(), match.end(2), alignment_mode="contract")
        if line is not None and (_is_capitalised(name) or _is_body_of_state(name)):
            yield Saying((name.end, name.end + 1), name.root, ((name.end + 1, line.end),), "say")


def _by_dash(doc: Doc, can_speak: CanSpeak) -> Iterator[Saying]:
    """ "“…” — Ann Lee": the name behind a dash after a quotation, which is brought to it later."""
    for match in _SIGNED.finditer(doc.text):
        dash = doc.char_span(match.start(1), match.end(1), alignment_mode="expand")
        name = doc.char_span(match.start(2), match.end(2), alignment_mode="contract")
        if dash is not None and name is not None and len(name) <= _LONGEST_NAME and can_speak(name.root):
            yield Saying((dash.start, dash.end), name.root, (), "say")


def _is_heading(name: Span) -> bool:
    """ "Daraa:", "IMPHAL, Sept 13:": what a list or a dateline opens with, nobody who speaks."""
    whole = () if _is_body_of_state(name) else name
    return len(name) > _LONGEST_NAME or any(t.ent_type_ in _NOBODY or t.like_num for t in (name.root, *whole))


def _is_capitalised(name: Span) -> bool:
    return all(t.text[:1].isupper() for t in name if t.is_alpha)


def _is_body_of_state(name: Span) -> bool:
    """ "Border service of Kyrgyzstan:", "Tajikistan's security committee:"."""
    root = name.root
    return root.tag_ == "NN" and any(t.ent_type_ in _STATES and t.head.i == root.i for t in name)


def _noun_after(word: Token) -> Token | None:
    """The first noun after "according to"."""
    after = word.doc[word.i + 1 : min(word.i + NEAR, word.sent.end)]
    noun = next((t for t in after if t.pos_ in {"NOUN", "PROPN", "PRON"}), None)
    while (
        noun is not None
        and noun.dep_ in {"compound", "flat", "nmod:desc"}
        and word.i < noun.head.i < word.sent.end
    ):
        noun = noun.head
    return noun


def _governing_clause(holder: Token, word: Token) -> Range:
    """The whole sentence where the phrase stands at one of its ends, else the clause that it hangs on."""
    sentence = word.sent
    rest = word.doc[holder.right_edge.i + 1 : sentence.end]
    if word.i == sentence.start or all(t.is_punct or t.is_space for t in rest):
        return (sentence.start, sentence.end)
    for over in clause.governors(holder):
        inner = over.dep_ in {"ccomp", "acl:relcl", "advcl", "parataxis"}
        if inner and over.left_edge.i < word.i <= over.right_edge.i:
            return clause.extent(over)
    return (sentence.start, sentence.end)


def _with_auxiliaries(verb: Token) -> Range:
    start = verb.i
    while start > verb.sent.start and verb.doc[start - 1].pos_ in {"AUX", "PART"}:
        if verb.doc[start - 1].head.i != verb.i:
            break
        start -= 1
    return (start, verb.i + 1)


def _trim(doc: Doc, start: int, end: int) -> Range:
    while start < end and (doc[start].text in _EDGES or doc[start].is_space):
        start += 1
    while start < end and (doc[end - 1].text in _EDGES or doc[end - 1].is_space):
        end -= 1
    return (start, end)
