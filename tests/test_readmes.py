"""README and guide in both languages: the same commands, files and sessions in the same order, each linked to
the other.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from docs.blocks import Block, blocks, commands

from hubei_digecon.load.targets import TargetLibrary

from .chinese_and_english import CHINESE
from .conftest import ROOT

README = (ROOT / "README.md", ROOT / "README.zh.md")
GUIDE = (ROOT / "docs" / "guide.md", ROOT / "docs" / "guide.zh.md")
MOST_LINES = 200

each_pair = pytest.mark.parametrize(("english", "chinese"), [README, GUIDE], ids=["README", "guide"])
_FENCED = re.compile(r"^```.*?^```$", re.DOTALL | re.MULTILINE)
_TABLE = re.compile(r"^<!-- table: .*?^<!-- /table -->$", re.DOTALL | re.MULTILINE)
_MARK = re.compile(r"^<!-- table: ([a-z-]+)", re.MULTILINE)


def _text(path: Path) -> str:
    return path.read_text("utf-8")


def _blocks(path: Path) -> list[Block]:
    return blocks(_text(path))


def _prose(path: Path) -> str:
    return _TABLE.sub("", _FENCED.sub("", _text(path)))


def _told(block: Block) -> list[str]:
    """Return what a block has a reader do, whatever the language it is told in."""
    if block.language == "console":
        return [command.replace("--lang zh", "--lang en") for command in commands(block.text)]
    if block.language == "sh":
        return [line.partition("#")[0].rstrip() for line in block.text.splitlines()]
    return block.text.splitlines()


@each_pair
def test_both_have_the_same_blocks_in_the_same_order(english: Path, chinese: Path) -> None:
    told = [[(one.language, one.name, _told(one)) for one in _blocks(path)] for path in (english, chinese)]
    assert told[0] == told[1]


@each_pair
def test_each_speaks_its_own_language(english: Path, chinese: Path) -> None:
    for path, lang in ((english, "en"), (chinese, "zh")):
        spoken = [
            command.split("--lang ")[1][:2]
            for one in _blocks(path)
            if one.language == "console"
            for command in commands(one.text)
            if "--lang" in command
        ]
        assert set(spoken) == {lang}


@each_pair
def test_both_have_the_same_sections_and_tables_in_the_same_order(english: Path, chinese: Path) -> None:
    levels = [re.findall("^(#+) ", _prose(path), re.MULTILINE) for path in (english, chinese)]
    assert levels[0] == levels[1]
    assert _MARK.findall(_text(english)) == _MARK.findall(_text(chinese))
    points = [len(re.findall("^- ", _prose(path), re.MULTILINE)) for path in (english, chinese)]
    assert points[0] == points[1]


@each_pair
def test_both_name_the_same_documents_options_and_commands(english: Path, chinese: Path) -> None:
    assert set(_named(english)) == set(_named(chinese))


def _named(path: Path) -> Iterator[str]:
    """Return the documents that are linked to, and the options and commands in code spans."""
    prose = _prose(path)
    others = {one.name for pair in (README, GUIDE) for one in pair}
    yield from (link for link in re.findall(r"\]\(([^)#\s]+)", prose) if Path(link).name not in others)
    for span in re.findall("`([^`]+)`", prose):
        yield from re.findall(r"(?<![\w-])--[a-z][a-z-]*", span)
        yield from re.findall("^digecon [a-z]+", span)


@each_pair
def test_each_is_linked_to_the_other(english: Path, chinese: Path) -> None:
    assert f"]({chinese.name})" in _text(english)
    assert f"]({english.name})" in _text(chinese)


@each_pair
def test_every_paragraph_in_chinese_is_in_chinese(english: Path, chinese: Path) -> None:
    for paragraph in _prose(chinese).split("\n\n"):
        if paragraph.strip() and paragraph.strip() != "# digecon":
            assert CHINESE.search(paragraph), paragraph


@each_pair
def test_the_tables_in_chinese_have_no_column_in_english(english: Path, chinese: Path) -> None:
    assert _TABLE.findall(_text(chinese))
    for table in _TABLE.findall(_text(chinese)):
        mark, head, line, *rows = table.splitlines()[:-1]
        assert mark.endswith(" zh -->")
        assert CHINESE.search(head)
        assert set(line) <= set("|- ")
        assert all(len(row.split("|")) == len(head.split("|")) for row in rows)
        for heading, *cells in zip(*(row.strip("| ").split(" | ") for row in (head, *rows)), strict=True):
            assert CHINESE.search(heading) or heading.startswith("`")
            assert all("`" in cell or CHINESE.search(cell) or cell.isdigit() for cell in cells), heading


def test_the_readme_says_at_once_how_much_of_the_notice_is_known() -> None:
    notice = TargetLibrary(ROOT / "targets").documents["notice"]
    said = "\n".join(_text(README[1]).splitlines()[:10])
    assert f"**{sum(notice.named.values())}个城市和园区中的{notice.published}个。**" in said


@pytest.mark.parametrize("path", README, ids=lambda path: path.name)
def test_the_readme_is_read_at_one_sitting(path: Path) -> None:
    assert len(_text(path).splitlines()) <= MOST_LINES
