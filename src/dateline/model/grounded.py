"""Words brought to things: When, Where, Party, Speaker, Count and Term, each with the words it rests on."""

from dataclasses import dataclass

from dateline.model.span import Span
from dateline.model.vocabulary import PartyKind, PlacePrecision, TimePrecision


@dataclass(frozen=True, slots=True)
class When:
    """A time expression as an interval of inclusive ISO dates; None on a side that is not bounded.

    `kind` is TIMEX3's (DATE, TIME, DURATION, SET), `value` the TIMEX3 value and `edtf` the EDTF string where
    they exist. `modifier` is one of early, mid, late, about, before, after, since, until or None. `anchor`
    says what a relative expression was resolved against ("publication", "dateline", "expression:START",
    "named:NAME", None for none), `rule` which rule of `grounding.when` decided. `inherited` is True when the
    event has no expression of its own and took this one from another mention of the same occurrence.
    """

    span: Span
    kind: str
    earliest: str | None
    latest: str | None
    precision: TimePrecision | None
    modifier: str | None = None
    anchor: str | None = None
    rule: str = ""
    value: str | None = None
    edtf: str | None = None
    inherited: bool = False


@dataclass(frozen=True, slots=True)
class Where:
    """A place name resolved to a gazetteer entry, or left open (`entry` None) when that would be a guess.

    `name` is the fullest English name that the report allows; `containing` are names of wider places,
    narrowest first, of which the report itself need not speak. `lat`/`lon` in degrees (WGS 84), `radius_km`
    the stated or implied uncertainty. `score` is 0..1, `evidence` the rules that decided, in order.
    """

    span: Span
    name: str
    entry: str | None = None
    kind: str | None = None
    country: str | None = None
    containing: tuple[str, ...] = ()
    lat: float | None = None
    lon: float | None = None
    radius_km: float | None = None
    precision: PlacePrecision | None = None
    score: float | None = None
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody in a claim: `span` are the words at that spot, `name` the fullest name the report allows.

    `actor` is a registry id or None; `kind` tells named from unnamed ("gunmen") and from ambiguous ones;
    `schema` is FollowTheMoney's word for what it is ("Person", "Organization", "PublicBody") where known.
    `via` is the span of the naming mention where `span` is a pronoun or a description, else None.
    """

    name: str
    span: Span
    actor: str | None = None
    kind: PartyKind = "named"
    via: Span | None = None
    schema: str | None = None


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who is quoted, and the words that say so (`cue`: "said", "according to").

    Speakers of one claim are ordered outermost first ("told Reuters": Reuters, then the one who told).
    `anonymous` is True where the report withholds the name ("a security source").
    """

    party: Party
    cue: Span | None = None
    anonymous: bool = False


@dataclass(frozen=True, slots=True)
class Count:
    """A number with its bounds: `min`/`max` None where that side is open; `span` covers the number words."""

    what: str
    who: str
    min: int | None
    max: int | None
    span: Span


@dataclass(frozen=True, slots=True)
class Term:
    """A short value in dateline's words and the report's words for it (an instrument, a mode, a status)."""

    value: str
    span: Span


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a claim or a value stands: the lexicon entry, rule or component, and the words it fired on."""

    rule: str
    span: Span | None = None
