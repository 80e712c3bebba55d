"""Content: which words a cue marks as somebody's, as token ranges.

Read from the syntax tree, and where the tree gives nothing from the order of the words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.reading import clause
from dateline.reading.speaker.cue import BREAKS, FINITE_TAGS, NEAR, VERB_TAGS, Entry, is_paper, stance_of

if TYPE_CHECKING:
    from dateline.language.tree import Token

Range = tuple[int, int]

_ADDRESSED = frozenset(
    {"tell", "inform", "warn", "advise", "remind", "assure", "notify", "brief", "counsel", "show"}
)
_WITH_INFINITIVE = frozenset({"doubt", "deny", "demand", "plan", "threaten", "accuse", "fear"})
_HEARSAY = frozenset(
    {"say", "report", "believe", "think", "allege", "suspect", "know", "understand", "expect"}
)
_SETTINGS = frozenset({"since", "after", "when", "while", "as", "because", "where", "before"})
_ABOUT = frozenset({"of", "about", "on"})
_NAMING = frozenset({"call", "label", "brand", "dub"})
_TAIL = 8  # tokens after the cue at the end of a sentence
_TURNS = frozenset({"but", "while", "although", "though", "whereas"})


def content_of_verb(verb: Token, holder: Token | None, entry: Entry) -> tuple[Range, ...]:
    """What is said with `verb`: its clauses, else by order; empty where nothing is (a quotation may
    follow)."""
    return _by_tree(verb, entry) or _by_order(verb, holder, entry)


def content_of_noun(noun: Token, entry: Entry) -> tuple[Range, ...]:
    """What a noun of saying tells: "claim that …", "reports of …", "a demand to …"."""
    told = [c for c in noun.children if c.dep_ in {"acl", "ccomp"} and c.i > noun.i]
    content = [clause.extent(c) for c in told if entry.stance != "say" or _marked(c, "that")]
    if entry.stance != "say" or noun.lemma_ == "report":
        under = (c for c in noun.children if c.dep_ == "nmod" and clause.case(c) in {"of", "for"})
        content += [clause.extent(c) for c in under]
    that = _that_clause(noun)
    return tuple(sorted({*content, *([that] if that else [])}))


def _by_tree(verb: Token, entry: Entry) -> tuple[Range, ...]:
    found = [r for part in verb.children for r in _of_part(verb, part, entry)]
    if _stands_apart(verb) and not any(start > verb.i for start, _ in found):
        found += _around(verb)
    if _is_inserted(verb) and (found or "weak" not in entry.marks):
        found.append((verb.sent.start, _left_edge(verb)))
        found.append((verb.i + 1, _clause_end(verb, verb.i + 2)))
    return _without([_within_clause(r, verb) for r in found], verb)


def _of_part(verb: Token, part: Token, entry: Entry) -> list[Range]:
    """The ranges of content in one dependent of the cue."""
    if part.dep_ == "ccomp":
        return [] if _is_aside(part) else [_complement(verb, part)]
    if part.dep_ == "xcomp" and part.i > verb.i:
        if verb.lemma_ == "tell" and part.tag_ not in VERB_TAGS and clause.child(part, "cop", "mark") is None:
            return []  # an outlet that was told, which a parser does not know
        hearsay = verb.lemma_ in _HEARSAY and clause.is_passive(verb)
        told = hearsay or verb.lemma_ == "tell" or entry.stance in _WITH_INFINITIVE
        return [_without_setting(part)] if told else []
    found = []
    if entry.stance == "demand" and part.dep_ == "obl" and clause.case(part) in {"for", "on", "upon"}:
        found.append(clause.extent(part))
    if entry.stance in {"accuse", "doubt"}:
        found += [clause.extent(p) for p in (part, *part.children) if _is_accusation(p)]
    if part.dep_ == "obj" and verb.lemma_ in _NAMING and _is_named_so(verb, part):
        found.append((part.left_edge.i, _clause_end(verb, part.right_edge.i + 1)))
    if part.dep_ == "obj" and ("object" in entry.marks or ("shown" in entry.marks and _on_paper(verb))):
        found.append(_object(verb, part))
    if "about" in entry.marks and part.dep_ == "obl" and clause.case(part) in _ABOUT:
        found.append(clause.extent(part))
    if part.dep_ == "advcl" and verb.lemma_ in {"quote", "cite"} and clause.child(part, "mark"):
        found.append(clause.extent(part))
    return found


def _on_paper(verb: Token) -> bool:
    """ "polls show": what shows it is written or filmed, and nobody holds it up."""
    subject = clause.subject(verb)
    return subject is not None and is_paper(subject)


def _without_setting(part: Token) -> Range:
    """What is demanded or planned, without a clause that only tells when or why ("…, since he fled")."""
    start, end = clause.extent(part)
    for child in part.children:
        mark = clause.child(child, "mark") if child.dep_ == "advcl" and child.i > part.i else None
        if mark is not None and mark.lower_ in _SETTINGS:
            end = min(end, child.left_edge.i)
    return (start, max(end, part.i + 1))


def _is_named_so(verb: Token, part: Token) -> bool:
    """ "called the attack “barbaric”": something follows that the object is called."""
    after = part.right_edge.i + 1
    follows = verb.doc[after] if after < verb.sent.end else None
    if follows is None:
        return False
    named = clause.child(verb, "xcomp", "iobj") is not None
    return named or follows.is_quote or follows.pos_ in {"DET", "ADJ"}


def _is_accusation(part: Token) -> bool:
    """ "accused X of killing", "blamed X for the attack"."""
    marked = clause.child(part, "mark", "case")
    fits = part.dep_ in {"obl", "advcl", "acl", "nmod"} and marked is not None
    return fits and marked is not None and marked.lower_ in {"of", "for"}


def _is_aside(part: Token) -> bool:
    """A participle after a comma ("…, citing a source") that a parser takes for a complement."""
    before = part.nbor(-1) if part.i > part.sent.start else None
    return part.tag_ == "VBG" and before is not None and before.text == ","


def _complement(verb: Token, part: Token) -> Range:
    """The clause that is said. After "said" it starts with the next word, whatever the tree makes of its
    subject."""
    start, end = clause.extent(part)
    if part.i < verb.i:
        return (start, end)
    that = clause.child(part, "mark")
    if that is not None and that.lower_ == "that" and that.i > verb.i:
        start = that.i  # "told the BBC that": whom it was told is no part of it
    if verb.lemma_ not in _ADDRESSED and start > verb.i and clause.child(part, "mark") is None:
        start = verb.i + 1
    return (start, _clause_end(verb, end))


def _object(verb: Token, part: Token) -> Range:
    """ "confirmed the death of X", and "claimed X fired rockets" where the parser took X for an object."""
    start, end = clause.extent(part)
    follower = verb.doc[end] if end < verb.sent.end else None
    if follower is not None and follower.tag_ in {*FINITE_TAGS, "MD", "VBN"} and start == verb.i + 1:
        end = _clause_end(verb, end)
    return (start, end)


def _clause_end(verb: Token, end: int) -> int:
    """The end of the words that follow a cue: the end of the sentence, or a break that turns to something
    else."""
    sentence = verb.sent
    for index in range(end, sentence.end):
        word = verb.doc[index]
        follower = verb.doc[index + 1] if index + 1 < sentence.end else word
        turns = follower.lower_ in _TURNS or (follower.tag_ == "VBG" and stance_of(follower) is not None)
        if word.text == ";" or (word.text in {",", "–", "—"} and turns):
            return index
        if index > end and word.tag_ in FINITE_TAGS and stance_of(word) == "say":
            return max(end, min(_left_edge(word), index))
    return int(sentence.end)


def _stands_apart(verb: Token) -> bool:
    """ "…, he said" beside what is said, or "as X said"."""
    if verb.head.i == verb.i:
        return False
    return verb.dep_ == "parataxis" or (verb.dep_ == "advcl" and _marked(verb, "as"))


def _around(verb: Token) -> list[Range]:
    start, end = clause.extent(verb.head)
    left, right = clause.extent(verb)
    return [r for r in ((start, left), (right, end)) if r[1] - r[0] > 1]


def _is_inserted(verb: Token) -> bool:
    """ "Acts of protest, he said, are …": the cue with its speaker between two commas, in the middle of the
    words."""
    left = _left_edge(verb)
    bracketed = left > verb.sent.start + 1 and verb.doc[left - 1].text == ","
    follower = verb.nbor() if verb.i + 1 < verb.sent.end else None
    if not bracketed or follower is None or follower.text != ",":
        return False
    rest = verb.doc[verb.i + 2 : verb.sent.end]
    return (
        verb.tag_ in {*FINITE_TAGS, "VBN"}
        and len(rest) > 1
        and rest[0].lower_ not in _TURNS
        and rest[0].tag_ != "VBG"
    )


def _left_edge(verb: Token) -> int:
    who = clause.child(verb, *clause.SUBJECTS)
    return min(verb.i, who.left_edge.i) if who is not None else int(verb.i)


def _marked(verb: Token, word: str) -> bool:
    return any(c.dep_ in {"mark", "advmod", "case"} and c.lower_ == word for c in verb.children)


def _within_clause(words: Range, verb: Token) -> Range:
    """`words` up to a semicolon between them and the cue, where another sentence begins; not "; that …"."""
    start, end = words
    for index in range(start, end):
        if verb.doc[index].text == ";" and not _lists_on(verb.doc[index]):
            if index < verb.i:
                start = index + 1
            else:
                return (start, index)
    return (start, end)


def _lists_on(semicolon: Token) -> bool:
    """ "said that …; and that …": the words after the semicolon are said too."""
    after = semicolon.doc[semicolon.i + 1 : min(semicolon.i + 3, semicolon.sent.end)]
    return any(t.lower_ == "that" and t.dep_ == "mark" for t in after)


def _without(found: list[Range], verb: Token) -> tuple[Range, ...]:
    """`found` with the cue itself cut out, in order."""
    kept: list[Range] = []
    for start, end in sorted(set(found)):
        if start <= verb.i < end:
            kept += [r for r in ((start, verb.left_edge.i), (verb.i + 1, end)) if r[0] < r[1]]
        elif start < end:
            kept.append((start, end))
    return tuple(kept)


def _by_order(verb: Token, holder: Token | None, entry: Entry) -> tuple[Range, ...]:
    """Content by the order of words: the clause before "…, X said", or a clause after the cue."""
    that = _that_clause(verb)
    if that is not None:
        return (that,)
    if entry.stance not in {"say", "doubt"} or holder is None:
        return ()
    sentence = verb.sent
    left = min(holder.left_edge.i, verb.i)
    before = sentence.doc[left - 1] if left > sentence.start else None
    ends = verb.i + 1 >= sentence.end or verb.nbor().text in {".", ",", "?", "!"} or verb.nbor().is_space
    if "weak" in entry.marks and (not ends or verb.tag_ not in FINITE_TAGS):
        return ()
    closes = ends or _tails_off(verb) or _is_last(holder, verb)
    start, _ = _within_clause((sentence.start, left), verb)
    if before is not None and (before.text in BREAKS or closes) and _has_verb(start, left, verb):
        return () if verb.dep_ == "acl:relcl" and not closes else ((start, left),)
    if "weak" in entry.marks:
        return ()
    after = max(verb.i, holder.right_edge.i if holder.i > verb.i else verb.i) + 1
    opens = after < sentence.end and verb.doc[after].text not in {",", "."}
    said = opens and any(t.tag_ in {*FINITE_TAGS, "MD"} for t in verb.doc[after : sentence.end])
    return ((after, _clause_end(verb, after)),) if said else ()


def _is_last(holder: Token, verb: Token) -> bool:
    """ "… said the monitor.": the speaker after the cue ends the sentence."""
    rest = verb.doc[holder.right_edge.i + 1 : verb.sent.end]
    return holder.i > verb.i and not any(t.is_alpha for t in rest)


def _tails_off(verb: Token) -> bool:
    """ "… a monitor said on Wednesday.": only a time, a place or whom it was told stands after the cue."""
    rest = verb.doc[verb.i + 1 : verb.sent.end]
    told = verb.lemma_ in _ADDRESSED or clause.child(verb, "obj") is None
    return told and len(rest) <= _TAIL and not any(t.pos_ in {"VERB", "AUX", "PRON"} for t in rest)


def _that_clause(cue: Token) -> Range | None:
    """From a "that" soon after the cue to the end of its clause."""
    for index in range(cue.i + 1, min(cue.i + NEAR, cue.sent.end)):
        word = cue.doc[index]
        if word.lower_ == "that" and word.dep_ == "mark":
            return (index, max(word.head.right_edge.i, index) + 1)
        if word.text in {",", ";", "“", '"'} or clause.is_finite_verb(word):
            return None
    return None


def _has_verb(start: int, end: int, verb: Token) -> bool:
    return any(t.pos_ in {"VERB", "AUX"} for t in verb.doc[start:end])
