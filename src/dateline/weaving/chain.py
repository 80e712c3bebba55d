"""Chain: mentions of one happening in many texts, told by their words alone.

For texts that nothing else is known of: no claims, no dates, no places. Texts are gathered to stories, then
the mentions of a story by weights learnt from ECB+ (`chain.tsv`, made by `python -m training.chain`). Reports
that dateline reads are woven on stated evidence instead (`dateline.weaving.weave`).
"""

from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from dateline.reading.table import rows
from dateline.weaving.facet import fold, stem_of
from dateline.weaving.linkage import gathered
from dateline.weaving.story import Vector, alike, cosine, rarities, stories, vector_of

ALWAYS = "always"
"""The row of the table that is no sign: the weight of every pair."""
Text = Sequence[Sequence[str]]
"""A text as its sentences, each as its words."""
Tie = tuple[int, int, Mapping[str, float]]
"""The places of two mentions, and how far each sign holds of them."""

# Log odds that a join needs, and of a pair that shares neither words nor a kind of act; from ECB+ train.
_NEEDED, _ABSENT = -0.4, -2.0
_AROUND = 5
_FUNCTION = frozenset(
    "the a an of and or in on for to at by from with as its his her their this that it he she they who which "
    "s is are was were be been being has have had do does did will would after before".split()
)


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that say an event: the places of a text, of a sentence in it, and of the words in that."""

    text: int
    sentence: int
    words: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Seen:
    """A mention as it is compared: its stems, the kinds of act they may say, and the words around it."""

    mention: Mention
    stems: frozenset[str]
    kinds: frozenset[tuple[str, str]]
    around: Vector


def chains(
    texts: Sequence[Text], mentions: Sequence[Mention], topics: Sequence[Hashable] | None = None
) -> list[list[int]]:
    """The places of `mentions` by happening, in order of the first mention of each.

    How rare a word is is learnt from all `texts`, so a handful of texts about one thing needs others beside
    them. Where `topics` are given, one for each text, no happening is in two of them. IndexError for a
    mention of a word that is not there.
    """
    return sorted(
        group for places, ties in _stories(texts, mentions, topics) for group in _gathered(places, ties)
    )


def pairs(
    texts: Sequence[Text], mentions: Sequence[Mention]
) -> Iterator[tuple[int, int, Mapping[str, float]]]:
    """Every two mentions of a story that could be of one happening, and how far each sign holds of them."""
    for _, ties in _stories(texts, mentions, None):
        yield from ties


def _stories(
    texts: Sequence[Text], mentions: Sequence[Mention], topics: Sequence[Hashable] | None
) -> Iterator[tuple[list[int], list[Tie]]]:
    """The places of the mentions of each story, and how any two of them compare."""
    terms = [_terms_of(text) for text in texts]
    likeness, seen = alike(terms), _seen(texts, mentions, rarities(terms))
    about: dict[Hashable, list[int]] = defaultdict(list)
    for at in range(len(texts)):
        about[topics[at] if topics else None].append(at)
    for story in (story for places in about.values() for story in stories(places, likeness)):
        told = frozenset(story)
        places = [at for at, mention in enumerate(mentions) if mention.text in told]
        yield places, list(_compared(places, seen, likeness))


def _gathered(places: Sequence[int], ties: Sequence[Tie]) -> list[list[int]]:
    weights = _weights()
    number = {at: n for n, at in enumerate(places)}
    always = weights[ALWAYS] - _NEEDED
    weighed = {
        (number[one], number[other]): always + sum(weights[sign] * value for sign, value in signs.items())
        for one, other, signs in ties
    }
    return [[places[n] for n in group] for group in gathered(len(places), weighed, _ABSENT)]


def _compared(
    places: Sequence[int], seen: Sequence[_Seen], likeness: Mapping[tuple[int, int], float]
) -> Iterator[Tie]:
    for n, one in enumerate(places):
        for other in places[n + 1 :]:
            a, b = seen[one], seen[other]
            if a.stems & b.stems or a.kinds & b.kinds:
                texts = sorted((a.mention.text, b.mention.text))
                yield one, other, _signs(a, b, likeness.get((texts[0], texts[1]), 0.0))


def _signs(one: _Seen, other: _Seen, like: float) -> dict[str, float]:
    within = one.mention.text == other.mention.text
    shared = bool(one.stems & other.stems)
    return {
        "shared words": float(shared),
        "same words": float(one.stems == other.stems),
        "same kind of act": float(not shared and bool(one.kinds & other.kinds)),
        "words around": cosine(one.around, other.around),
        "one text": float(within),
        "one sentence": float(within and one.mention.sentence == other.mention.sentence),
        "like texts": 0.0 if within else like,
        "shared words in one text": float(shared and within),
        "shared words in like texts": 0.0 if within or not shared else like,
    }


def _seen(texts: Sequence[Text], mentions: Sequence[Mention], rarity: Mapping[str, float]) -> list[_Seen]:
    found = []
    for mention in mentions:
        sentence = texts[mention.text][mention.sentence]
        stems = frozenset(_terms(sentence[at] for at in mention.words)) or frozenset(
            fold(sentence[at]) for at in mention.words
        )
        near = range(min(mention.words) - _AROUND, max(mention.words) + _AROUND + 1)
        beside = [sentence[at] for at in near if 0 <= at < len(sentence) and at not in mention.words]
        kinds = frozenset(kind for stem in stems for kind in _kinds().get(stem, ()))
        found.append(_Seen(mention, stems, kinds, vector_of(list(_terms(beside)), rarity)))
    return found


def _terms_of(text: Text) -> list[str]:
    return [term for sentence in text for term in _terms(sentence)]


def _terms(words: Iterator[str] | Sequence[str]) -> Iterator[str]:
    folded = (fold(word) for word in words)
    return (stem_of(word) for word in folded if word and word not in _FUNCTION)


@cache
def _kinds() -> Mapping[str, frozenset[tuple[str, str]]]:
    """Types with modes that a stem may say, by the single words of the event lexicon."""
    kinds: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for row in rows("events"):
        if " " not in row["phrase"] and row["mode"]:
            kinds[stem_of(fold(row["phrase"]))].add((row["type"], row["mode"]))
    return {stem: frozenset(found) for stem, found in kinds.items()}


@cache
def _weights() -> Mapping[str, float]:
    lines = files("dateline.weaving").joinpath("chain.tsv").read_text("utf-8").splitlines()
    table = (line.split("\t") for line in lines if line and not line.startswith("#"))
    next(table)
    return {sign: float(weight) for sign, weight in table}
