"""Read the reviews of a run, and return those of each report and those of none."""

from collections.abc import Iterable, Iterator, Sequence

from ..diagnostics import DiagnosticKind, Example, Severity, Sort, SourceFile, diagnose
from ..diagnostics.internal import internal_fault
from ..domain.assessments import FileDiagnostics, FileDigest, FollowedReview
from ..domain.names import folded
from ..domain.reports import Report
from ..domain.reviews import Review
from ..load.document import read_document
from ..load.faults import RefusedInput
from ..load.reviews import read_review
from ..load.search.inputs import Input, find_inputs, left_out, sort_in_words, sort_of
from ..load.source import real_path
from ..load.targets import TargetLibrary, TargetsError
from ..text import Text

SELF_REVIEW = DiagnosticKind(
    "self-review",
    Severity.ERROR,
    Text(
        "核验单位“{reviewer}”就是 {path} 的填报单位；不能核定、认定或批准自己的报告，本复核意见不予采用",
        "the reviewer “{reviewer}” is who submitted {path}; a submitter cannot verify, attest or waive "
        "its own report, so this review is not followed",
    ),
    Text("由核验单位另行出具", "have the assessor write it"),
    example=Example(
        fails="reviewer: {name: 示例单位}",
        passes="reviewer: {name: 核验组, organisation: 示例核验单位}",
        sort=Sort.REVIEW,
        beside="submitted: {by: 示例单位, date: 2026-01-20}",
    ),
)
UNUSED_REVIEW = DiagnosticKind(
    "unused-review",
    Severity.WARNING,
    Text(
        "没有核验 {entity} {period}的报告，本复核意见未予采用",
        "no report of {entity} for {period} was judged, so this review is not used",
    ),
    Text("核对考核对象（entity）和报告期（period）", "compare entity and period"),
    example=Example(fails="period: 2024", passes="period: 2025", sort=Sort.REVIEW, beside="period: 2025"),
)
GIVEN_AS_REVIEW = DiagnosticKind(
    "given-as-review",
    Severity.ERROR,
    Text("这是{sort}，不是复核意见", "this is {sort}, not a review"),
    Text(
        "复核意见写有核验单位（reviewer）；报告直接给出，不用 --review",
        "a review has the key “reviewer”; give a report without --review",
    ),
    example=Example(
        Text("用 --review 给出的报告", "a report given with --review"),
        Text("用 --review 给出的复核意见", "a review given with --review"),
        Sort.FILE,
    ),
)
NO_REVIEW = DiagnosticKind(
    "no-review",
    Severity.WARNING,
    Text("这里没有复核意见", "there is no review here"),
    Text("核对 --review 的路径", "compare the path given with --review"),
    example=Example(
        Text("用 --review 给出的文件夹中没有复核意见", "a folder without a review, given with --review"),
        Text("用 --review 给出的文件夹中有复核意见", "a folder with a review, given with --review"),
        Sort.FILE,
    ),
)
KINDS = (SELF_REVIEW, UNUSED_REVIEW, GIVEN_AS_REVIEW, NO_REVIEW)


class ReviewBook:
    """The reviews of a run, by entity and period.

    ``file_diagnostics`` are the diagnostics on the files read, ``digests`` their digests. Both include files
    that were refused.
    """

    __slots__ = ("digests", "file_diagnostics", "reviews")

    def __init__(self) -> None:
        self.reviews: dict[tuple[str, str], list[Review]] = {}
        self.file_diagnostics: list[FileDiagnostics] = []
        self.digests: list[FileDigest] = []

    def of(self, report: Report) -> tuple[list[Review], list[FileDiagnostics]]:
        """Return the reviews of a report, and diagnostics on those refused as the submitter's own."""
        matching = self.reviews.get((report.entity, str(report.period)), [])
        own = [review for review in matching if _is_own(review, report)]
        followed = [review for review in matching if review not in own]
        return followed, [_refused(review, report) for review in own]

    def unused(self, reports: Iterable[tuple[str, str]]) -> Iterator[FileDiagnostics]:
        """Return a diagnostic on every review of none of ``reports``, given by entity and period."""
        judged = set(reports)
        for key, reviews in self.reviews.items():
            if key not in judged:
                for review in reviews:
                    at = ("entity",)
                    values = {"entity": review.entity, "period": review.period}
                    said = diagnose(UNUSED_REVIEW, at, review.source.find(at), **values)
                    yield FileDiagnostics(review.source, (said,))


def followed_review(review: Review) -> FollowedReview:
    """Return what is told of a review that a report is judged by."""
    source = review.source
    return FollowedReview(source.path, source.sha256 or "", review.reviewer, review.organisation)


def read_reviews(paths: Sequence[str], library: TargetLibrary, exclude: Sequence[str] = ()) -> ReviewBook:
    """Read the reviews among ``paths``, which are files, or folders to search."""
    book = ReviewBook()
    seen: set[str] = set()
    for one in find_inputs(paths, exclude):
        if not one.is_read:
            if one.left:
                book.file_diagnostics.extend(left_out(one))
            continue
        if (real := real_path(one.path)) in seen:
            continue  # named itself and found in its folder: still one review
        seen.add(real)
        review = _read_review(one, library)
        if isinstance(review, RefusedInput):
            _note(book, FileDiagnostics(review.source, review.faults))
        elif review is not None:
            _note(book, FileDiagnostics(review.source, review.diagnostics))
            book.reviews.setdefault((review.entity, str(review.period)), []).append(review)
    if paths and not book.digests and not book.file_diagnostics:
        book.file_diagnostics.extend(
            FileDiagnostics(SourceFile(path), (diagnose(NO_REVIEW),)) for path in paths
        )
    return book


def _read_review(one: Input, library: TargetLibrary) -> Review | RefusedInput | None:
    """Read one review. A fault of the program becomes a refusal of this file.

    Raises:
        TargetsError: where a target file that is needed has an error.
    """
    try:
        return _read(one, library)
    except TargetsError:
        raise
    except Exception as error:
        return RefusedInput(SourceFile(one.path), (internal_fault(error),))


def _read(one: Input, library: TargetLibrary) -> Review | RefusedInput | None:
    """Read one review. Return nothing for a file of another sort that a folder holds."""
    document = read_document(one.path)
    if isinstance(document, RefusedInput):
        return document
    sort = sort_of(document)
    if sort == "review":
        return read_review(document, library)
    if one.found:
        return None
    return RefusedInput(document.file(), (diagnose(GIVEN_AS_REVIEW, sort=sort_in_words(sort)),))


def _note(book: ReviewBook, file: FileDiagnostics) -> None:
    if file.source.sha256:
        book.digests.append(FileDigest(file.source.path, file.source.sha256))
    if file.diagnostics:
        book.file_diagnostics.append(file)


def _is_own(review: Review, report: Report) -> bool:
    submitter = folded(report.submitted.by)
    return bool(submitter) and submitter in (folded(review.reviewer), folded(review.organisation))


def _refused(review: Review, report: Report) -> FileDiagnostics:
    by_name = folded(review.reviewer) == folded(report.submitted.by)
    at = ("reviewer", "name" if by_name else "organisation")
    reviewer = review.reviewer if by_name else review.organisation
    place = review.source.find(at)
    said = diagnose(SELF_REVIEW, at, place, reviewer=reviewer, path=report.source.path)
    return FileDiagnostics(review.source, (said,))
