"""Training runs from tiny corpora, and says what is missing."""

import json
from pathlib import Path

import pytest
import spacy
from spacy.tokens import Doc

from dateline.language.heads import LABELS, Heads
from dateline.language.names import LABELS as LABELS_OF_NAMES
from dateline.language.network import ARRAYS, READER
from training.__main__ import main
from training.named_text import Name, NamedText
from training.provenance import MADE_FROM, NAMES_FILES
from training.vectors import OPEN_TEXTS

LONG = "Rebels left the town on Monday and the army left it on Tuesday, said the town. " * 4
LINE = "{0}\t{1}\t{2}\t{3}\t{4}\t{5}\t{6}\t{7}\t_\t_\n"
NAMED = NamedText("Rebels left Mosul", (Name(12, 17, "GPE"),))
PRESENT = "Mood=Ind|Number=Plur|Person=3|Tense=Pres|VerbForm=Fin"


def sentence(verb: str, tag: str, feats: str) -> str:
    rows = (
        (1, "Rebels", "rebel", "NOUN", "NNS", "_", 2, "nsubj"),
        (2, verb, "leave", "VERB", tag, feats, 0, "root"),
        (3, "town", "town", "NOUN", "NN", "_", 2, "obj"),
    )
    return "".join(LINE.format(*row) for row in rows) + "\n"


def passive() -> str:
    rows = (
        (1, "Town", "town", "NOUN", "NN", "_", 2, "nsubj:pass"),
        (2, "left", "leave", "VERB", "VBN", "_", 0, "root"),
        (3, "by", "by", "ADP", "IN", "_", 4, "case"),
        (4, "rebels", "rebel", "NOUN", "NNS", "_", 2, "obl:agent"),
    )
    return "".join(LINE.format(*row) for row in rows) + "\n"


@pytest.fixture
def corpora(tmp_path: Path) -> Path:
    ud = tmp_path / "ud"
    ud.mkdir()
    for name, doc in (("ewt", "weblog-a"), ("gum", "GUM_news_a")):
        for split in ("train", "dev"):
            text = (
                f"# newdoc id = {doc}\n"
                + (sentence("left", "VBD", "_") + sentence("leave", "VBP", PRESENT) + passive()) * 20
            )
            (ud / f"en_{name}-{split}.conllu").write_text(text, encoding="utf-8")
    (ud / "gum_docs.json").write_text('{"GUM_news_a": {"genre": "news"}}', encoding="utf-8")
    return tmp_path


@pytest.fixture
def open_texts(corpora: Path) -> Path:
    """The corpora with a line of each open text, and nothing in the files that names are learned from."""
    for name in NAMES_FILES:
        (corpora / name).parent.mkdir(exist_ok=True)
        (corpora / name).touch()
    for name in OPEN_TEXTS:
        path = corpora / name
        path.parent.mkdir(exist_ok=True)
        told = {"data": {"Background": LONG}} if "factbook" in name else {"text": LONG}
        path.write_text(json.dumps(told) + "\n", encoding="utf-8")
    return corpora


def trained(corpora: Path, output: Path) -> Path:
    """What two steps of training leave."""
    pytest.importorskip("torch")
    from training import heads
    from training.biaffine import Shape

    small = Shape(embedding=16, reader=8, arc=8, relation=8, name=8)
    heads.fit(corpora, output, [NAMED], {}, shape=small, steps=2)
    return output


def test_two_steps_give_a_network_that_parses(open_texts: Path, tmp_path: Path) -> None:
    doc = Doc(spacy.blank("en").vocab, words="Rebels left town".split())
    doc = Heads(doc.vocab).from_disk(trained(open_texts, tmp_path / "out"))(doc)
    assert {token.dep_ for token in doc} <= {"nsubj", "ROOT", "obj", "nsubj:pass", "case", "obl:agent"}
    assert all(token.tag_ for token in doc)
    assert len({token.sent.root for token in doc}) == len(list(doc.sents))
    assert {name.label_ for name in doc.ents} <= set(LABELS_OF_NAMES)


def test_the_same_data_and_seed_give_the_same_files(open_texts: Path, tmp_path: Path) -> None:
    once, again = (trained(open_texts, tmp_path / name) for name in ("once", "again"))
    assert {path.name for path in once.iterdir()} == {ARRAYS, READER, LABELS, MADE_FROM}
    for path in once.iterdir():
        assert path.read_bytes() == (again / path.name).read_bytes()


def test_a_network_tells_what_it_was_made_from(open_texts: Path, tmp_path: Path) -> None:
    made_from = json.loads((trained(open_texts, tmp_path / "out") / MADE_FROM).read_text("utf-8"))
    assert made_from["recipe"]["seed"]
    assert {"ud/en_ewt-train.conllu", "re3d/train.jsonl"} <= {data["file"] for data in made_from["data"]}


@pytest.mark.parametrize("step", ["lists", "network", "assemble"])
def test_missing_corpora_are_named_in_one_line(
    step: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("training.__main__._MAKES_NETWORK", ())
    assert main([step, "--corpora", str(tmp_path)]) == 3
    assert str(tmp_path) in capsys.readouterr().err


@pytest.mark.parametrize("package", ["torch", "onnx"])
def test_without_what_makes_the_network_one_line_says_how_to_get_it(
    package: str, open_texts: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("training.__main__.find_spec", lambda name: None if name == package else object())
    assert main(["network", "--corpora", str(open_texts)]) == 3
    (line,) = capsys.readouterr().err.splitlines()
    assert package in line
    assert "requirements/models.lock" in line
