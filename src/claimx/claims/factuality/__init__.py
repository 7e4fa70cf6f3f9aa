"""Event factuality: the scale of confidence, and the operators that move a claim along it."""
