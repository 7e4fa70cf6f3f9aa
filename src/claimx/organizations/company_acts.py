"""Unknown words in the place of a company: "Velmora emploie 300 personnes", "la vente à Velmora".

Models often take a name that they have never seen for a town or a person. The words around tell more.
"""

from __future__ import annotations

from claimx.lexicons import grammar
from claimx.organizations.document import NameDocument
from claimx.organizations.lexicon import company_acts
from claimx.organizations.spelling import fold_word
from claimx.syntax.dependencies import children, feature, has_class, is_passive
from claimx.syntax.words import Span, Word

RECIPIENTS = frozenset(("iobj", "nmod", "obl"))


def acts_as_company(document: NameDocument, span: Span) -> bool:
    """Whether a name stands where companies do and towns or people seldom: as a subject, or after "à"."""
    name = span.root
    labelled = document.has_role(span.start - 1, "article") or document.form(span.end) == ":"
    if not document.parse.is_parsed or name.head is name or labelled:
        return False
    head, lemma = name.head, fold_word(name.head.lemma_)
    if name.base == "nsubj" and name.i < head.i and not is_passive(head):
        known = company_acts()
        return (lemma, "subject") in known or ((lemma, "own") in known and _holds(document, head))
    if name.i < head.i or name.base not in RECIPIENTS:
        return False
    return has_class(children(name, "case"), grammar.DATIVE_PREPOSITION) and (lemma, "to") in company_acts()


def _holds(document: NameDocument, verb: Word) -> bool:
    """Whether the object of a verb is an amount, is counted, or is the subject's own."""
    for held in children(verb, "obj"):
        parts = (held, *held.children)
        if any(document.has_role(part.i, "money") or part.base == "nummod" for part in parts):
            return True
        if any(feature(part, "Poss") == "Yes" for part in parts):
            return True
    return False
