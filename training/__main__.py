"""Train and assemble the English pipeline that dateline ships.

    python -m training syntax     tags, morphology, dependencies from EWT and open GUM (needs torch)
    python -m training names      names from the licence-clean corpora
    python -m training lists      countries and peoples, for the vote on names
    python -m training assemble   put all together into src/dateline/language/en_dateline

Set OMP_NUM_THREADS=1; a model takes about half an hour on one core.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

CORPORA = Path("../shared/corpora")
BUILD = Path("build/models")
SHIPPED = Path(__file__).parents[1] / "src/dateline/language/en_dateline"
KNOWN_NAMES = SHIPPED.with_name("known_names.tsv")
STEPS = ("syntax", "names", "lists", "assemble")
VERSION = "0.1.0"


def main(arguments: list[str] | None = None) -> int:
    """Run one step; 3 where the corpora aren't there."""
    asked = _parser().parse_args(arguments)
    from training.provenance import NAMES_FILES, SYNTAX_FILES, missing_files

    needed = SYNTAX_FILES if asked.step in {"syntax", "assemble"} else NAMES_FILES
    missing = missing_files(asked.corpora, needed)
    if missing:
        print(f"training: {missing[0]} is not there; give --corpora", file=sys.stderr)
        return 3
    if asked.step == "lists":
        from training.name_lists import write_known_names

        write_known_names(asked.corpora, KNOWN_NAMES)
    elif asked.step == "assemble":
        from training.assemble import assemble

        names = asked.build / "names/model-last"
        assemble(asked.build / "syntax", names, asked.corpora, asked.output, VERSION)
    elif asked.step == "syntax":
        from training import heads

        heads.fit(asked.corpora, asked.build / "syntax", steps=asked.steps)
    else:
        from training.fit import fit

        fit(asked.corpora, asked.build, asked.steps)
    return 0


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
