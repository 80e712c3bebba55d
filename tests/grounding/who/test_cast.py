import pytest

from dateline.grounding.who import Registry
from dateline.grounding.who.rows import ActorRow
from tests.grounding.who.sentence import cast_of, doc_of, names_at

SAID = "said/VERB/root ./PUNCT/punct/said"


def subject(doc, word, nth=0):
    return [token for token in doc if token.text == word][nth]


def test_a_name_is_the_fullest_that_the_report_gives():
    doc = doc_of(
        f"Adnan/PROPN/nsubj/said Afrin/PROPN/flat/Adnan {SAID}",
        f"Afrin/PROPN/nsubj/said {SAID}",
        names={"Adnan Afrin": "PERSON", "Afrin": "PERSON"},
    )
    assert names_at(doc, "Afrin", 1) == ["Adnan Afrin"]


def test_nothing_from_outside_the_report_is_in_a_name():
    doc = doc_of(f"Soleimani/PROPN/nsubj/said {SAID}", names={"Soleimani": "PERSON"})
    (party,) = cast_of(doc).parties(subject(doc, "Soleimani"))
    assert party.name == "Soleimani"


def test_an_acronym_in_brackets_is_defined():
    doc = doc_of(
        "Syrian/PROPN/compound/Forces Democratic/PROPN/compound/Forces Forces/PROPN/nsubj/left "
        "(/PUNCT/punct/SDF "
        "SDF/PROPN/appos/Forces )/PUNCT/punct/SDF left/VERB/root",
        f"The/DET/det/SDF SDF/PROPN/nsubj/said {SAID}",
        names={"Syrian Democratic Forces": "ORG"},
    )
    (party,) = cast_of(doc).parties(subject(doc, "SDF", 1))
    assert (party.name, party.actor, party.kind) == ("Syrian Democratic Forces", "sdf", "named")
    assert party.span.text == "SDF"


def test_a_definition_in_the_report_wins_over_a_famous_acronym():
    doc = doc_of(
        "Reporters/PROPNS/nsubj/left Without/PROPN/flat/Reporters Borders/PROPNS/flat/Reporters "
        "(/PUNCT/punct/RWB "
        "RWB/PROPN/appos/Reporters )/PUNCT/punct/RWB left/VERB/root",
        f"RWB/PROPN/nsubj/said {SAID}",
        names={"Reporters Without Borders": "ORG"},
    )
    assert names_at(doc, "RWB", 1) == ["Reporters Without Borders"]


def test_two_spellings_of_one_actor_are_one_party():
    doc = doc_of(
        f"Islamic/PROPN/compound/State State/PROPN/nsubj/said {SAID}",
        f"Isis/PROPN/nsubj/said {SAID}",
        names={"Islamic State": "ORG", "Isis": "ORG"},
    )
    assert names_at(doc, "Isis") == ["Islamic State"]


def test_the_office_behind_of_is_no_part_of_a_name():
    doc = doc_of(
        "Secretary/PROPN/nsubj/said of/ADP/case/State State/PROPN/nmod/Secretary "
        f"Mina/PROPN/flat/Secretary Orlu/PROPN/flat/Secretary {SAID}",
        names={"State Mina Orlu": "PERSON"},
    )
    assert names_at(doc, "Mina") == ["Mina Orlu"]


def test_titles_are_no_part_of_a_name():
    doc = doc_of(
        f"The/DET/det/Afrin SDF/PROPN/compound/commander commander/NOUN/compound/Afrin "
        f"Adnan/PROPN/compound/Afrin "
        f"Afrin/PROPN/nsubj/said {SAID}",
        names={"Adnan Afrin": "PERSON"},
    )
    assert names_at(doc, "Afrin") == ["Adnan Afrin"]
    assert names_at(doc, "commander") == ["Adnan Afrin"]


def test_a_role_with_a_name_after_a_comma_is_the_person():
    doc = doc_of(
        "The/DET/det/leader group/NOUN/compound/leader leader/NOUN/nsubj/died ,/PUNCT/punct/Bakr "
        "Abu/PROPN/appos/leader "
        "Bakr/PROPN/flat/Abu ,/PUNCT/punct/died died/VERB/root ./PUNCT/punct/died",
        names={"Abu Bakr": "PERSON"},
    )
    assert names_at(doc, "leader") == ["Abu Bakr"]


def test_joined_names_are_parties_each_in_text_order():
    doc = doc_of(
        "Russia/PROPN/nsubj/agreed and/CCONJ/cc/Iran Iran/PROPN/conj/Russia agreed/VERB/root "
        "./PUNCT/punct/agreed"
    )
    assert names_at(doc, "Russia") == ["Russia", "Iran"]


def test_joined_common_nouns_are_one_party():
    doc = doc_of(
        "Women/NOUNS/nsubj/left and/CCONJ/cc/children children/NOUNS/conj/Women left/VERB/root "
        "./PUNCT/punct/left"
    )
    assert names_at(doc, "Women") == ["Women and children"]


def test_the_us_is_the_united_states_and_its_forces_keep_their_words():
    doc = doc_of("The/DET/det/US US/PROPN/nsubj/left left/VERB/root ./PUNCT/punct/left", names={"US": "GPE"})
    assert names_at(doc, "US") == ["United States"]
    doc = doc_of("US/PROPN/compound/troops troops/NOUNS/nsubj/left left/VERB/root ./PUNCT/punct/left")
    (party,) = cast_of(doc).parties(subject(doc, "troops"))
    assert (party.name, party.actor) == ("US troops", "us-military")


def test_members_in_numbers_are_unnamed():
    doc = doc_of(
        "Three/NUM/nummod/troops US/PROPN/compound/troops troops/NOUNS/nsubj/left left/VERB/root",
    )
    (party,) = cast_of(doc).parties(subject(doc, "troops"))
    assert (party.name, party.actor, party.kind) == ("Three US troops", None, "unnamed")


def test_an_unnamed_party_keeps_number_and_of_phrase_and_loses_article_and_clause():
    doc = doc_of(
        "The/DET/det/members 14/NUM/nummod/members members/NOUNS/nsubj/fled of/ADP/case/Column "
        "Blue/PROPN/compound/Column Column/PROPN/nmod/members who/PRON/nsubj/fought "
        "fought/VERB/acl:relcl/members "
        "fled/VERB/root ./PUNCT/punct/fled",
        names={"Blue Column": "ORG"},
    )
    assert names_at(doc, "members") == ["14 members of Blue Column"]
    assert names_at(doc, "who") == ["14 members of Blue Column"]


def test_names_within_a_phrase_are_given_in_full():
    doc = doc_of(
        "Blue/PROPN/compound/Column Column/PROPN/nsubj/left (/PUNCT/punct/BC BC/PROPN/appos/Column "
        ")/PUNCT/punct/BC "
        "left/VERB/root",
        "BC/PROPN/compound/fighters fighters/NOUNS/nsubj/fled fled/VERB/root",
        names={"Blue Column": "ORG"},
    )
    assert names_at(doc, "fighters") == ["Blue Column fighters"]


def test_a_capital_that_acts_is_its_state_and_one_where_things_happen_is_none():
    doc = doc_of(
        "Ankara/PROPN/nsubj/said said/VERB/root ./PUNCT/punct/said",
        "He/PRON/nsubj/left left/VERB/root in/ADP/case/Ankara Ankara/PROPN/obl/left ./PUNCT/punct/left",
        names={"Ankara": "GPE"},
    )
    assert names_at(doc, "Ankara") == ["Turkey"]
    assert not cast_of(doc).is_actor(subject(doc, "Ankara", 1))


def test_a_pronoun_gives_the_name_with_the_naming_words_as_via():
    doc = doc_of(
        "Adnan/PROPN/nsubj/left Afrin/PROPN/flat/Adnan left/VERB/root ./PUNCT/punct/left",
        "He/PRON/nsubj/died died/VERB/root ./PUNCT/punct/died",
        names={"Adnan Afrin": "PERSON"},
    )
    (party,) = cast_of(doc).parties(subject(doc, "He"))
    assert (party.name, party.span.text, party.via.text) == ("Adnan Afrin", "He", "Adnan Afrin")


def test_a_pronoun_agrees_with_whom_it_stands_for():
    doc = doc_of(
        "Mr/PROPN/compound/Afrin Afrin/PROPN/nsubj/met met/VERB/root Mrs/PROPN/compound/Kaya "
        "Kaya/PROPN/obj/met",
        "She/PRON/nsubj/left left/VERB/root",
        "The/DET/det/gunmen gunmen/NOUNS/nsubj/saw saw/VERB/root him/PRON/obj/saw",
        "They/PRON/nsubj/fled fled/VERB/root",
        names={"Afrin": "PERSON", "Kaya": "PERSON"},
    )
    assert names_at(doc, "She") == ["Kaya"]
    assert names_at(doc, "him") == ["Afrin"]
    assert names_at(doc, "They") == ["gunmen"]


def test_a_pronoun_that_nobody_fits_stays_open():
    doc = doc_of("They/PRON/nsubj/fled fled/VERB/root ./PUNCT/punct/fled")
    assert names_at(doc, "They") == []
    assert not cast_of(doc).is_actor(subject(doc, "They"))


def test_the_object_of_a_verb_is_not_its_own_subject():
    doc = doc_of("Afrin/PROPN/nsubj/saw saw/VERB/root him/PRON/obj/saw", names={"Afrin": "PERSON"})
    assert names_at(doc, "him") == []


def test_i_is_who_says_it():
    doc = doc_of(
        "“/PUNCT/punct/agree I/PRON/nsubj/agree agree/VERB/ccomp/said ”/PUNCT/punct/agree "
        "Afrin/PROPN/nsubj/said "
        "said/VERB/root ./PUNCT/punct/said",
        names={"Afrin": "PERSON"},
    )
    assert names_at(doc, "I") == ["Afrin"]


def test_the_group_is_the_last_named_one():
    doc = doc_of(
        "Blue/PROPN/compound/Column Column/PROPN/nsubj/left left/VERB/root ./PUNCT/punct/left",
        "The/DET/det/group group/NOUN/nsubj/denied denied/VERB/root it/PRON/obj/denied ./PUNCT/punct/denied",
        names={"Blue Column": "ORG"},
    )
    (party,) = cast_of(doc).parties(subject(doc, "group"))
    assert (party.name, party.span.text, party.via.text) == ("Blue Column", "group", "Blue Column")


def test_its_fighters_are_the_groups_fighters():
    doc = doc_of(
        "Blue/PROPN/compound/Column Column/PROPN/nsubj/left left/VERB/root ./PUNCT/punct/left",
        "Its/PRON/nmod:poss/fighters fighters/NOUNS/nsubj/fled fled/VERB/root ./PUNCT/punct/fled",
        names={"Blue Column": "ORG"},
    )
    assert names_at(doc, "fighters") == ["Blue Column fighters"]


def test_the_minister_is_the_one_person_with_that_title():
    doc = doc_of(
        "Minister/PROPN/compound/Kaya Leyla/PROPN/compound/Kaya Kaya/PROPN/nsubj/met met/VERB/root "
        "Adnan/PROPN/obj/met Afrin/PROPN/flat/Adnan",
        "The/DET/det/minister minister/NOUN/nsubj/left left/VERB/root ./PUNCT/punct/left",
        names={"Leyla Kaya": "PERSON", "Adnan Afrin": "PERSON"},
    )
    assert names_at(doc, "minister") == ["Leyla Kaya"]


@pytest.mark.parametrize(
    ("word", "acts"),
    [("gunmen", True), ("police", True), ("militia", True), ("president", True), ("situation", False)],
)
def test_who_can_act(word, acts):
    doc = doc_of(f"The/DET/det/{word} {word}/NOUN/nsubj/left left/VERB/root ./PUNCT/punct/left")
    assert cast_of(doc).is_actor(subject(doc, word)) is acts


def test_a_name_of_several_actors_is_ambiguous():
    registry = Registry([ActorRow("a", "Red Column"), ActorRow("b", "Red Column")])
    doc = doc_of(
        "Red/PROPN/compound/Column Column/PROPN/nsubj/left left/VERB/root ./PUNCT/punct/left",
        names={"Red Column": "ORG"},
    )
    (party,) = cast_of(doc, registry=registry).parties(subject(doc, "Column"))
    assert (party.kind, party.actor) == ("ambiguous", None)


def test_a_name_that_the_model_missed_is_found_through_the_registry():
    doc = doc_of(
        "boko/NOUN/compound/haram haram/NOUN/nsubj/left left/VERB/root".replace("boko", "Boko").replace(
            "haram", "Haram"
        )
    )
    assert [party.actor for party in cast_of(doc).mentions] == ["boko-haram"]


def test_namesakes_by_surname_stay_two_people():
    doc = doc_of(
        "Hafez/PROPN/nsubj/left al-Assad/PROPN/flat/Hafez left/VERB/root",
        "Bashar/PROPN/nsubj/left al-Assad/PROPN/flat/Bashar left/VERB/root",
        names={"Hafez al-Assad": "PERSON", "Bashar al-Assad": "PERSON"},
    )
    assert [party.actor for party in cast_of(doc).mentions] == ["hafez-al-assad", "bashar-al-assad"]


def test_two_demonyms_of_one_noun_are_two_parties():
    doc = doc_of(
        "Turkish/ADJ/amod/forces and/CCONJ/cc/Russian Russian/ADJ/conj/Turkish forces/NOUNS/nsubj/met "
        "met/VERB/root"
    )
    parties = cast_of(doc).parties(subject(doc, "forces"))
    assert [(p.name, p.actor) for p in parties] == [
        ("Turkish forces", "tr-military"),
        ("Russian forces", "ru-military"),
    ]


def test_an_adjective_by_itself_is_its_state():
    doc = doc_of("Iranian/ADJ/amod/drones drones/NOUNS/nsubj/fell fell/VERB/root")
    (party,) = cast_of(doc).parties(subject(doc, "Iranian"))
    assert (party.name, party.actor, party.span.text) == ("Iran", "ir", "Iranian")


def test_nationals_who_act_as_one_are_the_state_and_some_of_them_are_not():
    doc = doc_of("The/DET/det/Turks Turks/PROPNS/nsubj/left left/VERB/root")
    assert names_at(doc, "Turks") == ["Turkey"]
    doc = doc_of("Three/NUM/nummod/Turks Turks/PROPNS/nsubj/left left/VERB/root")
    assert names_at(doc, "Turks") == ["Three Turks"]


def test_its_forces_are_the_states():
    doc = doc_of(
        "Iran/PROPN/nsubj/left left/VERB/root ./PUNCT/punct/left",
        "Its/PRON/nmod:poss/forces forces/NOUNS/nsubj/fled fled/VERB/root",
    )
    assert names_at(doc, "forces") == ["Iranian forces"]


def test_the_army_is_the_only_army_that_was_named():
    first = "Iraqi/ADJ/amod/army army/NOUN/nsubj/left left/VERB/root ./PUNCT/punct/left"
    then = "The/DET/det/army army/NOUN/nsubj/fled fled/VERB/root ./PUNCT/punct/fled"
    assert names_at(doc_of(first, then), "army", 1) == ["Iraqi army"]
    other = "Syrian/ADJ/amod/army army/NOUN/nsubj/left left/VERB/root ./PUNCT/punct/left"
    assert names_at(doc_of(first, other, then), "army", 2) == ["army"]


def test_the_president_of_a_state_is_who_held_the_office_that_day():
    doc = doc_of(
        "Trump/PROPN/nsubj/left Washington/PROPN/obj/left left/VERB/root ./PUNCT/punct/left",
        "The/DET/det/president US/PROPN/compound/president president/NOUN/nsubj/fell fell/VERB/root",
        names={"Trump": "PERSON"},
    )
    assert names_at(doc, "president", published="2018-12-19") == ["Trump"]
    assert names_at(doc, "president", published="2022-12-19") == ["US president"]


def test_the_terror_group_is_no_army_and_no_newspaper():
    doc = doc_of(
        "Isis/PROPN/nsubj/told told/VERB/root Reuters/PROPN/obj/told ./PUNCT/punct/told",
        "The/DET/det/group terror/NOUN/compound/group group/NOUN/nsubj/fled fled/VERB/root",
    )
    assert names_at(doc, "group") == ["Isis"]


def test_nobody_says_he_of_himself():
    doc = doc_of(
        "Kaya/PROPN/nsubj/left left/VERB/root ./PUNCT/punct/left",
        "“/PUNCT/punct/fled He/PRON/nsubj/fled fled/VERB/ccomp/said ”/PUNCT/punct/fled "
        "Afrin/PROPN/nsubj/said "
        "said/VERB/root ./PUNCT/punct/said",
        names={"Kaya": "PERSON", "Afrin": "PERSON"},
    )
    assert names_at(doc, "He") == ["Kaya"]


def test_a_quotation_goes_on_with_its_speaker():
    doc = doc_of(
        "“/PUNCT/punct/agree I/PRON/nsubj/agree agree/VERB/ccomp/said ”/PUNCT/punct/agree "
        "Afrin/PROPN/nsubj/said "
        "said/VERB/root ./PUNCT/punct/said",
        "“/PUNCT/punct/fight We/PRON/nsubj/fight fight/VERB/root ”/PUNCT/punct/fight",
        names={"Afrin": "PERSON"},
    )
    assert names_at(doc, "We") == ["Afrin"]


def test_who_speaks_of_people_and_which_of_things():
    doc = doc_of(
        "The/DET/det/envoy envoy/NOUN/nsubj/left to/ADP/case/Syria Syria/PROPN/nmod/envoy "
        "who/PRON/nsubj/spoke "
        "spoke/VERB/acl:relcl/Syria left/VERB/root"
    )
    assert names_at(doc, "who") == ["envoy"]


def test_a_hedge_is_no_party():
    doc = doc_of(
        "Up/ADP/nsubj/died to/ADP/case/civilians 24/NUM/nummod/civilians civilians/NOUNS/nmod/Up "
        "died/VERB/root"
    )
    assert names_at(doc, "Up") == ["24 civilians"]


def test_another_nations_namesake_is_another_actor():
    doc = doc_of("Turkish/ADJ/amod/Hezbollah Hezbollah/PROPN/nsubj/left left/VERB/root")
    (party,) = cast_of(doc).parties(subject(doc, "Hezbollah"))
    assert party.actor is None


def test_a_users_registry_links_what_the_shipped_one_does_not_know():
    registry = Registry([ActorRow("blue-column", "Blue Column", kind="armed group")])
    doc = doc_of("Blue/PROPN/compound/Column Column/PROPN/nsubj/left left/VERB/root")
    (party,) = cast_of(doc, registry=registry).parties(subject(doc, "Column"))
    assert party.actor == "blue-column"


@pytest.mark.parametrize(
    ("sentence", "head", "name", "actor"),
    [
        (
            "Chad/PROPN/nmod:poss/army 's/PART/case/Chad army/NOUN/nsubj/left left/VERB/root",
            "army",
            "Chadian army",
            "td-military",
        ),
        (
            "The/DET/det/government government/NOUN/nsubj/left of/ADP/case/Chad "
            "Chad/PROPN/nmod/government left/VERB/root",
            "government",
            "Chadian government",
            "td-government",
        ),
        (
            "Chad/PROPN/nmod:poss/bakers 's/PART/case/Chad bakers/NOUNS/nsubj/left left/VERB/root",
            "bakers",
            "Chad's bakers",
            None,
        ),
    ],
)
def test_a_body_of_a_state_is_named_by_the_adjective(sentence, head, name, actor):
    doc = doc_of(sentence, names={"Chad": "GPE"})
    (party,) = cast_of(doc).parties(subject(doc, head))
    assert (party.name, party.actor) == (name, actor)


def test_what_an_army_has_over_itself_is_the_states():
    doc = doc_of(
        "Chad/PROPN/nmod:poss/army 's/PART/case/Chad army/NOUN/nsubj/toppled toppled/VERB/root "
        "its/PRON/nmod:poss/government government/NOUN/obj/toppled",
        names={"Chad": "GPE"},
    )
    assert names_at(doc, "government") == ["Chadian government"]


def test_states_before_one_noun_are_parties_each_however_they_are_written():
    doc = doc_of(
        "US/PROPN/compound/troops and/CCONJ/cc/Kenyan Kenyan/ADJ/conj/US troops/NOUNS/nsubj/left "
        "left/VERB/root",
        names={"US": "GPE"},
    )
    assert names_at(doc, "troops") == ["US troops", "Kenyan troops"]
    one = doc_of(
        "United/PROPN/compound/States States/PROPN/compound/troops troops/NOUNS/nsubj/left left/VERB/root",
        names={"United States": "GPE"},
    )
    assert names_at(one, "troops") == ["United States troops"]


def test_a_name_set_apart_by_commas_is_whom_the_words_before_it_describe():
    doc = doc_of(
        "A/DET/det/writer writer/NOUN/nsubj/fled living/VERB/acl/writer in/ADP/case/Sofia "
        "Sofia/PROPN/obl/living ,/PUNCT/punct/Ann Ann/PROPN/parataxis/writer Lee/PROPN/flat/Ann "
        ",/PUNCT/punct/writer fled/VERB/root",
        names={"Ann Lee": "PERSON", "Sofia": "GPE"},
    )
    assert names_at(doc, "writer") == ["Ann Lee"]


def test_a_name_beside_a_word_for_a_person_is_that_person():
    doc = doc_of(
        "Peru/PROPN/nsubj/met met/VERB/root his/PRON/nmod:poss/counterpart counterpart/NOUN/obj/met "
        ",/PUNCT/punct/Ann Ann/PROPN/dep/met Lee/PROPN/flat/Ann ,/PUNCT/punct/met twice/NOUN/obl/met",
        names={"Ann Lee": "PERSON", "Peru": "GPE"},
    )
    assert names_at(doc, "counterpart") == ["Ann Lee"]


def test_a_mark_that_the_parse_takes_for_a_noun_is_nobody():
    doc = doc_of(
        "Ann/PROPN/nsubj/left and/CCONJ/cc/- -/NOUN/conj/Ann left/VERB/root", names={"Ann": "PERSON"}
    )
    assert names_at(doc, "Ann") == ["Ann"]


def test_a_name_that_lost_its_apostrophe_is_the_name():
    doc = doc_of(
        f"Bashar/PROPN/nsubj/said Assads/PROPN/flat/Bashar {SAID}",
        f"Syrias/PROPN/nsubj/said {SAID}",
        names={"Bashar Assads": "PERSON", "Syrias": "GPE"},
    )
    cast = cast_of(doc)
    assert [(p.name, p.actor) for p in cast.mentions] == [
        ("Bashar Assad", "bashar-al-assad"),
        ("Syria", "sy"),
    ]


def test_where_the_report_has_apostrophes_an_s_is_part_of_the_name():
    doc = doc_of(
        f"Bashar/PROPN/nsubj/said Assads/PROPN/flat/Bashar {SAID}",
        f"Iran/PROPN/nmod:poss/army 's/PART/case/Iran army/NOUN/nsubj/said {SAID}",
        names={"Bashar Assads": "PERSON", "Iran": "GPE"},
    )
    assert [p.actor for p in cast_of(doc).mentions] == [None, "ir"]


def test_what_a_name_is_called_by_others_is_no_part_of_it():
    doc = doc_of(
        "so/ADV/advmod/called -/PUNCT/punct/called called/VERB/amod/State Islamic/PROPN/compound/State "
        f"State/PROPN/nsubj/said {SAID}",
        names={"so - called Islamic State": "ORG"},
    )
    assert names_at(doc, "State") == ["Islamic State"]


def test_those_who_can_act_are_not_one_with_what_cannot():
    doc = doc_of(
        "Bombs/NOUNS/nsubj/hit hit/VERB/root nurses/NOUNS/obj/hit "
        "and/CCONJ/cc/trucks trucks/NOUNS/conj/nurses"
    )
    assert names_at(doc, "nurses") == ["nurses", "trucks"]


NAMED = (
    "Supreme/PROPN/compound/Court Court/PROPN/nsubj/ruled of/ADP/case/Cassation Cassation/PROPN/nmod/Court "
    "ruled/VERB/root"
)


def test_a_body_is_the_one_whose_name_says_that_it_is_one():
    doc = doc_of(
        f"{NAMED} ./PUNCT/punct/ruled",
        f"Freedom/PROPN/compound/Party Party/PROPN/nsubj/said {SAID}",
        f"The/DET/det/court court/NOUN/nsubj/said {SAID}",
        names={"Supreme Court of Cassation": "ORG", "Freedom Party": "ORG"},
    )
    assert names_at(doc, "court") == ["Supreme Court of Cassation"]


def test_a_base_is_no_group_and_a_magazine_no_organisation():
    later = f"The/DET/det/group group/NOUN/nsubj/said {SAID}"
    for name in ("Asad base", "Freedom Magazine"):
        first, last = name.split()
        doc = doc_of(
            "They/PRON/nsubj/left left/VERB/root "
            f"{first}/PROPN/compound/{last} {last}/PROPN/obj/left ./PUNCT/punct/left",
            later,
            names={name: "ORG"},
        )
        assert names_at(doc, "group") == ["group"]


def test_the_nation_is_the_state_that_a_report_is_about_not_the_last_named():
    fell = "fell/VERB/root ./PUNCT/punct/fell"
    doc = doc_of(
        f"Iran/PROPN/nsubj/fell {fell}",
        f"Iran/PROPN/nsubj/fell {fell}",
        f"Iraq/PROPN/nsubj/fell {fell}",
        f"The/DET/det/nation nation/NOUN/nsubj/fell {fell}",
        f"The/DET/det/country country/NOUN/nsubj/fell {fell}",
        names={"Iran": "GPE", "Iraq": "GPE"},
    )
    assert names_at(doc, "nation") == ["Iran"]


def test_the_prime_minister_is_no_other_minister():
    doc = doc_of(
        "Foreign/ADJ/amod/Minister Minister/PROPN/compound/Ann Ann/PROPN/nsubj/said Lee/PROPN/flat/Ann "
        + SAID,
        "The/DET/det/minister prime/ADJ/amod/minister minister/NOUN/nsubj/said " + SAID,
        "The/DET/det/minister minister/NOUN/nsubj/said " + SAID,
        names={"Ann Lee": "PERSON"},
    )
    assert names_at(doc, "minister", 0) == ["prime minister"]
    assert names_at(doc, "minister", 1) == ["Ann Lee"]


def test_somebody_without_a_name_is_the_one_who_was_brought_in():
    entered = (
        "A/DET/det/suspect masked/ADJ/amod/suspect suspect/NOUN/nsubj/fled fled/VERB/root ./PUNCT/punct/fled"
    )
    later = f"The/DET/det/suspect suspect/NOUN/nsubj/said {SAID}"
    assert names_at(doc_of(entered, later), "suspect", 1) == ["masked suspect"]
    assert names_at(doc_of(entered, entered, later), "suspect", 2) == ["suspect"]


@pytest.mark.parametrize("noun", ["surveyor", "nun", "associate", "vigilante", "trooper", "jury"])
def test_people_at_their_work_and_those_beside_them_can_act(noun):
    doc = doc_of(f"A/DET/det/{noun} {noun}/NOUN/nsubj/left left/VERB/root")
    assert cast_of(doc).is_actor(subject(doc, noun))


def test_age_and_home_of_a_person_are_no_more_persons():
    doc = doc_of(
        "Police/NOUNS/nsubj/held held/VERB/root Ann/PROPN/obj/held Lee/PROPN/flat/Ann ,/PUNCT/punct/22 "
        "22/NUM/conj/Ann ,/PUNCT/punct/Avdo of/ADP/case/Avdo Avdo/PROPN/conj/Ann",
        names={"Ann Lee": "PERSON", "Avdo": "GPE"},
    )
    assert names_at(doc, "Ann") == ["Ann Lee"]


def test_an_apostrophe_is_one_however_it_is_printed():
    doc = doc_of(
        "Ann/PROPN/nmod:poss/brothers ’s/PART/case/Ann brothers/NOUNS/nsubj/left left/VERB/root",
        names={"Ann": "PERSON"},
    )
    assert names_at(doc, "brothers") == ["Ann 's brothers"]


def test_a_word_with_a_hyphen_is_in_a_name_whole_or_not_at_all():
    backed = doc_of(
        "The/DET/det/opposition foreign/ADV/advmod/backed -/PUNCT/punct/foreign backed/VERB/amod/opposition "
        "opposition/NOUN/nsubj/left left/VERB/root"
    )
    assert names_at(backed, "opposition") == ["foreign-backed opposition"]
    called = doc_of(
        "The/DET/det/group so/ADV/advmod/called -/PUNCT/punct/so called/VERB/amod/group "
        "Lashkar/PROPN/compound/group group/NOUN/nsubj/left left/VERB/root",
        names={"Lashkar": "ORG"},
    )
    assert names_at(called, "group") == ["Lashkar group"]


@pytest.mark.parametrize(
    ("before", "number", "name"),
    [
        ("remaining/VERB/amod/troops", "900/NUM/nummod/troops", "900 troops"),
        (
            "estimated/VERB/amod/troops four/NUM/compound/million",
            "million/NUM/nummod/troops",
            "four million troops",
        ),
        ("Kenyan/ADJ/amod/troops", "two/NUM/nummod/troops", "Kenyan two troops"),
    ],
)
def test_a_phrase_with_a_number_begins_with_it_or_with_a_name(before, number, name):
    doc = doc_of(
        f"The/DET/det/troops {before} {number} troops/NOUNS/nsubj/left left/VERB/root",
        names={"Kenyan": "NORP"} if "Kenyan" in before else None,
    )
    assert names_at(doc, "troops") == [name]


def test_whom_a_protest_is_against_is_named_without_anti():
    doc = doc_of(
        "Anti/ADJ/amod/government -/PUNCT/punct/government government/NOUN/compound/protests "
        "protests/NOUN/nsubj/began began/VERB/root ./PUNCT/punct/began"
    )
    assert names_at(doc, "government") == ["government"]


def test_one_of_two_joined_names_is_meant_by_a_noun_in_the_singular():
    doc = doc_of(
        "Norland/PROPN/nmod:poss/army 's/PART/case/Norland army/NOUN/nsubj/fought and/CCONJ/cc/Front "
        "the/DET/det/Front Red/PROPN/compound/Front Front/PROPN/conj/army fought/VERB/root",
        f"The/DET/det/army army/NOUN/nsubj/said {SAID}",
        names={"Norland": "GPE", "Red Front": "ORG"},
    )
    assert len(names_at(doc, "army", 0)) == 2
    assert "Red Front" not in names_at(doc, "army", 1)
