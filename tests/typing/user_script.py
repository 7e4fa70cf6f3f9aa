"""What a user writes, for type checkers: mypy --strict and pyright must have nothing to say. Never run."""

from collections.abc import Iterator
from typing import assert_type

import claimx


def levels(text: str) -> list[claimx.Level]:
    claims = claimx.extract(text, published="2026-02-02", include="all", currency="CHF")
    assert_type(claims, claimx.Extraction)
    assert_type(claims[0], claimx.Claim)
    assert_type(claims["c0"], claimx.Claim)
    assert_type(claims[:2], claimx.Extraction)
    assert_type(claims.filter(level=["possible", claimx.Level.DOUBTFUL]), claimx.Extraction)
    return [claim.confidence.level for claim in claims if claim.confidence.level > claimx.Level.POSSIBLE]


def details(claim: claimx.Claim) -> tuple[str | None, str | None]:
    assert_type(claim.predicate, claimx.Predicate)
    assert_type(claim.sentence, claimx.Extent)
    assert_type(claim.dates[0].interval, claimx.Interval)
    assert_type(claim.related[0].relation, claimx.Response)
    return claim.sources[0].name, claim.amounts[0].minimum


def many(texts: list[str]) -> Iterator[claimx.Extraction]:
    assert_type(claimx.extract_many(texts), Iterator[claimx.Extraction])
    pairs = [(text, number) for number, text in enumerate(texts)]
    for extraction, number in claimx.extract_many(pairs, as_tuples=True):
        assert_type(number, int)
        yield extraction
    for result in claimx.extract_many(texts, on_error="return"):
        if isinstance(result, claimx.Failure):
            raise result.error
        yield result


def pipeline() -> int:
    nlp = claimx.load(disable=["ner"], organizations=["Zorbex", {"name": "Velm", "aliases": ["VLM"]}])
    try:
        return len(claimx.add_pipes(nlp).pipe_names)
    except claimx.ArgumentError:
        return len(claimx.find_amounts("10 euros")) + len(claimx.find_dates("mardi"))
