"""The one change to spaCy's English tokeniser: a run of one mark is one token ("!!!", "=====", "<<")."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokenizer import Tokenizer
from spacy.util import compile_prefix_regex, compile_suffix_regex

# As EWT cuts them; "..", "--" and "..." are known to spaCy. First, since the first rule that matches wins.
_RUN = r"[!?]{2,}|={2,}|\*{2,}|_{2,}|~{2,}|<{2,}|>{2,}|\${2,}|\+{2,}"


def keep_runs(nlp: Language) -> None:
    """Let the tokeniser of `nlp` keep runs whole at either end of a word."""
    tokenizer = nlp.tokenizer
    assert isinstance(tokenizer, Tokenizer)
    tokenizer.prefix_search = compile_prefix_regex([_RUN, *(nlp.Defaults.prefixes or ())]).search
    tokenizer.suffix_search = compile_suffix_regex([_RUN, *(nlp.Defaults.suffixes or ())]).search
