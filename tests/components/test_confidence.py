"""Level and polarity of one claim a sentence, with the bundled model: (sentence, predicate word, expected).

Expected is the level, with a minus sign for negative polarity. The cases follow the tables of docs/output.md.
"""

import pytest

MOODS = [
    ("Le groupe a racheté son rival pour 3 milliards d'euros.", "racheté", "certain"),
    ("Le groupe aurait racheté son rival.", "racheté", "possible"),
    ("Les deux banques seraient en discussion depuis lundi.", "discussion", "possible"),
    ("Le constructeur pourrait fermer une usine.", "fermer", "possible"),
    ("L'usine devrait ouvrir en 2027.", "ouvrir", "probable"),
    ("L'usine ouvrira en 2027.", "ouvrira", "probable"),
    ("Le groupe va ouvrir une usine.", "ouvrir", "probable"),
    ("Le ministre a annoncé que l'État investirait 10 millions d'euros.", "investirait", "probable"),
    ("Si les taux baissaient, la banque investirait davantage.", "investirait", "unknown"),
    ("Sans cette aide, l'entreprise aurait disparu.", "disparu", "unknown"),
    ("Il faudrait fermer cette usine.", "fermer", "unknown"),
    ("Cette loi aurait dû entrer en vigueur plus tôt.", "entrer", "unknown"),
]

CHAINS = [
    ("Amazon veut racheter la start-up.", "racheter", "possible"),
    ("Amazon envisage de racheter la start-up.", "racheter", "possible"),
    ("Amazon a décidé de racheter la start-up.", "racheter", "probable"),
    ("Amazon a refusé de racheter la start-up.", "racheter", "certain-"),
    ("Amazon a renoncé à racheter la start-up.", "racheter", "certain-"),
    ("Amazon n'exclut pas de racheter la start-up.", "racheter", "possible"),
    ("Amazon n'a pas réussi à racheter la start-up.", "racheter", "certain-"),
    ("Amazon vient de racheter la start-up.", "racheter", "certain"),
    ("Amazon risque de perdre ce marché.", "perdre", "possible"),
    ("Le groupe n'a pas renoncé à vendre sa filiale.", "vendre", "certain"),
]

NEGATIONS = [
    ("La société n'a pas publié ses comptes.", "publié", "certain-"),
    ("La société n'a publié aucun chiffre.", "publié", "certain-"),
    ("La société n'emploie que dix personnes.", "emploie", "certain"),
    ("La société ne vend plus de voitures.", "vend", "certain-"),
    ("La direction n'a pas souhaité commenter l'affaire.", "commenter", "certain-"),
    ("La direction ne souhaite pas commenter l'affaire.", "commenter", "certain-"),
]

REPORTS = [
    ("Selon Reuters, le groupe a vendu sa filiale.", "vendu", "probable"),
    ("Selon des sources proches du dossier, le groupe a vendu sa filiale.", "vendu", "possible"),
    ("La police affirme que le suspect a quitté le pays.", "quitté", "probable"),
    ("Des témoins affirment que le suspect a quitté le pays.", "quitté", "possible"),
    ("Le groupe a confirmé que la filiale est à vendre.", "vendre", "certain"),
    ("Le ministre dit avoir signé l'accord.", "signé", "probable"),
    ("Le patron pense que les prix baissent.", "baissent", "probable"),
    ("Le patron ne pense pas que les prix baissent.", "baissent", "probable-"),
    ("Le groupe dément avoir vendu sa filiale.", "vendu", "probable-"),
    ("Le groupe a démenti avoir vendu sa filiale.", "vendu", "probable-"),
    ("Il est possible que le groupe vende sa filiale.", "vende", "possible"),
    ("Il est peu probable que le groupe vende sa filiale.", "vende", "doubtful"),
    ("On ignore si le groupe vend sa filiale.", "vend", "unknown"),
    ("Apple annonce le rachat de Beats.", "annonce", "probable"),
]

PASSIVES = [
    ("Le contrat est estimé à 3 milliards d'euros.", "estimé", "probable"),
    ("Une réunion est prévue mardi à Paris.", "prévue", "probable"),
    ("Le maire est soupçonné de fraude.", "soupçonné", "possible"),
    ("Le contrat est signé depuis mardi.", "signé", "certain"),
]

SCOPES = [
    # an attribution reaches the clauses coordinated in its sentence, a condition the consequence only
    ("Le ministre jure que le budget est prêt et que la dette baissera.", "prêt", "probable"),
    ("Le ministre annonce que la banque pourrait fermer si la loi est votée.", "fermer", "unknown"),
    ("Le porte-parole n'a pas écarté la possibilité que la banque vende sa filiale.", "vende", "possible"),
    ("L'enquête se poursuit, sans préciser si le maire sera entendu.", "entendu", "unknown"),
    ("Le groupe n'a plus que deux usines.", "a plus que", "certain"),
    ("Le Premier ministre britannique démissionna et son successeur signera la paix.", "signera", "certain"),
]

ADVERBS = [
    ("Le groupe a sans doute vendu sa filiale.", "vendu", "probable"),
    ("Le groupe a peut-être vendu sa filiale.", "vendu", "possible"),
    ("L'incendie est probablement accidentel.", "accidentel", "probable"),
]


def verdict(nlp, sentence, word):
    claims = [claim for claim in nlp(sentence)._.claims if word in claim.predicate.text]
    assert len(claims) == 1, [claim.predicate.text for claim in claims]
    return claims[0].confidence.level + ("-" if claims[0].polarity == "negative" else "")


@pytest.mark.model
@pytest.mark.parametrize(
    ("sentence", "word", "expected"), [*MOODS, *CHAINS, *NEGATIONS, *REPORTS, *PASSIVES, *SCOPES, *ADVERBS]
)
def test_level_and_polarity(nlp, sentence, word, expected):
    assert verdict(nlp, sentence, word) == expected


@pytest.mark.model
def test_a_level_has_its_reasons_outermost_first(nlp):
    [claim] = nlp("Selon Reuters, le groupe pourrait refuser de vendre sa filiale.")._.claims
    assert [reason.rule for reason in claim.confidence.reasons] == [
        "preposition",
        "modal-possibility",
        "failure",
    ]
    assert [reason.text for reason in claim.confidence.reasons] == ["Selon", "pourrait", "refuser"]
    assert (claim.confidence.level, claim.polarity) == ("possible", "negative")


@pytest.mark.model
def test_a_plain_fact_needs_no_reason(nlp):
    [claim] = nlp("Le groupe emploie dix personnes.")._.claims
    assert (claim.confidence.level, claim.confidence.reasons, claim.cues) == ("certain", (), ())


@pytest.mark.model
def test_the_group_of_cues_holds_those_of_the_claims_only(nlp):
    """The words that might have set a level stay among the candidates."""
    doc = nlp(
        "Selon Reuters, Acmé pourrait, pour Luc Daverne, racheter Zorbex. Zorbex a payé pour ce terrain."
    )
    used = {(cue.start, cue.end, cue.kind, cue.rule) for claim in doc._.claims for cue in claim.cues}
    found = {(cue.start, cue.end, *map(cue.values.get, ("kind", "rule"))) for cue in doc._.claimx_cues}
    assert found == used != set()
    assert all(span.text != "pour" or span.start_char < 60 for span in doc.spans["claimx_cues"])
    assert [cue.text for cue in doc.spans["claimx_cue_candidates"]].count("pour") == 2
