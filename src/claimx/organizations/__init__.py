"""Organisations: named in the text, or meant by a noun or pronoun.

``finder`` calls two steps. ``mentions`` puts together the names of the list (``gazetteer``, checked by
``disambiguation``), those of the patterns (``name_patterns``, ``context_patterns``, ``abbreviations``) and
the entities of the model (``entity_filter``, ``classifier``). ``coreference`` groups the mentions of one
organisation (``canonical``) and resolves nouns and pronouns (``nominal``, ``pronominal``). Both read the text
as a ``document.NameDocument``.
"""
