"""What both Python validators need: the schema, and reports as values, read by PyYAML's ``CSafeLoader``."""

import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import yaml

SCHEMA = json.loads(Path(__file__).with_name("thresholds.schema.json").read_text("utf-8"))

_TIMESTAMP = "tag:yaml.org,2002:timestamp"


class Loader(yaml.CSafeLoader):
    """PyYAML's quickest loader, but for dates: JSON has none, so they stay text."""

    yaml_implicit_resolvers = {
        first: [(tag, pattern) for tag, pattern in resolvers if tag != _TIMESTAMP]
        for first, resolvers in yaml.CSafeLoader.yaml_implicit_resolvers.items()
    }


def print_refused(paths: Sequence[str], refuses: Callable[[Any], bool]) -> None:
    """Print the path of each report that is refused."""
    for path in paths:
        with open(path, "rb") as file:
            instance = yaml.load(file, Loader)
        if refuses(instance):
            sys.stdout.write(f"{path}\n")
            sys.stdout.flush()  # a line at a time, so that those of several processes stay whole
