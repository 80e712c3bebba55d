"""Woven: the record of a large case kept in it, so that showing an unchanged case needs no weaving.

The record stays a function: it is kept under a key of everything that it is made of, and what is kept can be
dropped at any time.
"""

import zlib
from collections.abc import Callable, Iterable
from contextlib import suppress
from hashlib import blake2b
from importlib.resources import files

from dateline import __version__
from dateline.case.store import Kept, Store
from dateline.model import CaseError, Decision, Record
from dateline.model.codec import decode, encode

WORTH_KEEPING = 500
"""From this many reports on a record is read sooner than it is woven."""
_FAST = 1  # most of the bytes are repeated ids, which the fastest level packs as well


class Woven:
    """The record that a store keeps."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def record(
        self, kept: tuple[Kept, ...], decisions: tuple[Decision, ...], weave: Callable[[], Record]
    ) -> Record:
        """The record of `kept` and `decisions`: the one that is there, else woven and, if large, kept."""
        if len(kept) < WORTH_KEEPING:
            return weave()
        key = key_of(kept, decisions)
        if (known := self._read(key)) is not None:
            return known
        record = weave()
        self._keep(key, record)
        return record

    def _read(self, key: str) -> Record | None:
        body = self._store.record(key)
        try:
            return decode(Record, zlib.decompress(body)) if body is not None else None
        except (ValueError, zlib.error):
            return None

    def _keep(self, key: str, record: Record) -> None:
        with suppress(CaseError):  # a case that can't be written to is shown all the same
            self._store.keep_record(key, zlib.compress(encode(record), _FAST))


def key_of(kept: Iterable[Kept], decisions: Iterable[Decision]) -> str:
    """A digest of all that decides a record: reports, claims, decisions, and what weaves them."""
    from dateline.grounding.who.current import current_version  # a small case is shown without it

    digest = blake2b(f"{__version__} {_rules()} {current_version()}".encode(), digest_size=16)
    for one in kept:
        for noun in (one.report, *one.claims):
            digest.update(encode(noun))
    for decision in decisions:
        digest.update(encode(decision))
    return digest.hexdigest()


def _rules() -> str:
    """A digest of the files that weave: their rules may change between two versions."""
    digest = blake2b(digest_size=16)
    for file in sorted(files("dateline.weaving").iterdir(), key=lambda f: f.name):
        if file.is_file():
            digest.update(file.read_bytes())
    return digest.hexdigest()
