"""What there is to say of a workbook as a workbook: its sheets, and what its cells hold."""

from ....diagnostics import DiagnosticKind, Example, Severity, Sort
from ....text import Text

NOT_A_WORKBOOK = DiagnosticKind(
    "not-a-workbook",
    Severity.ERROR,
    Text("不能作为Excel工作簿读取：{why}", "it cannot be read as a workbook: {why}"),
    Text(
        "在Excel或WPS中另存为不带密码的“.xlsx”工作簿",
        "save it as an .xlsx workbook without a password",
    ),
    example=Example(
        Text("改名为.xlsx的旧格式文件", "a file of the old format that was renamed to .xlsx"),
        Text("另存为.xlsx的工作簿", "a workbook saved as .xlsx"),
        Sort.FILE,
    ),
)
NO_SHEET = DiagnosticKind(
    "missing-sheet",
    Severity.ERROR,
    Text("工作簿中没有工作表“{name}”", "the workbook has no sheet “{name}”"),
    Text("恢复这张工作表", "put the sheet back"),
    example=Example(
        Text("删去了“封面”的工作簿", "a workbook without its cover"),
        Text("各工作表俱全的工作簿", "a workbook with all its sheets"),
        Sort.FILE,
    ),
)
UNKNOWN_SHEET = DiagnosticKind(
    "unknown-sheet",
    Severity.ERROR,
    Text("工作表“{name}”不属于填报表，没有读取", "the sheet “{name}” is none of the form, and was not read"),
    Text(
        "{suggestion}内容属于填报表的改回原名，不属于的删去",
        "{suggestion}give it its name back where it belongs to the form; else remove it",
    ),
    example=Example(
        Text("另加了一张“测算”工作表，其中有内容", "a further sheet 测算 with something in it"),
        Text("只有填报表各工作表的工作簿", "a workbook with the sheets of the form alone"),
        Sort.FILE,
    ),
)
NO_SUCH_DOCUMENT = DiagnosticKind(
    "no-such-document",
    Severity.WARNING,
    Text("佐证材料目录中没有编号{number}", "the list of documents has no number {number}"),
    Text(
        "在“佐证材料目录”中填写这一编号的材料，或改正编号",
        "give the document in the sheet “Documents”, or correct the number",
    ),
    example=Example(
        Text("佐证材料编号填“9”，目录只有8项", "the number 9 where the list has eight documents"),
        Text("编号在目录中填有材料的", "a number under which the list has a document"),
        Sort.FILE,
    ),
)
NO_HEADINGS = DiagnosticKind(
    "sheet-without-headings",
    Severity.ERROR,
    Text("工作表“{name}”中找不到列名一行", "the sheet “{name}” has no row of headings"),
    Text(
        "恢复列名一行，其中要有“{first}”",
        "put the row of headings back, “{first}” among them",
    ),
    example=Example(
        Text("删去了列名一行的表1", "Table 1 without its row of headings"),
        Text("保留列名一行的表1", "Table 1 with its row of headings"),
        Sort.FILE,
    ),
)
NO_LABEL = DiagnosticKind(
    "missing-label",
    Severity.ERROR,
    Text("封面上没有“{heading}”一栏", "the cover has no line “{heading}”"),
    Text("恢复这一栏", "put the line back"),
    example=Example(
        Text("删去了“第几次报送”一栏的封面", "a cover without the line submitted.revision"),
        Text("各栏俱全的封面", "a cover with all its lines"),
        Sort.FILE,
    ),
)
MERGED = DiagnosticKind(
    "merged-cells",
    Severity.ERROR,
    Text(
        "{range}是合并单元格，看不出各格的内容",
        "{range} is merged: what its single cells hold cannot be told",
    ),
    Text("取消合并，每格各填各的", "unmerge it, and fill each cell"),
    example=Example(
        Text("把两行的“数据来源”合并成一格", "one cell for the sources of two rows"),
        Text("每行各有一格“数据来源”", "a cell for the source of each row"),
        Sort.FILE,
    ),
)
HIDDEN = DiagnosticKind(
    "hidden-cells",
    Severity.WARNING,
    Text("{what}，其中的内容照常读取", "{what}; what it holds was read all the same"),
    Text(
        "使其可见，核对后不应填报的删去", "make it visible and look at it; remove what should not be reported"
    ),
    example=Example(
        Text("隐藏了一行已填报的指标", "a row that is filled and hidden"),
        Text("没有隐藏的行、列和工作表", "no hidden rows, columns or sheets"),
        Sort.FILE,
    ),
)
FORMULA = DiagnosticKind(
    "formula-in-cell",
    Severity.WARNING,
    Text(
        "这一格是公式，按上次保存时的结果“{text}”读取",
        "the cell holds a formula; its result when last saved, “{text}”, was read",
    ),
    Text("把结果粘贴为数值", "paste the result as a value"),
    example=Example(
        Text("完成值填写为公式", "a value given as a formula"),
        Text("完成值填写为数值", "a value given as a number"),
        Sort.FILE,
    ),
)
NO_RESULT = DiagnosticKind(
    "formula-without-result",
    Severity.ERROR,
    Text(
        "这一格是公式，文件中没有保存它的结果",
        "the cell holds a formula, and the file does not hold its result",
    ),
    Text(
        "用Excel或WPS打开后重新保存，或把结果粘贴为数值",
        "open it in a spreadsheet and save it again, or paste the result as a value",
    ),
    example=Example(
        Text("由程序写成、没有保存计算结果的公式", "a formula that a program wrote without its result"),
        Text("完成值填写为数值", "a value given as a number"),
        Sort.FILE,
    ),
)
ERROR_VALUE = DiagnosticKind(
    "error-in-cell",
    Severity.ERROR,
    Text("这一格是错误值“{text}”", "the cell holds the error “{text}”"),
    Text(
        "改正公式，或直接填写；没有数据的，写明无数据原因",
        "fix the formula or fill the cell; or say why there is no value",
    ),
    example=Example(
        Text("显示为 #N/A 的完成值", "a value that reads #N/A"),
        Text("完成值填写为数值", "a value given as a number"),
        Sort.FILE,
    ),
)
SERIAL_DATE = DiagnosticKind(
    "date-as-number",
    Severity.ERROR,
    Text(
        "“{text}”是一个数，不是日期；作为日期的序列号是{date}",
        "“{text}” is a number, not a date; as the serial number of a date it is {date}",
    ),
    Text(
        "把单元格格式改为日期并核对，或写成“年-月-日”",
        "make the format of the cell a date and look at it, or write year-month-day",
    ),
    example=Example(
        Text("填报日期显示为 46042", "a day of submission that reads 46042"),
        Text("填报日期显示为 2026-01-20", "a day of submission that reads 2026-01-20"),
        Sort.FILE,
    ),
)
SHOWN_OTHERWISE = DiagnosticKind(
    "shown-otherwise",
    Severity.ERROR,
    Text(
        "按数字格式，这一格显示为{shown}，存储的是“{text}”，不能以其中之一核验",
        "by its number format the cell shows {shown}, and it holds “{text}”; it is judged on neither",
    ),
    Text(
        "改用常规或数值格式，使显示的就是所填的；计量单位写在计量单位一栏",
        "give it a plain number format, so that what is seen is what it holds; units have their own column",
    ),
    example=Example(
        Text(
            '计量单位为亿元、格式为 #,##0"万元" 的完成值',
            'a value in 亿元 with the format #,##0"万元"',
        ),
        Text("格式为 #,##0.0 的同一完成值", "the same value with the format #,##0.0"),
        Sort.FILE,
    ),
)
UNKNOWN_FORMAT_CODE = DiagnosticKind(
    "unknown-number-format",
    Severity.ERROR,
    Text(
        "数字格式“{code}”无法识别，不能确定这一格显示什么；存储的是“{text}”",
        "the number format “{code}” is not known, so what the cell shows cannot be told; it holds “{text}”",
    ),
    Text("改用常规或数值格式，并核对所显示的数", "give it a plain number format, and look at what it shows"),
    example=Example(
        Text("格式为 [DBNum2] 的完成值", "a value with the format [DBNum2]"),
        Text("格式为 0.00 的完成值", "a value with the format 0.00"),
        Sort.FILE,
    ),
)
MARKED_TEXT = DiagnosticKind(
    "marked-text",
    Severity.ERROR,
    Text(
        "这一格显示为“{shown}”（{marks}），存储的文字是“{text}”",
        "the cell shows “{shown}” ({marks}), and the text that it holds is “{text}”",
    ),
    Text(
        "脚注写在备注一栏；作废的内容直接删去",
        "put a footnote under the notes; remove what no longer holds instead of striking it out",
    ),
    example=Example(
        Text("在完成值后用上标标注脚注号", "a value with the number of a footnote in superscript"),
        Text("脚注写在备注中的完成值", "a value whose footnote stands under the notes"),
        Sort.FILE,
    ),
)
SEVERAL_VALUES = DiagnosticKind(
    "several-values-in-cell",
    Severity.ERROR,
    Text(
        "这一格在文件中存有多个值（{values}），不能确定显示的是哪一个",
        "the file holds several values for this cell ({values}), and which one is shown cannot be told",
    ),
    Text("用Excel或WPS打开，核对后重新保存", "open it in a spreadsheet, look at the cell and save it again"),
    example=Example(
        Text(
            "由程序写成、一格中有两个值的工作簿", "a workbook by a program that wrote two values into a cell"
        ),
        Text("每格一个值的工作簿", "a workbook with one value a cell"),
        Sort.FILE,
    ),
)
ROUNDED_ACROSS = DiagnosticKind(
    "rounded-across-target",
    Severity.WARNING,
    Text(
        "这一格显示为{shown}，存储的是{text}，目标值{required}在二者之间，按{text}核验",
        "the cell shows {shown} and holds {text}, with the target {required} between the two; "
        "it is judged on {text}",
    ),
    Text(
        "把显示的小数位调足，使所见即所填",
        "show as many decimals as the cell holds, so that what is seen is what is judged",
    ),
    example=Example(
        Text(
            "目标为超过20%，存有 0.20014、显示为 20.0% 的比重",
            "a share that holds 0.20014 and shows 20.0%, its target being more than 20%",
        ),
        Text("显示为 20.014% 的同一比重", "the same share shown as 20.014%"),
        Sort.FILE,
    ),
)
ROUNDED = DiagnosticKind(
    "shown-rounded",
    Severity.NOTE,
    Text(
        "这一格显示为{shown}，存储的是{text}，按{text}核验", "the cell shows {shown} and is judged on {text}"
    ),
    Text(
        "把显示的小数位调足，使所见即所填",
        "show as many decimals as the cell holds, so that what is seen is what is judged",
    ),
    example=Example(
        Text("存有 0.12964、显示为 13.0% 的比重", "a share that holds 0.12964 and shows 13.0%"),
        Text("显示为 12.964% 的同一比重", "the same share shown as 12.964%"),
        Sort.FILE,
    ),
)
KINDS = (
    NOT_A_WORKBOOK, NO_SHEET, UNKNOWN_SHEET, NO_SUCH_DOCUMENT, NO_HEADINGS, NO_LABEL, MERGED, HIDDEN,
    FORMULA, NO_RESULT, ERROR_VALUE, SERIAL_DATE, SHOWN_OTHERWISE, UNKNOWN_FORMAT_CODE, MARKED_TEXT,
    SEVERAL_VALUES, ROUNDED_ACROSS, ROUNDED,
)  # fmt: skip
