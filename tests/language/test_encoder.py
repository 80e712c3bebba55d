"""The encoder sees what spaCy's layers see, and the same in a text whatever it saw before."""

import numpy as np
import pytest
import spacy
from spacy.language import Language
from thinc.api import Linear

from dateline.language import encoder
from dateline.language.encoder import Encoder, hasten

TEXTS = [
    "Rockets hit an air base in western Iraq on Tuesday, the military said.",
    "Two soldiers weren't found; the base's commander was, near Ain al-Asad.",
    "Rockets",
    "",
]
SETTINGS = {"model": {"@architectures": "spacy.HashEmbedCNN.v2", "width": 16, "depth": 2, "embed_size": 50,
                      "window_size": 1, "maxout_pieces": 3, "subword_features": True,
                      "pretrained_vectors": None}}  # fmt: skip


@pytest.fixture
def nlp() -> Language:
    nlp = spacy.blank("en")
    nlp.add_pipe("tok2vec", config=SETTINGS)
    nlp.initialize()
    return nlp


def built(nlp: Language) -> Encoder:
    found = Encoder.of(nlp.get_pipe("tok2vec").model)  # type: ignore[attr-defined]
    assert found is not None
    return found


def test_the_rows_are_those_of_the_layers(nlp: Language) -> None:
    layers, own = nlp.get_pipe("tok2vec").model, built(nlp)  # type: ignore[attr-defined]
    for text in TEXTS[:-1]:
        doc = nlp.make_doc(text)
        assert np.allclose(own(doc), layers.predict([doc])[0], atol=1e-5)
    assert own(nlp.make_doc("")).shape == (0, 16)


def test_rows_do_not_hang_on_what_was_encoded_before(nlp: Language) -> None:
    fresh = [built(nlp)(nlp.make_doc(text)) for text in TEXTS]
    used = built(nlp)
    for text in [*reversed(TEXTS), "Some other words stand here", *TEXTS]:
        used(nlp.make_doc(text))
    assert all(
        np.array_equal(used(nlp.make_doc(text)), rows) for text, rows in zip(TEXTS, fresh, strict=True)
    )


def test_an_encoder_without_room_forgets_and_sees_the_same(
    nlp: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    fresh = [built(nlp)(nlp.make_doc(text)) for text in TEXTS]
    monkeypatch.setattr(encoder, "MOST", 20)
    small = built(nlp)
    for text, rows in list(zip(TEXTS, fresh, strict=True)) * 2:
        assert np.array_equal(small(nlp.make_doc(text)), rows)


def test_a_hastened_pipeline_writes_the_same_vectors(nlp: Language) -> None:
    before = nlp(TEXTS[0]).tensor
    hasten(nlp)
    assert nlp.get_pipe("tok2vec").model.name == "encoder"  # type: ignore[attr-defined]
    assert np.allclose(nlp(TEXTS[0]).tensor, before, atol=1e-5)


def test_layers_of_another_kind_are_left_alone() -> None:
    assert Encoder.of(Linear(2, 2)) is None
    nlp = spacy.blank("en")
    wide = {"model": SETTINGS["model"] | {"window_size": 2}}
    nlp.add_pipe("tok2vec", config=wide)
    nlp.initialize()
    hasten(nlp)
    assert nlp.get_pipe("tok2vec").model.name != "encoder"  # type: ignore[attr-defined]
