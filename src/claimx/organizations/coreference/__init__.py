"""Which mentions stand for the same organisation: names, nouns and pronouns."""
