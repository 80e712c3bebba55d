"""Status: did it happen, or is it alleged, denied, threatened, planned, demanded or only possible?

The words that decide stand beside the trigger (`beside`) or on the way up to the head of its sentence; the
nearest
one wins. They are listed in `data/status_words.tsv`. Where none stands there, the speaker's stance decides.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dateline.model import Report, Span
from dateline.model.vocabulary import Attribution, EventType, Status
from dateline.reading import clause
from dateline.reading.modality import (
    Marked,
    adverb,
    beside,
    condition,
    effect,
    is_future,
    is_negated,
    modal,
    negation,
    question,
)
from dateline.reading.speaker.cue import stance_of

if TYPE_CHECKING:
    from dateline.language.tree import Doc, Token
    from dateline.reading.speaker import Attributions
    from dateline.reading.speaker.saying import Saying

SPEECH_ACTS: frozenset[EventType] = frozenset(
    {"THREATEN", "REQUEST", "ACCUSE", "AGREE", "REJECT", "CONCEDE", "SUPPORT"}
)
"""Types that are mostly done by speaking: whoever performs one is its source too."""

_COMPLEMENTS = frozenset(
    {
        "xcomp",
        "ccomp",
        "obj",
        "obl",
        "nmod",
        "compound",
        "acl",
        "advcl",
        "nsubj:pass",
        "nsubj",
        "csubj",
        "iobj",
    }
)
_INDEPENDENT = frozenset({"acl:relcl", "parataxis", "appos"})
_BESIDE_THE_POINT = frozenset({"during", "after", "before", "since", "following", "despite", "amid", "until"})
_PORTIONS = frozenset(
    "series wave round number spate act campaign kind sort part start case string total".split()
)
_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
_OVERRULES_FUTURE = frozenset({"hypothetical", "threatened"})
_TAKES_PLACE = frozenset("hold take happen occur materialise materialize come start begin".split())
_THREATENED = frozenset({"ASSAULT", "COERCE", "SANCTION", "MOBILIZE", "CONCEDE", "RETREAT"})
_BY_STANCE: dict[str, Status] = {
    "doubt": "alleged", "accuse": "alleged", "deny": "denied", "demand": "demanded",
    "plan": "planned", "threaten": "threatened", "fear": "hypothetical",
}  # fmt: skip
SELF = frozenset({"it", "they", "we", "he", "she", "i", "its", "their", "our", "his", "her"})
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
    over = attributions.sayings_over(token)
    found = _by_words(token, type, bool(over)) or _by_stance(token, type, doc, over)
    if over and type in _THREATENED:
        found = _as_threat(token, found, over[-1])
    status, cue = found or ("actual", None)
    span = None if cue is None else report.span(cue.idx, cue.idx + len(cue.text))
    return StatusReading(status, span, _attribution(token, status, over))


def _by_words(token: Token, type: EventType, is_told: bool) -> Marked | None:
    is_spoken = type in SPEECH_ACTS and (stance_of(token) is not None or type in {"THREATEN", "REQUEST"})
    found = _of_speech_act(token, type, is_told) if type in SPEECH_ACTS else beside(token, is_told)
    below = token
    for over in clause.governors(token):
        if found is not None:
            return _overruled(found, below, over)
        if below.dep_ in _INDEPENDENT:
            return None
        found = condition(below) or _governed(below, over, is_spoken, is_told)
        if found is None and _is_closed(below, over):
            return None
        below = over
    return found or condition(below) or (None if is_spoken else question(token))


def _of_speech_act(token: Token, type: EventType, is_told: bool) -> Marked | None:
    """What is done by speaking is done, "will" or "must" or not; only doubt and plain denial count."""
    found = adverb(token, ("alleged",))
    if found is not None or type in {"THREATEN", "REQUEST"}:
        return found
    if type == "REJECT" and (is_told or negation(token)):
        return None
    denied = None if type in {"AGREE", "REJECT"} else negation(token)
    if type == "ACCUSE" and stance_of(token) is not None:
        return denied
    found = denied or modal(token, is_told)
    return found if found is not None and found[0] != "demanded" else None


def _overruled(found: Marked, below: Token, over: Token) -> Marked:
    """Fears that somebody "will" do it make it no plan of his."""
    if found[0] == "planned" and is_future(found[1]) and below.dep_ in {"ccomp", "acl", "xcomp"}:
        above = effect(below, over)
        if above in _OVERRULES_FUTURE:
            return above, over
    return found


def _governed(below: Token, over: Token, is_spoken: bool, is_told: bool) -> Marked | None:
    """What the word above says about what stands under it."""
    if below.dep_ == "conj":
        return None if is_spoken or over.pos_ == "NOUN" else adverb(over, ("alleged",))
    if below.dep_ not in _COMPLEMENTS or clause.case(below) in _BESIDE_THE_POINT:
        return None
    if is_spoken and below.dep_ not in {"xcomp", "ccomp"}:
        return None
    if below.dep_ in clause.SUBJECTS and over.dep_ == "mark":
        over = over.head  # "was due to take effect", where a parser takes "due to" for a preposition
    nothing = _came_to_nothing(over) if below.dep_ in clause.SUBJECTS and not is_spoken else None
    return nothing or _by_effect(below, over, is_spoken, is_told)


def _by_effect(below: Token, over: Token, is_spoken: bool, is_told: bool) -> Marked | None:
    status = effect(below, over)
    if status is None or status == "actual":
        found = beside(over, is_told) if not is_spoken and _carries(below, over, status) else None
        return None if found and found[0] == "denied" and _stands_anyway(below, over, status) else found
    if status == "denied" and is_negated(over):
        return None
    if negation(over) is not None and status in {"planned", "threatened"}:
        return "denied", over
    return status, over


def _carries(below: Token, over: Token, status: Status | None) -> bool:
    """True where what is said of the verb above holds for the act under it: "may launch a strike"."""
    if over.pos_ == "NOUN":
        return below.dep_ == "nmod" and clause.case(below) == "of" and negation(over) is not None
    if over.pos_ not in {"VERB", "AUX"}:
        return False
    if below.dep_ in {"obj", "nsubj:pass", "xcomp"}:
        return True
    return status == "actual" and (
        below.dep_ == "nsubj" or clause.case(below) in {"in", "by", "with", "out", "on"}
    )


def _stands_anyway(below: Token, over: Token, status: Status | None) -> bool:
    """True for a known act of which only something else is denied: "did not claim the attack", "the killing
    will not go unpunished"."""
    known = below.pos_ == "NOUN" and clause.child(below, "det", "nmod:poss") is not None
    article = clause.child(below, "det")
    if not known or (article is not None and article.lower_ not in _DEFINITE):
        return False
    return status is None or clause.child(over, "xcomp") is not None


def _came_to_nothing(verb: Token) -> Marked | None:
    """ "was due to take effect but never held": what is joined to the verb says that it did not happen."""
    for joined in verb.children:
        shared = joined.dep_ == "conj" and clause.child(joined, *clause.SUBJECTS) is None
        found = negation(joined) if shared and joined.lemma_ in _TAKES_PLACE else None
        if found is not None:
            return found
    return None


def _is_closed(below: Token, over: Token) -> bool:
    """True where a clause stands by itself: what is above it says nothing about whether it happened."""
    if clause.case(below) in _BESIDE_THE_POINT:
        return True
    if over.pos_ == "NOUN" and below.dep_ in {"nmod", "compound"}:
        return over.lemma_.lower() not in _PORTIONS
    if below.dep_ != "advcl":
        return False
    mark = clause.child(below, "mark", "case")
    return mark is None or mark.lower_ not in {"to", "in", "at", "for"}


def _by_stance(token: Token, type: EventType, doc: Doc, over: tuple[Saying, ...]) -> Marked | None:
    if not over or type in SPEECH_ACTS:
        return None
    status = _BY_STANCE.get(over[-1].stance)
    if status is None or (status == "alleged" and _is_own_act(token, over[-1])):
        return None
    if status not in {"alleged", "denied"} and not _stands_under(token, over[-1]):
        return None
    return status, doc[over[-1].cue[1] - 1]


def _stands_under(token: Token, saying: Saying) -> bool:
    """False for what a demand or threat only mentions in passing ("…, where civilians are facing
    shelling")."""
    below = token
    for over in clause.governors(token):
        if saying.cue[0] <= below.i < saying.cue[1]:
            return True
        if below.dep_ in _INDEPENDENT or _is_closed(below, over):
            return False
        below = over
    return True


def _as_threat(token: Token, found: Marked | None, saying: Saying) -> Marked | None:
    """What somebody warns of is threatened, unless it is told as past."""
    cue = token.doc[saying.cue[1] - 1]
    if cue.lemma_ not in {"warn", "threaten", "vow", "swear"} or saying.holder is None:
        return found
    if found is not None:
        return ("threatened", cue) if found[0] in {"planned", "hypothetical"} else found
    head = next((t for t in (token, *clause.governors(token)) if _heads_clause(t)), token)
    if head.i == cue.i:
        return ("threatened", cue) if clause.case(token) == "of" or cue.lemma_ == "threaten" else None
    words = (
        head,
        *(c for c in head.children if c.pos_ in {"VERB", "AUX"} and c.dep_ in {"cop", "aux", "aux:pass"}),
    )
    return None if any(t.tag_ in {"VBD", "VBN"} for t in words) else ("threatened", cue)


def _heads_clause(token: Token) -> bool:
    return token.pos_ in {"VERB", "AUX"} or clause.child(token, "cop") is not None


def _is_own_act(token: Token, saying: Saying) -> bool:
    """Somebody who claims his own deed admits it: "claims it shot down", "claimed responsibility for"."""
    if saying.holder is None:
        return False
    doc = token.doc
    cue = doc[saying.cue[1] - 1]
    claimed = token.dep_ in {"obj", "nsubj:pass"} and token.head.i == cue.i and cue.lemma_ == "claim"
    if claimed or any(t.lemma_ == "responsibility" for t in doc[saying.cue[1] : saying.cue[1] + 3]):
        return True
    who = clause.subject(token) if token.pos_ == "VERB" else None
    return who is not None and (
        who.i == saying.holder.i
        or (who.lower_ in SELF and who.i > saying.holder.i and not _is_other(who, saying))
    )


def _is_other(who: Token, saying: Saying) -> bool:
    """ "a woman claimed he took her": the pronoun can't be the one who speaks."""
    person = saying.holder
    plural = person is not None and person.tag_ in {"NNS", "NNPS"}
    other_he = who.lower_ in {"he", "she"} and person is not None and person.lower_ != who.lower_
    return other_he or (plural and who.lower_ == "it")


def _attribution(token: Token, status: Status, over: tuple[Saying, ...]) -> Attribution:
    if status == "hypothetical" or (status == "alleged" and not over):
        return "possible"
    if status != "alleged":
        own = bool(over) and over[-1].stance in {"doubt", "say"} and _is_own_act(token, over[-1])
        return "claimed" if own else "fact"
    holder = over[-1].holder
    words = {t.lemma_.lower() for t in holder.subtree} if holder is not None else set()
    return "accused_by_authorities" if words & _AUTHORITIES else "accused"
