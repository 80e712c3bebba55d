"""Blame: who is accused of an act and denies it, or accuses the accuser. Both sides are shown as rival doers.

A denial counts only against an accusation of the one who denies, in the same report or, of the same event, in
another (there of whom the denial speaks for, too): "denied any part" of somebody whom nobody accused is no
disagreement, and neither is a deed that is denied altogether (see `disagreement`).
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from dateline.model import Disagreement, EventClaim, Party, Report, Side, Span
from dateline.model.ids import content_id
from dateline.weaving.facet import fold, sentence_around, sentence_of

# Accusations that blame nobody for an act: they judge it, or look into it.
_NO_BLAME = frozenset({"condemnation", "criticism", "investigation", "complaint"})
_DENYING = frozenset({"denial", "rejection"})
# Sentences that a denial may stand after the accusation it answers.
_REACH = 4
_SHORTEST_ROOT = 4
_BESIDE = frozenset({"of", "by", "in", "from", "with", "for", "at", "on", "backed"})
_CHARGE = re.compile(r"\b(?:charges?|accusations?|allegations?|claims?)\b", re.IGNORECASE)
_BACKED = re.compile(r"\b(?:backed|supported|armed|funded|sponsored|trained|equipped) by (?:the )?$")
_MUTUAL = re.compile(r"\b(?:each other|one another|the other)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Dispute:
    """`accused` is said to have done it by `blaming`, and is said not to have by `denying` in `words`."""

    event: str
    accused: Party
    blaming: tuple[EventClaim, ...]
    denying: EventClaim
    deniers: tuple[Party, ...]
    words: Span


def blame_disagreements(
    claims: Sequence[EventClaim], reports: Mapping[str, Report], home: Mapping[str, str]
) -> Iterator[Disagreement]:
    """The disagreements about who did it, one for an event and an accused; `home` is the event of a claim.

    `claims` are all event claims, in canonical order.
    """
    told: dict[str, list[EventClaim]] = defaultdict(list)
    of_event: dict[str, list[EventClaim]] = defaultdict(list)
    for claim in claims:
        told[claim.report].append(claim)
        of_event[home[claim.id]].append(claim)
        if _is_blame(claim) and (answered := home.get(claim.responds_to or "")):
            of_event[answered].append(claim)
    disputes: dict[tuple[str, str], list[_Dispute]] = defaultdict(list)
    for report, said in told.items():
        for dispute in _disputes(said, reports[report], home, of_event):
            disputes[dispute.event, dispute.accused.actor or dispute.accused.name].append(dispute)
        yield from _mutual(said, home)
    yield from (_shown(same) for same in disputes.values())


def _disputes(
    said: list[EventClaim],
    report: Report,
    home: Mapping[str, str],
    of_event: Mapping[str, list[EventClaim]],
) -> Iterator[_Dispute]:
    for claim in said:
        if claim.type == "REJECT" and claim.mode in _DENYING and claim.actors:
            deniers, words = claim.actors, sentence_around(report, claim.trigger)
            near = [c for c in said if _is_blame(c) and _answers(words, c, report)]
            far = _elsewhere(claim, of_event.get(home.get(claim.responds_to or "", ""), ()))
        elif claim.denied_by:
            event = home[claim.id]
            deniers, words = claim.denied_by, sentence_around(report, claim.denied_by[0].span)
            near = [c for c in said if _is_blame(c) and _concerns(c, event, said, home)]
            near += [c for c in of_event[event] if c.type != "ACCUSE" and _is_told(c)]
            near = [c for c in near if not c.quote.touches(words) or _CHARGE.search(words.text)]
            far = _elsewhere(claim, of_event[event])
        else:
            continue
        accused = list(_accused(deniers, near + far)) or list(_accused(_spoken_for(claim), far))
        accused = accused or list(_answered_for(claim))
        for party, blaming in accused:
            yield _Dispute(home[_act(claim, blaming, said).id], party, blaming, claim, deniers, words)


def _spoken_for(denial: EventClaim) -> list[Party]:
    """The doers that the denied words name: "the governor denied that villagers had attacked"."""
    return [p for p in denial.actors if fold(p.name) in fold(denial.quote.text)]


def _answered_for(charge: EventClaim) -> Iterator[tuple[Party, tuple[EventClaim, ...]]]:
    """Those whom a denied accusation names, whoever denies it for them: the army's spokesman, a ministry."""
    own = any(one_side(denier, p) for denier in charge.denied_by for p in _accusers(charge))
    if _is_blame(charge) and charge.denied_by and not own:
        yield from ((party, (charge,)) for party in _blamed(charge))


def _elsewhere(denial: EventClaim, told: Iterable[EventClaim]) -> list[EventClaim]:
    """The accusations among what is told of an event that stand in other reports than its denial."""
    return [c for c in told if c.report != denial.report and _is_blame(c)]


def _is_told(claim: EventClaim) -> bool:
    return bool(claim.speakers) and claim.status in {"actual", "alleged"}


def _answers(words: Span, blame: EventClaim, report: Report) -> bool:
    gap = sentence_of(report, words.start) - sentence_of(report, blame.trigger.start)
    return 0 <= gap <= _REACH


def _concerns(blame: EventClaim, event: str, said: list[EventClaim], home: Mapping[str, str]) -> bool:
    if home[blame.id] == event or home.get(blame.responds_to or "") == event:
        return True
    return any(home[c.id] == event and blame.quote.contains(c.trigger) for c in said)


def _accused(
    deniers: Iterable[Party], near: list[EventClaim]
) -> Iterator[tuple[Party, tuple[EventClaim, ...]]]:
    """Those among the deniers whom a claim names as doer, with the claims that do."""
    for denier in deniers:
        blaming = tuple(
            c
            for c in near
            if any(one_side(p, denier) for p in _blamed(c))
            and not any(one_side(p, denier) for p in _accusers(c))
        )
        if blaming:
            yield next(p for p in _blamed(blaming[0]) if one_side(p, denier)), blaming


def _accusers(claim: EventClaim) -> tuple[Party, ...]:
    return claim.actors if claim.type == "ACCUSE" else tuple(s.party for s in claim.speakers)


def _blamed(claim: EventClaim) -> tuple[Party, ...]:
    if claim.type != "ACCUSE":
        return claim.actors
    return tuple(p for p in claim.targets if not _is_backer(p, claim.quote))


def _is_backer(party: Party, quote: Span) -> bool:
    """True for Iran in "blamed factions backed by Iran": it is not the one blamed."""
    before = quote.text[: max(0, party.span.start - quote.start)]
    return _BACKED.search(before) is not None


def _is_blame(claim: EventClaim) -> bool:
    return claim.type == "ACCUSE" and claim.mode not in _NO_BLAME and claim.status in {"actual", "alleged"}


def _act(denial: EventClaim, blaming: tuple[EventClaim, ...], said: list[EventClaim]) -> EventClaim:
    """The act in question: what is denied, or what the accusation's words or its answer name."""
    if denial.type not in {"REJECT", "ACCUSE"}:
        return denial
    acts = [c for c in said if c.type not in {"REJECT", "ACCUSE"}]
    for blame in blaming:
        for act in acts:
            if blame.quote.contains(act.trigger) and act.trigger.start > blame.trigger.start:
                return act
    answered = {blame.responds_to for blame in blaming}
    return next((act for act in acts if act.id in answered), blaming[0])


def one_side(one: Party, other: Party) -> bool:
    """True for one party, or a state and what is named after it: Iran and the Iranian foreign ministry."""
    if one.actor and one.actor == other.actor:
        return True
    if one.actor and other.actor:
        return False
    a, b = _head(one.name), _head(other.name)
    if not a or not b:
        return False
    if a[-1] == b[-1] and (set(a) <= set(b) or set(b) <= set(a)):
        return True
    return min(len(a), len(b)) == 1 and _one_root(a[0], b[0])


def _head(name: str) -> list[str]:
    """The words of a phrase up to its first "of", "by" or the like: whom it names in the first place."""
    words = fold(name).split()
    return words[: next((at for at, word in enumerate(words) if at and word in _BESIDE), len(words))]


def _one_root(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return len(short) >= _SHORTEST_ROOT and long.startswith(short)


def _shown(disputes: list[_Dispute]) -> Disagreement:
    accused = disputes[0].accused.name
    blaming = list(dict.fromkeys(c for d in disputes for c in d.blaming))
    accusers = _names(p for c in blaming for p in _accusers(c))
    deniers = _names(p for d in disputes for p in d.deniers)
    sides = (
        Side(
            f"{accused} ({accusers})" if accusers else accused,
            tuple(dict.fromkeys(c.quote for c in blaming)),
            tuple(c.id for c in blaming),
            tuple(dict.fromkeys(s.party.name for c in blaming for s in c.speakers)),
        ),
        Side(
            f"not {accused} ({deniers})",
            tuple(dict.fromkeys(d.words for d in disputes)),
            tuple(dict.fromkeys(d.denying.id for d in disputes)),
            tuple(dict.fromkeys(p.name for d in disputes for p in d.deniers)),
        ),
    )
    return _rivals(disputes[0].event, f"whether {accused} did it", sides)


def _mutual(said: list[EventClaim], home: Mapping[str, str]) -> Iterator[Disagreement]:
    """Two parties that accuse each other of one act: "each accused the other"."""
    for claim in said:
        both = [p for p in claim.actors if any(one_side(p, t) for t in claim.targets)]
        if _is_blame(claim) and len(both) > 1 and _MUTUAL.search(claim.quote.text):
            sides = tuple(
                Side(other.name, (claim.quote,), (claim.id,), (one.name,))
                for one, other in ((both[0], both[1]), (both[1], both[0]))
            )
            yield _rivals(home[claim.id], "who did it: each accuses the other", sides)


def _names(parties: Iterable[Party]) -> str:
    return ", ".join(dict.fromkeys(p.name for p in parties))


def _rivals(event: str, about: str, sides: tuple[Side, ...]) -> Disagreement:
    claims = sorted(claim for side in sides for claim in side.claims)
    return Disagreement(content_id("d", "actor", *claims), event, about, "actor", sides)
