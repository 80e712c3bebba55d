"""Chunks: what stands between two spaces, shown to the tokeniser one by one so that it remembers them all.

spaCy's tokeniser keeps the tokens of each chunk that it has cut, but stops doing so at the first special case
of a text ("don't", "U.S."), so that nearly every word is cut again in every text: a tenth of the time of the
whole pipeline. Shown alone, a chunk is remembered; how it is cut does not change.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language

MOST = 50_000
"""Chunks that are remembered, at most: some 10 MB."""


class Chunks:
    """The chunks that the tokeniser of one pipeline has been shown."""

    def __init__(self, nlp: Language) -> None:
        from spacy.tokenizer import Tokenizer

        self._tokenizer = nlp.tokenizer if isinstance(nlp.tokenizer, Tokenizer) else None
        self._seen: set[str] = set()
        if self._tokenizer:
            self._tokenizer.max_cache_size = MOST

    def learn(self, text: str) -> None:
        """Show the tokeniser what is new in `text`, as long as there is room."""
        if self._tokenizer is None or len(self._seen) >= MOST:
            return
        new = set(text.split()) - self._seen
        for chunk in sorted(new):
            self._tokenizer(chunk)
        self._seen |= new
