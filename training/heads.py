"""Train the network of syntax and names and write it for `dateline.language.network`."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from itertools import islice
from pathlib import Path

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from dateline.language.heads import LABELS
from dateline.language.network import ARRAYS, READER
from training.batches import Batches, Labels
from training.biaffine import Batch, Biaffine, Shape
from training.lines import Forms, Lines
from training.marked import FOLDER
from training.name_batches import NameBatch, NameBatches
from training.named_text import NamedText
from training.provenance import MADE_FROM, NAMES_FILES, SYNTAX_FILES, data, sha256_of_all
from training.treebank import training_sentences
from training.vary_names import Pools
from training.vectors import word_vectors
from training.ways import gradient


@dataclass(frozen=True, slots=True)
class Recipe:
    """How long and how fast."""

    seed: int = 14
    epochs: int = 22
    batch: int = 1200
    rate: float = 0.002
    warm_up: int = 100
    lowest: float = 0.005
    clip: float = 5.0
    headlines: float = 0.1
    names: float = 2.0
    """How much what is wrong of names weighs, word by word, beside what is wrong of syntax."""
    hidden: float = 0.25
    """A word that stands n times in the treebanks hides its own vector `hidden` times in `hidden` + n."""


def fit(
    corpora: Path,
    folder: Path,
    named: Sequence[NamedText],
    pools: Pools,
    recipe: Recipe | None = None,
    shape: Shape | None = None,
    steps: int | None = None,
) -> None:
    """Train on the open treebanks under `corpora` and on texts with their names, swapped from `pools`.

    Writes labels, arrays and reader into `folder`. Stops after `steps` batches where told to. The same data
    and seed give the same files on one machine.
    """
    recipe, shape = recipe or Recipe(), shape or Shape()
    torch.set_num_threads(1)
    torch.manual_seed(recipe.seed)
    sentences = list(training_sentences(corpora))
    words, counts, vectors = word_vectors(corpora, [[word.form for word in s.words] for s in sentences])
    labels = Labels.of(sentences)
    network = Biaffine(shape, vectors, len(labels.tags), len(labels.morphs), len(labels.relations))
    forms = Forms(words)
    batches = _stream(Batches(sentences, forms, labels, recipe.seed), recipe)
    texts = NameBatches(named, pools, forms, recipe.seed).stream(recipe.batch)
    both = ((gone, batch, next(texts)) for gone, batch in batches)
    _train(network, islice(both, steps), _counted(words, counts), recipe)
    folder.mkdir(parents=True, exist_ok=True)
    _write(network, words, counts, folder)
    told = json.dumps(asdict(labels), indent=1, ensure_ascii=False)
    (folder / LABELS).write_text(told + "\n", "utf-8")
    made = {
        "recipe": asdict(recipe),
        "data": data(corpora, SYNTAX_FILES | NAMES_FILES),
        "marked": {"folder": FOLDER.name, "sha256": sha256_of_all(FOLDER)},
    }
    (folder / MADE_FROM).write_text(json.dumps(made, indent=1) + "\n", "utf-8")


_LINEAR = (
    "mix", "tag", "morph", "border", "dependent", "governor", "below", "above", "relation", "named", "name",
)  # fmt: skip


def _counted(words: list[str], counts: Counter[str]) -> Tensor:
    return torch.tensor([0, *(counts[word] for word in words)], dtype=torch.float)


def _stream(batches: Batches, recipe: Recipe) -> Iterator[tuple[float, Batch]]:
    """All batches, each with the part of the training that is gone before it."""
    for epoch in range(recipe.epochs):
        row = list(batches.epoch(recipe.batch, recipe.headlines))
        for n, batch in enumerate(row):
            yield (epoch + n / len(row)) / recipe.epochs, batch


def _train(
    network: Biaffine, batches: Iterable[tuple[float, Batch, NameBatch]], counted: Tensor, recipe: Recipe
) -> None:
    weights = [its for its in network.parameters() if its.requires_grad]
    optimiser = torch.optim.AdamW(weights, betas=(0.9, 0.95), weight_decay=0.0, fused=True)
    for step, (gone, batch, named) in enumerate(batches, 1):
        for group in optimiser.param_groups:
            group["lr"] = recipe.rate * min(1.0, step / recipe.warm_up) * max(recipe.lowest, 1 - gone)
        optimiser.zero_grad(set_to_none=True)
        loss = network.loss(batch, _known(batch.lines, counted, recipe.hidden))
        loss.backward()
        _teach_names(network, named, _known(named.lines, counted, recipe.hidden), recipe.names)
        nn.utils.clip_grad_norm_(weights, recipe.clip)
        optimiser.step()
        if step % _TELLING == 0:
            print(f"{gone:.1%} of the training, loss of the syntax {loss.item():.3f}", flush=True)


def _teach_names(network: Biaffine, named: NameBatch, known: Tensor, weight: float) -> None:
    scores = network.names(named.lines, known)
    wrong = gradient(scores.detach().numpy(), named.allowed, named.lines.sizes.tolist())
    scores.backward(torch.from_numpy(wrong) * (weight / len(wrong)))


_TELLING = 200
"""Steps between two lines that tell how it goes."""


def _known(lines: Lines, counted: Tensor, hidden: float) -> Tensor:
    """0 for the distinct words whose own vector hides, rare ones more often."""
    often = counted[lines.parts[:, 0]]
    return (torch.rand(len(often)) > hidden / (hidden + often)).long()


def _write(network: Biaffine, words: list[str], counts: Counter[str], folder: Path) -> None:
    """Tables in sixteen bits, layers in thirty-two, the recurrent ones in eight and apart."""
    weights = {name: value.detach().float() for name, value in network.state_dict().items()}
    own = weights["own.weight"]
    unmet = [row for row, word in enumerate(words, 1) if not counts[word]]
    own[unmet] = own[0].clone()
    turned = weights["vectors.weight"] @ weights["turn.weight"].T + weights["turn.bias"]
    tables = {"word": torch.cat([turned, own], 1), "run": weights["runs.weight"]}
    tables |= {f"part.{n}": weights[f"parts.{n}.weight"] for n in range(len(network.parts))}
    arrays = {name: value.half().numpy() for name, value in tables.items()}
    for name in _LINEAR:
        arrays[f"{name}.weight"] = weights[f"{name}.weight"].T.contiguous().numpy()
        arrays[f"{name}.bias"] = weights[f"{name}.bias"].numpy()
    arrays |= {name: weights[name].numpy() for name in ("norm.weight", "norm.bias", "root", "pairs")}
    np.savez(folder / ARRAYS, words=np.array("\n".join(words)), **arrays)
    _write_reader(network, folder / READER)


def _write_reader(network: Biaffine, path: Path) -> None:
    """The recurrent layers as a graph of ONNX, steps first, lines second."""
    width = network.shape.reader
    nodes, arrays, rows = [], [numpy_helper.from_array(np.array([0, 0, 2 * width]), "both")], "words"
    for n, layer in enumerate(network.layers):
        ways = (layer.onwards, layer.backwards)
        weights = {
            "W": np.stack([_gates(way.weight_ih_l0) for way in ways]),
            "R": np.stack([_gates(way.weight_hh_l0) for way in ways]),
            "B": np.stack([np.concatenate([_gates(w.bias_ih_l0), _gates(w.bias_hh_l0)]) for w in ways]),
        }
        arrays += [numpy_helper.from_array(value, f"{name}{n}") for name, value in weights.items()]
        inputs = [rows, *(f"{name}{n}" for name in weights), "sizes"]
        told = {"direction": "bidirectional", "hidden_size": width}
        nodes += [
            helper.make_node("LSTM", inputs, [f"ways{n}"], name=f"lstm{n}", **told),
            helper.make_node("Transpose", [f"ways{n}"], [f"steps{n}"], perm=[0, 2, 1, 3]),
            helper.make_node("Reshape", [f"steps{n}", "both"], [f"rows{n}"]),
        ]
        rows = f"rows{n}"
    inputs = [
        helper.make_tensor_value_info(
            "words", TensorProto.FLOAT, ["steps", "lines", network.shape.embedding]
        ),
        helper.make_tensor_value_info("sizes", TensorProto.INT32, ["lines"]),
    ]
    output = helper.make_tensor_value_info(rows, TensorProto.FLOAT, ["steps", "lines", 2 * width])
    graph = helper.make_graph(nodes, "reader", inputs, [output], arrays)
    plain = path.with_suffix(".plain.onnx")
    onnx.save(helper.make_model(graph, opset_imports=[helper.make_opsetid("", 14)], ir_version=8), plain)
    quantize_dynamic(plain, path, weight_type=QuantType.QInt8)
    plain.unlink()


def _gates(weights: Tensor) -> NDArray[np.float32]:
    """Rows by gate in the order of ONNX: in, out, forget, new; torch has in, forget, new, out."""
    let_in, forget, new, out = weights.detach().float().chunk(4)
    rows: NDArray[np.float32] = torch.cat([let_in, out, forget, new]).numpy()
    return rows
