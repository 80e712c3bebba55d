"""Name table: the names of a registry as keys, made once from its rows and without making its actors."""

from collections.abc import Mapping, Sequence
from functools import cached_property

from dateline.grounding.who.actor import kind_of
from dateline.grounding.who.rows import ActorRow
from dateline.grounding.who.spelling import fold, skeletons

_TRANSLITERATED = frozenset({"person", "armed group"})


class NameTable:
    """`rows` are those of each actor, by its id."""

    def __init__(self, rows: Mapping[str, Sequence[ActorRow]]) -> None:
        self._rows = rows

    @cached_property
    def _names(self) -> list[tuple[str, str, str]]:
        """Id, folded text and kind of every name, actor by actor."""
        return [
            (key, fold(name), "spelling") if isinstance(name, str) else (key, fold(name.text), name.kind)
            for key, rows in self._rows.items()
            for row in rows
            for name in ((row.name, *row.names) if row.name else row.names)
        ]

    @cached_property
    def by_name(self) -> Mapping[str, tuple[str, ...]]:
        """Folded name to the ids of those who have it."""
        index: dict[str, tuple[str, ...]] = {}
        for key, folded, _ in self._names:
            found = index.get(folded, ())
            if key not in found:
                index[folded] = (*found, key)
        return index

    @cached_property
    def by_skeleton(self) -> Mapping[str, tuple[tuple[str, str], ...]]:
        """Skeleton to ids and folded names: of persons and armed groups, which are spelled in many ways."""
        written = {key for key, rows in self._rows.items() if kind_of(rows) in _TRANSLITERATED}
        pairs = [
            (key, name)
            for key, name, kind in self._names
            if key in written and " " in name and kind not in ("acronym", "weak")
        ]
        index: dict[str, tuple[tuple[str, str], ...]] = {}
        for pair, bones in zip(pairs, skeletons(name for _, name in pairs), strict=True):
            index[bones] = (*index.get(bones, ()), pair)
        return index

    @cached_property
    def by_item(self) -> Mapping[str, str]:
        """Item of Wikidata to the id of the actor that is it."""
        return {row.wikidataId: key for key, rows in self._rows.items() for row in rows if row.wikidataId}

    @cached_property
    def by_post(self) -> Mapping[tuple[str, str], tuple[str, ...]]:
        """Post and the id of whom it is with to the ids of all who ever held it."""
        index: dict[tuple[str, str], dict[str, None]] = {}
        for key, rows in self._rows.items():
            for role in (role for row in rows for role in row.roles):
                if role.post and role.target:
                    index.setdefault((role.post, role.target), {})[key] = None
        return {post: tuple(keys) for post, keys in index.items()}

    @cached_property
    def by_led(self) -> Mapping[str, tuple[str, ...]]:
        """The id of an actor to the ids of all who ever led it."""
        index: dict[str, dict[str, None]] = {}
        for key, rows in self._rows.items():
            for role in (role for row in rows for role in row.roles):
                if role.type == "leads" and role.target:
                    index.setdefault(role.target, {})[key] = None
        return {target: tuple(keys) for target, keys in index.items()}
