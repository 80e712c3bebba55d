"""Block: which claims of different reports are compared at all, so that cost grows with the reports alone."""

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator

from dateline.weaving.facet import Facet, fold
from dateline.weaving.likeness import DAY_SLACK, RECENT, is_short, spot_key

# A block this large says nothing about identity (every "attack" of a month): only neighbours are compared.
_BLOCK = 60


def compared(ordered: Iterable[Facet]) -> Iterator[tuple[Facet, Facet]]:
    """Every two facets of different reports that share a block and are near each other in it, each pair once.

    `ordered` are in canonical order, and so are the two of a pair.
    """
    families: dict[str, list[Facet]] = defaultdict(list)
    for facet in ordered:
        families[facet.family].append(facet)
    for facets in families.values():
        yield from _met(facets)


def _met(facets: list[Facet]) -> Iterator[tuple[Facet, Facet]]:
    """The pairs of one family; a family's blocks are let go before those of the next are made.

    Keys are kept as their hashes and most blocks as their one member: a large case has millions of them.
    """
    alone: dict[int, int] = {}
    blocks: dict[int, deque[int]] = {}
    for at, facet in enumerate(facets):
        met: set[int] = set()
        for key in {hash(key) for key in _keys(facet)}:
            if block := blocks.get(key):
                met.update(block)
                block.append(at)
            elif (first := alone.pop(key, None)) is not None:
                met.add(first)
                blocks[key] = deque((first, at), _BLOCK - 1)
            else:
                alone[key] = at
        others = (facets[before] for before in sorted(met))
        yield from ((other, facet) for other in others if other.claim.report != facet.claim.report)


def _keys(facet: Facet) -> Iterator[tuple[object, ...]]:
    if facet.family == "ASSAULT":
        yield from (("person", person) for person in facet.persons)
    yield from _recent_keys(facet)
    if not is_short(facet.days):
        yield ("time", facet.days, facet.actors)
        return
    first, last = facet.days
    assert first is not None
    assert last is not None
    spot = {spot_key(facet.spot), *map(fold, facet.spot.containing)} if facet.spot else set()
    marks = facet.actors | facet.targets | facet.countries | facet.modes | spot
    yield from ((day, mark) for day in range(first, last + DAY_SLACK + 1) for mark in marks)


def _recent_keys(facet: Facet) -> Iterator[tuple[object, ...]]:
    """By place and week: what is dated, and what is told without a date that week or the next."""
    if facet.spot is None:
        return
    day = facet.days[1] if is_short(facet.days) else None
    weeks: tuple[int, ...] = ()
    if day is not None:
        weeks = (day // RECENT,)
    elif facet.days == (None, None) and facet.published is not None:
        weeks = (facet.published // RECENT, facet.published // RECENT - 1)
    spots = {spot_key(facet.spot), fold(facet.spot.name)}
    yield from (("week", week, spot) for spot in spots for week in weeks)
