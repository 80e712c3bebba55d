"""The mix that the name recogniser is trained on, varied anew in every epoch."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import chain
from pathlib import Path

from spacy.language import Language
from spacy.training import Example
from spacy.util import registry

from training.annotated import crossner, gum, named_text, re3d, read_jsonl, uner_ewt
from training.current_events import CurrentEvents
from training.name_lists import NameLists, load_name_lists
from training.named_text import Name, NamedText, example
from training.unlinked import factbook, wikinews

SWAP_RATE = 0.35
UPPER_RATE = 0.08
LOWER_RATE = 0.03


def training_texts(corpora: Path, lists: NameLists) -> list[NamedText]:
    """All class O sources; the two that are of the domain, re3d and the current events, come twice."""
    events = CurrentEvents(corpora, lists)
    domain = [*re3d(corpora, lists), *events]
    others = chain(
        uner_ewt(corpora, lists),
        gum(corpora, lists),
        crossner(corpora, lists),
        wikinews(corpora, events.silver),
        factbook(corpora, events.silver),
    )
    return [*others, *domain, *domain]


def swapped(named: NamedText, pools: dict[str, tuple[str, ...]], rng: random.Random) -> NamedText:
    """Put other names of the same kind in some places, one for all repeats of a name.

    A reader that has seen few names of a region then learns from what stands around them.
    """
    chosen: dict[str, str] = {}
    text, names, shift, cursor = "", [], [], 0
    for name in sorted(named.names, key=lambda n: n.begin):
        old = named.text[name.begin : name.end]
        if old not in chosen:
            chosen[old] = _other(old, name, pools, rng)
        text += named.text[cursor : name.begin]
        names.append(replace(name, begin=len(text), end=len(text) + len(chosen[old])))
        text += chosen[old]
        cursor = name.end
        shift.append((name.end, len(chosen[old]) - len(old)))
    text += named.text[cursor:]
    unknown = tuple((_moved(b, shift), _moved(e, shift)) for b, e in named.unknown)
    return NamedText(text, tuple(names), unknown)


def _other(old: str, name: Name, pools: dict[str, tuple[str, ...]], rng: random.Random) -> str:
    pool = pools.get(name.kind)
    if not pool or rng.random() > SWAP_RATE:
        return old
    new = rng.choice(pool)
    return new.split()[-1] if name.kind == "PER" and " " not in old else new


def _moved(offset: int, shift: list[tuple[int, int]]) -> int:
    return offset + sum(by for end, by in shift if end <= offset)


def recased(named: NamedText, rng: random.Random) -> NamedText:
    """Capitals throughout in some texts, lower case in fewer; the offsets stay."""
    dice = rng.random()
    change = str.upper if dice < UPPER_RATE else str.lower if dice < UPPER_RATE + LOWER_RATE else str
    text = "".join(c if len(change(c)) != 1 else change(c) for c in named.text)
    return replace(named, text=text)


def names_reader(corpora: str, seed: int) -> Callable[[Language], Iterator[Example]]:
    """A spaCy corpus of all training texts, names swapped and case changed reproducibly."""
    lists = load_name_lists(Path(corpora))
    texts = training_texts(Path(corpora), lists)
    rng = random.Random(seed)

    def read(nlp: Language) -> Iterator[Example]:
        for named in texts:
            yield example(nlp, recased(swapped(named, lists.pools, rng), rng))

    return read


def names_dev_reader(corpora: str) -> Callable[[Language], Iterator[Example]]:
    """The newswire of five continents (measured on, never trained on), in our labels."""
    lists = load_name_lists(Path(corpora))
    kinds = {"Person": "PERSON", "Organization": "ORG", "Location": "place", "NORP": "people"}
    kinds |= dict.fromkeys(("Misc", "Product"), "?") | {"Facility": "place"}

    def read(nlp: Language) -> Iterator[Example]:
        for row in read_jsonl(Path(corpora) / "ner/worldwide.dev.jsonl"):
            spans = [(b, e, kinds[kind]) for b, e, kind in row["entities"] if kind in kinds]
            yield example(nlp, named_text(row["text"], spans, lists))

    return read


registry.readers.register("dateline.names.v1", func=names_reader)
registry.readers.register("dateline.names_dev.v1", func=names_dev_reader)
