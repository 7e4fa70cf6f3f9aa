"""From clauses to claims: selection, extent and contents."""
