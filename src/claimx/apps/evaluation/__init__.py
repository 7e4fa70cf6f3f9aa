"""How well claims are found: gold documents, matching, scores with their intervals, reports.

The rules by which gold is annotated and compared stand in ``docs/evaluate.md``.
"""
