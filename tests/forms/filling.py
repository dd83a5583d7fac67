"""Fills forms as a person would who reads nothing but the form: its headings, its comments, its lists of words."""

import csv
import io
import re
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

STEM = "91420100MA4K"
_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"

OFFICE, DAY = "示例单位", "2026-01-20"
SHARE, VALUE_ADDED = 50, 2500
"""What is reported where the form requires nothing: parts of a share are to agree with it."""

_OF_ITEMS = {
    ("清单项名称", "name"): "示例企业{n}号",
    ("统一社会信用代码", "code"): "{code}",
    ("级别", "level"): "{word}",
    ("引进方式", "arrival"): "{word}",
    ("认定（批准）单位", "发证机构", "by"): "示例机构",
    ("认定（批准）日期", "发证日期", "落地（注册）日期", "recognised_on"): "2025-06-18",
    ("有效期至", "valid_until"): "2027-12-31",
    ("榜单名称", "list"): "示例榜单",
    ("发布机构", "publisher"): "示例发布机构",
    ("榜单年度", "year"): "2025",
    ("证书编号", "依据标准及证书编号", "certificate"): "{standard}-示例{n}",
    ("认定文件及文号", "document"): "示例〔2025〕{n}号",
}
_WORDS_OF_ITEMS = {"级别": "国家级", "level": "national", "引进方式": "新设", "arrival": "founded"}

_OF_OBSERVATIONS = {
    ("数据性质", "status"): ("最终核实数", "final"),
    ("数据来源", "source"): ("示例公报", "示例公报"),
    ("数据发布单位", "source.issuer"): ("示例统计局", "示例统计局"),
    ("数据来源日期", "source.dated"): ("2026-01-10", "2026-01-10"),
    ("佐证材料", "evidence"): ("示例材料", "示例材料"),
}
"""What is written under a heading, in the words of either language."""


def code(number: int) -> str:
    """Return a valid credit code (GB 32100)."""
    body = f"{STEM}{number:05}"
    total = sum(3**at % 31 * _ALPHABET.index(sign) for at, sign in enumerate(body))
    return body + _ALPHABET[-total % 31]


def amount_of(purpose: str) -> int | None:
    """Return a number that reaches what is required in words: the largest it names, and one more of what is no
    count.
    """
    found = re.findall(r"([0-9]+)(?:亿元|%|家|个|项)", purpose)
    if not found:
        return None
    most = max(map(int, found))
    return most if re.search("[0-9](?:家|个|项)", purpose) else most + 1


def of_item(heading: str, number: int, standard: str) -> str:
    """Return what is written of an item under a heading."""
    known = heading.removeprefix("item.")
    text = next(text for names, text in _OF_ITEMS.items() if known in names)
    word = _WORDS_OF_ITEMS.get(known, "")
    return text.format(n=number, code=code(number), word=word, standard=standard)


def _standard(text: str) -> str:
    found = re.search(r"GB/T [0-9]+", text)
    return found[0] if found else "示例标准"


def figures(asked: Sequence[tuple[str, str]]) -> dict[str, str]:
    """Return the value of each indicator by its name, given what is required of it: what nothing is required
    of is a part of the share that is.
    """
    known = {name: amount_of(purpose) for name, purpose in asked}
    share = next((known[name] for name, purpose in asked if "%" in purpose and known[name]), SHARE)
    added = next(
        (known[n] for n, _ in asked if known[n] and re.search("核心产业增加值$|^Value added", n)), None
    )
    added = added or VALUE_ADDED
    gdp = f"{added * 100 / (share or SHARE):.4f}"
    of_parts = {"地区生产总值": gdp, "Gross domestic product": gdp}
    return {name: str(value) if value else of_parts.get(name, str(added)) for name, value in known.items()}


def room(path: Path) -> tuple[str, ...]:
    """Return the options by which a form has as many rows as are filled; other forms take rows as they come."""
    return ("--rows", "200") if path.suffix == ".xlsx" else ()


def filled(path: Path) -> None:
    """Fill a form where it stands."""
    match path.suffix:
        case ".csv":
            path.write_text(as_csv(filled_csv(path.read_text("utf-8"))), "utf-8")
        case ".yaml":
            path.write_text(filled_yaml(path.read_text("utf-8")), "utf-8")
        case _:
            path.write_bytes(filled_xlsx(path.read_bytes()))


# CSV


def filled_csv(text: str) -> list[list[str]]:
    """Return the rows of the form as a CSV table, filled."""
    head, *rows = csv.reader(io.StringIO(text.removeprefix("\ufeff")))
    lang = 0 if "指标名称" in head else 1
    guide, value, unit = (
        len(head) - 1,
        *(head.index(pair[lang]) for pair in (("完成值", "value"), ("计量单位", "unit"))),
    )
    indicator = head.index(("指标名称", "indicator")[lang])
    first_of_items = (
        head.index(("清单项名称", "item.name")[lang]) if ("清单项名称", "item.name")[lang] in head else guide
    )
    lists = {index for index, row in enumerate(rows) if row[guide].startswith(("清单", "the things counted"))}
    values = figures(
        [
            (row[indicator], row[guide].split("目标原文")[0].split("official wording")[0])
            for i, row in enumerate(rows)
            if i not in lists and row[unit]
        ]
    )
    filled = [head]
    for index, row in enumerate(rows):
        if index in lists:
            standard = _standard(filled[-1][guide])
            for number in range(1, int(values[row[indicator]]) + 1):
                items = [
                    cell or of_item(heading, number, standard)
                    for heading, cell in zip(
                        head[first_of_items:guide], row[first_of_items:guide], strict=True
                    )
                ]
                filled.append([*row[:first_of_items], *items, row[guide]])
            continue
        row = [
            cell or _observed(heading, lang, bool(row[unit])) for heading, cell in zip(head, row, strict=True)
        ]
        row[value] = values.get(row[indicator], ("已实现", "achieved")[lang])
        if index == 0:
            for heading, text in (
                ("填报单位", OFFICE),
                ("填报日期", DAY),
                ("submitted.by", OFFICE),
                ("submitted.date", DAY),
            ):
                if heading in head:
                    row[head.index(heading)] = text
        filled.append(row)
    return filled


def _observed(heading: str, lang: int, is_number: bool) -> str:
    words = next((words for names, words in _OF_OBSERVATIONS.items() if heading in names), ("", ""))[lang]
    return words if is_number or heading in ("佐证材料", "evidence") else ""


def as_csv(rows: Sequence[Sequence[str]]) -> str:
    """Write rows as a spreadsheet does."""
    written = io.StringIO()
    csv.writer(written).writerows(rows)
    return written.getvalue()


# YAML


def filled_yaml(text: str) -> str:
    """Return the form in YAML, filled."""
    head, _, body = text.partition("\nobservations:\n")
    head = re.sub(r"^  by:", f"  by: {OFFICE}", head, flags=re.M)
    head = re.sub(r"^  date:", f"  date: {DAY}", head, flags=re.M)
    blocks = list(_joined(body))
    asked = [_headed(block) for block in blocks]
    values = figures([one for one, block in zip(asked, blocks, strict=True) if "# value:" in block])
    done = (
        "\n".join(_block(block, values.get(name, ""))) for (name, _), block in zip(asked, blocks, strict=True)
    )
    return f"{head}\nobservations:\n" + "\n".join(done) + "\n"


def _joined(body: str) -> Iterator[str]:
    for block in body.split("\n\n"):
        if block.strip():
            yield block.strip("\n")


def _headed(block: str) -> tuple[str, str]:
    """Return the name of an indicator and what is required of it, as its comment says; lines go on."""
    comment = "".join(
        re.sub("^  # ", "", line)
        for line in re.split(r"\n  #    ", block)[0].split("\n")
        if line.startswith("  # ")
    )
    name, _, purpose = re.sub(r"^[0-9]+  ", "", comment).partition("：" if "：" in comment else ": ")
    return name, purpose


def _block(block: str, value: str) -> Iterator[str]:
    standard, lines = _standard(block), block.split("\n")
    for line in lines:
        if not line.startswith("    # "):
            yield line
            continue
        bare = line.removeprefix("    # ")
        key, _, told = bare.partition(":")
        if bare.startswith("#"):
            continue
        if bare.startswith("  - "):
            number = int(value) if value and "name:" in bare else 1
            for n in range(1, number + 1):
                yield "    " + _FREE.sub(partial(_listed, n, standard), bare)
        elif key == "value":
            yield f"    value: {value}"
        elif key in ("status", "state"):
            yield f"    {key}: {_first_word(told)}"
        elif key == "previous":
            continue
        elif key == "source":
            yield "    source: {title: 示例公报, issuer: 示例统计局, dated: 2026-01-10}"
        else:
            yield f"    {bare}"


def _first_word(told: str) -> str:
    return re.split("[、,]", re.sub(r".*[:：]\s*", "", told))[0]


def _listed(number: int, standard: str, key: re.Match[str]) -> str:
    """Return a key of an item, or of a document, with what stands there."""
    of_evidence = {"title": "示例材料", "issuer": "示例单位", "dated": "2026-01-10"}
    text = of_evidence.get(key[1]) or of_item(key[1], number, standard)
    return f'{key[1]}: "{text}"'


_FREE = re.compile(r"(\w+): (?=[,}])")
"""A key with nothing after it."""


# A workbook


def filled_xlsx(data: bytes) -> bytes:
    """Return the form as a workbook, filled; only cells that are open to it."""
    workbook = load_workbook(io.BytesIO(data))
    cover, *tables = workbook.worksheets
    for row in cover.iter_rows(min_col=1, max_col=2):
        text = {"填报单位": OFFICE, "submitted.by": OFFICE, "填报日期": DAY, "submitted.date": DAY}.get(
            str(row[0].value or "")
        )
        if text:
            row[1].value = text
    values: dict[str, str] = {}
    for sheet in tables:
        if re.match(r"表1|Table 1", sheet.title):
            values = _numbers(sheet)
        elif re.match(r"表2|Table 2", sheet.title):
            _lists(sheet, values)
        else:
            _documents(sheet)
    file = io.BytesIO()
    workbook.save(file)
    return file.getvalue()


def _headings(sheet: Worksheet, of: Sequence[str], first: int = 1) -> tuple[int, dict[str, int]]:
    """Return the first row of headings from a row on, and where each stands; a heading can be on two lines."""
    for row in sheet.iter_rows(min_row=first, max_row=first + 9):
        at = {str(cell.value).replace("\n", ""): cell.column for cell in row if cell.value}
        if any(one in at for one in of):
            return int(row[0].row or 0), at
    raise LookupError(sheet.title)


def _choices(sheet: Worksheet, cell: Any) -> list[str]:
    rules = (rule for rule in sheet.data_validations.dataValidation if cell.coordinate in rule.sqref)
    return next((rule.formula1.strip('"').split(",") for rule in rules if rule.type == "list"), [])


def _numbers(sheet: Worksheet) -> dict[str, str]:
    top, at = _headings(sheet, ("指标名称", "indicator"))
    lang = 0 if "指标名称" in at else 1
    name, value = at[("指标名称", "indicator")[lang]], at[("完成值", "value")[lang]]
    target = at[("目标值（原文）", "target")[lang]]
    rows = [row for row in range(top + 1, sheet.max_row + 1) if sheet.cell(row, name).value]
    states = {row: words[0] for row in rows if (words := _choices(sheet, sheet.cell(row, value)))}
    values = figures(
        [
            (str(sheet.cell(row, name).value), str(sheet.cell(row, target).value or ""))
            for row in rows
            if row not in states
        ]
    )
    for row in rows:
        for heading, column in at.items():
            cell = sheet.cell(row, column)
            written = _IN_TABLE.get(heading) or _observed(heading, lang, True)
            if cell.protection.locked or cell.value or not written:
                continue
            choices = _choices(sheet, cell)
            cell.value = choices[0] if choices else written
        sheet.cell(row, value).value = states.get(row) or values[str(sheet.cell(row, name).value)]
    return values


_IN_TABLE = {
    **dict.fromkeys(("佐证材料编号", "evidence"), "1"),
    **dict.fromkeys(("责任单位（牵头处室）", "office.name"), "示例处室"),
    **dict.fromkeys(("联系人及电话", "office.contact"), "示例联系人 000-00000000"),
}


def _lists(sheet: Worksheet, values: dict[str, str]) -> None:
    """Fill each list below the name of its count; the form has as many rows as it is asked for."""
    labels = [
        row for row in range(1, sheet.max_row + 1) if sheet.cell(row, 1).value in ("指标名称", "indicator")
    ]
    for label in labels:
        name = str(sheet.cell(label, 2).value)
        top, at = _headings(sheet, ("清单项名称", "item.name"), label)
        told = str(sheet.cell(label + 1, 1).value)
        for number in range(1, int(values[name]) + 1):
            for heading, column in at.items():
                cell = sheet.cell(top + number, column)
                if heading not in ("序号", "No.", "核验意见", "Opinion of the assessor"):
                    choices = _choices(sheet, cell)
                    cell.value = choices[0] if choices else of_item(heading, number, _standard(told))


def _documents(sheet: Worksheet) -> None:
    top, at = _headings(sheet, ("材料名称", "title"))
    sheet.cell(top + 1, at.get("材料名称") or at["title"]).value = "示例材料"
