"""The file behind each format, imported when it is used: mypy holds each to what a format has to have."""

from typing import TYPE_CHECKING

from .drawn import Drawn, DrawnCircular
from .format import BoardFormat, DiffFormat, FilesFormat, RunFormat, TargetsFormat, TextFormat, TrendFormat

if TYPE_CHECKING:
    from .parquet import ParquetFormat


def table() -> Drawn:
    """Return what shows a run on a terminal."""
    from . import terminal

    return Drawn(terminal)


def table_of_files() -> FilesFormat:
    """Return what shows files on a terminal."""
    from . import lint

    return lint


def markdown() -> Drawn:
    """Return what shows a run as Markdown."""
    from . import markdown

    return Drawn(markdown)


def text() -> TextFormat:
    """Return what shows a run line by line."""
    from . import text

    return text


def needed() -> RunFormat:
    """Return what shows a run by what is needed."""
    from . import needed

    return needed


def html_of_board() -> BoardFormat:
    """Return what shows a scoreboard as a page."""
    from .page import whole

    return whole


def html() -> RunFormat:
    """Return what shows a run as a page."""
    from .page import whole

    return whole


def json() -> RunFormat:
    """Return what shows a run as JSON."""
    from . import json

    return json


def json_of_board() -> BoardFormat:
    """Return what shows a scoreboard as JSON."""
    from .scoreboard import json

    return json


def json_of_trend() -> TrendFormat:
    """Return what shows a trend as JSON."""
    from .trend import json

    return json


def json_of_diff() -> DiffFormat:
    """Return what shows what differs as JSON."""
    from .differences import json

    return json


def csv_of_diff() -> DiffFormat:
    """Return what shows what differs as CSV."""
    from .differences import csv

    return csv


def text_of_diff() -> DiffFormat:
    """Return what shows what differs line by line."""
    from .differences import text

    return text


def html_of_trend() -> TrendFormat:
    """Return what shows a trend as a page."""
    from .trend import page

    return page


def xlsx_of_trend() -> TrendFormat:
    """Return what shows a trend as a workbook."""
    from .trend import workbook

    return workbook


def csv_of_trend() -> TrendFormat:
    """Return what shows a trend as CSV."""
    from .trend import csv

    return csv


def json_of_targets() -> TargetsFormat:
    """Return what shows targets as JSON."""
    from .targets import json

    return json


def csv() -> RunFormat:
    """Return what shows a run as CSV."""
    from . import csv

    return csv


def csv_of_board() -> BoardFormat:
    """Return what shows a scoreboard as CSV."""
    from .scoreboard import csv

    return csv


def parquet() -> "ParquetFormat":
    """Return what shows a run as Parquet."""
    from .parquet import ParquetFormat

    return ParquetFormat()


def worded_parquet() -> "ParquetFormat":
    """Return what shows a run as Parquet, with sentences."""
    from .parquet import ParquetFormat

    return ParquetFormat(worded=True)


def xlsx() -> RunFormat:
    """Return what shows a run as a workbook."""
    from .workbook import reports

    return reports


def xlsx_of_board() -> BoardFormat:
    """Return what shows a scoreboard as a workbook."""
    from .workbook import scoreboard

    return scoreboard


def docx() -> RunFormat:
    """Return what shows a run for Word."""
    from .word import reports

    return reports


def docx_of_board() -> BoardFormat:
    """Return what shows a scoreboard for Word."""
    from .word import scoreboard

    return scoreboard


def docx_of_trend() -> TrendFormat:
    """Return what shows a trend for Word."""
    from .word import trend

    return trend


def docx_of_tasks() -> RunFormat:
    """Return what shows what is to be done after a run for Word."""
    from .word import tasks

    return tasks


def docx_of_tasks_of_board() -> BoardFormat:
    """Return what shows what is to be done after a scoreboard for Word."""
    from .word import tasks

    return tasks


def xlsx_of_tasks() -> RunFormat:
    """Return what shows what is to be done after a run as a workbook."""
    from .workbook import tasks

    return tasks


def xlsx_of_tasks_of_board() -> BoardFormat:
    """Return what shows what is to be done after a scoreboard as a workbook."""
    from .workbook import tasks

    return tasks


def junit() -> TextFormat:
    """Return what shows a run as JUnit XML."""
    from . import junit

    return junit


def sarif() -> TextFormat:
    """Return what shows a run as SARIF."""
    from . import sarif

    return sarif


def github() -> TextFormat:
    """Return what shows a run for GitHub Actions."""
    from . import github

    return github


def docx_of_circular() -> BoardFormat:
    """Return what shows the circular on a scoreboard for Word."""
    from .word import circular

    return circular


def circular_table() -> BoardFormat:
    """Return what draws the circular on a terminal."""
    return DrawnCircular(table().drawing)


def circular_markdown() -> BoardFormat:
    """Return what draws the circular as Markdown."""
    return DrawnCircular(markdown().drawing)
