"""Fit one model from its config file with spaCy's own training loop."""

from __future__ import annotations

from pathlib import Path

from spacy.training.initialize import init_nlp
from spacy.training.loop import train
from spacy.util import load_config
from thinc.api import use_ops

from training import names, treebank  # noqa: F401  (registers the corpus readers)
from training.provenance import NAMES_FILES, SYNTAX_FILES, record

FILES = {"syntax": SYNTAX_FILES, "names": NAMES_FILES}
CONFIGS = Path(__file__).parent


def fit(model: str, corpora: Path, output: Path, steps: int | None = None) -> None:
    """Train `syntax` or `names` into `output`/model-last.

    The learning rate falls towards nothing, so the last state is the model; `steps`
    overrides the number in the config.
    """
    overrides: dict[str, object] = {"paths.corpora": str(corpora)}
    if steps is not None:
        overrides |= {"training.max_steps": steps, "training.eval_frequency": max(1, steps // 6)}
    config = load_config(CONFIGS / f"{model}.cfg", overrides=overrides, interpolate=False)
    output.mkdir(parents=True, exist_ok=True)
    with use_ops("numpy", use_blis=False):
        nlp = init_nlp(config)
        nlp.meta["training"] = record(corpora, FILES[model], nlp.config.interpolate())
        train(nlp, output)
