"""What sort of file it is of which nothing could be read: one that may be a report stays an error."""

from ..document import Document
from ..faults import NEEDS_EXTRA, NOT_A_FILE, TOO_LARGE, UNREADABLE, InputError, RefusedInput
from ..readers import documents_in, read_file, reader_of
from ..source import MAX_BYTES, read_beginning
from ..targets import TargetLibrary
from .first_look import PACKED_SHEETS, Look, decoded_beginning, has_headings, look_into
from .inputs import sort_of
from .top_keys import text_is_ours, text_is_result

MOST_OF_A_RESULT = 2**26
"""Bytes of a result that are looked through: it holds much more than the reports it is of."""

_CANNOT_TELL = (NEEDS_EXTRA, NOT_A_FILE, UNREADABLE)


def sort_of_unread(path: str, refused: RefusedInput) -> str | None:
    """Return the sort of a file, found in a folder, that was ``refused``; ``None`` where it is ours, or may
    be, so that its errors stand.
    """
    kinds = {fault.kind for fault in refused.faults}
    if kinds.intersection(_CANNOT_TELL):
        return None
    try:
        is_text = reader_of(path).table is None
        sort = _sort_of_text(path) if is_text else "table" if look_into(path) is Look.NOTHING else None
    except InputError:
        return None
    return "large" if TOO_LARGE in kinds and sort in ("other", "table") else sort


def is_result(path: str, library: TargetLibrary) -> bool:
    """Whether a file is a result that the program wrote."""
    data = read_file(path)
    documents = data if isinstance(data, RefusedInput) else documents_in(path, data, library)
    if isinstance(documents, RefusedInput):
        return sort_of_unread(path, documents) == "result"
    return any(isinstance(one, Document) and sort_of(one) == "result" for one in documents)


def _sort_of_text(path: str) -> str | None:
    data = read_beginning(path, MAX_BYTES)
    if data.startswith(PACKED_SHEETS):
        return None if look_into(path) is Look.REPORT else "other"
    text = decoded_beginning(data)
    if text_is_result(text) and (len(text) < MAX_BYTES or _is_result(path)):
        return "result"
    return None if text_is_ours(text) or has_headings(text) else "other"


def _is_result(path: str) -> bool:
    """Whether a large file is a result to its end."""
    data = read_beginning(path, MOST_OF_A_RESULT)
    return len(data) < MOST_OF_A_RESULT and text_is_result(decoded_beginning(data))
