"""Lemmas of verbs that spaCy's tables get wrong."""

import pytest
from spacy.lookups import Lookups

from training.lemmas import mend_verbs


@pytest.fixture
def verbs() -> Lookups:
    lookups = Lookups()
    lookups.add_table(
        "lemma_index", {"verb": ["bring", "hop", "hope", "sing", "singe", "need", "nee", "rate"]}
    )
    rules = [["s", ""], ["es", "e"], ["es", ""], ["ed", "e"], ["ed", ""], ["ing", "e"], ["ing", ""]]
    lookups.add_table("lemma_rules", {"verb": rules})
    lookups.add_table("lemma_exc", {"verb": {"hopping": ["hop"]}})
    mend_verbs(lookups)
    return lookups


def test_the_rule_that_keeps_an_e_has_the_last_word(verbs: Lookups) -> None:
    rules = [tuple(rule) for rule in verbs.get_table("lemma_rules")["verb"]]
    assert rules.index(("ed", "e")) > rules.index(("ed", ""))
    assert rules.index(("ing", "e")) > rules.index(("ing", ""))


def test_what_ends_like_a_form_is_its_own_lemma(verbs: Lookups) -> None:
    exceptions = verbs.get_table("lemma_exc")["verb"]
    assert exceptions["bring"] == ["bring"]
    assert exceptions["need"] == ["need"]
    assert exceptions["hopping"] == ["hop"]


def test_rare_verbs_do_not_claim_the_forms_of_common_ones(verbs: Lookups) -> None:
    assert "singe" not in verbs.get_table("lemma_index")["verb"]
    assert "hope" in verbs.get_table("lemma_index")["verb"]
