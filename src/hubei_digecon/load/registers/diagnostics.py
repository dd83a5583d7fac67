"""The kinds of diagnostics on a register of items."""

from ...diagnostics import DiagnosticKind, Example, Severity, Sort
from ...text import Text

REGISTER_UNREADABLE = DiagnosticKind(
    "register-unreadable",
    Severity.ERROR,
    Text("名录无法读取：{why}", "the register cannot be read: {why}"),
    Text(
        "名录应为CSV（UTF-8或GB18030）或Parquet文件，第一行是列名",
        "a register is a CSV file (UTF-8 or GB18030) with its headings in the first row, or a Parquet file",
    ),
    example=Example(
        Text("引号没有结束的CSV名录", "a CSV register with a quote that is never closed"),
        Text("每行格数相同的CSV名录", "a CSV register with as many cells in each row"),
        Sort.FILE,
    ),
)
REGISTER_COLUMNS_LEFT = DiagnosticKind(
    "register-columns-not-read",
    Severity.NOTE,
    Text("名录中这些列没有读取：{columns}", "these columns of the register are not read: {columns}"),
    Text("应读取的，改用报告清单的列名", "give a column that is meant a heading of the items of a report"),
    example=Example(
        Text("有一列“联系地址”的名录", "a register with a column “address”"),
        Text("只有清单项各列的名录", "a register with the columns of items only"),
        Sort.FILE,
    ),
)
REGISTER_UNKNOWN = DiagnosticKind(
    "register-unknown-name",
    Severity.WARNING,
    Text(
        "名录中有“{heading}”无人知晓的记录，没有采用，共{number}条：{names}",
        "records of the register with an unknown “{heading}” are not used, {number} in all: {names}",
    ),
    Text(
        "写考核对象的标识、名称或别名，类别写计数指标的标识或名称",
        "name a place by its id, name or alias, a category by the id or name of an indicator that counts",
    ),
    example=Example(
        Text("考核对象写作“某市”的记录", "a record whose entity is “Atlantis”"),
        Text("考核对象写作“武汉”的记录", "a record whose entity is “wuhan”"),
        Sort.FILE,
    ),
    always_told=True,
)
REGISTER_CELL = DiagnosticKind(
    "register-cell",
    Severity.WARNING,
    Text(
        "第{record}条记录的“{heading}”“{text}”无法读取，是否计入不能确定",
        "record {record}: “{heading}” is “{text}”, which cannot be read; it is not known whether it counts",
    ),
    Text("按报告清单的写法改正", "write it as in the list of a report"),
    example=Example(
        Text("日期写作“20/1/2026”的记录", "a record with the date “20/1/2026”"),
        Text("日期写作“2026-01-20”的记录", "a record with the date “2026-01-20”"),
        Sort.FILE,
    ),
)
REGISTER_CELLS = DiagnosticKind(
    "register-cells",
    Severity.WARNING,
    Text(
        "未逐格列出的无法读取的单元格{number}个",
        "cells that cannot be read and are not told one by one: {number}",
    ),
    Text("日期、级别、年份按报告清单的写法改正", "write dates, levels and years as in the list of a report"),
    example=Example(
        Text("几百条记录的日期无法读取", "hundreds of records with a date that cannot be read"),
        Text("日期都能读取的名录", "a register whose dates can all be read"),
        Sort.FILE,
    ),
)
REGISTER_CODES = DiagnosticKind(
    "register-codes",
    Severity.WARNING,
    Text(
        "名录中统一社会信用代码无效的记录共{number}条{first}，其中被电子表格当作数字改坏的"
        "{spoiled}条；这些代码不作为识别依据",
        "records of the register with a code that is not valid: {number}{first}; codes among "
        "them that a spreadsheet took for numbers: {spoiled}; such a code identifies nothing",
    ),
    Text("核对18位代码；先把这一列设为“文本”", "compare the 18 characters; format the column as text first"),
    example=Example(
        Text("代码写作“9.14201E+17”的记录", "a record with the code “9.14201E+17”"),
        Text("代码写全18位的记录", "a record with all 18 characters of its code"),
        Sort.FILE,
    ),
)
KINDS = (
    REGISTER_UNREADABLE, REGISTER_COLUMNS_LEFT, REGISTER_UNKNOWN, REGISTER_CELL, REGISTER_CELLS,
    REGISTER_CODES,
)  # fmt: skip
