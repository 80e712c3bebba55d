"""Standing: what a party is in the schemes of others: sector, side, country, whether it bears arms."""

import re
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from dateline.export.coded.country import Country, country, country_of_iso3
from dateline.export.coded.table import table
from dateline.grounding.who import Actor
from dateline.grounding.who.current import current
from dateline.grounding.who.registry import Registry
from dateline.grounding.who.sector import sector_of, sector_of_actor
from dateline.model import Party

ABROAD = "External/Other forces"
_OWN = "State forces"
_STATE_SECTORS = frozenset({"COP", "GOV", "MIL", "PRM", "SPY"})
_POSTS = ("leads", "member_of", "part_of")


@dataclass(frozen=True, slots=True)
class Standing:
    """`sector` is PLOVER's, `inter` ACLED's, `side` UCDP's ("state", "group"); empty where that is not known.

    `civilian` is True for those who bear no arms, False for those who do, None where the words don't say.
    """

    sector: str = ""
    inter: str = ""
    side: str = ""
    civilian: bool | None = None
    country: Country | None = None

    def is_like(self, other: "Standing") -> bool:
        """True where these unnamed people can be of `other`: soldiers of a state, fighters of a group."""
        return other.side == ("state" if self.sector in _STATE_SECTORS else "group")

    def inter_in(self, where: Country | None) -> str:
        """ACLED's word for it at an event in `where`: state forces outside their own country are external."""
        abroad = self.inter == _OWN and self.country and where and self.country != where
        return ABROAD if abroad else self.inter


def standing(party: Party) -> Standing:
    """What `party` is: by the registry where that holds it, else by its own words; nothing is guessed."""
    registry = current()
    if party.actor in registry:
        actor = registry[party.actor or ""]
        sector = sector_of_actor(actor, registry).sector
        return replace(_of_actor(registry, actor), sector=sector or "")
    return of_words(party.name) if party.kind == "unnamed" else Standing()


@lru_cache(maxsize=10_000)
def of_words(words: str) -> Standing:
    """What the words for unnamed people say; the last telling word decides ("police officers")."""
    said = sector_of(words)
    return replace(_bearing(words), sector=said.sector or "", country=country_of_iso3(said.country))


def _bearing(words: str) -> Standing:
    """ACLED's group, and whether they bear arms."""
    people = _people()
    listed = re.findall(r"[a-z]+", words.lower())
    for at in range(len(listed), 0, -1):
        for form in (" ".join(listed[max(0, at - 2) : at]), listed[at - 1]):
            found = people.get(form) or people.get(form.removesuffix("s"))
            if found:
                return found
    return Standing()


def _of_actor(registry: Registry, actor: Actor, seen: frozenset[str] = frozenset()) -> Standing:
    nation = country(actor.country[0]) if actor.country else None
    if actor.kind == "person":
        return replace(_of_post(registry, actor, seen), country=nation)
    row = _kinds().get(actor.kind)
    if row is None:
        return Standing(country=nation)
    inter, side = row
    return Standing("", inter, side, None if not side else False, nation)


def _of_post(registry: Registry, person: Actor, seen: frozenset[str]) -> Standing:
    """A person stands where the body stands that the registry first names him leader or member of."""
    for role in person.roles:
        if role.type in _POSTS and role.target in registry and role.target not in seen:
            return _of_actor(registry, registry[role.target or ""], seen | {person.id})
    return Standing()


@cache
def _kinds() -> dict[str, tuple[str, str]]:
    return {kind: (inter, side) for kind, inter, side in table("kinds")}


@cache
def _people() -> dict[str, Standing]:
    civilian = {"yes": True, "no": False, "": None}
    return {word: Standing("", inter, "", civilian[bears]) for word, inter, bears in table("people")}
