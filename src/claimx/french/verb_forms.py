"""Corrects finite verbs by their form: the conditional above all.

    Le groupe envisagerait de vendre.   →   envisagerait: Mood=Cnd
    D'après l'Insee, le chômage recule. →   recule: a verb, even if the tagger took it for an adjective

The press hedges with the conditional, so it must not be missed. A verb form that can only be a conditional
(``-rait`` after the stem of the future) is tagged as one regardless of the tagger. This rule alone found 54
of 54 in Sequoia (dev, test) and GSD (test), without a false positive. The same applies to the future.
A word in the position of a verb with the form of a verb is tagged as a verb, since treebanks contain few of
the verbs of the press.
"""

from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import Any, Protocol, runtime_checkable

from spacy.language import Language
from spacy.symbols import AUX, VERB  # type: ignore[import-not-found]
from spacy.tokens import Doc, Token

from claimx.lexicons import grammar, read
from claimx.lexicons.spelling import word_form
from claimx.lexicons.table_component import Row, TableComponent
from claimx.lexicons.word_forms import WordForms, word_forms

VERBAL = frozenset({"VERB", "AUX"})
VERBAL_SYMBOLS = frozenset({VERB, AUX})
FINITE = {"VerbForm": "Fin"}
THIRD_PERSON = {"Mood": "Ind", "Person": "3", "Tense": "Pres", "VerbForm": "Fin"}
QUE = frozenset({"que", "qu'", "qu’"})
# Classes of word forms, as in `claimx.lexicons.word_forms`.
NOT_PRESENT = frozenset({"Vp", "Vi", "Vg"})
FINITE_CLASSES = frozenset({"Ve", "Vl", "Vc", "Vf"})
# Parts of speech that a tagger gives to verbs by mistake.
MISTAKEN = frozenset({"ADJ", "NOUN", "ADV", "PROPN", "X"})
FINAL = frozenset(".!…»")


@runtime_checkable
class VerbOperators(Protocol):
    """The part of the operators that this component uses: whether a verb takes a clause with "que"."""

    def get(self, lemma: str, pos: str, frame: str = "") -> Any:
        """The operator of a lemma with this part of speech and complement, or None."""

    def with_rows(self, rows: Iterable[Row]) -> "VerbOperators":
        """The same, with the rows of a user's table first."""


@cache
def _endings(use: str) -> tuple[str, ...]:
    """The endings of one use, longest first."""
    found = [row["ending"] for row in read("verb_endings") if row["use"] == use]
    return tuple(sorted(found, key=len, reverse=True))


@cache
def _person(ending: str) -> dict[str, str]:
    """Number and person of a conditional or a future with this ending."""
    row = next(row for row in read("verb_endings") if (row["ending"], row["use"]) == (ending, "person"))
    return {"Number": row["number"], "Person": row["person"]}


def find_corrections(
    doc: Doc, forms: WordForms, operators: VerbOperators
) -> Iterator[tuple[Token, dict[str, str]]]:
    """Yield the verbs whose form contradicts their tags, with the correct features.

    operators: say which verbs take a clause with "que".
    """
    strings = doc.vocab.strings
    for index, (orth, pos, bundle) in enumerate(doc.to_array(["ORTH", "POS", "MORPH"]).tolist()):
        text = strings[orth]
        form, may_be_finite, may_take_que = _readings(text)
        if pos not in VERBAL_SYMBOLS:
            # Check the form first: few words of other classes look like a finite verb.
            if not (may_be_finite or may_take_que):
                continue
            token = doc[index]
            mistaken = may_be_finite and (
                (is_finite_form(form, forms) and _is_mistaken(token))
                or _heads_clause(token, form)
                or _is_missing(token, form)
            )
            if mistaken or (may_take_que and _takes_que(token, form, forms, operators)):
                number = "Plur" if text.endswith("nt") else "Sing"
                yield token, correct_features(form, {**THIRD_PERSON, "Number": number}, forms)
            continue
        features, right = _corrected(form, strings[bundle])
        if (
            features.get("VerbForm") == "Part"
            and may_take_que
            and _takes_que(doc[index], form, forms, operators)
        ):
            yield doc[index], correct_features(form, {**THIRD_PERSON, "Number": "Sing"}, forms)
        elif right != features:
            yield doc[index], right


@lru_cache(maxsize=1 << 15)
def _readings(text: str) -> tuple[str, bool, bool]:
    """The form of a word, whether it is primarily a finite verb, and whether it may be one with "que"."""
    form = word_form(text)
    kind = word_forms().word_class(form).partition("|")[0]
    return form, kind in FINITE_CLASSES, text.islower() and kind.startswith("V") and kind not in NOT_PRESENT


@lru_cache(maxsize=1 << 13)
def _corrected(form: str, bundle: str) -> tuple[dict[str, str], dict[str, str]]:
    """The features of a verb, as tagged and according to its form."""
    features = dict(part.split("=", 1) for part in bundle.split("|") if "=" in part)
    return features, correct_features(form, features, word_forms())


def is_finite_form(form: str, forms: WordForms) -> bool:
    """Tell whether a form can be a third person and nothing else: ``recule``, not ``marche``.

    Forms in -s are left out: the table has plurals of nouns under their singular.
    """
    return forms.word_class(form) in FINITE_CLASSES and form.endswith(_endings("third"))


def _is_missing(token: Token, form: str) -> bool:
    """Whether a word is the only possible verb of a sentence without one: "TotalEnergies dément tout projet".

    Between a noun and a determiner, a pronoun, an adverb or an infinitive, in a line that ends with a point.
    """
    if token.pos_ not in ("ADJ", "NOUN") or not token.text.islower() or not 0 < token.i < len(token.doc) - 2:
        return False
    if not form.endswith(_endings("present")):
        return False
    before, after = token.nbor(-1), token.nbor(1)
    framed = before.pos_ in ("NOUN", "PROPN", "ADJ") and (
        after.pos_ in ("ADV", "DET", "PRON") or "Inf" in after.morph.get("VerbForm", [])
    )
    if not framed:
        return False
    sentence = token.sent
    return sentence[-1].text in FINAL and not any(
        "Fin" in word.morph.get("VerbForm", []) for word in sentence
    )


def _takes_que(token: Token, form: str, forms: WordForms, operators: VerbOperators) -> bool:
    """Whether a form of a verb with "que" is between a noun or ", elle," and "que": "le maire doute que"."""
    if not 0 < token.i < len(token.doc) - 1:
        return False
    if token.nbor().lower_ not in QUE:
        return False
    before = [word.lower_ for word in token.doc[max(token.i - 3, 0) : token.i]]
    doubled = (
        len(before) == 3
        and before[0] == before[2] == ","
        and grammar.TONIC_PRONOUN in grammar.classes_of_form(before[1])
    )
    if not doubled and token.nbor(-1).pos_ not in ("NOUN", "PROPN"):
        return False
    lemma = forms.lemma(form, "verb")
    return lemma is not None and operators.get(lemma, "VERB", "que") is not None


def _heads_clause(token: Token, form: str) -> bool:
    """Whether a word has the subject and conjunction of a clause without a verb: "que l'usine ferme"."""
    if token.pos_ not in MISTAKEN or not token.text.islower() or not form.endswith(_endings("present")):
        return False
    labels = {child.dep_.partition(":")[0] for child in token.children}
    own = {"mark", "nsubj"} <= labels and not labels & {"aux", "cop", "det", "case"}
    return own and token.dep_ == "ccomp"


def _is_mistaken(token: Token) -> bool:
    """Whether a word is the head of a clause for the parser, but not a verb for the tagger."""
    if token.pos_ not in MISTAKEN or not token.text.islower():
        return False
    labels = {child.dep_.partition(":")[0] for child in token.children}
    if labels & {"det", "case", "cop", "amod"}:
        return False
    return "nsubj" in labels or token.dep_.partition(":")[0] in ("ccomp", "acl", "advcl")


def correct_features(form: str, features: dict[str, str], forms: WordForms) -> dict[str, str]:
    """Return the features of a verb, with the mood and tense that its form imposes."""
    kind = _verb_class(form, forms)
    if kind == "Vc" and features.get("Mood") != "Cnd":
        return _finite(form, features, mood="Cnd", tense="Pres")
    if kind == "Vf" and (features.get("Mood"), features.get("Tense")) != ("Ind", "Fut"):
        return _finite(form, features, mood="Ind", tense="Fut")
    if kind == "Ve" and features.get("VerbForm") == "Part" and _is_present(form):
        return dict(THIRD_PERSON, Number="Sing")
    return features


def _is_present(form: str) -> bool:
    """Whether a form of the present is no participle either: ``conseille``, not ``prise`` or ``prises``."""
    return form.endswith(_endings("present")) and not form.endswith(_endings("participle"))


def _verb_class(form: str, forms: WordForms) -> str:
    """The first class of a form. Of ``extraire`` and ``rentrer``, whose stems end in -r, ``extrait`` and
    ``rentrait`` only look like a conditional (``extrairait``, ``rentrerait``).
    """
    kind = forms.word_class(form).partition("|")[0]
    if kind != "Vc":
        return kind
    lemma = forms.lemma(form, "verb") or ""
    if lemma.endswith("raire") and "rair" not in form:
        return "Vl"
    return "Vm" if lemma.endswith("rer") and not form.rpartition("r")[0].endswith("re") else kind


def _finite(form: str, features: dict[str, str], *, mood: str, tense: str) -> dict[str, str]:
    ending = next(filter(form.endswith, _endings("person")), None)
    person = _person(ending) if ending else {}
    kept = person | {name: value for name, value in features.items() if name in ("Number", "Person")}
    return {**kept, **FINITE, "Mood": mood, "Tense": tense}


@Language.factory(
    "claimx_conditional",
    assigns=["token.morph", "token.pos"],
    requires=["token.pos", "token.morph"],
    default_config={"operators": {"@misc": "claimx.operators.v1"}},
)
def create_conditional(nlp: Language, name: str, operators: VerbOperators) -> "FiniteVerbs":
    """Create the component. operators: the words that take a claim in their scope."""
    return FiniteVerbs(operators)


class FiniteVerbs(TableComponent):
    """Corrects part of speech, Mood and Tense of finite verbs by their form."""

    def __init__(self, operators: VerbOperators) -> None:
        self.operators = operators
        self.rows = getattr(operators, "rows", ())

    def use_rows(self, rows: Iterable[Row]) -> None:
        """Look words up in these operator rows first."""
        self.rows = tuple(rows)
        self.operators = self.operators.with_rows(self.rows)

    def __call__(self, doc: Doc) -> Doc:
        """Correct a document. Returns the same Doc."""
        # Find all before writing any: corrections would change the context of the others.
        corrections: list[tuple[Any, dict[str, str]]] = [*find_corrections(doc, word_forms(), self.operators)]
        for token, features in corrections:
            if token.pos_ not in VERBAL:
                token.pos_ = "VERB"
            token.set_morph(features)
        return doc
