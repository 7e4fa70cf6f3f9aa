"""Sentences of a treebank built by hand: one line a word, ``form lemma TAG head label features``."""

from conllu import Sentence, Token


def tree(table, identifier="t"):
    """A sentence. Heads count from 1, that of the root is 0; a word in ' and a comma have no space between."""
    rows = [line.split() for line in table.strip().splitlines()]
    tokens = []
    for index, (form, lemma, pos, head, label, *morph) in enumerate(rows):
        following = rows[index + 1][0] if index + 1 < len(rows) else " "
        tokens.append(
            Token(
                text=form,
                space=not form.endswith("'")
                and following not in (".", ",")
                and not following.startswith("-"),
                lemma=lemma,
                pos=pos,
                morph=morph[0] if morph else "",
                head=int(head) - 1 if head != "0" else index,
                dep="ROOT" if head == "0" else label,
            )
        )
    return Sentence(identifier, tuple(tokens))
