"""How right and how fast ``find_amounts`` and ``find_dates`` are.

    python benchmarks/money_and_dates.py [--shared ../shared] [--errors]

Accuracy is on the gold files: an amount is found when its span overlaps one with the same
bounds and currency, a date when its span overlaps one. The gold annotates claims only, so that
precision is low by what stands outside claims. Speed is processor time on one core, on the articles of
``press.jsonl``; ``amounts.py`` compares that of ``find_amounts`` with others.
"""

import argparse
import json
from pathlib import Path

from timing import seconds

from claimx.values.amounts.finder import find_amounts
from claimx.values.dates.finder import find_dates


def same(gold, found):
    """Whether two values, decimal strings or numbers or None, are equal."""
    return (
        found is gold
        if None in (gold, found)
        else abs(float(gold) - float(found)) <= 1e-6 * max(1, float(gold))
    )


def amount_matches(gold, found):
    """The rule of score_claims.py for amounts."""
    return (
        same(gold["minimum"], found.minimum)
        and same(gold["maximum"], found.maximum)
        and gold["currency"] == found.currency
    )


def accuracy(documents, kind, errors):
    """Gold, predicted and right items of a kind over documents, as a printable line."""
    right = gold_count = predicted_count = 0
    for document in documents:
        text, gold = document["text"], {}
        for claim in document["claims"]:
            for item in claim[kind]:
                span = tuple(item["span"] if kind == "amounts" else item)
                gold[span] = item
        predicted = list(
            find_amounts(text) if kind == "amounts" else find_dates(text, published=document.get("published"))
        )
        gold_count, predicted_count = gold_count + len(gold), predicted_count + len(predicted)
        for (start, end), item in gold.items():
            hits = [p for p in predicted if p.start < end and start < p.end]
            hits = [p for p in hits if kind == "dates" or amount_matches(item, p)]
            if hits:
                right += 1
                predicted.remove(hits[0])
            elif errors:
                print(f"  missed in {document['id']}: {text[start:end]!r}")
        for extra in predicted if errors else ():
            print(f"  not gold in {document['id']}: {extra.text!r}")
    share = (
        f"recall {right / gold_count:.3f}, precision {right / predicted_count:.3f}"
        if gold_count
        else "no gold"
    )
    return f"{right} of {gold_count} found, {predicted_count} given ({share})"


def main():
    """Print the figures."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--shared", type=Path, default=Path(__file__).parents[2] / "shared")
    parser.add_argument("--errors", action="store_true", help="list what is missed and what is not gold")
    options = parser.parse_args()
    for name in ("seed", "claims"):
        path = options.shared / "gold" / f"{name}.jsonl"
        documents = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        for kind in ("amounts", "dates"):
            print(f"{name}.jsonl, {kind}: {accuracy(documents, kind, options.errors)}")
    corpora = options.shared / "corpora"
    lines = (corpora / "entities" / "press.jsonl").read_text(encoding="utf-8").splitlines()
    articles = [json.loads(line)["text"] for line in lines]
    words = sum(len(article.split()) for article in articles) / len(articles)
    print(f"find_amounts: {len(articles) / seconds(find_amounts, articles) * words:,.0f} words/s on articles")
    print(f"find_dates: {len(articles) / seconds(find_dates, articles) * words:,.0f} words/s on articles")


if __name__ == "__main__":
    main()
