"""Event factuality: the confidence scale, and the operators that determine the level of a claim."""
