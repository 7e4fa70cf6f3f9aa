"""Unknown names among words of medicine: medicines, diseases and trials more often than organisations.

In "La dose de Zorbex est réduite chez les patients", "Zorbex" is a medicine, though models say a company.
"""

from __future__ import annotations

from claimx.organizations.document import NameDocument
from claimx.organizations.lexicon import medical_words
from claimx.organizations.spelling import fold_word
from claimx.syntax.words import Span

MIN_WORDS = 2
# In log odds. Of the names in the notices of medicines that the treebanks hold it leaves out four in nine, of
# those in news articles none.
PENALTY = 3.0


def medical_penalty(document: NameDocument, span: Span) -> float:
    """By how much the words of its sentence make a name less likely an organisation's."""
    if not document.parse.has_sentences:
        return 0.0
    lemmas = {fold_word(word.lemma_) for word in span.root.sent}
    return PENALTY if len(lemmas & medical_words()) >= MIN_WORDS else 0.0
