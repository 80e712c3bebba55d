"""Mentions: triggers of one sentence that say the same event ("killed in an air strike") go together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from dateline.model.vocabulary import FAMILIES
from dateline.reading import clause
from dateline.reading.trigger import Trigger
from dateline.reading.weights import Weights

if TYPE_CHECKING:
    from dateline.language.tree import Token

SAME = "same"
OTHER = "other"
THRESHOLD = 0.5

_MAX_PATH = 5
_BETWEEN = frozenset({"and", "or", "after", "before", ";", ",", "while", "when", "then", "in", "during"})


@dataclass(frozen=True, slots=True)
class Mention:
    """Triggers of one event within one sentence, the one that says it best first."""

    triggers: tuple[Trigger, ...]

    @property
    def best(self) -> Trigger:
        """The trigger that stands for the mention."""
        return self.triggers[0]


def group(triggers: Sequence[Trigger]) -> tuple[Mention, ...]:
    """Mentions in text order: each trigger joins the one that it most likely tells again, or opens one."""
    weights = Weights.load("mentions")
    mentions: list[Mention] = []
    for _, within in groupby(triggers, key=lambda trigger: trigger.token.sent.start):
        mentions += _group_sentence(list(within), weights)
    return tuple(mentions)


def _group_sentence(triggers: list[Trigger], weights: Weights) -> list[Mention]:
    groups: list[list[Trigger]] = []
    same = weights.classes.index(SAME)
    for trigger in triggers:
        chances = [
            max(
                (
                    float(weights.probabilities(features(old, trigger))[same])
                    for old in old_group
                    if may_join(old, trigger)
                ),
                default=0.0,
            )
            for old_group in groups
        ]
        likely = max(range(len(groups)), key=lambda n: chances[n], default=None)
        if likely is not None and chances[likely] >= THRESHOLD:
            groups[likely].append(trigger)
        else:
            groups.append([trigger])
    return [Mention(tuple(sorted(g, key=_rank))) for g in groups]


def may_join(one: Trigger, other: Trigger) -> bool:
    """True for two triggers whose types don't exclude that they say one event."""
    return FAMILIES.get(one.type, one.type) == FAMILIES.get(other.type, other.type)


def _rank(trigger: Trigger) -> tuple[bool, bool, float, int]:
    """The surest words first: known to the lexicon for this type, a noun or verb of its own, the likelier."""
    known = trigger.entry is not None and trigger.entry.strength in {"always", "sure"}
    return (not known, trigger.token.dep_ in {"amod", "compound"}, -trigger.score, trigger.start)


def features(first: Trigger, second: Trigger) -> list[str]:
    """What is seen of two triggers of a sentence, `first` before `second`; each once, in a stable order."""
    return list(dict.fromkeys(_features(first, second)))


def _features(first: Trigger, second: Trigger) -> Iterator[str]:
    a, b = first.token, second.token
    steps = clause.path(a, b)
    way, up = " ".join(steps[:_MAX_PATH]), " ".join(s for s in steps if s.startswith("^"))
    frames = f"{first.frame}+{second.frame}"
    yield f"type={first.type}"
    yield f"path={way}"
    yield f"path+frames={way}/{frames}"
    yield f"up+frames={up}/{frames}"
    yield f"length={min(len(steps), _MAX_PATH)}"
    yield f"frames={frames}"
    yield f"lemmas={a.lemma_.lower()}+{b.lemma_.lower()}"
    yield f"first={a.lemma_.lower()}"
    yield f"second={b.lemma_.lower()}"
    yield f"same={a.lemma_.lower() == b.lemma_.lower()}"
    yield f"pos={a.pos_}+{b.pos_}"
    yield f"conj={_coordinated(a, b)}"
    yield f"gap={min((b.i - a.i).bit_length(), 5)}"
    for word in a.doc[a.i + 1 : b.i]:
        if word.lower_ in _BETWEEN:
            yield f"between={word.lower_}"
    yield f"objects={_has_object(a)}+{_has_object(b)}"


def _coordinated(a: Token, b: Token) -> bool:
    return (b.dep_ == "conj" and b.head.i == a.i) or (a.dep_ == "conj" and a.head.i == b.i)


def _has_object(token: Token) -> bool:
    return any(c.dep_ in {"obj", "nsubj:pass"} for c in token.children)
