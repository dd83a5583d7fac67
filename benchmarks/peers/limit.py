"""The limit: read the bytes of all reports and run libyaml's parser over them, building no values.

``raw_parse`` is PyYAML's own loop in C over ``yaml_parser_parse``; it drops every event at once.
"""

from collections.abc import Sequence

from yaml import CBaseLoader

from .spreading import main


def _parse(paths: Sequence[str]) -> None:
    for path in paths:
        with open(path, "rb", buffering=0) as file:
            CBaseLoader(file.read()).raw_parse()


if __name__ == "__main__":
    main(_parse)
