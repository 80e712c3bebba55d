"""What a model was made from, as its meta tells: files with their SHA-256, licences, seed, steps."""

from __future__ import annotations

import hashlib
from pathlib import Path

SYNTAX_FILES = {
    "ud/en_ewt-train.conllu": "CC BY-SA 4.0",
    "ud/en_gum-train.conllu": "CC BY 4.0, texts CC BY, CC BY-SA or public domain (closed genres left out)",
    "ud/gum_docs.json": "CC BY 4.0",
    "current_events/items.jsonl": "CC BY-SA 4.0",
    "wikinews/articles.jsonl": "CC BY 2.5",
    "wikiwars/train.jsonl": "CC BY-SA 3.0",
    "factbook/countries.jsonl": "public domain",
}
"""The treebanks, and the open text that word vectors are made from."""
MADE_FROM = "made_from.json"
"""What tells this of the network, beside it."""
NAMES_FILES = {
    "ner/uner_ewt.train.jsonl": "CC BY-SA 4.0",
    "ner/gum.train.jsonl": "CC BY 4.0, texts CC BY, CC BY-SA or public domain (closed genres left out)",
    "ner/crossner_politics.jsonl": "MIT, texts CC BY-SA 4.0",
    "re3d/train.jsonl": "OGL, CC BY, CC BY-SA or public domain by source (the CC BY-NC source left out)",
    "current_events/items.jsonl": "CC BY-SA 4.0",
    "current_events/link_types.tsv": "made for dateline",
    "wikinews/articles.jsonl": "CC BY 2.5",
    "factbook/countries.jsonl": "public domain",
}


def missing_files(corpora: Path, files: dict[str, str]) -> list[Path]:
    """The files that training would need and that aren't there."""
    return [corpora / name for name in files if not (corpora / name).is_file()]


def data(corpora: Path, files: dict[str, str]) -> list[dict[str, str]]:
    """The files with their licences and what tells that they are these."""
    return [
        {"file": name, "licence": licence, "sha256": _sha256(corpora / name)}
        for name, licence in files.items()
    ]


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def sha256_of_all(folder: Path) -> str:
    """One hash over all files of a folder, the project's own annotations."""
    digest = hashlib.sha256()
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        digest.update(path.relative_to(folder).as_posix().encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()
