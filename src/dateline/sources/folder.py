"""Folders: which files stand behind the paths that a person names."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from dateline.model import ReportError
from dateline.sources.encoding import canonical

# A case may lie among the reports it was built from, under any name; it is no report itself.
_CASE = ".case"
_BYTES = ".bytes"
_CASE_FILES = ("", "-wal", "-shm", "-journal", _BYTES)


def files_of(paths: Iterable[Path | str]) -> Iterator[Path | ReportError]:
    """The files behind `paths` in the order given, folders walked in order of name; "-" is passed on.

    Hidden files, cases and whatever is no regular file are left out of folders; a folder without any file and
    a path that leads nowhere come as a ReportError.
    """
    for path in map(Path, paths):
        if str(path) != "-" and path.is_dir():
            yield from _walk(path)
        else:
            yield path


def bytes_of(paths: Iterable[Path | str]) -> int | None:
    """Size of all files behind `paths` together; None when standard input is among them."""
    total = 0
    for path in files_of(paths):
        if str(path) == "-":
            return None
        if isinstance(path, Path):
            try:
                total += path.stat().st_size
            except OSError:
                continue
    return total


def shown(path: Path) -> str:
    """`path` as text that can be printed and stored, whatever bytes the file's name is made of."""
    return canonical(os.fspath(path))


def _walk(folder: Path) -> Iterator[Path | ReportError]:
    problems: list[ReportError] = []
    empty = True
    for at, folders, names in os.walk(folder, onerror=lambda error: problems.append(_unreadable(error))):
        kept_out = _of_cases(folders, names)
        folders[:] = sorted(name for name in folders if _counts(name) and name not in kept_out)
        for path in (Path(at, name) for name in sorted(names) if _counts(name) and name not in kept_out):
            if path.is_file() or path.is_symlink():
                empty = False
                yield path
    yield from problems
    if empty and not problems:
        yield ReportError(shown(folder), "holds no reports")


def _of_cases(folders: Iterable[str], names: Iterable[str]) -> set[str]:
    """What belongs to cases that are not called so: a file beside the folder of its kept bytes."""
    cases = {name for name in names if f"{name}{_BYTES}" in folders}
    return {f"{case}{ending}" for case in cases for ending in _CASE_FILES}


def _counts(name: str) -> bool:
    return not name.startswith(".") and not name.endswith(tuple(f"{_CASE}{ending}" for ending in _CASE_FILES))


def _unreadable(error: OSError) -> ReportError:
    return ReportError(shown(Path(os.fsdecode(error.filename))), (error.strerror or "can't be read").lower())
