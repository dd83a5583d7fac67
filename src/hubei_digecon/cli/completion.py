"""``digecon completion SHELL``: the script with which a shell completes what is typed."""

import click

from ..domain.exit_codes import Exit
from ..text import Text
from .configured import ConfiguredCommand
from .language import say
from .options import choice, language_option
from .output import write_out
from .proposals import SHELLS, script

HELP = Text(
    "打印命令行补全脚本，可补全命令、选项、考核对象、目标和指标的标识、数据审核情况和文件。{names}。"
    '在 bash 和 zsh 中加一行：eval "$(digecon completion bash)"（或 zsh）。',
    "Print the script by which a shell completes commands, options, places, ids of targets, indicators "
    "and diagnostics, and files. {names}. "
    'In bash and zsh add a line: eval "$(digecon completion bash)" (or zsh).',
)
EXAMPLES = (
    ("digecon completion bash >> ~/.bashrc", Text("在 bash 中补全命令行", "complete command lines in bash")),
)


def command() -> click.Command:
    """Return the command, its help in the language of this run."""

    @click.command(
        "completion", cls=ConfiguredCommand, examples=EXAMPLES, help=say(HELP.format(names=_names()))
    )
    @click.argument("shell", type=choice(SHELLS))
    @language_option()
    def completion(shell: str, lang: str | None) -> int:
        write_out(script(shell), data=True)
        return Exit.COMPLIANT

    return completion


def _names() -> Text:
    rows = (Text(f"{name}：{where.zh}", f"{name}: {where.en}") for name, where in SHELLS.items())
    return Text.joined(rows, "；", "; ")
