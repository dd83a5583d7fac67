"""Tells Chinese from English: no sentence of one language may stand among those of the other."""

import re

CHINESE = re.compile("[\u4e00-\u9fff]")
FULL_WIDTH = re.compile("[，。；：！？、（）《》]")
_ENGLISH = re.compile(r"(?<![\w./=<-])([A-Za-z][a-z]*) [a-z]+(?![\w./=-])")


def english_in(text: str) -> list[str]:
    """Return what looks like English in Chinese: two plain words in a row, commands aside."""
    return [match.group() for match in _ENGLISH.finditer(text) if match[1] != "digecon"]


def chinese_in(text: str) -> list[str]:
    """Return what looks like Chinese in English: its characters, or its punctuation."""
    return CHINESE.findall(text) + FULL_WIDTH.findall(text)
