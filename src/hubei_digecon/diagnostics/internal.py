"""A fault of the program itself that one input brings about: it stays with that input."""

from collections.abc import Iterable

from ..text import Text
from ..version import VERSION
from . import Diagnostic, DiagnosticKind, Example, Severity, Sort, diagnose

INTERNAL = DiagnosticKind(
    "internal",
    Severity.ERROR,
    Text(
        "digecon {version} 处理该文件时发生内部故障：{fault}（{where}）",
        "digecon {version} met an internal fault at this file: {fault} ({where})",
    ),
    Text(
        "这不是文件的问题。请把本行和能重现故障的文件报告给维护者；其余文件已照常核验",
        "this is no fault of the file; report this line, with a file that shows it, to the maintainers. The "
        "other files were judged as usual",
    ),
    example=Example(
        Text("使程序自身出错的文件", "a file at which the program itself fails"),
        Text("能够正常处理的文件", "a file that the program can work on"),
        Sort.FILE,
    ),
)
KINDS = (INTERNAL,)


def internal_fault(error: Exception) -> Diagnostic:
    """Return the diagnostic that tells of an exception nobody expected, and where it was raised."""
    import traceback  # a run without a fault does without

    frame = traceback.extract_tb(error.__traceback__)[-1]
    where = f"{frame.name}, {frame.filename.rpartition('hubei_digecon')[2]}:{frame.lineno}"
    fault = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
    return diagnose(INTERNAL, version=VERSION, fault=fault, where=where)


def is_internal(diagnostics: Iterable[Diagnostic]) -> bool:
    """Whether any diagnostic is of a fault of the program; told by its id, as it may come from a worker."""
    return any(one.kind.id == INTERNAL.id for one in diagnostics)
