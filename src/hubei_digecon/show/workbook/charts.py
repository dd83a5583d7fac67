"""Native charts beside the rows that they draw; a program that opens the workbook draws them anew."""

from openpyxl.chart import LineChart as NativeChart
from openpyxl.chart import Reference
from openpyxl.chart.data_source import StrRef
from openpyxl.chart.legend import Legend
from openpyxl.chart.marker import DataPoint, Marker
from openpyxl.chart.series import Series as NativeSeries
from openpyxl.chart.series import SeriesLabel
from openpyxl.chart.series_factory import SeriesFactory
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.drawing.line import LineProperties
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.worksheet import Worksheet

from ..document import AnyTable, SheetChart

_ROWS, _COLUMNS, _WIDE, _HIGH = 14, 12, 20, 7
"""The rows and columns of their usual size that a chart takes, and its size in centimetres."""

_ON_A_PAGE = 2
"""How many charts are printed on a page."""

_VALUE, _PAPER = "2B5A8A", "FFFFFF"
_SOLID = GraphicalProperties(ln=LineProperties(solidFill=_VALUE, w=25400))
_DOTTED = GraphicalProperties(ln=LineProperties(solidFill=_VALUE, prstDash="sysDot", w=25400))
_OTHERS = (
    GraphicalProperties(ln=LineProperties(solidFill="1A1A1A", w=15875)),
    GraphicalProperties(ln=LineProperties(solidFill="7F7F7F", prstDash="dash", w=15875)),
)
"""How the lines after the first are drawn: the target, the schedule."""

_FIRST_ROW = 2


def draw_charts(table: AnyTable, written: Worksheet) -> None:
    """Draw the charts of a table one below the other, to the right of its rows; they alone are printed."""
    if not table.charts:
        return
    first = len(table.columns) + 2
    column, last = get_column_letter(first), get_column_letter(first + _COLUMNS - 1)
    for number, chart in enumerate(table.charts):
        row = _FIRST_ROW + number * _ROWS
        written.add_chart(_native(chart, written), f"{column}{row}")
        if number and not number % _ON_A_PAGE:
            written.row_breaks.append(Break(id=row - 1))
    written.print_area = f"{column}{_FIRST_ROW}:{last}{_FIRST_ROW + len(table.charts) * _ROWS - 1}"


def _native(chart: SheetChart, written: Worksheet) -> NativeChart:
    made = NativeChart()
    made.title, made.width, made.height = chart.title, _WIDE, _HIGH
    made.y_axis.title, made.display_blanks = chart.unit, "span"
    made.x_axis.delete = made.y_axis.delete = False
    made.legend = Legend(legendPos="b")
    first, last = chart.first + _FIRST_ROW, chart.last + _FIRST_ROW
    for number, index in enumerate(chart.lines):
        values = Reference(written, min_col=index + 1, min_row=first, max_row=last)
        line = SeriesFactory(values)
        heading = Reference(written, min_col=index + 1, min_row=1, max_row=1)
        line.tx = SeriesLabel(strRef=StrRef(str(heading)))
        _draw(line, number, chart)
        made.series.append(line)
    made.set_categories(Reference(written, min_col=chart.labels + 1, min_row=first, max_row=last))
    return made


def _draw(line: NativeSeries, number: int, chart: SheetChart) -> None:
    """Draw the line of the values with points, breaks dotted, what is not published hollow; others plain."""
    line.smooth = False
    if number:
        line.spPr = _OTHERS[number - 1]
        line.marker = Marker(symbol="none")
        return
    line.spPr = _SOLID
    line.marker = _marker(_VALUE)
    for row in sorted({*chart.broken, *chart.hollow}):
        line.dPt.append(_point(row - chart.first, row in chart.broken, row in chart.hollow))


def _point(index: int, is_broken: bool, is_hollow: bool) -> DataPoint:
    line = _DOTTED if is_broken else _SOLID
    return DataPoint(idx=index, marker=_marker(_PAPER if is_hollow else _VALUE), spPr=line)


def _marker(inside: str) -> Marker:
    drawn = GraphicalProperties(solidFill=inside, ln=LineProperties(solidFill=_VALUE))
    return Marker(symbol="circle", size=7, spPr=drawn)
