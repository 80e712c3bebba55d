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


def training_texts(corpora: Path, lists: NameLists, times: dict[str, int]) -> list[NamedText]:
    """The class O sources, each as often as `times` says; one that it lacks doesn't come.

    Where `marked` comes, it stands in place of the silver reading of the same documents.
    """
    documents = ("current_events", "wikinews") if times.get("marked") else ()
    marks = {name: listed(FOLDER / f"{name}.tsv") for name in documents}
    in_events, in_reports = (marks.get(name, {}) for name in ("current_events", "wikinews"))
    events = CurrentEvents(corpora, lists)
    sources: dict[str, Iterator[NamedText]] = {
        "uner_ewt": uner_ewt(corpora, lists),
        "gum": gum(corpora, lists),
        "crossner": crossner(corpora, lists),
        "wikinews": wikinews(corpora, events.silver, in_reports),
        "factbook": factbook(corpora, events.silver),
        "re3d": re3d(corpora, lists),
        "current_events": events.texts(in_events),
        "marked": chain(marked_events(corpora, in_events), marked_reports(corpora, in_reports)),
        "written": written(),
    }
    read = {name: list(sources[name]) for name in sources if times.get(name)}
    rounds = range(max(times.values()))
    return [text for n in rounds for name, texts in read.items() if n < times[name] for text in texts]


def names_reader(
    corpora: str, seed: int, times: dict[str, int], made_up: bool = False
) -> Callable[[Language], Iterator[Example]]:
    """A spaCy corpus of the training texts, names swapped and case changed reproducibly.

    With `made_up`, also for names that nobody bears.
    """
    lists = load_name_lists(Path(corpora))
    texts = training_texts(Path(corpora), lists, times)
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
