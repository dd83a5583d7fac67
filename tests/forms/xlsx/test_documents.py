"""The list of documents in a form."""

from ...workbooks import DOCUMENTS, form, opened


def test_documents_are_numbered_from_one() -> None:
    sheet = opened(form())[DOCUMENTS]
    assert [cell.value for cell in sheet[3]] == [
        "编号",
        "材料名称",
        "出具单位",
        "文号或文件",
        "日期",
        "核验意见",
    ]
    assert [sheet.cell(row, 1).value for row in (4, 5, 18, 19)] == [1, 2, 15, None]
    assert opened(form(rows=2))[DOCUMENTS].max_row == 5
