"""Tags and dependencies on raw text, over Universal Dependencies treebanks.

Documents are read as running text (paragraphs kept), so errors of tokens and sentence borders count.
A word counts as found where its characters are found; LAS asks for the head and the full relation
("nsubj:pass" is not "nsubj"), all figures are F1 x 100 over words. `.words` leaves punctuation out,
`capitals` reads the same texts in capitals only.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from dateline.language import load
from training.conllu import Sentence, read_sentences

if TYPE_CHECKING:
    from dateline.language.tree import Doc

DEFAULT_DATA = "ud"

NEWS = ("GUM_news", "GUM_interview", "GUM_speech", "GUM_court")
RELATIONS = (
    "nsubj", "nsubj:pass", "obj", "iobj", "obl", "obl:agent", "nmod", "nmod:poss", "appos", "conj", "ccomp",
    "xcomp", "advcl", "acl", "acl:relcl", "compound", "flat", "aux:pass", "parataxis",
)  # fmt: skip

Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Row:
    """One word: its tags, the place of its head (None for a root) and the relation to it."""

    tag: str
    pos: str
    head: Place | None
    dep: str


@dataclass
class Tally:
    """Counts over one set of documents."""

    gold: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)

    def add(self, gold: dict[Place, Row], found: dict[Place, Row]) -> None:
        """Compare the words of one document."""
        for rows, counts in ((gold, self.gold), (found, self.found)):
            for row in rows.values():
                counts.update(_measures(row))
        for place, row in gold.items():
            if place in found:
                self.right.update(_agreed(row, found[place]))

    def f1(self, *measures: str) -> float:
        """F1 x 100 over the sum of some measures."""
        total = sum(self.gold[m] + self.found[m] for m in measures)
        return 200 * sum(self.right[m] for m in measures) / total if total else 0.0


def run(data: Path, predictions: Path | None) -> dict[str, float]:
    """Figures over a CoNLL-U file, or over a folder: its dev files or, without any, all its files."""
    overall, news, capitals = Tally(), Tally(), Tally()
    figures: dict[str, float] = {}
    for path in _files(data):
        tally = Tally()
        written: list[str] = []
        for name, text, gold in _documents(path):
            doc = load().parse(text)
            found = _rows(doc)
            for each in (tally, overall, *([news] if name.startswith(NEWS) else [])):
                each.add(gold, found)
            capitals.add(gold, _rows(load().parse(_in_capitals(text))))
            written.append(f"# newdoc id = {name}\n" + _conllu(doc))
        figures |= _figures(tally, f"{path.stem}.")
        if predictions:
            _write(predictions, path, "".join(written), data.is_dir())
    figures |= _figures(overall, "") | {f"capitals.{name}": capitals.f1(name) for name in ("uas", "las")}
    if news.gold:
        figures |= _figures(news, "news.") | {"news.nsubj+obj": news.f1("nsubj", "obj")}
    figures |= {f"relation.{dep}": overall.f1(dep) for dep in RELATIONS if overall.gold[dep]}
    return figures


def _in_capitals(text: str) -> str:
    """The text in capitals, every character at its place."""
    return "".join(capital if len(capital := char.upper()) == 1 else char for char in text)


def _files(data: Path) -> list[Path]:
    if data.is_file():
        return [data]
    return sorted(data.glob("*-dev.conllu")) or sorted(data.glob("*.conllu"))


def _figures(tally: Tally, prefix: str) -> dict[str, float]:
    names = {"tokens": "word", "xpos": "tag", "upos": "pos", "uas": "uas", "las": "las"}
    names |= {"las.words": "las.words", "uas.words": "uas.words"}
    return {prefix + name: tally.f1(measure) for name, measure in names.items()}


def _measures(row: Row) -> list[str]:
    plain = [] if row.dep == "punct" else ["las.words", "uas.words"]
    return ["word", "tag", "pos", "uas", "las", row.dep, *plain]


def _agreed(gold: Row, found: Row) -> list[str]:
    """The measures on which two readings of one word agree."""
    same_head = gold.head == found.head
    same = ["word"] + ["tag"] * (gold.tag == found.tag) + ["pos"] * (gold.pos == found.pos)
    same += ["uas"] * same_head
    if same_head and gold.dep == found.dep:
        same += ["las", gold.dep]
    if gold.dep != "punct" and found.dep != "punct" and same_head:
        same += ["uas.words"] + ["las.words"] * (gold.dep == found.dep)
    return same


def _documents(path: Path) -> Iterator[tuple[str, str, dict[Place, Row]]]:
    """Name, raw text and gold words of every document."""
    for name, group in groupby(read_sentences(path), key=lambda sentence: sentence.doc):
        text = ""
        gold: dict[Place, Row] = {}
        for sentence in group:
            text += ("\n\n" if sentence.opens_paragraph else " ") if text else ""
            gold |= _gold(sentence, len(text))
            text += sentence.text
        yield name, text, gold


def _gold(sentence: Sentence, begin: int) -> dict[Place, Row]:
    places: list[Place] = []
    for word in sentence.words:
        places.append((begin, begin + len(word.form)))
        begin += len(word.form) + word.space
    return {
        place: Row(word.tag, word.pos, None if word.dep == "root" else places[word.head], word.dep)
        for place, word in zip(places, sentence.words, strict=True)
    }


def _rows(doc: Doc) -> dict[Place, Row]:
    """The parse by place, whitespace left out."""
    rows = {}
    for token in doc:
        if not token.is_space:
            head = None if token.head.i == token.i else (token.head.idx, token.head.idx + len(token.head))
            dep = "root" if token.dep_ == "ROOT" else token.dep_
            rows[token.idx, token.idx + len(token)] = Row(token.tag_, token.pos_, head, dep)
    return rows


def _conllu(doc: Doc) -> str:
    blocks = []
    for sentence in doc.sents:
        words = [token for token in sentence if not token.is_space]
        number = {token.i: n for n, token in enumerate(words, 1)}
        lines = [f"# text = {' '.join(sentence.text.split())}"]
        for token in words:
            head = 0 if token.head.i == token.i else number.get(token.head.i, 0)
            dep = "root" if token.dep_ == "ROOT" else token.dep_
            misc = "_" if token.whitespace_ else "SpaceAfter=No"
            cells = (number[token.i], token, token.lemma_, token.pos_, token.tag_, str(token.morph) or "_")
            lines.append("\t".join(map(str, (*cells, head, dep, "_", misc))))
        blocks.append("\n".join(lines) + "\n\n")
    return "".join(blocks)


def _write(predictions: Path, path: Path, text: str, is_folder: bool) -> None:
    target = predictions / path.name if is_folder else predictions
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, encoding="utf-8")
