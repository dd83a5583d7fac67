"""The documents that verdicts are by: chosen by their ids, else those that are judged by default."""

from collections.abc import Sequence

from ..diagnostics.suggest import near_miss
from ..domain.targets import Documents
from ..text import Text

ALL = "all"
"""The word that chooses every document."""

NO_SUCH_DOCUMENT = Text(
    "没有文件“{id}”。{suggestion}可用：{known}",
    "there is no document “{id}”; {suggestion}documents: {known}",
)


class UnknownDocumentError(LookupError):
    """An id that no document has. ``said`` tells which there are."""

    def __init__(self, id: str, documents: Documents) -> None:
        known = (*documents, ALL)
        values = {"id": id, "suggestion": near_miss(id, known), "known": Text.listed(known)}
        self.id, self.said = id, NO_SUCH_DOCUMENT.format(**values)
        super().__init__(self.said.en)


def with_default(documents: Documents) -> Documents:
    """Return documents of which one at least is judged by default: all, where none says that it is."""
    if any(one.default for one in documents.values()):
        return documents
    return {id: one._replace(default=True) for id, one in documents.items()}


def choose(asked: Sequence[str], documents: Documents) -> Documents:
    """Return the documents asked for in the order asked, each once; those by default where none is.

    None of a choice is the default, unless all that are have been asked for and no other.

    Raises:
        UnknownDocumentError: for the first id that no document has.
    """
    default = {id: one for id, one in documents.items() if one.default}
    if not asked:
        return default
    ids = [id for name in asked for id in (documents if name == ALL else (name,))]
    for id in ids:
        if id not in documents:
            raise UnknownDocumentError(id, documents)
    chosen = {id: documents[id] for id in ids}
    if chosen == default:
        return chosen
    return {id: one._replace(default=False) for id, one in chosen.items()}
