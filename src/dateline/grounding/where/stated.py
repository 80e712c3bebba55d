"""Stated: places as a person writes them down, most specific first: "Kirkuk" or "K1, Kirkuk, Iraq"."""

import re
from functools import cache

from dateline.grounding.where.extent import extent_of, located
from dateline.grounding.where.gazetteer import default_gazetteer
from dateline.grounding.where.mention import Mention
from dateline.grounding.where.resolver import Resolution, Resolver
from dateline.model import Span, Where

_NAME = re.compile(r"[^,;\s](?:[^,;]*[^,;\s])?")


def stated_places(names: str, words: Span, rule: str) -> tuple[Where, ...]:
    """The places that `names` lists, between commas or semicolons, each said by `words` and found by `rule`.

    Each is resolved to an entry of the gazetteer with the names after it as the wider places, or left open.
    """
    mentions = [Mention(*found.span(), found.group()) for found in _NAME.finditer(names)]
    return tuple(_where(one, words, rule) for one in _resolver().resolve(names, mentions))


def _where(resolution: Resolution, words: Span, rule: str) -> Where:
    name, entry = resolution.mention.text, resolution.entry
    if entry is None:
        return Where(words, name, evidence=(rule,))
    return located(words, name, entry, extent_of(entry, resolution.mention), evidence=(rule,))


@cache
def _resolver() -> Resolver:
    return Resolver(default_gazetteer())
