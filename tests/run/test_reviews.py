"""Which reviews a run reads, and what is said of those that it does not follow."""

from pathlib import Path

from hubei_digecon.run.reviews import ReviewBook, read_reviews

from ..building import LIBRARY
from ..load.reading import HEAD

REVIEW = "entity: wuhan-wedz\nperiod: 2025\nreviewer: {name: 核验组}\n"


def written(folder: Path, **texts: str) -> Path:
    """Write files by their names into a folder, and return it."""
    for name, text in texts.items():
        (folder / f"{name}.yaml").write_text(text, "utf-8")
    return folder


def said(book: ReviewBook) -> list[str]:
    """Return all that reading reviews gave rise to."""
    return [one.kind.id for file in book.file_diagnostics for one in file.diagnostics]


def test_a_folder_is_searched_for_reviews_alone(tmp_path: Path) -> None:
    folder = written(tmp_path, review=REVIEW, report=f"{HEAD}observations: {{}}\n")
    book = read_reviews([str(folder)], LIBRARY)
    assert list(book.reviews) == [("wuhan-wedz", "2025")]
    assert [Path(file.path).name for file in book.digests] == ["review.yaml"]
    assert said(book) == []


def test_a_review_named_itself_and_found_in_its_folder_is_one(tmp_path: Path) -> None:
    folder = written(tmp_path, review=REVIEW)
    book = read_reviews([str(folder / "review.yaml"), str(folder)], LIBRARY)
    assert [len(reviews) for reviews in book.reviews.values()] == [1]


def test_what_is_refused_is_told_and_kept_as_read(tmp_path: Path) -> None:
    folder = written(tmp_path, a="entity: [\n", b="a: b\n", c=f"{REVIEW}extra: 1\n")
    book = read_reviews([str(folder / f"{name}.yaml") for name in "abc"], LIBRARY)
    assert said(book) == ["syntax", "given-as-review", "unknown-key"]
    assert len(book.digests) == 3
    assert book.reviews == {}


def test_a_folder_without_reviews_is_told(tmp_path: Path) -> None:
    book = read_reviews([str(tmp_path)], LIBRARY)
    assert said(book) == ["no-review"]


def test_a_review_of_no_report_is_told(tmp_path: Path) -> None:
    book = read_reviews([str(written(tmp_path, review=REVIEW))], LIBRARY)
    assert [file.diagnostics[0].kind.id for file in book.unused([("wuhan", "2025")])] == ["unused-review"]
    assert list(book.unused([("wuhan-wedz", "2025")])) == []
