"""Selects the clauses that are claims.

Not claims: reporting clauses with a clause as content, questions, imperatives, conditions, purposes,
comparisons, and the copular clause of a cleft ("c'est Apple qui a signé").
"""

from claimx import annotations
from claimx.claims.attribution.attributions import attributions
from claimx.claims.attribution.types import Construction
from claimx.claims.operators.analysis import Analysis
from claimx.claims.operators.classes import Trait
from claimx.claims.operators.concessions import clause_effect
from claimx.lexicons import grammar
from claimx.syntax.clause import Clause
from claimx.syntax.dependencies import (
    SUBJECTS,
    children,
    has_class,
    helpers,
    is_demonstrative,
    is_reflexive,
    marker_classes,
)
from claimx.syntax.span_groups import group
from claimx.syntax.subordination import asks_which, interrogative_ranges, is_compared
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
        self.locutions = {
            cue.start
            for cue in group(parse, annotations.CUES)
            if cue.values["kind"] in ("adverb", "condition") and len(cue) > 1
        }

    def is_claim(self, clause: Clause) -> bool:
        """Whether a clause is a claim."""
        if clause.top.i in self.attributions.apart and clause.top.dep_ != "acl:relcl":
            return False
        if clause.kind != "finite":
            return not self._reports(clause)
        if clause.top.i in self.locutions:
            return False  # "paraît-il"
        if mood(clause.finite) == "Imp" or self._dates(clause) or _is_noun(clause.top):
            return False
        if self._asks(clause) or self._wishes(clause):
            return False
        governed = self.complements.governor(clause) is not None
        if not governed and (clause_effect(clause, self.operators) in NO_CLAIM or is_compared(clause.top)):
            return False
        return not (self._reports(clause) or self.cleft(clause) is not None)

    def _asks(self, clause: Clause) -> bool:
        return any(start <= clause.top.i < end for start, end in self.questions)

    def _dates(self, clause: Clause) -> bool:
        """Whether a clause is a date expression: "il y a trois ans"."""
        head = clause.head
        there = has_class(head.children, grammar.LOCATIVE_CLITIC)
        if grammar.EXISTENTIAL not in head.lemma_classes or not there:
            return False
        if head.base in ("root", "conj", "ccomp", "parataxis") and not group(
            self.parse, annotations.DATES
        ).at(head.i):
            return False
        return not any(child.base == "ccomp" for child in head.children) and head.base != "acl"

    def _wishes(self, clause: Clause) -> bool:
        alone = clause.top.base == "root" and clause.partner is None
        exclaimed = grammar.COMPLEMENTIZER in marker_classes(clause.top) and clause.top.sent[-1].text == "!"
        return alone and (mood(clause.finite) == "Sub" or exclaimed)

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
            held = next(children(head, "obj"), None)
            return (
                held is not None
                and bool(self.complements.contents(held))
                and self.operators.of_verb(head, "np") is not None
            )
        if asks_which(content) and negation(head) is not None:
            return False
        if (
            content.base == "csubj"
            or head.pos_ not in ("VERB", "AUX")
            or any(h.base == "cop" for h in helpers(head))
        ):
            return self.operators.of_nominal(head) is not None or self._is_presentation(clause)
        operator = self.operators.of_verb(head, "que")
        return operator is None or not operator.has(Trait.OWN_CLAIM)

    def content(self, head: Word) -> Word | None:
        """The clause that a predicate or its attribute governs as its content, or None."""
        attributes = (
            child for child in children(head, "xcomp") if is_reflexive(head)
        )  # "s'est dit sûr que P"
        contents = (clause.top for word in (head, *attributes) for clause in self.complements.contents(word))
        return next(contents, None)

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
        for child in clause.head.children:
            if (
                child.i > clause.head.i
                and finite_form(child) is not None
                and (
                    child.dep_ == "advcl:cleft"
                    or (child.dep_ == "acl:relcl" and clause.head.pos_ in ("PROPN", "PRON"))
                )
            ):
                return child
        return None


def _is_noun(token: Word) -> bool:
    """Whether a word tagged as a verb is a noun: "de nouvelles sommes", "en passe de"."""
    labels = {child.base for child in token.children}
    return bool(labels & {"det", "case"}) and not labels & {"nsubj", "cop", "aux", "expl"}
