"""Explanations as text."""

from hubei_digecon.show.explain import Explanation, explanations_text
from hubei_digecon.show.view import View
from hubei_digecon.text import Text


def test_explanations_have_a_blank_line_between_them() -> None:
    one = Explanation("met", Text("完成", "met"), Text("结果", "outcome"), ())
    lines = explanations_text([one, one], View("en")).splitlines()
    assert lines[0].startswith("met")
    assert lines.count("") == 1
