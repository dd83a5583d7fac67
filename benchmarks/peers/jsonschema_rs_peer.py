"""jsonschema-rs over what CSafeLoader reads: prints the path of each report refused; all errors are found."""

from collections.abc import Sequence
from typing import Any

import jsonschema_rs

from .instances import SCHEMA, print_refused
from .spreading import main

_VALIDATOR = jsonschema_rs.validator_for(SCHEMA)


def _refuses(instance: Any) -> bool:
    return bool(list(_VALIDATOR.iter_errors(instance)))


def _work(paths: Sequence[str]) -> None:
    print_refused(paths, _refuses)


if __name__ == "__main__":
    main(_work)
