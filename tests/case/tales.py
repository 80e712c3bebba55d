"""Small reports that the fake reader can read, and some that nobody can."""

import random
from pathlib import Path

_GROUPS = ("Red Army", "Blue Brigade", "Hill Guards", "River Front")
_TOWNS = ("Alton", "Burgh", "Corfe", "Dunmore")
_OUTLETS = ("The Wire", "State Radio", "Local Voice")


def tale(number: int) -> str:
    """A report with an attack, a tie and a figure; neighbours tell of one attack with other tolls."""
    chance = random.Random(number // 2)
    actor, target = chance.sample(_GROUPS, 2)
    town, day = chance.choice(_TOWNS), chance.randint(1, 28)
    return (
        f"---\ntitle: Report {number}\noutlet: {_OUTLETS[number % 3]}\npublished: 2020-03-{day:02d}\n---\n"
        f"{actor} attacked {target} in {town} on 2020-02-{day:02d}, killing {3 + number % 4}, Jane Roe said. "
        f"Iran backs {actor}. The army counted {number + 10} attacks since then.\n"
    )


def write_tales(folder: Path, count: int) -> list[Path]:
    """`count` reports, one of them under two names, and three inputs that can't be read."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for number in range(count):
        paths.append(folder / f"r{number:03d}.txt")
        paths[-1].write_text(tale(number))
    paths += [folder / "a-copy.txt", folder / "empty.txt", folder / "image.txt", folder / "odd.txt"]
    paths[-4].write_text(tale(1))
    paths[-3].write_bytes(b"")
    paths[-2].write_bytes(b"\x89PNG\r\n\x1a\n")
    paths[-1].write_text("These words break the reader.")
    return paths
