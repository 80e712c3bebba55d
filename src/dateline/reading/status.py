"""Status: did it happen, or is it alleged, denied, threatened, planned, demanded or only possible?

The words that decide stand on the way from the trigger up to the head of its sentence; the nearest one wins.
They are listed in `data/status_words.tsv`. Where none stands there, the speaker's stance decides.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from dateline.model import Report, Span
from dateline.model.vocabulary import Attribution, EventType, Status
from dateline.reading import clause
from dateline.reading.table import rows

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from dateline.reading.speaker import Attributions
    from dateline.reading.speaker.saying import Saying

SPEECH_ACTS: frozenset[EventType] = frozenset(
    {"THREATEN", "REQUEST", "ACCUSE", "AGREE", "REJECT", "CONCEDE", "SUPPORT"}
)
"""Types that are done by speaking: a "will" or "must" is how they are done, no doubt about whether they were."""

_COMPLEMENTS = frozenset(
    {"xcomp", "ccomp", "obj", "obl", "nmod", "acl", "advcl", "nsubj:pass", "nsubj", "csubj", "iobj"}
)
_INDEPENDENT = frozenset({"acl:relcl", "parataxis", "appos"})
_BY_STANCE: dict[str, Status] = {
    "doubt": "alleged", "accuse": "alleged", "deny": "denied", "demand": "demanded",
    "plan": "planned", "threaten": "threatened", "fear": "hypothetical",
}  # fmt: skip
_AUTHORITIES = frozenset(
    "police army military government ministry minister official authority court prosecutor force "
    "president spokesman spokeswoman spokesperson department command navy commander general".split()
)


@dataclass(frozen=True, slots=True)
class StatusReading:
    """`cue` are the words that decided, None when `status` is plain. `attribution` follows the MUC-4 tree."""

    status: Status
    cue: Span | None
    attribution: Attribution


def status_of(
    token: Token, type: EventType, doc: Doc, report: Report, attributions: Attributions
) -> StatusReading:
    """The status of the event of `type` whose trigger `token` heads, with the words that decide it."""
    found = _by_words(token, type, attributions) or _by_stance(token, type, doc, attributions)
    status, cue = found or ("actual", None)
    span = None if cue is None else report.span(cue.idx, cue.idx + len(cue.text))
    return StatusReading(status, span, _attribution(token, status, attributions))


def _by_words(token: Token, type: EventType, attributions: Attributions) -> tuple[Status, Token] | None:
    is_speech_act = type in SPEECH_ACTS
    found = None if is_speech_act else _beside(token, attributions)
    if is_speech_act:
        found = _adverb(token, ("alleged",))
    below = token
    for over in clause.governors(token):
        if found or below.dep_ in _INDEPENDENT:
            return found
        found = _condition(below) or _governed(below, over, is_speech_act, attributions)
        if found is None and _is_closed(below):
            return None
        below = over
    return found or _condition(below) or _question(token, is_speech_act)


def _beside(token: Token, attributions: Attributions) -> tuple[Status, Token] | None:
    """What the words beside a trigger or a carrying verb say: "may", "not", "reportedly", "planned"."""
    return (
        _adverb(token, ("alleged",))
        or _negation(token)
        or _modal(token, attributions)
        or _adjective(token)
        or (_adverb(token, ("hypothetical",)))
    )


def _adverb(token: Token, statuses: tuple[str, ...]) -> tuple[Status, Token] | None:
    for part in token.children:
        status = _words("adverb").get(part.lower_)
        if part.dep_ in {"advmod", "amod"} and status in statuses and status != "denied":
            return status, part
    return None


def _negation(token: Token) -> tuple[Status, Token] | None:
    for part in token.children:
        if _words("adverb").get(part.lower_) == "denied" and part.dep_ in {"advmod", "part", "neg"}:
            follower = part.nbor() if part.i + 1 < len(part.doc) else part
            if follower.lower_ not in {"only", "just"}:
                return "denied", part
        if part.dep_ == "det" and part.lower_ in {"no", "neither"}:
            return "denied", part
        if part.dep_ == "case" and part.lower_ == "without":
            return "denied", part
    return None


def _modal(token: Token, attributions: Attributions) -> tuple[Status, Token] | None:
    verb = token
    for _ in range(4):
        for part in verb.children:
            if part.dep_ not in {"aux", "aux:pass"}:
                continue
            status = _words("modal").get(part.lower_)
            if status == "would":
                planned = bool(attributions.sayings_over(token)) and not _has_condition(verb)
                return ("planned" if planned else "hypothetical"), part
            if status is not None:
                return status, part
        if (
            verb.dep_ != "conj"
            or verb.head.pos_ != "VERB"
            or clause.child(verb, *clause.SUBJECTS, "aux") is not None
        ):
            return None
        verb = verb.head
    return None


def _adjective(token: Token) -> tuple[Status, Token] | None:
    for part in token.children:
        status = _words("adjective").get(part.lower_)
        if part.dep_ in {"amod", "acl"} and status is not None:
            return status, part
    return None


def _has_condition(verb: Token) -> bool:
    return any(c.dep_ == "advcl" and _condition(c) is not None for c in verb.children)


def _condition(token: Token) -> tuple[Status, Token] | None:
    for part in token.children:
        if part.dep_ in {"mark", "advmod"} and part.lower_ in _words("mark"):
            return "hypothetical", part
    return None


def _question(token: Token, is_speech_act: bool) -> tuple[Status, Token] | None:
    last = token.sent[-1]
    while last.i > token.i and (last.is_space or last.is_quote):
        last = last.nbor(-1)
    return ("hypothetical", last) if last.text == "?" and not is_speech_act else None


def _governed(
    below: Token, over: Token, is_speech_act: bool, attributions: Attributions
) -> tuple[Status, Token] | None:
    """What the word above says about what stands under it."""
    if below.dep_ == "conj":
        return (
            None
            if is_speech_act or (over.pos_ == "NOUN" and below.pos_ == "VERB")
            else _adverb(over, ("alleged",))
        )
    if below.dep_ not in _COMPLEMENTS:
        return None
    status = _effect(below, over)
    if status is None or status == "actual":
        carries = below.dep_ in {"obj", "nsubj", "nsubj:pass", "xcomp", "obl"} and over.pos_ in {
            "VERB",
            "AUX",
        }
        return _beside(over, attributions) if carries and not is_speech_act else None
    if _negation(over) is not None and status in {"planned", "threatened"}:
        return "denied", over
    return status, over


def _effect(below: Token, over: Token) -> Status | None:
    kind = "noun" if over.pos_ == "NOUN" else "verb" if over.pos_ in {"VERB", "ADJ"} else ""
    status = _words(kind).get(over.lemma_.lower()) if kind else None
    if status is None:
        return _reported(below, over)
    if kind == "noun":
        fits = below.dep_ in {"acl", "xcomp", "ccomp", "advcl"} or (
            below.dep_ in {"nmod", "obl"} and clause.case(below) in {"of", "for", "to", "about", "on", "that"}
        )
        return status if fits else None
    if below.dep_ == "nsubj" or (below.dep_ in {"obl", "advcl"} and not _fits_oblique(below, status)):
        return None
    return status


def _fits_oblique(below: Token, status: Status) -> bool:
    marker = clause.case(below) or (clause.child(below, "mark") or below).lower_
    if status == "demanded":
        return marker in {"for", "to", "on"}
    if status == "alleged":
        return marker in {"of", "to", "for", "in", "with"}
    if status == "denied":
        return marker in {"from", "to"}
    return marker in {"to", "for", "on", "in"}


def _reported(below: Token, over: Token) -> Status | None:
    """ "is said to have fired", "were reported killed": told by nobody in particular."""
    if over.lemma_ in {"say", "report", "know"} and below.dep_ == "xcomp" and clause.is_passive(over):
        return "alleged" if over.lemma_ != "know" else None
    return None


def _is_closed(below: Token) -> bool:
    """True where a clause stands by itself: what is above it says nothing about whether it happened."""
    if below.dep_ != "advcl":
        return False
    mark = clause.child(below, "mark")
    return mark is None or mark.lower_ != "to"


def _by_stance(
    token: Token, type: EventType, doc: Doc, attributions: Attributions
) -> tuple[Status, Token] | None:
    over = attributions.sayings_over(token)
    if not over or type in SPEECH_ACTS:
        return None
    status = _BY_STANCE.get(over[-1].stance)
    if status is None or (status == "alleged" and _is_own_act(token, over[-1])):
        return None
    return status, doc[over[-1].cue[1] - 1]


def _is_own_act(token: Token, saying: Saying) -> bool:
    """Somebody who claims his own deed admits it: "claims it shot down", "claimed responsibility for"."""
    if saying.holder is None:
        return False
    doc = token.doc
    if any(t.lemma_ == "responsibility" for t in doc[saying.cue[1] : saying.cue[1] + 3]):
        return True
    who = clause.subject(token) if token.pos_ == "VERB" else None
    return who is not None and (
        who.i == saying.holder.i or who.lower_ in {"it", "they", "we", "he", "she", "i"}
    )


def _attribution(token: Token, status: Status, attributions: Attributions) -> Attribution:
    over = attributions.sayings_over(token)
    if status == "hypothetical" or (status == "alleged" and not over):
        return "possible"
    if status != "alleged":
        own = bool(over) and over[-1].stance in {"doubt", "say"} and _is_own_act(token, over[-1])
        return "claimed" if own else "fact"
    holder = over[-1].holder
    words = (
        {t.lemma_.lower() for t in holder.subtree} | {holder.lemma_.lower()} if holder is not None else set()
    )
    return "accused_by_authorities" if words & _AUTHORITIES else "accused"


@cache
def _words(pos: str) -> dict[str, Status]:
    return {row["word"]: row["status"] for row in rows("status_words") if row["pos"] == pos}  # type: ignore[misc]
