"""Reading the parse: labels of both UD versions, verb groups, clauses. No component, no lexicon of its own."""
