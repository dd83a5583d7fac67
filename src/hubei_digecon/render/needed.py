"""补正通知单: what each report still needs to be decided, who gives it, and under which key."""

from collections.abc import Iterator

from ..diagnostics import Diagnostic, SourceFile
from ..findings import Assessment, Finding, Party
from ..run import Run
from ..text import Text
from .escape import visible
from .remarks import remark_lines
from .verdicts import closing_lines, errors_of, last_line
from .view import View
from .wrap import wrapped

TITLE = Text("补正通知单：{name}（{path}）", "What is needed: {name} ({path})")
UNNAMED = Text("补正通知单（{path}）", "What is needed ({path})")
SUBTITLE = Text("报告期：{period}  核验基准日：{as_of}", "Period: {period}  As of: {as_of}")
ILLUSTRATIVE = Text("示例：数值未经公布。", "Illustrative: the values are not published.")
ERRORS = Text("须更正的错误", "Errors to be mended")
FROM = Text("由{party}提供", "From {party}")
LINE = Text("{number} {name}（{outcome}）：{what}（{at}）", "{number} {name} ({outcome}): {what} ({at})")
NOTHING = Text("没有需要补正的内容。", "Nothing is needed.")


def render(run: Run, view: View) -> str:
    """Return one block a report; a report that needs nothing says so."""
    blocks = [list(_block(assessment, run, view)) for assessment in run.assessments]
    blocks = [
        *filter(
            None,
            (list(errors_of(run.remarks, view)), *blocks, list(closing_lines(run.tally, view))),
        )
    ]
    return "\n".join("".join(f"{line}\n" for line in block) for block in blocks)


def _block(assessment: Assessment, run: Run, view: View) -> Iterator[str]:
    source = assessment.source
    name = assessment.name or assessment.entity
    yield visible(view.say(TITLE if name else UNNAMED, name=name, path=source.path))
    if assessment.period:
        yield view.say(SUBTITLE, period=assessment.period, as_of=run.as_of)
    if assessment.illustrative:
        yield view.say(ILLUSTRATIVE)
    errors = [one for one in assessment.diagnostics if one.is_error]
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
        yield from (visible(line) for line in remark_lines(error, assessment.source, view))


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
            "outcome": finding.outcome.term,
            "what": finding.needed.what,
            "at": finding.needed.where(source),
        }
        yield from wrapped(visible(view.say(LINE, **values)), view.width, indent=2)
