"""Templates with their trees: the notation, what is made of it, and every template of the folder."""

import pytest
import spacy
from closed_classes import ClosedClasses
from conllu import check_tree
from constructions import Grammar, Rule, Template, expand, read_grammar
from homographs import Homographs, read_homographs
from inflect import Inflector, adjective, noun

from tests.training.trees import tree

HOMOGRAPHS = Homographs(read_homographs())


class AnyWord(ClosedClasses):
    """In place of the treebanks, which tests don't have: any word has any label."""

    def __init__(self):
        super().__init__([])

    def find(self, word, dep, pos=""):
        return pos or "X", word, ""


def made(template, *rules):
    """The only expansion of a template, with rules."""
    folder = Grammar()
    for rule in rules:
        left, _, right = rule.partition(" = ")
        name, *parameters = left.split(":")
        folder.rules[name].append(Rule(tuple(parameters), tuple(_items(right))))
    folder.templates.append(Template("t", 1, False, tuple(_items(template))))
    return next(expand(folder, AnyWord(), HOMOGRAPHS))


def _items(text):
    return text.replace("[", " [ ").replace("]", " ] ").split()


@pytest.mark.parametrize(
    ("template", "text"),
    [
        ("[nsubj [det le] %usine:f:s] !fermer:pres:s .", "L'usine ferme."),
        ("[nsubj [det les] %journal:m:p] !vendre:imp:p .", "Les journaux vendaient."),
        ("!parler:pres:s [obl:arg [case de] [det le] %port:m:s]", "Parle du port"),
        ("!parler:pres:s [obl:arg [case de] [det le] %usine:f:s]", "Parle de l'usine"),
        ("!parler:pres:s [obl:arg [case à] [det les] %usine:f:p]", "Parle aux usines"),
        ("!parler:pres:s [obl:arg [case de] [det des] %usine:f:p]", "Parle d'usines"),
        ("!perdre:pres:s [obj [det ce] %hôpital:m:s]", "Perd cet hôpital"),
        (
            "« [nsubj &Nadia] !tomber:pres:s » [parataxis , !dire:pres:s [nsubj -t-il]]",
            "« Nadia tombe », dit-il",
        ),
        ("!payer:pres:s [obj [nummod #1_200] %euro:m:p] ( [appos &AB] )", "Paye 1 200 euros (AB)"),
        ('" [nsubj &Nadia] !tomber:pres:s " [parataxis , !dire:pres:s]', '"Nadia tombe", dit'),
        (
            "[nsubj &Nadia] [aux:tense !avoir:cond:s] !prendre:part [obj [det la] %part:f:s]",
            "Nadia aurait pris la part",
        ),
    ],
)
def test_the_text_of_a_template(template, text):
    assert made(template).text == text


def test_heads_and_labels():
    sentence = made(
        "[nsubj $who] [parataxis:insert , !noter:pres:s [nsubj &Luc] ,] !tomber:pres:s .", "who = &Nadia"
    )
    heads = [(token.text, token.dep, sentence.tokens[token.head].text) for token in sentence.tokens]
    assert heads == [
        ("Nadia", "nsubj", "tombe"),
        (",", "punct", "note"),
        ("note", "parataxis:insert", "tombe"),
        ("Luc", "nsubj", "note"),
        (",", "punct", "note"),
        ("tombe", "ROOT", "tombe"),
        (".", "punct", "tombe"),
    ]


def test_arguments_and_variables_agree():
    rules = ("np:m:N = [det x] %groupe:m:N", "np:f:N = [det x] %ville:f:N")
    sentence = made("[nsubj:pass $np:f:p] [aux:pass !être:pres:p] !fermer:pass:f:p", *rules)
    assert sentence.text == "X villes sont fermées"


@pytest.mark.parametrize(
    ("template", "message"),
    [
        ("[nsubj &Nadia]", "0 heads"),
        ("&Nadia !tomber:pres:s", "2 heads"),
        ("$unknown", "no rule"),
        ("!soudre:pres:s", "forms"),
        ("[nsubj &Nadia !tomber:pres:s", "not closed"),
    ],
)
def test_a_template_that_is_wrong(template, message):
    with pytest.raises(ValueError, match=message):
        made(template)


GRAMMAR = read_grammar()


@pytest.fixture(scope="module")
def blank():
    return spacy.blank("claimx_fr")


@pytest.mark.parametrize("template", GRAMMAR.templates, ids=lambda template: template.name)
def test_every_template_of_the_folder(blank, template):
    sentences = list(expand(Grammar([template], GRAMMAR.rules), AnyWord(), HOMOGRAPHS))
    assert sentences
    for sentence in sentences:
        check_tree(sentence)
        assert [token.text for token in blank(sentence.text)] == [token.text for token in sentence.tokens]


def test_expansions_are_the_same_each_time():
    texts = [[s.text for s in expand(GRAMMAR, AnyWord(), HOMOGRAPHS)] for _ in range(2)]
    assert texts[0] == texts[1]
    assert len(texts[0]) == len(set(texts[0])) > 900


def test_the_dialect_is_that_of_the_treebanks():
    known = tree("Nadia Nadia PROPN 2 nsubj\nchute chuter VERB 0 ROOT Mood=Ind\n. . PUNCT 2 punct")
    closed = ClosedClasses([known])
    closed.check(known)
    assert closed.find("chute", "ROOT") == ("VERB", "chuter", "Mood=Ind")
    for other in (
        "Nadia Nadia PROPN 2 vocative\nchute chuter VERB 0 ROOT Mood=Ind",
        "Nadia Nadia NOUN 0 ROOT",
    ):
        with pytest.raises(ValueError, match="dialect"):
            closed.check(tree(other))
    with pytest.raises(ValueError, match="treebanks have no"):
        closed.find("chute", "nsubj")


TWO_ROOTS = "Nadia Nadia PROPN 0 ROOT\nchute chuter VERB 0 ROOT"
CYCLE = "Nadia Nadia PROPN 2 nsubj\nchute chuter VERB 1 conj\n. . PUNCT 0 ROOT"


def test_a_tree_has_one_root_and_no_cycle():
    good = tree("Nadia Nadia PROPN 2 nsubj\nchute chuter VERB 0 ROOT")
    assert check_tree(good) is good
    for table, message in ((TWO_ROOTS, "roots"), (CYCLE, "cycle")):
        with pytest.raises(ValueError, match=message):
            check_tree(tree(table))


CONJUGATION = """
annoncer imp p annonçaient
manger ger s mangeant
régler pres p règlent
appeler fut s appellera
employer cond s emploierait
finir sub s finisse
vendre imp s vendait
vendre sub p vendent
être sub p soient
avoir sub s ait
admettre part p admis
surprendre pres p surprennent
détenir fut s détiendra
dire imp p disaient
avoir ger s ayant
"""


@pytest.mark.parametrize("line", CONJUGATION.strip().splitlines())
def test_conjugation(line):
    lemma, tense, number, form = line.split()
    assert Inflector().verb(lemma, tense, "m", number)[0] == form


def test_agreement():
    assert Inflector().verb("fermer", "pass", "f", "p") == (
        "fermées",
        "Gender=Fem|Number=Plur|Tense=Past|VerbForm=Part|Voice=Pass",
    )
    assert adjective("public", "f", "p") == ("publiques", "public", "Gender=Fem|Number=Plur")
    assert adjective("fixe", "f", "s") == ("fixe", "fixe", "Number=Sing")
    assert noun("prix", "m", "p") == ("prix", "prix", "Gender=Masc|Number=Plur")
