"""Function words and verbs with a grammatical role: the classes of a form or of a lemma.

Example: ``classes_of_form("que")`` holds COMPLEMENTIZER. The words are listed in ``grammar_words.tsv``, which
is read at the first look-up; the classes are the constants below, so that a typo raises an error.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Final

from claimx import lexicons

# Classes of forms.
ADVERSATIVE: Final = "adversative"
AGENT_PREPOSITION: Final = "agent-preposition"
COMPARATIVE: Final = "comparative"
COMPLEMENTIZER: Final = "complementizer"
CONCESSIVE_ADVERB: Final = "concessive-adverb"
CONTRACTION: Final = "contraction"
COORDINATOR: Final = "coordinator"
DATIVE_PREPOSITION: Final = "dative-preposition"
DEFINITE_ARTICLE: Final = "definite-article"
DEMONSTRATIVE_DETERMINER: Final = "demonstrative-determiner"
DEMONSTRATIVE_PRONOUN: Final = "demonstrative-pronoun"
ELIDED: Final = "elided"
EQUIVALENCE: Final = "equivalence"
EXCEPTIVE: Final = "exceptive"
EXCEPTIVE_NEGATOR: Final = "exceptive-negator"
EXPLANATORY_CONJUNCTION: Final = "explanatory-conjunction"
EXPLETIVE_SUBJECT: Final = "expletive-subject"
FIRST_PLURAL: Final = "first-plural"
FIRST_SINGULAR: Final = "first-singular"
GENERIC_PRONOUN: Final = "generic-pronoun"
GENITIVE_CLITIC: Final = "genitive-clitic"
GENITIVE_PREPOSITION: Final = "genitive-preposition"
GENITIVE_RELATIVE: Final = "genitive-relative"
IDENTITY: Final = "identity"
INFINITIVE_LINKER: Final = "infinitive-linker"
INNER_PREPOSITION: Final = "inner-preposition"
INTENSIFIER: Final = "intensifier"
INTERROGATIVE_COMPLEMENTIZER: Final = "interrogative-complementizer"
LATTER: Final = "latter"
LOCATIVE_CLITIC: Final = "locative-clitic"
MANNER: Final = "manner"
MOUTHPIECE: Final = "mouthpiece"
NEGATION_PARTICLE: Final = "negation-particle"
NEGATIVE_ADVERB: Final = "negative-adverb"
NEGATIVE_COORDINATOR: Final = "negative-coordinator"
NEGATIVE_DETERMINER: Final = "negative-determiner"
NEUTER_PRONOUN: Final = "neuter-pronoun"
PARTIAL_NEGATION: Final = "partial-negation"
PLURAL_PRONOUN: Final = "plural-pronoun"
PRECEDENCE: Final = "precedence"
PREPOSITIONAL_COMPLEMENTIZER: Final = "prepositional-complementizer"
PURPOSE_PREPOSITION: Final = "purpose-preposition"
REFLEXIVE: Final = "reflexive"
RELATIVE: Final = "relative"
RELATIVE_ADVERB: Final = "relative-adverb"
RELATIVE_WITH_ARTICLE: Final = "relative-with-article"
SECOND_PLURAL: Final = "second-plural"
SECOND_SINGULAR: Final = "second-singular"
STARTING_PREPOSITION: Final = "starting-preposition"
SUBJUNCTIVE_CONJUNCTION: Final = "subjunctive-conjunction"
TONIC_PRONOUN: Final = "tonic-pronoun"
TOPIC_MARKER: Final = "topic-marker"
UNIVERSAL: Final = "universal"
VIEWPOINT_PREPOSITION: Final = "viewpoint-preposition"
WORDING: Final = "wording"

# Classes of lemmas.
ACTIVE_AUXILIARY: Final = "active-auxiliary"
AUXILIARY: Final = "auxiliary"
CAPACITY: Final = "capacity"
CAUSATIVE: Final = "causative"
CITATION: Final = "citation"
COPULA: Final = "copula"
DEONTIC: Final = "deontic"
EXISTENTIAL: Final = "existential"
IMPERSONAL_DEONTIC: Final = "impersonal-deontic"
LEARNING: Final = "learning"
MODAL: Final = "modal"
NEAR_FUTURE: Final = "near-future"
NECESSITY: Final = "necessity"
PERSISTENCE: Final = "persistence"
PERUSAL: Final = "perusal"
POSSIBILITY: Final = "possibility"
RECENT_PAST: Final = "recent-past"
VOLITION: Final = "volition"

# The first and second person.
INTERLOCUTORS = frozenset({FIRST_PLURAL, FIRST_SINGULAR, SECOND_PLURAL, SECOND_SINGULAR})
# Verbs without a meaning of their own.
EMPTY_VERBS = frozenset({AUXILIARY, CAUSATIVE})

Classes = frozenset[str]
NONE: Classes = frozenset()
NAMES = frozenset(value for name, value in vars().items() if name.isupper() and isinstance(value, str))


@cache
def _classes(kind: str) -> dict[str, Classes]:
    found = {}
    for row in lexicons.read("grammar_words"):
        classes = frozenset(row["classes"].split())
        if not classes <= NAMES:
            raise ValueError(f"grammar_words.tsv: unknown classes of {row['word']}: {classes - NAMES}")
        if row["kind"] == kind:
            found[row["word"]] = classes
    return found


def classes_of_form(form: str) -> Classes:
    """The classes of a form in lower case with a straight apostrophe; empty for most words.

    A conjunction of several words ("à ce que") is looked up with its words joined by spaces.
    """
    return _classes("form").get(form, NONE)


@lru_cache(maxsize=1 << 13)
def classes_of_lemma(lemma: str) -> Classes:
    """The classes of the lemma of a verb; empty for most verbs."""
    return _classes("lemma").get(lemma, NONE)


def reflexive_lemmas(lemma: str) -> tuple[str, str]:
    """The two ways in which lexicons list a reflexive verb: with the full clitic and the elided one."""
    return f"se {lemma}", f"s'{lemma}"
