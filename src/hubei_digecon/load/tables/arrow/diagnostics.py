"""What can be wrong with a table of Arrow or Parquet as a whole."""

from ....diagnostics import DiagnosticKind, Example, Severity, Sort
from ....text import Text

NOT_EXACT = DiagnosticKind(
    "column-type",
    Severity.ERROR,
    Text("列“{text}”的类型是{type}：{why}", "the column “{text}” is of type {type}: {why}"),
    Text("改正该列的类型后重新导出", "give the column another type, and write the table anew"),
    example=Example(
        Text("完成值一列是浮点数的Parquet文件", "a Parquet file whose column “value” holds floats"),
        Text("完成值一列是文本的Parquet文件", "a Parquet file whose column “value” holds text"),
        Sort.FILE,
    ),
)
NOT_IN_ORDER = DiagnosticKind(
    "table-not-in-order",
    Severity.ERROR,
    Text("没有读完整个表：{why}", "the table could not be read to its end: {why}"),
    Text(
        "检查文件是否完整，临时文件夹是否有空间（TMPDIR），或用 --memory 增加内存",
        "see that the file is whole and that there is room for temporary files (TMPDIR), or give more memory "
        "by --memory",
    ),
    example=Example(
        Text("中间有一段损坏的Parquet文件", "a Parquet file with a damaged part in its middle"),
        Text("完好的同一文件", "the same file undamaged"),
        Sort.FILE,
    ),
)
KINDS = (NOT_EXACT, NOT_IN_ORDER)
