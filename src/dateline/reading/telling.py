"""Telling: whose words an event is told in, and who performs it where it is done by speaking."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dateline.model import Party, Span, Speaker
from dateline.reading.status import SPEECH_ACTS

if TYPE_CHECKING:
    from dateline.reading.speaker import Attributions
    from dateline.reading.status import StatusReading
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
    trigger: Trigger,
    mode: str | None,
    actors: tuple[Party, ...],
    status: StatusReading,
    words: Span,
    attributions: Attributions,
) -> Telling:
    """The telling of the event that `trigger` says at `words`; `actors` are those whom its sentence names.

    Who demands, threatens or accuses is the speaker of it too, and the speaker who does so is its actor where
    the sentence names none ("We condemn …"). Who claims an attack only claims it.
    """
    speakers = attributions.speakers(trigger.token)
    if trigger.type not in SPEECH_ACTS:
        return Telling(actors, _without_claimant(speakers, status))
    if speakers and attributions.is_first_person(trigger.token):
        return Telling((speakers[-1].party,), speakers)
    performers = attributions.performers(trigger.token)
    if trigger.type not in _SPOKEN or mode in IN_COURT:
        return Telling(actors, _joined(speakers, performers))
    if not actors:
        speakers = _joined(speakers, performers)
        return Telling(tuple(speaker.party for speaker in speakers[-1:]), speakers)
    return Telling(actors, _joined(speakers, tuple(Speaker(party, words) for party in actors)))


def _joined(speakers: tuple[Speaker, ...], performers: tuple[Speaker, ...]) -> tuple[Speaker, ...]:
    known = {speaker.party.name for speaker in speakers}
    return speakers + tuple(speaker for speaker in performers if speaker.party.name not in known)


def _without_claimant(speakers: tuple[Speaker, ...], status: StatusReading) -> tuple[Speaker, ...]:
    """ "The group claimed the attack": `claimed_by` holds the group, the report itself tells the attack."""
    cue = speakers[-1].cue if speakers else None
    claims = cue is not None and cue.text.lower().startswith(_CLAIM)
    return speakers[:-1] if claims and status.attribution == "claimed" else speakers
