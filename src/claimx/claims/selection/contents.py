"""The contents of claims: tokens, sources, organisations, amounts and dates."""

from typing import Any

from claimx import annotations
from claimx.claims.attribution.attributions import attributions
from claimx.claims.operators.analysis import Analysis
from claimx.claims.selection.claim_clauses import ClaimClauses
from claimx.claims.selection.roles import Participants
from claimx.syntax.clause import Clause
from claimx.syntax.dependencies import is_bare_clause
from claimx.syntax.headlines import headline_words
from claimx.syntax.span_groups import group
from claimx.syntax.words import Word


class Contents:
    """Finds the contents of the claims of one text."""

    def __init__(self, analysis: Analysis, selection: ClaimClauses) -> None:
        parse, clauses = analysis.parse, analysis.clauses
        self.parse = parse
        self.clauses = clauses
        self.attributions = attributions(analysis)
        self.amounts, self.dates = group(parse, annotations.AMOUNTS), group(parse, annotations.DATES)
        self.organizations = Participants(analysis, self.attributions)
        self.lent: dict[int, list[Word]] = {}
        self.supposed: dict[int, set[int]] = {}
        for clause in clauses.items:
            self._lend_circumstance(clause, selection)
            self._lend_frame(clause, selection)
            # "Google condamné", "le chômage recule": the verb is attached to its subject.
            before = headline_words(clause.top) if clause.kind == "headline" else []
            before = clause.top.head.subtree if is_bare_clause(clause.top) else before
            owner = clauses.of(clause.top.head) if before else None
            if owner is None or not selection.is_claim(owner):
                free = [token for token in before if clauses.of(token) is owner]
                self.lent.setdefault(clause.top.i, []).extend(free)

    def _lend_frame(self, clause: Clause, selection: ClaimClauses) -> None:
        """Give the tokens of a cleft's frame or of a date like "il y a un an" to the clause about it."""
        content = selection.cleft(clause)
        if content is None and clause.finite is not None and selection.is_date(clause):
            content = selection.content_of_frame(clause)
            above = self.clauses.of(clause.top.head) if content is None else None
            if above is not None and above is not clause:
                content = above.top
        if content is not None:
            self.lent.setdefault(content.i, []).extend(clause.tokens)

    def _lend_circumstance(self, clause: Clause, selection: ClaimClauses) -> None:
        """Give a claim what its condition or purpose names: "si X cède mardi, P", "P pour que X cède"."""
        if clause.top.head is clause.top or selection.is_claim(clause):
            return
        if not selection.serves_another(clause):
            return
        host = self.clauses.of(clause.top.head)
        if host is not None:
            self.supposed.setdefault(host.top.i, set()).update(token.i for token in clause.tokens)

    def own_tokens(self, clause: Clause) -> list[Word]:
        """The tokens of a claim, without those of clauses within it and of attributions."""
        lent, apart = self.lent.get(clause.top.i, []), self.attributions.apart
        if clause.top.i in apart:
            return clause.tokens
        return [token for token in (*lent, *clause.tokens) if token.i not in apart]

    def values(self, clause: Clause, tokens: list[Word]) -> dict[str, Any]:
        """Sources, organisations, amounts and dates of a claim, in plain JSON types.

        tokens: its `own_tokens`.
        """
        own = {token.i for token in tokens} | self.supposed.get(clause.top.i, set())
        return {
            "sources": self._sources(clause),
            "organizations": self.organizations.of(clause, own),
            "amounts": [member.values for member in self.amounts.over(own)],
            "dates": [member.values for member in self.dates.over(own)],
        }

    def _sources(self, clause: Clause) -> list[dict[str, Any]]:
        found: dict[tuple[int, int], dict[str, Any]] = {}
        names: set[str] = set()
        for item in self.attributions.covering(clause):
            for source in item.sources:
                name = (source.name or self.parse.text[source.start : source.end]).lower()
                if name not in names:
                    names.add(name)
                    found[source.start, source.end] = source.to_values()
        return list(found.values())
