"""The recogniser learns names from texts that tell some words only, and reads them as a whole."""

from pathlib import Path

import numpy as np
import pytest
import spacy
from spacy.language import Language
from spacy.training import Example
from thinc.api import fix_random_seed

from dateline.language import lattice
from dateline.language.recogniser import TAGS, Recogniser, _decoded

MODEL = {
    "@architectures": "dateline.NameScores.v1",
    "tok2vec": {"@architectures": "spacy.HashEmbedCNN.v2", "width": 32, "depth": 2, "embed_size": 200,
                "window_size": 1, "maxout_pieces": 3, "subword_features": True, "pretrained_vectors": None},
}  # fmt: skip
KNOWN = [
    ("Troops of Somali National Army left Kismayo", ["O", "O", "B-ORG", "I-ORG", "L-ORG", "O", "U-GPE"]),
    ("Amina Hassan left Kismayo", ["B-PERSON", "L-PERSON", "O", "U-GPE"]),
    ("Troops met Zorgon in Kismayo", ["O", "O", "-", "O", "U-GPE"]),
]  # fmt: skip


def example(nlp: Language, text: str, tags: list[str]) -> Example:
    return Example.from_dict(nlp.make_doc(text), {"entities": tags})


@pytest.fixture(scope="module")
def nlp() -> Language:
    nlp = spacy.blank("en")
    nlp.add_pipe("dateline_recogniser", config={"model": MODEL})
    fix_random_seed(0)
    nlp.initialize(lambda: [example(nlp, *known) for known in KNOWN])
    optimizer = nlp.resume_training()
    for _ in range(60):
        nlp.update([example(nlp, *known) for known in KNOWN], sgd=optimizer)
    return nlp


def names(nlp: Language, text: str) -> list[tuple[str, str]]:
    return [(name.text, name.label_) for name in nlp(text).ents]


def test_what_was_taught_is_found(nlp: Language) -> None:
    assert names(nlp, KNOWN[0][0]) == [("Somali National Army", "ORG"), ("Kismayo", "GPE")]
    assert names(nlp, KNOWN[1][0]) == [("Amina Hassan", "PERSON"), ("Kismayo", "GPE")]


def test_an_unknown_word_teaches_nothing(nlp: Language) -> None:
    recogniser = nlp.get_pipe("dateline_recogniser")
    assert isinstance(recogniser, Recogniser)
    known = example(nlp, "Zorgon", ["-"])
    scores = np.random.default_rng(1).normal(size=(1, len(TAGS))).astype(np.float32)
    loss, [gradient] = recogniser.get_loss([known], [scores])
    assert loss == pytest.approx(0)
    assert np.allclose(gradient, 0)


def test_a_taught_word_pulls_towards_its_tag(nlp: Language) -> None:
    recogniser = nlp.get_pipe("dateline_recogniser")
    assert isinstance(recogniser, Recogniser)
    loss, [gradient] = recogniser.get_loss(
        [example(nlp, "Kismayo", ["U-GPE"])], [np.zeros((1, len(TAGS)), dtype=np.float32)]
    )
    assert loss > 0
    assert gradient[0].argmin() == TAGS.index("U-GPE")
    assert gradient[0].sum() == pytest.approx(0, abs=1e-6)


def test_no_name_crosses_a_line_in_training(nlp: Language) -> None:
    recogniser = nlp.get_pipe("dateline_recogniser")
    assert isinstance(recogniser, Recogniser)
    two_lines = example(nlp, "Kismayo\nKismayo", ["-", "O", "-"])
    scores = np.zeros((3, len(TAGS)), dtype=np.float32)
    _, [gradient] = recogniser.get_loss([two_lines], [scores])
    assert gradient[2, TAGS.index("L-GPE")] == 0


@pytest.mark.parametrize("seed", range(5))
def test_cutting_a_text_changes_no_name(seed: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(60, len(TAGS))).astype(np.float32)
    scores[:, 0] += np.random.default_rng(seed + 9).choice([0, 9], size=60, p=[0.4, 0.6])
    assert np.array_equal(_decoded(scores), lattice.best(scores[None])[0])


def test_a_pipeline_tells_the_labels(nlp: Language) -> None:
    assert set(nlp.pipe_labels["dateline_recogniser"]) == {"FAC", "GPE", "LOC", "NORP", "ORG", "PERSON"}


def test_an_empty_text_has_no_names(nlp: Language) -> None:
    assert names(nlp, "") == []


def test_a_saved_recogniser_reads_alike(nlp: Language, tmp_path: Path) -> None:
    nlp.to_disk(tmp_path)
    assert names(spacy.load(tmp_path), KNOWN[0][0]) == names(nlp, KNOWN[0][0])
