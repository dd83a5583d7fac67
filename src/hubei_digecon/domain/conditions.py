"""The conditions that a result was judged under, and in what those of two results differ."""

import datetime
from collections.abc import Iterable, Iterator, Mapping

from ..brief import shown_briefly
from ..records import NamedTuple
from ..text import Text
from ..version import VERSION
from .assessments import FileDigest, Settings
from .outcomes import Grade

AS_OF = Text("核验基准日不同：{a}与{b}", "they are judged as of different days: {a} and {b}")
OTHER_VERSION = Text(
    "digecon 版本不同：{a}与{b}", "they are made by different versions of digecon: {a} and {b}"
)
EVIDENCE = Text(
    "认定完成所需的最低佐证不同：“{a}”与“{b}”", "the weakest evidence that counts differs: {a} and {b}"
)
WAIVERS = Text("不纳入的批准，一方计入，一方不计", "waivers count in one of them, and not in the other")
DOCUMENTS = Text("依据的文件不同：{a}与{b}", "they are by different documents: {a} and {b}")
TARGETS = Text("目标文件不同：{paths}", "target files differ: {paths}")
REVIEWS = Text("所用的复核意见不同", "they rest on different reviews")
HISTORY = Text("所用的往期报告不同", "they rest on different earlier reports")
_NONE = Text("无", "none")


@shown_briefly
class Conditions(NamedTuple):
    """What bears on what a result says, beside its reports: the day, the settings, and the files used.

    ``targets``, ``reviews`` and ``history`` are files by their paths, with their digests.
    """

    as_of: str
    version: str
    min_evidence: str
    waivers: bool
    documents: tuple[str, ...]
    targets: Mapping[str, str]
    reviews: Mapping[str, str]
    history: Mapping[str, str] = {}

    @classmethod
    def of_run(
        cls,
        as_of: datetime.date,
        settings: Settings,
        documents: Iterable[str],
        *files: Iterable[FileDigest],
    ) -> "Conditions":
        """Return those of a run; ``files`` are its target files, its reviews and its history."""
        return cls(
            as_of.isoformat(),
            VERSION,
            settings.min_evidence.id,
            settings.waivers,
            tuple(documents),
            *({file.path: file.sha256 for file in each} for each in files),
        )

    def differing(self, other: "Conditions") -> tuple[Text, ...]:
        """Return in what other conditions differ from these, a sentence each. A target file counts only where
        both used it: the reports of other places rest on other files.
        """
        return tuple(self._differing(other))

    def _differing(self, other: "Conditions") -> Iterator[Text]:
        if self.as_of != other.as_of:
            days = (datetime.date.fromisoformat(one.as_of) for one in (self, other))
            yield AS_OF.format(**dict(zip("ab", days, strict=True)))
        if self.version != other.version:
            yield OTHER_VERSION.format(a=self.version, b=other.version)
        if self.min_evidence != other.min_evidence:
            yield EVIDENCE.format(a=_grade(self.min_evidence), b=_grade(other.min_evidence))
        if self.waivers != other.waivers:
            yield WAIVERS
        if self.documents and other.documents and {*self.documents} != {*other.documents}:
            yield DOCUMENTS.format(a=_listed(self.documents), b=_listed(other.documents))
        shared = self.targets.keys() & other.targets.keys()
        if paths := sorted(path for path in shared if self.targets[path] != other.targets[path]):
            yield TARGETS.format(paths=Text.listed(paths))
        for said, one, another in (
            (REVIEWS, self.reviews, other.reviews),
            (HISTORY, self.history, other.history),
        ):
            if {*one.values()} != {*another.values()}:
                yield said


def _listed(ids: Iterable[str]) -> Text:
    return Text.listed(sorted(ids)) if ids else _NONE


def _grade(id: str) -> Text:
    return next((one.term for one in Grade if one.id == id), Text.same(id))
