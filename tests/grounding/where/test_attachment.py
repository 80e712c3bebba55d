"""places_of: which places are an event's own, on parses written by hand."""

from spacy.tokens import Doc

from dateline.grounding.where import find_places, places_of
from dateline.language import load
from tests.grounding.where.parsed import parsed, report_of


def own(doc: Doc, word: str, *, borrow: bool = True) -> list[str]:
    """The names of the places of the event that `word` says."""
    token = next(token for token in doc if token.text == word)
    places = find_places(doc, report_of(doc.text))
    return [where.name for where in places_of(token, doc, places, borrow=borrow)]


def test_in_x_y_gives_both_most_specific_first() -> None:
    doc = parsed(
        "Two/NUM/nummod/2 men/NOUN/nsubj:pass/4 were/AUX/aux:pass/4 killed/VERB/root/0 in/ADP/case/6"
        " Mosul/PROPN/obl/4 ,/PUNCT/punct/6 Iraq/PROPN/appos/6 ./PUNCT/punct/4",
        names={"Mosul": "GPE", "Iraq": "GPE"},
    )
    assert own(doc, "killed") == ["Mosul", "Iraq"]


def test_each_event_has_its_own_place() -> None:
    doc = parsed(
        "Shells/NOUN/nsubj/2 fell/VERB/root/0 in/ADP/case/4 Aleppo/PROPN/obl/2 and/CCONJ/cc/7"
        " police/NOUN/nsubj/7 arrested/VERB/conj/2 students/NOUN/obj/7 in/ADP/case/10 Cairo/PROPN/obl/7"
        " ./PUNCT/punct/2",
        names={"Aleppo": "GPE", "Cairo": "GPE"},
    )
    assert own(doc, "fell") == ["Aleppo"]
    assert own(doc, "arrested") == ["Cairo"]


def test_the_origin_of_a_person_is_not_the_place() -> None:
    doc = parsed(
        "A/DET/det/2 man/NOUN/nsubj:pass/6 from/ADP/case/4 Basra/PROPN/nmod/2 was/AUX/aux:pass/6"
        " arrested/VERB/root/0 in/ADP/case/8 Erbil/PROPN/obl/6 ./PUNCT/punct/6",
        names={"Basra": "GPE", "Erbil": "GPE"},
    )
    assert own(doc, "arrested") == ["Erbil"]


def test_withdrawals_take_place_where_they_start() -> None:
    doc = parsed(
        "They/PRON/nsubj/2 withdrew/VERB/root/0/withdraw from/ADP/case/4 Kherson/PROPN/obl/2 ./PUNCT/punct/2",
        names={"Kherson": "GPE"},
    )
    assert own(doc, "withdrew") == ["Kherson"]


def test_the_seat_of_a_speaker_is_not_the_place() -> None:
    doc = parsed(
        "Officials/NOUN/nsubj/2 said/VERB/root/0/say in/ADP/case/4 Baghdad/PROPN/obl/2 that/SCONJ/mark/7"
        " rockets/NOUN/nsubj/7 fell/VERB/ccomp/2 ./PUNCT/punct/2",
        names={"Baghdad": "GPE"},
    )
    assert own(doc, "fell", borrow=False) == []


def test_a_clause_that_opens_with_where() -> None:
    doc = parsed(
        "They/PRON/nsubj/2 left/VERB/root/0/leave Raqqa/PROPN/obj/2 ,/PUNCT/punct/3 where/ADV/advmod/8"
        " ten/NUM/nsubj:pass/8 were/AUX/aux:pass/8 executed/VERB/acl:relcl/3 ./PUNCT/punct/2",
        names={"Raqqa": "GPE"},
    )
    assert own(doc, "executed") == ["Raqqa"]


def test_the_place_bombed_is_the_place() -> None:
    doc = parsed(
        "Jets/NOUN/nsubj/2 bombed/VERB/root/0/bomb Idlib/PROPN/obj/2 ./PUNCT/punct/2",
        names={"Idlib": "GPE"},
    )
    assert own(doc, "bombed", borrow=False) == ["Idlib"]


def test_the_town_stands_for_the_last_town() -> None:
    doc = parsed(
        "Rebels/NOUN/nsubj/2 hold/VERB/root/0 Azaz/PROPN/obj/2 ./PUNCT/punct/2",
        "Shells/NOUN/nsubj/2 fell/VERB/root/0 in/ADP/case/5 the/DET/det/5 town/NOUN/obl/2 ./PUNCT/punct/2",
        names={"Azaz": "GPE"},
    )
    assert own(doc, "fell", borrow=False) == ["Azaz"]


def test_an_event_without_a_place_borrows_the_scene_and_says_so() -> None:
    doc = parsed(
        "Fighting/NOUN/nsubj/2 raged/VERB/root/0 in/ADP/case/4 Sirte/PROPN/obl/2 ./PUNCT/punct/2",
        "Ten/NUM/nummod/2 men/NOUN/nsubj:pass/4 were/AUX/aux:pass/4 killed/VERB/root/0 ./PUNCT/punct/4",
        names={"Sirte": "GPE"},
    )
    places = find_places(doc, report_of(doc.text))
    killed = next(token for token in doc if token.text == "killed")
    (where,) = places_of(killed, doc, places)
    assert where.name == "Sirte"
    assert where.evidence[-1] == "scene of the report"
    assert places_of(killed, doc, places, borrow=False) == ()


def test_the_place_that_heads_an_item_is_that_of_its_events() -> None:
    doc = parsed(
        "2/NUM/root/0 )/PUNCT/punct/1 Azaz/PROPN/appos/1 :/PUNCT/punct/1",
        "Ten/NUM/nummod/2 men/NOUN/nsubj:pass/4 were/AUX/aux:pass/4 killed/VERB/root/0 ./PUNCT/punct/4",
        "Two/NUM/nsubj/2 died/VERB/root/0 in/ADP/case/4 Sirte/PROPN/obl/2 ./PUNCT/punct/2",
        names={"Azaz": "GPE", "Sirte": "GPE"},
    )
    places = find_places(doc, report_of(doc.text))
    killed = next(token for token in doc if token.text == "killed")
    (where,) = places_of(killed, doc, places, borrow=False)
    assert (where.name, where.evidence[-1]) == ("Azaz", "heading of the item")
    assert own(doc, "died") == ["Sirte"]


def test_a_place_before_a_colon_within_a_sentence_heads_nothing() -> None:
    doc = parsed(
        "He/PRON/nsubj/2 named/VERB/root/0 Azaz/PROPN/obj/2 :/PUNCT/punct/2",
        "Ten/NUM/nummod/2 men/NOUN/nsubj:pass/4 were/AUX/aux:pass/4 killed/VERB/root/0 ./PUNCT/punct/4",
        names={"Azaz": "GPE"},
    )
    assert own(doc, "killed", borrow=False) == []


def test_no_places_no_answer() -> None:
    doc = parsed("They/PRON/nsubj/2 fought/VERB/root/0 ./PUNCT/punct/2")
    assert own(doc, "fought") == []


def test_a_country_before_its_deed_is_its_doer() -> None:
    doc = parsed(
        "It/PRON/nsubj/2 led/VERB/root/0/lead to/ADP/case/6 joint/ADJ/amod/6 Norway/PROPN/compound/6"
        " airstrikes/NOUN/obl/2 in/ADP/case/8 Libya/PROPN/nmod/6 ./PUNCT/punct/2",
        names={"Norway": "GPE", "Libya": "GPE"},
    )
    assert own(doc, "led") == ["Libya"]
    assert own(doc, "airstrikes") == ["Libya"]


def test_a_hyphened_word_before_a_town_hides_no_preposition() -> None:
    doc = parsed(
        "A/DET/det/2 blast/NOUN/nsubj/3 hit/VERB/root/0 in/ADP/case/9 the/DET/det/9 rebel/NOUN/compound/8"
        " -/PUNCT/punct/8 held/VERB/amod/9 town/NOUN/obl/3 of/ADP/case/11 Azaz/PROPN/nmod/9 ,/PUNCT/punct/14"
        " near/ADP/case/14 Turkey/PROPN/obl/3 ./PUNCT/punct/3",
        names={"Azaz": "GPE", "Turkey": "GPE"},
    )
    assert own(doc, "hit")[0] == "Azaz"


def test_places_given_as_examples_are_where_it_happens() -> None:
    doc = parsed(
        "They/PRON/nsubj/2 fired/VERB/root/0/fire into/ADP/case/4 crowds/NOUN/obl/2 in/ADP/case/6"
        " cities/NOUN/nmod/4 ,/PUNCT/punct/9 including/ADP/case/9 Yangon/PROPN/nmod/6 ./PUNCT/punct/2",
        names={"Yangon": "GPE"},
    )
    assert own(doc, "fired") == ["Yangon"]


def test_no_event_borrows_the_place_of_a_source() -> None:
    doc = parsed(
        "A/DET/det/2 source/NOUN/nsubj/5 in/ADP/case/4 Damascus/PROPN/nmod/2 confirmed/VERB/root/0/confirm"
        " raids/NOUN/obj/5 on/ADP/case/8 Idlib/PROPN/obl/5 ./PUNCT/punct/5",
        names={"Damascus": "GPE", "Idlib": "GPE"},
    )
    assert "Damascus" not in own(doc, "raids")


def test_a_surname_that_is_a_town_too_is_no_place() -> None:
    doc = parsed(
        "Joseph/PROPN/compound/2 Muscat/PROPN/nsubj/3 left/VERB/root/0/leave ;/PUNCT/punct/3"
        " Muscat/PROPN/nmod:poss/7 's/PART/case/5 aides/NOUN/nsubj/8 quit/VERB/parataxis/3 ./PUNCT/punct/3",
        names={"Joseph Muscat": "PERSON"},
    )
    assert own(doc, "quit") == []


def test_a_place_in_brackets_that_ends_a_line_heads_what_follows() -> None:
    doc = load().parse(
        "A reporter was killed in Malta. Another was beaten in Malta.\n\n2. Esra Demir (Turkey)\n\n"
        "The reporter had been detained for two months."
    )
    assert own(doc, "detained") == ["Turkey"]
