"""Copy: reports that carry one text, reprinted, cut, or lightly rewritten, and what a copy changed.

Candidates come from MinHash over word triples and from whole sentences that two reports share, so the cost
grows with the number of reports and not with its square; each candidate is then compared word by word.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from hashlib import blake2b
from itertools import combinations

from rapidfuzz.distance import Levenshtein
from rensa import RMinHash, RMinHashLSH

from dateline.model import Change, Copy, Report, Span
from dateline.model.vocabulary import ChangeField
from dateline.reading.number import find_numbers
from dateline.weaving.change import field_of, means_of
from dateline.weaving.facet import fold

# Half of the shorter text's word triples: above it two texts share sentences, below it phrases of the trade.
_SHARE = 0.5
# Two short texts may share a plain sentence by chance: below this many common triples nearly all must agree.
_FEW, _NEARLY_ALL = 12, 0.9
_PERMUTATIONS, _BANDS = 128, 32
_SEED = 1
# A sentence this long is no stock phrase; a block this large is one ("The ministry did not comment").
_SENTENCE_WORDS = 9
_BLOCK = 40
_DIGEST = 8
_WORD = re.compile(r"\w+(?:['’.,]\w+)*")
_SENTENCE = re.compile(r"[^.!?\n]+")


@dataclass(frozen=True)
class _Text:
    """A report's words as they are compared: folded, with their offsets."""

    report: Report

    @cached_property
    def places(self) -> list[tuple[int, int]]:
        return [
            m.span() for p in self.report.prose() for m in _WORD.finditer(self.report.text, p.start, p.end)
        ]

    @cached_property
    def words(self) -> list[str]:
        return [fold(self.report.text[a:b]) or self.report.text[a:b] for a, b in self.places]

    @cached_property
    def written(self) -> list[str]:
        return [self.report.text[a:b] for a, b in self.places]

    @cached_property
    def triples(self) -> frozenset[str]:
        return frozenset(" ".join(self.words[i : i + 3]) for i in range(max(1, len(self.words) - 2)))

    @cached_property
    def facts(self) -> frozenset[int]:
        """The places of words that say a fact: numbers, and capitals but for a sentence's first word."""
        text = self.report.text
        counted = [(n.start, n.end) for n in find_numbers(text)]
        return frozenset(
            at
            for at, (start, end) in enumerate(self.places)
            if any(c.isdigit() for c in text[start:end])
            or (text[start].isupper() and at not in self.means and not _opens_sentence(text, start))
            or any(a < end and start < b for a, b in counted)
        )

    @cached_property
    def means(self) -> dict[int, str]:
        """The places of words that name the means of an act, and which one."""
        return means_of(self.words)

    @property
    def sentences(self) -> set[str]:
        folded = (fold(m.group()) for m in _SENTENCE.finditer(self.report.text))
        return {words for words in folded if words.count(" ") >= _SENTENCE_WORDS - 1}


def _opens_sentence(text: str, start: int) -> bool:
    at = start - 1
    while at >= 0 and text[at] in " \"“”'‘’(":
        at -= 1
    return at < 0 or text[at] in ".!?:\n"


def find_copies(reports: Iterable[Report]) -> list[Copy]:
    """Every pair of reports that carry one text, each later report with the earliest it is a copy of.

    Reports without a publication date are taken for the later ones. Sorted, and the same for any order of
    `reports`.
    """
    ordered = sorted(reports, key=lambda r: (r.published or "9999-99-99", r.id))
    first: dict[int, Copy] = {}
    for one, other in sorted(_candidates(ordered)):
        if other not in first and (copy := compare(ordered[one], ordered[other])):
            first[other] = copy
    return [first[at] for at in sorted(first)]


def _candidates(ordered: list[Report]) -> set[tuple[int, int]]:
    """Pairs of positions; a text's words are let go again, so that memory holds one text at a time."""
    index = RMinHashLSH(threshold=_SHARE, num_perm=_PERMUTATIONS, num_bands=_BANDS)
    carriers: dict[bytes, list[int]] = defaultdict(list)
    found: set[tuple[int, int]] = set()
    for at, text in enumerate(map(_Text, ordered)):
        signature = RMinHash(num_perm=_PERMUTATIONS, seed=_SEED)
        signature.update(sorted(text.triples))
        found.update((min(at, other), max(at, other)) for other in index.query(signature) if other != at)
        index.insert(at, signature)
        for sentence in text.sentences:
            carriers[blake2b(sentence.encode(), digest_size=_DIGEST).digest()].append(at)
    blocks = (block for block in carriers.values() if len(block) <= _BLOCK)
    return found.union(*(combinations(block, 2) for block in blocks))


def compare(one: Report, other: Report) -> Copy | None:
    """The copy that `other` is of `one`, with the changes that matter; None where they are two texts."""
    first, second = _text(one), _text(other)
    common = len(first.triples & second.triples)
    share = common / min(len(first.triples), len(second.triples))
    if share < (_SHARE if common >= _FEW else _NEARLY_ALL):
        return None
    return Copy(one.id, other.id, round(share, 3), tuple(_changes(first, second)))


@lru_cache(maxsize=64)
def _text(report: Report) -> _Text:
    return _Text(report)


def _changes(one: _Text, other: _Text) -> Iterator[Change]:
    """The replaced stretches in which a fact differs or other means are named; what was only cut is none."""
    for step in Levenshtein.opcodes(one.words, other.words):
        if step.tag != "replace":
            continue
        before = range(step.src_start, step.src_end)
        after = range(step.dest_start, step.dest_end)
        if _matters(one, before) and _matters(other, after) and _facts(one, before) != _facts(other, after):
            yield Change(_span(one, before), _span(other, after), _field(one, before, other, after))
        first, second = _means(one, before), _means(other, after)
        if first and second and not set(first.values()) & set(second.values()):
            yield Change(_span(one, sorted(first)), _span(other, sorted(second)), "means")


def _means(text: _Text, stretch: range) -> dict[int, str]:
    return {at: text.means[at] for at in stretch if at in text.means}


def _field(one: _Text, before: range, other: _Text, after: range) -> ChangeField:
    """The kind of fact that both stretches state, else what stands first in the later one."""
    first = [field_of(one.written, at) for at in before if at in one.facts]
    second = [field_of(other.written, at) for at in after if at in other.facts]
    return next((field for field in second if field in first), second[0])


def _matters(text: _Text, stretch: range) -> bool:
    return bool(_facts(text, stretch))


def _facts(text: _Text, stretch: range) -> frozenset[str]:
    """The folded words of a stretch that are numbers, or names by their capital letter."""
    return frozenset(text.words[at] for at in stretch if at in text.facts)


def _span(text: _Text, stretch: Sequence[int]) -> Span:
    return text.report.span(text.places[stretch[0]][0], text.places[stretch[-1]][1])
