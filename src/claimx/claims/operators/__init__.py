"""Operators: words with a claim in their scope, their effect on it, and the clauses they govern."""
