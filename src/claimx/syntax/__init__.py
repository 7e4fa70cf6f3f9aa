"""Reading the parse: labels of both UD versions, verb groups, clauses, phrases."""
