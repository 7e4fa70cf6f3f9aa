"""How well claims are found: gold documents, matching, scores with their intervals, reports.

``docs/evaluate.md`` has the rules of annotation and comparison.
"""
