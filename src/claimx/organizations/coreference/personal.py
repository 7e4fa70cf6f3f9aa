"""Personal pronouns that stand for an organisation: "elle", "il", "lui".

A subject ("Elle a annoncé") stands for the nearest subject that agrees with it, and for no organisation if
that is a person or another thing; "lui" also for the only organisation that there is.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimx.organizations.coreference.agreement import GENDERS, agrees, may_agree
from claimx.organizations.coreference.canonical import Referent, ResolvedMention
from claimx.organizations.coreference.discourse import DiscourseModel, is_ancestor
from claimx.organizations.coreference.relative import coordinated
from claimx.organizations.lexicon import ReferenceWord, nouns, verbs_of_will, word_with_role
from claimx.syntax.dependencies import children, feature
from claimx.syntax.words import Word

MAX_SENTENCES_BACK = 1
MAX_TOKENS_BACK = 149
MAX_RIVALS_BACK = 99
OPENING, CLOSING = frozenset("«“"), frozenset("»”")


def agreeing_subject(discourse: DiscourseModel, token: Word, word: ReferenceWord) -> tuple[Referent, ...]:
    """The topic of the sentence or the nearest subject before, if it is an organisation that agrees."""
    topic = discourse.topic(token)
    if topic is not None:
        return topic.referents if all(agrees(referent, word) for referent in topic.referents) else ()
    passed: list[Referent] = []
    acting: tuple[Referent, ...] = ()
    for subject in _subjects(discourse, token):
        mention = _named_by(discourse, subject)
        if word.gender is None and subject.head is token.head:
            acting = mention.referents if mention is not None else acting
            continue  # "Zorbex lui reproche": somebody else
        if _wants_another(subject, token) or (mention is not None and mention.referents == acting):
            continue
        if mention is not None and mention.via == "relative":
            continue
        if mention is not None and _is_rivalled(discourse, token, word, mention):
            return ()
        if mention is not None and not _is_prominent(discourse, subject, token):
            passed.extend(mention.referents)
            continue
        together = coordinated(discourse, subject) if word.number == "p" else ()
        if together:
            return _unless_passed(together, passed)
        if mention is None:
            if may_agree(subject, word):
                return ()
            continue
        if word.number == "p" and len(mention.referents) > 1:
            return _unless_passed(mention.referents, passed)
        if len(mention.referents) == 1 and agrees(mention.referents[0], word, mention.gender):
            rivalled = _has_feminine_rival(discourse, token, word, mention)
            return () if rivalled else _unless_passed(mention.referents, passed)
    return ()


def _named_by(discourse: DiscourseModel, subject: Word) -> ResolvedMention | None:
    """The mention that a subject is, or that stands beside it: "Le sponsor, Zorbex, a dit qu'il"."""
    places = (subject, *(child for child in children(subject, "appos") if child.i > subject.i))
    return next(filter(None, (discourse.mention_at.get(place.i) for place in places)), None)


def _unless_passed(found: tuple[Referent, ...], passed: list[Referent]) -> tuple[Referent, ...]:
    """The referents, unless a subject of lesser rank between them and the pronoun is another organisation."""
    return found if all(referent in found for referent in passed) else ()


def _wants_another(subject: Word, token: Word) -> bool:
    """Whether a pronoun is what somebody wants of another: "Zorbex exige qu'il parte"."""
    verb = token.head
    wanted = verb.base == "ccomp" and verb.head.i == subject.head.i and token.base == "nsubj"
    return wanted and verb.head.lemma_ in verbs_of_will()


def _is_prominent(discourse: DiscourseModel, subject: Word, token: Word) -> bool:
    """Whether a subject precedes its verb in a clause above the pronoun's or in the main clause before."""
    verb = subject.head
    if subject.i > verb.i and subject.base == "nsubj":
        return False
    if discourse.sentence(subject.i) == discourse.sentence(token.i):
        return is_ancestor(verb, token) or verb.head in (token.head, token.head.head)
    return verb.dep_ == "ROOT" or (verb.base in ("conj", "ccomp") and verb.head.dep_ == "ROOT")


def _is_rivalled(
    discourse: DiscourseModel, token: Word, word: ReferenceWord, mention: ResolvedMention
) -> bool:
    """Whether another organisation that agrees, or for "lui" a person, is named in between."""
    if _has_person_rival(discourse, token, word, mention):
        return True
    here = discourse.sentence(token.i)
    if discourse.sentence(mention.first) == here:
        return False
    for other in discourse.mentions[: -MAX_RIVALS_BACK - 1 : -1]:
        if discourse.sentence(other.first) != here:
            return False
        if (word.gender is None and _acts_on(discourse, other, token)) or _wants_another(
            discourse.head(other), token
        ):
            continue
        if other.referents != mention.referents and all(agrees(r, word) for r in other.referents):
            return True
    return False


def _has_person_rival(
    discourse: DiscourseModel, token: Word, word: ReferenceWord, mention: ResolvedMention
) -> bool:
    """Whether "lui" may be somebody named in between: "Zorbex recrute Ana Velm. Son rival lui offrait"."""
    between = range(mention.after, token.i)
    return word.gender is None and any(
        span.label_ == "PER" and span.start in between for span in discourse.document.entities
    )


def only_other(discourse: DiscourseModel, token: Word, word: ReferenceWord) -> tuple[Referent, ...]:
    """For "lui": the only organisation in the sentence and the one before that is no subject of its verb.

    None where they speak of somebody: "Ana Velm dirige Zorbex. Le juge lui inflige une amende".
    """
    document, here = discourse.document, discourse.sentence(token.i)
    found: dict[int, Referent] = {}
    acting: set[int] = set()
    for index in range(token.i - 1, max(-1, token.i - MAX_TOKENS_BACK - 1), -1):
        if here - discourse.sentence(index) > MAX_SENTENCES_BACK:
            break
        mention, span = discourse.mention_at.get(index), document.entity_at.get(index)
        personal = word_with_role(document.form(index), "personal") is not None
        if mention is None and (personal or (span is not None and span.label_ == "PER")):
            return ()
        if mention is None:
            continue
        named = {id(referent): referent for referent in mention.referents}
        if _acts_on(discourse, mention, token):
            acting |= named.keys()
        else:
            found.update(named)
    referents = tuple(referent for key, referent in found.items() if key not in acting)
    return referents if len(referents) == 1 and agrees(referents[0], word) else ()


def _acts_on(discourse: DiscourseModel, mention: ResolvedMention, token: Word) -> bool:
    """Whether a mention is the subject of the verb that a pronoun completes: "Velm et Zorbex lui prêtent"."""
    noun = discourse.head(mention)
    while noun.base in ("appos", "conj", "flat") and noun.head.i < noun.i:
        noun = noun.head
    return noun.base == "nsubj" and noun.head.i == token.head.i


def _subjects(discourse: DiscourseModel, token: Word) -> Iterator[Word]:
    """The subjects before a pronoun in its sentence and the one before, outside quotations, nearest first."""
    here, quoted = discourse.sentence(token.i), 0
    for index in range(token.i - 1, max(-1, token.i - MAX_TOKENS_BACK - 1), -1):
        other = discourse.document.parse[index]
        quoted += (other.text in CLOSING) - (other.text in OPENING)
        if (
            quoted < 0
            or here - discourse.sentence(index) > MAX_SENTENCES_BACK
            or discourse.document.has_role(index, "topic")
        ):
            return
        if quoted or _names_complement(other):
            continue
        if other.base == "nsubj" or _is_made_to_act(other):
            yield other


def _is_made_to_act(word: Word) -> bool:
    """Whether an object is the subject of the infinitive after it: "pousse Zorbex à vendre"."""
    return word.base == "obj" and any(other.i > word.i for other in children(word.head, "xcomp"))


def _names_complement(subject: Word) -> bool:
    """Whether it is the name of a noun before, not a second subject: "Le chef de la société Zorbex"."""
    before = subject.left_edge.i - 1
    if before < 0 or subject.parse[before].pos_ != "NOUN":
        return False
    return any(other.i < before for other in children(subject.head, "nsubj"))


def _has_feminine_rival(
    discourse: DiscourseModel, token: Word, word: ReferenceWord, mention: ResolvedMention
) -> bool:
    """Whether "elle" may stand for an object before, where a company has no gender of its own.

    In "Zorbex a vendu une marque. Elle date de 1905", it is the brand: of companies, French says "il" first.
    """
    if word.gender != "f" or mention.gender or _has_gender(mention.referents[0]):
        return False
    if discourse.sentence(mention.first) == discourse.sentence(token.i):
        return False
    objects = (
        other
        for other in discourse.document.parse[mention.after : token.i]
        if other.base == "obj" and other.pos_ == "NOUN"
    )
    return any(GENDERS.get(feature(other, "Gender")) == "f" and may_agree(other, word) for other in objects)


def _has_gender(referent: Referent) -> bool:
    """Whether an organisation has a gender by its name, or by a feminine noun that the text calls it."""
    called = (nouns()[lemma].gender for lemma in referent.head_nouns if lemma in nouns())
    return bool(referent.gender) or "f" in called
