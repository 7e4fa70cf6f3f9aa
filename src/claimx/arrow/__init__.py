"""Documents in Arrow record batches, their claims out: the kernel of every engine for many documents."""

from claimx.arrow.kernel import Options, extract_batch
from claimx.arrow.schema import documents_schema, results_schema, versions

__all__ = ["Options", "documents_schema", "extract_batch", "results_schema", "versions"]
