"""The event lexicon: its shipped rows are well formed, and a user's rows take effect."""

from pathlib import Path

import pytest
import spacy
from spacy.tokens import Doc

from dateline.model import RunError
from dateline.model.vocabulary import EVENT_TYPES
from dateline.reading.frame import Frames
from dateline.reading.lexicon import SHIPPED, Lexicon, read_table


def parsed(words: str, tags: str, lemmas: str | None = None) -> Doc:
    """Words with parts of speech, as a document without a tree."""
    text = words.split()
    return Doc(
        spacy.blank("en").vocab, words=text, pos=tags.split(), lemmas=(lemmas or words.lower()).split()
    )


def rows_of(doc: Doc, word: str, lexicon: Lexicon | None = None) -> set[str]:
    token = next(t for t in doc if t.text == word)
    found = (lexicon or Lexicon.load()).match(token)
    return {entry.name for entry in found.entries} if found else set()


def test_shipped_rows_are_whole_and_unique() -> None:
    rows = list(read_table(SHIPPED))
    assert len(rows) > 1500
    assert len({(r.phrase, r.pos, r.type) for r in rows}) == len(rows)
    assert {r.type for r in rows} == set(EVENT_TYPES)


def test_every_row_names_a_known_frame() -> None:
    assert {row.frame for row in read_table(SHIPPED)} <= Frames.load().names


def test_the_longest_phrase_wins() -> None:
    doc = parsed("a rocket attack", "DET NOUN NOUN")
    assert rows_of(doc, "attack") == {"lexicon:rocket attack/n/ASSAULT"}


def test_a_gap_takes_a_few_words() -> None:
    near = parsed("They pulled US troops out", "PRON VERB PROPN NOUN ADP", "they pull US troop out")
    far = parsed(
        "They pulled very many of the US troops out",
        "PRON VERB ADV ADJ ADP DET PROPN NOUN ADP",
        "they pull very many of the US troop out",
    )
    assert "lexicon:pull ~ out/v/RETREAT" in rows_of(near, "pulled")
    assert "lexicon:pull ~ out/v/RETREAT" not in rows_of(far, "pulled")


def test_a_gap_may_be_empty_and_what_follows_it_a_plural() -> None:
    doc = parsed("They lifted sanctions", "PRON VERB NOUN", "they lift sanction")
    assert rows_of(doc, "lifted") == {"lexicon:lift ~ sanction/v/CONCEDE"}


def test_hyphens_and_capitals_make_no_difference() -> None:
    doc = parsed("Car - Bomb Attacks", "NOUN PUNCT NOUN PROPN", "car - bomb Attacks")
    assert "lexicon:car bomb attack/n/ASSAULT" in rows_of(doc, "Attacks")


def test_a_word_with_a_hyphen_is_a_phrase_of_two() -> None:
    doc = parsed("in pre-trial detention for non-compliance", "ADP ADJ NOUN ADP NOUN")
    assert "lexicon:pre trial detention/n/COERCE" in rows_of(doc, "detention")
    assert "lexicon:non compliance/n/REJECT" in rows_of(doc, "non-compliance")


def test_part_of_speech_decides() -> None:
    assert "lexicon:fire/v/ASSAULT" not in rows_of(parsed("a fire", "DET NOUN"), "fire")
    assert "lexicon:fire/v/ASSAULT" in rows_of(parsed("they fire", "PRON VERB"), "fire")


def test_a_users_rows_are_added_and_replace(tmp_path: Path) -> None:
    table = tmp_path / "mine.tsv"
    table.write_text(
        "# mine\nphrase\tpos\ttype\tmode\tframe\tstrength\n"
        "zap\tv\tASSAULT\tzapping\tact\talways\nattack\tn\tASSAULT\tmine\tstrike\tlikely\n"
    )
    lexicon = Lexicon.load([table])
    assert rows_of(parsed("they zap", "PRON VERB"), "zap", lexicon) == {"lexicon:zap/v/ASSAULT"}
    modes = {e.mode for e in lexicon.entries if (e.phrase, e.pos, e.type) == ("attack", "n", "ASSAULT")}
    assert modes == {"mine"}
    assert rows_of(parsed("they zap", "PRON VERB"), "zap") == set()


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ("zap\tv\tASSAULT", "3 columns"),
        ("zap\tv\tZAPPING\t\tact\tsure", "'ZAPPING'"),
        ("zap\tx\tASSAULT\t\tact\tsure", "'x'"),
        ("zap\tv\tASSAULT\t\tact\tvery", "'very'"),
        ("\tv\tASSAULT\t\tact\tsure", "no phrase"),
        ("zap\tv\tASSAULT\t\tnowhere\tsure", "'nowhere'"),
    ],
)
def test_a_wrong_row_is_named_with_its_line(tmp_path: Path, row: str, says: str) -> None:
    table = tmp_path / "mine.tsv"
    table.write_text(f"phrase\tpos\ttype\tmode\tframe\tstrength\n{row}\n")
    with pytest.raises(RunError, match=rf"mine\.tsv, line 2: .*{says}"):
        Lexicon.load([table])


@pytest.mark.parametrize(
    ("words", "tags", "verb", "row"),
    [
        ("they violate the ceasefire", "PRON VERB DET NOUN", "violate", "violate ~ ceasefire/v/ASSAULT"),
        ("it lift its long blockade", "PRON VERB PRON ADJ NOUN", "lift", "lift ~ blockade/v/CONCEDE"),
        ("it suspend all aid", "PRON VERB DET NOUN", "suspend", "suspend ~ aid/v/SANCTION"),
        ("it order a full inquiry", "PRON VERB DET ADJ NOUN", "order", "order ~ inquiry/v/ACCUSE"),
    ],
)
def test_a_verb_and_its_object_say_together_what_neither_says_alone(words, tags, verb, row) -> None:
    assert rows_of(parsed(words, tags), verb) == {f"lexicon:{row}"}
