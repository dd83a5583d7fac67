"""The numbers of headings as official documents write them: 一、（一）1. and 附件1, or plain in English."""

from ...text import Text
from ..view import View

_DIGITS = "零一二三四五六七八九"
_LEVELS = {
    1: Text("{chinese}、{text}", "{number}. {text}"),
    2: Text("（{chinese}）{text}", "({number}) {text}"),
    3: Text("{number}.{text}", "{number}. {text}"),
}
_APPENDIX = Text("附件{number}", "Appendix {number}")
_MOST = 99


def numbered(level: int, number: int, text: str, view: View) -> str:
    """Return a heading of a level, counted from 1, with its number; one of the third level is a paragraph
    where it has nothing below it.
    """
    return view.say(_LEVELS[level], chinese=in_chinese(number), number=number, text=text)


def appendix(number: int, view: View) -> str:
    """Return what stands above an appendix."""
    return view.say(_APPENDIX, number=number)


def in_chinese(number: int) -> str:
    """Return a number in Chinese digits up to 99, in others beyond."""
    if number > _MOST:
        return str(number)
    tens, ones = divmod(number, 10)
    if not tens:
        return _DIGITS[ones]
    return ("" if tens == 1 else _DIGITS[tens]) + "十" + (_DIGITS[ones] if ones else "")
