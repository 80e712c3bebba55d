"""The mix that the name recogniser is trained on, varied anew in every epoch."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from itertools import chain
from pathlib import Path

from spacy.language import Language
from spacy.training import Example
from spacy.util import registry

from training import name_lists
from training.annotated import crossner, gum, named_text, re3d, read_jsonl, uner_ewt
from training.current_events import CurrentEvents
from training.name_lists import NameLists, load_name_lists
from training.named_text import NamedText, example
from training.unlinked import factbook, wikinews
from training.vary_names import vary


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


def names_reader(corpora: str, seed: int, made_up: bool = False) -> Callable[[Language], Iterator[Example]]:
    """A spaCy corpus of all training texts, names swapped and case changed reproducibly.

    With `made_up`, also for names that nobody bears.
    """
    lists = load_name_lists(Path(corpora))
    texts = training_texts(Path(corpora), lists)
    pools = name_lists.made_up(lists.pools) if made_up else lists.pools
    rng = random.Random(seed)

    def read(nlp: Language) -> Iterator[Example]:
        for named in texts:
            yield example(nlp, vary(named, pools, rng))

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
