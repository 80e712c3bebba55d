"""One string, one label: the names of a text vote on the type of each of them.

The network, which reads window by window, types "Kataib Hezbollah" as a person here and
as an organisation there, and misses a third mention. All mentions of a string in a text vote; words beside a
mention that tell what it is ("the group X", "X militants", "X, an armed group", "President X"), a fuller
name of a person in the same text and the lists of countries and peoples weigh more than a guess.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from spacy.language import Language
from spacy.tokens import Doc, Span

from dateline.language.cues import ARTICLES, NO_NAME, POSSESSIVES, Words, cues, is_title, known_label
from dateline.language.repeats import acronyms, repeats, titled

CUE_WEIGHT = 3
FULL_NAME_WEIGHT = 2
LIST_WEIGHT = 2
_COMMON_TAGS = frozenset({"CC", "DT", "IN", "NN", "NNS", "RB", "UH", "VB", "VBD", "VBG", "VBN", "VBP", "VBZ"})


@Language.component("dateline_vote")
def vote(doc: Doc) -> Doc:
    """Complete and unify `doc.ents`.

    Common words at the head of a sentence go; persons lose their titles and names a trailing possessive;
    acronyms in parentheses join the name before them; all mentions of one string (case and article aside)
    get the label that most evidence speaks for, a tie keeps what was said of each; exact repeats that
    were missed become names.
    """
    words = Words(doc)
    names = [_bare(name, words) for name in doc.ents if not _is_common_word(name)]
    names += [*acronyms(doc), *titled(doc, words)]
    voted = [
        Span(doc, name.start, name.end, label=winner or name.label_)
        for mentions, winner in _elections(names, words)
        for name in mentions
        if winner != NO_NAME
    ]
    doc.set_ents(sorted([*voted, *repeats(doc, words, voted)], key=lambda name: name.start))
    return doc


def _is_common_word(name: Span) -> bool:
    """True for a sentence's first word that the tagger knows as a common one ("Rockets hit …")."""
    return len(name) == 1 and bool(name[0].is_sent_start) and name[0].tag_ in _COMMON_TAGS


def _bare(name: Span, words: Words) -> Span:
    """A name without the title before it ("Mr") and the possessive behind it."""
    start, end = name.start, name.end
    while end - start > 1 and words.lowers[end - 1] in POSSESSIVES:
        end -= 1
    while end - start > 1 and name.label_ == "PERSON" and is_title(words.lowers[start]):
        start += 1
    return Span(name.doc, start, end, label=name.label_)


def _elections(names: list[Span], words: Words) -> Iterable[tuple[list[Span], str | None]]:
    """The mentions of each string with the label that won, None for a tie."""
    mentions: dict[str, list[Span]] = defaultdict(list)
    for name in names:
        mentions[_key(words.lowers[name.start : name.end])].append(name)
    full = (name for name in names if name.label_ == "PERSON" and len(name) > 1)
    surnames = Counter(words.lowers[name.end - 1] for name in full)
    for key, group in mentions.items():
        yield group, _winner(group, surnames[key], words)


def _key(words: list[str]) -> str:
    return " ".join(words[1:] if words[0] in ARTICLES and len(words) > 1 else words)


def _winner(names: list[Span], full_names: int, words: Words) -> str | None:
    votes = Counter(name.label_ for name in names)
    listed = known_label(names[0].text.removeprefix("the "))
    if listed:
        votes[listed] += LIST_WEIGHT * len(names)
    elif full_names:
        votes["PERSON"] += FULL_NAME_WEIGHT * full_names + len(names)
    for name in names:
        votes.update(dict.fromkeys(cues(name, words), CUE_WEIGHT))
    ranked = votes.most_common(2)
    is_tie = len(ranked) == 2 and ranked[0][1] == ranked[1][1]
    return None if is_tie else ranked[0][0]
