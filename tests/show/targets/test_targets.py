"""Published targets as a document."""

from hubei_digecon.show.targets import TargetList, citing, required

from ...building import FLOW, LIBRARY, PLACES, SHARE, target


def test_what_a_target_requires_is_said_in_words() -> None:
    assert required(target(FLOW, 400)).zh == "不低于400亿元"
    assert required(target(SHARE, 30)).en == "at least 30%"


def test_places_that_cite_a_document_are_counted() -> None:
    listed = TargetList(tuple(LIBRARY.entities()), LIBRARY.documents, (), False)
    notice = LIBRARY.documents["notice"]
    assert citing(notice, listed) == notice.published == len(PLACES)
