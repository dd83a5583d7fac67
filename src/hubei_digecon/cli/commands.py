"""The table of commands. A new command is one file and one line here."""

from ..records import NamedTuple
from ..text import Text


class CommandRow(NamedTuple):
    """A command: its name, the module that holds it, and what it does in one line."""

    name: str
    module: str
    summary: Text


COMMANDS: dict[str, CommandRow] = {
    row.name: row
    for row in (
        CommandRow(
            "check",
            "hubei_digecon.cli.check",
            Text("对照公布目标核验报告", "judge reports against the published targets"),
        ),
        CommandRow(
            "score",
            "hubei_digecon.cli.score",
            Text("所有城市和园区并列汇总", "put all places side by side"),
        ),
        CommandRow(
            "trend",
            "hubei_digecon.cli.trend",
            Text("各项指标的历年进展", "each target over the periods reported"),
        ),
        CommandRow(
            "diff",
            "hubei_digecon.cli.diff",
            Text(
                "比较两个结果、两次报送或两套目标",
                "tell what changed: two results, submissions or sets of targets",
            ),
        ),
        CommandRow(
            "lint",
            "hubei_digecon.cli.lint",
            Text(
                "检查报告、复核意见和目标文件，不作核验",
                "read reports, reviews and target files without judging",
            ),
        ),
        CommandRow(
            "new",
            "hubei_digecon.cli.new",
            Text("生成空白报告，列出要填的指标", "write an empty report that says what to fill"),
        ),
        CommandRow(
            "targets",
            "hubei_digecon.cli.targets",
            Text("列出公布的目标", "list or show the published targets"),
        ),
        CommandRow(
            "explain",
            "hubei_digecon.cli.explain",
            Text(
                "说明目标、指标、结论、理由和数据审核情况",
                "explain a target, indicator, outcome, reason or diagnostic",
            ),
        ),
        CommandRow(
            "verify",
            "hubei_digecon.cli.verify",
            Text("复核已有的JSON结果", "judge again what a JSON result names, and compare"),
        ),
        CommandRow(
            "schema",
            "hubei_digecon.cli.schema",
            Text("打印JSON Schema", "print a JSON Schema"),
        ),
        CommandRow(
            "completion",
            "hubei_digecon.cli.completion",
            Text("打印命令行补全脚本", "print the script by which a shell completes command lines"),
        ),
    )
}
