"""Vary named texts so that context and shape teach more than memory: other names, case, loose spacing."""

from __future__ import annotations

import random
import re
from dataclasses import replace

from training.named_text import Name, NamedText

SWAP_RATE = 0.35
UPPER_RATE = 0.08
LOWER_RATE = 0.03
LOOSE_RATE = 0.12

Pools = dict[str, tuple[str, ...]]
Edit = tuple[int, int, str]

# "U. S.", "Al - Shabaab" and "Iran’ s" stand in many scraped texts.
_TIGHT = re.compile(r"(?<=[^\W_])-(?=[^\W_])|(?<=[A-Z]\.)(?=[A-Z]\.)|(?<=[’'])(?=s\b)")


def vary(named: NamedText, pools: Pools, rng: random.Random) -> NamedText:
    """One variant, by the rates above."""
    return recased(loosened(swapped(named, pools, rng), rng), rng)


def swapped(named: NamedText, pools: Pools, rng: random.Random) -> NamedText:
    """Other names of the same kind in some places, one for all repeats of a name and of its last word.

    A reader that has seen few names of a region then learns from what stands around them.
    """
    chosen: dict[str, str] = {}
    edits = []
    for name in sorted(named.names, key=lambda n: n.begin):
        old = named.text[name.begin : name.end]
        if old not in chosen:
            chosen[old] = _surname_of(old, chosen) or _other(old, _kind(name), pools, rng)
        edits.append((name.begin, name.end, chosen[old]))
    return edited(named, edits)


def loosened(named: NamedText, rng: random.Random) -> NamedText:
    """Spaces around hyphens, behind apostrophes and within abbreviations, in some texts."""
    if rng.random() >= LOOSE_RATE:
        return named
    edits = [
        (match.start(), match.end(), f" {match.group()} " if match.group() else " ")
        for match in _TIGHT.finditer(named.text)
    ]
    return edited(named, edits)


def recased(named: NamedText, rng: random.Random) -> NamedText:
    """Capitals throughout in some texts, lower case in fewer; the offsets stay."""
    dice = rng.random()
    change = str.upper if dice < UPPER_RATE else str.lower if dice < UPPER_RATE + LOWER_RATE else str
    return replace(named, text="".join(c if len(change(c)) != 1 else change(c) for c in named.text))


def edited(named: NamedText, edits: list[Edit]) -> NamedText:
    """The text with stretches replaced, in order and without overlap; names and unknowns move along."""
    text, cursor = "", 0
    for begin, end, new in edits:
        text += named.text[cursor:begin] + new
        cursor = end
    moved = [
        replace(name, begin=_moved(name.begin, edits, True), end=_moved(name.end, edits, False))
        for name in named.names
    ]
    unknown = tuple((_moved(b, edits, True), _moved(e, edits, False)) for b, e in named.unknown)
    return NamedText(text + named.text[cursor:], tuple(moved), unknown)


def _moved(offset: int, edits: list[Edit], is_begin: bool) -> int:
    """Where an offset goes: by all edits before it, and by one at it if it is that edit's other side."""
    by = 0
    for begin, end, new in edits:
        is_before = end <= offset if is_begin and begin < end else end <= offset and begin < offset
        if is_before or (begin == end == offset and is_begin):
            by += len(new) - (end - begin)
    return offset + by


def _kind(name: Name) -> str:
    """The pool that a name is swapped from; bodies of no known kind have one of their own."""
    return name.kind or ("ORG" if name.label == "ORG" else "")


def _surname_of(word: str, chosen: dict[str, str]) -> str | None:
    for full, new in chosen.items():
        if full.endswith(f" {word}"):
            return new.split()[-1]
    return None


def _other(old: str, kind: str, pools: Pools, rng: random.Random) -> str:
    pool = pools.get(kind)
    if not pool or rng.random() > SWAP_RATE:
        return old
    new = rng.choice(pool)
    if kind != "PER":
        return new
    if " " not in old:
        return new.split()[-1]
    mixed = f"{rng.choice(pool).split()[0]} {new.split()[-1]}"
    return mixed if rng.random() < 0.4 else new
