"""Organisations in tagged sentences: [mention] or [mention=Name] or [mention=Name|Name/via].

Without ``=`` the mention is its own name. What stands outside brackets is no organisation.
"""

import re

import pytest
from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from claimx import annotations
from claimx.components.organizations import Organizations, make_list
from claimx.language import ClaimxFrench

TAG = re.compile(r"\[([^\]=]+)(?:=([^\]/]+))?(?:/(\w+))?\]")

BY_NAME = [
    "[Nvidia], [Microsoft] et [Amazon] veulent booster [OpenAI].",
    "Le groupe [L’Oréal] a cédé sa part à [Nestlé].",
    "[NVIDIA=Nvidia] grimpe, [Nvidia] aussi.",
    "Un accord entre la [Nasa=NASA] et l'[Agence spatiale européenne].",
    "Le [PS=Parti socialiste/acronym] et [LFI=La France insoumise/acronym] discutent.",
    "Le décret du [Conseil d'État] vise la [Cour des comptes].",
    "Les abonnés de [Canal+] et de [Canal +=Canal+].",
    "[S&P] et [Moody's] ont dégradé la note.",
    "[BNP Paribas] n'est pas la [Banque de France].",
    "L'[Union européenne] et l'[UE=Union européenne/acronym].",
    "Il a vendu [AXA=Axa] et [Allianz].",
    "Le texte est devant l'[Assemblée nationale] puis au [Sénat].",
    "Un article de [L'Équipe], un autre du [Figaro=Le Figaro].",
    "Les dirigeants de [Renault]-[Nissan] se taisent.",
    "Chez [Médecins sans frontières], on attend.",
    "La [Commission=Commission] propose un texte.",
    "Un rapport du [FMI] et de la [Banque mondiale].",
    "La charte des [nations unies] et la [commission des lois].",
]

NOT_ORGANIZATIONS = [
    "Derrière ChatGPT ou Gemini se cache l'IA.",
    "Son iPhone et son Apple Watch sont cassés.",
    "Une orange, un casino et un carrefour.",
    "Le total des ventes est libre et direct.",
    "La Coupe du Monde commence, le monde regarde.",
    "Sur Facebook et via Twitter, les messages affluent.",
    "Son compte Twitter est suspendu.",
    "Le collectif anti-Uber et le compte @Orange.",
    "Écrivez à contact@renault.fr ou sur orange.fr.",
    "M. Bouygues et Mme Leclerc sont sortis.",
    "Un gouvernement et l'État se taisent.",
    "Il va former gouvernement.",
    "Le guide Michelin ne change pas.",
    "La Libération de Paris et la Renaissance italienne.",
    "La Commission de surveillance siège.",
    "Le ministre de l'Intérieur est là.",
    "Le Pérou, le Burundi et New York.",
    "Il suit le cours de la rivière Volga.",
    "Le PIB et la TVA montent, le CAC 40 baisse.",
    "",
]

IN_CONTEXT = [
    "L'opérateur [Orange] a perdu des clients.",
    "Il a quitté [Free] pour [SFR].",
    "Le distributeur [Casino] ferme des magasins. [Casino] recule.",
    "[Facebook] a annoncé un plan. Sur Facebook, on en rit.",
    "Selon le [Monde=Le Monde], rien ne change.",
    "Les journalistes du [Monde=Le Monde] sont en grève.",
    "[Le Monde] a révélé l'affaire. Une enquête du [Monde=Le Monde] suit.",
    "Le quotidien [La Provence] change de mains.",
    "Le guide Michelin irrite [Michelin].",
]

PATTERNS = [
    "La banque [Zorbex et Cie] a fermé.",
    "La société d'assurance [Zorbex] recrute. Hier, [Zorbex] s'est tue.",
    "Le studio de développement [KING Art Game] ferme.",
    "Les banques [BNP Paribas], [Zorbex Capital] et [Oddo] prêtent.",
    "L'éditeur britannique [Zorbex] est racheté.",
    "Le [gouvernement russe] et le [gouvernement du Burundi] se parlent.",
    "Le [gouvernement russe] cède. Un ministre quitte le [gouvernement=gouvernement russe].",
    "Il a annoncé la démission du [gouvernement].",
    "L'[armée française] et la [préfecture des Alpes-Maritimes].",
    "Le [parquet de Paris] enquête, le [parquet=parquet de Paris] requiert.",
    "Le [ministère de la Justice] et le [ministère russe de la Défense].",
    "L'[Autorité des marchés financiers] ([AMF=Autorité des marchés financiers/acronym]) enquête. "
    "L'[AMF=Autorité des marchés financiers/acronym] tranchera.",
    "La [Fédération des experts sportifs] ([FES=Fédération des experts sportifs/acronym]) vote. "
    "La [FES=Fédération des experts sportifs/acronym] refuse.",
    "Le produit intérieur brut (PIB) et un taux (TX).",
]

STANDS_FOR = [
    "[OpenAI], la startup de Sam Altman, grandit. Pilier de [la startup=OpenAI/nominal], il attend.",
    "La startup [Zorbex] recrute. [La startup=Zorbex/nominal] grandit.",
    "[Axa] et [Allianz] discutent. [Les deux groupes=Axa|Allianz/nominal] hésitent.",
    "[Nvidia], [Microsoft] et [Amazon] discutent avec [OpenAI]. "
    "Aucune [des entreprises concernées=Nvidia|Microsoft|Amazon/nominal] n'a confirmé.",
    "[Renault] souffre. [Le groupe=Renault/nominal] supprime des postes.",
    "[Renault] souffre. [Le constructeur=Renault/nominal] supprime des postes.",
    "[Microsoft] investit. [La firme de Redmond=Microsoft/nominal] a le temps.",
    "Selon [Reuters], [Safran] recrute. [Le groupe=Safran/nominal] n'a pas répondu.",
    "La chaîne d'information [Zorbex] ferme. [La chaîne=Zorbex/nominal] émet encore.",
    "[Amazon], [qui=Amazon/relative] entre au capital, se tait.",
    "Le [Haut Conseil pour le climat], [dont=Haut Conseil pour le climat/relative] l'avis compte.",
]

STANDS_FOR_NOTHING_KNOWN = [
    "Les entreprises embauchent, [Renault] aussi. Les entreprises attendent.",
    "[Renault] souffre. La startup grandit.",
    "[Renault] souffre. Le groupe de Vincent Bolloré grandit.",
    "[Renault] souffre. Un groupe grandit.",
    "[Axa], [Allianz] et [Generali] discutent. Les deux groupes hésitent.",
    "[Renault] souffre. Le patron de l'entreprise, [Zorbex], parle de la société [Zorbex].",
    "Le patron d'[OpenAI], qui parlait hier, est sorti.",
    "Le groupe grandit. [Renault] souffre.",
    "[Renault] souffre. Le constructeur chinois grandit.",
    "La [Nasa=NASA] attend. Le parti vote.",
]


WITH_THE_MODEL = [
    "Selon [The Information], [Nvidia], [Microsoft] et [Amazon] investiraient dans [OpenAI], la startup de Sam "
    "Altman. [Microsoft], pilier de [la startup=OpenAI/nominal], attend.\n\nAucune "
    "[des entreprises concernées=Nvidia|Microsoft|Amazon/nominal] n'a confirmé.",
    "[Amazon], [qui=Amazon/relative] pourrait entrer au capital, se tait.",
    "La [SNCF] recrute. [Elle=SNCF/pronoun] a ouvert mille postes.",
    "La [CFDT] a prévenu qu'[elle=CFDT/pronoun] ne signerait pas.",
    "Emmanuel Macron a rencontré [Renault]. Il a promis une aide.",
    "[Renault] a publié ses comptes. Il faut attendre.",
    "Le patron de [Renault], qui a démissionné mardi, avait promis des primes.",
    "[Renault] et [Nissan], [qui=Renault|Nissan/relative] discutent depuis un an, ont signé.",
]


@pytest.fixture(scope="module")
def french():
    return ClaimxFrench()


@pytest.fixture(scope="module")
def component():
    return Organizations(make_list())


def read_tags(tagged):
    """The text without tags, and the expected (start, end, name, via)."""
    text, expected, last = "", [], 0
    for tag in TAG.finditer(tagged):
        text += tagged[last : tag.start()]
        for name in (tag[2] or tag[1]).split("|"):
            expected.append((len(text), len(text) + len(tag[1]), name, tag[3]))
        text += tag[1]
        last = tag.end()
    return text + tagged[last:], expected


def found(doc):
    """(start, end, name, via) of every mark."""
    return [
        (values["start"], values["end"], values["name"], values["via"])
        for _, values in annotations.read(doc, annotations.ORGANIZATIONS)
    ]


@pytest.mark.parametrize(
    "tagged",
    [*BY_NAME, *NOT_ORGANIZATIONS, *IN_CONTEXT, *PATTERNS, *STANDS_FOR, *STANDS_FOR_NOTHING_KNOWN],
)
def test_list_and_patterns_alone(french, component, tagged):
    text, expected = read_tags(tagged)
    marks = found(component(french(text)))
    assert [(text[s:e], name, via) for s, e, name, via in sorted(marks)] == [
        (text[s:e], name, via) for s, e, name, via in sorted(expected)
    ]


@pytest.mark.model
@pytest.mark.parametrize("tagged", WITH_THE_MODEL)
def test_with_the_model(nlp, tagged):
    text, expected = read_tags(tagged)
    assert [(text[s:e], name, via) for s, e, name, via in found(nlp(text))] == [
        (text[s:e], name, via) for s, e, name, via in expected
    ]


def parsed(words, heads, deps, pos, ents=(), morphs=None):
    """A Doc by hand; ents: (first, last, label)."""
    doc = Doc(Vocab(), words=words, heads=heads, deps=deps, pos=pos, morphs=morphs)
    doc.set_ents([Span(doc, *ent) for ent in ents])
    return doc


@pytest.mark.parametrize("label", ["acl:relcl", "relcl", "acl"])
def test_relative_by_the_parse(component, label):
    doc = parsed(
        ["Zorbex", ",", "qui", "recrute", ",", "gagne", "."],
        [5, 3, 3, 0, 3, 5, 5],
        ["nsubj", "punct", "nsubj", label, "punct", "ROOT", "punct"],
        ["PROPN", "PUNCT", "PRON", "VERB", "PUNCT", "VERB", "PUNCT"],
        [(0, 1, "ORG")],
    )
    assert [mark[2:] for mark in found(component(doc))] == [("Zorbex", None), ("Zorbex", "relative")]


def test_relative_of_a_person_is_none(component):
    doc = parsed(
        ["Le", "patron", "de", "Zorbex", ",", "qui", "parle", ",", "sort", "."],
        [1, 8, 3, 1, 6, 6, 1, 6, 8, 8],
        ["det", "nsubj", "case", "nmod", "punct", "nsubj", "acl:relcl", "punct", "ROOT", "punct"],
        ["DET", "NOUN", "ADP", "PROPN", "PUNCT", "PRON", "VERB", "PUNCT", "VERB", "PUNCT"],
        [(3, 4, "ORG")],
    )
    assert [mark[2:] for mark in found(component(doc))] == [("Zorbex", None)]


@pytest.mark.parametrize(
    ("pronoun", "gender", "expected"),
    [("elle", "Fem", [("SNCF", None), ("SNCF", "pronoun")]), ("il", "Masc", [("SNCF", None)])],
)
def test_pronoun_agrees_with_the_subject_before(component, pronoun, gender, expected):
    doc = parsed(
        ["La", "SNCF", "recrute", ".", pronoun, "grandit", "."],
        [1, 2, 2, 2, 5, 5, 5],
        ["det", "nsubj", "ROOT", "punct", "nsubj", "ROOT", "punct"],
        ["DET", "PROPN", "VERB", "PUNCT", "PRON", "VERB", "PUNCT"],
        [(1, 2, "ORG")],
    )
    assert [mark[2:] for mark in found(component(doc))] == expected


def test_pronoun_of_a_person_is_none(component):
    doc = parsed(
        ["Marie", "quitte", "la", "SNCF", ".", "Elle", "part", "."],
        [1, 1, 3, 1, 1, 6, 6, 6],
        ["nsubj", "ROOT", "det", "obj", "punct", "nsubj", "ROOT", "punct"],
        ["PROPN", "VERB", "DET", "PROPN", "PUNCT", "PRON", "VERB", "PUNCT"],
        [(0, 1, "PER"), (3, 4, "ORG")],
    )
    assert [mark[2:] for mark in found(component(doc))] == [("SNCF", None)]


@pytest.mark.parametrize(
    ("words", "label", "expected"),
    [
        (["Selon", "Zorbex", ",", "oui"], "ORG", ["Zorbex"]),
        (["Martin", "Bouygues", "parle", "."], "PER", []),
        (["À", "Orange", "il", "pleut"], "LOC", []),
        (["La", "Nvidia", "parle", "."], "MISC", ["Nvidia"]),
        (["Une", "Nvidia", "parle", "."], "MISC", []),
        (["Avec", "ChatGPT", "il", "parle"], "ORG", []),
        (["un", "groupe", "dit", "oui"], "ORG", []),
        (["rivière", "Beipan", "."], "ORG", []),
        (["À", "Noisy-le-Sec", "."], "ORG", []),
    ],
)
def test_entities_are_corrected(component, words, label, expected):
    first = 0 if label == "PER" else 1
    doc = Doc(Vocab(), words=words)
    doc.set_ents([Span(doc, first, 2, label)])
    assert [mark[2] for mark in found(component(doc))] == expected


def test_one_name_in_a_document(french, component):
    text = "I-Télé et CNews se taisent. Le Conseil de sécurité vote. L'Agence Zorbex (AZ) vote."
    names = {mark[2] for mark in found(component(french(text)))}
    assert "CNews" in names
    assert "I-Télé" not in names


def test_user_list_comes_first(tmp_path, french):
    path = tmp_path / "mine.tsv"
    path.write_text("name\taliases\tkind\nZorbex\tla Zorb|ZBX\tcompany\n", encoding="utf-8")
    component = Organizations(make_list(str(path)))
    assert {mark[2] for mark in found(component(french("ZBX et la Zorb, puis Zorbex.")))} == {"Zorbex"}


def test_user_list_without_names_says_so(tmp_path):
    path = tmp_path / "mine.csv"
    path.write_text("id,label\n1,Zorbex\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"mine\.csv.*name"):
        make_list(str(path))


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "(",
        "((((",
        "[",
        "L'",
        "\n\n",
        "«",
        "AMF (",
        "(AMF)",
        "🙂 Nvidia 🙂",
        "la la la la",
        "du du groupe",
        "Nvidia et la cour",
        "la maison",
        "Nvidia. Le réseau",
    ],
)
def test_any_text_gives_an_answer(french, component, text):
    for start, end, _, _ in found(component(french(text))):
        assert text[start:end].strip()
