"""Claims to look at: the terminal's table and the notebook's. No spaCy here."""
