"""Ties that a verb or participle states: "Iran funds X", "the Iran-backed X", "X, which is based in Y"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dateline.grounding.who.lexicon import ORGANISATIONS, Lexicon
from dateline.reading import clause
from dateline.reading.relation.tie import VIEWING, Pattern, Tie, patterns

if TYPE_CHECKING:
    from dateline.language.tree import Token

_LED = frozenset({"coalition", "alliance", "bloc", "government", "administration", "mission"})
_TERROR = ("terror", "militant")


def verbal_ties(token: Token) -> Iterator[Tie]:
    """Ties that `token` states as a verb, with subject and object or a preposition."""
    form = "adjective" if token.pos_ == "ADJ" else "verb"
    if token.pos_ not in {"VERB", "ADJ"} or token.dep_ == "amod":
        return
    lemma = token.lemma_.lower()
    for pattern in patterns(form).get(lemma, ()):
        source, target = _end(token, pattern.source), _end(token, pattern.target)
        if pattern.type == "backs" and source is not None:
            yield from _against(token, source)
        if source is None or target is None or _says_else(pattern, token, target):
            continue
        if _belongs(pattern, source):
            yield Tie(pattern.type, source, target, token, pattern.core, f"relation:{form}:{lemma}")
    if lemma in VIEWING and form == "verb":
        yield from _designations(token)


def _says_else(pattern: Pattern, verb: Token, target: Token) -> bool:
    """True where the words of a pattern state no tie."""
    if pattern.type == "allied_with":  # "police linked him to the group": the police are no allies
        return clause.child(verb, "obj") is not None
    if pattern.type == "fights":  # "they have fought an insurgency": that noun has its own ends
        return target.lemma_ in patterns("noun") or _is_past_act(verb)
    return pattern.word == "join" and not _takes_members(target)


def _is_past_act(verb: Token) -> bool:
    """ "The rebels fought the army on Thursday": told as one act, not as a war."""
    return verb.tag_ == "VBD" and clause.child(verb, "aux", "aux:pass") is None


def _against(verb: Token, source: Token) -> Iterator[Tie]:
    """Whom somebody is helped to fight: "a coalition supports the government against the rebels"."""
    enemy = next((t for t in verb.subtree if t.i > verb.i and clause.case(t) == "against"), None)
    if enemy is not None:
        yield Tie("fights", source, enemy, verb, True, "relation:verb:against")


def _takes_members(joined: Token) -> bool:
    """True for a coalition and a name that stands alone ("NATO"), not for personnel or "Qatar Airways"."""
    noun = Lexicon.shipped().noun(joined.text, joined.lemma_)
    alone = clause.child(joined, "compound", "amod", "flat") is None
    return joined.text[:1].isupper() and (alone or joined.text.isupper() or noun in ORGANISATIONS)


def _belongs(pattern: Pattern, source: Token) -> bool:
    """Persons with a name are members, bodies are parts."""
    if pattern.type not in {"member_of", "part_of"}:
        return True
    is_place = source.ent_type_ == "GPE" and clause.child(source, "flat") is None
    is_body = is_place or source.ent_type_ in {"ORG", "NORP"}
    if pattern.type == "part_of":
        return is_body or Lexicon.shipped().noun(source.text, source.lemma_) in ORGANISATIONS
    return not is_body and source.pos_ in {"PROPN", "PRON"}


def participle_ties(token: Token) -> Iterator[Tie]:
    """ "X-backed Y": the hyphen makes X the doer (or the place) of what the participle says about Y."""
    pattern = _participle(token)
    described = None if pattern is None else _described(token)
    word = token.doc[token.i - 2] if token.i >= 2 else token
    if pattern is None or described is None or word.pos_ not in {"PROPN", "ADJ", "NOUN", "ADV"}:
        return
    if pattern.word == "lead" and described.pos_ == "NOUN" and described.lemma_ not in _LED:
        return  # "the Afghan-led security force" is one of theirs
    ends = {"modifier": word, "described": described}
    rule = f"relation:participle:{pattern.word}"
    yield Tie(pattern.type, ends[pattern.source], ends[pattern.target], token, pattern.core, rule)


def _described(token: Token) -> Token | None:
    """The noun that the participle describes, past what is joined to it ("US-backed and Kurdish-led
    forces")."""
    for word in token.doc[token.i + 1 : token.sent.end]:
        if _heads_phrase(word):
            named = _name_of(word)
            return named if named.i != token.i else None
        if word.pos_ in {"VERB", "AUX", "ADP", "SCONJ"} and word.tag_ != "VBN":
            return None
    return None


def _name_of(word: Token) -> Token:
    """The name that a description stands beside: "the SDF, the US-backed forces"."""
    if word.pos_ != "NOUN":
        return word
    start = word.left_edge.i
    while word.doc[start].is_punct:
        start += 1
    before = word.doc[start - 2] if start >= word.sent.start + 2 and word.doc[start - 1].text == "," else word
    if before.ent_type_ == "ORG" or (before.pos_ == "PROPN" and not before.ent_type_):
        return before
    return word.head if word.dep_ == "appos" else word


def _heads_phrase(word: Token) -> bool:
    """A noun that is no modifier of one to its right, and no part of another participle ("Kurdish-led")."""
    if word.pos_ not in {"NOUN", "PROPN"} or (word.i + 1 < word.sent.end and word.nbor().text in {"-", "–"}):
        return False
    modifies = word.dep_ in {"compound", "amod", "nmod:poss"} and word.head.i > word.i
    if modifies and Lexicon.shipped().noun(word.text) == "group":
        return True  # "US-led coalition airstrikes"
    return not modifies or (word.pos_ == "PROPN" and word.head.pos_ == "PROPN")


def _participle(token: Token) -> Pattern | None:
    if token.tag_ not in {"VBN", "VBD", "JJ"} or not token.lower_.endswith(("ed", "led", "run", "held")):
        return None
    if token.i < 2 or token.nbor(-1).text not in {"-", "–"}:
        return None
    table = patterns("participle")
    found = table.get(token.lemma_.lower()) or table.get(_base(token.lower_))
    return found[0] if found else None


def _base(word: str) -> str:
    irregular = {
        "led": "lead",
        "run": "run",
        "held": "hold",
        "based": "base",
        "aligned": "align",
        "backed": "back",
    }
    return irregular.get(word) or next(
        (w for w in (word[:-1], word[:-2], word[:-3] + "y", word[:-3]) if w in patterns("participle")), word
    )


def _end(verb: Token, role: str) -> Token | None:
    """The word that stands in `role` to `verb`, a passive turned round."""
    passive = clause.is_passive(verb)
    if role == "subject":
        if not passive:
            return _relative(clause.subject(verb), verb)
        subject = clause.subject(verb) if _takes_preposition(verb) else None
        return clause.agent(verb) or _relative(subject, verb)
    if role == "object":
        return _relative(clause.subject(verb), verb) if passive else _object(verb)
    return next((c for c in verb.children if c.dep_ in {"obl", "nmod"} and clause.case(c) == role), None)


def _relative(subject: Token | None, verb: Token) -> Token | None:
    """Whom "who" goes back to: the person named right before it, whatever the clause hangs on."""
    who = next((c for c in verb.lefts if c.lower_ == "who"), None)
    if who is None or subject is None or who.i < verb.sent.start + 2:
        return subject
    before = who.nbor(-2) if who.nbor(-1).text == "," else who.nbor(-1)
    return before if before.ent_type_ == "PERSON" else subject


def _object(verb: Token) -> Token | None:
    """The object of `verb`, or of what it is done for ("fighting to defeat X")."""
    own = clause.child(verb, "obj")
    inner = clause.child(verb, "xcomp") if own is None and verb.lemma_ in {"fight", "battle"} else None
    return own if inner is None else clause.child(inner, "obj")


def opposing_ties(token: Token) -> Iterator[Tie]:
    """ "the anti-Isis coalition": what is named against somebody fights him."""
    if token.i + 3 >= len(token.doc) or token.nbor().text not in {"-", "–"}:
        return
    opposed, described = token.nbor(2), _described(token.nbor(2))
    if opposed.text[:1].isupper() and described is not None and described.i != opposed.i:
        yield Tie("fights", described, opposed, token, False, f"relation:prefix:{token.lower_}")


def _takes_preposition(verb: Token) -> bool:
    """ "is based in", "are linked to": the subject of the passive is who is based or linked."""
    wanted = {p.target for p in patterns("verb").get(verb.lemma_.lower(), ())} - {"subject", "object"}
    return any(clause.case(c) in wanted for c in verb.children)


def _by(verb: Token) -> Token | None:
    """Who stands behind "by" anywhere under the verb ("listed as terrorists by Russia")."""
    return next((t for t in verb.subtree if t.i > verb.i and clause.case(t) == "by"), None)


def _designations(verb: Token) -> Iterator[Tie]:
    """ "Russia lists X as terrorist", "X, designated a terrorist group by Y"."""
    if not any(t.lower_.startswith(_TERROR) for t in verb.subtree if t.i > verb.i):
        return
    viewed = _end(verb, "object")
    if verb.dep_ == "acl:relcl" and (viewed is None or viewed.lower_ in {"whom", "which", "that", "who"}):
        viewed = verb.head
    if viewed is None and verb.dep_ == "acl":
        viewed = verb.head
    viewer = clause.agent(verb) or _by(verb) if clause.is_passive(verb) else clause.subject(verb)
    if viewed is not None and viewer is not None:
        yield Tie("designates", viewer, viewed, verb, True, f"relation:designates:{verb.lemma_}")
