"""Words that take a claim in their scope: what they do to it, and which clauses they govern."""
