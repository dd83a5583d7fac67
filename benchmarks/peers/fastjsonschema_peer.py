"""fastjsonschema over what CSafeLoader reads: prints the path of each report refused, at its first error."""

from collections.abc import Sequence
from typing import Any

import fastjsonschema

from .instances import SCHEMA, print_refused
from .spreading import main

_VALIDATE = fastjsonschema.compile(SCHEMA)


def _refuses(instance: Any) -> bool:
    try:
        _VALIDATE(instance)
    except fastjsonschema.JsonSchemaValueException:
        return True
    return False


def _work(paths: Sequence[str]) -> None:
    print_refused(paths, _refuses)


if __name__ == "__main__":
    main(_work)
