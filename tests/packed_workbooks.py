"""Workbooks of a few parts as texts in one, so that they can be mutated like texts."""

import io
import zipfile

PARTS = ("xl/worksheets/sheet1.xml", "xl/styles.xml", "xl/sharedStrings.xml")
BETWEEN = b"\n=====\n"
"""What stands between the parts: a sheet, the styles, the texts that cells share."""

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATED = "".join(
    f'<Relationship Id="r{number}" Type="{_OFFICE}/{sort}" Target="/{part}"/>'
    for number, (sort, part) in enumerate(zip(("worksheet", "styles", "sharedStrings"), PARTS, strict=True))
)
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_COVER = {
    "考核对象": "wuhan-wedz", "报告期": "2025", "填报单位": "示例单位", "填报日期": "2026-01-20", "第几次报送": "1",
}  # fmt: skip
_ROWS = "".join(
    "<row>" + "".join(f'<c t="inlineStr"><is><t>{text}</t></is></c>' for text in pair) + "</row>"
    for pair in _COVER.items()
)
_FIXED = {
    "xl/workbook.xml": (
        f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>'
        '<sheet name="表1 指标完成情况" sheetId="1" r:id="r0"/><sheet name="封面" sheetId="2" r:id="cover"/>'
        "</sheets></workbook>"
    ),
    "xl/cover.xml": f'<worksheet xmlns="{_MAIN}"><sheetData>{_ROWS}</sheetData></worksheet>',
    "xl/_rels/workbook.xml.rels": (
        f'<Relationships>{_RELATED}<Relationship Id="cover" Type="{_OFFICE}/worksheet" Target="cover.xml"/>'
        "</Relationships>"
    ),
}


_NO_TEXTS = f'<sst xmlns="{_MAIN}"/>'.encode()


def packed(data: bytes) -> bytes:
    """Return the workbook of some parts; whatever is an archive already is one as it is."""
    if data.startswith(b"PK"):
        return data
    parts = data.split(BETWEEN)[: len(PARTS)]
    parts.extend([_NO_TEXTS] * (len(PARTS) - len(parts)))
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, fixed in _FIXED.items():
            archive.writestr(name, fixed)
        for name, content in zip(PARTS, parts, strict=True):
            archive.writestr(name, content)
    return file.getvalue()


def unpacked(data: bytes) -> bytes:
    """Return the parts of a workbook as one text: its second sheet, as in a form, and its styles."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        sheets = sorted(name for name in archive.namelist() if name.startswith("xl/worksheets/sheet"))
        return BETWEEN.join(archive.read(name) for name in (sheets[min(1, len(sheets) - 1)], PARTS[1]))
