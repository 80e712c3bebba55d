"""ECB+: mentions of one happening across texts, gathered by `dateline.weaving.chain`, with CoNLL F1."""

import json
from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from pathlib import Path

from benchmarks.coreference import conll
from benchmarks.neardup import report_of
from dateline.model import EventClaim
from dateline.reading import Reader
from dateline.weaving.chain import Mention, Text, chains
from dateline.weaving.facet import stems_of
from training.annotated import read_jsonl
from training.ecbplus import Corpus, read_corpus

DEFAULT_DATA = "ecbplus/dev.jsonl"


def run(data: Path, predictions: Path | None) -> dict[str, float]:
    """CoNLL F1, its parts and that of the same stems, over the whole corpus and with each topic by itself.

    `topic.found` takes the mentions that the reading finds, which leaves out what dateline does not read
    (sayings, awards, sport): `found.recall` is the share of the corpus's that it has. Predictions are the
    corpus's lines with the chain of each event mention, by topic, as `system`.
    """
    corpus = read_corpus(data)
    by_topic = chains(corpus.texts, corpus.mentions, corpus.topics)
    if predictions:
        _write(data, predictions, corpus, by_topic)
    key = _named(corpus.happenings)
    found = _read(corpus)
    names, told = _matched(corpus.mentions, found), chains(corpus.texts, found, corpus.topics)
    figures = {
        "topic": conll(key, by_topic),
        "corpus": conll(key, chains(corpus.texts, corpus.mentions)),
        "topic.same_stem": conll(key, same_stem(corpus, by_topic=True)),
        "corpus.same_stem": conll(key, same_stem(corpus, by_topic=False)),
        "topic.found": conll(key, [[names[at] for at in group] for group in told]),
    }
    flat = {f"{part}.{name}": value for part, scores in figures.items() for name, value in scores.items()}
    right = sum(isinstance(name, int) for name in names)
    return flat | {"found.recall": round(100 * right / len(corpus.mentions), 2)}


def same_stem(corpus: Corpus, by_topic: bool) -> list[list[int]]:
    """The baseline: what shares all its stems is one happening."""
    stems = [stems_of(" ".join(words_of(corpus.texts, mention))) for mention in corpus.mentions]
    topics = [corpus.topics[mention.text] if by_topic else "" for mention in corpus.mentions]
    return _named(zip(topics, stems, strict=True))


def words_of(texts: Sequence[Text], mention: Mention) -> list[str]:
    """The words of a mention."""
    return [texts[mention.text][mention.sentence][at] for at in mention.words]


def _named(names: Iterable[Hashable]) -> list[list[int]]:
    groups: dict[Hashable, list[int]] = defaultdict(list)
    for at, name in enumerate(names):
        groups[name].append(at)
    return list(groups.values())


def _read(corpus: Corpus) -> list[Mention]:
    """The triggers of all events that the reading finds, as mentions."""
    reader = Reader()
    return [mention for at, text in enumerate(corpus.texts) for mention in _mentions(at, text, reader)]


def _mentions(at: int, text: Text, reader: Reader) -> list[Mention]:
    starts: list[tuple[int, int, int]] = []
    written = ""
    for sentence, words in enumerate(text):
        for n, word in enumerate(words):
            starts.append((len(written), sentence, n))
            written += word + (" " if n + 1 < len(words) else "\n\n")
    claims = (claim for claim in reader.read(report_of(written)) if isinstance(claim, EventClaim))
    triggers = sorted({(claim.trigger.start, claim.trigger.end) for claim in claims})
    found = []
    for start, end in triggers:
        inside = [(sentence, n) for begin, sentence, n in starts if start <= begin < end]
        if inside:
            first = inside[0][0]
            found.append(Mention(at, first, tuple(n for sentence, n in inside if sentence == first)))
    return found


def _matched(given: Sequence[Mention], found: Sequence[Mention]) -> list[Hashable]:
    """For each mention found the place of a given one with a word of it, each once, else a new name."""
    places = {(m.text, m.sentence, word): at for at, m in enumerate(given) for word in m.words}
    taken: set[int] = set()
    names: list[Hashable] = []
    for n, mention in enumerate(found):
        touched = [places.get((mention.text, mention.sentence, word)) for word in mention.words]
        free = next((at for at in touched if at is not None and at not in taken), None)
        taken |= {free} if free is not None else set()
        names.append(("spare", n) if free is None else free)
    return names


def _write(data: Path, predictions: Path, corpus: Corpus, groups: list[list[int]]) -> None:
    chain = {at: number for number, group in enumerate(groups) for at in group}
    lines = list(read_jsonl(data))
    for at, (text, mention) in enumerate(corpus.sources):
        lines[text]["mentions"][mention]["system"] = f"chain-{chain[at]}"
    predictions.write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")
