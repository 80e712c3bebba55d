"""Who stands under "by" of a passive verb acts."""

from dateline.language.passive import agents


def test_by_after_a_passive_names_who_acts() -> None:
    forms = ["Soldiers", "were", "killed", "by", "gunmen"]
    assert agents(forms, [3, 3, 0, 5, 3], ["nsubj:pass", "aux:pass", "ROOT", "case", "obl"]) == [4]


def test_by_after_an_active_verb_names_nobody() -> None:
    forms = ["They", "passed", "by", "night"]
    assert agents(forms, [2, 0, 4, 2], ["nsubj", "ROOT", "case", "obl"]) == []
