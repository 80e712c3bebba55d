"""Canonical text is what every offset refers to."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from dateline.sources.encoding import canonical, decode


@given(st.text())
def test_canonical_text_is_stable(text: str) -> None:
    once = canonical(text)
    assert canonical(once) == once
    assert unicodedata.is_normalized("NFC", once)
    assert not set("\r\x00\u2028\u2029") & set(once)


def test_letters_and_line_ends() -> None:
    assert canonical("Cafe\u0301\r\nnew\rline\u2028end\x00") == "Café\nnew\nline\nend"


@given(st.text(min_size=1))
def test_utf8_is_never_guessed(text: str) -> None:
    decoded = decode(text.encode("utf-8", "replace"))
    assert decoded is not None
    assert not decoded.guessed
    assert decoded.encoding.startswith("utf-")


def test_western_letters_are_read_as_western_ones() -> None:
    decoded = decode(
        "Militants attacked the café in São Paulo on Tuesday, señor Núñez said.".encode("cp1252")
    )
    assert decoded is not None
    assert (decoded.encoding, decoded.guessed) == ("cp1252", True)
    assert "São Paulo" in decoded.text
