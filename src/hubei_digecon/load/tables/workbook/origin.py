"""Who made a workbook, as its properties say: results that the program writes carry its name."""

from .archive import Archive, local

_PROPERTIES = "docProps/core.xml"
_OURS = "digecon "


class _Creator:
    """Takes the name of the creator from the properties of a workbook."""

    def __init__(self) -> None:
        self.name, self._is_here = "", False

    def start(self, tag: str, _attributes: dict[str, str]) -> None:
        """Take an element as it begins."""
        self._is_here = local(tag) == "creator"

    def end(self, _tag: str) -> None:
        """Leave an element."""
        self._is_here = False

    def data(self, text: str) -> None:
        """Take the text in an element."""
        if self._is_here:
            self.name += text


def is_made_here(archive: Archive) -> bool:
    """Whether the program wrote a workbook."""
    if _PROPERTIES not in archive:
        return False
    creator = _Creator()
    archive.parse(_PROPERTIES, creator)
    return creator.name.startswith(_OURS)
