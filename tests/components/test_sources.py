"""Who each claim is credited to, with the bundled model: (text, predicate word, sources with their kinds)."""

import pytest

CASES = [
    ("Selon Reuters, le groupe a vendu sa filiale.", "vendu", ["Reuters/named"]),
    ("D'après le ministère, le chômage recule.", "recule", ["le ministère/institution"]),
    (
        "Selon des sources concordantes, le groupe a vendu sa filiale.",
        "vendu",
        ["des sources concordantes/anonymous"],
    ),
    ("Le chômage recule, a indiqué mardi l'Insee.", "recule", ["Insee/named"]),
    ("« Le chômage recule », assure le ministre.", "recule", ["le ministre/institution"]),
    ("Le maire a déclaré : « La route est fermée. »", "fermée", ["Le maire/institution"]),
    ("La direction affirme que l'usine est rentable.", "rentable", ["La direction/institution"]),
    ("Certains analystes estiment que l'action est trop chère.", "chère", ["Certains analystes/anonymous"]),
    (
        "Le procureur de Paris, François Molins, a annoncé que l'enquête est close.",
        "close",
        ["François Molins/named"],
    ),
    ("Pour Jean Dupont, analyste chez Natixis, le titre est trop cher.", "cher", ["Jean Dupont/named"]),
    (
        "La déclaration du ministre selon laquelle la dette recule a surpris.",
        "recule",
        ["ministre/institution"],
    ),
    ("Napoléon était convaincu que la paix pourrait durer.", "durer", ["Napoléon/named"]),
    ("« La dette recule », résume Anne Martin, économiste.", "recule", ["Anne Martin/named"]),
    (
        "Selon un proche du dossier cité par Bloomberg, Amazon serait prêt à payer 2 milliards de dollars.",
        *("payer", ["Bloomberg/named", "un proche du dossier/anonymous"]),
    ),
    ("Le groupe pourrait fermer, a appris l'AFP.", "fermer", ["AFP/named"]),
    ("La dette recule, croit savoir Reuters.", "recule", ["Reuters/named"]),
    # no sources
    ("Selon la loi, le bail est de neuf ans.", "neuf", []),
    ("Les prix varient selon les régions.", "varient", []),
    ("Selon moi, le titre est trop cher.", "cher", []),
    ("Le groupe n'a pas confirmé que la filiale est à vendre.", "vendre", []),
    ("Le ministre sait que le chômage recule.", "recule", []),
]


@pytest.mark.model
@pytest.mark.parametrize(("text", "word", "expected"), CASES)
def test_sources(nlp, text, word, expected):
    claims = [claim for claim in nlp(text)._.claims if word in claim.predicate.text]
    assert len(claims) == 1, [claim.predicate.text for claim in claims]
    assert [f"{source.text}/{source.kind}" for source in claims[0].sources] == expected


@pytest.mark.model
def test_a_quote_keeps_its_speaker_over_several_sentences(nlp):
    text = "« Le marché est solide. Nous investirons. Rien ne change », a déclaré Anne Martin, la directrice."
    claims = nlp(text)._.claims
    assert len(claims) == 3
    assert all([source.name for source in claim.sources] == ["Anne Martin"] for claim in claims)


@pytest.mark.model
@pytest.mark.xfail(reason="parse: foreign words at the head of a sentence take all of it")
def test_a_name_listed_after_the_source_is_not_a_source(nlp):
    [claim] = nlp("Selon The Information, Nvidia, Microsoft et Amazon ont signé.")._.claims
    assert [source.name for source in claim.sources] == ["The Information"]
    assert {org.name for org in claim.organizations} == {"Nvidia", "Microsoft", "Amazon"}
