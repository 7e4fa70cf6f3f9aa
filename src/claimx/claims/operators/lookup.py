"""The table of operators: looks up the operator that a word is.

``refuser`` with an infinitive is of the class ``failure``: its complement is presented as certainly false;
negated ("n'a pas refusé de"), as certainly true.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from claimx import lexicons
from claimx.claims.operators.classes import Operator, Trait, bundled_classes, classes_of
from claimx.lexicons import grammar
from claimx.lexicons.phrases import locution_table, split
from claimx.syntax.dependencies import children, first, helpers, is_bare_participle, is_passive, is_reflexive
from claimx.syntax.words import Parse, Word

MAX_TOKENS_IN_LOCUTION = 5
# Classes for verbs that are not in the table, in the position of a verb that is.
UNKNOWN_REPORT, INDIRECT_QUESTION = "report", "inquiry"


class Operators:
    """The bundled operators, overridden by the rows of a user's table."""

    def __init__(
        self, rows: Iterable[Mapping[str, str]] = (), classes: Iterable[Mapping[str, str]] = ()
    ) -> None:
        """rows, classes: a user's rows, as in ``operators.tsv`` and ``operator_classes.tsv``."""
        self.rows = tuple(dict(row) for row in rows)
        self._own_classes = tuple(dict(row) for row in classes)
        self.classes = {**bundled_classes(), **classes_of(self._own_classes)}
        self._entries = {
            (row["lemma"], row["pos"], frame): self.classes[row["class"]]
            for row in (*lexicons.read("operators"), *self.rows)
            for frame in row["frames"].split(",")
        }
        locutions = [(split(lemma), pos, operator) for (lemma, pos, _), operator in self._entries.items()]
        # The words of the verbs: one that is no such word needs no look-up.
        self._words_of_verbs = {word for words, pos, _ in locutions if pos == "VERB" for word in words}.union(
            lemma for lemma, pos, _ in self._entries if pos == "VERB"
        )
        self._prepositional = {
            words: operator for words, pos, operator in locutions if pos == "NOUN" and len(words) > 1
        }
        self._reflexives = frozenset(
            words[-1]
            for words, pos, _ in locutions
            if pos == "VERB" and grammar.REFLEXIVE in grammar.classes_of_form(words[0])
        )
        self._light = frozenset(words[0] for words, pos, _ in locutions if pos == "VERB" and len(words) > 1)
        self._sequences = {kind: locution_table(self._of_kind(kind)) for kind in ("ADP", "ADV")}

    def with_rows(self, rows: Iterable[Mapping[str, str]]) -> Operators:
        """The same classes with other rows of a user's own."""
        return Operators(rows, self._own_classes)

    def _of_kind(self, kind: str) -> Iterator[tuple[str, Operator]]:
        return ((lemma, operator) for (lemma, pos, _), operator in self._entries.items() if pos == kind)

    def get(self, lemma: str, pos: str, frame: str = "") -> Operator | None:
        """The operator of a lemma with this part of speech and complement, or None."""
        return self._entries.get((lemma, pos, frame))

    @property
    def unknown_report(self) -> Operator:
        """The operator of an unlisted verb in the position of a reporting verb."""
        return self.classes[UNKNOWN_REPORT]

    def of_verb(self, verb: Word, frame: str) -> Operator | None:
        """The operator of a verb with a complement of this frame: ``que``, ``inf``, ``np``, ``si`` ...

        A reflexive verb is looked up with its clitic first ("s'attendre", "se dire").
        """
        found = self._of_verb(verb, frame)
        if found is None and frame == "si" and self._of_verb(verb, "que") is not None:
            return self.classes[INDIRECT_QUESTION]
        return found

    def _of_verb(self, verb: Word, frame: str) -> Operator | None:
        lemma = verb.lemma_
        if lemma not in self._words_of_verbs:
            return None
        for outer in [verb.head, *helpers(verb)] if verb.base == "xcomp" else helpers(verb):
            found = self.get(f"{outer.lemma_} {lemma}", "VERB", frame)  # "laisse croire que"
            if found is not None:
                return found
            if grammar.CAUSATIVE in outer.lemma_classes:
                lemma = f"{outer.lemma_} {lemma}"
                break
        held = first(verb, "obj") if lemma in self._light else None
        if held is not None and not any(child.base == "det" for child in held.children):
            found = self.get(f"{lemma} {held.lower_}", "VERB", frame)  # "fait état de"
            if found is not None:
                return found
        if lemma in self._reflexives and is_reflexive(verb):
            for reflexive in grammar.reflexive_lemmas(lemma):
                found = self.get(reflexive, "VERB", frame)
                if found is not None:
                    return found
        return self.get(lemma, "VERB", frame)

    def of_phrasal_verb(self, verb: Word, frame: str) -> Operator | None:
        """The operator of a verb with a prepositional phrase right after it: "met en doute"; or None."""
        for child in children(verb, "obl"):
            case = first(child, "case")
            if case is not None and case.i == verb.i + 1 and child.i == verb.i + 2:
                return self.get(f"{verb.lemma_} {case.normal} {child.normal}", "VERB", frame)
        return None

    def of_speech(self, verb: Word) -> Operator | None:
        """The operator of a verb that stands beside a quotation or is inserted in what it reports."""
        return self.of_verb(verb, "inserted") or self.of_verb(verb, "que")

    def of_reporting_lemma(self, lemma: str) -> Operator:
        """The operator of a reporting verb by its lemma alone; ``unknown_report`` if not in the table."""
        return self.get(lemma, "VERB", "que") or self.get(lemma, "VERB", "inserted") or self.unknown_report

    def infinitive_role(self, verb: Word) -> str:
        """The role of a verb before an infinitive; see ``find_clauses``."""
        operator = self.of_verb(verb, "inf")
        held = first(verb, "obj")
        if operator is None or (
            operator.has(Trait.LIGHT) and held is not None and self.of_nominal(held) is not None
        ):
            return ""  # "fait la promesse de": the noun takes the infinitive
        if operator.has(Trait.OBJECT_CONTROL):
            return "accusation"
        return "speech" if operator.has(Trait.SPEECH) else "chain"

    def is_speech(self, verb: Word) -> bool:
        """Whether a verb reports or believes what its clause says ("note que P", "dit avoir levé")."""
        operator = self.of_verb(verb, "inf") or self.of_verb(verb, "que")
        return operator is not None and operator.has(Trait.SPEECH)

    def of_nominal(self, word: Word, frame: str = "") -> Operator | None:
        """The operator of a noun or an adjective, alone or with its preposition ("en discussion").

        frame: ``inf`` before an infinitive; some adjectives are operators only there ("est appelé à
        disparaître", not "est appelé aux urnes").
        """
        masculine = _masculine(word)
        if frame:
            found = self.get(word.lemma_, "ADJ", frame) or self.get(masculine, "ADJ", frame)
            if found is not None:
                return found
        case = next((child for child in word.children if child.base == "case" and child.i < word.i), None)
        if case is not None and word.i - case.i < MAX_TOKENS_IN_LOCUTION:
            phrase = tuple(other.normal for other in word.parse[case.i : word.i + 1])
            found = self._prepositional.get(phrase)
            if found is not None:
                return found
        if word.pos_ == "ADP":  # "hors de question", headed by its preposition
            held = first(word, "obl")
            phrase = tuple(other.normal for other in word.parse[word.i : held.i + 1]) if held else ()
            return self._prepositional.get(phrase)
        pos = "NOUN" if word.pos_ in ("NOUN", "PROPN") else "ADJ"
        for lemma in (word.lemma_, word.lower_, masculine):
            found = self.get(lemma, pos) or (self.get(lemma, "ADJ") if word.pos_ in ("VERB", "AUX") else None)
            if found is not None:
                return found
        return None

    def in_passive(self, operator: Operator, verb: Word) -> Operator:
        """The operator, or the one that replaces it if its verb is passive: "accuse X", "X est accusé"."""
        passive = operator.passive and (is_passive(verb) or is_bare_participle(verb))
        return self.classes[operator.passive] if passive else operator

    def find_locutions(self, parse: Parse, pos: str) -> list[tuple[int, int, Operator]]:
        """Occurrences of the adverbs (``ADV``) or prepositions (``ADP``) of the table, longest match first.

        Returns start, end (exclusive) as word indices, and the operator; cached in the parse.
        """
        key = (Operators.find_locutions, self, pos)
        if key not in parse.cache:
            parse.cache[key] = list(self._sequences[pos].find(parse.normals, parse.places))
        found: list[tuple[int, int, Operator]] = parse.cache[key]
        return found


def _masculine(word: Word) -> str:
    """The masculine form of a participle that agrees with its subject: "censées" is "censé"."""
    return re.sub(r"(?<=[éiutsd])(?:e|s|es)$", "", word.lower_)


@cache
def bundled() -> Operators:
    """The bundled operators."""
    return Operators()
