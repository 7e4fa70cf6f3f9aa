"""The operators on the path from the author to the predicate of a claim, outermost first.

Attributions apply to their scope. All other operators apply to what they govern in the parse: their own verb
chain, complement clause, or the clause of their noun. Into relative and adverbial clauses only attributions
project.
"""

from collections import defaultdict
from collections.abc import Iterator

from claimx import annotations
from claimx.claims.attribution.attributions import attributions
from claimx.claims.attribution.types import Construction, WrittenAttribution
from claimx.claims.factuality.conditions import Conditions
from claimx.claims.factuality.dating import Dating
from claimx.claims.factuality.moods import MoodContext, mood_steps
from claimx.claims.factuality.steps import Step
from claimx.claims.factuality.verb_chains import chain_steps, negation_steps, operator_step
from claimx.claims.operators.analysis import Analysis
from claimx.claims.operators.classes import Trait
from claimx.claims.operators.complements import clause_frame
from claimx.lexicons import grammar
from claimx.model import Level
from claimx.syntax.clause import MAX_CLAUSE_DEPTH, Clause
from claimx.syntax.clefts import cleft_frame
from claimx.syntax.dependencies import first, first_of_class
from claimx.syntax.span_groups import group
from claimx.syntax.subordination import asks_which, clause_type
from claimx.syntax.verbs import finite_form, is_past, mood, narrates, negation, tense
from claimx.syntax.words import Word

# What somebody says or thinks, in a quotation or in a clause with "que".
VOICES = frozenset({Construction.QUE_CLAUSE, Construction.QUOTE})


class Paths:
    """Finds the steps of each clause of one text."""

    def __init__(self, analysis: Analysis) -> None:
        parse, clauses = analysis.parse, analysis.clauses
        self.parse = parse
        self.clauses = clauses
        self.operators = analysis.operators
        self.complements = analysis.complements
        self.dating = Dating(parse)
        self.attributions = attributions(analysis)
        self.conditions = Conditions(analysis, self.attributions.apart)
        self.narrated = {
            word.sent.start for word in parse if word.features.get("VerbForm") == "Fin" and narrates(word)
        }
        self.adverbs: dict[int, list[Step]] = defaultdict(list)
        self.locutions: dict[int, Step] = {}
        for cue in group(parse, annotations.CANDIDATES):
            if cue.values["kind"] != "adverb":
                continue
            owner = clauses.of(cue.root.head)
            step = Step(cue.values["rule"], "adverb", cue.start, cue.end, Level(cue.values["level"]))
            self.locutions.update(dict.fromkeys(range(cue.start, cue.end), step))
            if owner is not None and _modifies(cue.root, owner):
                self.adverbs[id(owner)].append(step)

    def steps(self, clause: Clause) -> list[Step]:
        """The path of a clause, outermost first, each step once."""
        steps: list[Step] = []
        for attribution in self.attributions.covering(clause):
            steps += self._around(attribution)
            steps.append(
                Step(
                    str(attribution.rule),
                    "attribution",
                    *attribution.cue,
                    attribution.level,
                    attribution.polarity,
                )
            )
        # "n'a pas dit quand P ni si Q": each is asked in its own way.
        steps += self._outer(clause if clause_frame(clause.top) == "si" else clause.root)
        steps += self._announced(clause)
        steps += self._framed(clause)
        steps += self._local(clause)
        return list(dict.fromkeys(steps))

    def _framed(self, clause: Clause) -> list[Step]:
        """The steps of the frame of a cleft: "ce n'est pas X qui P", "c'est peut-être X qui P"."""
        frame = cleft_frame(clause.top)
        owner = self.clauses.of(frame) if frame is not None else None
        if frame is not None and frame.i in self.locutions:
            # "c'est sans doute X qui P", parsed as a verb
            return [self.locutions[frame.i], *negation_steps(negation(frame))]
        return [*self._outer(owner.root), *self._local(owner)] if owner is not None else []

    def _announced(self, clause: Clause) -> list[Step]:
        """The step of a noun whose infinitive the parser attached to the verb: "annonce son intention de"."""
        governor = self.complements.governor(clause) if clause.kind == "infinitive" else None
        held = first(governor, "obj") if governor is not None else None
        if held is None or not held.i < clause.top.i:
            return []
        operator = self.operators.of_nominal(held)
        return (
            [operator_step(operator, held, None)]
            if operator is not None and operator.has(Trait.OF_OBJECTS)
            else []
        )

    def _around(self, attribution: WrittenAttribution) -> list[Step]:
        """The steps of the attributing verb itself ("aurait dit que", "pourrait annoncer que").

        A wish or duty to say something does not count: "je voudrais rappeler que", "je dois dire que".
        """
        verb = self.parse[attribution.anchor]
        clause = self.clauses.of(verb)
        if not attribution.rule.passes_on_its_verb or clause is None:
            return []
        if verb not in clause.links:
            return self._judged(verb) if attribution.rule is Construction.QUE_CLAUSE else []
        if len(clause.links) > 1 and grammar.POSSIBILITY not in clause.links[0].lemma_classes:
            return self._supposed(clause)
        return self._supposed(clause) + self._outer(clause.root) + self._local(clause, verb)

    def _judged(self, verb: Word) -> list[Step]:
        """The step of an adjective that calls it false to say so: "il est faux de dire que P"."""
        judged = self.operators.of_nominal(verb.head) if verb.head.pos_ == "ADJ" else None
        if judged is None or judged.polarity > 0:
            return []
        return [operator_step(judged, verb.head, negation(verb.head))]

    def _outer(self, clause: Clause) -> list[Step]:
        """The steps of the governors of a clause, from the outermost one."""
        governor = self.complements.governor(clause)
        owner = self.clauses.of(governor) if governor is not None else None
        if governor is None or governor.i in self.attributions.apart or self._is_counted(governor, clause):
            return []
        if governor.pos_ in ("NOUN", "PROPN") and (owner is None or governor not in owner.links):
            return list(self._of_noun(governor, owner))
        if owner is None:
            return []
        frame = clause_frame(clause.top)
        if governor not in owner.links:
            # An infinitive or a participle within the clause: "sans préciser si P".
            held = self.operators.of_verb(governor, frame)
            return [operator_step(held, governor, negation(governor))] if held is not None else []
        if asks_which(clause.top) and negation(governor) is not None:
            # "n'a pas précisé quels objets ont été volés": that some were is presupposed.
            asked = Step("presupposition", "modality", governor.i, governor.i + 1, Level.PROBABLE)
            return [*self._outer(owner.root), asked]
        return self._supposed(owner) + self._outer(owner.root) + self._local(owner, governor, frame)

    def _supposed(self, clause: Clause) -> list[Step]:
        """The step of a condition for what is said in it: "s'il s'avère que P" leaves P open."""
        if self.conditions.effects[id(clause.root)] != "condition":
            return []
        edge = clause.root.top.left_edge.i
        return [Step("hypothetical", "condition", edge, edge + 1, Level.UNKNOWN)]

    def _of_noun(self, noun: Word, owner: Clause | None) -> Iterator[Step]:
        """The steps of a governing noun and its verb: "n'a pas écarté la possibilité que P"."""
        negator = negation(owner.head) if owner is not None else None
        verb = (
            self.operators.of_verb(owner.head, "np")
            if owner is not None and noun.head == owner.head
            else None
        )
        if owner is not None and verb is not None:
            yield operator_step(verb, owner.head, negator)
        if owner is not None and noun.base == "nsubj" and noun.head == owner.head:
            # "l'idée que P est fausse"; what else happens to the noun says nothing of P.
            said = self.operators.of_nominal(owner.head) if owner.head.pos_ == "ADJ" else None
            if said is not None:
                yield operator_step(said, owner.head, negator)
            negator = None
        operator = self.operators.of_nominal(noun)
        if operator is not None:
            own = first_of_class(noun.children, grammar.NEGATIVE_DETERMINER)
            yield operator_step(operator, noun, own or (negator if verb is None else None))

    def _is_counted(self, governor: Word, clause: Clause) -> bool:
        """Whether the governor is the cue of an attribution with the clause in its scope."""
        return any(
            attribution.covers(clause.top.i) for attribution in self.attributions.anchors.get(governor.i, ())
        )

    def _local(self, clause: Clause, governor: Word | None = None, frame: str = "que") -> list[Step]:
        """The steps of the verb group of a clause, for the clause or for the complement of ``governor``."""
        steps = list(mood_steps(clause, self._context(clause)))
        steps += self.adverbs[id(clause)]
        if clause.partner is not None and clause.shared:
            steps += self.adverbs[id(clause.partner)]
        effect, edge = clause_type(clause), clause.top.left_edge.i
        if effect == "unknown" or (effect == "until" and not self._follows_past(clause)):
            steps.append(Step("open-clause", "condition", edge, edge + 1, Level.UNKNOWN))
        elif effect == "doubtful" and mood(clause.finite) == "Ind":
            steps.append(Step("rejected", "condition", edge, edge + 1, Level.DOUBTFUL))
        elif effect == "negative":
            steps.append(Step("negation", "negation", edge, edge + 2, polarity=-1))
        steps += chain_steps(
            clause,
            self.operators,
            governor=governor,
            frame=frame,
            reported=lambda link: link.i in self.attributions.anchors,
            frozen=self.locutions,
        )
        return steps

    def _follows_past(self, clause: Clause) -> bool:
        """Whether the clause that a subordinate one is attached to tells of the past."""
        above = self.clauses.of(clause.top.head)
        if above is None or grammar.NEAR_FUTURE in above.links[0].lemma_classes:
            return False
        return is_past(above.links[0], above.finite)

    def _context(self, clause: Clause) -> MoodContext:
        rules = {item.rule for item in self.attributions.covering(clause)}
        return MoodContext(
            conditional=self.conditions.bears_on(clause),
            conditional_present=self.conditions.conditions_present(clause),
            past_governor=self._is_told_in_past(clause.root),
            quoted=Construction.QUOTE in rules,
            voiced=not rules.isdisjoint(VOICES),
            narrated=self._is_narrated(clause),
            dated=grammar.NECESSITY in clause.links[0].lemma_classes and self.dating.schedules(clause),
        )

    def _is_narrated(self, clause: Clause) -> bool:
        """Whether a future narrates: among simple pasts, or dated in the past."""
        if tense(clause.finite) != "Fut":
            return False
        return clause.top.sent.start in self.narrated or self.dating.lies_in_past(clause)

    def _is_told_in_past(self, clause: Clause) -> bool:
        """Whether a past verb governs a clause, or the clause that it describes or explains.

        Also through a gerund ("a réagi en disant que P") and an infinitive ("a fait savoir que P").
        """
        for _ in range(MAX_CLAUSE_DEPTH):
            governor = self.complements.governor(clause)
            if governor is not None:
                owner = self.clauses.of(governor)
                if finite_form(governor) is not None or owner is None or owner.finite is None:
                    return is_past(governor, finite_form(governor))
                return is_past(owner.links[0], owner.finite)
            host = self.clauses.of(clause.top.head) if clause.top.base in ("acl", "advcl") else None
            if host is None or host is clause:
                return False
            clause = host.root
        return False


def _modifies(adverb: Word, clause: Clause) -> bool:
    """Whether an adverb modifies the verb group of a clause, and not one of its phrases."""
    head = adverb.head
    apart = head.pos_ == "ADV" and adverb.i > 0 and adverb.parse[adverb.i - 1].text == ","
    if head.pos_ in ("ADV", "AUX") and not apart:  # "est attendu en juin, peut-être plus tôt"
        head = head.head
    near = min(abs(adverb.i - link.i) for link in clause.links) <= 1
    return near or head in clause.links or adverb in clause.links
