"""The texts that names are learned from."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from training.annotated import crossner, gum, re3d, uner_ewt
from training.current_events import CurrentEvents
from training.marked import FOLDER, listed, marked_events, marked_reports, written
from training.name_lists import NameLists
from training.named_text import NamedText
from training.unlinked import factbook, wikinews

TIMES = {
    "uner_ewt": 1, "gum": 1, "crossner": 1, "factbook": 1, "re3d": 2, "wikinews": 1, "current_events": 1,
    "marked": 2, "written": 3,
}  # fmt: skip
"""How often the texts of a source come in a round."""


def training_texts(corpora: Path, lists: NameLists) -> list[NamedText]:
    """The class O sources, each as often as TIMES says.

    Documents of current events and Wikinews that were marked by reading come as marked, the others as silver.
    """
    in_events, in_reports = (listed(FOLDER / f"{name}.tsv") for name in ("current_events", "wikinews"))
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
    read = {name: list(texts) for name, texts in sources.items()}
    rounds = range(max(TIMES.values()))
    return [text for n in rounds for name, texts in read.items() if n < TIMES[name] for text in texts]
