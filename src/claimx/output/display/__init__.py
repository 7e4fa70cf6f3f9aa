"""Claims for human readers: the terminal's table, the notebook's, the explanation. No spaCy here."""
