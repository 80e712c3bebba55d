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
    try:
        with part.open("w", encoding="utf-8", newline="") as stream:
            yield stream
        part.replace(path)
    except OSError as error:
        from dateline.model import RunError

        raise RunError(f"{path}: {(error.strerror or 'can not be written').lower()}") from None
    finally:
        part.unlink(missing_ok=True)


def _stdout() -> TextIO:
    reconfigure = getattr(sys.stdout, "reconfigure", None)
    if reconfigure:
        reconfigure(encoding="utf-8", newline="")
    return sys.stdout
