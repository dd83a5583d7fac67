"""The sentences of the page: those that templates use, and what is filled into them."""

import re
from importlib.resources import files

from hubei_digecon.domain.targets import Citation
from hubei_digecon.show.page import words
from hubei_digecon.show.page.words import LABELS
from hubei_digecon.text import Text

TEMPLATES = files("hubei_digecon.show.page") / "templates"
USED = {
    name
    for template in TEMPLATES.iterdir()
    for name in re.findall(r"labels\.([a-z_]+)", template.read_text("utf-8"))
}
SIGNED = {"submitter", "assessor", "checker", "assessing", "date"}
"""What stands above the lines to sign on, which a template goes through by name."""


def test_every_label_that_a_template_uses_is_there_and_no_other() -> None:
    assert set(LABELS) == USED | SIGNED


def test_a_citation_is_told_with_its_number_and_paragraph() -> None:
    standing = Citation("notice", 7, "达到13%").standing
    assert words.CITED.format(wording="达到13%", number=2, standing=standing) == Text(
        "原文“达到13%”，见〔2〕第7段。", "Its words: “达到13%”, in [2], paragraph 7."
    )
    assert words.NUMBERED.format(number=2, document=Text("通知", "A notice")) == Text(
        "〔2〕通知", "[2] A notice"
    )


def test_the_page_says_that_it_is_no_conclusion() -> None:
    assert Text("不代表主管部门考核结论", "Not the conclusion of the competent authority") == words.DISCLAIMER
    assert words.DISCLAIMER.zh in words.MADE_FROM.zh
