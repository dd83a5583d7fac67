"""How a run ends that could not go on: what it tells, and its exit code. One place for all commands."""

from collections.abc import Iterable

from ..domain.assessments import FileDiagnostics
from ..domain.exit_codes import Exit
from ..load.faults import InputError
from ..load.targets import TargetsError
from ..run.interruptions import WorkerLostError
from ..run.register_report import ReportNotWrittenError
from ..run.spool import SpoolError
from ..run.worker_faults import WorkerFaultError
from ..show.diagnostics import diagnostic_lines
from ..text import Text
from ..version import VERSION
from .configuration import ISOLATED, ConfigurationError
from .folders import working_directory
from .language import say
from .options import view_of
from .output import NotWrittenError, not_written, tell, tell_lines

FAULT = Text(
    "digecon {version} 内部故障：{fault}\n这不是您的文件的问题。"
    "请把命令、版本和下面这行报告给维护者；加 -v 可看到全部调用过程。\n  {at}",
    "digecon {version}: internal fault: {fault}\nThis is not a fault of your files. "
    "Please report the command, the version and the line below to the maintainers; "
    "-v shows the whole trace.\n  {at}",
)

WORKER_LOST = Text(
    "digecon：一个处理报告的进程{how}。已处理{done}个文件，运行没有完成，不作结论。"
    "请重新运行，可用 --jobs 1 减少内存占用",
    "digecon: a process that worked on the reports {how}. {done} "
    "files were done, the run is not complete and has no verdict. Run it again; --jobs 1 takes less memory",
)
KILLED = Text(
    "被信号{signal}强行结束（常见原因是内存不足）",
    "was ended by force, by the signal {signal} (often for want of memory)",
)
ENDED = Text("提前结束，退出码{code}", "ended early, with the exit code {code}")
GONE = Text("提前结束，原因不明", "ended early, nobody knows why")
NOT_KEPT = Text(
    "digecon：无法使用临时文件，没有写出结果：{why}。临时文件夹可用环境变量 TMPDIR 另设",
    "digecon: a temporary file could not be used, so no result is written: {why}. TMPDIR names another "
    "folder for it",
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
            tell(say(WORKER_LOST.format(done=error.done, how=_ended(error))))
            return Exit.FAULT
        case SpoolError():
            tell(say(NOT_KEPT.format(why=error.why.strerror or str(error.why))))
            return Exit.NOT_WRITTEN
        case ReportNotWrittenError():
            tell(str(not_written(error.path, error.why)))
            return Exit.NOT_WRITTEN
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


def _ended(error: WorkerLostError) -> Text:
    if error.ended_by:
        return KILLED.format(signal=error.ended_by)
    return GONE if error.code is None else ENDED.format(code=error.code)


def _tell_fault(error: Exception, verbose: bool) -> None:
    """Tell that the program has a fault, where, and how to report it; that of a worker as it was there."""
    told = next((one for one in (error, error.__cause__) if isinstance(one, WorkerFaultError)), None)
    fault = told or WorkerFaultError.of(error)
    tell(say(FAULT.format(version=VERSION, fault=fault.fault, at=fault.at)))
    if verbose:
        tell(fault.trace)
