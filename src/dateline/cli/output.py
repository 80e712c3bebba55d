"""Output: a file that is there wholly or not at all, or standard output for "-"."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO


@contextmanager
def writing(path: str) -> Iterator[TextIO]:
    """A text stream in UTF-8 to `path`; RunError when that can't be written."""
    if path == "-":
        yield _stdout()
        return
    part = Path(f"{path}.part-{os.getpid()}")
    with _told(path):
        if not part.parent.is_dir():
            raise NotADirectoryError(0, f"the folder {part.parent} does not exist")
        try:
            with part.open("w", encoding="utf-8", newline="") as stream:
                yield stream
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)


def folder(path: str) -> Path:
    """The folder `path`, made where it is missing; RunError when that can't be done."""
    with _told(path):
        Path(path).mkdir(parents=True, exist_ok=True)
    return Path(path)


@contextmanager
def _told(path: str) -> Iterator[None]:
    """Errors of the disk as one line about `path`."""
    try:
        yield
    except OSError as error:
        from dateline.model import RunError

        reason = error.strerror or "can't be written"
        raise RunError(f"{path}: {reason[0].lower()}{reason[1:]}") from None


def _stdout() -> TextIO:
    reconfigure = getattr(sys.stdout, "reconfigure", None)
    if reconfigure:
        reconfigure(encoding="utf-8", newline="")
    return sys.stdout
