"""ECB+: texts about a few happenings each, with the mentions of events and which are of one happening."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path

from dateline.weaving.chain import Mention, Text

_EVENT_TYPES = ("ACT", "NEG")


@dataclass(frozen=True, slots=True)
class Corpus:
    """Texts with their topics, and mentions of events with their happenings and where the file has them."""

    texts: list[Text] = field(default_factory=list)
    topics: list[str] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    happenings: list[str] = field(default_factory=list)
    sources: list[tuple[int, int]] = field(default_factory=list)


def read_corpus(path: Path) -> Corpus:
    """The corpus that lies in `path`, one text a line."""
    corpus = Corpus()
    for at, line in enumerate(path.read_text("utf-8").splitlines()):
        document = json.loads(line)
        place = {sentence["id"]: n for n, sentence in enumerate(document["sentences"])}
        corpus.texts.append([sentence["tokens"] for sentence in document["sentences"]])
        corpus.topics.append(document["topic"])
        for number, mention in enumerate(document["mentions"]):
            if mention["type"].startswith(_EVENT_TYPES):
                corpus.mentions.append(Mention(at, place[mention["sent"]], tuple(mention["tokens"])))
                corpus.happenings.append(mention["chain"])
                corpus.sources.append((at, number))
    return corpus
