"""Reading without a case file, from paths or from words."""

from pathlib import Path

import pytest

from dateline.case import read
from dateline.model import ReportError
from tests.case.fake import FakeReader
from tests.case.tales import tale


def test_a_text_and_a_file_say_the_same(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(tale(0))
    from_file = read(tmp_path / "a.txt", reader=FakeReader()).record()
    assert len(from_file.events) == 1
    assert read(tale(0), reader=FakeReader()).record() == from_file


def test_a_sentence_is_a_text_and_a_word_is_a_path() -> None:
    assert len(read("Red Army attacked Blue Town.", reader=FakeReader()).events()) == 1
    with pytest.raises(ReportError, match="no such file"):
        read("missing.txt", reader=FakeReader())


def test_what_the_reader_refuses_is_raised() -> None:
    with pytest.raises(ReportError, match="broken on purpose"):
        read("These words break the reader.", reader=FakeReader())
