"""Train what decides which mentions in texts of one story tell of one happening, by their words alone.

    python -m training.chain CORPORA_DIR

Learns from `ecbplus/train.jsonl` of CORPORA_DIR (CC BY 3.0).
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression

from dateline.weaving.chain import ALWAYS, pairs
from training.ecbplus import read_corpus

TABLE = Path(__file__).parent.parent / "src" / "dateline" / "weaving" / "chain.tsv"
HEADER = """\
# What each sign weighs that two mentions in texts of one story tell of one happening (weaving/chain.py), made
# by `python -m training.chain` from ECB+ (Cybulska and Vossen, CC BY 3.0). `always` is the weight of every
# pair. The signs are told in docs/models/identity.md.
sign\tweight
"""


def fit(corpora: Path) -> dict[str, float]:
    """The weight of each sign, and of every pair."""
    corpus = read_corpus(corpora / "ecbplus" / "train.jsonl")
    found = list(pairs(corpus.texts, corpus.mentions))
    names = sorted(found[0][2])
    seen = np.array([[signs[name] for name in names] for _, _, signs in found])
    model = LogisticRegression(max_iter=1000)
    happening = corpus.happenings
    model.fit(seen, [happening[one] == happening[other] for one, other, _ in found])
    return dict(zip(names, map(float, model.coef_[0]), strict=True)) | {ALWAYS: float(model.intercept_[0])}


def main(arguments: list[str] | None = None) -> None:
    """Write the table that `weaving.chain` reads."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpora", type=Path)
    rows = sorted(fit(parser.parse_args(arguments).corpora).items(), key=lambda row: (-row[1], row[0]))
    TABLE.write_text(HEADER + "".join(f"{sign}\t{weight:.3f}\n" for sign, weight in rows), "utf-8")


if __name__ == "__main__":
    main()
