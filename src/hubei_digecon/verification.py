"""What comes of judging a result again."""

from dataclasses import dataclass

from .text import Text


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that no longer is as a result says. ``unreadable``: it cannot even be compared.
    ``by_rules``: no file has changed; the version that judges now has other rules.
    """

    what: Text
    unreadable: bool = False
    by_rules: bool = False


@dataclass(frozen=True, slots=True)
class Verification:
    """What became of a result: how much was compared, what differs, and what is worth saying beside."""

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
