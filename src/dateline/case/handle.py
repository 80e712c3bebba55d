"""Handles: the beginning of an id that is enough to name one thing, so that people need not copy it all."""

from collections.abc import Iterable

_FEWEST_DIGITS = 4


def handles(ids: Iterable[str]) -> dict[str, str]:
    """A handle for each of `ids` ("v-6fa1"): all of one length, the shortest at which no two are the same."""
    ids = tuple(dict.fromkeys(ids))
    length = max((id_.index("-") for id_ in ids), default=0) + 1 + _FEWEST_DIGITS
    while len({id_[:length] for id_ in ids}) < len(ids):
        length += 1
    return {id_: id_[:length] for id_ in ids}


def named(words: str, ids: Iterable[str]) -> list[str]:
    """Those of `ids` that begin with `words`, with or without the letter before the dash."""
    wanted = words.strip().lower()
    return [
        id_ for id_ in ids if wanted and (id_.startswith(wanted) or id_.split("-", 1)[1].startswith(wanted))
    ]
