"""``digecon verify RESULT``: judge again what a JSON result names, and compare."""

import click

from ..domain.exit_codes import exit_of_verification
from ..load.faults import accepted
from ..load.results import load_result
from ..load.targets import library_in_use
from ..run.verify import verify
from ..show.verification import verified_text
from ..text import Text
from .configured import ConfiguredCommand
from .language import say
from .options import output_options, targets_option, view_of
from .output import write_out
from .proposals import files

HELP = Text(
    "按JSON结果所记的文件、设置和核验基准日重新核验，比对摘要和逐项结果。"
    "结果成立退出码为0，有不同为1，有内容无法读取为3。在当初运行的文件夹中运行。",
    "Judge again from the files, settings and day that a JSON result names, and compare digests and "
    "outcomes. Exits with 0 where it holds, 1 where something differs, 3 where something cannot be read. "
    "Run it in the folder that the result was made in.",
)
EXAMPLES = (
    (
        "digecon verify result.json",
        Text("按记录的文件重新核验，并与结果比较", "judge the recorded files again and compare"),
    ),
)


def command() -> click.Command:
    """Return the command, its help in the language of this run."""

    @click.command("verify", cls=ConfiguredCommand, help=say(HELP), examples=EXAMPLES)
    @click.argument("path", metavar="RESULT", shell_complete=files)
    @targets_option()
    @output_options
    def verify_result(
        path: str, targets: str | None, lang: str | None, color: str, quiet: bool, verbose: bool
    ) -> int:
        view = view_of(color, quiet, verbose)
        verification = verify(accepted(load_result(path)), library_in_use(targets))
        write_out(verified_text(verification, view), data=False)
        return exit_of_verification(verification)

    return verify_result
