"""Names for training: what is known is named, what only looks like a name is unknown."""

import random

import pytest
import spacy

from training.annotated import named_text, proper_part
from training.name_lists import NameLists, made_up
from training.named_text import Name, NamedText, joined, tags
from training.silver import Silver
from training.vary_names import edited, loosened, recased, swapped

LISTS = NameLists(
    countries=frozenset({"Iraq", "Mali"}),
    peoples=frozenset({"Iraqi", "Malian"}),
    places={"Iraq": "GPE", "Mali": "GPE", "Tigris": "LOC", "Basra": "GPE"},
    heads=(("Army", "ORG", "last"), ("Bridge", "FAC", "last"), ("Ministry of", "ORG", "first")),
    titles=frozenset({"President", "General"}),
    page_types={},
    pools={"PER": ("Assimi Goita",), "GPE": ("Ouagadougou",)},
)
SILVER = Silver(
    LISTS,
    {"Iraq": ("GPE", "STATE"), "Iraqi": ("NORP", "")},
    frozenset({"Omar"}),
    frozenset({"the", "later", "fighting"}),
)


def spell(named: NamedText) -> list[tuple[str, str]]:
    return [(named.text[n.begin : n.end], n.label) for n in named.names]


def test_annotated_spans_lose_titles_articles_and_possessives() -> None:
    text = "Iraqi President Barham Salih met the Ministry of Oil's staff at Basra Bridge in Iraq"
    spans = [(0, 28, "PERSON"), (33, 52, "ORG"), (64, 76, "place"), (80, 84, "ORG")]
    assert spell(named_text(text, spans, LISTS)) == [
        ("Iraqi", "NORP"), ("Barham Salih", "PERSON"), ("Ministry of Oil", "ORG"),
        ("Basra Bridge", "FAC"), ("Iraq", "GPE"),
    ]  # fmt: skip


def test_a_nationality_that_is_no_known_people_is_unknown() -> None:
    named = named_text("Trekkies met", [(0, 8, "people")], LISTS)
    assert (named.names, named.unknown) == ((), ((0, 8),))


def test_a_common_noun_phrase_has_no_proper_part() -> None:
    assert proper_part("journalists", 0, 11) == (0, 0)
    text = "the town of Qaim"
    assert text[slice(*proper_part(text, 0, len(text)))] == "Qaim"


def test_silver_types_what_tells_its_type_and_leaves_the_rest_unknown() -> None:
    text = "Fighting near Basra Bridge: the Somali National Army met Omar Hassan and Zorgon in Iraq."
    named = SILVER.complete(text, [])
    assert spell(named) == [
        ("Basra Bridge", "FAC"), ("Somali National Army", "ORG"), ("Omar Hassan", "PERSON"), ("Iraq", "GPE"),
    ]  # fmt: skip
    assert "Zorgon" in [named.text[b:e] for b, e in named.unknown]


def test_silver_repeats_a_given_name_and_its_surname() -> None:
    text = "Juan Perez left. Later Perez returned."
    assert spell(SILVER.complete(text, [Name(0, 10, "PERSON", "PER")])) == [
        ("Juan Perez", "PERSON"), ("Perez", "PERSON"),
    ]  # fmt: skip


def test_unknown_tokens_are_neither_names_nor_non_names() -> None:
    doc = spacy.blank("en")("Rebels in Zorgon met Barham Salih")
    named = NamedText(doc.text, (Name(21, 33, "PERSON"),), ((10, 16),))
    assert tags(doc, named) == ["O", "O", "-", "O", "B-PERSON", "L-PERSON"]


def test_joined_texts_keep_their_names() -> None:
    part = NamedText("In Mali", (Name(3, 7, "GPE"),), ((0, 2),))
    both = joined([part, part])
    assert spell(both) == [("Mali", "GPE")] * 2
    assert [both.text[b:e] for b, e in both.unknown] == ["In", "In"]


@pytest.mark.parametrize("seed", range(8))
def test_swapping_keeps_every_name_on_its_words(seed: int) -> None:
    text = "Omar Diallo left Gao. X and Diallo came to Gao."
    names = (
        Name(0, 11, "PERSON", "PER"), Name(17, 20, "GPE", "GPE"),
        Name(28, 34, "PERSON", "PER"), Name(43, 46, "GPE", "GPE"),
    )  # fmt: skip
    varied = swapped(NamedText(text, names, ((22, 23),)), LISTS.pools, random.Random(seed))
    found = spell(varied)
    assert found[1] == found[3]
    assert found[1][0] in {"Gao", "Ouagadougou"}
    assert found[2][0] == found[0][0].split()[-1]
    assert [varied.text[b:e] for b, e in varied.unknown] == ["X"]


def test_changing_case_keeps_the_length() -> None:
    named = NamedText("Straße in Mali", (Name(10, 14, "GPE"),))
    texts = {recased(named, random.Random(seed)).text for seed in range(60)}
    assert {len(text) for text in texts} == {len(named.text)}
    assert "Straße in Mali" in texts
    assert len(texts) == 3


def test_loose_spacing_keeps_names_on_their_words() -> None:
    text = "The U.S. says Al-Nusra's men left"
    named = NamedText(text, (Name(4, 8, "GPE"), Name(14, 22, "ORG")), ((25, 28),))
    variants = {loosened(named, random.Random(seed)) for seed in range(60)}
    assert len(variants) == 2
    [loose] = variants - {named}
    assert loose.text == "The U. S. says Al - Nusra' s men left"
    assert spell(loose) == [("U. S.", "GPE"), ("Al - Nusra", "ORG")]
    assert [loose.text[b:e] for b, e in loose.unknown] == ["men"]


def test_an_edit_that_touches_a_name_moves_it_whole() -> None:
    named = NamedText("ab cd", (Name(3, 5, "ORG"),))
    assert spell(edited(named, [(0, 2, "xyz"), (3, 5, "")])) == [("", "ORG")]
    assert spell(edited(named, [(3, 5, "longer")])) == [("longer", "ORG")]


def test_names_that_nobody_bears_join_the_listed_ones_the_same_ones_each_time() -> None:
    pools = made_up(LISTS.pools)
    assert pools == made_up(LISTS.pools)
    assert set(LISTS.pools["PER"]) < set(pools["PER"])
    assert len(pools["PER"]) > 1000
    assert "Bank of Ouagadougou" in pools["COMPANY"]
    assert not any("PLACE" in body or "PERSON" in body for body in pools["ORG"])
    assert pools["GPE"] == LISTS.pools["GPE"]


def test_a_body_of_no_known_kind_is_swapped_where_there_are_bodies() -> None:
    named = NamedText("Zorgon Group left.", (Name(0, 12, "ORG"),))
    assert {swapped(named, LISTS.pools, random.Random(seed)) for seed in range(9)} == {named}
    variants = {swapped(named, {"ORG": ("Bank of Mali",)}, random.Random(seed)).text for seed in range(9)}
    assert variants == {"Zorgon Group left.", "Bank of Mali left."}
