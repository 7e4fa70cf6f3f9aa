"""Which claims of a text answer which: (text, hedged predicate, predicate of the answer, relation)."""

import pytest

import claimx
from claimx import _batch
from claimx.claims.factuality import responses
from claimx.model import Related, Response
from tests.treebank import claims_of
from tests.treebank.summaries import claim_with

CASES = [
    # an anaphor: a noun for what was said, a pronoun
    ("Selon Reuters, Atos vendrait sa filiale. Atos a démenti ces informations.", "vendrait", "démenti", "denied_by"),
    ("Selon Reuters, Atos vendrait sa filiale. Atos a confirmé cette information.", "vendrait", "confirmé", "confirmed_by"),
    ("Selon Reuters, Atos vendrait sa filiale. Aucun des groupes n'a confirmé ces informations.", "vendrait", "confirmé", "unconfirmed_by"),
    ("Selon Reuters, Atos vendrait sa filiale. L'information a été confirmée par le groupe.", "vendrait", "confirmée", "confirmed_by"),
    ("Des sources affirment que Renault fermera son usine. Renault a refusé de commenter cette information.", "fermera", "commenter", "unconfirmed_by"),
    ("Renault fermerait son usine. Le groupe l'a confirmé.", "fermerait", "confirmé", "confirmed_by"),
    # the noun of the verb
    ("Selon Les Échos, Capgemini pourrait racheter Atos. Capgemini a confirmé le rachat.", "racheter", "confirmé", "confirmed_by"),
    # the same predicate and organisation
    ("Renault fermerait son usine. Renault a démenti fermer son usine.", "fermerait", "fermer", "denied_by"),
    ("Renault a démenti fermer son usine. Selon Reuters, Renault fermerait son usine.", "fermerait", "fermer", "denied_by"),
]  # fmt: skip

NONE = [
    # a fact needs no confirmation
    "Renault a fermé son usine. Renault a confirmé ces informations.",
    # another matter
    "Selon Reuters, Atos vendrait sa filiale. Atos a confirmé ses objectifs.",
    "Selon Reuters, Atos vendrait sa filiale. Renault a démenti vendre la sienne.",
    # within one sentence the level says it
    "Le groupe n'a pas confirmé que sa filiale est à vendre.",
]


@pytest.mark.model
@pytest.mark.parametrize(("text", "hedged", "answer", "relation"), CASES)
def test_relations(nlp, text, hedged, answer, relation):
    claims = {claim.id: claim for claim in nlp(text)._.claims}
    [claim] = [claim for claim in claims.values() if hedged in claim.predicate.text]
    [related] = claim.related
    assert related.relation == relation
    assert answer in claims[related.claim].predicate.text


@pytest.mark.model
@pytest.mark.parametrize("text", NONE)
def test_no_relation(nlp, text):
    assert not [claim.related for claim in nlp(text)._.claims if claim.related]


@pytest.mark.model
def test_relations_name_claims_of_the_whole_text(monkeypatch):
    # A long text is read in pieces, whose claims are numbered together.
    text = "Le groupe a perdu un procès à Lyon en mars, devant la cour d'appel.\n\n" + CASES[0][0]
    monkeypatch.setattr(_batch, "MAX_CHUNK_CHARACTERS", 80)
    claims = claimx.extract(text, include="all")
    assert [claim.id for claim in claims] == ["c0", "c1", "c2"]
    assert claims[1].related == (Related("c2", Response.DENIED),)


BY_HAND = [
    # an anaphor: a noun for what was said, a pronoun
    ("Selon Reuters, Zorbex vendrait sa filiale. Zorbex a démenti ces informations.", "vendrait", "démenti", "denied_by"),
    ("Selon Reuters, Zorbex vendrait sa filiale. Zorbex n'a pas confirmé l'information.", "vendrait", "confirmé", "unconfirmed_by"),
    ("Selon Reuters, Zorbex vendrait sa filiale. Zorbex l'a confirmé.", "vendrait", "confirmé", "confirmed_by"),
    ("Selon Reuters, Zorbex vendrait sa filiale. L'information a été confirmée par Zorbex.", "vendrait", "confirmée", "confirmed_by"),
    ("Selon Reuters, Zorbex vendrait sa filiale. Zorbex a refusé de commenter l'information.", "vendrait", "commenter", "unconfirmed_by"),
    # the noun of the verb, the same predicate
    ("Selon Reuters, Zorbex vendrait sa filiale. Zorbex a confirmé la vente.", "vendrait", "confirmé", "confirmed_by"),
    ("Selon Reuters, Zorbex vendrait sa filiale. Zorbex dément avoir vendu sa filiale.", "vendrait", "vendu", "denied_by"),
]  # fmt: skip

UNANSWERED = [
    # a fact needs no answer
    ("Zorbex a vendu sa filiale. Zorbex a confirmé ces informations.", "vendu"),
    # another matter, another act, others
    ("Selon Reuters, Zorbex vendrait sa filiale. Zorbex a confirmé ses objectifs.", "vendrait"),
    ("Selon Reuters, Zorbex vendrait sa filiale. Zorbex a confirmé le départ du directeur.", "vendrait"),
    ("Selon Reuters, Zorbex vendrait sa filiale. Acmé dément avoir vendu sa filiale.", "vendrait"),
    # an information of its own
    (
        "Selon Reuters, Zorbex vendrait sa filiale. Zorbex a démenti l'information selon laquelle il ferme.",
        "vendrait",
    ),
]


@pytest.mark.parametrize(("text", "hedged", "answer", "relation"), BY_HAND)
def test_an_answer_by_hand(text, hedged, answer, relation):
    claims = claims_of(text)
    assert claim_with(claims, hedged).related == (Related(claim_with(claims, answer).id, Response(relation)),)


@pytest.mark.parametrize(("text", "hedged"), UNANSWERED)
def test_no_answer_by_hand(text, hedged):
    assert claim_with(claims_of(text), hedged).related == ()


def test_the_answers_of_a_text_grow_with_its_length_only():
    """Rumours and denials of the same verb, none of which names an organisation."""

    def answers(number):
        numbers = list(range(number))
        near = [responses._around(numbers, place) for place in numbers]
        return max(map(len, near)), near[number // 2][:3]

    assert answers(1000) == (2 * responses.MAX_CLAIMS_EXAMINED, [500, 499, 501])


@pytest.mark.model
def test_many_rumours_and_denials_have_few_answers_each():
    rumours = " ".join(f"Le groupe vendrait l’usine n° {number}." for number in range(40))
    denials = " ".join(f"Le directeur numéro {number} a démenti vendre une usine." for number in range(40))
    found = claimx.extract(f"{rumours}\n\n{denials}", include="all")
    answered = sum(len(claim.related) for claim in found)
    assert 0 < answered <= 40 * responses.MAX_CLAIMS_ANSWERED


@pytest.mark.model
def test_a_claim_that_answers_a_kept_claim_is_kept():
    text = "Selon Reuters, l’usine fermerait. C’est confirmé. Le ministre l’a démenti. Il pleut."
    every, kept = claimx.extract(text, include="all"), claimx.extract(text)
    assert len(kept) < len(every)
    ids = {claim.id for claim in kept}
    assert {related.claim for claim in kept for related in claim.related} <= ids
