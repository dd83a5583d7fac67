"""``digecon new ENTITY``: an empty report of a place that lists what to fill in."""

import datetime
import os
import shlex

import click

from ..domain.exit_codes import Exit
from ..domain.reports import Period
from ..forms import FORMS, Form, FormHeading, NoTargetsError, asked, form_of, heading_of
from ..run.options import today
from ..run.writing import exists
from ..text import Text
from .arguments import entity_called, library_by
from .configured import ConfiguredCommand
from .language import say, spoken
from .options import choice, day_of, document_option, language_option, option, period_option, targets_option
from .output import tell, write_file, write_out
from .proposals import files, places
from .writing import refuse_paths

HELP = Text(
    "生成 ENTITY（标识、名称或别名）的空白报告：列出全部指标，注明目标值、原文及出处、计量单位和定义。"
    "填报单位、填报日期和各项数值留空，填好后核验。",
    "Write an empty report of ENTITY (id, name or alias): every indicator asked for, with the target, "
    "its wording, the unit and the definition. The office, the day and the values are left to be filled.",
)
EXAMPLES = (
    ("digecon new wuhan -o report.yaml", Text("生成武汉市的空白报告", "an empty report for Wuhan")),
    ("digecon new wuhan --format xlsx -o report.xlsx", Text("生成Excel填报表", "a workbook to fill in")),
)
PERIOD = Text(
    "报告期，如 2025 或 2025-M09（默认为多数目标的目标年）",
    "the period, as in 2025 or 2025-M09 (default: the year by which most targets are due)",
)
OUTPUT = Text("写入文件（默认写到标准输出）", "the file to write (default: standard output)")
FORMAT = Text(
    "空白报告的格式（默认按 -o 的后缀）：{names}",
    "the format of the form (default: by the suffix of -o): {names}",
)
BY = Text("填报单位（不指定则留空待填）", "the office that hands it in (default: left to be filled)")
DATE = Text("填报日期（不指定则留空待填）", "the day it is handed in (default: left to be filled)")
ROWS = Text(
    "每张清单和佐证材料目录留几行（默认几行；Excel表格往下填时自动增加）",
    "how many rows each list has (default: a few; in Excel a list grows as it is filled)",
)
FORCE = Text("文件已存在也覆盖", "write over a file that is there already")
EXISTS = Text(
    "“{path}”已存在，没有覆盖；确要覆盖请加 --force",
    "“{path}” is there already and was left as it is; --force writes over it",
)
NO_SUFFIX = Text(
    "“{path}”的后缀不是空白报告的格式；请改后缀（{known}），或用 --format 指明",
    "the suffix of “{path}” is that of no form; use another ({known}), or name one with --format",
)
MOST_ROWS = 1000
EMPTY_NAME = Text("填报单位不能为空", "the office cannot be left blank")
NO_TEXT = Text(
    "“{name}”不是文本，请用 -o 写入文件，如 -o report{suffix}",
    "“{name}” is no text; name a file with -o, as in -o report{suffix}",
)
WRITTEN = Text(
    "已写入“{path}”：{name}，报告期{period}，指标{number}项。填好后运行：digecon check {quoted}",
    "{path} is written: {name}, {period}, indicators: {number}. Once it is filled, run: "
    "digecon check {quoted}",
)


def command() -> click.Command:
    """Return the command, its help in the language of this run."""

    @click.command("new", cls=ConfiguredCommand, help=say(HELP), examples=EXAMPLES)
    @click.argument("entity", shell_complete=places)
    @option("-o", "--output", metavar="FILE", shell_complete=files, help=OUTPUT)
    @option("--format", "form", type=choice(FORMS), help=FORMAT.format(names=_formats()))
    @period_option(PERIOD)
    @option("--by", metavar="OFFICE", callback=_office, help=BY)
    @option("--date", metavar="DATE", callback=day_of, help=DATE)
    @option("--rows", type=click.IntRange(1, MOST_ROWS), metavar="N", help=ROWS)
    @option("--force", is_flag=True, help=FORCE)
    @targets_option()
    @document_option()
    @language_option()
    def new(
        entity: str,
        output: str | None,
        form: str | None,
        period: Period | None,
        by: str | None,
        date: datetime.date | None,
        rows: int | None,
        force: bool,
        targets: str | None,
        documents: tuple[str, ...],
        lang: str | None,
    ) -> int:
        chosen = _form(form, output)
        if output and not force:
            _refuse_existing(output)
        library = library_by(targets, documents)
        place, judged_by = entity_called(entity, library), library.judged_documents
        try:
            heading = heading_of(place, judged_by, period, today())._replace(by=by, date=date, rows=rows)
        except NoTargetsError as error:
            raise click.UsageError(say(error.said)) from None
        asks = asked(place, library.catalogue, judged_by)
        written = chosen.write(heading, asks, spoken())
        if output is None:
            _write_out(written, chosen)
        else:
            refuse_paths((output,), library.paths())
            write_file(written, output)
            tell(say(_told(output, heading, len(asks))))
        return Exit.COMPLIANT

    return new


def _write_out(written: str | bytes, form: Form) -> None:
    """Write a form to standard output.

    Raises:
        click.UsageError: where the form is no text.
    """
    if isinstance(written, bytes):
        raise click.UsageError(say(NO_TEXT.format(name=form.name, suffix=form.suffixes[0])))
    write_out(written, data=True)


def _told(path: str, heading: FormHeading, number: int) -> Text:
    """Return the message that says what was written, and what to run next."""
    values = {"path": path, "name": heading.entity.name, "period": heading.period, "number": number}
    return WRITTEN.format(quoted=shlex.quote(path), **values)


def _formats() -> Text:
    rows = (Text(f"{one.name}：{one.summary.zh}", f"{one.name}: {one.summary.en}") for one in FORMS.values())
    return Text.joined(rows, "；", "; ")


def _form(name: str | None, output: str | None) -> Form:
    """Return the format of that name, else the one of the suffix of the file, else the first.

    Raises:
        click.UsageError: where no format has the suffix, or what the format needs is not installed.
    """
    form = FORMS[name] if name else form_of(output or "")
    if form is None and output and os.path.splitext(output)[1]:
        known = ", ".join(suffix for one in FORMS.values() for suffix in one.suffixes)
        raise click.UsageError(say(NO_SUFFIX.format(path=output, known=known)))
    form = form or next(iter(FORMS.values()))
    if form.extra and form.extra.missing:
        raise click.UsageError(say(form.extra.wanted_by(form.name)))
    return form


def _refuse_existing(path: str) -> None:
    """Refuse to write over a file. A pipe or a device may be written to: it loses nothing.

    Raises:
        click.UsageError: where a file, a folder or a broken link has this path.
    """
    if exists(path):
        raise click.UsageError(say(EXISTS.format(path=path)))


def _office(_ctx: click.Context, param: click.Parameter, text: str | None) -> str | None:
    if text is not None and not text.strip():
        raise click.BadParameter(say(EMPTY_NAME), param=param)
    return text
