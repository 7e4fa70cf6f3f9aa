"""Sources of a report that is itself in a report: "« P », auraient dit, selon le journal, deux agents"."""

from claimx.claims.attribution.types import Attribution, Construction


def extend_to_reports(found: list[Attribution]) -> None:
    """Let an attribution within an inserted reporting clause reach what that clause reports."""
    reports = [item for item in found if item.rule is Construction.PARENTHETICAL]
    for item in found:
        if item.rule is not Construction.PREPOSITION:
            continue
        for report in reports:
            if item.anchor in report.apart and item.anchor > report.anchor:
                item.scopes = sorted({*item.scopes, *report.scopes})
