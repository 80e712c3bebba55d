"""JSON lines stay lines."""

import json

from hypothesis import given
from hypothesis import strategies as st

from dateline.export.jsontext import to_json

ANY = st.text(st.characters(), max_size=30)


@given(ANY)
def test_whatever_the_words_they_are_one_line_and_come_back(words: str) -> None:
    line = to_json({"words": words})
    assert len(line.splitlines()) == 1
    assert json.loads(line.encode()) == {"words": words}
