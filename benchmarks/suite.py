"""The suite: every benchmark by name, found as the module of that name in this folder."""

import importlib
from pathlib import Path
from typing import Protocol, cast, runtime_checkable

NAMES = {
    "record": "whole records against gold in the guide's shape",
    "speed": "the parts of a run as ratios of each other, on the gold texts",
    "syntax": "tags and dependencies, Universal Dependencies",
    "ner": "names, span F1 on several sets",
    "muc4": "role fillers of MUC-4 messages",
    "plv": "PLOVER root types, given source and target",
    "plover": "types of the records in PLOVER's manual",
    "polnear": "sources, cues and contents of attributions",
    "isaf": "press releases: date, place, killed, captured",
    "time": "time expressions and their values, TempEval-3 scoring",
    "place": "place names and where they are",
    "actors": "mentions to actors, in a report and in the registry",
    "registry": "dictionaries brought in, a large registry loaded and looked up, phrases to sectors",
    "relations": "ties between named actors, re3d",
    "cases": "one record over many reports, on the examples",
    "bundles": "one record over reports of one happening",
    "scale": "what weaving costs when a case is large",
    "ecbplus": "one event across reports, ECB+",
    "neardup": "copies, updates and different reports",
    "altered": "the fact changed between two versions of a report",
    "relevance": "is this about conflict at all",
    "workbench": "pages of a case of 100,000 made-up events",
}


class Benchmark(Protocol):
    """What a benchmark's module offers. `DEFAULT_DATA` is relative to the corpora folder."""

    DEFAULT_DATA: str | tuple[str, ...]

    def run(self, data: Path, predictions: Path | None) -> dict[str, float]:
        """Figures by name over `data`; writes predictions in the corpus's own shape where asked."""
        ...


@runtime_checkable
class Sized(Protocol):
    """A benchmark whose case can be made of any size."""

    def run_sized(self, data: Path, reports: int) -> dict[str, float]:
        """Figures by name of a case of `reports` reports."""
        ...


def find(name: str) -> Benchmark:
    """The benchmark called `name`, one of NAMES."""
    return cast(Benchmark, importlib.import_module(f"benchmarks.{name}"))


def default_runs(benchmark: Benchmark, shared: Path) -> list[tuple[str, Path]]:
    """Its development parts as (prefix of figure names, path); one part needs no prefix."""
    parts = benchmark.DEFAULT_DATA
    if isinstance(parts, str):
        return [("", shared / "corpora" / parts)]
    return [(f"{Path(part).stem}.", shared / "corpora" / part) for part in parts]
