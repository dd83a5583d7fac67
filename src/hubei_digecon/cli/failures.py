"""How a run ends that could not go on: what it tells, and its exit code. One place for all commands."""

import traceback
from collections.abc import Iterable

from ..domain.assessments import FileDiagnostics
from ..domain.exit_codes import Exit
from ..load.faults import InputError
from ..load.targets import TargetsError
from ..run.interruptions import WorkerLostError
from ..show.diagnostics import diagnostic_lines
from ..text import Text
from ..version import VERSION
from .configuration import ISOLATED, ConfigurationError
from .folders import working_directory
from .language import say
from .options import view_of
from .output import NotWrittenError, tell, tell_lines

FAULT = Text(
    "digecon {version} 内部故障：{fault}\n这不是您的文件的问题。"
    "请把命令、版本和下面这行报告给维护者；加 -v 可看到全部调用过程。\n  {at}",
    "digecon {version}: internal fault: {fault}\nThis is not a fault of your files. "
    "Please report the command, the version and the line below to the maintainers; "
    "-v shows the whole trace.\n  {at}",
)

WORKER_LOST = Text(
    "digecon：一个处理报告的进程被强行结束（常见原因是内存不足）。已处理{done}个文件，运行没有完成，不作结论。"
    "请重新运行，可用 --jobs 1 减少内存占用",
    "digecon: a process that worked on the reports was ended by force (often for want of memory). {done} "
    "files were done, the run is not complete and has no verdict. Run it again; --jobs 1 takes less memory",
)
NOT_CONFIGURED = Text(
    "digecon：配置文件有误，未作任何处理；请改正，或用 {flag} 不读配置文件",
    "digecon: the configuration file is at fault, so nothing was done; fix it, or leave it out by {flag}",
)
NO_WORKING_DIRECTORY = Text(
    "digecon：当前工作文件夹已被删除，无法读取相对路径；请换到存在的文件夹，或给出完整路径",
    "digecon: the working directory has been deleted, so relative paths lead nowhere; go to one that exists, "
    "or give whole paths",
)


def ending_of(error: Exception, verbose: bool) -> Exit:
    """Tell what went wrong, and return the exit code for it."""
    match error:
        case TargetsError():
            _tell_files(error.files, verbose)
            tell_lines(getattr(error, "__notes__", ()))
            return Exit.INVALID
        case ConfigurationError():
            _tell_files((FileDiagnostics(error.source, error.faults),), verbose)
            tell(say(NOT_CONFIGURED.format(flag=ISOLATED)))
            return Exit.USAGE
        case InputError():
            _tell_files((FileDiagnostics(error.source, error.faults),), verbose)
            return Exit.INVALID
        case WorkerLostError():
            tell(say(WORKER_LOST.format(done=error.done)))
            return Exit.FAULT
        case NotWrittenError():
            tell(str(error))
            return Exit.NOT_WRITTEN
        case OSError() if not working_directory():
            tell(say(NO_WORKING_DIRECTORY))
            return Exit.USAGE
        case _:
            _tell_fault(error, verbose)
            return Exit.FAULT


def _tell_files(files: Iterable[FileDiagnostics], verbose: bool) -> None:
    """Write every diagnostic on ``files`` to standard error, each with its place and the line shown."""
    view = view_of("auto", quiet=False, verbose=verbose)
    for file in files:
        for diagnostic in file.diagnostics:
            tell_lines(diagnostic_lines(diagnostic, file.source, view))


def _tell_fault(error: Exception, verbose: bool) -> None:
    """Tell that the program has a fault, where, and how to report it."""
    frame = traceback.extract_tb(error.__traceback__)[-1]
    values = {
        "version": VERSION,
        "fault": f"{type(error).__name__}: {error}",
        "at": f"{frame.name} ({frame.filename.rpartition('hubei_digecon')[2]}:{frame.lineno})",
    }
    tell(say(FAULT.format(**values)))
    if verbose:
        tell("".join(traceback.format_exception(error)).rstrip("\n"))
