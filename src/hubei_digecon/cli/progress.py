"""Follows a long run: how many inputs are done, a bar on a terminal, and how far it got when interrupted."""

import sys
from types import TracebackType
from typing import TYPE_CHECKING, Any, TextIO

from ..run.interruptions import code_of
from ..text import Text
from .language import say
from .output import tell

if TYPE_CHECKING:
    from ..run.options import RunOptions

FOLLOWED = Text("已处理的文件", "files done")
LEFT = Text("剩余", "left")
RATE = Text("{rate}个/秒", "{rate} a second")
AFTER = Text(
    "已中断：处理了{done}个文件，运行没有完成。", "Interrupted after {done} files; the run is not complete."
)
AFTER_OF = Text(
    "已中断：{total}个文件中处理了{done}个，运行没有完成。",
    "Interrupted after {done} of {total} files; the run is not complete.",
)

WORTH_A_BAR = 100
"""How many inputs it takes before a bar is worth looking at."""


class Progress:
    """Counts inputs while they are worked on; called with how many more are done.

    How many there are by the ``options`` of the run is only counted where a bar may be shown, which is on a
    terminal; where standard output is ``written_to`` on the way, it must not be one as well.
    """

    def __init__(self, options: "RunOptions", written_to: bool = False) -> None:
        self.done = 0
        self.total: int | None = None
        self._bar: Any = None
        if _is_terminal(sys.stderr) and not (written_to and _is_terminal(sys.stdout)):
            self.total = options.number_of_inputs()
            if self.total >= WORTH_A_BAR:
                self._bar = _bar(self.total)

    def __call__(self, number: int) -> None:
        """Count ``number`` more."""
        self.done += number
        if self._bar is not None:
            (task,) = self._bar.tasks
            self._bar.update(task.id, completed=self.done, rate=round(task.speed or 0), refresh=True)

    def __enter__(self) -> "Progress":
        """Begin to show the bar."""
        if self._bar is not None:
            self._bar.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Take the bar away; where the run was interrupted, say how far it got."""
        if self._bar is not None:
            self._bar.stop()
        if isinstance(error, KeyboardInterrupt):
            raise InterruptedRunError(self.done, self.total, code_of(error)) from None


def _is_terminal(stream: TextIO | None) -> bool:
    """Whether a stream is a terminal; one that was closed before the program started is none."""
    return stream is not None and stream.isatty()


class InterruptedRunError(Exception):
    """An interruption that knows how far the run had got, and the exit code that it gives."""

    def __init__(self, done: int, total: int | None, code: int) -> None:
        super().__init__(done, total, code)
        self.done, self.total, self.code = done, total, code

    def tell(self) -> None:
        """Say how far it got."""
        told = AFTER if self.total is None else AFTER_OF
        tell(say(told.format(done=self.done, total=self.total)))


def _bar(total: int) -> Any:
    """Return a bar with the rate and the time left, on standard error.

    It is drawn as parts of the run are done and not by a thread of its own, since processes that
    start from one with threads can be stuck.
    """
    from rich import progress  # only a long run on a terminal needs it
    from rich.console import Console

    bar = progress.Progress(
        progress.TextColumn(say(FOLLOWED)),
        progress.BarColumn(),
        progress.MofNCompleteColumn(),
        progress.TextColumn(say(RATE.format(rate="{task.fields[rate]}"))),
        progress.TextColumn(say(LEFT)),
        progress.TimeRemainingColumn(),
        console=Console(stderr=True),
        transient=True,
        auto_refresh=False,
    )
    bar.add_task("", total=total, rate=0)
    return bar
