"""Pipeline: a spaCy pipeline behind a contract that holds for any text."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from dateline.language.casing import recased
from dateline.language.chunks import Chunks
from dateline.language.pieces import cut
from dateline.language.tree import Doc
from dateline.language.wrapping import unwrapped
from dateline.model.errors import PipelineError, ReportError

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc as Parsed
    from threadpoolctl import ThreadpoolController  # type: ignore[import-untyped]

SHIPPED = Path(__file__).with_name("en_dateline")
MAX_CHARS = 2_000_000
"""Longest text that is parsed, in characters; a book, not a report, is longer."""

_SURROGATES = re.compile("[\ud800-\udfff]")
_NEEDED_DEPS = frozenset({"nsubj", "obj", "obl"})


class Pipeline:
    """Text in, parsed document out; the same document whatever is parsed before, after or beside it."""

    def __init__(self, nlp: Language) -> None:
        self._nlp = nlp
        self._chunks = Chunks(nlp)
        self.version = _version(nlp)

    def parse(self, text: str) -> Doc:
        """The parsed text: tags, morphology, lemmas, UD heads and relations, sentences, names in `ents`.

        `token.idx` is an offset into `text`. A line break ends a sentence; one that only wraps a line shows
        as a space (see `wrapping`). What is in capitals only, or has none, shows in ordinary ones (see
        `casing`). A character that can't stand in UTF-8 (a lone surrogate) shows as U+FFFD.
        Raises ReportError for a text of more than MAX_CHARS characters.
        """
        if len(text) > MAX_CHARS:
            raise ReportError("text", f"{len(text)} characters, more than the {MAX_CHARS} that are parsed")
        told = recased(unwrapped(_SURROGATES.sub("\ufffd", text)))
        pieces = [self._parse_piece(piece) for piece in cut(told)]
        return Doc(pieces[0] if len(pieces) == 1 else _join(pieces))

    def parse_many(self, texts: Iterable[str]) -> Iterator[Doc]:
        """Parse lazily, in order.

        Texts don't share a batch: matrix products round differently with the size of the batch,
        and a record must not depend on what else was read.
        """
        return map(self.parse, texts)

    def _parse_piece(self, text: str) -> Parsed:
        self._chunks.learn(text)
        with _one_thread():
            return self._nlp(text)


def load(pipeline: str | None = None) -> Pipeline:
    """The shipped English pipeline, or the installed spaCy pipeline of that name or path; loaded once.

    Raises PipelineError, in one line, where it isn't installed, can't be read, or has no parser
    with Universal Dependencies relations. What else it should have: docs/reference/language.md.
    """
    return _load(str(SHIPPED) if pipeline is None else pipeline)


@cache
def _load(name: str) -> Pipeline:
    import spacy
    from thinc.api import use_ops

    from dateline.language import heads, layout, spaces, vote  # noqa: F401  (register themselves)
    from dateline.language.lemmas import remember

    try:
        # numpy's OpenBLAS is about twice as fast as spaCy's default matrix product, with equal results.
        with use_ops("numpy", use_blis=False):
            nlp = spacy.load(name)
    except (OSError, ValueError, ImportError) as error:
        raise PipelineError(f"language pipeline {name!r} can't be loaded: {_one_line(error)}") from error
    _check(nlp, name)
    remember(nlp)
    nlp.max_length = MAX_CHARS + 1
    if "dateline_layout" not in nlp.pipe_names:
        nlp.add_pipe("dateline_layout", first=True)
    if not isinstance(nlp.get_pipe("parser"), heads.Heads) and "dateline_spaces" not in nlp.pipe_names:
        nlp.add_pipe("dateline_spaces", after="parser")
    return Pipeline(nlp)


def _one_thread() -> AbstractContextManager[object]:
    """One BLAS thread: small matrices gain nothing from a second, and results don't hang on their number."""
    limited: AbstractContextManager[object] = _blas().limit(limits=1, user_api="blas")
    return limited


@cache
def _blas() -> ThreadpoolController:
    from threadpoolctl import ThreadpoolController

    return ThreadpoolController()


def _join(pieces: list[Parsed]) -> Parsed:
    from spacy.tokens import Doc as Parsed

    joined = Parsed.from_docs(pieces, ensure_whitespace=False)
    assert joined is not None  # only an empty list gives none
    return joined


def _check(nlp: Language, name: str) -> None:
    if "parser" not in nlp.pipe_names:
        raise PipelineError(f"language pipeline {name!r} has no parser")
    missing = _NEEDED_DEPS - set(nlp.pipe_labels["parser"])
    if missing:
        raise PipelineError(
            f"language pipeline {name!r} has no Universal Dependencies parser: "
            f"its labels lack {', '.join(sorted(missing))}"
        )


def _one_line(error: Exception) -> str:
    return " ".join(str(error).split())


def _version(nlp: Language) -> str:
    """Name, version and the first 12 digits of the SHA-256 over the pipeline's files."""
    digest = hashlib.sha256()
    root = nlp.path
    for path in sorted(root.rglob("*")) if root else []:
        if path.is_file():
            digest.update(path.relative_to(root).as_posix().encode())
            digest.update(path.read_bytes())
    meta = nlp.meta
    return f"{meta['lang']}_{meta['name']}-{meta['version']}+{digest.hexdigest()[:12]}"
