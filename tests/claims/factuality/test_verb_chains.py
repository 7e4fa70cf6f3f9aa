"""What a verb chain, a predicate or a noun in it says of its claim: (text, word, level, cues)."""

import pytest

from tests.treebank import claims_of
from tests.treebank.summaries import claim_with, verdict

CHAINS = [
    ("Zorbex veut vendre sa filiale.", "vendre", "possible", ["veut"]),
    ("Zorbex a décidé de vendre sa filiale.", "vendre", "probable", ["décidé"]),
    ("Zorbex refuse de vendre sa filiale.", "vendre", "certain-", ["refuse"]),
    ("Zorbex exclut de vendre sa filiale.", "vendre", "certain-", ["exclut"]),
    ("Zorbex vient de vendre sa filiale.", "vendre", "certain", []),
    ("Zorbex risque de vendre sa filiale.", "vendre", "possible", ["risque"]),
    ("Zorbex semble vendre sa filiale.", "vendre", "possible", ["semble"]),
    # not done, against: may not be done
    ("La direction n'a pas souhaité commenter.", "commenter", "certain-", ["pas"]),
    # the weakest on the way wins, negations cancel
    ("Zorbex pourrait refuser de vendre sa filiale.", "vendre", "possible-", ["pourrait", "refuser"]),
    ("Zorbex n'a pas renoncé à vendre sa filiale.", "vendre", "certain", ["pas renoncé"]),
    # asked of somebody it is an act
    ("Le maire demande aux habitants de quitter la ville.", "quitter", "certain", []),
    ("Le maire demande à quitter la ville.", "quitter", "possible", ["demande"]),
]

PREDICATES = [
    ("La vente est probable.", "probable", "probable", ["probable"]),
    ("La vente est peu probable.", "probable", "doubtful", ["probable"]),
    ("La vente n'est pas possible.", "possible", "certain-", ["pas possible"]),
    ("La vente semble improbable.", "semble", "doubtful", ["semble", "improbable"]),
    ("Les groupes sont en discussion.", "discussion", "possible", ["discussion"]),
    ("Le pont est sur le point de céder.", "céder", "probable", ["point"]),
    ("Le maire est capable de partir.", "partir", "certain", []),
    ("Il est possible de partir.", "possible", "possible", ["possible"]),
]

NOUNS = [
    ("Zorbex a une usine.", "usine", "certain", []),
    # a noun of something planned: a plan; another noun: an act
    ("Zorbex étudie la vente de sa filiale.", "étudie", "possible", ["étudie"]),
    ("Zorbex étudie les dauphins.", "étudie", "certain", []),
    ("Le contrat est estimé à trois millions.", "estimé", "probable", ["est estimé"]),
    ("Une réunion est prévue mardi.", "prévue", "probable", ["prévue"]),
    ("Le maire est soupçonné de fraude.", "soupçonné", "possible", ["est soupçonné"]),
    ("Le contrat est signé.", "signé", "certain", []),
]

NEGATIONS = [
    ("La société n'a pas publié ses comptes.", "publié", "certain-", ["pas"]),
    ("La société n'a publié aucun chiffre.", "publié", "certain-", ["aucun"]),
    ("La société n'emploie que dix personnes.", "emploie", "certain", []),
    ("La société ne vend plus de voitures.", "vend", "certain-", ["plus"]),
    ("La société n'a vendu ni loué son siège.", "vendu", "certain-", ["ni"]),
    ("Le pont a cédé sans que rien ne change.", "change", "certain-", ["sans que"]),
]


NEGATED = [
    ("Zorbex ne veut pas vendre sa filiale.", "vendre", "possible-"),
    ("Zorbex ne refuse pas de vendre sa filiale.", "vendre", "certain"),
    ("Zorbex n'exclut pas de vendre sa filiale.", "vendre", "possible"),
    ("Zorbex n'a pas réussi à vendre sa filiale.", "vendre", "certain-"),
    ("Le maire n'est pas capable de partir.", "partir", "certain-"),
]

HELD = [
    # the noun that a light verb holds decides
    ("Zorbex a l'intention de vendre sa filiale.", "a", "possible"),
    ("Zorbex n'a pas l'intention de vendre sa filiale.", "a", "possible-"),
    ("Zorbex court le risque de perdre un client.", "court", "possible"),
    ("Zorbex a le droit de vendre sa filiale.", "a", "certain"),
    ("Zorbex exprime une idée.", "exprime", "certain"),
]


@pytest.mark.parametrize(("text", "word", "level"), [*NEGATED, *HELD])
def test_the_level_of_a_chain(text, word, level):
    assert verdict(claim_with(claims_of(text), word)) == level


@pytest.mark.xfail(
    strict=True,
    raises=AssertionError,
    reason="the negation of an operator is no cue after it, or where the operator is none",
)
@pytest.mark.parametrize("text", [NEGATED[0][0], NEGATED[1][0], NEGATED[3][0], NEGATED[4][0]])
def test_the_word_that_turns_a_chain_is_a_cue(text):
    [claim] = claims_of(text)
    assert any("pas" in cue.text.split() for cue in claim.cues)


@pytest.mark.xfail(
    strict=True, raises=AssertionError, reason="the light verb is given for the noun that it holds"
)
@pytest.mark.parametrize("text", [HELD[0][0]])
def test_the_noun_that_a_light_verb_holds_is_the_cue(text):
    [claim] = claims_of(text)
    assert [cue.text for cue in claim.cues] == ["intention"]


@pytest.mark.xfail(
    strict=True, raises=AssertionError, reason='"prêt" without an infinitive is taken for a plan'
)
def test_what_is_ready_is_a_fact():
    [claim] = claims_of("Le traité est prêt.")
    assert verdict(claim) == "certain"


@pytest.mark.parametrize(("text", "word", "level", "cues"), [*CHAINS, *PREDICATES, *NOUNS, *NEGATIONS])
def test_what_a_chain_says_of_its_claim(text, word, level, cues):
    claim = claim_with(claims_of(text), word)
    assert (verdict(claim), [cue.text for cue in claim.cues]) == (level, cues)
