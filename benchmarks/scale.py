"""Scale: what weaving costs in time and memory when a case is large, on reports made of real ones.

The reports are variants (`benchmarks.variant`) of the example reports, of the gold reports to learn from and
of 300 one-paragraph items, read once; each size is made and woven in a process of its own. Reading is not
measured here (see `speed`).
"""

import gc
import json
import resource
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from typing import TypeVar

from benchmarks.variant import variants
from dateline.case.store import Kept
from dateline.model import Report
from dateline.sources import read_paths, read_text
from dateline.weaving import weave

Result = TypeVar("Result")
DEFAULT_DATA = "../gold"
_EXAMPLES = Path(__file__).parents[1] / "examples"
_ITEMS = 300
_SIZES = (1_000, 4_000)


def run(data: Path, predictions: Path | None) -> dict[str, float]:
    """The figures of 1,000 and of 4,000 reports, and `growth`, the cost of a report in the larger case over
    that in the smaller one. `predictions` has no use here."""
    base = _apart(_read, data)
    small, large = (_apart(_measured, base, size) for size in _SIZES)
    figures = {f"{_SIZES[0]}.{name}": value for name, value in small.items()}
    figures |= {f"{_SIZES[1]}.{name}": value for name, value in large.items()}
    return figures | {"growth": large["ms_a_report"] / small["ms_a_report"]}


def run_sized(data: Path, reports: int) -> dict[str, float]:
    """The figures of one case of `reports` reports: seconds to weave, milliseconds a report, memory in GB."""
    return _apart(_measured, _apart(_read, data), reports)


def _apart(work: Callable[..., Result], *given: object) -> Result:
    """`work` done in a process of its own, so that its memory is its own."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(work, *given).result()


def _read(data: Path) -> list[Kept]:
    from dateline.reading import Reader

    reader = Reader()
    return [Kept(report, tuple(reader.read(report)), reader.version) for report in _base_reports(data)]


def _base_reports(data: Path) -> Iterator[Report]:
    paths = [*sorted(_EXAMPLES.glob("*/reports")), *sorted((data / "train").glob("*.txt"))]
    yield from (r for r in read_paths(paths) if isinstance(r, Report))
    with (data / "train_items.jsonl").open(encoding="utf-8") as lines:
        for item in map(json.loads, islice(lines, _ITEMS)):
            yield read_text(f"---\npublished: {item['published']}\n---\n{item['text']}").report


def _measured(base: list[Kept], reports: int) -> dict[str, float]:
    made = list(variants(base, reports))
    claims = [claim for kept in made for claim in kept.claims]
    gc.collect()
    before = _memory_gb()
    start = time.process_time()
    record = weave([kept.report for kept in made], claims)
    seconds = time.process_time() - start
    return {
        "claims": len(claims),
        "events": len(record.events),
        "copies": len(record.copies),
        "seconds": seconds,
        "ms_a_report": 1000 * seconds / reports,
        "reports_gb": before,
        "memory_gb": _memory_gb(),
    }


def _memory_gb() -> float:
    """The most memory that this process held so far."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1024**3 if sys.platform == "darwin" else 1024**2)
