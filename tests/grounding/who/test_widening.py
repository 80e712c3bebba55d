"""Names that go on beyond what was found of them are another's."""

from dateline.grounding.who.registry import shipped
from dateline.grounding.who.widening import widened
from tests.grounding.who.sentence import cast_of, doc_of

SAID = "said/VERB/root ./PUNCT/punct/said"


def actor_of(doc, word, **options):
    (party,) = cast_of(doc, **options).parties(next(token for token in doc if token.text == word))
    return party.name, party.actor


def test_new_america_is_not_america():
    doc = doc_of(f"New/PROPN/amod/America America/PROPN/nsubj/said {SAID}", names={"America": "GPE"})
    assert actor_of(doc, "America") == ("New America", None)


def test_a_new_iran_deal_is_still_about_iran():
    doc = doc_of(
        f"New/ADJ/amod/sanctions Iran/PROPN/compound/sanctions sanctions/NOUNS/nsubj/said {SAID}",
        names={"Iran": "GPE"},
    )
    assert widened(doc, (1, 2, "GPE"), shipped()) == (1, 2, "GPE")


def test_a_social_democratic_party_is_not_the_democratic_party():
    doc = doc_of(
        "The/DET/det/Party Social/ADJ/amod/Party Democratic/ADJ/amod/Party Party/PROPN/nsubj/said " + SAID
    )
    assert actor_of(doc, "Party") == ("Social Democratic Party", None)


def test_a_party_of_a_state_that_the_report_does_not_name_where_it_names_another():
    abroad = doc_of(
        "The/DET/det/Party Democratic/ADJ/amod/Party Party/PROPN/nsubj/left left/VERB/root "
        "Japan/PROPN/obj/left ./PUNCT/punct/left",
        names={"Japan": "GPE"},
    )
    home = doc_of(f"The/DET/det/Party Democratic/ADJ/amod/Party Party/PROPN/nsubj/said {SAID}")
    assert actor_of(abroad, "Party")[1] is None
    assert actor_of(home, "Party")[1] == "democratic-party-us"


def test_a_demonym_may_be_a_first_name():
    doc = doc_of(
        f"German/PROPN/nsubj/said Galushchenko/PROPN/flat/German {SAID}",
        names={"German": "NORP", "Galushchenko": "PERSON"},
    )
    assert actor_of(doc, "German") == ("German Galushchenko", None)


def test_a_state_before_the_name_of_its_own_body():
    link = shipped().link
    assert link("U.S. Central Intelligence Agency").actor.id == "us-intelligence"
    assert link("French Central Intelligence Agency").actor is None


def test_a_name_that_ends_in_justice_is_no_title():
    doc = doc_of(
        "The/DET/det/Court International/ADJ/amod/Court Court/PROPN/nsubj/said of/ADP/case/Justice "
        "Justice/PROPN/nmod/Court " + SAID,
        names={"International Court": "ORG"},
    )
    assert actor_of(doc, "Court") == ("International Court of Justice", "icj")


def test_no_place_is_a_chief():
    doc = doc_of(
        "Budi/PROPN/nsubj/said Gunawan/PROPN/flat/Budi ,/PUNCT/punct/Budi chief/NOUN/appos/Budi "
        f"of/ADP/case/police police/NOUN/nmod/chief ,/PUNCT/punct/Budi {SAID}",
        names={"Budi Gunawan": "GPE"},
    )
    (party,) = cast_of(doc).mentions
    assert (party.name, party.schema) == ("Budi Gunawan", "Person")


def test_the_reports_own_bearer_of_a_surname_comes_before_the_worlds():
    doc = doc_of(
        f"Mojtaba/PROPN/nsubj/said Khamenei/PROPN/flat/Mojtaba {SAID}",
        "Khamenei/PROPN/nsubj/left left/VERB/root Iran/PROPN/obj/left ./PUNCT/punct/left",
        names={"Mojtaba Khamenei": "PERSON", "Iran": "GPE"},
    )
    last = [token for token in doc if token.text == "Khamenei"][1]
    (party,) = cast_of(doc).parties(last)
    assert (party.name, party.actor) == ("Mojtaba Khamenei", "mojtaba-khamenei")
