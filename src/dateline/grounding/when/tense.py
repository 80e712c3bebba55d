"""Tense: whether the words around an expression look back or forward."""

from collections.abc import Iterator
from typing import Literal

from dateline.grounding.when.context import Tense
from dateline.grounding.when.words import table
from dateline.language.tree import Doc, Token

_PAST_TAGS = ("VBD", "VBN")
_PLAIN: dict[str, Tense] = {"VBZ": "present", "VBP": "present", "VBN": "past"}
_HAVE = {"has", "have", "'ve", "’ve"}
_HAD = {"had", "'d", "’d"}
_REACH = 8  # tokens to either side that are asked where no verb governs the expression


def tense_of(token: Token, parsed: bool) -> Tense | None:
    """The tense of the verb that governs `token`; without a parse, that of the nearest telling word.

    "future" also stands for what is planned, due or possible; None where nothing tells.
    """
    if parsed:
        if token.head.pos_ == "NOUN" and _points_forward(token.head):
            return "future"  # "the next hearing on 5 April"
        verb = governing_verb(token)
        if verb is not None:
            return "future" if _is_put_off(token, verb) else _of_verb(verb)
    return _of_neighbours(token)


def governing_verb(token: Token) -> Token | None:
    """The nearest verb above `token` in the tree, or `token` itself."""
    return next((up for up in (token, *token.ancestors) if _is_predicate(up)), None)


def _is_predicate(token: Token) -> bool:
    return token.pos_ in ("VERB", "AUX") or bool(_helpers(token))


def aspect_of(verb: Token) -> Literal["ahead", "now", "before", "past"]:
    """How a verb stands to the moment it is told in: still ahead, now, done before it, or simply past."""
    tense = _of_verb(verb)
    if tense == "future":
        return "ahead"
    words = {token.lower_ for token in _helpers(verb)}
    if words & _HAD:
        return "before"
    running = verb.tag_ in ("VBG", "VBZ", "VBP", "VB") or verb.pos_ == "ADJ"
    return "now" if tense == "present" or words & _HAVE or running else "past"


def _of_verb(verb: Token) -> Tense | None:
    helpers = _helpers(verb)
    words = {token.lower_ for token in (*helpers, verb)}
    tags = {token.tag_ for token in (*helpers, verb)}
    if words & table("will").keys():
        return "future"
    if any(child.lower_ == "to" and child.dep_ == "mark" for child in verb.children):
        return _of_infinitive(verb)
    if "VBD" in tags or (verb.tag_ == "VBN" and (words & (_HAVE | _HAD) or _is_bare(verb))):
        return "past"
    if verb.tag_ in ("VBN", "VBZ", "VBP", "VBG") and _points_forward(verb):
        return "future"
    if verb.tag_ in ("VB", "VBG"):
        above = _above(verb)
        return _of_verb(above) if above is not None else None
    return _PLAIN.get(verb.tag_) or ("present" if tags & {"VBZ", "VBP"} else None)


def _is_bare(verb: Token) -> bool:
    """True for a participle with a subject and no helper: a past tense that a tagger mistook."""
    return not _helpers(verb) and any(child.dep_ == "nsubj" for child in verb.children)


def _is_put_off(token: Token, verb: Token) -> bool:
    """ "postponed until Tuesday", "set for May": the day lies ahead although the verb is past."""
    had = any(helper.lower_ in _HAD for helper in _helpers(verb))
    leads = {child.lower_ for child in token.children if child.dep_ == "case"}
    return (
        not had and verb.lemma_.lower() in table("postpone") and bool(leads & {"until", "till", "to", "for"})
    )


def _helpers(verb: Token) -> list[Token]:
    return [child for child in verb.children if child.dep_ in ("aux", "aux:pass", "cop")]


def _points_forward(verb: Token) -> bool:
    forward = table("forward")
    return verb.lemma_.lower() in forward or any(child.lower_ in forward for child in verb.children)


def _of_infinitive(verb: Token) -> Tense | None:
    """ "plans to strike" looks forward; "asked to leave" may look either way."""
    above = _above(verb)
    if above is None:
        return "future"
    if any(helper.lower_ in _HAD for helper in _helpers(above)):
        return "past"  # "had been due to leave"
    return "future" if above.lemma_.lower() in table("forward") else None


def _above(verb: Token) -> Token | None:
    return next((up for up in verb.ancestors if _is_predicate(up)), None)


def _of_neighbours(token: Token) -> Tense | None:
    for near in _neighbours(token):
        word = near.text  # not folded: May is a month
        if word in table("will") or word in table("forward"):
            return "future"
        if near.tag_ in _PAST_TAGS or (not near.tag_ and _looks_past(word)):
            return "past"
    return None


def _neighbours(token: Token) -> Iterator[Token]:
    doc: Doc = token.doc
    for distance in range(1, _REACH + 1):
        for index in (token.i - distance, token.i + distance):
            if 0 <= index < len(doc):
                yield doc[index]


def _looks_past(word: str) -> bool:
    return word in table("was") or (word.endswith("ed") and len(word) > 4)
