"""Explain: what was weighed in the sentences of a quotation, what was taken and what was refused."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dateline.model import Claim, EventClaim, Span, Speaker, When, Where
from dateline.reading.bearing import Scene
from dateline.reading.bystander import Bystanders
from dateline.reading.core import BACKGROUND_LEAST, core_chance, is_core
from dateline.reading.event import Grounds
from dateline.reading.features import Context, is_candidate
from dateline.reading.lexicon import Lexicon
from dateline.reading.mention import Mention, group
from dateline.reading.outline import Branch, outline
from dateline.reading.role import LEAST, ROLES, SURE, RoleName, bearers, chances
from dateline.reading.trigger import Trigger, find_triggers, likeliest, match
from dateline.reading.weights import Weights

if TYPE_CHECKING:
    from dateline.language.tree import Span as Sentence
    from dateline.language.tree import Token

_SHOWN = 0.05  # types less likely than this are not told
_MOST_TYPES = 3
_MARKS = str.maketrans("“”„«»‘’‚", '""""' + '"' + "'''")


@dataclass(frozen=True, slots=True)
class Weighed:
    """A word that may say an event. `entries` are the rows of the lexicon that fit it, with their strength.

    `odds` are the likeliest types by the model, best first, empty where the lexicon alone decides. `type` is
    None where the word says no event; `verdict` tells in words what decided.
    """

    word: Span
    entries: tuple[str, ...]
    odds: tuple[tuple[str, float], ...]
    type: str | None
    verdict: str


@dataclass(frozen=True, slots=True)
class Bearer:
    """A phrase that may bear `role` ("" where it was refused before) of the event that `trigger` says.

    `way` is the path through the tree from the trigger, as docs/reference/events.md writes paths; `chance`
    is None where no probability was asked for. `taken`: it bears the role; `verdict` tells why or why not.
    """

    phrase: Span
    trigger: Span
    role: RoleName | str
    way: str
    chance: float | None
    taken: bool
    verdict: str


@dataclass(frozen=True, slots=True)
class Joined:
    """Words that say one event, the best first, with the chance that it is core and what came of it."""

    words: tuple[Span, ...]
    core: float
    verdict: str
    bearers: tuple[Bearer, ...]


@dataclass(frozen=True, slots=True)
class Said:
    """A saying: the `cue`, its stance in the lexicon, who speaks and what is theirs."""

    cue: Span
    stance: str
    speakers: tuple[Speaker, ...]
    content: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """All that was weighed in one sentence. `claims` are what came of it, with status, time and place."""

    sentence: Span
    tree: Branch
    weighed: tuple[Weighed, ...]
    mentions: tuple[Joined, ...]
    sayings: tuple[Said, ...]
    times: tuple[When, ...]
    places: tuple[Where, ...]
    claims: tuple[EventClaim, ...]


def spots_of(text: str, quote: str) -> tuple[tuple[int, int], ...]:
    """Where `quote` stands in `text` (character offsets); spaces, capitals, quotation marks don't count."""
    words = _plain(quote).split()
    if not words:
        return ()
    pattern = r"\s+".join(re.escape(word) for word in words)
    return tuple(spot.span() for spot in re.finditer(pattern, _plain(text), re.IGNORECASE))


def nearest(text: str, quote: str) -> str | None:
    """The words of `text` that are most like `quote`, None where nothing is."""
    from rapidfuzz import fuzz

    found = fuzz.partial_ratio_alignment(_plain(quote).casefold(), _plain(text).casefold(), score_cutoff=60)
    if found is None or len(text.casefold()) != len(text):
        return None
    start = text.rfind(" ", 0, found.dest_start + 1) + 1
    end = text.find(" ", found.dest_end)
    return " ".join(text[start : end if end > 0 else len(text)].split())


def explained(
    grounds: Grounds, lexicon: Lexicon, claims: Iterable[Claim], spots: Sequence[tuple[int, int]]
) -> Iterator[Explanation]:
    """An explanation of each sentence of `grounds` that touches one of `spots`, in text order.

    `claims` are those of the whole report.
    """
    doc = grounds.doc
    context = Context(doc, match(doc, lexicon))
    prose = [(p.start, p.end) for p in grounds.report.prose()]
    triggers = {trigger.token.i: trigger for trigger in find_triggers(context, prose)}
    events = [claim for claim in claims if isinstance(claim, EventClaim)]
    for sentence in doc.sents:
        if any(start < sentence.end_char and sentence.start_char < end for start, end in spots):
            yield _Desk(grounds, context, triggers, sentence).explanation(events)


class _Desk:
    """One sentence with everything that is known of it."""

    def __init__(
        self, grounds: Grounds, context: Context, triggers: Mapping[int, Trigger], sentence: Sentence
    ) -> None:
        self._grounds, self._context, self._triggers = grounds, context, triggers
        self._sentence = sentence
        self._prose = [(p.start, p.end) for p in grounds.report.prose()]
        self._bystanders = Bystanders(grounds.attributions, grounds.cast, grounds.times)

    def explanation(self, events: Iterable[EventClaim]) -> Explanation:
        sentence, own = self._sentence, self._span(self._sentence.start, self._sentence.end)
        here = [t for t in self._triggers.values() if sentence.start <= t.token.i < sentence.end]
        candidates = (token for token in sentence if is_candidate(token, self._context.matches))
        return Explanation(
            own,
            outline(sentence.root, sentence.start, sentence.end),
            tuple(w for token in candidates if (w := self._weighed(token)) is not None),
            tuple(self._joined(mention) for mention in group(here)),
            tuple(self._sayings()),
            tuple(when for when in self._grounds.times if own.touches(when.span)),
            tuple(where for where in self._grounds.places if own.touches(where.span)),
            tuple(event for event in events if own.touches(event.trigger)),
        )

    def _weighed(self, token: Token) -> Weighed | None:
        """How `token` was decided; None where neither the lexicon nor the model thinks of an event."""
        found, trigger = self._context.matches.get(token.i), self._triggers.get(token.i)
        entries = tuple(f"{e.name} {e.strength}" for e in found.entries) if found else ()
        by_lexicon = trigger is not None and trigger.entry is not None and trigger.entry.strength == "always"
        odds = () if by_lexicon else self._odds(token)
        likeliest = odds[0][0] if odds else "none"
        if trigger is None and not entries and likeliest == "none":
            return None
        return Weighed(
            self._span(token.i, token.i + 1),
            entries,
            odds,
            trigger.type if trigger else None,
            self._verdict(token, trigger),
        )

    def _verdict(self, token: Token, trigger: Trigger | None) -> str:
        if trigger is not None:
            decided = trigger.entry.name if trigger.entry else "the model alone"
            return f"event by {decided}, {trigger.score:.2f} of {trigger.needed:.2f} needed"
        if not any(start <= token.idx < end for start, end in self._prose):
            return "refused: not in the report's own prose"
        refused = likeliest(token, self._context)
        return f"refused: the model gives {refused.score:.2f} to any event, {refused.needed:.2f} needed"

    def _odds(self, token: Token) -> tuple[tuple[str, float], ...]:
        weights = Weights.load("events")
        odds = weights.probabilities(self._context.features(token))
        ranked = sorted(zip(weights.classes, map(float, odds), strict=True), key=lambda pair: -pair[1])
        return tuple(pair for pair in ranked[:_MOST_TYPES] if pair[1] >= _SHOWN)

    def _joined(self, mention: Mention) -> Joined:
        best = mention.best
        if is_core(best, self._context):
            verdict = "core"
        elif best.score >= BACKGROUND_LEAST:
            verdict = "background"
        else:
            verdict = f"refused: background with {best.score:.2f} of {BACKGROUND_LEAST:.2f} needed"
        words = tuple(self._span(trigger.start, trigger.end) for trigger in mention.triggers)
        return Joined(words, core_chance(best, self._context), verdict, tuple(self._bearers(mention)))

    def _bearers(self, mention: Mention) -> Iterator[Bearer]:
        """Every phrase that was weighed, the taken and likely ones first, then the refused ones."""
        likely = chances(mention, self._triggers, self._grounds.cast, self._bystanders)
        taken = {id(chance) for role in ROLES for chance in bearers(likely, role)}
        for chance in sorted(likely, key=lambda c: (id(c) not in taken, -c.value, c.token.i)):
            trigger, head = chance.trigger, chance.token.i
            yield Bearer(
                self._span(head, head + 1),
                self._span(trigger.start, trigger.end),
                chance.role,
                chance.way,
                chance.value,
                id(chance) in taken,
                _because(chance.value, chance.role, id(chance) in taken),
            )
        yield from self._refused(mention)

    def _refused(self, mention: Mention) -> Iterator[Bearer]:
        for trigger in mention.triggers:
            for phrase in Scene(trigger, self._triggers, self._grounds.cast).phrases:
                why = self._bystanders.why_nothing(trigger, phrase.token)
                if why is not None:
                    words = self._span(phrase.token.i, phrase.token.i + 1)
                    own = self._span(trigger.start, trigger.end)
                    yield Bearer(words, own, "", " ".join(phrase.steps), None, False, f"refused: {why}")

    def _sayings(self) -> Iterator[Said]:
        attributions = self._grounds.attributions
        for saying in attributions.sayings:
            parts = [saying.cue, *saying.content]
            if any(start < self._sentence.end and self._sentence.start < end for start, end in parts):
                content = tuple(self._span(start, end) for start, end in saying.content)
                yield Said(self._span(*saying.cue), saying.stance, attributions.who(saying), content)

    def _span(self, start: int, end: int) -> Span:
        words = self._grounds.doc[start:end]
        return self._grounds.report.span(words.start_char, words.end_char)


def _because(chance: float, role: RoleName, taken: bool) -> str:
    if taken:
        return "sure" if chance >= SURE[role] else "the likeliest"
    if chance < LEAST[role]:
        return f"refused: less than {LEAST[role]:.2f}"
    if chance >= SURE[role]:
        return "refused: says a bearer once more"
    return "refused: others are likelier"


def _plain(text: str) -> str:
    return text.translate(_MARKS)
