"""The verdicts: one line a report, which quiet runs show, and the lines that every run ends with."""

import datetime
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from ..domain.assessments import Assessment, FileDiagnostics
from ..domain.left_out import LeftOutCounts, WhyLeftOut
from ..domain.outcomes import INTERIM, Outcome, Verdict
from ..domain.run import Run, RunInParts
from ..domain.run_counts import RunCounts
from ..text import Text
from .diagnostics import diagnostic_lines
from .escape import visible
from .view import View

if TYPE_CHECKING:
    from ..domain.baseline import BaselineCounts

LAST_LINE = Text(
    "应核验{all}项，已认定{judged}项：完成{met}、未完成{missed}；待核定{undecided}，未填报{no_data}，"
    "未到期{not_due}，经批准不纳入{waived}。总体结论：{verdict}{interim}",
    "judged {judged} of {all}: met {met}, missed {missed}; undecided {undecided}, no data {no_data}, "
    "not due {not_due}, waived {waived}. Verdict: {verdict}{interim}",
)
EXPECTED = Text(
    "{missed}（其中预期性目标未达预期{expected}）", "{missed} (of these expected targets: {expected})"
)
"""How many targets are missed where their document tells binding and expected ones apart."""
IN_ALL = Text("共{files}份报告：{verdicts}。", "{files} reports: {verdicts}.")
BY_DOCUMENTS = Text("按文件核验共{files}次：{verdicts}。", "{files} assessments, by document: {verdicts}.")
IGNORED = Text(
    "按设置未列出的疑点和提示：{number}处。", "warnings and notes left out, as asked for: {number}."
)
SETTING = Text("设置：{key} = {value}（{origin}）", "setting: {key} = {value} ({origin})")
BASELINE = Text(
    "基准结果 {path}（核验基准日{as_of}）中已有、不使命令失败的：{known}。新出现的：{new}。",
    "already in the baseline {path} (as of {as_of}), which does not fail the run: {known}. New: {new}.",
)
OF_TROUBLE = Text("{term}{number}{wider}", "{term} {number}{wider}")
WIDER = Text("（其中差距扩大的{number}）", " (with a wider gap: {number})")
NO_REPORT = Text("未报送{number}", "no report {number}")
UNMATCHED = Text(
    "基准结果中没有的核验结果：{number}份，其中的问题均为新出现的。",
    "assessments of reports that the baseline does not have: {number}; all about them is new.",
)
BASELINE_NOTE = Text("影响与基准结果比较的情况：{note}", "bears on the comparison with the baseline: {note}")
LEFT_OUT = Text("未读取（未计入核验）：{term}{number}{paths}", "{term}: {number}{paths}")
NAMED = Text("（{paths}{more}）", " ({paths}{more})")
MORE_NAMED = Text("等", " and others")
AT_LEAST = Text("至少{number}", "at least {number}")
OF_FILES = Text("{files}个", "{files}")
IN_FOLDERS = Text(
    "{folders}个，其中可读取的文件{files}个", "{folders}, files in them that would be read: {files}"
)
WHY_INVALID = Text("。原因：{message}{beside}", "; why: {message}{beside}")
IN_BRACKETS = Text("（{told}）", " ({told})")
MORE_ERRORS = Text("另有{number}处错误", "{number} more errors")
NONE_FOUND = Text(
    "应核验0项，已认定0项：没有找到可核验的报告。", "judged 0 of 0: no report was found to check."
)
NO_TARGETS = Text("（所选文件没有为其设定目标）", " (no document judged by sets a target for it)")
NOTHING_WEIGHS = Text("（没有应核验的目标，只有力争等目标）", " (none of its targets bears on a verdict)")
ILLUSTRATIVE = Text("（示例，数值未经公布）", " (illustrative, values not published)")
_INTERIM = Text("（{term}）", " ({term})").format(term=INTERIM)


def part(assessment: Assessment, _run: Run, view: View) -> str:
    """Return the row of a report. It needs no terminal library."""
    return verdict_row(assessment, view)


def whole(parts: Iterable[str], run: RunInParts, view: View) -> Iterator[str]:
    """Return the rows of all reports, then the lines that the run ends with."""
    yield from parts
    yield ending(run.counts, view)


def verdict_row(assessment: Assessment, view: View) -> str:
    """Return the verdict of a report as a line of its own, which says why it cannot be read."""
    return f"{visible(verdict_line(assessment, view) + why_invalid(assessment, view))}\n"


def why_invalid(assessment: Assessment, view: View, is_placed: bool = True) -> str:
    """Return the first error of a report that cannot be read, its place, and how many more there are.

    ``is_placed``: the place is told here, and not before.
    """
    errors = [one for one in assessment.diagnostics if one.is_error]
    if assessment.verdict is not Verdict.INVALID or not errors:
        return ""
    first, more = errors[0], len(errors) - 1
    place = first.found_in(assessment.source)[1] if is_placed else None
    told = (
        *((Text.same(str(place)),) if place else ()),
        *((MORE_ERRORS.format(number=more),) if more else ()),
    )
    beside = IN_BRACKETS.format(told=Text.joined(told, "，", ", ")) if told else ""
    return view.say(WHY_INVALID, message=first.message, beside=beside)


def ending(counts: RunCounts, view: View) -> str:
    """Return the errors of files beside the reports, then what a run ends with."""
    lines = (*errors_of(counts.failing, view), *map(visible, closing_lines(counts, view)))
    return "".join(f"{line}\n" for line in lines)


def errors_of(files: Iterable[FileDiagnostics | Assessment], view: View) -> Iterator[str]:
    """Return the errors of files.

    A quiet run shows them, since they make it fail. They are also told beside formats without diagnostics.
    """
    for file in files:
        for diagnostic in file.diagnostics:
            if diagnostic.is_error:
                yield from map(visible, diagnostic_lines(diagnostic, file.source, view))


class ErrorsAlone:
    """The errors of a run, as they are told beside formats that have no room for diagnostics."""

    def part(self, assessment: Assessment, _run: Run, view: View) -> str:
        """Return the errors of a report."""
        return _text(errors_of([assessment], view))

    def whole(self, parts: Iterable[str], run: RunInParts, view: View) -> Iterator[str]:
        """Return the errors of other files, those of the reports, then what is told beside verdicts."""
        yield _text(errors_of(run.file_diagnostics, view))
        yield from parts
        yield _text(beside_lines(run.counts, view))


class CountsAlone:
    """What a run comes to, where there are too many reports for a line each."""

    def part(self, assessment: Assessment, _run: Run, view: View) -> None:
        """Return nothing of a report."""

    def whole(self, parts: Iterable[None], run: RunInParts, view: View) -> Iterator[str]:
        """Return the lines that a run ends with."""
        yield _text(map(visible, closing_lines(run.counts, view)))


def _text(lines: Iterable[str]) -> str:
    return "".join(f"{line}\n" for line in lines)


def closing_lines(counts: RunCounts, view: View) -> Iterator[str]:
    """Return the lines that a run ends with: the verdicts of all reports, or that there was none to check;
    then what is told beside verdicts.
    """
    if not counts.verdicts:
        yield view.say(NONE_FOUND)
    if counts.verdicts.total() > 1:
        yield _in_all(counts, view)
    yield from beside_lines(counts, view)


def beside_lines(counts: RunCounts, view: View) -> Iterator[str]:
    """Return what is told beside verdicts: the settings in force, the files left out, and how many
    diagnostics the settings left out.
    """
    yield from (view.say(SETTING, key=one.key, value=one.value, origin=one.origin) for one in counts.settings)
    if counts.baseline:
        yield from baseline_lines(counts.baseline, view)
    yield from left_out_lines(counts.left_out, view)
    if counts.ignored:
        yield view.say(IGNORED, number=counts.ignored)


def baseline_lines(held: "BaselineCounts", view: View) -> Iterator[str]:
    """Return what the baseline has already, what is new, and what bears on the comparison with it."""
    if held.baseline is None:
        return
    from ..domain.baseline import Trouble  # few runs have one

    wider = WIDER.format(number=held.wider) if held.wider else ""
    known = [
        OF_TROUBLE.format(term=one.term, number=held.known[one], wider=wider if one is Trouble.MISSED else "")
        for one in Trouble
    ]
    if held.absent:
        known.append(NO_REPORT.format(number=held.absent))
    new = [OF_TROUBLE.format(term=one.term, number=held.new[one], wider="") for one in Trouble]
    yield view.say(
        BASELINE,
        path=held.baseline.file.path,
        as_of=datetime.date.fromisoformat(held.baseline.conditions.as_of),
        known=Text.joined(known, "、", ", "),
        new=Text.joined(new, "、", ", "),
    )
    if held.unmatched:
        yield view.say(UNMATCHED, number=held.unmatched)
    yield from (view.say(BASELINE_NOTE, note=note) for note in held.notes)


def left_out_lines(left: LeftOutCounts, view: View) -> Iterator[str]:
    """Return a line for each reason for leaving files out: how many files, and which."""
    for why in WhyLeftOut:
        if why in left.found:
            files: object = left.files[why]
            if why in left.at_least:
                files = AT_LEAST.format(number=files)
            form = IN_FOLDERS if why.is_of_folders else OF_FILES
            number = form.format(folders=left.found[why], files=files)
            paths = Text.joined(map(Text.same, left.paths[why]), "、", ", ")
            more = MORE_NAMED if left.found[why] > len(left.paths[why]) else ""
            named = "" if why.is_counted_only else NAMED.format(paths=paths, more=more)
            yield view.say(LEFT_OUT, term=why.term, number=number, paths=named)


def verdict_line(assessment: Assessment, view: View) -> str:
    """Return the path of a report and its last line, which says where the report is illustrative."""
    mark = view.say(ILLUSTRATIVE) if assessment.illustrative else ""
    return f"{named(assessment)}: {last_line(assessment, view)}{mark}"


def named(assessment: Assessment) -> str:
    """Return the path of a report, with the id of the document judged by where outputs name it."""
    path = assessment.source.path
    return f"{path} [{assessment.document}]" if assessment.document_title else path


def last_line(assessment: Assessment, view: View) -> str:
    """Return “judged n of N: …” and the verdict: the line that every report has."""
    counts: dict[str, object] = {outcome.id: assessment.outcomes.count(outcome) for outcome in Outcome}
    if assessment.expected_missed is not None:
        counts[Outcome.MISSED.id] = EXPECTED.format(
            missed=counts[Outcome.MISSED.id], expected=assessment.expected_missed
        )
    settled = assessment.outcomes and not assessment.final
    return view.say(
        LAST_LINE,
        all=len(assessment.outcomes),
        judged=assessment.judged,
        verdict=assessment.verdict.term,
        interim=_INTERIM if settled else _why_nothing(assessment),
        **counts,
    )


def _why_nothing(assessment: Assessment) -> Text | str:
    """Return why a readable report has no target that bears on its verdict; nothing where it has some."""
    if assessment.outcomes or assessment.verdict is Verdict.INVALID:
        return ""
    return NO_TARGETS if assessment.lacks_targets else NOTHING_WEIGHS


def _in_all(counts: RunCounts, view: View) -> str:
    named = [
        Text(f"{verdict.term.zh}{number}", f"{verdict.term.en} {number}")
        for verdict, number in counts.tally.items()
    ]
    counted = BY_DOCUMENTS if counts.by_documents else IN_ALL
    return view.say(counted, files=counts.verdicts.total(), verdicts=Text.joined(named, "、", ", "))
