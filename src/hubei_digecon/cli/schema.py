"""``digecon schema result``: the JSON Schema of what the program writes."""

import click

from ..text import Text
from .exits import Exit
from .help import Helped
from .language import say
from .options import language_option
from .output import NotWrittenError, not_written, write_out

HELP = Text(
    "打印JSON Schema（2020-12）。result：check --output-format json 的结果。",
    "Print a JSON Schema (2020-12). result: what check --output-format json writes.",
)


def command() -> click.Command:
    """Return the command, its help in the language of this run."""

    @click.command("schema", cls=Helped, help=say(HELP))
    @click.argument("name", type=click.Choice(["result"]))
    @language_option()
    def schema(name: str, lang: str | None) -> int:
        from ..load.schema_files import SCHEMAS

        try:
            write_out(SCHEMAS[name](), data=True)
        except NotWrittenError as error:
            return not_written(error)
        return Exit.COMPLIANT

    return schema
