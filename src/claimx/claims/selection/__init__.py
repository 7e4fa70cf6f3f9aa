"""From clauses to claims: which clauses are claims, how far each one reaches, what it contains."""
