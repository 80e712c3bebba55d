"""Dating: which of a report's time expressions dates the event that a trigger tells."""

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from dateline.grounding.when.comparison import is_compared
from dateline.grounding.when.home import FILING_LINE
from dateline.grounding.when.tense import aspect_of, governing_verb
from dateline.grounding.when.tokens import Tokens
from dateline.grounding.when.words import table
from dateline.language.tree import Doc, Token
from dateline.model import When

# Relations that lead out of a clause: what hangs there tells of another event.
_CLAUSES = {
    "acl", "acl:relcl", "advcl", "advcl:relcl", "ccomp", "conj", "csubj", "csubj:pass", "parataxis", "xcomp",
}  # fmt: skip
# From these no time is taken over from above: the clause above tells of another time, or says what is below.
_BARRED = {"acl:relcl", "advcl:relcl", "ccomp", "csubj", "csubj:pass", "parataxis"}
# On a path of these alone a verb stands in the main line of its sentence.
_MAIN = {"ROOT", "conj", "ccomp", "parataxis", "xcomp", "aux", "cop", "advcl"}
_ABOUT = {"acl", "acl:relcl"}  # clauses about a noun of happening: their time is its own
_ASIDE = {"acl:relcl", "advcl:relcl"}  # clauses whose time is not the sentence's
_SHARP = ("minute", "part_of_day", "day", "week")
_BEGINNING = frozenset({"begin", "start"})
_LONG = ("month", "season", "year")
_OPENING = 5  # tokens at the head of a sentence in which a time speaks for all of it
_HANDED_ON = ((*_SHARP, "month", "season", "year"), _SHARP)  # from one and from two sentences before


def date_of(token: Token, doc: Doc, times: tuple[When, ...]) -> When | None:
    """The expression that dates the event which `token` tells, or None where the report leaves it open.

    First the words of its own clause and of the clauses that carry it, then what a clause with "since" or
    "after" beside it bounds. The time of a saying dates a promise, a plan or a present state that is said,
    and ends what is said to have happened before. Where its sentence tells no time at all, that of a
    sentence shortly before stands in and `inherited` is set.
    """
    return _dating(doc, times).of(token)


@lru_cache(maxsize=2)  # the triggers of one report come one after the other
def _dating(doc: Doc, times: tuple[When, ...]) -> "Dating":
    return Dating(doc, times)


class Dating:
    """The expressions of one report that can date anything, by the token they hang on."""

    def __init__(self, doc: Doc, times: tuple[When, ...]) -> None:
        self._doc = doc
        self._tokens = Tokens(doc, doc.text)
        self._spans = [when for when in times if _tells(when)]
        dates = (when for when in reversed(self._spans) if self._dates_others(when))
        self._heads = {self._tokens.head(when.span.start, when.span.end).i: when for when in dates}

    def of(self, trigger: Token) -> When | None:
        """The time of the event that `trigger` tells; without a parse, only that of a named event."""
        if not self._tokens.parsed:
            return self._around(trigger)
        return (
            self._around(trigger)
            or self._by_syntax(trigger)
            or self._by_bounds(trigger)
            or self._by_saying(trigger)
            or self._by_sentence(trigger)
            or self._by_discourse(trigger)
        )

    def _around(self, trigger: Token) -> When | None:
        """The named event that the trigger is part of."""
        inside = (w for w in self._spans if w.span.start <= trigger.idx < w.span.end)
        return next(inside, None)

    def _by_syntax(self, trigger: Token) -> When | None:
        """The time in the trigger's clause or in one that carries it; "after" it, that time only ends it."""
        turned = ""
        for up in _carriers(trigger):
            when = self._under(up, trigger)
            if when:
                return _opened(when, "since") if _begins(up, trigger, when) else _bounded(when, turned)
            turned = turned or _turn(up) or ""
        return None

    def _by_bounds(self, trigger: Token) -> When | None:
        """The time of a clause beside it that "since", "after" or "before" ties to it, open on one side."""
        for up in _carriers(trigger):
            for clause in _adverbial(up):
                word = _turn(clause)
                when = self._under(clause, clause) if word else None
                if when and word:
                    return _opened(when, word)
        return None

    def _by_saying(self, trigger: Token) -> When | None:
        """The time of the saying, where it says something of its own content."""
        clause = next((t for t in (trigger, *trigger.ancestors) if t.dep_ in ("ccomp", "parataxis")), None)
        saying = _saying(clause) if clause is not None else None
        if clause is None or saying is None:
            return None
        when = next((w for up in _carriers(saying) if (w := self._under(up, saying))), None)
        if when is None:
            return None
        aspect = aspect_of(governing_verb(trigger) or clause)
        if aspect == "past":
            return None
        if aspect == "before":
            return replace(when, earliest=None, modifier="before", edtf=_edtf(None, when.latest))
        return when

    def _by_sentence(self, trigger: Token) -> When | None:
        """The only time that the sentence tells or the one it opens with, if it belongs to nothing else."""
        sentence = trigger.sent
        told = (index for index in sorted(self._heads) if sentence.start <= index < sentence.end)
        inside = [index for index in told if self._fits(index, trigger)]
        opens = bool(inside) and inside[0] - sentence.start < _OPENING
        if not inside or not (opens or len(inside) == 1):
            return None
        if _is_agreed(self._doc[inside[0]], trigger):
            return None
        own = governing_verb(self._doc[inside[0]]) == governing_verb(trigger)
        return self._heads[inside[0]] if own or not self._taken(inside[0]) else None

    def _by_discourse(self, trigger: Token) -> When | None:
        """The last day told shortly before, where the trigger's sentence tells none and goes on with it."""
        first = trigger.sent.start
        if not _goes_on(trigger) or any(first <= index < trigger.sent.end for index in self._heads):
            return None
        for sharp in _HANDED_ON:
            if first == 0:
                return None
            before = self._doc[first - 1].sent
            inside = [index for index in self._heads if before.start <= index < before.end]
            if inside:
                return self._inherited(inside, sharp)
            first = before.start
        return None

    def _inherited(self, indexes: list[int], precisions: tuple[str, ...]) -> When | None:
        """The first of a sentence's times that is sharp enough to name one occurrence."""
        free = [self._heads[i] for i in sorted(indexes) if not self._is_aside(i)]
        sharp = [when for when in free if when.precision in precisions]
        told = [when for when in sharp if when.earliest and when.latest and _names_a_time(when)]
        return replace(told[0], inherited=True) if told else None

    def _fits(self, index: int, trigger: Token) -> bool:
        """False for the "now" of one clause beside an act that another tells as over."""
        if self._heads[index].value != "PRESENT_REF" or not _is_past(trigger):
            return True
        return governing_verb(self._doc[index]) == governing_verb(trigger)

    def _dates_others(self, when: When) -> bool:
        """False for what an act is only compared with ("the worst since 2016"), and for a named event that is
        only spoken of ("in response to the killing of")."""
        if when.modifier == "since" and is_compared(self._tokens.at(when.span.start)):
            return False
        if when.precision == "year" and self._is_credit(when):
            return False
        if not (when.anchor or "").startswith("named:") or when.modifier:
            return True
        first = self._tokens.at(when.span.start)
        return first.i > 0 and first.nbor(-1).lower_ in ("during", "in", "on")

    def _is_credit(self, when: When) -> bool:
        """True for the year after an agency's name in a credit ("AFP 2018 Ann Lee")."""
        first = self._tokens.at(when.span.start)
        before = first.nbor(-1) if first.i > 0 else None
        return before is not None and before.is_upper and before.lower_ in table("agency")

    def _under(self, top: Token, trigger: Token) -> When | None:
        hanging = {*_clause(top, own=top.i == trigger.i), *(child.i for child in top.children)}
        inside = [index for index in hanging if index in self._heads and self._fits(index, trigger)]
        if not inside:
            return None
        return self._heads[min(inside, key=lambda index: (abs(index - trigger.i), index))]

    def _taken(self, index: int) -> bool:
        """True for the time of a saying and for one that stands aside."""
        verb = governing_verb(self._doc[index])
        return self._is_aside(index) or (verb is not None and verb.lemma_.lower() in table("say"))

    def _is_aside(self, index: int) -> bool:
        """True for the time of a clause about a noun or of one with "since" and the like."""
        verb = governing_verb(self._doc[index])
        if verb is None:
            return False
        return verb.dep_ in _ASIDE or bool(_turn(verb)) or _is_turned(verb) or _looks_ahead(verb)


def _is_turned(verb: Token) -> bool:
    """True for a clause about what something came after or before ("came after an attack killed three")."""
    return verb.dep_ in _ABOUT and bool(_turn(verb.head))


def _looks_ahead(verb: Token) -> bool:
    """True for what is only agreed, planned or promised ("agreed to meet next month")."""
    return verb.dep_ in ("xcomp", "acl") and _has_to(verb) and verb.head.lemma_.lower() in table("forward")


def _has_to(verb: Token) -> bool:
    return any(child.lower_ == "to" and child.dep_ == "mark" for child in verb.children)


def _is_agreed(time: Token, trigger: Token) -> bool:
    """True where `time` is that of an act which `trigger` agrees to, plans or promises."""
    verb = governing_verb(time)
    own = governing_verb(trigger)
    return verb is not None and verb != own and verb.head == own and _looks_ahead(verb)


def _names_a_time(when: When) -> bool:
    """False for "now" and "at that time", which can't be handed on to another sentence."""
    return when.value != "PRESENT_REF" and when.rule != "later-bare"


def _tells(when: When) -> bool:
    return when.rule != FILING_LINE and (when.kind in ("DATE", "TIME") or bool(when.earliest or when.latest))


def _carriers(trigger: Token) -> Iterator[Token]:
    """The trigger, then the heads above it as long as their time says something of its own."""
    yield trigger
    token = trigger
    while token.head.i != token.i and not _is_barred(token):
        token = token.head
        yield token


def _begins(verb: Token, trigger: Token, when: When) -> bool:
    """True where `when` only tells when something long began ("The siege began in June")."""
    begun = trigger.head.i == verb.i and trigger.dep_ in ("nsubj", "nsubj:pass", "xcomp", "obj")
    long_ago = when.modifier is None and when.precision in _LONG and aspect_of(verb) in ("past", "before")
    return begun and long_ago and verb.lemma_.lower() in _BEGINNING


def _is_barred(token: Token) -> bool:
    """True where the clause above tells of another time: relative clauses, what is said, "since", "if"."""
    if token.dep_ == "acl" and token.tag_ == "VBN" and token.head.dep_ != "ROOT":
        return True
    word = _turn(token)
    return token.dep_ in _BARRED or (word is not None and table("turn")[word] not in ("after", "before"))


def _goes_on(trigger: Token) -> bool:
    """True where the trigger stands in the main line of its sentence, not in a clause about a noun."""
    verb = governing_verb(trigger)
    return verb is not None and all(token.dep_ in _MAIN for token in (verb, *verb.ancestors))


def _turn(token: Token) -> str | None:
    """The word ("after", "if") that sets a clause or a noun of happening apart from what is above it."""
    if token.dep_ not in ("advcl", "obl", "nmod"):
        return None
    marks = (child.lower_ for child in token.children if child.dep_ in ("mark", "case", "advmod"))
    return next((word for word in marks if word in table("turn")), None)


def _adverbial(verb: Token) -> Iterator[Token]:
    """The adverbial clauses of a verb, also those that the parse hangs on an infinitive below it."""
    for child in verb.children:
        if child.dep_ == "advcl":
            yield child
        elif child.dep_ == "xcomp":
            yield from _adverbial(child)


def _is_past(trigger: Token) -> bool:
    """True for an act told as over: "now" does not date it."""
    verb = governing_verb(trigger)
    return verb is not None and aspect_of(verb) in ("past", "before")


def _saying(clause: Token) -> Token | None:
    """The verb of saying whose content `clause` is; the parse may hang either on the other."""
    if clause.head.lemma_.lower() in table("say"):
        return clause.head
    return None


def _clause(top: Token, own: bool = False) -> Iterator[int]:
    """The token and what hangs on it, without the clauses below; `own`: with those that tell of a noun itself
    ("the attack launched in May")."""
    yield top.i
    about = _ABOUT if own and top.pos_ in ("NOUN", "PROPN") else set()
    for child in top.children:
        if child.dep_ not in _CLAUSES or child.dep_ in about:
            yield from _clause(child)


def _opened(when: When, word: str) -> When:
    """The time of what happens since, after or before `when`."""
    if table("turn")[word] in ("after", "since"):
        edtf = _edtf(when.earliest, None)
        return replace(when, latest=None, modifier=table("turn")[word], edtf=edtf)
    if table("turn")[word] in ("before", "until"):
        return replace(when, earliest=None, modifier="before", edtf=_edtf(None, when.latest))
    return when


def _bounded(when: When, word: str) -> When:
    """The time of what `when` came after or before: "fell in June after two were shot" ends the shooting."""
    if table("turn").get(word) == "after":
        return replace(when, earliest=None, modifier="before", edtf=_edtf(None, when.latest))
    if table("turn").get(word) == "before":
        return replace(when, latest=None, modifier="after", edtf=_edtf(when.earliest, None))
    return when


def _edtf(first: str | None, last: str | None) -> str | None:
    return f"{first or '..'}/{last or '..'}" if first or last else None
