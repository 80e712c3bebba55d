"""Originals: the bytes that reports were read from, in a folder beside the case, named by their SHA-256."""

import os
from pathlib import Path


class Originals:
    """Kept bytes as files `ab/abcdef…`; a file is there wholly or not at all, and is never written again."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def make(self) -> None:
        """Make the folder: a file beside it is known for a case, whatever it is called."""
        self._folder.mkdir(exist_ok=True)

    def keep(self, sha256: str, data: bytes) -> None:
        """Keep `data` under its hash."""
        path = self._path(sha256)
        if path.exists():
            return
        path.parent.mkdir(parents=True, exist_ok=True)
        part = path.with_name(f".{sha256}.{os.getpid()}")
        part.write_bytes(data)
        part.replace(path)

    def get(self, sha256: str) -> bytes | None:
        """The bytes of that hash, or None."""
        path = self._path(sha256)
        return path.read_bytes() if path.exists() else None

    def _path(self, sha256: str) -> Path:
        return self._folder / sha256[:2] / sha256
