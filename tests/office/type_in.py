"""Types into a workbook in LibreOffice and saves it there. Run by a Python that has LibreOffice's ``uno``.

Takes a file of JSON: the ``socket`` of the office, the workbook to ``open``, where to ``save`` it, and the
``entries``, each a sheet, a row and a column counted from 1, and the text to type.
"""

import json
import sys
import time
from pathlib import Path
from typing import Any

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException

SAVED_AS = "Calc MS Excel 2007 XML"


def main() -> None:
    told = json.loads(Path(sys.argv[1]).read_text("utf-8"))
    desktop = connected(told["socket"])
    workbook = desktop.loadComponentFromURL(url(told["open"]), "_blank", 0, (option("Hidden", True),))
    for sheet, row, column, text in told["entries"]:
        cell = workbook.Sheets.getByName(sheet).getCellByPosition(column - 1, row - 1)
        cell.setPropertyValue("FormulaLocal", text)
    workbook.calculateAll()
    workbook.storeToURL(url(told["save"]), (option("FilterName", SAVED_AS),))


def connected(socket: str) -> Any:
    """Return the desktop of the office that listens at ``socket``, once it does."""
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(3000):
        try:
            context = resolver.resolve(f"uno:pipe,name={socket};urp;StarOffice.ComponentContext")
            return context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        except NoConnectException:
            time.sleep(0.2)
    raise SystemExit("LibreOffice does not answer")


def option(name: str, value: object) -> Any:
    return PropertyValue(Name=name, Value=value)


def url(path: str) -> str:
    return str(uno.systemPathToFileUrl(path))


main()
