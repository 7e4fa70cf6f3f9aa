"""The kernel of all batch engines: Arrow record batches of documents in, of claims out."""

from claimx.arrow.kernel import Options, extract_batch
from claimx.arrow.schema import documents_schema, results_schema, versions

__all__ = ["Options", "documents_schema", "extract_batch", "results_schema", "versions"]
