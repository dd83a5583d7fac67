"""Which reviews are of which report, and which are of none."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from ..diagnostics import DiagnosticKind, Example, Severity, Sort, SourceFile, remark
from ..findings import FileDigest, FileRemarks
from ..internal import internal_fault
from ..load.document import read_document
from ..load.faults import InputError
from ..load.inputs import Input, find_inputs, left_out, sort_in_words, sort_of
from ..load.reviews import read_review
from ..load.source import real_path
from ..load.targets import TargetLibrary, TargetsError
from ..model.reports import Report
from ..model.reviews import Review
from ..names import folded
from ..text import Text

SELF_REVIEW = DiagnosticKind(
    "self-review",
    Severity.ERROR,
    Text(
        "评估方“{reviewer}”就是 {path} 的填报单位；填报单位不能核定、认定或批准自己的报告，本复核文件不采用",
        "the reviewer “{reviewer}” is who submitted {path}; a submitter cannot verify, attest or waive "
        "its own report, so this review is not followed",
    ),
    Text("由评估方另行出具", "have the assessor write it"),
    example=Example(
        fails="reviewer: {name: 示例单位}",
        passes="reviewer: {name: 评估组, organisation: 示例评估单位}",
        sort=Sort.REVIEW,
        beside="submitted: {by: 示例单位, date: 2026-01-20}",
    ),
)
UNUSED_REVIEW = DiagnosticKind(
    "unused-review",
    Severity.WARNING,
    Text(
        "没有核验到 {entity} {period} 的报告，本复核文件没有用到",
        "no report of {entity} for {period} was judged, so this review is not used",
    ),
    Text("核对考核对象（entity）和报告期（period）", "compare entity and period"),
    example=Example(fails="period: 2024", passes="period: 2025", sort=Sort.REVIEW, beside="period: 2025"),
)
GIVEN_AS_REVIEW = DiagnosticKind(
    "given-as-review",
    Severity.ERROR,
    Text("这是{sort}，不是复核文件", "this is {sort}, not a review"),
    Text(
        "复核文件写有评估方（reviewer）；报告直接给出，不用 --review",
        "a review has the key “reviewer”; give a report without --review",
    ),
    example=Example(
        Text("用 --review 给出的报告", "a report given with --review"),
        Text("用 --review 给出的复核文件", "a review given with --review"),
        Sort.FILE,
    ),
)
NO_REVIEW = DiagnosticKind(
    "no-review",
    Severity.WARNING,
    Text("这里没有复核文件", "there is no review here"),
    Text("核对 --review 的路径", "compare the path given with --review"),
    example=Example(
        Text("用 --review 给出的文件夹中没有复核文件", "a folder without a review, given with --review"),
        Text("用 --review 给出的文件夹中有复核文件", "a folder with a review, given with --review"),
        Sort.FILE,
    ),
)
KINDS = (SELF_REVIEW, UNUSED_REVIEW, GIVEN_AS_REVIEW, NO_REVIEW)


@dataclass(slots=True)
class ReviewBook:
    """The reviews of a run, by entity and period.

    ``remarks`` is what reading them gave rise to, ``digests`` the files read, refused ones included.
    """

    reviews: dict[tuple[str, str], list[Review]] = field(default_factory=dict)
    remarks: list[FileRemarks] = field(default_factory=list)
    digests: list[FileDigest] = field(default_factory=list)

    def of(self, report: Report) -> tuple[list[Review], list[FileRemarks]]:
        """Return the reviews of a report; and those refused, since they are the submitter's own."""
        matching = self.reviews.get((report.entity, str(report.period)), [])
        own = [review for review in matching if _is_own(review, report)]
        followed = [review for review in matching if review not in own]
        return followed, [_refused(review, report) for review in own]

    def unused(self, reports: Iterable[tuple[str, str]]) -> Iterator[FileRemarks]:
        """Return a remark on every review that is of none of the ``reports``, by entity and period."""
        judged = set(reports)
        for key, reviews in self.reviews.items():
            if key not in judged:
                for review in reviews:
                    at = ("entity",)
                    values = {"entity": review.entity, "period": review.period}
                    said = remark(UNUSED_REVIEW, at, review.source.find(at), **values)
                    yield FileRemarks(review.source, (said,))


def read_reviews(paths: Sequence[str], library: TargetLibrary, exclude: Sequence[str] = ()) -> ReviewBook:
    """Read the reviews among ``paths``: files, or folders that are searched for them."""
    book = ReviewBook()
    seen: set[str] = set()
    for one in find_inputs(paths, exclude):
        if not one.is_read:
            if one.left:
                book.remarks.extend(left_out(one))
            continue
        if (real := real_path(one.path)) in seen:
            continue  # named itself and found in its folder: still one review
        seen.add(real)
        try:
            review = _read(one, library)
        except InputError as error:
            _note(book, FileRemarks(error.source, error.faults))
            continue
        except TargetsError:
            raise
        except Exception as error:
            _note(book, FileRemarks(SourceFile(one.path), (internal_fault(error),)))
            continue
        if review is not None:
            _note(book, FileRemarks(review.source, review.remarks))
            book.reviews.setdefault((review.entity, str(review.period)), []).append(review)
    if paths and not book.digests and not book.remarks:
        book.remarks.extend(FileRemarks(SourceFile(path), (remark(NO_REVIEW),)) for path in paths)
    return book


def _read(one: Input, library: TargetLibrary) -> Review | None:
    """Read one review; a file of another sort that a folder holds is passed over."""
    document = read_document(one.path)
    sort = sort_of(document)
    if sort == "review":
        return read_review(document, library)
    if one.found:
        return None
    raise InputError(document.file(), (remark(GIVEN_AS_REVIEW, sort=sort_in_words(sort)),))


def _note(book: ReviewBook, file: FileRemarks) -> None:
    if file.source.sha256:
        book.digests.append(FileDigest(file.source.path, file.source.sha256))
    if file.diagnostics:
        book.remarks.append(file)


def _is_own(review: Review, report: Report) -> bool:
    submitter = folded(report.submitted.by)
    return bool(submitter) and submitter in (folded(review.reviewer), folded(review.organisation))


def _refused(review: Review, report: Report) -> FileRemarks:
    by_name = folded(review.reviewer) == folded(report.submitted.by)
    at = ("reviewer", "name" if by_name else "organisation")
    reviewer = review.reviewer if by_name else review.organisation
    place = review.source.find(at)
    said = remark(SELF_REVIEW, at, place, reviewer=reviewer, path=report.source.path)
    return FileRemarks(review.source, (said,))
