"""Telling: whose words an event is told in, and who performs it where it is done by speaking."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dateline.model import Party, Span, Speaker
from dateline.reading.status import SPEECH_ACTS

if TYPE_CHECKING:
    from dateline.language.tree import Token
    from dateline.reading.speaker import Attributions
    from dateline.reading.teller import Seen, Tellers
    from dateline.reading.trigger import Trigger

_SPOKEN = frozenset({"REQUEST", "THREATEN", "ACCUSE"})
IN_COURT = frozenset({"charge", "investigation", "lawsuit", "trial", "prosecution"})
"""Modes of accusing that are deeds of an office, not words that it is quoted with."""
_CLAIM = "claim"


@dataclass(frozen=True, slots=True)
class Telling:
    """Who does it and whose words tell it, outermost first."""

    actors: tuple[Party, ...]
    speakers: tuple[Speaker, ...]


def telling_of(
    trigger: Trigger, seen: Seen, words: Span, attributions: Attributions, tellers: Tellers
) -> Telling:
    """The telling of the event that `trigger` says at `words`; `seen` has the actors that its sentence names.

    Who demands, threatens or accuses is the speaker of it too, and the speaker who does so is its actor where
    the sentence names none ("We condemn …"). Who claims an attack only claims it.
    """
    token, actors = trigger.token, seen.actors
    told = attributions.speakers(token)
    if told and seen.type in SPEECH_ACTS and attributions.is_first_person(token):
        return Telling((told[-1].party,), told)
    performed = performers_of(token, seen, words, attributions)
    speakers = tellers.pick(token, seen, performed)
    if not actors and seen.type in _SPOKEN and seen.mode not in IN_COURT:
        actors = tuple(speaker.party for speaker in (*told, *performed)[-1:])
    return Telling(actors, _without_claimant(speakers, seen))


def performers_of(token: Token, seen: Seen, words: Span, attributions: Attributions) -> tuple[Speaker, ...]:
    """Who does by speaking what `token` says at `words`: its doer as read, else who is quoted with it."""
    if seen.type not in SPEECH_ACTS:
        return ()
    quoted = attributions.performers(token)
    if not seen.actors or seen.mode in IN_COURT or _are_named(quoted, words, seen.actors):
        return quoted
    return tuple(Speaker(party, words) for party in seen.actors)


def _are_named(quoted: tuple[Speaker, ...], words: Span, actors: tuple[Party, ...]) -> bool:
    """True where a later sentence names whom this one describes ("The leader called for …")."""
    unnamed = all(party.kind == "unnamed" for party in actors)
    return unnamed and bool(quoted) and all(speaker.party.span.start > words.end for speaker in quoted)


def _without_claimant(speakers: tuple[Speaker, ...], seen: Seen) -> tuple[Speaker, ...]:
    """ "The group claimed the attack": `claimed_by` holds the group, the report itself tells the attack."""
    cue = speakers[-1].cue if speakers else None
    claims = cue is not None and cue.text.lower().startswith(_CLAIM)
    return speakers[:-1] if claims and seen.attribution == "claimed" else speakers
