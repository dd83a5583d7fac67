"""补充材料通知: what each report still needs to be decided, who gives it, and under which key."""

from collections.abc import Iterable, Iterator
from itertools import chain

from ..diagnostics import Diagnostic, SourceFile
from ..domain.assessments import Assessment
from ..domain.findings import Finding, called_of
from ..domain.outcomes import Party
from ..domain.run import Run, RunInParts
from ..text import Text
from .bits import joined
from .diagnostics import diagnostic_lines
from .escape import visible
from .verdicts import closing_lines, errors_of, last_line, named
from .view import View
from .wrap import wrapped

TITLE = Text("补充材料通知：{name}（{path}）", "What is needed: {name} ({path})")
UNNAMED = Text("补充材料通知（{path}）", "What is needed ({path})")
SUBTITLE = Text("报告期：{period}  核验基准日：{as_of}", "Period: {period}  As of: {as_of}")
ILLUSTRATIVE = Text("示例：数值未经公布。", "Illustrative: the values are not published.")
ERRORS = Text("须更正的错误", "Errors to be fixed")
FROM = Text("由{party}提供", "From {party}")
LINE = Text("{number} {name}（{outcome}）：{what}（{at}）", "{number} {name} ({outcome}): {what} ({at})")
NOTHING = Text("没有需要补充的材料。", "Nothing is needed.")


def part(assessment: Assessment, run: Run, view: View) -> str:
    """Return the block of a report; that of one that needs nothing says so."""
    return _lines(_block(assessment, run, view))


def whole(parts: Iterable[str], run: RunInParts, view: View) -> Iterator[str]:
    """Return one block a report, between what is wrong with other files and what the run ends with."""
    first, last = _lines(errors_of(run.file_diagnostics, view)), _lines(closing_lines(run.counts, view))
    return joined(filter(None, chain([first], parts, [last])), "\n")


def _lines(lines: Iterable[str]) -> str:
    return "".join(f"{line}\n" for line in lines)


def _block(assessment: Assessment, run: Run, view: View) -> Iterator[str]:
    name = assessment.name or assessment.entity
    yield visible(view.say(TITLE if name else UNNAMED, name=name, path=named(assessment)))
    if assessment.period:
        yield view.say(SUBTITLE, period=assessment.period, as_of=run.as_of)
    if assessment.illustrative:
        yield view.say(ILLUSTRATIVE)
    errors = [one for one in assessment.diagnostics if one.is_error or one.kind.always_told]
    findings = [one for one in enumerate(assessment.findings, 1) if one[1].needed]
    if not errors and not findings:
        yield view.say(NOTHING)
    yield from _errors(errors, assessment, view)
    for party in Party:
        yield from _from_party(party, findings, assessment.source, view)
    yield last_line(assessment, view)


def _errors(errors: list[Diagnostic], assessment: Assessment, view: View) -> Iterator[str]:
    if errors:
        yield view.say(ERRORS)
    for error in errors:
        yield from (visible(line) for line in diagnostic_lines(error, assessment.source, view))


def _from_party(
    party: Party, findings: list[tuple[int, Finding]], source: SourceFile, view: View
) -> Iterator[str]:
    theirs = [(number, one) for number, one in findings if one.needed and one.needed.by is party]
    if theirs:
        yield view.say(FROM, party=party.term)
    for number, finding in theirs:
        assert finding.needed is not None
        values = {
            "number": number,
            "name": finding.target.indicator.name,
            "outcome": called_of(finding.target, finding.outcome),
            "what": finding.needed.what,
            "at": finding.needed.where(source),
        }
        yield from wrapped(visible(view.say(LINE, **values)), view.width, indent=2)
