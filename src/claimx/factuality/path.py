"""The operators that a claim passes, from the outermost one to its predicate.

Attributions count wherever their scope reaches; every other operator counts on what it governs
in the parse: its own verb chain, its complement clause, the clause of its noun. A relative or
adverbial clause passes on the attributions around it and nothing else.
"""

from __future__ import annotations

from collections import defaultdict

from spacy.tokens import Doc, Token

from claimx import annotations
from claimx.attribution.model import Attribution, attribution_of
from claimx.factuality.moods import Context, mood_steps
from claimx.factuality.operators import Operator, nominal_operator, verb_operator
from claimx.factuality.steps import Step
from claimx.model import Level
from claimx.syntax.clauses import Clause, Clauses
from claimx.syntax.labels import base, children, helpers, markers, normal
from claimx.syntax.markers import marker_effect
from claimx.syntax.verbs import finite_form, is_past, mood, negation, tense

LOWERING = frozenset({"peu", "guère", "difficilement"})
OBJECT_CLASSES = frozenset({"intention", "plan", "conjecture", "possibility", "rumour", "doubt", "failure"})


class Paths:
    """Finds the steps of each clause of one text."""

    def __init__(self, doc: Doc, clauses: Clauses) -> None:
        self.doc = doc
        self.clauses = clauses
        self.attributions = [attribution_of(values) for _, values in annotations.read(doc, annotations.SOURCES)]
        self.anchors = {item.anchor: item for item in self.attributions if item.by_tree}
        self.adverbs: dict[int, list[Step]] = defaultdict(list)
        self.conditions: dict[int, list[tuple[str, Step]]] = defaultdict(list)
        for span, values in annotations.read(doc, annotations.CUES):
            owner = clauses.of(span[0])
            if owner is None:
                continue
            step = Step(values["rule"], values["kind"], span.start, span.end, Level(values["level"]))
            if values["kind"] == "adverb":
                self.adverbs[id(owner)].append(step)
            elif values["kind"] == "condition":
                self.conditions[id(owner)].append((values["mood"], step))

    def covering(self, clause: Clause) -> list[Attribution]:
        """The attributions whose scope reaches a clause, the widest first."""
        found = [item for item in self.attributions if item.covers(clause.head.i)]
        return sorted(found, key=lambda item: (-sum(end - start for start, end in item.scopes), item.anchor))

    def steps(self, clause: Clause) -> list[Step]:
        """The path of a clause, outermost first, each step once."""
        steps: list[Step] = []
        for attribution in self.covering(clause):
            steps += self._around(attribution)
            steps.append(
                Step(
                    attribution.rule,
                    "attribution",
                    *attribution.cue,
                    attribution.level,
                    attribution.polarity,
                )
            )
        steps += self._outer(_root(clause).top)
        steps += self._local(clause, None)
        return list(dict.fromkeys(steps))

    def _around(self, attribution: Attribution) -> list[Step]:
        """What qualifies the attributing verb itself ("aurait dit que", "pourrait annoncer que")."""
        verb = self.doc[attribution.anchor]
        clause = self.clauses.of(verb)
        if attribution.rule == "preposition" or clause is None or verb not in clause.links:
            return []
        if attribution.rule == "report-np":
            return []
        return self._outer(_root(clause).top) + self._local(clause, verb, attributed=True)

    def _outer(self, top: Token) -> list[Step]:
        governor = top.head
        if governor == top:
            return []
        owner = self.clauses.of(governor)
        label = base(top)
        if owner is None:
            return []
        if label in ("ccomp", "csubj", "xcomp"):
            if governor.i in self.anchors and self.anchors[governor.i].covers(top.i):
                return []
            return self._outer(_root(owner).top) + self._local(owner, governor, frame=_frame(top))
        if label == "acl" and governor.pos_ in ("NOUN", "PROPN", "PRON") and self._is_content(top):
            operator = nominal_operator(governor)
            if operator is not None:
                negator = negation(owner.head)
                return [self._operator_step(operator, governor, negator)]
        return []

    def _is_content(self, top: Token) -> bool:
        """A clause that says what its noun is about: "la rumeur que P", "l'hypothèse selon laquelle P"."""
        words = markers(top)
        if words.startswith(("que", "selon")):
            return top.dep_ == "acl" or words.startswith("selon")
        edge = [token.lower_ for token in self.doc[top.left_edge.i : top.left_edge.i + 2]]
        return len(edge) == 2 and edge[0] in ("selon", "que", "qu'", "qu’") and edge[1] in ("laquelle", "lequel", "lesquelles", "lesquels")

    def _local(
        self, clause: Clause, governor: Token | None, frame: str = "que", attributed: bool = False
    ) -> list[Step]:
        """The steps of a clause's own verb group, for itself or, with ``governor``, for its complement."""
        steps = list(mood_steps(clause, self._context(clause)))
        steps += self.adverbs[id(clause)]
        if clause.partner is not None and clause.shared:
            steps += self.adverbs[id(clause.partner)]
        effect = marker_effect(clause)
        if effect == "unknown":
            steps.append(Step("open-clause", "condition", clause.top.left_edge.i, clause.top.left_edge.i + 1, Level.UNKNOWN))
        elif effect == "negative":
            steps.append(Step("negation", "negation", clause.top.left_edge.i, clause.top.left_edge.i + 2, polarity=-1))
        for position, link in enumerate(clause.links):
            last = position == len(clause.links) - 1
            steps += self._link(clause, link, last, governor, frame, attributed)
        return steps

    def _link(
        self, clause: Clause, link: Token, last: bool, governor: Token | None, frame: str, attributed: bool
    ) -> list[Step]:
        negator = negation(link)
        if negator is None and clause.partner is not None and not helpers(link) and not clause.shared and finite_form(link) is None:
            negator = negation(clause.partner.head)
        if governor is not None and link == governor and attributed:
            return []
        operator = self._governing(link, last, governor, frame)
        if operator is not None:
            return [self._operator_step(operator, link, negator)]
        if negator is not None:
            return [_negation(negator)]
        return []

    def _governing(self, link: Token, last: bool, governor: Token | None, frame: str) -> Operator | None:
        """The operator that a verb or predicate of the chain is, with the complement that it has here."""
        if not last:
            return verb_operator(link, "inf") or (nominal_operator(link) if link.pos_ != "VERB" or helpers(link) else None)
        if governor is not None and link == governor:
            found = verb_operator(link, frame)
            if found is None and (link.pos_ not in ("VERB", "AUX") or helpers(link)):
                found = nominal_operator(link)
            if found is None and normal(link) in ("agir", "être") or any(base(h) == "cop" for h in helpers(link)):
                found = found or self._subject_operator(link)
            return found
        if link.i in self.anchors and self.anchors[link.i].covers(link.i):
            return None
        if any(children(link, "obj")):
            noun = next(children(link, "obj"))
            held = nominal_operator(noun) if noun.pos_ == "NOUN" and any(children(noun, "acl", "nmod", "ccomp")) else None
            if held is not None and held.cls in OBJECT_CLASSES and link.lemma_ in ("avoir", "annoncer", "avancer", "exprimer", "confirmer", "afficher", "étudier", "présenter", "dévoiler", "caresser", "nourrir", "évoquer", "courir", "prendre", "faire"):
                return held
            own = verb_operator(link, "np")
            return own if own is not None and not own.source else None
        if link.pos_ in ("NOUN", "ADJ") or helpers(link):
            return nominal_operator(link)
        return None

    def _subject_operator(self, link: Token) -> Operator | None:
        noun = next(children(link, "nsubj"), None)
        return nominal_operator(noun) if noun is not None and noun.pos_ == "NOUN" else None

    def _operator_step(self, operator: Operator, token: Token, negator: Token | None) -> Step:
        if negator is None:
            level, polarity = operator.level or Level.PROBABLE, operator.polarity
            lowered = next((child for child in token.children if child.lower_ in LOWERING), None)
            if lowered is not None and operator.cls in ("probability", "possibility"):
                level = Level.DOUBTFUL
        else:
            level, polarity = operator.negated_level or Level.PROBABLE, operator.negated_polarity
        start = min([token.i, *([negator.i] if negator is not None and abs(negator.i - token.i) < 4 else [])])
        return Step(operator.cls, operator.cls, start, token.i + 1, level, polarity)

    def _context(self, clause: Clause) -> Context:
        root = _root(clause)
        governor = root.top.head if base(root.top) in ("ccomp", "csubj", "xcomp") and root.top.head != root.top else None
        past = governor is not None and is_past(governor, finite_form(governor))
        covering = self.covering(clause)
        return Context(
            conditional=self._has_condition(clause) or (governor is not None and self._has_condition_at(governor)),
            past_governor=past or any(
                item.rule in ("report-que", "report-inserted") and item.by_tree and is_past(self.doc[item.anchor], finite_form(self.doc[item.anchor]))
                and base(clause.top) in ("ccomp", "conj", "advcl")
                for item in covering
            ),
            quoted=any(item.rule == "direct-quote" for item in covering),
            narrated=False,
        )

    def _has_condition(self, clause: Clause) -> bool:
        conditional = mood(clause.finite) == "Cnd"
        member: Clause | None = clause
        while member is not None:
            if any(where == "any" or conditional for where, _ in self.conditions[id(member)]):
                return True
            if any(self._has_condition_at(link) for link in member.links):
                return True
            member = member.partner
        return False

    def _has_condition_at(self, token: Token) -> bool:
        for child in children(token, "advcl", "ccomp", "parataxis", "conj"):
            inner = self.clauses.of(child)
            if inner is not None and inner.top == child and marker_effect(inner) == "condition":
                return True
        return False


def _root(clause: Clause) -> Clause:
    """The clause at the head of a coordination."""
    while clause.partner is not None:
        clause = clause.partner
    return clause


def _frame(top: Token) -> str:
    return "si" if markers(top).startswith(("si", "s'")) else "que"


def _negation(token: Token) -> Step:
    return Step("negation", "negation", token.i, token.i + 1, polarity=-1)


def is_future(clause: Clause) -> bool:
    """Whether the finite form of a clause is in the future."""
    return tense(clause.finite) == "Fut"
