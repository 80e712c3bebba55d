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
from training.marked import FOLDER, listed, marked_events, marked_reports, written
from training.name_lists import NameLists, load_name_lists
from training.named_text import NamedText, example
from training.unlinked import factbook, wikinews
from training.vary_names import vary

MARKED_TIMES = 2
"""How often a text that was marked by hand comes in an epoch: it names whatever is a name in it."""


def training_texts(corpora: Path, lists: NameLists, marked: bool = False) -> list[NamedText]:
    """All class O sources; the two that are of the domain, re3d and the current events, come twice.

    With `marked`, what was marked by hand stands in place of the silver reading of the same documents.
    """
    read = {name: listed(FOLDER / f"{name}.tsv") if marked else {} for name in ("current_events", "wikinews")}
    events = CurrentEvents(corpora, lists)
    domain = [*re3d(corpora, lists), *events.texts(read["current_events"])]
    others = chain(
        uner_ewt(corpora, lists),
        gum(corpora, lists),
        crossner(corpora, lists),
        wikinews(corpora, events.silver, read["wikinews"]),
        factbook(corpora, events.silver),
    )
    by_hand = [*marked_events(corpora, read["current_events"]), *marked_reports(corpora, read["wikinews"])]
    if marked:
        by_hand += written()
    return [*others, *domain, *domain, *(by_hand * MARKED_TIMES)]


def names_reader(
    corpora: str, seed: int, made_up: bool = False, marked: bool = False
) -> Callable[[Language], Iterator[Example]]:
    """A spaCy corpus of all training texts, names swapped and case changed reproducibly.

    With `made_up`, also for names that nobody bears; with `marked`, also texts that were marked by hand.
    """
    lists = load_name_lists(Path(corpora))
    texts = training_texts(Path(corpora), lists, marked)
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
