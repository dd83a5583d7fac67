"""The verdicts alone, a line a report: what quiet runs show, and how every run ends."""

from collections.abc import Iterable, Iterator

from ..findings import INTERIM, Assessment, FileRemarks
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
    """Return what a run ends with: that nothing was found to check, or the verdicts over all reports;
    and how many remarks it was asked to leave out.
    """
    if not tally.verdicts:
        yield view.say(NONE_FOUND)
    if tally.verdicts.total() > 1:
        yield _in_all(tally, view)
    if tally.ignored:
        yield view.say(IGNORED, number=tally.ignored)


def verdict_line(assessment: Assessment, view: View) -> str:
    """Return the last line of a report, its path before it; of an illustrative one it says so."""
    mark = view.say(ILLUSTRATIVE) if assessment.illustrative else ""
    return f"{assessment.source.path}: {last_line(assessment, view)}{mark}"


def last_line(assessment: Assessment, view: View) -> str:
    """Return “judged n of N: …” and the verdict: the line that no run goes without."""
    counts = {outcome.id: number for outcome, number in assessment.counts.items()}
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
