"""What reasons say."""

import pytest

from hubei_digecon.domain.outcomes import Reason
from hubei_digecon.domain.reports import Period
from hubei_digecon.judging.reason_sentences import in_words, meaning, scope_named
from hubei_digecon.text import Text

from ..building import SCOPES


@pytest.mark.parametrize("reason", Reason, ids=lambda reason: reason.id)
def test_every_reason_has_a_sentence(reason: Reason) -> None:
    assert meaning(reason).zh
    assert meaning(reason).en


def test_a_period_is_named_in_words() -> None:
    assert in_words(Period(2025)) == Text("2025年", "2025")
    assert in_words(Period(2025, 9)) == Text("2025年1—9月", "2025-M09")


def test_a_scope_is_called_by_its_name_where_it_has_one() -> None:
    assert scope_named("own", SCOPES) == Text("本口径", "own scope")
    assert scope_named("宽口径", SCOPES) == Text.same("宽口径")
