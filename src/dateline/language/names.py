"""The names of a text, from a score for each word and tag: the likeliest way to read its words as names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from dateline.language.lattice import OUTSIDE, Scores, Tags, best, tag_names

LABELS = ("FAC", "GPE", "LOC", "NORP", "ORG", "PERSON")
TAGS = tag_names(LABELS)
DOUBT = 0.75
"""By how much more than outside of names a word must look like a name: the training tells more names than
careful coders mark. Chosen on the development parts of three corpora (docs/models/names.md)."""
SURE = 6.0
"""Two words in a row that are together this much rather outside are never within one name: 1 in 400 ways."""

_NOTHING = np.where(np.arange(len(TAGS)) == OUTSIDE, 0, -np.inf).astype(np.float32)
_SPLIT = tuple(tag.partition("-")[::2] for tag in TAGS)


def names(scores: Scores, begins: Sequence[int]) -> Iterator[tuple[int, int, str]]:
    """First word, end and label of each name, by the scores of every word (word, tag).

    None crosses a sentence, whose first words are `begins`.
    """
    start = 0
    doubted = scores.copy()
    doubted[:, OUTSIDE] += DOUBT
    tags = _tags(doubted, begins)
    for n in np.flatnonzero(tags).tolist():
        part, label = _SPLIT[tags[n]]
        if part in "UB":
            start = n
        if part in "UL":
            yield start, n + 1, label


def _tags(scores: Scores, begins: Sequence[int]) -> Tags:
    """The tags of all words; the text is cut at sentences and where hardly a name can go on.

    A word that is cut off on both sides is outside or a name alone.
    """
    outside = scores[:, OUTSIDE] - scores[:, 1:].max(axis=1)
    cut = np.append(True, outside[:-1] + outside[1:] >= SURE)
    cut[begins] = True
    starts = np.flatnonzero(cut)
    lengths = np.diff(starts, append=len(scores))
    tags: Tags = scores[:, : len(LABELS) + 1].argmax(axis=1)
    starts, lengths = starts[lengths > 1], lengths[lengths > 1]
    if len(starts):
        places = starts[:, None] + np.arange(lengths.max())
        inside = places < (starts + lengths)[:, None]
        padded = scores[np.minimum(places, len(scores) - 1)]
        padded[~inside] = _NOTHING
        tags[places[inside]] = best(padded)[inside]
    return tags
