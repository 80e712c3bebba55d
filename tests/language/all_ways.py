"""All ways to read a few words as names, one by one."""

from itertools import product

from dateline.language.lattice import tag_names

NAMES = tag_names(("GPE", "ORG"))


def ways(words: int) -> list[tuple[int, ...]]:
    """The tags, as columns of NAMES, of every way through as many words."""
    return [tags for tags in product(range(len(NAMES)), repeat=words) if _is_way(tags)]


def _is_way(tags: tuple[int, ...]) -> bool:
    """True where names that begin go on in their label until they end."""
    within = ""
    for tag in tags:
        part, _, label = NAMES[tag].partition("-")
        if (part in "IL") != bool(within) or (within and label != within):
            return False
        within = label if part in "BI" else ""
    return not within
