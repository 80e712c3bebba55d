"""Tellers: which of those who speak near an event tell it, by a trained linear model.

Whoever's words a trigger stands in need not tell the event ("the mayor said … the blast that killed his
brother"), whoever agrees is not always quoted, and a speaker may go on where he is not named again.
`data/tellers.npz` holds the weights that decide; `training/tellers.py` makes them.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from dateline.model import Party, Speaker
from dateline.reading import clause
from dateline.reading.speaker.cue import entry_of
from dateline.reading.speaker.quotation import find_quotations
from dateline.reading.weights import Weights

if TYPE_CHECKING:
    from dateline.language.tree import Doc, Token
    from dateline.model.vocabulary import Attribution, EventType, Status
    from dateline.reading.speaker import Attributions
    from dateline.reading.speaker.saying import Saying

Kind = Literal["told", "done", "here", "before"]
"""In whose words it stands, who does it by speaking, who else speaks in its sentence, who spoke before."""

TELLS = "tells"
ENOUGH: dict[Kind, float] = {"told": 0.35, "done": 0.45, "here": 0.25, "before": 0.25}
"""Least probability of each kind; chosen on reports that never train, see docs/models/tellers.md."""
_CARRIED = frozenset({"here", "before"})
_BACK = 4  # sentences back to a speaker who goes on
_UP = 8  # governors over a trigger that are seen
_OPENERS = frozenset({"ADV", "PRON", "CCONJ", "ADP", "SCONJ", "DET"})


@dataclass(frozen=True, slots=True)
class Seen:
    """What is read of an event before it is known who tells it."""

    type: EventType
    mode: str | None
    core: bool
    status: Status
    attribution: Attribution
    actors: tuple[Party, ...]


@dataclass(frozen=True, slots=True)
class Candidate:
    """Speakers who may tell an event, outermost first, and what speaks for it."""

    kind: Kind
    speakers: tuple[Speaker, ...]
    features: tuple[str, ...]


class Tellers:
    """Everybody who speaks in one report, by where."""

    def __init__(self, doc: Doc, attributions: Attributions) -> None:
        self._doc = doc
        self._attributions = attributions
        self._starts = [sentence.start for sentence in doc.sents]
        self._quoted = {i for q in find_quotations(doc) for i in range(q.start, q.end)}
        self._breaks = [token.i for token in doc if token.is_space and "\n" in token.text]
        told = (s for s in attributions.sayings if s.stance != "judge" and s.holder is not None)
        self._sayings: dict[int, list[Saying]] = defaultdict(list)
        for saying in sorted(told, key=lambda s: s.cue[0]):
            self._sayings[self._sentence(saying.cue[0])].append(saying)
        spoken = (s for found in self._sayings.values() for s in found)
        self._often = Counter(speaker.party.name for s in spoken for speaker in attributions.who(s))

    def pick(self, token: Token, seen: Seen, performed: tuple[Speaker, ...]) -> tuple[Speaker, ...]:
        """Who tells the event that `token` heads, outermost first; `performed`: who does it by speaking."""
        kept = [
            (odds, one) for odds, one in self._weighed(token, seen, performed) if odds >= ENOUGH[one.kind]
        ]
        carried = [(odds, one) for odds, one in kept if one.kind in _CARRIED]
        likeliest = [max(carried, key=lambda pair: pair[0])[1]] if carried else []
        chain = [*likeliest, *(one for _, one in kept if one.kind not in _CARRIED)]
        return tuple(speaker for one in chain for speaker in one.speakers)

    def _weighed(
        self, token: Token, seen: Seen, performed: tuple[Speaker, ...]
    ) -> Iterator[tuple[float, Candidate]]:
        weights = Weights.load("tellers")
        column = weights.classes.index(TELLS)
        for one in self.candidates(token, seen, performed):
            yield float(weights.probabilities(one.features)[column]), one

    def candidates(self, token: Token, seen: Seen, performed: tuple[Speaker, ...]) -> Iterator[Candidate]:
        """Those who may tell the event, each named once; who spoke before only where no words are over it."""
        known: set[str] = set()
        over = self._attributions.sayings_over(token)
        for depth, saying in enumerate(over):
            if self._is_planned(saying):
                continue
            speakers = self._new(self._attributions.who(saying), known)
            if speakers:
                more = self._told(token, seen, saying, speakers, (depth, len(over)))
                yield _candidate("told", speakers, token, seen, more)
        speakers = self._new(performed, known)
        if speakers:
            yield _candidate("done", speakers, token, seen, self._done(token, seen, speakers, bool(over)))
        if not over:
            yield from self._carried(token, seen, known)

    def _is_planned(self, saying: Saying) -> bool:
        """True for what somebody does rather than says: "his decision to withdraw", "they planned to"."""
        entry = entry_of(self._doc[saying.cue[1] - 1])
        return entry is not None and entry.stance == "plan" and "deed" in entry.marks

    def _new(self, speakers: Sequence[Speaker], known: set[str]) -> tuple[Speaker, ...]:
        fresh = tuple(speaker for speaker in speakers if speaker.party.name not in known)
        known.update(speaker.party.name for speaker in fresh)
        return fresh

    def _told(
        self, token: Token, seen: Seen, saying: Saying, speakers: Sequence[Speaker], place: tuple[int, int]
    ) -> Iterator[str]:
        """How the trigger hangs on the cue, and what cue and speaker are."""
        way = _way_up(token, saying.cue)
        described = "acl:relcl" in way
        yield from (f"up={relation}" for relation in sorted(set(way)))
        yield f"chain={'<'.join(way[:3])}"
        yield f"relcl={described}"
        yield f"depth={min(len(way), 5)}"
        yield from self._spoken(saying)
        yield f"quoted={token.i in self._quoted}"
        yield f"inner={place[0] == place[1] - 1}"
        yield f"outer={place[0] == 0} of {min(place[1], 3)}"
        distance = token.i - saying.cue[0]
        yield f"side={'after' if distance > 0 else 'before'}/{min(abs(distance) // 8, 4)}"
        yield f"same sentence={self._sentence(saying.cue[0]) == self._sentence(token.i)}"
        own = _is_own(seen, speakers)
        yield f"own={own}"
        yield f"own+type={own}/{seen.type}"
        yield f"definite+relcl={_article(token) in {'the', 'this', 'that'}}/{described}/{token.pos_}"

    def _done(self, token: Token, seen: Seen, speakers: Sequence[Speaker], told: bool) -> Iterator[str]:
        """Whether the trigger is a word of speech, and who performs it."""
        entry = entry_of(token)
        yield f"entry={entry.stance if entry else None}/{'deed' in entry.marks if entry else ''}"
        yield f"over={told}"
        yield f"type+over={seen.type}/{told}"
        yield f"several={min(len(speakers), 3)}"
        yield f"party={speakers[0].party.kind}/{speakers[0].party.schema}"
        yield f"quoted={token.i in self._quoted}"
        yield f"performs={bool(self._attributions.performers(token))}/{seen.type}"

    def _carried(self, token: Token, seen: Seen, known: set[str]) -> Iterator[Candidate]:
        """Who speaks elsewhere in the sentence, and who spoke last before it."""
        here = self._sentence(token.i)
        inside = self._sayings.get(here, [])
        earlier = [s for n in range(max(0, here - _BACK), here) for s in self._sayings.get(n, ())]
        near: list[tuple[Kind, Saying]] = []
        if inside:
            near.append(("here", inside[-1] if inside[-1].cue[0] < token.i else inside[0]))
        if earlier:
            near.append(("before", earlier[-1]))
        for kind, saying in near:
            speakers = self._new(self._attributions.who(saying), known)
            if speakers:
                more = self._going_on(token, seen, saying, speakers)
                yield _candidate(kind, speakers, token, seen, more)

    def _going_on(
        self, token: Token, seen: Seen, saying: Saying, speakers: Sequence[Speaker]
    ) -> Iterator[str]:
        """How near the saying is, how much its speaker says in the report, how the sentence opens."""
        here, there = self._sentence(token.i), self._sentence(saying.cue[0])
        skipped = abs(bisect_right(self._breaks, token.i) - bisect_right(self._breaks, saying.cue[0]))
        says = self._often[speakers[-1].party.name]
        yield from self._spoken(saying)
        yield f"gap={min(abs(here - there), 4)}"
        yield f"paragraphs={min(skipped, 4)}"
        yield f"share={int(5 * says / max(1, self._often.total()))}"
        yield f"says={min(says, 5)}"
        yield f"alone={len(self._often) == 1}"
        yield f"again={self._goes_on_after(here, speakers)}"
        yield f"in quotes={any(i in self._quoted for part in saying.content for i in range(*part))}"
        yield f"sentence before={self._is_told(here - 1)}"
        opener = next((t for t in token.sent if not t.is_space), token)
        yield f"opens={opener.lower_ if opener.pos_ in _OPENERS else opener.pos_}"
        yield f"sentence={min(here, 4)}"
        yield f"root={token.sent.root.tag_}/{token.sent.root.i == token.i}"
        yield f"own={_is_own(seen, speakers)}"

    def _spoken(self, saying: Saying) -> Iterator[str]:
        cue = self._doc[saying.cue[1] - 1]
        yield f"stance={saying.stance}"
        yield f"cue={cue.lemma_.lower()}/{cue.pos_}"
        yield f"holder={_sort(saying.holder)}"

    def _goes_on_after(self, here: int, speakers: Sequence[Speaker]) -> bool:
        after = next((self._sayings[n][0] for n in (here + 1, here + 2) if n in self._sayings), None)
        told = self._attributions.who(after) if after is not None else ()
        return [s.party.name for s in told] == [s.party.name for s in speakers]

    def _is_told(self, sentence: int) -> bool:
        """True where more than half of the sentence is somebody's words."""
        if sentence < 0:
            return False
        words = self._doc[self._starts[sentence] : self._starts[sentence + 1]]
        return 2 * sum(bool(self._attributions.sayings_over(word)) for word in words) > len(words)

    def _sentence(self, index: int) -> int:
        return bisect_right(self._starts, index) - 1


def _candidate(
    kind: Kind, speakers: tuple[Speaker, ...], token: Token, seen: Seen, more: Iterator[str]
) -> Candidate:
    features = tuple(f"{kind} {feature}" for feature in (*_word(token, seen), *more))
    return Candidate(kind, speakers, features)


def _word(token: Token, seen: Seen) -> Iterator[str]:
    yield f"pos={token.pos_}"
    yield f"tag={token.tag_}"
    yield f"dep={token.dep_}"
    yield f"article={token.pos_}/{_article(token)}"
    yield f"had={any(c.lower_ == 'had' and c.dep_.startswith('aux') for c in token.children)}"
    yield f"type={seen.type}"
    yield f"mode={seen.mode}"
    yield f"type+pos={seen.type}/{token.pos_}"
    yield f"status={seen.status}"
    yield f"core={seen.core}"
    yield f"attribution={seen.attribution}"


def _way_up(token: Token, cue: tuple[int, int]) -> list[str]:
    """The relations from the trigger up to the cue, or to the root."""
    way: list[str] = []
    for word in (token, *clause.governors(token)):
        if cue[0] <= word.i < cue[1] or len(way) == _UP:
            break
        way.append(word.dep_ if word.dep_.startswith("acl") else word.dep_.split(":")[0])
    return way


def _article(token: Token) -> str:
    return next((child.lower_ for child in token.children if child.dep_ == "det"), "")


def _sort(holder: Token | None) -> str:
    if holder is None:
        return "none"
    return "pronoun" if holder.pos_ == "PRON" else holder.ent_type_ or "noun"


def _is_own(seen: Seen, speakers: Sequence[Speaker]) -> bool:
    return bool({p.name for p in seen.actors} & {s.party.name for s in speakers})
