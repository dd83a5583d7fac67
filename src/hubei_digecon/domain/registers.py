"""What a register of items proves of a count: how many of its records count, and why the others do not."""

from collections.abc import Mapping

from ..brief import shown_briefly
from ..diagnostics import Path
from ..records import NamedTuple
from ..text import Closed, Text


@shown_briefly
class WhyNotCounted(Closed):
    """Why a record of a register is not counted, or not known to count (``in_question``)."""

    REJECTED = "rejected", Text("经核验单位核减", "rejected by the assessor")
    NO_ITEM = "no_item", Text("是合计行", "a row with a sum")
    WRONG_LEVEL = "wrong_level", Text("级别不符", "wrong level")
    ONLY_SIGNED = "only_signed", Text("只签约未落地", "only signed")
    TOO_LATE = "too_late", Text("日期晚于核计期", "too late")
    TOO_EARLY = "too_early", Text("日期早于起算日", "too early")
    EXPIRED = "expired", Text("已失效", "expired")
    OTHER_CERTIFICATE = "other_certificate", Text("证书不符", "another certificate")
    DUPLICATE = "duplicate", Text("重复", "duplicate")
    HISTORY = "history", Text("同一项的历史记录", "an earlier or later record of an item")
    UNNAMED = "unnamed", Text("没有名称", "without a name"), True
    LACKS_FIELD = "lacks_field", Text("缺少必填内容", "lacking a field"), True
    UNREADABLE = "unreadable", Text("有一格无法读取", "a cell that cannot be read"), True
    SIMILAR = "similar", Text("名称相近", "similar name"), True
    SAME_BAD_CODE = "same_bad_code", Text("代码相同而校验有误", "the same code, which is not valid"), True
    PERHAPS_REJECTED = "perhaps_rejected", Text("与核减的一项代码相同", "the code of a rejected one"), True

    def __init__(self, id: str, term: Text, in_question: bool = False) -> None:
        self.id, self.term, self.in_question = id, term, in_question


@shown_briefly
class RegisterTally(NamedTuple):
    """What the ``records`` of a register come to for one count: how many things are ``eligible``, and how
    many records are not counted for each reason, those in question among them.

    ``complete``: an assessor says that the register holds all that there is to count.
    ``missing`` are the positions of items that the report lists and the register does not hold.
    """

    records: int
    eligible: int
    not_counted: Mapping[WhyNotCounted, int] = {}
    complete: bool = False
    missing: tuple[int, ...] = ()

    @property
    def in_question(self) -> int:
        """How many records are not known to count."""
        return sum(number for why, number in self.not_counted.items() if why.in_question)


@shown_briefly
class CompleteRegister(NamedTuple):
    """An assessor's word in a review that a register, known by its SHA-256, is ``complete``: it holds all
    that there is to count, for the indicators of ``categories`` or, without any, for all that it holds.
    """

    position: int
    sha256: str
    complete: bool
    categories: tuple[str, ...] = ()

    @property
    def about(self) -> str:
        """The register that it is about."""
        return self.sha256

    @property
    def at(self) -> Path:
        """Where it stands in its review."""
        return ("registers", self.position)

    def covers(self, sha256: str, indicator: str) -> bool:
        """Whether it says of a register that all is in it which an indicator counts."""
        covered = not self.categories or indicator in self.categories
        return self.complete and self.sha256 == sha256 and covered
