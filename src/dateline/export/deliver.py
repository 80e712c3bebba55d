"""Delivery: an export into a file that is there wholly or not at all, or piece by piece to whoever asks."""

import os
from collections.abc import Iterator
from itertools import chain, islice
from pathlib import Path
from typing import BinaryIO

from dateline.case import Case
from dateline.case.shelf import Shelf
from dateline.export.chosen import choose
from dateline.export.format import Format
from dateline.export.formats import FORMATS
from dateline.export.options import Options
from dateline.model import RunError


def export(
    case: Case | Shelf, name: str, out: str | Path | BinaryIO, options: Options | None = None
) -> Format:
    """Write `case` in the format of that name to the path or binary stream `out`; gives the format.

    At a path the file is there wholly or not at all. The same record and options give the same bytes. Raises
    KeyError for an unknown format, ValueError for a view that it does not have, RunError where the file can't
    be written or an optional dependency is missing.
    """
    pieces = stream(case, name, options)
    if isinstance(out, str | Path):
        _to_path(pieces, Path(out))
    else:
        out.writelines(pieces)
    return FORMATS[name]


def stream(case: Case | Shelf, name: str, options: Options | None = None) -> Iterator[bytes]:
    """The bytes of an export, piece by piece; errors as of `export`, before the first piece."""
    form, options = FORMATS[name], options or Options()
    if options.view is not None and options.view not in form.views:
        listed = ", ".join(form.views) or "none: it is one whole"
        raise ValueError(f"{name} has no list of {options.view} (it has {listed})")
    shelf = case.shelf if isinstance(case, Case) else case
    pieces = form.content(choose(shelf, options))
    encoded = (piece.encode("utf-8", "replace") if isinstance(piece, str) else piece for piece in pieces)
    first = list(islice(encoded, 1))  # what a format can't do, it says before anything is written
    return chain(first, encoded)


def _to_path(pieces: Iterator[bytes], path: Path) -> None:
    part = path.with_name(f"{path.name}.part-{os.getpid()}")
    try:
        if not path.parent.is_dir():
            raise NotADirectoryError(0, f"the folder {path.parent} does not exist")
        with part.open("wb") as file:
            file.writelines(pieces)
        part.replace(path)
    except OSError as error:
        reason = error.strerror or "can't be written"
        raise RunError(f"{path}: {reason[0].lower()}{reason[1:]}") from None
    finally:
        part.unlink(missing_ok=True)
