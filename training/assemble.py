"""Put the trained parts together into the one pipeline that the package ships."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path
from typing import Any, cast

import spacy
from spacy.language import Language
from spacy.pipeline import Lemmatizer
from thinc.api import use_ops

from dateline.language import layout, vote  # noqa: F401  (they register themselves)
from dateline.language.heads import Heads
from training.lemmas import add_exceptions, mend_verbs
from training.provenance import MADE_FROM
from training.tokens import cut_as_treebanks

ATTRIBUTION = Path(__file__).with_name("ATTRIBUTION.md")
NAME = "dateline"
DESCRIPTION = "English news reports of conflict: tags, morphology, lemmas, UD syntax, names"


def assemble(network: Path, corpora: Path, output: Path, version: str) -> None:
    """Write the pipeline to `output`, replacing what is there in one move.

    Order: layout, parser, lemmatizer, vote.
    """
    with use_ops("numpy", use_blis=False):
        nlp = spacy.blank("en")
        cut_as_treebanks(nlp)
        nlp.add_pipe("dateline_layout")
        cast(Heads, nlp.add_pipe("dateline_heads", name="parser")).from_disk(network)
        lemmatizer = cast(Lemmatizer, nlp.add_pipe("lemmatizer", config={"mode": "rule"}))
        lemmatizer.initialize()
        mend_verbs(lemmatizer.lookups)
        add_exceptions(lemmatizer.lookups, corpora / "ud/en_ewt-train.conllu")
        nlp.add_pipe("dateline_vote")
    nlp.meta = {**nlp.meta, **_meta(network, version)}
    _forget_training(nlp)
    _swap_in(nlp, output)


def _meta(network: Path, version: str) -> dict[str, Any]:
    return {
        "name": NAME,
        "version": version,
        "description": DESCRIPTION,
        "license": "CC BY-SA 4.0",
        "author": "The dateline maintainers",
        "training": json.loads((network / MADE_FROM).read_text("utf-8")),
        "performance": {},
    }


def _forget_training(nlp: Language) -> None:
    """Training corpora and paths are no part of a pipeline that others load; `meta` tells what was used."""
    for section in ("corpora", "paths"):
        nlp.config.pop(section, None)
    nlp.config["training"] = {}
    nlp.config["initialize"] = {}


def _swap_in(nlp: Language, output: Path) -> None:
    """Readers of `output` see the old pipeline or the new one, hardly anything between."""
    fresh, stale = output.with_name(output.name + ".new"), output.with_name(output.name + ".old")
    for leftover in (fresh, stale):
        shutil.rmtree(leftover, ignore_errors=True)
    output.parent.mkdir(parents=True, exist_ok=True)
    nlp.to_disk(fresh, exclude=["vectors"])
    shutil.copy(ATTRIBUTION, fresh)
    if output.exists():
        os.rename(output, stale)
    os.rename(fresh, output)
    shutil.rmtree(stale, ignore_errors=True)
