"""From text to values, without spaCy: numbers, money, dates."""
