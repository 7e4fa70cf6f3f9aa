"""Who says what: speakers, reporting verbs, prepositions such as "selon", quotations."""
