"""Registry: a large dictionary brought in, a large registry loaded, and the names of reports looked up in it.

The dictionary (27,000 entries in PETRARCH's form) and the registry (50,000 actors) are made here, of invented
names; the names that are looked up are those of the reports in `data`. Beside them: phrases to state and
sector, over the half of `tests/grounding/who/phrases.csv` on which no rule was made.
"""

import csv
import json
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

from dateline.grounding.who import Registry
from dateline.grounding.who.foreign import read_foreign
from dateline.grounding.who.names import find_names
from dateline.grounding.who.rows import BadRow, line_of
from dateline.grounding.who.sector import Sector, sector_of
from dateline.grounding.who.settling import settled
from dateline.language import load
from dateline.language.tree import Doc
from dateline.model import Report
from dateline.sources import read_paths

DEFAULT_DATA = "../gold/dev"

_ENTRIES, _ACTORS = 27_000, 50_000
_SYLLABLES = "ka ra mo ta lu shi ben dor han vel qu zar mi no pe gri sto yan bul fe cho ad el is".split()
_CODES = ("IRQREB", "SYRGOV", "USAMIL", "KENCOP", "COLELI", "INTMED")
_PHRASES = Path(__file__).parents[1] / "tests" / "grounding" / "who" / "phrases.csv"


def run(data: Path, predictions: Path | None) -> dict[str, float]:
    """Seconds of this process, and ratios for the floors; `predictions` has no use here.

    `load_to_decoding` is loading 50,000 actors with their names over decoding the same lines as JSON,
    `lookup_to_parsing` looking up all names of the reports over parsing them.
    """
    with tempfile.TemporaryDirectory() as folder:
        dictionary, own = Path(folder, "made.actors.txt"), Path(folder, "made.jsonl")
        dictionary.write_text("".join(_dictionary()), "utf-8")
        own.write_text("".join(_actors()), "utf-8")
        return _import_figures(dictionary) | _load_figures(own, data) | {"phrases_held": _phrases_right()}


def _import_figures(path: Path) -> dict[str, float]:
    rejected: list[BadRow] = []
    lines = path.read_text("utf-8").count("\n")
    shipped = Registry.load()

    def bring_in() -> None:
        rows = settled(read_foreign(path, "petrarch", rejected), shipped)
        assert sum(1 for one in rows if line_of(one.row)) > 0.9 * _ENTRIES

    return {"import_s": _seconds(bring_in), "import_refused": 100 * len(rejected) / lines}


def _load_figures(path: Path, data: Path) -> dict[str, float]:
    decoding = _seconds(lambda: [json.loads(line) for line in path.read_bytes().splitlines()])
    loaded: list[Registry] = []
    loading = _seconds(lambda: loaded.append(_with_names(path)))
    registry = loaded[0]
    registry.link("Makes Ready Whatever Is Made Once")
    texts = [report.text for report in read_paths(sorted(data.glob("*.txt"))) if isinstance(report, Report)]
    load()
    docs: list[Doc] = []
    parsing = _seconds(lambda: docs.extend(load().parse(text) for text in texts))
    names = [[mention.text for mention in find_names(doc, registry)] for doc in docs]
    looking = _seconds(lambda: [registry.link(name) for found in names for name in found])
    return {
        "load_s": loading,
        "load_to_decoding": loading / decoding,
        "lookup_ms_a_report": 1000 * looking / max(1, len(texts)),
        "lookup_to_parsing": looking / parsing,
    }


def _with_names(path: Path) -> Registry:
    registry = Registry.load(path)
    registry.named("anybody")  # the index of names is made when the first one is looked up
    return registry


def _phrases_right() -> float:
    lines = (line for line in _PHRASES.read_text("utf-8").splitlines() if not line.startswith("#"))
    rows = [row for row in csv.DictReader(lines) if row["part"] == "held"]
    right = (sector_of(r["phrase"]) == Sector(r["country"] or None, r["sector"] or None) for r in rows)
    return 100 * sum(right) / len(rows)


def _dictionary() -> Iterator[str]:
    """Entries with synonyms and dated codes, as many lines as the real dictionaries have."""
    random = Random(27)
    for _ in range(_ENTRIES):
        code = random.choice(_CODES)
        yield f"{_name(random).upper().replace(' ', '_')}_\n"
        if random.random() < 0.3:
            yield f"+{_name(random).upper().replace(' ', '_')}_\n"
        yield f"\t[{code} {random.randrange(60, 99)}0620-{random.randrange(10, 15)}0318]\n\t[{code}]\n"


def _actors() -> Iterator[str]:
    random = Random(50)
    for number in range(_ACTORS):
        person = number % 2 == 0
        row = {
            "id": f"made-{number}",
            "schema": "Person" if person else "Organization",
            "kind": "person" if person else "armed group",
            "name": _name(random),
            "names": [_name(random), _name(random)],
            "country": ["iq"],
            "roles": [{"type": "part_of", "target": "iq", "start": "2010-01"}],
            "source": ["https://example.org/"],
        }
        yield json.dumps(row) + "\n"


def _name(random: Random) -> str:
    words = ("".join(random.choices(_SYLLABLES, k=random.randint(2, 4))) for _ in range(random.randint(2, 3)))
    return " ".join(words).title()


def _seconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start
