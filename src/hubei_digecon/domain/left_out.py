"""What a run found and did not judge: why, and how many files. Nothing is left out silently."""

import enum
from collections import Counter

from ..brief import shown_briefly
from ..records import NamedTuple
from ..text import Text

MOST_NAMED = 20
"""How many of what was left out for one reason are named where a run ends; others are counted."""


@shown_briefly
class WhyLeftOut(enum.Enum):
    """Why something was not judged. ``may_be_report``: it looks like a report, so the run cannot pass."""

    id: str
    term: Text
    may_be_report: bool

    LOOKS_LIKE_REPORT = "looks_like_report", Text("疑似报告", "looks like a report, not judged"), True
    CLOSED = "closed", Text("无法查看内容的文件", "cannot be looked into"), False
    FOLDER = "folder", Text("未查找的文件夹", "folder not searched"), False
    LINK = "link", Text("指向文件夹以外的链接", "link that leads out of the folder"), False
    OTHER = "other", Text("非报告文件", "no report"), False
    LOCK = "lock", Text("办公软件的锁定文件", "lock file of an office program"), False
    EXCLUDED = "excluded", Text("按 --exclude 排除的文件", "left out by --exclude"), False
    NOT_SEARCHED = "not_searched", Text("超出查找范围的文件", "beyond the bounds of a search"), False

    def __init__(self, id: str, term: Text, may_be_report: bool) -> None:
        self.id, self.term, self.may_be_report = id, term, may_be_report

    @property
    def is_of_folders(self) -> bool:
        """Whether the reason is about folders, whose files are only counted."""
        return self is WhyLeftOut.FOLDER

    @property
    def is_counted_only(self) -> bool:
        """Whether what is left out is counted without names, since it was asked for or is too much."""
        return self in (WhyLeftOut.EXCLUDED, WhyLeftOut.NOT_SEARCHED)


@shown_briefly
class LeftOut(NamedTuple):
    """Why a file or folder was not judged. ``files`` counts its files; ``counts_all`` is false if counting
    stopped early.
    """

    why: WhyLeftOut
    files: int = 1
    counts_all: bool = True


class LeftOutCounts:
    """What a run left out: the number of files for each reason, and the first paths of each."""

    __slots__ = ("at_least", "files", "found", "paths")

    def __init__(self) -> None:
        self.files: Counter[WhyLeftOut] = Counter()
        self.paths: dict[WhyLeftOut, list[str]] = {}
        self.at_least: set[WhyLeftOut] = set()
        self.found: Counter[WhyLeftOut] = Counter()

    def add(self, path: str, left: LeftOut) -> None:
        """Count a file or folder."""
        self.files[left.why] += left.files
        self.found[left.why] += 1
        if not left.counts_all:
            self.at_least.add(left.why)
        named = self.paths.setdefault(left.why, [])
        if len(named) < MOST_NAMED:
            named.append(path)

    def join(self, other: "LeftOutCounts") -> None:
        """Add what a later part of the run left out."""
        self.files.update(other.files)
        self.found.update(other.found)
        self.at_least |= other.at_least
        for why, paths in other.paths.items():
            named = self.paths.setdefault(why, [])
            named.extend(paths[: MOST_NAMED - len(named)])

    @property
    def may_hold_reports(self) -> bool:
        """Whether any of it looks like a report."""
        return any(why.may_be_report for why in self.found)
