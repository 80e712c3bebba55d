"""Sayings: a cue ("said", "according to"), who holds the words, and which words are theirs.

Read first from the syntax tree; where the tree gives nothing, from the order of the words, because a sentence
that reports speech is built in few ways.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from dateline.reading import clause
from dateline.reading.table import rows

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

Range = tuple[int, int]
_VERB_TAGS = frozenset({"VBD", "VBN", "VBG", "VBZ", "VBP", "VB"})
_ADDRESSED = frozenset(
    {"tell", "inform", "warn", "advise", "remind", "assure", "notify", "brief", "counsel", "show"}
)
_NEAR = 9  # tokens between a cue and its speaker or its "that"
_NOT_REPORTED = frozenset({"i", "we", "you", "they", "it", "people", "who"})
_RELATIVES = frozenset({"who", "which", "that", "what"})
_SUBORDINATORS = frozenset({"", "after", "before", "since", "as", "until", "while", "when", "because"})
_NAMING = frozenset({"appos", "flat", "conj", "compound", "nmod", "nmod:desc"})
_CONTENT = frozenset({"ccomp"})
_OPEN_CONTENT = frozenset({"xcomp", "acl", "advcl"})
_STANCES_WITH_XCOMP = frozenset({"doubt", "deny", "demand", "plan", "threaten", "accuse", "fear"})
_TURNS = frozenset({"but", "while", "although", "though", "whereas"})
_BREAKS = frozenset({",", "”", '"', "’", "''", "–", "—"})
_REPORTED = frozenset(
    {"say", "report", "believe", "think", "allege", "rumour", "rumor", "suspect", "know", "understand"}
)


@dataclass(frozen=True, slots=True)
class Saying:
    """`cue` and each of `content` are token ranges. `holder` is the token that heads the speaker's phrase, None
    where nobody is named ("is believed to"); `relay` heads the outlet that passes the words on ("told Reuters")."""

    cue: Range
    holder: Token | None
    content: tuple[Range, ...]
    stance: str
    relay: Token | None = None

    def trimmed(self, doc: Doc) -> Saying:
        """The same saying without the commas, full stops and spaces around its content."""
        return replace(self, content=tuple(r for r in (_trim(doc, *part) for part in self.content) if r[0] < r[1]))

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


CanSpeak = Callable[["Token"], bool]


def _trim(doc: Doc, start: int, end: int) -> Range:
    while start < end and (doc[start].text in {",", ":", ".", ";", "–", "—"} or doc[start].is_space):
        start += 1
    while start < end and (doc[end - 1].text in {",", ":", ".", ";", "–", "—"} or doc[end - 1].is_space):
        end -= 1
    return (start, end)


def find_sayings(doc: Doc, can_speak: CanSpeak) -> Iterator[Saying]:
    """Sayings in the order of their cues. One may have no content yet: a cue beside a quotation.

    `can_speak` tells whether the phrase that a token heads can stand for somebody (`Cast.is_actor`).
    """
    for token in doc:
        saying = None
        if token.lower_ in {"according", "per"}:
            saying = _by_preposition(token)
        elif token.tag_ in _VERB_TAGS:
            saying = _by_verb(token, can_speak)
        elif token.pos_ == "NOUN":
            saying = _by_noun(token)
        if saying is not None:
            yield saying


def stance_of(token: Token) -> str | None:
    """The stance that the lexicon gives to `token` as a cue ("say", "doubt", "deny", …), None for other words."""
    row = _cues().get((token.lemma_.lower(), "noun" if token.pos_ == "NOUN" else "verb"))
    return row["stance"] if row else None


def _by_verb(verb: Token, can_speak: CanSpeak) -> Saying | None:
    row = _cues().get((verb.lemma_.lower(), "verb"))
    if row is None or verb.dep_ in {"case", "fixed", "amod"}:
        return None
    holder, relay = _holder(verb, can_speak)
    if "mental" in row["marks"] and (holder is None or holder.lower_ in _NOT_REPORTED):
        return None
    content = _clause_content(verb, row) or _content_by_order(verb, holder, row)
    if not content and ("weak" in row["marks"] or holder is None):
        return None
    return Saying(_verb_range(verb), holder, content, row["stance"], relay)


def _holder(verb: Token, can_speak: CanSpeak) -> tuple[Token | None, Token | None]:
    """Who speaks, and who passes the words on."""
    who = clause.subject(verb)
    if clause.is_passive(verb):
        by = clause.agent(verb)
        return (who, by) if verb.lemma_ in {"quote", "cite"} else (by, None)
    if verb.lemma_ in {"quote", "cite"}:
        return clause.child(verb, "obj"), who
    who = (
        _inverted(verb, can_speak)
        or _speaker_beside(verb, can_speak)
        or (who if who is not None and can_speak(who) else None)
        or _speaker_before(verb, can_speak)
        or _speaker_after(verb, can_speak)
    )
    return _person_of(who, verb), _outlet(verb)


def _speaker_beside(verb: Token, can_speak: CanSpeak) -> Token | None:
    """The noun right before the cue: a name there speaks, whatever the tree makes of it."""
    if verb.tag_ in {"VBG", "VBN", "VB"} and clause.child(verb, "aux") is None:
        return None
    index = verb.i - 1
    while index > verb.sent.start and verb.doc[index].pos_ in {"AUX", "ADV", "PART"}:
        index -= 1
    word = verb.doc[index]
    if word.i >= verb.i or word.pos_ not in {"NOUN", "PROPN", "PRON"} or word.lower_ in _RELATIVES:
        return None
    if word.dep_ in {"flat", "compound"} and word.head.i < word.i and not word.ent_type_:
        word = word.head
    first = word.head if word.dep_ == "flat" and word.head.i < word.i else word
    stands_under = clause.case(first) not in _SUBORDINATORS or first.dep_ in {"nmod:poss", "obj"}
    return None if stands_under or not can_speak(word) else word


def _person_of(who: Token | None, verb: Token) -> Token | None:
    """The one person named in the speaker's phrase: "the foreign minister, Jeremy Hunt" is Jeremy Hunt."""
    if who is None or who.ent_type_ == "PERSON" or who.pos_ not in {"NOUN", "PROPN"}:
        return who
    start, end = clause.extent(who)
    if start <= verb.i < end:
        return who
    persons = [
        e.root for e in who.doc[start:end].ents
        if e.label_ == "PERSON" and not clause.case(e.root) and e.root.dep_ in _NAMING
    ]  # fmt: skip
    return persons[0] if len(persons) == 1 else who


def _inverted(verb: Token, can_speak: CanSpeak) -> Token | None:
    """The speaker in "…,” said Colville": what follows a cue that stands right after a comma or closing mark."""
    follows_words = verb.i > 0 and verb.nbor(-1).text in _BREAKS
    if not follows_words or verb.tag_ not in {"VBD", "VBZ", "VBP"} or verb.i + 1 >= len(verb.doc):
        return None
    word = verb.nbor()
    for _ in range(_NEAR):
        inside = word.head.i != word.i and verb.i < word.head.i < verb.i + _NEAR
        if not inside or word.dep_ in {"ccomp", "xcomp", "nsubj", "obj", "obl"}:
            break
        word = word.head
    return word if word.pos_ in {"NOUN", "PROPN", "PRON"} and can_speak(word) else None


def _speaker_before(verb: Token, can_speak: CanSpeak) -> Token | None:
    """The nearest noun before the cue that can speak and stands under no preposition."""
    for index in range(verb.i - 1, max(verb.sent.start, verb.i - _NEAR) - 1, -1):
        word = verb.doc[index]
        if word.tag_ in _VERB_TAGS and word.pos_ == "VERB":
            return None
        heads_phrase = word.pos_ in {"NOUN", "PROPN", "PRON"} and word.dep_ not in {
            "compound",
            "nmod:poss",
            "flat",
        }
        if heads_phrase and not clause.case(word) and can_speak(word):
            return word
    return None


def _speaker_after(verb: Token, can_speak: CanSpeak) -> Token | None:
    """The speaker of "…, said Colville" where the parser took the name for something else."""
    if verb.tag_ not in {"VBD", "VBZ", "VBP"}:
        return None
    for part in verb.children:
        if part.left_edge.i == verb.i + 1 and part.pos_ in {"NOUN", "PROPN", "PRON"} and can_speak(part):
            return part
    return None


def _outlet(verb: Token) -> Token | None:
    """The outlet that was told: "told Reuters", "in an interview with Sky News"."""
    if verb.lemma_ == "tell":
        told = [t for t in verb.doc[verb.i + 1 : min(verb.i + 6, verb.sent.end)] if t.pos_ in {"PROPN", "NOUN"}]
        told = [t for t in told[:3] if not clause.case(t) and is_outlet(t)]
        if told:
            return told[0]
    for part in verb.children:
        if part.dep_ in {"obl", "nmod"} and part.lemma_ in {"interview", "comment", "remark", "statement"}:
            for under in part.children:
                if clause.case(under) in {"to", "with"} and is_outlet(under):
                    return under
    return None


def is_outlet(noun: Token) -> bool:
    """True where the name that `noun` heads is an outlet's: listed, or with a word like "agency" or "TV" in it."""
    if noun.pos_ not in {"PROPN", "NOUN"}:
        return False
    names, words = _outlets()
    parts = [t for t in noun.doc[noun.left_edge.i : noun.i + 1] if t.pos_ in {"PROPN", "NOUN", "ADJ", "DET"}]
    parts += [t for t in noun.children if t.dep_ == "flat"]
    phrase = " ".join(t.lower_ for t in parts if t.dep_ != "det")
    own = {t.lower_ for t in parts}
    return (
        phrase in names
        or noun.lower_ in names
        or (bool(own & words) and any(t.pos_ == "PROPN" for t in parts))
    )


def _clause_content(verb: Token, row: dict[str, str]) -> tuple[Range, ...]:
    found: list[Range] = []
    for part in verb.children:
        if part.dep_ in _CONTENT and not _is_aside(part):
            found.append(_complement(verb, part))
        elif (
            (
                part.dep_ in _OPEN_CONTENT
                and row["stance"] in _STANCES_WITH_XCOMP
                and part.i > verb.i
                and part.dep_ == "xcomp"
            )
            or (part.dep_ == "xcomp" and verb.lemma_ in _REPORTED and clause.is_passive(verb))
            or (row["stance"] in {"accuse", "doubt"} and _is_accusation(part))
        ):
            found.append(clause.extent(part))
        elif part.dep_ == "obj" and "object" in row["marks"]:
            found.append(_object_content(verb, part))
            found += [clause.extent(c) for c in part.children if c.dep_ == "acl" and clause.child(c, "mark")]
        elif part.dep_ == "advcl" and verb.lemma_ in {"quote", "cite"} and clause.child(part, "mark"):
            found.append(clause.extent(part))
    if verb.dep_ == "parataxis" and verb.head.i != verb.i:
        found += _around(verb)
    if found and _is_inserted(verb):
        found.append((verb.sent.start, _left_edge(verb)))
    if verb.dep_ == "advcl" and _marked(verb, "as"):
        found += _around(verb)
    return _without(found, verb)


def _is_inserted(verb: Token) -> bool:
    """ "Acts of protest, he said, are …": the cue with its speaker between two commas, in the middle of the words."""
    left = _left_edge(verb)
    bracketed = left > verb.sent.start + 1 and verb.doc[left - 1].text in _BREAKS
    return bracketed and verb.i + 1 < verb.sent.end and verb.nbor().text == ","


def _left_edge(verb: Token) -> int:
    who = clause.child(verb, *clause.SUBJECTS)
    return min(verb.i, who.left_edge.i) if who is not None else int(verb.i)


def _complement(verb: Token, part: Token) -> Range:
    """The clause that is said. After "said" it starts with the next word, whatever the tree makes of its subject."""
    start, end = clause.extent(part)
    if (
        part.i > verb.i
        and verb.lemma_ not in _ADDRESSED
        and start > verb.i
        and clause.child(part, "mark") is None
    ):
        start = verb.i + 1
    return (start, _clause_end(verb, end) if part.i > verb.i else end)


def _clause_end(verb: Token, end: int) -> int:
    """The end of the words that follow a cue: the end of the sentence, or a break that turns to something else."""
    sentence = verb.sent
    for index in range(end, sentence.end):
        word = verb.doc[index]
        follower = verb.doc[index + 1] if index + 1 < sentence.end else word
        turns = follower.lower_ in _TURNS or (follower.tag_ == "VBG" and stance_of(follower) is not None)
        if word.text == ";" or (word.text in {",", "–", "—"} and turns):
            return index
        if word.i > end and word.tag_ in {"VBD", "VBZ", "VBP"} and stance_of(word) == "say":
            return max(end, min(_left_edge(word), index))
    return int(sentence.end)


def _object_content(verb: Token, part: Token) -> Range:
    """ "confirmed the death of X", and "claimed X fired rockets" where the parser took X for an object."""
    start, end = clause.extent(part)
    follower = verb.doc[end] if end < verb.sent.end else None
    if follower is not None and follower.tag_ in {"VBD", "VBZ", "VBP", "MD", "VBN"} and start == verb.i + 1:
        end = _clause_end(verb, end)
    return (start, end)


def _is_accusation(part: Token) -> bool:
    marked = clause.child(part, "mark", "case")
    return (
        part.dep_ in {"obl", "advcl", "acl", "nmod"} and marked is not None and marked.lower_ in {"of", "for"}
    )


def _is_aside(part: Token) -> bool:
    """A participle after a comma ("…, citing a source") that a parser takes for a complement."""
    before = part.nbor(-1) if part.i > part.sent.start else None
    return part.tag_ == "VBG" and before is not None and before.text == ","


def _around(verb: Token) -> list[Range]:
    start, end = clause.extent(verb.head)
    left, right = clause.extent(verb)
    return [r for r in ((start, left), (right, end)) if r[1] - r[0] > 1]


def _marked(verb: Token, word: str) -> bool:
    return any(c.dep_ in {"mark", "advmod", "case"} and c.lower_ == word for c in verb.children)


def _without(found: list[Range], verb: Token) -> tuple[Range, ...]:
    """`found` with the cue itself cut out, in order."""
    kept: list[Range] = []
    for start, end in sorted(set(found)):
        if start <= verb.i < end:
            kept += [r for r in ((start, verb.left_edge.i), (verb.i + 1, end)) if r[0] < r[1]]
        else:
            kept.append((start, end))
    return tuple(kept)


def _content_by_order(verb: Token, holder: Token | None, row: dict[str, str]) -> tuple[Range, ...]:
    """Content by the order of words: the clause before "…, X said", or a clause after the cue."""
    that = _that_clause(verb)
    if that is not None:
        return (that,)
    if row["stance"] not in {"say", "doubt"} or "weak" in row["marks"] or holder is None:
        return ()
    sentence = verb.sent
    left = min(holder.left_edge.i, verb.i)
    before = sentence.doc[left - 1] if left > sentence.start else None
    ends = verb.i + 1 >= sentence.end or verb.nbor().text in {".", ",", "?", "!"} or verb.nbor().is_space
    if before is not None and (before.text in _BREAKS or ends) and _has_verb(sentence.start, left, verb):
        return ((sentence.start, left),)
    after = max(verb.i, holder.right_edge.i if holder.i > verb.i else verb.i) + 1
    if (
        after < sentence.end
        and verb.doc[after].text not in {",", "."}
        and _has_verb(after, sentence.end, verb)
    ):
        return ((after, sentence.end),)
    return ()


def _that_clause(cue: Token) -> Range | None:
    """From a "that" soon after the cue to the end of its clause."""
    for index in range(cue.i + 1, min(cue.i + _NEAR, cue.sent.end)):
        word = cue.doc[index]
        if word.lower_ == "that" and word.dep_ == "mark":
            return (index, max(word.head.right_edge.i, index) + 1)
        if word.text in {",", ";", "“", '"'} or clause.is_finite_verb(word):
            return None
    return None


def _has_verb(start: int, end: int, verb: Token) -> bool:
    return any(t.pos_ in {"VERB", "AUX"} for t in verb.doc[start:end])


def _verb_range(verb: Token) -> Range:
    start = verb.i
    while (
        start > verb.sent.start
        and verb.doc[start - 1].pos_ in {"AUX", "PART"}
        and verb.doc[start - 1].head.i == verb.i
    ):
        start -= 1
    return (start, verb.i + 1)


def _by_noun(noun: Token) -> Saying | None:
    """ "X's claim that …", "reports by X that …", "allegations of …": a noun with its content."""
    row = _cues().get((noun.lemma_.lower(), "noun"))
    if row is None:
        return None
    told = [c for c in noun.children if c.dep_ in {"acl", "ccomp"} and c.i > noun.i]
    content = [clause.extent(c) for c in told if row["stance"] != "say" or _marked(c, "that")]
    if row["stance"] != "say" or noun.lemma_ == "report":
        content += [
            clause.extent(c) for c in noun.children if c.dep_ == "nmod" and clause.case(c) in {"of", "for"}
        ]
    that = _that_clause(noun)
    if that is not None:
        content.append(that)
    if not content:
        return None
    return Saying((noun.i, noun.i + 1), owner(noun), tuple(sorted(content)), row["stance"])


def owner(noun: Token) -> Token | None:
    """Whose claim or report it is."""
    owner = clause.child(noun, "nmod:poss")
    if owner is not None:
        return owner
    by = next(
        (c for c in noun.children if c.dep_ in {"nmod", "obl"} and clause.case(c) in {"by", "from"}), None
    )
    if by is not None:
        return by
    verb = noun.head
    if noun.dep_ == "obj" and verb.lemma_ in {
        "make",
        "issue",
        "repeat",
        "release",
        "publish",
        "voice",
        "express",
        "raise",
    }:
        return clause.agent(verb) if clause.is_passive(verb) else clause.subject(verb)
    return None


def _by_preposition(word: Token) -> Saying | None:
    """ "according to X": all of its sentence is X's, but X's own phrase."""
    phrase = word.lower_ if word.lower_ == "per" else "according to"
    if phrase == "per" and word.dep_ != "case":
        return None
    holder = word.head if word.dep_ == "case" else clause.child(word, "obl", "pobj", "obj", "nmod")
    if holder is None or holder.i <= word.i or holder.sent != word.sent:
        holder = _noun_after(word)
    if holder is None:
        return None
    end = word.i + (
        2 if phrase == "according to" and word.i + 1 < len(word.doc) and word.nbor().lower_ == "to" else 1
    )
    left, right = min(word.i, holder.left_edge.i), holder.right_edge.i + 1
    start, stop = _governing_clause(holder, word)
    content = tuple(r for r in ((start, left), (right, stop)) if r[1] - r[0] > 1)
    return Saying((word.i, end), holder, content, "say")


def _noun_after(word: Token) -> Token | None:
    """The first noun after "according to"."""
    after = word.doc[word.i + 1 : min(word.i + _NEAR, word.sent.end)]
    noun = next((t for t in after if t.pos_ in {"NOUN", "PROPN", "PRON"}), None)
    while noun is not None and noun.dep_ in {"compound", "flat", "nmod:desc"} and word.i < noun.head.i < word.sent.end:
        noun = noun.head
    return noun


def _governing_clause(holder: Token, word: Token) -> Range:
    """The whole sentence where the phrase stands at one of its ends, else the clause that it hangs on."""
    sentence = word.sent
    last = holder.right_edge.i + 1
    at_end = all(t.is_punct or t.is_space for t in word.doc[last : sentence.end])
    if word.i == sentence.start or at_end:
        return (sentence.start, sentence.end)
    for over in clause.governors(holder):
        inner = over.dep_ in {"ccomp", "acl:relcl", "advcl", "parataxis"}
        if inner and over.left_edge.i < word.i <= over.right_edge.i:
            return clause.extent(over)
    return (sentence.start, sentence.end)


@cache
def _cues() -> dict[tuple[str, str], dict[str, str]]:
    return {(row["lemma"], row["pos"]): row for row in rows("speech_cues")}


@cache
def _outlets() -> tuple[frozenset[str], frozenset[str]]:
    table = rows("outlets")
    return (
        frozenset(row["words"] for row in table if row["kind"] == "name"),
        frozenset(row["words"] for row in table if row["kind"] == "word"),
    )
