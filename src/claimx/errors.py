"""Errors and warnings: numbered messages that name the cause and say what to do.

Every exception is a ClaimxError, which is a ValueError; every warning a ClaimxWarning, a UserWarning.
Standard library only.
"""

from typing import Any


class _Numbered(type):
    """Prefixes each message with its number, as spaCy does, so that the number is written once."""

    def __getattribute__(cls, name: str) -> Any:
        value = super().__getattribute__(name)
        return f"[{name}] {value}" if name[1:].isdigit() else value


class Errors(metaclass=_Numbered):
    """The messages of errors. Fill one with ``Errors.E001.format(...)``."""

    E001 = "{name}: expected {expected}, got {got}."
    E002 = "include: unknown value {value!r}. Give one of: {known}."
    E003 = "published: {value!r} is not a day. Give a datetime.date or an ISO string such as '2026-02-02'."
    E004 = "published: {given}. Give one date for all the texts, or one for each of them."
    E005 = "{name}: expected a whole number of at least {least}, got {value!r}."
    E006 = (
        "nlp: the pipeline has no component claimx_claims (its components: {pipes}). "
        "Add those of claimx with claimx.add_pipes(nlp)."
    )
    E007 = (
        "currency: {value!r} is no ISO 4217 code. Give three capitals such as 'EUR', or None to leave "
        "the currency open."
    )
    E008 = (
        "{name}: the pipeline has the component {pipe} already, and keeps what it was made with. "
        "Give the table to claimx.load, or remove the component first: nlp.remove_pipe({pipe!r})."
    )
    E009 = (
        "the levels {one!r} and {other!r} can't be compared: only certain, probable, possible and doubtful "
        "are ordered. Sort by confidence.score, or leave 'unknown' out first."
    )
    E010 = "{feature} needs {package}, which is not installed. Install it with: pip install 'claimx[{extra}]'"
    E011 = (
        "{name}: expected {expected}, got {got}, whose elements are its column names or keys. "
        "Give the column, such as frame['text'], or the whole frame to claimx.extract_frame."
    )
    E012 = "{name}: the frame has no column {column!r}. Its columns: {columns}."
    E013 = "texts[{number}]: expected a pair (text, context), got {got}. Give pairs, or leave as_tuples out."
    E014 = "no claim {key!r} in this extraction. Its claims: {known}."
    E015 = "{what}: not what to_dict() or to_json() writes ({reason})."
    E016 = "expected a pandas or polars DataFrame, got {got}."
    E017 = "amounts: unknown value {value!r}. Give one of: lists, exploded."
    E018 = "{name}: unknown value {value!r}. Give one of: {known}."
    E019 = (
        "organizations: expected {expected}, got {got}, whose elements are its column names or keys. "
        "Give its rows, such as frame.to_dict('records')."
    )
    E020 = "unknown format {value!r}. Available: {known}."
    E021 = (
        "{document}: the ending .{ending} tells no format. Give {option}, or one of these endings: {known}."
    )
    E030 = "{document}: no such file. Check the path."
    E031 = (
        "{document}: this is a folder. Give its files, for example {document}/*.txt, "
        "or --recursive for all that is in it."
    )
    E032 = "{document}: can't be read ({reason})."
    E033 = (
        "{document}, line {line}: byte {byte} of the file (0x{value:02x}) is not UTF-8. "
        "Convert the file first, for example: iconv -f WINDOWS-1252 -t UTF-8 {document}"
    )
    E034 = "{document}: can't be written ({reason})."
    E035 = "{document} is also read. Give another file to write to."
    E036 = "{document}: claimx failed on this text ({reason}). This is a bug: please report it with the text."
    E037 = (
        "texts[{number}]: claimx failed on this text ({reason}). "
        "This is a bug: please report it with its text. CLAIMX_DEBUG=1 shows the traceback."
    )
    E038 = (
        "a worker process died while texts[{first}] to texts[{last}] were read, for want of memory or "
        "because each worker runs the program again. Give fewer processes, and put what starts the work "
        "under if __name__ == '__main__':"
    )
    E039 = (
        "processes: a worker process imports the main module of the program, which calls extract_many again. "
        "Put the call under if __name__ == '__main__':"
    )
    E040 = (
        "{document}: no column {column!r} in the header line (its columns: {columns}). "
        "Its first line names the columns: one of them must be {column}."
    )
    E041 = "{place}: unknown {column} {value!r}. Give one of: {known}."
    E042 = (
        "{document}, line {line}: {got} cells under {expected} columns. "
        "Remove or add cells; in a CSV, quote a cell that contains a comma."
    )
    E043 = "{document}: can't be read ({reason}). Give a CSV or TSV file in UTF-8."
    E045 = "{document}, line {line}: more than {most} bytes. Is this file a table of rows?"
    E046 = "{document}: more than {most} bytes. Is this file a table of rows?"
    E044 = "{document}, line {line}: the cell {column!r} is empty."
    E047 = "{place}: {value!r} is no item of Wikidata. Give one such as Q312, or leave the cell empty."
    E048 = "{place}: no name. Give one under the key 'name'."
    E060 = (
        "the span group {group} of this Doc has no values: Doc.from_docs, Doc.to_json and assignments keep "
        "the spans alone. Join Docs with claimx.annotations.merge(docs); store them with DocBin, "
        "Doc.to_bytes or doc.to_json(underscore=['claims_json'])."
    )
    E062 = (
        "{document}, line {line}: not JSON ({reason}). In JSON lines, each line is an object with the text; "
        "a .json file is one object or an array of them."
    )
    E063 = (
        "{document}, {unit} {number}: no {what} under {field!r} (its keys: {keys}). "
        "Give the name with --{what}-field."
    )
    E064 = "{document}: this is {kind}, not a text. Extract its text first, for example: {command}"
    E065 = "the name of a file is empty. Give a path, or - for stdin."
    E066 = (
        "{document}, line {line}: byte {byte} of the file (0x{value:02x}) is not UTF-16, which it begins as."
    )
    E067 = "{document}: no main text is found in this HTML page. Give its text instead."
    E068 = "{document}: the file is damaged ({reason}). Get it anew."
    E069 = (
        "{document}, line {line}: the byte 0x{value:02x} is not UTF-8. "
        "Convert the file first, for example: iconv -f WINDOWS-1252 -t UTF-8 {document}"
    )
    E070 = (
        "{document}, {unit} {number}: {value!r} under {field!r} is not a day. Give days such as 2026-02-02, "
        "or the name of another field with --published-field."
    )
    E071 = (
        "{document}: no column {column!r} (its columns: {columns}). Give that of the texts with --text-field."
    )
    E072 = (
        "{document}: no file with an ending that claimx knows is in this folder. Name its files themselves."
    )
    E073 = "{document}, line {line}: not CSV ({reason}). Is a quotation mark left open or not doubled?"
    E074 = "{document}: one text is expected here, and the file holds none, or several. Give a file with one."
    E075 = (
        "--model: there is no spaCy model {name!r} here. Install it, for example with "
        "python -m spacy download {name}, or leave --model out for the one of claimx."
    )
    E076 = "--min-amount: {value!r} is no amount. Give a number of units, or an amount such as '10 M€'."
    E077 = (
        "more than {most} claims: a sheet of a workbook holds no more. Write CSV or Parquet, or filter them."
    )
    E078 = "a terminal can't show {value}. Give a file to write to with -o FILE, for example: -o {example}"
    E080 = (
        "{directory}: can't be written ({reason}). What is finished there is kept. {advice}, then run the "
        "same command again."
    )
    E081 = (
        "{directory}: the results there were made in another way ({differing}). Give another directory, or "
        "the options and the version of that run."
    )
    E082 = (
        "{document}: can't be read ({reason}). Delete it and run the same command again: its documents "
        "will be read anew."
    )
    E083 = (
        "these ids stand twice: {ids}. Each document needs an id of its own: give another field with "
        "--id-field, or leave the second ones out."
    )
    E084 = (
        "{document}: the text of {id!r} is another than the one whose result is there. Give another "
        "directory to read what has changed."
    )
    E085 = (
        "worker processes end before they can work (exit code {code}), for want of memory perhaps. Give "
        "fewer with --workers; claimx extract on one text may say more."
    )
    E086 = (
        "{document}: the process that reads this text dies of it (exit code {code}). It is left out. "
        "This is a bug: please report it with the text."
    )
    E087 = (
        "{document}: not read in {seconds} seconds, twice. It is left out. "
        "Give more with --timeout, or read less of it with --max-chars."
    )
    E088 = "{directory}: another run is at work there. Wait for it, or give another directory."
    E089 = "{directory}: no batch run has written here. Check the path."
    E079 = (
        "--organizations: there is no file {name!r}. It takes a table of organisations of your own; "
        "--organization {name} shows the claims with one."
    )
    E090 = "{document}: not what claimx evaluate --format json writes ({reason})."
    E091 = "{document}: not gold as docs/evaluate.md describes it ({reason})."
    E092 = "{one} and {other} were measured on other documents: only {number} of them are the same."
    E094 = (
        "{option}: {value!r} is not a day. Give a day, a month or a year, such as 2026-02-15, 15/02/2026, "
        "'mars 2026' or 2026."
    )
    E095 = "--published: {value!r} is not a day. Give one such as 2026-02-15 or 15/02/2026."
    E096 = "there is nothing to read. Give a FILE, or - to type or paste a text and end it with Ctrl-D."
    E097 = "claimx batch: give INPUT and -o DIR, the directory of the results, or --status DIR."
    E098 = "{host}:{port}: can't be served there ({reason}). Give another --port or --host."
    E093 = "Spark could not do it ({reason}). The log of the cluster says more."
    E061 = "merge: there are no Docs. Give at least one."


class Warnings(metaclass=_Numbered):
    """The messages of warnings."""

    W003 = (
        "{component}: the Doc has no {groups}, so that it finds less. Put the components of claimx in the "
        "order of claimx.pipeline.ORDER; claimx.add_pipes(nlp) does."
    )
    W002 = (
        "nobody has looked for claims in this Doc: claimx_claims has not run on it, or a copy has dropped "
        "them (in place of span.as_doc(), claimx.annotations.as_doc(span) keeps them)."
    )
    W001 = "claims and sources need a parse: put a trained parser before the components of claimx."


class ClaimxWarning(UserWarning):
    """Base class of the warnings of claimx."""


class ClaimxError(ValueError):
    """Base class of the errors of claimx."""


class ArgumentError(ClaimxError):
    """An argument has a value that can't be used."""


class ArgumentTypeError(ArgumentError, TypeError):
    """An argument is of a wrong type."""


class MissingClaimError(ClaimxError, KeyError):
    """An extraction has no claim of this id."""

    def __str__(self) -> str:
        """The message itself, which KeyError would show quoted."""
        return str(self.args[0])


class MissingExtraError(ClaimxError, ImportError):
    """An optional package is not installed."""


class DocumentError(ClaimxError):
    """A document can't be read or written."""
