"""Doubts that bear on an outcome though it stands: items struck off, two readings, no base date, no list."""

from collections.abc import Iterator

from ..diagnostics import Diagnostic
from ..domain.findings import Finding
from ..domain.outcomes import ROUNDING_SENSITIVE, Grade, Outcome, Reason
from ..domain.run import Run
from ..judging.items.diagnostics import (
    DUPLICATE_ITEM,
    ITEM_BELOW_LEVEL,
    ITEM_EXPIRED,
    ITEM_ONLY_SIGNED,
    ITEM_OTHER_CERTIFICATE,
    ITEM_OUTSIDE_PERIOD,
    ITEM_REJECTED,
    ITEM_UNNAMED,
)
from ..judging.message import required
from ..text import Text
from .figures import gap_of
from .still_open import AND_MORE

STRIKING = (
    DUPLICATE_ITEM, ITEM_BELOW_LEVEL, ITEM_EXPIRED, ITEM_ONLY_SIGNED, ITEM_OTHER_CERTIFICATE,
    ITEM_OUTSIDE_PERIOD, ITEM_REJECTED, ITEM_UNNAMED,
)  # fmt: skip
"""Diagnostics that say why an item was not counted."""
MOST_ITEMS = 3
"""How many items a problem names; the finding in words names more."""

REJECTED = Text("“{name}”{reason}", "“{name}”: {reason}")
REJECTED_FOR = Text("“{name}”：{reason}", "“{name}”: {reason}")
STRUCK_OFF = Text("核减{number}", "{number} struck off")
NOW_ON_LINE = Text("核减后与目标值持平，无余量", "now exactly on the target, with nothing to spare")
NOW_ON_LOWER_END = Text(
    "核减后与目标下限持平，无余量", "now exactly on the lower end of the target, with nothing to spare"
)
STILL_ABOVE = Text("核减后仍超目标值{gap}", "still {gap} above the target")
UNSTATED = Text("{document}未明确{what}", "{document} does not state {what}")
BASE_DATE = Text("起算时间", "from when it counts")
WHICH_LIST = Text("{base}和所指榜单", "{base}, nor which list is meant")
NOTICE, ANY_DOCUMENT = Text("通知", "the notice"), Text("文件", "the document")
READING = Text(
    "结论因理解而异（按{other}理解则{outcome}）", "the outcome depends on the reading (as {other}: {outcome})"
)
NO_LIST = Text("未附清单", "no list is attached")
NO_LIST_OF_FIRMS = Text("未附企业名单", "no list of the firms is attached")
SENTENCE = Text("{clauses}。", "{clauses}.")
FIRMS, RANKED_LIST = "企业", "榜单"


def doubts_of(finding: Finding, run: Run) -> Text | None:
    """Return the doubts on a finding that stands, in one sentence; ``None`` without any."""
    clauses = [*_struck(finding), *_told(finding, run)]
    if not clauses:
        return None
    return SENTENCE.format(clauses=Text.joined(clauses, "；", "; "))


def struck_clauses(finding: Finding) -> Iterator[Text]:
    """Return why items were not counted, of the first of them."""
    told = [one for one in finding.diagnostics if one.kind in STRIKING]
    shown = [_why(one, finding) for one in told[:MOST_ITEMS]]
    if len(told) > MOST_ITEMS:
        shown[-1] = AND_MORE.format(names=shown[-1])
    yield from (one.stripped("。；，.;,") for one in shown)


def _struck(finding: Finding) -> Iterator[Text]:
    clauses = list(struck_clauses(finding))
    yield from clauses
    if clauses and finding.outcome is Outcome.MET and finding.gap is not None:
        gap = gap_of(finding)
        is_range = finding.target.stretch is not None and not finding.target.has_tier
        on_line = NOW_ON_LOWER_END if is_range else NOW_ON_LINE
        yield STILL_ABOVE.format(gap=gap) if gap else on_line


def _told(finding: Finding, run: Run) -> Iterator[Text]:
    """Return what the document leaves open, and what the submitter did not attach."""
    unlisted = _is_unlisted(finding)
    is_undated = Reason.BASE_UNSTATED in finding.reasons and unlisted
    other = finding.target.other_reading
    open_words = []
    if is_undated:
        open_words.append(UNSTATED.format(document=_document(finding, run), what=_left_open(finding)))
    if finding.other_outcome and other:
        wanted = required(finding.target, other.comparator, other.value)
        open_words.append(READING.format(other=wanted, outcome=finding.other_outcome.term))
    if open_words:
        yield Text.joined(open_words, "，", "; ")
    if finding.rounding_sensitive and finding.outcome is Outcome.MET:
        yield ROUNDING_SENSITIVE
    if unlisted and (is_undated or finding.other_outcome):
        yield NO_LIST_OF_FIRMS if FIRMS in finding.target.indicator.name.zh else NO_LIST


def _left_open(finding: Finding) -> Text:
    """Return what the words of a target leave open: from when it counts, and of what list."""
    by_list = "list" in finding.target.indicator.item_fields
    if by_list and RANKED_LIST not in finding.target.source.wording:
        return WHICH_LIST.format(base=BASE_DATE)
    return BASE_DATE


def _document(finding: Finding, run: Run) -> Text:
    document = run.documents.get(finding.target.source.document)
    return NOTICE if document and NOTICE.zh in document.title.zh else ANY_DOCUMENT


def _is_unlisted(finding: Finding) -> bool:
    """Whether a count rests on no list of what it counts, and no assessor verified it."""
    observation = finding.observation
    is_count = finding.target.indicator.kind.takes_items and observation is not None
    return is_count and not finding.is_counted and finding.evidence is not Grade.VERIFIED


def _why(diagnostic: Diagnostic, finding: Finding) -> Text:
    """Return why one item was not counted; other items in the assessor's words stand in quotes."""
    if diagnostic.kind is not ITEM_REJECTED:
        return diagnostic.message
    name, reason = str(diagnostic.values["name"]), str(diagnostic.values["reason"])
    items = finding.observation.items if finding.observation else ()
    for other in {item.name for item in items if len(item.name) > 1 and item.name != name}:
        if f"“{other}" not in reason:
            reason = reason.replace(other, f"“{other}”")
    form = REJECTED if reason.startswith("与") else REJECTED_FOR
    named = diagnostic.values["name"]
    return form.format(name=named if isinstance(named, Text) else name, reason=reason)
