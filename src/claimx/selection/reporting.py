"""Which clauses are claims.

Not claims: reporting clauses whose content is a clause, questions, imperatives, conditions,
purposes, comparisons, and the frame of a cleft ("c'est Apple qui a signé").
"""

from spacy.tokens import Doc, Token

from claimx import annotations
from claimx.operators.analysis import Analysis
from claimx.operators.lexicon import SPEECH, nominal_operator, speech_operator, verb_operator
from claimx.syntax.clauses import Clause
from claimx.syntax.labels import SUBJECTS, base, children, helpers, is_demonstrative, markers, normal
from claimx.syntax.markers import asks_which, interrogative_ranges, is_compared, marker_effect
from claimx.syntax.tree import kids
from claimx.syntax.verbs import finite_form, mood, negation

NO_CLAIM = frozenset({"condition", "purpose", "comparison"})


class Selection:
    """Decides for each clause of one text whether it is a claim."""

    def __init__(self, doc: Doc, analysis: Analysis) -> None:
        self.doc = doc
        self.government = analysis.government
        self.questions = interrogative_ranges(doc)
        self.anchors: dict[int, str] = {}
        self.apart: set[int] = set()
        self.locutions = {
            span.start
            for span, values in annotations.read(doc, annotations.CUES)
            if values["kind"] == "adverb" and len(span) > 1
        }
        for _, values in annotations.read(doc, annotations.SOURCES):
            self.apart.update(values["apart"])
            if values["rule"] in ("report-inserted", "direct-quote"):
                self.anchors.setdefault(values["anchor"], values["rule"])

    def is_claim(self, clause: Clause) -> bool:
        """Whether a clause presents a state of affairs of its own."""
        if clause.top.i in self.apart and clause.top.dep_ != "acl:relcl":
            return False
        if clause.kind != "finite":
            return not self._reports(clause)
        if clause.top.i in self.locutions:
            return False  # "paraît-il"
        if mood(clause.finite) == "Imp" or self._dates(clause) or _is_noun(clause.top):
            return False
        if self._asks(clause) or self._wishes(clause):
            return False
        governed = self.government.governor(clause) is not None
        if not governed and (marker_effect(clause) in NO_CLAIM or is_compared(clause.top)):
            return False
        return not (self._reports(clause) or self.cleft(clause) is not None)

    def _asks(self, clause: Clause) -> bool:
        return any(start <= clause.top.i < end for start, end in self.questions)

    def _dates(self, clause: Clause) -> bool:
        """A date that the parser takes for a clause: "il y a trois ans", "voilà dix jours"."""
        head = clause.head
        if head.lemma_ != "avoir" or not any(normal(child) == "y" for child in kids(head)):
            return False
        if base(head) in ("root", "conj", "ccomp", "parataxis") and not any(
            span.start <= head.i < span.end for span, _ in annotations.read(self.doc, annotations.DATES)
        ):
            return False
        return not any(base(child) == "ccomp" for child in kids(head)) and base(head) != "acl"

    def _wishes(self, clause: Clause) -> bool:
        alone = base(clause.top) == "root" and clause.partner is None
        exclaimed = markers(clause.top) == "que" and clause.top.sent[-1].text == "!"
        return alone and (mood(clause.finite) == "Sub" or exclaimed)

    def _reports(self, clause: Clause) -> bool:
        head = clause.head
        if head.i in self.anchors and not any(head.i == link.i for link in clause.links[:-1]):
            rule = self.anchors[head.i]
            if rule == "report-inserted" or self._only_reports(clause):
                return True
        content = self.content(head)
        if content is None:
            held = next(children(head, "obj"), None)
            return (
                held is not None
                and bool(self.government.contents(held))
                and verb_operator(head, "np") is not None
            )
        if asks_which(content) and negation(head) is not None:
            return False
        if (
            base(content) == "csubj"
            or head.pos_ not in ("VERB", "AUX")
            or any(base(h) == "cop" for h in helpers(head))
        ):
            return nominal_operator(head) is not None or self._is_presentation(clause)
        operator = verb_operator(head, "que")
        return operator is None or operator.cls != "apprehension"

    def content(self, head: Token) -> Token | None:
        """The clause that a predicate governs as its content, or None."""
        return next((clause.top for clause in self.government.contents(head)), None)

    def _only_reports(self, clause: Clause) -> bool:
        """A verb that introduces a quote and has no object of its own before it."""
        operator = speech_operator(clause.head)
        if operator is None or operator.cls not in SPEECH:
            return True
        quotes = [span for span, _ in annotations.read(self.doc, annotations.QUOTES)]
        obj = next(children(clause.head, "obj"), None)
        return obj is None or any(quote.start <= obj.i < quote.end for quote in quotes) or obj.pos_ == "PRON"

    def _is_presentation(self, clause: Clause) -> bool:
        """A presentation of a clause: "la vérité, c'est que P", "ce que je crois est que P"."""
        return (
            any(is_demonstrative(child) for child in children(clause.head, *SUBJECTS, "expl"))
            or clause.head.lemma_ == "être"
        )

    def cleft(self, clause: Clause) -> Token | None:
        """The clause that a cleft puts forward ("c'est X qui P" gives P's head), or None."""
        copulas = [helper for helper in helpers(clause.head) if base(helper) == "cop"]
        if not copulas and clause.head.lemma_ != "être":
            return None
        who = [child for child in kids(clause.head) if base(child) in (*SUBJECTS, "expl")]
        if not any(is_demonstrative(child) for child in who):
            return None
        for child in kids(clause.head):
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


def _is_noun(token: Token) -> bool:
    """A noun that the tagger takes for a verb: "de nouvelles sommes", "en passe de"."""
    labels = {base(child) for child in kids(token)}
    return bool(labels & {"det", "case"}) and not labels & {"nsubj", "cop", "aux", "expl"}
