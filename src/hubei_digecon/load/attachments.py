"""Documents that reports and reviews name: only ever a file below the folder they stand in."""

import hashlib
import os
import stat
from collections.abc import Iterator

from ..diagnostics import Diagnostic, DiagnosticKind, Example, Path, Severity, diagnose
from ..domain.assessments import FileDigest
from ..domain.reports import Report
from ..shapes.diagnostics import BAD_DOCUMENT_PATH
from ..text import Text

MISSING_DOCUMENT = DiagnosticKind(
    "missing-document",
    Severity.ERROR,
    Text("没有找到佐证材料“{text}”", "the document “{text}” was not found"),
    Text(
        "把文件放在报告所在文件夹之内，或改正路径",
        "put the file within the folder of the report, or fix the path",
    ),
    example=Example(
        fails="observations: {gdp: {value: 1000亿元, source: {document: docs/2.pdf}}}",
        passes="observations: {gdp: {value: 1000亿元, source: {document: docs/1.pdf}}}",
        given=Text(
            "报告所在文件夹中有docs/1.pdf，运行时加 --check-documents",
            "docs/1.pdf is in the folder of the report; --check-documents is given",
        ),
    ),
)
KINDS = (BAD_DOCUMENT_PATH, MISSING_DOCUMENT)

_PIECE = 2**20


def check_documents(report: Report) -> tuple[tuple[FileDigest, ...], tuple[Diagnostic, ...]]:
    """Look up every document that a report names; return the digests, and a diagnostic on each not there."""
    folder = os.path.dirname(report.source.path)
    digests: dict[str, FileDigest] = {}
    missing = []
    for at, document in _documents(report):
        if document not in digests:
            digest = _digest(folder, document)
            if digest is None:
                missing.append(diagnose(MISSING_DOCUMENT, at, report.source.find(at), text=document))
                continue
            digests[document] = FileDigest(document, digest)
    return tuple(digests.values()), tuple(missing)


def _documents(report: Report) -> Iterator[tuple[Path, str]]:
    """Return every document named, and where."""
    for id, observation in report.observations.items():
        at: Path = ("observations", id)
        if observation.source and observation.source.document:
            yield (*at, "source", "document"), observation.source.document
        named = {
            "evidence": [one.document for one in observation.evidence],
            "items": [one.document for one in observation.items],
        }
        for key, documents in named.items():
            for index, document in enumerate(documents):
                if document:
                    yield (*at, key, index, "document"), document


def _digest(folder: str, document: str) -> str | None:
    """Return the SHA-256 of a document; ``None`` where it is no regular file within the folder.

    Links that lead out of the folder are not followed.
    """
    home = os.path.realpath(folder or os.curdir)
    path = os.path.realpath(os.path.join(home, document))
    if os.path.commonpath((home, path)) != home:
        return None
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    try:
        descriptor = os.open(path, flags)
    except (OSError, ValueError):
        return None
    with open(descriptor, "rb") as file:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            return None
        digest = hashlib.sha256()
        while piece := file.read(_PIECE):
            digest.update(piece)
    return digest.hexdigest()
