"""What a reader of any text may rely on, whatever the model makes of the words."""

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.language import Pipeline, load
from dateline.language.pipeline import MAX_CHARS
from dateline.language.tree import Doc
from dateline.model.errors import PipelineError, ReportError

REPORT = """Rockets hit base, killing two

BAGHDAD (Reuters) - Rockets hit an air base in western Iraq on Tuesday, the military said.
"We will answer," a spokesman told reporters.
• Two soldiers were killed
• Five were injured
"""

HOSTILE = [
    "",
    " ",
    "\n\n\n",
    "\x00\x01\x02 attack \x7f",
    "💥🚀" * 200,
    "هاجم مسلحون قاعدة عسكرية في العراق يوم الثلاثاء.",
    "lone \ud83d surrogate killed two",
    "a" * 30_000,
    "\u202eright to left\u202c \u200b\u200d\ufeff",
    "." * 5_000,
    '"' * 999,
    "word " * 9_000,
]


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return load()


def words(text: str, pipeline: Pipeline) -> list[tuple[object, ...]]:
    return [
        (
            t.text,
            t.idx,
            t.tag_,
            t.pos_,
            str(t.morph),
            t.lemma_,
            t.dep_,
            t.head.i,
            t.ent_type_,
            t.is_sent_start,
        )
        for t in pipeline.parse(text)
    ]


@pytest.mark.parametrize("text", HOSTILE)
def test_every_offset_points_at_its_word_in_hostile_text(text: str, pipeline: Pipeline) -> None:
    doc = pipeline.parse(text)
    assert len(doc.text) == len(text)
    for token in doc:
        end = token.idx + len(token.text)
        assert text[token.idx : end].lower() == token.lower_ or "\ufffd" in token.text


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(codec=None, exclude_categories=()), max_size=200))
def test_any_string_keeps_its_length_and_its_line_breaks_part_sentences(text: str) -> None:
    doc = load().parse(text)
    assert len(doc.text) == len(text)
    for sentence in doc.sents:
        assert "\n" not in sentence.text.strip()


def test_words_carry_every_layer(pipeline: Pipeline) -> None:
    doc = pipeline.parse("Two soldiers were killed in Iraq.")
    killed = doc[3]
    assert (killed.tag_, killed.pos_, killed.lemma_) == ("VBN", "VERB", "kill")
    assert "Tense=Past" in killed.morph
    assert {t.text: t.dep_ for t in doc if t.head.i == 3}["soldiers"] == "nsubj:pass"
    assert doc[2].lemma_ == "be"
    assert [(name.text, name.label_) for name in doc.ents] == [("Iraq", "GPE")]


def test_headline_dateline_and_list_items_stand_alone(pipeline: Pipeline) -> None:
    sentences = [sentence.text.strip() for sentence in pipeline.parse(REPORT).sents]
    assert sentences[0] == "Rockets hit base, killing two"
    assert sentences[1] == "BAGHDAD (Reuters) -"
    assert sentences[2].startswith("Rockets hit an air base")
    assert sentences[-2:] == ["• Two soldiers were killed", "• Five were injured"]


def test_a_quotation_is_not_cut_off_from_its_marks(pipeline: Pipeline) -> None:
    sentences = [s.text.strip() for s in pipeline.parse('"Stop!" he shouted. "Go home!"').sents]
    assert '"' not in sentences
    assert not any(s.startswith("he shouted") for s in sentences)


def test_many_texts_parse_as_each_alone(pipeline: Pipeline) -> None:
    texts = [REPORT, "", "Gunmen killed five people in Mali.", REPORT.upper()]
    together = [_told(doc) for doc in pipeline.parse_many(texts)]
    assert together == [_told(pipeline.parse(text)) for text in texts]


def _told(doc: Doc) -> list[tuple[object, ...]]:
    return [
        (t.text, t.lemma_, t.tag_, t.pos_, t.morph, t.dep_, t.head.i, t.ent_type_, t.sent.start) for t in doc
    ]


def test_parsing_many_is_lazy(pipeline: Pipeline) -> None:
    def texts() -> Iterator[str]:
        yield "One text."
        raise AssertionError("read ahead")

    assert next(iter(pipeline.parse_many(texts()))).text == "One text."


def test_a_long_text_is_parsed_in_pieces_with_whole_offsets(pipeline: Pipeline) -> None:
    paragraph = "Gunmen attacked a village in the north on Monday. " * 40 + "\n\n"
    text = paragraph * 12
    doc = pipeline.parse(text)
    assert doc.text == text
    assert doc[: len(doc) // 12].text.startswith("Gunmen")
    assert all(text[t.idx : t.idx + len(t)] == t.text for t in doc)
    alone = words(paragraph, pipeline)
    assert words(text, pipeline)[: len(alone) - 1] == alone[:-1]


def test_a_text_beyond_all_bounds_is_refused_in_one_line(pipeline: Pipeline) -> None:
    with pytest.raises(ReportError, match="more than") as refused:
        pipeline.parse("x" * (MAX_CHARS + 1))
    assert "\n" not in str(refused.value)


def test_loading_is_cached_and_needs_no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("network")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    assert load() is load()


def test_version_names_the_content(pipeline: Pipeline) -> None:
    assert pipeline.version.startswith("en_dateline-")
    assert len(pipeline.version.partition("+")[2]) == 12


@pytest.mark.parametrize("name", ["en_no_such_pipeline", "/no/such/folder"])
def test_a_pipeline_that_is_not_installed_gives_one_clear_line(name: str) -> None:
    with pytest.raises(PipelineError, match="can't be loaded") as refused:
        load(name)
    assert name in str(refused.value)
    assert "\n" not in str(refused.value)


def test_a_pipeline_without_a_parser_is_refused(tmp_path: Path) -> None:
    spacy.blank("en").to_disk(tmp_path / "blank")
    with pytest.raises(PipelineError, match="no parser"):
        load(str(tmp_path / "blank"))


def test_a_pipeline_with_other_relations_is_refused(tmp_path: Path) -> None:
    nlp = spacy.blank("en")
    parser = nlp.add_pipe("parser")
    for label in ("nsubj", "dobj", "prep"):
        parser.add_label(label)  # type: ignore[attr-defined]
    nlp.initialize()
    nlp.to_disk(tmp_path / "clear")
    with pytest.raises(PipelineError, match="lack obj, obl"):
        load(str(tmp_path / "clear"))


def test_an_own_pipeline_gets_the_layout_rules(tmp_path: Path) -> None:
    nlp = spacy.load(Path(load.__code__.co_filename).with_name("en_dateline"), exclude=["dateline_layout"])
    nlp.to_disk(tmp_path / "own")
    own = load(str(tmp_path / "own"))
    assert [s.text.strip() for s in own.parse("Two dead\nPolice said so").sents] == [
        "Two dead",
        "Police said so",
    ]
    assert own.version != load().version


def test_a_pipeline_that_steps_through_a_sentence_is_read_the_same_way(tmp_path: Path) -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("tok2vec")
    listening = {"@architectures": "spacy.Tok2VecListener.v1", "width": 96, "upstream": "*"}
    parser = nlp.add_pipe("parser", config={"model": {"tok2vec": listening}})
    for label in ("nsubj", "obj", "obl", "punct"):
        parser.add_label(label)  # type: ignore[attr-defined]
    nlp.initialize()
    nlp.to_disk(tmp_path / "stepping")
    doc = load(str(tmp_path / "stepping")).parse(REPORT)
    assert doc.text == REPORT
    assert {token.dep_ for token in doc} <= {"ROOT", "dep", "nsubj", "obj", "obl", "punct"}
    assert not any("\n" in sentence.text.strip() for sentence in doc.sents)
    assert not any(token.head.is_space for token in doc)
    assert doc.ents == ()
