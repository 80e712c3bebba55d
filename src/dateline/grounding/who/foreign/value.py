"""Values as other projects write them, brought to what a row of the registry holds."""

import re
from collections.abc import Callable, Iterable

from dateline.grounding.who.rows import NameRow
from dateline.grounding.who.spelling import fold

Reject = Callable[[int, str], None]
"""Called with the number of a line, from 1, and why it was not taken."""
Lines = Iterable[tuple[int, str]]
"""Lines with their numbers, from 1."""

_DATE = re.compile(r"(\d{4}(?:-\d{2}(?:-\d{2})?)?)(?:[T ].*)?")
_QID = re.compile(r"Q[1-9]\d*")


def id_of(scheme: str, *parts: str) -> str:
    """An id of the registry for somebody whom `scheme` calls by `parts`."""
    return "-".join("-".join(fold(part).split()) for part in (scheme, *parts) if fold(part))


def date_of(text: str | None) -> str | None:
    """The ISO date at the start of `text`, to the day, month or year; None where there is none."""
    found = _DATE.fullmatch((text or "").strip())
    return found[1] if found else None


def wikidata_id(text: str | None) -> str | None:
    """`text` where it is an item of Wikidata, else None."""
    return text if text and _QID.fullmatch(text) else None


def further_names(name: str, texts: Iterable[str], kind: str) -> list[NameRow | str]:
    """`texts` as further names of that kind, each once, without `name` and without empty ones.

    A name of one word that isn't its actor's own needs the report to say who is meant.
    """
    seen, found = {name}, list[NameRow | str]()
    for text in (" ".join(text.split()) for text in texts):
        if text and text not in seen:
            seen.add(text)
            alone = " " not in fold(text)
            found.append(NameRow(text, kind, needs_context=alone) if alone or kind != "spelling" else text)
    return found
