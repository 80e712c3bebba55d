"""Run benchmarks: one on any file of its corpus's shape, or all of them beside their floors.

    python -m benchmarks --list
    python -m benchmarks NAME [--data FILE_OR_DIR] [--predictions OUT] [--json]
    python -m benchmarks scale --reports N
    python -m benchmarks --all [--shared DIR] [--json]

Exit status: 0 all floors kept, 1 a figure is under its floor, 2 usage, 3 the data are not there.
"""

import argparse
import json
import sys
from pathlib import Path

from benchmarks.floor import Verdict, judge, load_floors
from benchmarks.suite import NAMES, Benchmark, Sized, default_runs, find

_SHARED = Path("../shared")


def main(arguments: list[str] | None = None) -> int:
    """Run what the command line asks for and return the exit status."""
    parser = _parser()
    asked = parser.parse_args(arguments)
    if asked.list:
        return _list()
    if asked.all:
        return _run_all(asked.shared, asked.json)
    if asked.name is None:
        parser.error("name a benchmark, or --all, or --list")
    if asked.name not in NAMES:
        parser.error(f"no benchmark {asked.name!r}")
    benchmark = find(asked.name)
    if asked.reports is not None and not isinstance(benchmark, Sized):
        parser.error(f"{asked.name} has no sizes to choose from")
    return _run_one(benchmark, asked)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("name", nargs="?", help="which benchmark")
    parser.add_argument("--data", type=Path, help="a file or folder of the corpus's shape")
    parser.add_argument("--predictions", type=Path, help="write predictions here, in the corpus's own shape")
    parser.add_argument("--reports", type=int, metavar="N", help="how large a case (only: scale)")
    parser.add_argument("--json", action="store_true", help="print figures as JSON")
    parser.add_argument("--list", action="store_true", help="list the benchmarks")
    parser.add_argument("--all", action="store_true", help="run all on their development parts")
    parser.add_argument("--shared", type=Path, default=_SHARED, help="folder with corpora/ and gold/")
    return parser


def _list() -> int:
    for name, title in NAMES.items():
        print(f"{name:12} {title}")
    return 0


def _run_one(benchmark: Benchmark, asked: argparse.Namespace) -> int:
    runs = [("", asked.data)] if asked.data else default_runs(benchmark, asked.shared)
    missing = [data for _, data in runs if not data.exists()]
    if missing:
        print(f"benchmarks: {missing[0]} is not there; give --data or --shared", file=sys.stderr)
        return 3
    figures: dict[str, float] = {}
    for prefix, data in runs:
        found = _figures(benchmark, data, asked)
        figures |= {prefix + key: value for key, value in found.items()}
    _print(figures, asked.json)
    return 0


def _figures(benchmark: Benchmark, data: Path, asked: argparse.Namespace) -> dict[str, float]:
    if isinstance(benchmark, Sized) and asked.reports is not None:
        return benchmark.run_sized(data, asked.reports)
    return benchmark.run(data, asked.predictions)


def _run_all(shared: Path, as_json: bool) -> int:
    if not (shared / "corpora").is_dir():
        print(f"benchmarks: {shared}/corpora is not there; give --shared", file=sys.stderr)
        return 3
    floors = load_floors()
    verdicts: list[Verdict] = []
    for name in NAMES:
        benchmark = find(name)
        figures: dict[str, float] = {}
        for prefix, data in default_runs(benchmark, shared):
            figures |= {prefix + key: value for key, value in benchmark.run(data, None).items()}
        found = judge(name, figures, floors.get(name, {}))
        verdicts.extend(found)
        if not as_json:
            print("\n".join(map(str, found)), flush=True)
    if as_json:
        print(json.dumps([verdict.plain() for verdict in verdicts], indent=1))
    broken = [verdict for verdict in verdicts if not verdict.kept]
    for verdict in broken:
        print(f"under its floor: {verdict}", file=sys.stderr)
    return 1 if broken else 0


def _print(figures: dict[str, float], as_json: bool) -> None:
    if as_json:
        print(json.dumps(figures, indent=1))
        return
    for key, value in figures.items():
        print(f"{key:36} {value:g}")


if __name__ == "__main__":
    sys.exit(main())
