"""The result of judging a saved result again."""

from ..brief import shown_briefly
from ..records import NamedTuple
from ..text import Text


@shown_briefly
class Difference(NamedTuple):
    """One thing that differs from a saved result.

    ``unreadable``: it cannot be compared. ``by_rules``: no file has changed, but the version that judges now
    has other rules.
    """

    what: Text
    unreadable: bool = False
    by_rules: bool = False


class Verification(NamedTuple):
    """The comparison of a saved result: how much was compared, what differs, and what to tell beside."""

    files: int
    findings: int
    differences: tuple[Difference, ...]
    notes: tuple[Text, ...] = ()

    @property
    def holds(self) -> bool:
        """Whether everything is as the result says."""
        return not self.differences

    @property
    def unreadable(self) -> bool:
        """Whether anything could not be read."""
        return any(difference.unreadable for difference in self.differences)

    @property
    def by_rules(self) -> bool:
        """Whether all that differs is judged otherwise by other rules."""
        return all(difference.by_rules for difference in self.differences)
