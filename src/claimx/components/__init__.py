"""The components, one per file, and the table of all names that claimx registers with spaCy.

If claimx is installed, spaCy reads the same table from the entry points in pyproject.toml; otherwise (sources
on the path) `register` does it. Every module named here is cheap to
import: spaCy imports all factories whenever it makes a pipeline.
"""

from importlib import import_module

# The components in order: their names and factories.
CHAIN = {
    "claimx_quotes": "claimx.components.quotes:make_quotes",
    "claimx_amounts": "claimx.components.amounts:make_amounts",
    "claimx_dates": "claimx.components.dates:make_dates",
    "claimx_organizations": "claimx.components.organizations:make_organizations",
    "claimx_cues": "claimx.components.cues:make_cues",
    "claimx_sources": "claimx.components.sources:make_sources",
    "claimx_claims": "claimx.components.claims:make_claims",
    "claimx_confidence": "claimx.components.confidence:make_confidence",
}

# spaCy's registries, by entry-point group: the object for each name.
REGISTRIES = {
    "spacy_factories": {
        "claimx_paragraphs": "claimx.french.sentence_starts:create_paragraphs",
        "claimx_conditional": "claimx.french.verb_forms:create_conditional",
        "claimx_lemmas": "claimx.french.lemmatizer:create_lemmas",
        "claimx_parser": "claimx.french.parser:create_parser",
        "claimx_ner": "claimx.french.ner:create_ner",
        **CHAIN,
    },
    "spacy_languages": {"claimx_fr": "claimx.french.language:ClaimxFrench"},
    "spacy_tokenizers": {"claimx.FrenchTokenizer.v1": "claimx.french.tokenizer:create_tokenizer"},
    "spacy_architectures": {
        "claimx.FrenchEmbed.v1": "claimx.french.embedding:build_french_embed",
        "claimx.FrenchEmbed.v2": "claimx.french.embedding:build_french_embed_with_vectors",
        "claimx.Tok2Vec.v1": "claimx.french.embedding:build_tok2vec",
        "claimx.SameWords.v1": "claimx.french.name_pooling:build_same_words",
    },
    "spacy_misc": {
        "claimx.operators.v1": "claimx.components.base:make_operators",
        "claimx.organizations.v1": "claimx.components.organizations:make_list",
    },
}


def register() -> None:
    """Make every name of the table known to spaCy in this process."""
    for registry in REGISTRIES.values():
        for target in registry.values():
            # The decorator on the function puts it in spaCy's registry.
            import_module(target.partition(":")[0])
