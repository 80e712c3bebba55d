"""Who: the words of a report that name, describe or point to somebody, and whom they stand for."""

from dateline.grounding.who.actor import Actor, Name, Role
from dateline.grounding.who.cast import Cast, find_actors
from dateline.grounding.who.current import current
from dateline.grounding.who.registry import Link, Registry
from dateline.grounding.who.rows import ActorRow, BadRow

__all__ = [
    "Actor",
    "ActorRow",
    "BadRow",
    "Cast",
    "Link",
    "Name",
    "Registry",
    "Role",
    "current",
    "find_actors",
]
