"""Pronominal anaphora: relative and personal pronouns that stand for an organisation.

A relative ("Amazon, qui pourrait") is resolved by the parse. A personal pronoun ("Elle a annoncé") stands for
the nearest subject that agrees with it, and for no organisation if that is a person or another thing.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimx.organizations.coreference.canonical import Referent, ResolvedMention
from claimx.organizations.coreference.discourse import DiscourseModel, ancestors, is_ancestor
from claimx.organizations.lexicon import ReferenceWord, agents, verbs_of_will, word_with_role
from claimx.organizations.spelling import fold_word
from claimx.syntax.dependencies import children, feature
from claimx.syntax.words import Word

GENDERS = {"Masc": "m", "Fem": "f"}
NUMBERS = {"Sing": "s", "Plur": "p"}
# The roles of pronouns in ``reference_words.tsv``.
ROLES = frozenset({"relative", "personal", "indirect", "latter", "ordinal"})
MAX_SENTENCES_BACK = 1
MAX_TOKENS_BACK = 149
MAX_RIVALS_BACK = 99
MEMBERS_OF_PAIR = 2
FUNCTIONS = ("nsubj", "obj", "iobj", "obl", "nmod")
OPENING, CLOSING = frozenset("«“"), frozenset("»”")


def resolve(discourse: DiscourseModel, token: Word) -> ResolvedMention | None:
    """The referents of a pronoun, None if they are no organisations or uncertain."""
    form = discourse.document.forms[token.i]
    if word_with_role(form, "relative") is not None:
        found = _relative(discourse, token) if discourse.is_parsed else _adjacent(discourse, token)
        return _mention(token, token, found, "relative")
    if not discourse.is_parsed:
        return None
    word = word_with_role(form, "personal")
    if word is not None and token.base in FUNCTIONS and not _is_impersonal(token, word):
        latter = form.endswith("-ci")
        found = _nearest(discourse, token, word) if latter else _subject(discourse, token, word)
        return _mention(token, token, found, "pronoun")
    word = word_with_role(form, "indirect")
    if word is not None and token.base == "iobj" and discourse.document.form(token.i + 1) != ",":
        return _mention(token, token, _subject(discourse, token, word), "pronoun")
    word = word_with_role(form, "latter")
    if word is not None and token.i and discourse.document.has_role(token.i - 1, "demonstrative"):
        return _mention(token.parse[token.i - 1], token, _nearest(discourse, token, word), "pronoun")
    word = word_with_role(form, "ordinal")
    if word is not None and token.base in FUNCTIONS and discourse.document.has_role(token.i - 1, "article"):
        return _mention(token.parse[token.i - 1], token, _member(discourse, token, word), "pronoun")
    return None


def _mention(first: Word, last: Word, found: tuple[Referent, ...], via: str) -> ResolvedMention | None:
    if not found:
        return None
    return ResolvedMention(first.idx, last.end, first.i, last.i + 1, found, via)


def _is_impersonal(token: Word, word: ReferenceWord) -> bool:
    """Whether the pronoun is impersonal: "il faut", "il est rappelé que"; not "elle vaut"."""
    if (word.gender, word.number) != ("m", "s"):
        return False
    verb = token.head
    if word_with_role(fold_word(verb.lemma_), "impersonal") is not None:
        return True
    passive = any(child.base in ("aux", "cop") for child in verb.children)
    return passive and any(child.base in ("csubj", "ccomp") for child in verb.children)


def _relative(discourse: DiscourseModel, token: Word) -> tuple[Referent, ...]:
    """The antecedent by the parse: what the clause of the relative modifies."""
    conjunction = token.pos_ not in ("PRON", "") or token.base == "mark"
    if feature(token, "PronType") == "Int" or (conjunction and not _is_object(token)):
        return ()
    clause = next((t for t in (token, *ancestors(token)) if t.dep_.startswith(("acl", "relcl"))), None)
    if clause is None:
        return () if conjunction else _adjacent(discourse, token)
    antecedent = clause.head
    if antecedent.i > token.i:
        return ()
    mention = discourse.mention_at.get(antecedent.i)
    if mention is None:
        return () if conjunction else _adjacent(discourse, token, governed=True)
    last = max((child.i for child in children(antecedent, "conj") if child.i < token.i), default=None)
    apart = last is not None and discourse.document.form(token.i - 1) == ","
    if _is_plural(clause, token) or (apart and token.base != "nsubj"):
        return _coordinated(discourse, antecedent) or mention.referents
    return _last_member(discourse, antecedent, token) or mention.referents


def _is_object(token: Word) -> bool:
    """Whether a "que" that the tagger takes for a conjunction is an object: "Zorbex, que X a racheté"."""
    return token.head.dep_ == "acl:relcl" and not any(children(token.head, "obj", "ccomp"))


def _last_member(discourse: DiscourseModel, antecedent: Word, token: Word) -> tuple[Referent, ...]:
    """The last of "X et Y, qui tenait": parsers attach a relative in the singular to the first."""
    members = [child for child in children(antecedent, "conj") if child.i < token.i]
    mention = discourse.mention_at.get(members[-1].i) if members and token.base == "nsubj" else None
    return mention.referents if mention else ()


def _is_plural(clause: Word, token: Word) -> bool:
    if token.base != "nsubj":
        return False
    verbs = [clause, *children(clause, "aux", "cop")]
    return any(feature(verb, "VerbForm") == "Fin" and feature(verb, "Number") == "Plur" for verb in verbs)


def _coordinated(discourse: DiscourseModel, token: Word) -> tuple[Referent, ...]:
    """The members of a coordination, if all of them are organisations."""
    top = token
    while top.base == "conj":
        top = top.head
    members = [top, *children(top, "conj")]
    if token is not top and token.i != top.i:
        members += children(token, "conj")
    members = [member for member in members if member.pos_ not in ("VERB", "AUX")]
    found: list[Referent] = []
    for member in members:
        mention = discourse.mention_at.get(member.i)
        if mention is None:
            return ()
        found.extend(mention.referents)
    return tuple(dict.fromkeys(found)) if len(members) > 1 else ()


def _adjacent(discourse: DiscourseModel, token: Word, *, governed: bool = False) -> tuple[Referent, ...]:
    """The name just before, unless it completes another noun; for texts or clauses without a usable parse.

    governed: only after a preposition, where parsers attach the clause to the noun before it ("un accord avec
        Zorbex, qui recrute").
    """
    document = discourse.document
    before = token.i - 1
    while document.form(before) in (",", ")"):
        before -= 1
    mention = discourse.mention_at.get(before)
    if mention is None or mention.via not in (None, "acronym") or before == token.i - 1:
        return ()
    first = mention.first - 1
    while document.has_role(first, "article") or document.form(first) == "(":
        first = first - 1 if document.form(first) != "(" else _before_bracketed(discourse, first)
    if document.has_role(first, "complement") or (governed and document.parse[max(first, 0)].pos_ != "ADP"):
        return ()
    return mention.referents


def _before_bracketed(discourse: DiscourseModel, bracket: int) -> int:
    """The token before the name that a bracket explains, or before the bracket."""
    full = discourse.mention_at.get(bracket - 1)
    return (full.first if full else bracket) - 1


def _subject(discourse: DiscourseModel, token: Word, word: ReferenceWord) -> tuple[Referent, ...]:
    """The topic of the sentence or the nearest subject before, if it is an organisation that agrees."""
    topic = discourse.topic(token)
    if topic is not None:
        return topic.referents if all(_agrees(referent, word) for referent in topic.referents) else ()
    passed: list[Referent] = []
    for subject in _subjects(discourse, token):
        if (word.gender is None and subject.head is token.head) or _wants_another(subject, token):
            continue  # "Zorbex lui reproche": somebody else.
        mention = _named_by(discourse, subject)
        if mention is not None and mention.via == "relative":
            continue
        if mention is not None and (
            _is_rivalled(discourse, token, word, mention) or _has_person_rival(discourse, token, word, mention)
        ):
            return ()
        if mention is not None and not _is_prominent(discourse, subject, token):
            passed.extend(mention.referents)
            continue
        together = _coordinated(discourse, subject) if word.number == "p" else ()
        if together:
            return _unless_passed(together, passed)
        if mention is None:
            if _may_agree(subject, word):
                return ()
            continue
        if word.number == "p" and len(mention.referents) > 1:
            return _unless_passed(mention.referents, passed)
        if len(mention.referents) == 1 and _agrees(mention.referents[0], word, mention.gender):
            rivalled = _has_feminine_rival(discourse, token, word, mention)
            return () if rivalled else _unless_passed(mention.referents, passed)
    return ()


def _named_by(discourse: DiscourseModel, subject: Word) -> ResolvedMention | None:
    """The mention that a subject is, or that stands beside it: "Le sponsor, le parieur Zorbex, a dit qu'il"."""
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
    if subject.i > verb.i:
        return False
    if discourse.sentence(subject.i) == discourse.sentence(token.i):
        return is_ancestor(verb, token) or verb.head in (token.head, token.head.head)
    return verb.dep_ == "ROOT" or (verb.base in ("conj", "ccomp") and verb.head.dep_ == "ROOT")


def _is_rivalled(
    discourse: DiscourseModel, token: Word, word: ReferenceWord, mention: ResolvedMention
) -> bool:
    """Whether another organisation that agrees occurs between the candidate's sentence and the pronoun."""
    here = discourse.sentence(token.i)
    if discourse.sentence(mention.first) == here:
        return False
    for other in discourse.mentions[: -MAX_RIVALS_BACK - 1 : -1]:
        if discourse.sentence(other.first) != here:
            return False
        if word.gender is None and _acts_on(discourse, other, token):
            continue
        if other.referents != mention.referents and all(_agrees(r, word) for r in other.referents):
            return True
    return False


def _has_person_rival(
    discourse: DiscourseModel, token: Word, word: ReferenceWord, mention: ResolvedMention
) -> bool:
    """Whether "lui" may be somebody named in between: "Zorbex recrute Ana Velm. Son rival lui offrait plus"."""
    between = range(mention.after, token.i)
    return word.gender is None and any(
        span.label_ == "PER" and span.start in between for span in discourse.document.entities
    )


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
        if not quoted and other.base == "nsubj" and not _names_complement(other):
            yield other


def _names_complement(subject: Word) -> bool:
    """Whether it is the name of a noun before, not a second subject: "Le chef de la société Zorbex"."""
    before = subject.left_edge.i - 1
    if before < 0 or subject.parse[before].pos_ != "NOUN":
        return False
    return any(other.i < before for other in children(subject.head, "nsubj"))


def _may_agree(token: Word, word: ReferenceWord) -> bool:
    """Whether the pronoun may stand for this word, which is no organisation."""
    if word_with_role(token.lower_, "relative") is not None:
        return False
    if token.pos_ == "PRON" and word_with_role(fold_word(token.text), "personal") is None:
        return False
    gender, number = GENDERS.get(feature(token, "Gender")), NUMBERS.get(feature(token, "Number"))
    if feature(token, "Person") in ("1", "2"):
        return False
    return (word.gender is None or gender in (None, word.gender)) and number in (None, word.number)


def _agrees(referent: Referent, word: ReferenceWord, gender: str | None = None) -> bool:
    """Whether a pronoun agrees; gender: that of the noun that stood for the organisation last."""
    same = word.gender is None or (gender or referent.gender) in (None, word.gender)
    return same and (referent.number or "s") == word.number


def _has_feminine_rival(
    discourse: DiscourseModel, token: Word, word: ReferenceWord, mention: ResolvedMention
) -> bool:
    """Whether "elle" may stand for an object before, where a company has no gender of its own.

    In "Zorbex a vendu une marque. Elle date de 1905", it is the brand: of companies, French says "il" first.
    """
    if word.gender != "f" or mention.gender or mention.referents[0].gender:
        return False
    if discourse.sentence(mention.first) == discourse.sentence(token.i):
        return False
    objects = (
        other
        for other in discourse.document.parse[mention.after : token.i]
        if other.base == "obj" and other.pos_ == "NOUN"
    )
    return any(GENDERS.get(feature(other, "Gender")) == "f" and _may_agree(other, word) for other in objects)


def _nearest(discourse: DiscourseModel, token: Word, word: ReferenceWord) -> tuple[Referent, ...]:
    """For "celle-ci" and "ce dernier": the nearest name that agrees, unless something else is as near."""
    document, here = discourse.document, discourse.sentence(token.i)
    for index in range(token.i - 2, max(-1, token.i - MAX_TOKENS_BACK - 1), -1):
        if here - discourse.sentence(index) > MAX_SENTENCES_BACK:
            return ()
        other = document.parse[index]
        mention = discourse.mention_at.get(index) or _described(discourse, other)
        if mention is not None and len(mention.referents) == 1:
            if _agrees(mention.referents[0], word):
                return mention.referents
            continue
        if index in document.entity_at or (other.pos_ in ("NOUN", "PROPN") and _may_agree(other, word)):
            if not (_acts(token) and _is_thing(other)):
                return ()
    return ()


def _acts(token: Word) -> bool:
    """Whether a pronoun is the subject of a verb with an object, as somebody who acts."""
    return token.dep_ == "nsubj" and any(children(token.head, "obj", "xcomp", "ccomp"))


def _is_thing(token: Word) -> bool:
    """Whether a common noun is neither that of a person nor of a body."""
    return token.pos_ == "NOUN" and fold_word(token.lemma_) not in agents()


def _described(discourse: DiscourseModel, token: Word) -> ResolvedMention | None:
    """The name that a noun is in apposition to: "Zorbex, une filiale de restauration rapide"."""
    for word in (token, *ancestors(token)):
        if word.base == "appos":
            return discourse.mention_at.get(word.head.i)
        if word.base not in ("nmod", "amod", "acl", "obl"):
            return None
    return None


def _member(discourse: DiscourseModel, token: Word, word: ReferenceWord) -> tuple[Referent, ...]:
    """For "le premier" and "la seconde": that of two names in one breath, in the sentence or the one before."""
    if not discourse.coordinations or any(child.pos_ == "NOUN" for child in token.children):
        return ()
    last = discourse.coordinations[-1]
    near = discourse.sentence(token.i) - discourse.sentence(last.first) <= MAX_SENTENCES_BACK
    if not near or len(last.referents) != MEMBERS_OF_PAIR:
        return ()
    referent = last.referents[int(word.number or 1) - 1]
    return (referent,) if referent.gender in (None, word.gender) else ()
