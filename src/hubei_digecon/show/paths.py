"""Paths as other programs want them: from the root of the repository, and as URIs."""

import os
from urllib.parse import quote

from .view import View

ROOT = "%SRCROOT%"
"""What SARIF readers call the root of the repository."""


def from_root(path: str, view: View) -> str:
    """Return a path relative to the root of the repository, with ``/`` as separator.

    A path outside of the repository is returned whole, and standard input (``-``) as it is.
    """
    if path == "-" or not view.root:
        return _slashes(path)
    whole = os.path.normpath(os.path.join(view.folder, path))
    inside = whole.startswith(view.root.rstrip(os.sep) + os.sep)
    return _slashes(os.path.relpath(whole, view.root) if inside else whole)


def artifact_location(path: str, view: View) -> dict[str, str]:
    """Return where a file is, as SARIF 2.1.0 (3.4) says it: relative to the root, percent-encoded."""
    told = from_root(path, view)
    if os.path.isabs(told):
        return {"uri": f"file://{_encoded('/' + told.lstrip('/'))}"}
    first = told.split("/", 1)[0]
    uri = _encoded(told)
    return {"uri": f"./{uri}" if ":" in first else uri, "uriBaseId": ROOT}


def _encoded(path: str) -> str:
    """Percent-encode each segment (RFC 3986). File names that are not UTF-8 keep their bytes."""
    return "/".join(quote(os.fsencode(segment), safe="!$&'()*+,;=:@") for segment in path.split("/"))


def _slashes(path: str) -> str:
    return path.replace(os.sep, "/")
