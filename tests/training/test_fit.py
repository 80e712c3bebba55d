"""Training runs from tiny corpora, and says what is missing."""

from pathlib import Path

import pytest
import spacy
from spacy.training.initialize import init_nlp
from spacy.training.loop import train
from spacy.util import load_config

from training import treebank
from training.__main__ import main
from training.fit import fit

LINE = "{0}\t{1}\t{2}\t{3}\t{4}\t{5}\t{6}\t{7}\t_\t_\n"
PRESENT = "Mood=Ind|Number=Plur|Person=3|Tense=Pres|VerbForm=Fin"


def sentence(verb: str, tag: str, feats: str) -> str:
    rows = (
        (1, "Rebels", "rebel", "NOUN", "NNS", "_", 2, "nsubj"),
        (2, verb, "leave", "VERB", tag, feats, 0, "root"),
        (3, "town", "town", "NOUN", "NN", "_", 2, "obj"),
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
                + (sentence("left", "VBD", "_") + sentence("leave", "VBP", PRESENT)) * 20
            )
            (ud / f"en_{name}-{split}.conllu").write_text(text, encoding="utf-8")
    (ud / "gum_docs.json").write_text('{"GUM_news_a": {"genre": "news"}}', encoding="utf-8")
    return tmp_path


def trained(corpora: Path, output: Path) -> Path:
    """What two steps of training leave."""
    overrides = {"paths.corpora": str(corpora), "training.max_steps": 2, "training.eval_frequency": 1}
    overrides |= {"components.tok2vec.model.encode.width": 16, "components.parser.min_action_freq": 1}
    config = load_config(
        Path(treebank.__file__).with_name("syntax_first.cfg"), overrides=overrides, interpolate=False
    )
    output.mkdir()
    train(init_nlp(config), output)
    return output / "model-last"


def test_two_steps_give_a_pipeline_that_parses(corpora: Path, tmp_path: Path) -> None:
    doc = spacy.load(trained(corpora, tmp_path / "out"))("Rebels left town")
    assert {token.dep_ for token in doc} <= {"nsubj", "ROOT", "obj", "dep"}
    assert all(token.tag_ for token in doc)


def test_the_same_data_and_seed_give_the_same_weights(corpora: Path, tmp_path: Path) -> None:
    once, again = (trained(corpora, tmp_path / name) for name in ("once", "again"))
    for part in ("tok2vec", "tagger", "morphologizer", "parser"):
        assert (once / part / "model").read_bytes() == (again / part / "model").read_bytes()


def test_a_model_tells_what_it_was_made_from(corpora: Path, tmp_path: Path) -> None:
    fit("syntax", corpora, tmp_path / "build", steps=1)
    made_from = spacy.load(tmp_path / "build/syntax/model-last").meta["training"]
    assert [stage["steps"] for stage in made_from["stages"]] == [1, 1]
    assert "ud/en_ewt-train.conllu" in {data["file"] for data in made_from["data"]}


@pytest.mark.parametrize("step", ["syntax", "names", "assemble"])
def test_missing_corpora_are_named_in_one_line(
    step: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([step, "--corpora", str(tmp_path)]) == 3
    assert str(tmp_path) in capsys.readouterr().err
