"""Decide: the judgements of a person about the claims, events and actors of a case."""

from abc import ABC, abstractmethod
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from getpass import getuser
from typing import Any, TypedDict, Unpack

from dateline.case.handle import named
from dateline.case.shelf import Shelf
from dateline.case.words import locate
from dateline.model import Claim, Decision, EventClaim, Mark, Span, decision_id, mark_of
from dateline.model.vocabulary import EDIT_FIELDS, DecisionKind, EditField

_TICK = timedelta(microseconds=1)


class Stamp(TypedDict, total=False):
    """Who decides (by default the system's user), when (ISO, by default now), and a note of theirs."""

    by: str | None
    at: str | None
    note: str | None


class Deciding(ABC):
    """What a case lets people decide. Every decision is kept for good, in one transaction, and can be undone.

    Ids are those of claims, or of events for all their claims, or their beginnings. Each method gives the
    decision that it kept. ValueError says in one line what can't be decided so.
    """

    @property
    @abstractmethod
    def shelf(self) -> Shelf:
        """Everything of the case as it stands."""

    @abstractmethod
    def _keep_decision(self, decision: Decision) -> None:
        """Keep `decision` for good."""

    def accept(self, *ids: str, **stamp: Unpack[Stamp]) -> Decision:
        """The claims are right; takes back that they were rejected."""
        return self._decide("accept", stamp, claims=self._marks(self._claims(ids)))

    def reject(self, *ids: str, **stamp: Unpack[Stamp]) -> Decision:
        """The claims are not to be in the record."""
        return self._decide("reject", stamp, claims=self._marks(self._claims(ids)))

    def edit(
        self,
        *ids: str,
        field: EditField,
        value: str | None,
        words: str | Span | None = None,
        **stamp: Unpack[Stamp],
    ) -> Decision:
        """`field` of the claims has `value`, None for none; `words` of one of their reports say so."""
        if field not in EDIT_FIELDS:
            raise ValueError(f"{field} is no field to edit; the fields: {', '.join(EDIT_FIELDS)}")
        claims = [claim for claim in self._claims(ids) if isinstance(claim, EventClaim)]
        if not claims:
            raise ValueError("only claims of events have fields to edit")
        said = locate(words, claims, self.shelf.reports) if words is not None else None
        decision = self._made("edit", stamp, claims=self._marks(claims), field=field, value=value, words=said)
        _check_value(claims, decision)
        return self._keep(decision)

    def merge(self, *ids: str, **stamp: Unpack[Stamp]) -> Decision:
        """All the claims tell of one occurrence."""
        claims = _of_events(self._claims(ids))
        if len(claims) < 2:
            raise ValueError("give two events or claims at least, to be merged")
        return self._decide("merge", stamp, claims=self._marks(claims))

    def split(self, *ids: str, apart: Iterable[str] = (), **stamp: Unpack[Stamp]) -> Decision:
        """None of the claims tells of the same as one of `apart`; by default the rest of their events."""
        claims = _of_events(self._claims(ids))
        others = _of_events(self._claims(apart)) if (apart := tuple(apart)) else self._rest(claims)
        both = {claim.id for claim in claims} & {claim.id for claim in others}
        if both:
            raise ValueError(f"{min(both)} can't be split from itself")
        if not others:
            raise ValueError(
                "nothing is left to split them from; name claims of an event, or what to split from"
            )
        return self._decide("split", stamp, claims=self._marks(claims), apart=self._marks(others))

    def same_actor(self, *names: str, **stamp: Unpack[Stamp]) -> Decision:
        """The names, or registry ids, are one actor's."""
        return self._decide("same_actor", stamp, names=self._names(names))

    def other_actor(self, *names: str, **stamp: Unpack[Stamp]) -> Decision:
        """The names, or registry ids, are different actors'; one name alone: another one's in each report."""
        if len(names) == 1:
            return self._decide("other_actor", stamp, names=(self._unknown_name(names[0]),))
        return self._decide("other_actor", stamp, names=self._names(names))

    def undo(self, id: str, **stamp: Unpack[Stamp]) -> Decision:
        """The decision of that id, or its beginning, no longer holds."""
        found = named(id, (d.id for d in self.shelf.decisions))
        if len(found) != 1:
            raise ValueError(_unclear(id, found, "decision"))
        if found[0] not in {d.id for d in self.shelf.judged.holding}:
            raise ValueError(f"{found[0]} is undone already")
        return self._decide("undo", stamp, undoes=found[0])

    def _decide(self, kind: DecisionKind, stamp: Stamp, **about: Any) -> Decision:
        return self._keep(self._made(kind, stamp, **about))

    def _made(self, kind: DecisionKind, stamp: Stamp, **about: Any) -> Decision:
        by, at = stamp.get("by") or _user(), stamp.get("at")
        when = _moment(at) if at else self._now()
        identity = decision_id(kind, by, when, *(f"{name}={value}" for name, value in sorted(about.items())))
        return Decision(identity, kind, by, when, note=stamp.get("note"), **about)

    def _keep(self, decision: Decision) -> Decision:
        self._keep_decision(decision)
        return decision

    def _now(self) -> str:
        """Now, or right after the last decision: the order of moments is the order of deciding."""
        now = datetime.now(UTC)
        if self.shelf.decisions:
            now = max(now, datetime.fromisoformat(self.shelf.decisions[-1].at) + _TICK)
        return _written(now)

    def _claims(self, ids: Iterable[str]) -> list[Claim]:
        """The claims that `ids` name, each once; ValueError when an id names none or several."""
        shelf, found = self.shelf, dict[str, None]()
        events = {event.id: event.claims for event in shelf.record.events}
        for words in ids:
            hits = named(words, (*events, *shelf.as_read))
            if len(hits) != 1:
                raise ValueError(_unclear(words, hits, "event or claim"))
            found.update(dict.fromkeys(events.get(hits[0], (hits[0],))))
        if not found:
            raise ValueError("give the id of an event or a claim")
        return [shelf.claims.get(id_, shelf.as_read[id_]) for id_ in found]

    def _marks(self, claims: Iterable[Claim]) -> tuple[Mark, ...]:
        """Marks of `claims` as they were read: an edited type is no help in finding them again."""
        return tuple(mark_of(self.shelf.as_read[claim.id]) for claim in claims)

    def _rest(self, claims: list[Claim]) -> list[Claim]:
        """The other claims of the events that hold `claims`."""
        ids = {claim.id for claim in claims}
        events = [event for event in self.shelf.record.events if ids.intersection(event.claims)]
        return [self.shelf.claims[c] for event in events for c in event.claims if c not in ids]

    def _names(self, names: tuple[str, ...]) -> tuple[str, ...]:
        from dateline.weaving import borne_by

        if len(dict.fromkeys(names)) < 2:
            raise ValueError("give two names or registry ids at least")
        for name in names:
            if not borne_by(name, self.shelf.claims.values()):
                raise ValueError(f"no claim names {name}, and it is no id of the registry")
        return tuple(dict.fromkeys(names))

    def _unknown_name(self, name: str) -> str:
        """`name`, where nothing but the name says that those who bear it are one."""
        from dateline.weaving.identity import borne_without_id

        if not borne_without_id(name, self.shelf.as_read.values()):
            raise ValueError(f"nobody outside the registry is named {name}; give two names or ids")
        return name


def _of_events(claims: list[Claim]) -> list[Claim]:
    for claim in claims:
        if not isinstance(claim, EventClaim):
            raise ValueError(f"{claim.id} is no claim of an event")
    return claims


def _check_value(claims: list[EventClaim], decision: Decision) -> None:
    """ValueError unless the claims can have the value that `decision` gives them."""
    from dateline.weaving import amended

    for claim in claims:
        amended(claim, decision)
    if decision.field == "mode" and decision.value is not None:
        from dateline.reading import Lexicon

        known = {(entry.type, entry.mode) for entry in Lexicon.load().entries}
        for claim in claims:
            if (claim.type, decision.value) not in known:
                raise ValueError(
                    f"{decision.value} is no mode of {claim.type}; the modes: dateline ref modes"
                )


def _unclear(words: str, found: list[str], what: str) -> str:
    if found:
        return f"{words} begins the ids of {len(found)}: {', '.join(found[:3])}; give more of it"
    return f"no {what} has an id that begins with {words}"


def _user() -> str:
    try:
        return getuser()
    except (OSError, KeyError, ImportError):
        raise ValueError("the system tells no user name; say who decides") from None


def _moment(at: str) -> str:
    try:
        moment = datetime.fromisoformat(at)
    except ValueError:
        raise ValueError(f"{at} is no date and time; write 2026-01-31T12:00:00+00:00") from None
    return _written(moment if moment.tzinfo else moment.replace(tzinfo=UTC))


def _written(moment: datetime) -> str:
    """In UTC and always as long, so that the order of words is the order of time."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds")
