"""From documents to extractions, in one process or several; what fails is named and the rest goes on."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from itertools import tee
from typing import TYPE_CHECKING

from claimx._batch import tune_gc
from claimx.apps.cli.console import print_error
from claimx.apps.cli.spacy_import import import_spacy
from claimx.apps.inputs.types import InputDocument, Unreadable

if TYPE_CHECKING:
    from spacy.language import Language

    from claimx.extraction import Extraction

# Of what a worker process takes at a time.
TEXTS_PER_BATCH = 16


class Reading:
    """One run over documents, and whether some of them failed."""

    def __init__(self, nlp: Language | None, published: str | None, currency: str | None, workers: int = 1):
        """nlp: None for the bundled pipeline; published: the day of all documents, None for their own."""
        self.nlp, self.published, self.currency, self.workers = nlp, published, currency, workers
        self.exit_code = 0

    def extractions(self, found: Iterable[InputDocument | Unreadable]) -> Iterator[tuple[str, Extraction]]:
        """All claims of the documents, with the documents' ids; what can't be read is named on stderr."""
        import claimx

        first, second = tee(self._readable(found))
        results = claimx.extract_many(
            ((document.text, document) for document in first),
            published=(self.published or document.published for document in second),
            include="all",
            processes=self.workers,
            batch_size=1 if self.workers == 1 else TEXTS_PER_BATCH,
            nlp=self.nlp,
            as_tuples=True,
            on_error="return",
            currency=self.currency,
        )
        for number, (extraction, document) in enumerate(results):
            if isinstance(extraction, claimx.Failure):
                if os.environ.get("CLAIMX_DEBUG"):
                    raise extraction.error from extraction.error.__cause__
                self._fail(str(extraction.error).replace(f"texts[{extraction.number}]", document.origin))
            else:
                yield document.id, extraction
            if number == 0:
                tune_gc()

    def _readable(self, found: Iterable[InputDocument | Unreadable]) -> Iterator[InputDocument]:
        for item in found:
            if isinstance(item, Unreadable):
                self._fail(str(item.error))
            else:
                import_spacy()
                yield item

    def _fail(self, message: str) -> None:
        print_error(message)
        self.exit_code = 1
