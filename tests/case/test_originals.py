"""Kept bytes are whole or absent."""

import hashlib
from pathlib import Path

from dateline.case.originals import Originals


def test_bytes_lie_under_their_hash_and_stay(tmp_path: Path) -> None:
    digest = hashlib.sha256(b"words").hexdigest()
    originals = Originals(tmp_path)
    assert originals.get(digest) is None
    originals.keep(digest, b"words")
    originals.keep(digest, b"words")
    assert originals.get(digest) == b"words"
    assert [p.name for p in tmp_path.rglob("*") if p.is_file()] == [digest]
