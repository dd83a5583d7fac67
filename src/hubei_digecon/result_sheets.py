"""The sheets of a workbook that the program writes as a result, by whose names it is known again."""

from .text import LANGS, Text

SUMMARY = Text("汇总", "Summary")
FINDINGS = Text("逐项核验", "Findings")
CHANGES = Text("较上年同期", "Changes")
REMARKS = Text("填报问题", "Remarks")
NOTES = Text("说明", "Notes")

MARKED = Text("{name}（示例）", "{name} (illustrative)")
"""How what is illustrative is named."""

SHEETS = (SUMMARY, FINDINGS, CHANGES, REMARKS, NOTES)
"""Every sheet, in the order in which they stand; notes are in every result."""


def is_sheet_of_result(name: str) -> bool:
    """Whether ``name`` is one of these sheets, in either language."""
    named = (*SHEETS, *(MARKED.format(name=sheet) for sheet in SHEETS))
    return any(name == sheet.pick(lang) for sheet in named for lang in LANGS)
