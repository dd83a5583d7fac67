"""The verdicts alone, a line a report: what quiet runs show, and how every run ends."""

from collections.abc import Iterable, Iterator

from ..findings import INTERIM, Assessment, FileRemarks, Outcome
from ..left_out import LeftOutTally, WhyLeftOut
from ..run import Run
from ..tally import Tally
from ..text import Text
from .escape import visible
from .remarks import remark_lines
from .view import View

LAST_LINE = Text(
    "应核验{all}项，已认定{judged}项：完成{met}、未完成{missed}；待核定{undecided}，未报数据{no_data}，"
    "未到考核期{not_due}，不纳入考核{waived}。总体结论：{verdict}{interim}",
    "judged {judged} of {all}: met {met}, missed {missed}; undecided {undecided}, no data {no_data}, "
    "not due {not_due}, waived {waived}. Verdict: {verdict}{interim}",
)
IN_ALL = Text("共{files}份报告：{verdicts}。", "{files} reports: {verdicts}.")
IGNORED = Text(
    "按设置未列出的疑点和提示：{number}处。", "warnings and notes left out, as asked for: {number}."
)
SETTING = Text("设置：{key} = {value}（{origin}）", "setting: {key} = {value} ({origin})")
LEFT_OUT = Text("{term}：{number}{paths}", "{term}: {number}{paths}")
NAMED = Text("（{paths}{more}）", " ({paths}{more})")
MORE_NAMED = Text("等", " and others")
AT_LEAST = Text("至少{number}", "at least {number}")
IN_FOLDERS = Text(
    "{folders}个，其中可读取的文件{files}个", "{folders}, files in them that would be read: {files}"
)
NONE_FOUND = Text(
    "应核验0项，已认定0项：没有找到可核验的报告。", "judged 0 of 0: no report was found to check."
)
ILLUSTRATIVE = Text("（示例，数值未经公布）", " (illustrative, values not published)")
_INTERIM = Text("（{term}）", " ({term})").format(term=INTERIM)


def render(run: Run, view: View) -> str:
    """Return a line a report, then how the run ends; needs no terminal library."""
    lines = (verdict_row(one, view) for one in run.assessments)
    return "".join((*lines, ending(run.tally, view)))


def verdict_row(assessment: Assessment, view: View) -> str:
    """Return the verdict of a report as a line of its own."""
    return f"{visible(verdict_line(assessment, view))}\n"


def ending(tally: Tally, view: View) -> str:
    """Return the errors of files beside the reports, then what a run ends with."""
    lines = (*errors_of(tally.failing, view), *map(visible, closing_lines(tally, view)))
    return "".join(f"{line}\n" for line in lines)


def errors_of(files: Iterable[FileRemarks | Assessment], view: View) -> Iterator[str]:
    """Return the errors of files: what a quiet run tells of those beside the reports, since they make it
    fail, and what is told beside formats that have no room for any.
    """
    for file in files:
        for diagnostic in file.diagnostics:
            if diagnostic.is_error:
                yield from map(visible, remark_lines(diagnostic, file.source, view))


def closing_lines(tally: Tally, view: View) -> Iterator[str]:
    """Return what a run ends with: that nothing was found to check, or the verdicts over all reports; and
    what is told beside them.
    """
    if not tally.verdicts:
        yield view.say(NONE_FOUND)
    if tally.verdicts.total() > 1:
        yield _in_all(tally, view)
    yield from beside_lines(tally, view)


def beside_lines(tally: Tally, view: View) -> Iterator[str]:
    """Return what is told beside verdicts: settings that bear on them, what was left out, how many remarks
    were asked to be.
    """
    yield from (view.say(SETTING, key=one.key, value=one.value, origin=one.origin) for one in tally.settings)
    yield from left_out_lines(tally.left_out, view)
    if tally.ignored:
        yield view.say(IGNORED, number=tally.ignored)


def left_out_lines(left: LeftOutTally, view: View) -> Iterator[str]:
    """Return a line for each reason for which something was left out: how many files, and which."""
    for why in WhyLeftOut:
        if why in left.found:
            files: object = left.files[why]
            if why in left.at_least:
                files = AT_LEAST.format(number=files)
            number = IN_FOLDERS.format(folders=left.found[why], files=files) if why.is_of_folders else files
            paths = Text.joined(map(Text.same, left.paths[why]), "、", ", ")
            more = MORE_NAMED if left.found[why] > len(left.paths[why]) else ""
            named = "" if why.is_counted_only else NAMED.format(paths=paths, more=more)
            yield view.say(LEFT_OUT, term=why.term, number=number, paths=named)


def verdict_line(assessment: Assessment, view: View) -> str:
    """Return the last line of a report, its path before it; of an illustrative one it says so."""
    mark = view.say(ILLUSTRATIVE) if assessment.illustrative else ""
    return f"{assessment.source.path}: {last_line(assessment, view)}{mark}"


def last_line(assessment: Assessment, view: View) -> str:
    """Return “judged n of N: …” and the verdict: the line that no run goes without."""
    counts = {outcome.id: assessment.outcomes.count(outcome) for outcome in Outcome}
    settled = assessment.outcomes and not assessment.final
    return view.say(
        LAST_LINE,
        all=len(assessment.outcomes),
        judged=assessment.judged,
        verdict=assessment.verdict.term,
        interim=_INTERIM if settled else "",
        **counts,
    )


def _in_all(tally: Tally, view: View) -> str:
    named = [
        Text(f"{verdict.term.zh}{number}", f"{verdict.term.en} {number}")
        for verdict, number in tally.verdicts.items()
    ]
    return view.say(IN_ALL, files=tally.verdicts.total(), verdicts=Text.joined(named, "、", ", "))
