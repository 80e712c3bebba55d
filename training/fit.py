"""Fit the recogniser of names from its config files with spaCy's own training loop."""

from __future__ import annotations

from pathlib import Path

from spacy.training.initialize import init_nlp
from spacy.training.loop import train
from spacy.util import load_config
from thinc.api import use_ops

from dateline.language import recogniser  # noqa: F401  (registers itself)
from training import names  # noqa: F401  (registers the corpus readers)
from training.marked import FOLDER
from training.provenance import NAMES_FILES, record

STAGES = ("names_first", "names_second", "names")
"""The configs; a stage starts from what the one before it left."""

CONFIGS = Path(__file__).parent


def fit(corpora: Path, build: Path, steps: int | None = None) -> None:
    """Train into `build`/names/model-last.

    The learning rate of the last stage falls to nothing, so its last state is the model; `steps` overrides
    the number of each stage's config.
    """
    start, configs = build, []
    for stage in STAGES:
        config = load_config(CONFIGS / f"{stage}.cfg", overrides=_overrides(steps), interpolate=False)
        config["paths"] = {"corpora": str(corpora), "start": str(start)}
        output = build / stage
        output.mkdir(parents=True, exist_ok=True)
        with use_ops("numpy", use_blis=False):
            nlp = init_nlp(config)
            configs.append(nlp.config.interpolate())
            nlp.meta["training"] = record(corpora, NAMES_FILES, configs, FOLDER)
            train(nlp, output)
        start = output / "model-last"


def _overrides(steps: int | None) -> dict[str, object]:
    if steps is None:
        return {}
    return {"training.max_steps": steps, "training.eval_frequency": steps}
