"""Tokens: spaCy's English tokeniser, cut anew where the treebanks cut otherwise and a rule can tell.

The rules were counted on the training parts of EWT and GUM: nearly all of what a rule cuts or joins, they
cut or join. Where they go against what is asked of a word elsewhere, there is none: "anti-", "pro-", "ex-",
"counter-", "co-" and "re-" stay words ("re-arrested" tells of an arrest, "ex-soldier" of a soldier), so does
any prefix before a name ("non-Muslim", "mid-May"), and "300-1000" is a range before it is a telephone number.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import groupby

from spacy.language import Language
from spacy.symbols import ORTH
from spacy.tokenizer import Tokenizer
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex

# Runs of one mark ("!!!", "=====", "<<"); "..", "--" and "..." are known to spaCy. They stand before its own
# rules, since the first rule that matches wins.
_RUN = r"(?:[!?]{2,}|={2,}|\*{2,}|_{2,}|~{2,}|<{2,}|>{2,}|\${2,}|\+{2,}|‘[‘’]|’’|''|``)"

_PREFIXES = (
    r"--+(?=[A-Za-z])",  # "--Sally"
    r"-(?=[A-Za-z]{2,}$)",  # "-more"
)
_SUFFIXES = (
    r"(?<=[A-Za-z]{2})--+",  # "rolls--"
    r"(?<=[A-Za-z]{4})-",  # "troop- and police-contributing"; shorter ones are words broken off ("don-")
    r"(?<=[0-9])(?:[AaPp][Mm]|[AaPp]\.[Mm]\.)",  # "5:30pm", "10AM"
    r"(?<=[0-9])k",  # "$65k"
)
_INFIXES = (
    r"(?<=[0-9])[–—](?=[0-9])",  # "10–12"
    r"(?<=[0-9])-(?=[$£€][0-9])|(?<=[0-9]-)[$£€]",  # "$4-$6"
    r"(?<=[A-Z]\.)-(?=[A-Za-z])",  # "U.S.-led"
    r"(?:(?<=\b[A-Z])|(?<=\b[A-Z][A-Za-z]))-(?=[0-9])",  # "AK-47"
    r"(?<=\w)[(\[](?=\w)",  # "date(s)"
    r"(?<=[a-z])\)(?=[a-z])",
    r"(?<=[a-z])(?=n['’]t\b)|(?<=[A-Z])(?=N['’]T\b)",  # "woudn't", "DON'T"
    r"(?<=[A-Za-z])(?=['’](?:ve|ll|re)\b)",  # "probably've"
    r"(?<=[A-Za-z])(?=['’][sdm][—–-])",  # "it’s—it’s"
)
# Whole words, whatever the rules above say of their parts.
_WORDS = (
    r"[0-9]+(?:[-/][0-9]+)?-[0-9]+-[0-9]+",  # "2003-11-20", "713-853-3989"
    r"[0-9]{3}/[0-9]{3}-[0-9]{4}",
    r"[0-9]*[0-9]0['’]s",  # "the 1990's"
    r"[\w.#&-]+\.(?i:docx?|xlsx?|pptx?|pdf)",
)
# spaCy's prefixes that some words keep: hashtags, and years ("'60s", "’72").
_KEPT = {
    "#": r"#(?![A-Za-z])",
    r"\'": r"\'(?![0-9]0s\b)",
    "‘": r"‘(?![0-9]0s\b)",
    "’": r"’(?![0-9][0-9]s?\b)",
}

_BEFORE_HYPHEN = "cross e inter intra micro mid multi non over post pre socio".split()
"""What a hyphen joins to a word in lower case."""

_SHORTENED = (
    "al approx Attn Brig Capt Cmdr Col Cpl eg Esp esp ext Fri Ft incl Lt Maj Mlle Mme Mt nr Para Sgt Sr Thu "
    "Thur Thurs Tue Tues Wed"
).split()

_NOT_SPECIAL = ("Wed", "wed", "Id", "id", "and/or", "):", "(=", "8)", "k.", "m.")
"""Special cases of spaCy that harm: "we'd" and "I'd" without their mark, smileys that are brackets, and
initials that are units after a number ("$5m.")."""

_CONTRACTED = {"wanna": 3, "lotta": 3, "outta": 3}
"""Words made of two, and where the second begins."""


def cut_as_treebanks(nlp: Language) -> None:
    """Let the tokeniser of `nlp` cut words as EWT and GUM do."""
    tokenizer, defaults = nlp.tokenizer, nlp.Defaults
    assert isinstance(tokenizer, Tokenizer)
    prefixes = (_KEPT.get(prefix, prefix) for prefix in map(str, defaults.prefixes or ()))
    infixes = (_sparing_prefixes(infix) for infix in map(str, defaults.infixes or ()))
    tokenizer.prefix_search = compile_prefix_regex([_RUN, *_PREFIXES, *prefixes]).search
    tokenizer.suffix_search = compile_suffix_regex([_RUN, *_SUFFIXES, *(defaults.suffixes or ())]).search
    tokenizer.infix_finditer = compile_infix_regex([*_INFIXES, *infixes]).finditer
    tokenizer.token_match = re.compile(f"(?:{'|'.join(_WORDS)})$").match
    tokenizer.rules = {
        **{word: parts for word, parts in (tokenizer.rules or {}).items() if word not in _NOT_SPECIAL},
        **{f"{word}.": [{ORTH: f"{word}."}] for word in _SHORTENED},
        **{
            form: [{ORTH: form[:at]}, {ORTH: form[at:]}]
            for word, at in _CONTRACTED.items()
            for form in (word, word.title(), word.upper())
        },
    }


def _sparing_prefixes(infix: str) -> str:
    """spaCy's rule of the hyphen between letters, but not after what it joins to a word."""
    return infix.replace("(?:-|", f"(?:-(?!(?:{_after(_BEFORE_HYPHEN)})[a-z])|")


def _after(words: Iterable[str]) -> str:
    """A look behind for one of `words` and a hyphen; it must be of one length each."""
    lengths = groupby(sorted(words, key=len), key=len)
    return "|".join(rf"(?<=(?<![\w-])(?i:{'|'.join(group)})-)" for _, group in lengths)
