"""Holders: whose words a cue brings in.

The noun beside the cue comes before what the tree calls its subject: a sentence that reports speech is
built in few
ways, and a parser errs more often than they do.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from dateline.reading import clause
from dateline.reading.speaker.cue import BREAKS, FINITE_TAGS, NEAR, VERB_TAGS, is_outlet, stance_of

if TYPE_CHECKING:
    from dateline.language.tree import Token

CanSpeak = Callable[["Token"], bool]

_RELATIVES = frozenset({"who", "which", "that", "what"})
_SUBORDINATORS = frozenset({"", "after", "before", "since", "as", "until", "while", "when", "because"})
_OF_TIME = frozenset({"in", "on", "at"})  # "In December Donald Trump said": nobody is in or on a person
_NAMING = frozenset({"appos", "flat", "conj", "compound", "nmod", "nmod:desc"})
_ADDRESSING = frozenset({"tell", "inform", "remind", "assure", "notify", "brief"})
_PHRASE = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM", "ADP", "PART"})
_TELLING = frozenset({"interview", "comment", "remark", "statement"})
_PAPERS = frozenset({"statement", "report", "letter", "communique", "communiqué", "note", "memo"})
_ISSUING = frozenset(
    "make issue repeat release publish voice express raise trade exchange level hurl renew".split()
)


def holder_of(verb: Token, can_speak: CanSpeak) -> tuple[Token | None, Token | None]:
    """Who speaks, and who passes the words on ("told Reuters")."""
    subject = clause.subject(verb)
    if clause.is_passive(verb):
        by = clause.agent(verb)
        return (subject, by) if verb.lemma_ in {"quote", "cite"} else (by, None)
    if verb.lemma_ in {"quote", "cite"}:
        return clause.child(verb, "obj"), subject
    who = (
        _inverted(verb, can_speak)
        or _described(verb)
        or _beside(verb, can_speak)
        or (subject if subject is not None and can_speak(subject) else None)
        or _before(verb, can_speak)
        or _after(verb, can_speak)
    )
    return _person_of(who, verb), _outlet(verb)


def owner_of(noun: Token) -> Token | None:
    """Whose claim or report `noun` is: "X's claim", "a report by X", "X issued a statement"."""
    owner = clause.child(noun, "nmod:poss")
    if owner is not None:
        return owner
    by = (c for c in noun.children if c.dep_ in {"nmod", "obl"} and clause.case(c) in {"by", "from"})
    author = next(by, None)
    if author is not None:
        return author
    verb = noun.head
    if noun.dep_ == "obj" and verb.lemma_ in _ISSUING:
        return clause.agent(verb) if clause.is_passive(verb) else clause.subject(verb)
    return None


def beside_holder(holder: Token, can_speak: CanSpeak) -> tuple[Token, ...]:
    """Who speaks with a holder that stands before its cue, in text order, where the tree does not join them.

    "…, local officials and a survivor said": what a comma and "and" set off is joined, whatever a parser
    hangs it on; so is all that stands before it in the sentence ("Turkey, the UN and aid groups said").
    """
    found: list[Token] = []
    joint = clause.child(holder, "cc") or _before_phrase(holder)
    is_list = any(t.lower_ == "and" for t in holder.subtree if joint is None or t.i > joint.i)
    while joint is not None and joint.lower_ == ("," if found or is_list else "and"):
        first = _phrase_start(joint)
        at_start = first == holder.sent.start
        head = holder.doc[first : joint.i].root if first < joint.i else None
        set_off = at_start if found or is_list else at_start or holder.doc[first - 1].text == ","
        if head is None or not set_off or not _is_joined(head, first, can_speak):
            break
        found.insert(0, head)
        joint = None if at_start else holder.doc[first - 1]
    return tuple(found)


def _is_joined(head: Token, first: int, can_speak: CanSpeak) -> bool:
    """False for "In Damascus, the army said"."""
    return head.pos_ in {"NOUN", "PROPN"} and head.doc[first].pos_ != "ADP" and can_speak(head)


def _before_phrase(holder: Token) -> Token | None:
    start = holder.left_edge.i
    return holder.doc[start - 1] if start > holder.sent.start else None


def _phrase_start(joint: Token) -> int:
    """Where the words before "and" or a comma begin that hold no verb and no other comma."""
    index = joint.i
    while index > joint.sent.start and _is_of_phrase(joint.doc[index - 1]):
        index -= 1
    return index


def _is_of_phrase(word: Token) -> bool:
    return word.pos_ in _PHRASE or word.lower_ == "both"


def _inverted(verb: Token, can_speak: CanSpeak) -> Token | None:
    """The speaker in "…,” said Colville": what follows a cue that stands right after a comma or closing
    mark, or the last words of a sentence where the comma is lost."""
    if verb.tag_ not in FINITE_TAGS or verb.i + 1 >= len(verb.doc) or verb.lemma_ in _ADDRESSING:
        return None  # "Ann Lee, told reporters": whom it is told follows
    if verb.i == 0 or verb.nbor(-1).text not in BREAKS:
        return _last_words(verb, can_speak)
    word = verb.nbor()
    for _ in range(NEAR):
        inside = word.head.i != word.i and verb.i < word.head.i < verb.i + NEAR
        if not inside or word.dep_ in {"ccomp", "xcomp", "nsubj", "obj", "obl"}:
            break
        word = word.head
    after = word.right_edge.i + 1
    goes_on = after < verb.sent.end and verb.doc[after].pos_ in {"VERB", "AUX"}
    return word if _is_nominal(word) and not goes_on and can_speak(word) else None


def _last_words(verb: Token, can_speak: CanSpeak) -> Token | None:
    """The speaker in "… shelled the town said the monitor.", which has lost its comma."""
    after = next((c for c in verb.children if c.left_edge.i == verb.i + 1 and _is_nominal(c)), None)
    if after is None or stance_of(verb) != "say" or clause.child(verb, *clause.SUBJECTS) not in {None, after}:
        return None
    rest = verb.doc[after.right_edge.i + 1 : verb.sent.end]
    told = any(t.pos_ == "VERB" for t in verb.doc[verb.sent.start : verb.i])
    return after if told and not any(t.is_alpha for t in rest) and can_speak(after) else None


def _described(verb: Token) -> Token | None:
    """The person in "Ann Lee, an adviser to the envoy, Jan Roe, said": whoever is described is no other."""
    person = clause.child(verb, *clause.SUBJECTS)
    if person is None or person.ent_type_ != "PERSON" or person.right_edge.i + 1 < verb.i:
        return None
    return person if any(c.dep_ == "appos" and c.pos_ == "NOUN" for c in person.children) else None


def _beside(verb: Token, can_speak: CanSpeak) -> Token | None:
    """The noun right before the cue."""
    if verb.tag_ in {"VBG", "VBN", "VB"} and clause.child(verb, "aux") is None:
        return None
    index = verb.i - 1
    while index > verb.sent.start and verb.doc[index].pos_ in {"AUX", "ADV", "PART"}:
        index -= 1
    word = verb.doc[index]
    if word.i >= verb.i or not _is_nominal(word) or word.lower_ in _RELATIVES:
        return None
    if word.dep_ in {"flat", "compound"} and word.head.i < word.i and not word.ent_type_:
        word = word.head
    first = word.head if word.dep_ == "flat" and word.head.i < word.i else word
    if clause.case(first) in _SUBORDINATORS or (
        word.ent_type_ == "PERSON" and clause.case(first) in _OF_TIME
    ):
        return word if first.dep_ not in {"nmod:poss", "obj"} and can_speak(word) else None
    if (
        first.dep_ == "nmod"
        and first.head.i < first.i
        and not clause.case(first.head)
        and _is_nominal(first.head)
    ):
        return first.head if can_speak(first.head) else None  # "a spokesman for X said"
    return None


def _before(verb: Token, can_speak: CanSpeak) -> Token | None:
    """The nearest noun before the cue that can speak and stands under no preposition."""
    for index in range(verb.i - 1, max(verb.sent.start, verb.i - NEAR) - 1, -1):
        word = verb.doc[index]
        if word.tag_ in VERB_TAGS and word.pos_ == "VERB":
            return None
        heads_phrase = _is_nominal(word) and word.dep_ not in {"compound", "nmod:poss", "flat"}
        if heads_phrase and not clause.case(word) and can_speak(word):
            return word
    return None


def _after(verb: Token, can_speak: CanSpeak) -> Token | None:
    """The speaker right after the cue where the parser took the name for something else."""
    if verb.tag_ not in FINITE_TAGS:
        return None
    beside = (c for c in verb.children if c.left_edge.i == verb.i + 1 and _is_nominal(c) and can_speak(c))
    return next(beside, None)


def _person_of(who: Token | None, verb: Token) -> Token | None:
    """The one person named in the speaker's phrase: "the foreign minister, Jeremy Hunt" is Jeremy Hunt."""
    if who is None or who.ent_type_ == "PERSON" or who.pos_ not in {"NOUN", "PROPN"}:
        return who
    if who.lemma_.lower() in _PAPERS and owner_of(who) is not None:
        return owner_of(who)
    start, end = clause.extent(who)
    named = _name_before(who, start) or _name_between_commas(who, verb)
    if named is not None:
        return named
    if start <= verb.i < end:
        return who
    names = [e.root for e in who.doc[start:end].ents if e.label_ == "PERSON"]
    names = [name for name in names if not clause.case(name) and name.dep_ in _NAMING]
    return names[0] if len(names) == 1 else who


def _name_before(who: Token, start: int) -> Token | None:
    """The name in "Sana, the Syrian state news agency, claimed", where the parser made the description the
    subject."""
    start += who.doc[start].is_punct
    if who.pos_ != "NOUN" or start < who.sent.start + 2 or who.doc[start - 1].text != ",":
        return None
    name = who.doc[start - 2]
    if clause.case(name) or clause.case(name.head) or name.ent_type_ == "DATE":
        return None
    named = name.ent_type_ in {"PERSON", "ORG"} or (_is_full_name(name) and not name.ent_type_)
    return name if named else None


def _name_between_commas(who: Token, verb: Token) -> Token | None:
    """The name in "The mayor of London, Sadiq Khan, tweeted"."""
    if who.pos_ != "NOUN" or verb.i < who.i + 4 or verb.nbor(-1).text != ",":
        return None
    name = verb.nbor(-2)
    if not _is_full_name(name) or name.nbor(-2).text != ",":
        return None
    return name.head if name.dep_ == "flat" else name


def _is_full_name(last: Token) -> bool:
    """True for the last of two words of a name that is no place's."""
    first = last.nbor(-1) if last.i > 0 else last
    return {last.pos_, first.pos_} == {"PROPN"} and last.ent_type_ != "DATE" and last.is_title


def _outlet(verb: Token) -> Token | None:
    """The outlet that was told: "told Reuters", "in an interview with Sky News"."""
    if verb.lemma_ == "tell":
        words = verb.doc[verb.i + 1 : min(verb.i + 6, verb.sent.end)]
        told = [t for t in words if t.pos_ in {"PROPN", "NOUN"} or t.ent_type_ == "ORG"][:3]
        outlet = next((t for t in told if not clause.case(t) and is_outlet(t)), None)
        if outlet is not None:
            return outlet
    for part in verb.children:
        if part.dep_ in {"obl", "nmod"} and part.lemma_ in _TELLING:
            for under in part.children:
                if clause.case(under) in {"to", "with"} and is_outlet(under):
                    return under
    return None


def _is_nominal(word: Token) -> bool:
    return word.pos_ in {"NOUN", "PROPN", "PRON"}
