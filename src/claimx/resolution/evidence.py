"""What the words around a name say about it: an organisation, a word, a person, a place to publish.

Example: "Orange a annoncé" and "l'opérateur Orange" are the company; "à Orange", "une orange" and
"sur Facebook" are not organisations.
"""

from __future__ import annotations

from spacy.tokens import Doc, Span, Token

from claimx.parsing.names import fold_word, is_acronym
from claimx.resolution.gazetteer import Match
from claimx.resolution.tables import class_nouns, nationality, noun_of, word_with_role
from claimx.syntax.labels import is_finite

SENTENCE_ENDS = frozenset('.!?…:;«“"–—•')
DETERMINERS = ("article", "contraction", "demonstrative", "number")


class Context:
    """A Doc with what is asked about it again and again: folded words, sentence starts, entities."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.forms = [fold_word(token.text) for token in doc]
        self.starts = self._find_starts()
        self.entities = {index: span for span in doc.ents for index in range(span.start, span.end)}
        self.tagged = doc.has_annotation("POS")
        people = (span for span in doc.ents if span.label_ == "PER" and span[:-1].text.istitle())
        self.last_names = {fold_word(span[-1].text) for span in people}

    def _find_starts(self) -> set[int]:
        """The tokens whose capital says nothing: first of a sentence, a line, a quotation."""
        starts, fresh = set(), True
        for token, form in zip(self.doc, self.forms, strict=True):
            if token.is_space:
                fresh = fresh or "\n" in form
            elif form in SENTENCE_ENDS:
                fresh = True
            elif fresh:
                starts.add(token.i)
                fresh = False
        return starts

    def form(self, index: int) -> str:
        """The folded word at an index, "" outside the text."""
        return self.forms[index] if 0 <= index < len(self.forms) else ""

    def has_role(self, index: int, *roles: str) -> bool:
        """Whether the word at an index has one of these roles in ``reference_words.tsv``."""
        return word_with_role(self.form(index), *roles) is not None

    def is_capital(self, index: int) -> bool:
        """Whether a word has a capital or begins with a figure: what a name is made of."""
        if not 0 <= index < len(self.doc):
            return False
        text = self.doc[index].text
        return text[0].isupper() or (len(text) > 2 and text[0].islower() and text[1:2].isupper())

    def is_proper(self, index: int) -> bool:
        """A capital that is not a common noun's, as far as the tagger knows."""
        return self.is_capital(index) and self.doc[index].pos_ in ("", "X", "PROPN")

    def trim(self, span: Span) -> Span | None:
        """An entity of the model without article, punctuation and what follows on another line."""
        first, last = span.start, span.end
        while first < last and (self._is_outer_article(first) or not self._is_word(first)):
            first += 1
        for index in range(last - 1, first - 1, -1):
            if "\n" in self.forms[index] or (index > first and self._is_infinitive(index)):
                last = index
        while last > first and self._is_loose_end(last - 1):
            last -= 1
        return self.doc[first:last] if first < last else None

    def _is_infinitive(self, index: int) -> bool:
        return self.doc[index].pos_ == "VERB" and self.has_role(index - 1, "complement")

    def _is_loose_end(self, index: int) -> bool:
        if self.has_role(index, "article", "contraction", "complement"):
            return True
        return not self._is_word(index) and self.form(index) not in ("!", "+", ")")

    def _is_word(self, index: int) -> bool:
        return any(character.isalnum() for character in self.forms[index])

    def _is_outer_article(self, index: int) -> bool:
        if not self.has_role(index, "article", "contraction", "demonstrative"):
            return False
        return not self.doc[index].text[0].isupper() or index in self.starts

    def is_organization(self, span: Span) -> bool:
        """Whether an entity of the model may stay: no portfolio, place, person or lone common noun."""
        if self.is_classed(span.start) or (len(span) == 1 and self._is_town(span.start)):
            return False
        if self.follows_portfolio(span.start) or len(span.text) < 2:
            return False
        if self.has_role(span.start - 1, "title"):
            return False
        if len(span) == 1 and self.form(span.start) in self.last_names:
            return False
        if any(self.is_capital(index) for index in range(span.start, span.end)):
            return True
        return len(span) > 1

    def is_classed(self, index: int) -> bool:
        """A noun of another class just before a name: "la rivière Beipan", "le jeu vidéo Iron Harvest"."""
        before = index - 1
        while before > index - 3 and before > 0 and self.doc[before].pos_ == "ADJ":
            before -= 1
        two = f"{self.form(before - 1)} {self.form(before)}"
        return self.form(before) in class_nouns() or two in class_nouns()

    def _is_town(self, index: int) -> bool:
        """A compound with a small word inside or "Saint" before: "Noisy-le-Sec", "Saint-Denis"."""
        parts = self.form(index).split("-")
        return len(parts) > 1 and any(word_with_role(part, "town") for part in parts[:-1])

    def may_repeat(self, span: Span) -> bool:
        """Whether a name found elsewhere in the text is the same one here: no entity of another kind."""
        if span.start in self.entities or self.is_classed(span.start):
            return False
        if len(span) > 1:
            return True
        if len(span.text) < 3 or self.has_role(span.start - 1, "title", "portfolio"):
            return False
        return span.start not in self.starts or not self.tagged or span[0].pos_ == "PROPN" or self._acts(span)

    def follows_portfolio(self, index: int) -> bool:
        """Whether "ministre de l'" or the like is before the word at this index."""
        for before in range(index - 1, index - 5, -1):
            if self.has_role(before, "portfolio"):
                return True
            if not self.has_role(before, "article", "contraction", "complement", "demonstrative"):
                return False
        return False

    def judge(self, span: Span, match: Match) -> bool | None:
        """Whether a name of the list is the organisation here; None if only a sure one elsewhere tells."""
        if self._is_glued(match) or self._is_person(span):
            return False
        senses = match.alias.senses
        before = span.start - 1
        if self.has_role(before, "guide") or self.follows_portfolio(span.start):
            return False
        if "platform" in senses and self.has_role(before, "surface", "account"):
            return False
        entity = self.entities.get(span.start)
        if entity is not None and entity.label_ not in ("ORG", "DATE"):
            if self._names_more(entity, span):
                return False
            if senses - {"platform", "head"}:
                return self.is_introduced(span.start)
        if entity is not None and entity.label_ == "ORG":
            return True
        if match.alias.bare:
            return self._judge_bare(span, bool(senses))
        if "head" in senses:
            return self._judge_head(span)
        if senses - {"platform"}:
            return self._judge_doubtful(span, senses)
        return True

    def is_introduced(self, index: int) -> bool:
        """A nominal head just before: "l'opérateur Orange"."""
        noun = noun_of(self.form(index - 1))
        return noun is not None and "apposition" in noun.names

    def _names_more(self, entity: Span, span: Span) -> bool:
        """Whether another word of the entity is part of a name: "Martin Bouygues", "Peugeot 307"."""
        before = any(self.is_capital(i) for i in range(entity.start, span.start))
        after = any(self.is_capital(i) or self.doc[i].like_num for i in range(span.end, entity.end))
        return before or after

    def _is_glued(self, match: Match) -> bool:
        """Part of a compound, an address or a handle: "anti-Uber", "@Orange", "amazon.fr"."""
        text = self.doc.text
        before, after = text[max(0, match.start - 2) : match.start], text[match.end : match.end + 2]
        if before[-1:] in ("@", "#", "/", "_") or (before[-1:] == "." and before[:1].isalnum()):
            return True
        if before[-1:] == "-" and text[max(0, match.start - 40) : match.start].split()[-1][0].islower():
            return True
        return after[:1] in ("@", "_") or (after[:1] in ".-" and after[1:].islower())

    def _is_person(self, span: Span) -> bool:
        """The last name of somebody: "Martin Bouygues", "M. Leclerc"."""
        if len(span) > 1 or is_acronym(span.text):
            return False
        before = span.start - 1
        if self.has_role(before, "title"):
            return True
        entity = self.entities.get(span.start)
        if entity is not None and entity.label_ == "PER" and self._names_more(entity, span):
            return True
        if entity is not None or not self.is_capital(before) or noun_of(self.form(before)):
            return False
        previous = self.doc[before]
        if before in self.starts or is_acronym(previous.text) or not previous.text.isalpha():
            return False
        return not self.entities and not self._is_loud(span.start)

    def _is_loud(self, index: int) -> bool:
        """In a line of capitals, where capitals say nothing."""
        near = [t for t in self.doc[max(0, index - 3) : index + 4] if t.is_alpha and len(t) > 2]
        return len(near) > 1 and all(token.is_upper for token in near)

    def _judge_bare(self, span: Span, doubtful: bool) -> bool | None:
        """By the article in small letters before, and the word before that: "du Figaro", "le Parisien"."""
        before = span.start - 1
        if not self.has_role(before, "article", "contraction") or not self.is_capital(span.start):
            return False
        if self.has_role(before - 1, "competition"):
            return False
        if self.has_role(before - 1, "edition", "attribution"):
            return True
        return None if doubtful else True

    def _judge_head(self, span: Span) -> bool:
        """By a definite article before and no complement after: "la Commission"."""
        if not self.has_role(span.start - 1, "article", "contraction"):
            return False
        after = self.form(span.end)
        if nationality(after) is not None:
            return False
        if self.has_role(span.end, "complement", "contraction"):
            return span.end + 1 < len(self.doc) and self.doc[span.end + 1].pos_ == "VERB"
        return not self.tagged or span.end >= len(self.doc) or self.doc[span.end].pos_ != "ADJ"

    def _judge_doubtful(self, span: Span, senses: frozenset[str]) -> bool | None:
        """A common word, a place or a last name with a capital."""
        before = span.start - 1
        if self.is_introduced(span.start):
            return True
        if self.has_role(before, *DETERMINERS):
            return False
        if self._is_loud(span.start):
            return None
        if span.start in self.starts and senses != {"person"}:
            if len(span) > 1 and self.is_capital(span.end - 1):
                return True
            return True if self._acts(span) else None
        if "place" in senses:
            return True if self._acts(span) else None
        return True

    def _acts(self, span: Span) -> bool:
        """Followed by a finite verb whose subject it may be: "Orange a annoncé"."""
        if span.end >= len(self.doc):
            return False
        following: Token = self.doc[span.end]
        if self.tagged:
            return following.pos_ in ("VERB", "AUX") and is_finite(following)
        return self.has_role(span.end, "copula", "finite")
