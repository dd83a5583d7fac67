"""The cover of a form."""

from ...workbooks import form, opened


def test_the_cover_says_whose_form_it_is() -> None:
    cover = opened(form()).worksheets[0]
    shown = {row[0].value: row[1].value for row in cover.iter_rows(max_col=2) if row[0].value}
    assert shown["考核对象"] == "武汉经济技术开发区"
    assert shown["报告期"] == "2025"
    assert shown["填报单位"] == "示例单位"
