"""Docs built by hand: one line a word, ``form lemma POS head label features``; head 0 is the root."""

import spacy
from spacy.tokens import Doc

from claimx import annotations

GLUED = ("'", "’")


def parsed(table, vocab=None, entities=()):
    """A parsed Doc. A word that ends in an apostrophe is glued to the next; a blank line ends a sentence."""
    annotations.register()
    words, spaces, lemmas, tags, heads, labels, features, starts = [], [], [], [], [], [], [], []
    offset = 0
    for sentence in table.strip().split("\n\n"):
        rows = [line.split() for line in sentence.strip().splitlines()]
        for index, row in enumerate(rows):
            form, lemma, tag, head, label, *morph = row
            words.append(form)
            following = rows[index + 1][0] if index + 1 < len(rows) else " "
            spaces.append(not form.endswith(GLUED) and following not in (".", ","))
            lemmas.append(lemma)
            tags.append(tag)
            heads.append(offset + (int(head) - 1 if head != "0" else index))
            labels.append("ROOT" if head == "0" else label)
            features.append(morph[0] if morph else "")
            starts.append(index == 0)
        offset += len(rows)
    doc = Doc(
        spacy.blank("xx").vocab if vocab is None else vocab,
        words=words,
        spaces=spaces,
        lemmas=lemmas,
        pos=tags,
        heads=heads,
        deps=labels,
        morphs=features,
        sent_starts=None,
    )
    for start, end, label in entities:
        doc.set_ents([*doc.ents, doc.char_span(start, end, label=label)])
    return doc
