"""Build ``src/claimx/lexicons/lemmas.tsv``: the lemmas that the rules of ``claimx_lemmas`` get wrong.

    python training/build_lemmas.py --train WORK/treebank-train.jsonl

Source: the training sentences of the treebanks. An entry needs two occurrences and four in five of them to
agree (closed classes: one occurrence, the majority).
"""

import argparse
from collections import Counter, defaultdict
from pathlib import Path

from corpora import load_sentences
from harmonise import CLOSED

from claimx.french.lemmatizer import lemma_of
from claimx.lexicons.spelling import word_form
from claimx.lexicons.word_forms import word_forms

TARGET = Path(__file__).parents[1] / "src" / "claimx" / "lexicons" / "lemmas.tsv"
OPEN = frozenset({"NOUN", "VERB", "AUX", "ADJ"})
HEADER = """form\tpos\tlemma
# Lemmas that the rules of claimx_lemmas get wrong, made by training/build_lemmas.py from the training
# sentences of UD French Sequoia and FQB (LGPL-LR), GSD (CC BY-SA 4.0) and PUD (CC BY-SA 3.0). Form: lower
# case, ' for ’.
"""


def main() -> None:
    """Write the file and print its size."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--train", type=Path, required=True)
    counts: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    words: dict[tuple[str, str], str] = {}
    for sentence in load_sentences(parser.parse_args().train):
        for token in sentence:
            key = (word_form(token.text), token.pos)
            counts[key][token.lemma] += 1
            words.setdefault(key, token.text)
    rows = []
    for (form, pos), lemmas in sorted(counts.items()):
        lemma, count = lemmas.most_common(1)[0]
        closed = pos in CLOSED and pos not in ("NUM", "PUNCT", "SYM", "INTJ")
        settled = pos in OPEN and count >= 2 and count >= 0.8 * lemmas.total()
        if (
            (closed or settled)
            and lemma != "_"
            and lemma_of(words[form, pos], pos, {}, word_forms()) != lemma
        ):
            rows.append(f"{form}\t{pos}\t{lemma}\n")
    TARGET.write_text(HEADER + "".join(rows), encoding="utf-8")
    print(f"{TARGET}: {len(rows)} rows")


if __name__ == "__main__":
    main()
