"""Selects the clauses that are claims.

Not claims: reporting clauses with a clause as content, questions, imperatives, conditions, purposes,
comparisons, and the copular clause of a cleft ("c'est Apple qui a signé").
"""

from claimx import annotations
from claimx.claims.attribution.attributions import attributions
from claimx.claims.attribution.types import Construction
from claimx.claims.operators.analysis import Analysis
from claimx.claims.operators.classes import Trait
from claimx.claims.operators.complements import clause_frame
from claimx.claims.operators.concessions import clause_effect
from claimx.lexicons import grammar
from claimx.syntax.clause import Clause
from claimx.syntax.clauses import links_infinitive
from claimx.syntax.clefts import cleft_frame, equated_verb
from claimx.syntax.dependencies import (
    SUBJECTS,
    children,
    feature,
    has_class,
    helpers,
    is_demonstrative,
    is_reflexive,
)
from claimx.syntax.frozen_clauses import FrozenClauses
from claimx.syntax.span_groups import group
from claimx.syntax.subordination import (
    asks_which,
    interrogative_ranges,
    is_compared,
    is_opened_by_que,
    opens_with_que,
    serves_purpose,
)
from claimx.syntax.time_reference import is_time_unit
from claimx.syntax.verbs import finite_form, mood, negation
from claimx.syntax.words import Word

NO_CLAIM = frozenset({"condition", "purpose", "comparison"})


class ClaimClauses:
    """Decides which clauses of one text are claims."""

    def __init__(self, analysis: Analysis) -> None:
        parse = analysis.parse
        self.parse = parse
        self.operators = analysis.operators
        self.attributions = attributions(analysis)
        self.complements = analysis.complements
        self.questions = interrogative_ranges(parse)
        self.frozen = FrozenClauses(parse)
        self.locutions = {
            cue.start
            for cue in group(parse, annotations.CANDIDATES)
            if cue.values["kind"] in ("adverb", "condition") and len(cue) > 1
        }
        # By the index of the top: what is asked of a clause more than once.
        self._claims: dict[int, bool] = {}

    def is_claim(self, clause: Clause) -> bool:
        """Whether a clause is a claim."""
        known = self._claims.get(clause.top.i)
        if known is None:
            known = self._claims[clause.top.i] = self._is_claim(clause)
        return known

    def _is_claim(self, clause: Clause) -> bool:
        if self._is_apart(clause.top):
            return False
        if clause.kind != "finite":
            return not self._reports(clause)
        if clause.top.i in self.locutions:
            return False  # "paraît-il"
        if mood(clause.finite) == "Imp" or self.is_date(clause) or _is_noun(clause.top):
            return False
        if self._asks(clause) or self._wishes(clause):
            return False
        governor = self.complements.governor(clause)
        if governor is not None and opens_with_que(clause) and self._is_aimed_at(governor):
            return False
        governed = governor is not None
        if not governed and self.frozen.is_frozen(clause):
            return False
        if not governed and (clause_effect(clause, self.operators) in NO_CLAIM or is_compared(clause.top)):
            return False
        return not (self._reports(clause) or self.cleft(clause) is not None)

    def _is_apart(self, top: Word) -> bool:
        """Whether a clause is part of an attribution, and of no relative that describes its speaker."""
        inside = top.i in self.attributions.apart
        while top.i in self.attributions.apart:
            if top.dep_ == "acl:relcl" and top.left_edge.i in self.attributions.apart:
                return grammar.CITATION in top.lemma_classes  # "Les Échos, qui cite un banquier"
            if top.head is top:
                break
            top = top.head
        return inside

    def _is_aimed_at(self, governor: Word) -> bool:
        """Whether a purpose governs P without saying it: "pour éviter que P", but not "pour dire que P"."""
        operator = self.operators.of_verb(governor, "que")
        return serves_purpose(governor) and (operator is None or not operator.source)

    def serves_another(self, clause: Clause) -> bool:
        """Whether a clause is the condition or the purpose of another: "si P", "pour que P"."""
        effect = clause_effect(clause, self.operators)
        return effect in ("condition", "purpose") and self.complements.governor(clause) is None

    def _asks(self, clause: Clause) -> bool:
        return any(start <= clause.top.i < end for start, end in self.questions)

    def is_date(self, clause: Clause) -> bool:
        """Whether a clause is a date or a duration: "il y a trois ans", "ça fait un mois que P".

        A word of a date is no verb, whatever its tag: "courant 2029".
        """
        return bool(group(self.parse, annotations.DATES).at(clause.head.i)) or self._counts_time(clause)

    def _counts_time(self, clause: Clause) -> bool:
        """Whether a clause only says since when another one holds: "ça fait dix ans que P"."""
        head = clause.head
        if grammar.CAUSATIVE not in head.lemma_classes or not _has_neuter_subject(head):
            return False
        held = next(children(head, "obj", "obl", "xcomp"), None)
        return held is not None and self.content_of_frame(clause) is not None and is_time_unit(held)

    def content_of_frame(self, clause: Clause) -> Word | None:
        """The head of the finite clause that "que" opens after a frame: P in "ça fait un mois que P"."""
        for word in clause.head.subtree:
            if word.i > clause.head.i and finite_form(word) is not None:
                edge = word.left_edge
                opened = edge.head is word and grammar.COMPLEMENTIZER in edge.classes
                return word if opened or is_opened_by_que(word) else None
        return None

    def _wishes(self, clause: Clause) -> bool:
        """Whether a main clause is a wish or an order: "Puisse-t-il venir", "Qu'on me rende mon argent !"."""
        if clause.top.base not in ("root", "parataxis", "conj") or clause.partner is not None:
            return False
        wishing = mood(clause.finite) == "Sub" and clause.top.base == "root"
        return wishing or (opens_with_que(clause) and self.complements.governor(clause) is None)

    def _reports(self, clause: Clause) -> bool:
        head = clause.head
        reporting = [
            item.rule for item in self.attributions.anchors.get(head.i, ()) if item.rule.has_reporting_clause
        ]
        if (
            reporting
            and head not in clause.links[:-1]
            and (reporting[0] is Construction.PARENTHETICAL or self._only_reports(clause))
        ):
            return True
        content = self.content(head)
        if content is None:
            return self._presents(head)
        if negation(head) is not None and (asks_which(content) or self._leaves_open(head, content)):
            return False
        if (
            content.base == "csubj"
            or head.pos_ not in ("VERB", "AUX")
            or any(h.base == "cop" for h in helpers(head))
        ):
            return self.operators.of_nominal(head) is not None or self._is_presentation(clause)
        operator = self.operators.of_verb(head, "que")
        return operator is None or not operator.has(Trait.OWN_CLAIM)

    def _presents(self, head: Word) -> bool:
        """Whether a verb only presents a noun's content: "évoque l'idée que P", "il y a un risque que P"."""
        held = next(children(head, "obj"), None)
        if grammar.EXISTENTIAL in head.lemma_classes and has_class(head.children, grammar.LOCATIVE_CLITIC):
            held_by = children(head, "obj", "advmod")
            return any(self.complements.contents(noun) for word in held_by for noun in (word, *word.children))
        contents = self.complements.contents(held) if held is not None else []
        return bool(contents) and self.operators.of_verb(head, "np") is not None

    def _leaves_open(self, head: Word, content: Word) -> bool:
        """Whether somebody did not say or decide P, which is a claim beside P: "n'a pas tranché si P"."""
        if clause_frame(content) != "si":
            return False
        says = self.operators.of_verb(head, "que")
        return self.operators.get(head.lemma_, "VERB", "si") is not None or (
            says is not None and says.has(Trait.SPEECH)
        )

    def content(self, head: Word) -> Word | None:
        """The clause that a predicate or its attribute governs as its content, or None."""
        # "s'est dit sûr que P", "ce que je crois, c'est que P"
        attributes = children(head, "xcomp") if is_reflexive(head) else ()
        holders = (head, *attributes, equated_verb(head))
        found = (self.complements.contents(word) for word in holders if word is not None)
        return next((clause.top for contents in found for clause in contents), None)

    def _only_reports(self, clause: Clause) -> bool:
        """Whether a verb only introduces a quotation, without another object."""
        operator = self.operators.of_speech(clause.head)
        if operator is None or not operator.has(Trait.SPEECH):
            return True
        obj = next(children(clause.head, "obj"), None)
        return obj is None or bool(group(self.parse, annotations.QUOTES).at(obj.i)) or obj.pos_ == "PRON"

    def _is_presentation(self, clause: Clause) -> bool:
        """Whether a clause only presents another one: "la vérité, c'est que P"."""
        return (
            any(is_demonstrative(child) for child in children(clause.head, *SUBJECTS, "expl"))
            or grammar.COPULA in clause.head.lemma_classes
        )

    def cleft(self, clause: Clause) -> Word | None:
        """The head of the content clause of a cleft, P in "c'est X qui P", or None."""
        copulas = [helper for helper in helpers(clause.head) if helper.base == "cop"]
        if not copulas and grammar.COPULA not in clause.head.lemma_classes:
            return None
        who = [child for child in clause.head.children if child.base in (*SUBJECTS, "expl")]
        if not any(is_demonstrative(child) for child in who):
            return None
        listed = (word for word in clause.head.subtree if word.base == "conj")
        for named in (clause.head, *children(clause.head, "obj", "xcomp", "nsubj"), *listed):
            for child in named.children:
                if child.i < clause.head.i or finite_form(child) is None:
                    continue
                if cleft_frame(child) is clause.head or _is_cleft(child):
                    return child
        return self.content_of_frame(clause) if _is_circumstance(clause.head, copulas) else None


def _is_cleft(content: Word) -> bool:
    named = content.head.pos_ in ("PROPN", "PRON") and content.dep_ == "acl:relcl"
    return content.dep_ == "advcl:cleft" or named


def _has_neuter_subject(verb: Word) -> bool:
    """Whether a verb has a subject that refers to nothing: "ça", "cela", impersonal "il"."""
    who = [child for child in verb.children if child.base in (*SUBJECTS, "expl")]
    return any(is_demonstrative(child) or grammar.EXPLETIVE_SUBJECT in child.classes for child in who)


def _is_circumstance(head: Word, copulas: list[Word]) -> bool:
    """Whether a predicate says when, where or how: "C'est après l'avoir entendu que P", "c'est là que P"."""
    if not copulas:
        return False
    opening = head.parse[copulas[-1].i + 1]
    linked = links_infinitive(opening) and _names_act(head)
    return head.pos_ == "ADV" or (opening.pos_ == "ADP" and not linked)


def _names_act(head: Word) -> bool:
    return any(feature(word, "VerbForm") == "Inf" for word in (head, *helpers(head)))


def _is_noun(token: Word) -> bool:
    """Whether a word tagged as a verb is a noun: "de nouvelles sommes", "en passe de"."""
    labels = {child.base for child in token.children}
    return bool(labels & {"det", "case"}) and not labels & {"nsubj", "cop", "aux", "expl"}
