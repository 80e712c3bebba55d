"""Train and assemble the English pipeline that dateline ships.

    python -m training lists      countries and peoples, for the vote on names
    python -m training network    syntax from EWT and open GUM, names from the open corpora (needs torch)
    python -m training assemble   put all together into src/dateline/language/en_dateline

Set OMP_NUM_THREADS=1; the network takes about an hour and a half on one core.
"""

from __future__ import annotations

import argparse
import sys
from importlib.util import find_spec
from pathlib import Path

CORPORA = Path("../shared/corpora")
BUILD = Path("build/models")
SHIPPED = Path(__file__).parents[1] / "src/dateline/language/en_dateline"
KNOWN_NAMES = SHIPPED.with_name("known_names.tsv")
STEPS = ("lists", "network", "assemble")
VERSION = "0.1.0"
_MAKES_NETWORK = ("torch", "onnx")


def main(arguments: list[str] | None = None) -> int:
    """Run one step; 3 where the corpora, or the packages that make the network, aren't there."""
    asked = _parser().parse_args(arguments)
    lacking = _lacking(asked.step, asked.corpora)
    if lacking:
        print(f"training: {lacking}", file=sys.stderr)
        return 3
    _run(asked)
    return 0


def _lacking(step: str, corpora: Path) -> str:
    """What keeps a step from running and how to get it, "" where nothing does."""
    from training.provenance import NAMES_FILES, SYNTAX_FILES, missing_files

    for package in _MAKES_NETWORK if step == "network" else ():
        if find_spec(package) is None:
            return f"{package} is not installed; `make models` installs it from requirements/models.lock"
    missing = missing_files(corpora, NAMES_FILES if step == "lists" else SYNTAX_FILES | NAMES_FILES)
    return f"{missing[0]} is not there; give --corpora" if missing else ""


def _run(asked: argparse.Namespace) -> None:
    if asked.step == "lists":
        from training.name_lists import write_known_names

        write_known_names(asked.corpora, KNOWN_NAMES)
    elif asked.step == "assemble":
        from training.assemble import assemble

        assemble(asked.build / "network", asked.corpora, asked.output, VERSION)
    else:
        _fit(asked.corpora, asked.build / "network", asked.steps)


def _fit(corpora: Path, folder: Path, steps: int | None) -> None:
    from training import heads, names
    from training.name_lists import load_name_lists, made_up

    lists = load_name_lists(corpora)
    heads.fit(corpora, folder, names.training_texts(corpora, lists), made_up(lists.pools), steps=steps)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m training", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("step", choices=STEPS, metavar="|".join(STEPS))
    parser.add_argument("--corpora", type=Path, default=CORPORA, help="folder of the corpora")
    parser.add_argument("--build", type=Path, default=BUILD, help="where trained parts lie")
    parser.add_argument("--output", type=Path, default=SHIPPED, help="where `assemble` puts the pipeline")
    parser.add_argument("--steps", type=int, help="training steps, in place of the recipe's number")
    return parser


if __name__ == "__main__":
    sys.exit(main())
