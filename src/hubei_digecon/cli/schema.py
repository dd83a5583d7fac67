"""``digecon schema result``: the JSON Schema of what the program writes."""

from collections.abc import Callable

import click

from ..text import Text
from .exits import Exit
from .help import Helped
from .language import say
from .options import choice, language_option
from .output import write_out

HELP = Text("打印JSON Schema（2020-12）。{names}", "Print a JSON Schema (2020-12). {names}")
SCHEMAS = {
    "result": Text("check --output-format json 的结果", "what check --output-format json writes"),
}
"""Every schema: its name, which is also that of the function that makes it, and what it is of."""


def command() -> click.Command:
    """Return the command, its help in the language of this run."""

    @click.command("schema", cls=Helped, help=say(HELP.format(names=_names())))
    @click.argument("name", type=choice(SCHEMAS))
    @language_option()
    def schema(name: str, lang: str | None) -> int:
        from ..load import schema_files

        make: Callable[[], str] = getattr(schema_files, f"{name}_schema")
        write_out(make(), data=True)
        return Exit.COMPLIANT

    return schema


def _names() -> Text:
    rows = (Text(f"{name}：{what.zh}", f"{name}: {what.en}") for name, what in SCHEMAS.items())
    return Text.joined(rows, "；", "; ")
