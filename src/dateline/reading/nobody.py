"""Nobody: noun phrases that name no one ("no group", "nobody", "neither side")."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dateline.language.tree import Token

_NOBODY = frozenset({"nobody", "none", "nothing", "neither", "no-one"})
_NO = frozenset({"no", "neither", "nor"})


def names_nobody(noun: Token) -> bool:
    """True where the phrase that `noun` heads stands for nobody, so that it neither acts nor speaks."""
    return noun.lower_ in _NOBODY or any(part.lower_ in _NO and part.i < noun.i for part in noun.children)
