"""``digecon schema NAME``: the JSON Schema of what the program reads, for editors, or of what it writes."""

import click

from ..domain.exit_codes import Exit
from ..load.targets import library_in_use
from ..text import Text
from .configured import ConfiguredCommand
from .language import say
from .options import choice, language_option, targets_option
from .output import write_out

HELP = Text("打印JSON Schema（2020-12）。{names}", "Print a JSON Schema (2020-12). {names}")
WRITTEN = ("result", "scoreboard", "trend", "listing", "diff")
"""The schemas of what the program writes, which do not depend on the target files."""
SCHEMAS = {
    "report": Text("报告", "reports"),
    "review": Text("核验单位复核意见", "reviews by the assessor"),
    "targets": Text("目标文件", "target files"),
    "weights": Text("权重文件", "weights files"),
    "result": Text("check --output-format json 的结果", "what check --output-format json writes"),
    "scoreboard": Text("score --output-format json 的结果", "what score --output-format json writes"),
    "trend": Text("trend --output-format json 的结果", "what trend --output-format json writes"),
    "diff": Text("diff --output-format json 的结果", "what diff --output-format json writes"),
    "listing": Text("targets --output-format json 的结果", "what targets --output-format json writes"),
}
"""Every schema: its name, and what it describes. The function ``NAME_schema`` makes it."""
EXAMPLES = (
    (
        "digecon schema report > report.schema.json",
        Text("报告的 JSON Schema，供编辑器使用", "the JSON Schema of reports, for editors"),
    ),
)


def command() -> click.Command:
    """Return the command, its help in the language of this run."""

    @click.command("schema", cls=ConfiguredCommand, examples=EXAMPLES, help=say(HELP.format(names=_names())))
    @click.argument("name", metavar="NAME", type=choice(SCHEMAS))
    @targets_option()
    @language_option()
    def schema(name: str, targets: str | None, lang: str | None) -> int:
        write_out(_schema(name, targets), data=True)
        return Exit.COMPLIANT

    return schema


def _schema(name: str, targets: str | None) -> str:
    """Return a schema. Those of files that people write list the places and indicators."""
    from ..shapes import json_schema

    make = getattr(json_schema, f"{name}_schema")
    if name in WRITTEN:
        written: str = make()
        return written
    library = library_in_use(targets)
    library.check_all()
    library.raise_faults()
    made: str = make(library)
    return made


def _names() -> Text:
    rows = (Text(f"{name}：{what.zh}", f"{name}: {what.en}") for name, what in SCHEMAS.items())
    return Text.joined(rows, "；", "; ")
