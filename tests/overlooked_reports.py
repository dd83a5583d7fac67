"""Ways to hand in a report so that a search of its folder may pass over it, and files that stand beside reports."""

import bz2
import gzip
import io
import json
import lzma
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path

from .small_targets import REPORTS

MISSED = REPORTS["missed"]
IN_JSON = json.dumps(
    {
        "entity": "one",
        "period": "2025",
        "submitted": {"by": "示例单位", "date": "2026-01-20"},
        "observations": {"firms": {"value": "8家", "counting": "in_force"}},
    },
    ensure_ascii=False,
)
HEADING = "entity,period,submitted.by,submitted.date,indicator,value,unit,counting"
ROW = "one,2025,示例单位,2026-01-20,firms,8,家,in_force"
IN_CSV = f"{HEADING}\n{ROW}\n"
CHINESE_CSV = "考核对象,报告期,填报单位,填报日期,指标名称,完成值,计量单位\n" + ROW.rpartition(",")[0] + "\n"
CACHE = "Signature: 8a477f597d28d172789f06886806bc55\n"

_CFB = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504


def zipped(**parts: str | bytes) -> bytes:
    """Return an archive; in the names of parts ``__`` stands for a slash, ``_`` for a point."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name.replace("__", "/").replace("_", "."), part)
    return file.getvalue()


def taped(text: str) -> bytes:
    """Return an archive of the tape format that holds a text."""
    file, info = io.BytesIO(), tarfile.TarInfo("r.yaml")
    info.size = len(text.encode())
    with tarfile.open(fileobj=file, mode="w") as archive:
        archive.addfile(info, io.BytesIO(text.encode()))
    return file.getvalue()


def workbook(*cells: str) -> bytes:
    """Return a workbook with some texts, as far as a look at it needs one."""
    texts = "".join(f"<si><t>{cell}</t></si>" for cell in cells)
    return zipped(xl__sharedStrings_xml=f"<sst>{texts}</sst>", xl__workbook_xml="<workbook/>")


def old_workbook(*cells: str, encoding: str = "utf-16-le", stream: str = "Workbook") -> bytes:
    """Return a workbook of the binary format, as far as a look at it needs one."""
    texts = b"\0\0".join(cell.encode(encoding) for cell in cells)
    return _CFB + stream.encode("utf-16-le") + texts


def spreadsheet(*cells: str) -> bytes:
    """Return an OpenDocument spreadsheet, as far as a look at it needs one."""
    texts = "".join(f"<text:p>{cell}</text:p>" for cell in cells)
    return zipped(mimetype="application/vnd.oasis.opendocument.spreadsheet", content_xml=f"<x>{texts}</x>")


def referred(text: str) -> str:
    """Return a text as numbers of its characters, as some programs write XML."""
    return "".join(f"&#{ord(character)};" for character in text)


ON_FORM = ("考核对象", "报告期", "填报单位", "指标名称", "完成值")

FILES: dict[str, tuple[str | bytes, int]] = {
    "r.yaml": (MISSED, 1),
    "z/r.yaml": (MISSED, 1),
    "r.YML": (MISSED, 1),
    "site-packages/r.yaml": (MISSED, 1),
    "venv/r.json": (IN_JSON, 1),
    "r.csv": (IN_CSV, 1),
    "bars.csv": (IN_CSV.replace(",", "|"), 1),
    "semicolons.csv": (IN_CSV.replace(",", ";"), 1),
    "tabs.csv": (IN_CSV.replace(",", "\t"), 1),
    "titled.csv": (f"附表\n{IN_CSV}", 1),
    "r.yaml.txt": (MISSED, 4),
    "r.txt": (MISSED, 4),
    "r": (MISSED, 4),
    "r.yaml.bak": (MISSED, 4),
    "r.yaml~": (MISSED, 4),
    "#r.yaml#": (MISSED, 4),
    ".r.yaml": (MISSED, 4),
    "~$r.yaml": (MISSED, 4),
    ".~lock.r.yaml": (MISSED, 4),
    "r.json.txt": (IN_JSON, 4),
    "pretty.json5": (json.dumps(json.loads(IN_JSON), indent=2), 4),
    "flow.md": ("{entity: one, period: 2025, submitted: {by: a, date: 2026-01-20}}", 4),
    "r.toml": ('entity = "one"\n[submitted]\nby = "示例单位"\n[observations.firms]\nvalue = 8\n', 4),
    "r.csv.txt": (CHINESE_CSV, 4),
    "r.tsv": (IN_CSV.replace(",", "\t"), 4),
    "fullwidth.txt": (CHINESE_CSV.replace(",", "，"), 4),
    "letter.txt": ("一市数字经济\n填报单位：示例单位\n示例企业：8家\n", 4),
    "sealed.txt": ("填报单位（盖章）：示例单位\n", 4),
    "page.html": ("<table><tr><td>填报单位</td><td>示例单位</td></tr></table>", 4),
    "gb.txt": ("填报单位：示例单位\n示例企业：8家\n".encode("gb18030"), 4),
    "utf16.txt": (MISSED.encode("utf-16"), 4),
    "utf16be.txt": (MISSED.encode("utf-16-be"), 4),
    "r.yaml.gz": (gzip.compress(MISSED.encode()), 4),
    "r.yaml.bz2": (bz2.compress(MISSED.encode()), 4),
    "r.yaml.xz": (lzma.compress(MISSED.encode()), 4),
    "twice.gz": (gzip.compress(gzip.compress(MISSED.encode())), 4),
    "r.zip": (zipped(a_png=b"\x89PNG", z__r_yaml=MISSED), 4),
    "forms.zip": (zipped(form_xlsx=workbook(*ON_FORM)), 4),
    "r.xlsm": (workbook(*ON_FORM), 4),
    "referred.xlsm": (workbook(*map(referred, ON_FORM)), 4),
    "referred.html": (f"<td>{referred('填报单位')}</td>", 4),
    "r.xlsx.bak": (workbook(*ON_FORM), 4),
    "~$form.xlsx": (workbook(*ON_FORM), 4),
    ".r.yaml.swp": (b"b0VIM 9.1\0\0" + bytes(range(1, 32)) + b"\0".join(MISSED.encode().splitlines()), 4),
    "r.tar": (taped(MISSED), 4),
    "r.tgz": (gzip.compress(taped(MISSED)), 4),
    "utf32.txt": (MISSED.encode("utf-32"), 4),
    "utf16be-table.txt": (CHINESE_CSV.encode("utf-16-be"), 4),
    "bars.psv": (IN_CSV.replace(",", "|"), 4),
    "table.md": ("# 表\n\n| 指标名称 | 报告期 | 完成值 |\n|---|---|---|\n| 示例企业 | 2025 | 8家 |\n", 4),
    "page.xls": ("<html><table>\n<tr><th>指标名称</th>\n<td><b>完成值</b></td></tr></table></html>", 4),
    "form.docx": (zipped(word__document_xml="<w:t>指标名称</w:t><w:t>报告期</w:t><w:t>完成值（亿元）</w:t>"), 4),
    "r.xlsb": (zipped(xl__workbook_bin=b"\x83\1\0", xl__sharedStrings_bin="填报单位".encode("utf-16-le")), 4),
    "escaped.txt": (json.dumps({"填报单位": "示例单位"}, indent=1), 4),
    "r.et": (workbook("指标名称", "完成值"), 4),
    "r.xls": (old_workbook(*ON_FORM), 4),
    "old.xls": (old_workbook(*ON_FORM, encoding="gb18030", stream="Book"), 4),
    "r.ods": (spreadsheet(*ON_FORM), 4),
    "weights.yaml": (f"{MISSED}weights:\n", 3),
    "targets.yaml": (f"{MISSED}targets: {{}}\n", 3),
    "relations.yaml": (f"{MISSED}relations: []\n", 3),
    "indicators.yaml": (f"{MISSED}indicators: {{}}\n", 3),
    "review.yaml": (f"{MISSED}reviewer: {{name: x}}\n", 3),
    "only-observations-review.yaml": ("reviewer: {name: x}\nobservations: {firms: 8家}\n", 3),
    "mistyped-review.yaml": ("entity: one\nperiod: 2025\nreviewer: {name: x}\nobservation: {firms: 8家}\n", 3),
    "result.yaml": (f"format: digecon/result/v1\n{MISSED}", 3),
    "board.json": (IN_JSON.replace("{", '{"format": "digecon/scoreboard/v1", ', 1), 3),
    "broken.yaml": (f"{MISSED}a: [\n", 3),
    "anchored.yaml": (MISSED.replace("entity: one", "entity: &a one"), 3),
    "tagged.yaml": (f"--- !!map\n{MISSED}", 3),
    "second-document.yaml": (f"a: 1\n---\n{MISSED}", 3),
    "listed.yaml": ("- " + MISSED.replace("\n", "\n  ").rstrip() + "\n", 3),
    "listed.json": (f"[{IN_JSON}]", 3),
    "comma.json": (IN_JSON.removesuffix("}") + ",}", 3),
    "gb.yaml": (MISSED.encode("gb18030"), 3),
    "utf16.yaml": (MISSED.encode("utf-16"), 3),
    "large.yaml": (MISSED + "#" * 2**20, 3),
    "mistyped.yaml": ("entiy: one\nperoid: 2025\n", 3),
    "exchanged.yaml": ("enitty: one\nsubmited: {}\n", 3),
    "capitals.yaml": ("Entity: one\nPERIOD: 2025\n", 3),
    "chinese.yaml": ("考核对象: 一市\n报告期: 2025年\n", 3),
    "formatted.yaml": ("format: digecon/report/v1\n", 3),
    "table.yaml": (CHINESE_CSV, 3),
    "form.yaml": (workbook(*ON_FORM), 3),
    "page.xlsx": ("<table><tr><td>指标名称</td><td>完成值</td></tr></table>", 3),
    "utf32.yaml": (MISSED.encode("utf-32-le"), 3),
    "utf16le.csv": (CHINESE_CSV.encode("utf-16-le"), 3),
    "mapping.csv": (MISSED, 3),
    "braces.csv": (IN_JSON, 3),
    "traditional.csv": ("考核對象,報告期,指標名稱,完成值\n一市,2025,示例企業,8家\n", 3),
    "cover-weights.yaml": ("entity: one\nperiod: 2025\nweights: {firms: 1}\n", 3),
    "cover-relations.yaml": ("entity: one\nperiod: 2025\nrelations: []\n", 3),
    "submitted-result.yaml": (f"format: digecon/result/v1\n{MISSED.replace('observations', 'observation')}", 3),
    "chinese-result.yaml": ("format: digecon/result/v1\n填报单位: 示例单位\n", 3),
    "carriage.yaml": (MISSED.replace("\n", "\r"), 3),
    "separated.yaml": (MISSED.replace("\n", "\u2028"), 3),
    "colons.yaml": (MISSED.replace(": ", "："), 3),
    "traditional.yaml": ("考核對象: 一市\n報告期: 2025年\n", 3),
    "explicit.yaml": ("? entity\n: one\n? period\n: 2025\nx: [\n", 3),
    "line-comment.json": (f"// 说明\n{IN_JSON}", 3),
    "block-comment.json": (f"/* 说明 */ {IN_JSON}", 3),
    "script.json": (f"module.exports = {IN_JSON};", 3),
    "escaped.json": (json.dumps({"考核对象": "一市", "报告期": "2025"})[:-1], 3),
    "zero.json": (f"{IN_JSON}\0", 3),
    "quotes.csv": (IN_CSV.replace("8", '"8'), 3),
    "as-result.csv": ("path,entity,period,revision,illustrative,verdict,indicator,value,unit\n,one,2025,1,,,firms,8,家\n", 3),
    "headings-only.csv": (f"{HEADING}\n", 3),
    "node_modules/r.yaml": (MISSED, 0),
    "__pycache__/r.yaml": (MISSED, 0),
    ".z/r.yaml": (MISSED, 0),
    ".z/deep/r.csv": (IN_CSV, 0),
    ".z/r.yaml.txt": (MISSED, 0),
}  # fmt: skip
"""Files by their names, what they hold, and what a run of a good report beside them ends with. None but those in
folders that are not searched end in 0, and these are named.
"""


def _marked(marker: str, text: str) -> Callable[[Path], None]:
    def plant(folder: Path) -> None:
        write(folder, f"z/{marker}", text)
        write(folder, "z/below/r.yaml", MISSED)

    return plant


def _link_to_folder(folder: Path) -> None:
    write(folder.parent, "elsewhere/r.yaml", MISSED)
    (folder / "z").symlink_to(folder.parent / "elsewhere")


def _link_to_itself(folder: Path) -> None:
    write(folder, "a/r.yaml", MISSED)
    (folder / "z.yaml").symlink_to("z.yaml")


def _link_to_backup(folder: Path) -> None:
    write(folder.parent, "elsewhere/r.yaml", MISSED)
    (folder / "z.yaml.bak").symlink_to(folder.parent / "elsewhere" / "r.yaml")


def _link_to_file(folder: Path) -> None:
    write(folder.parent, "elsewhere/r.yaml", MISSED)
    (folder / "z.yaml").symlink_to(folder.parent / "elsewhere" / "r.yaml")


OTHER_WAYS: dict[str, tuple[Callable[[Path], None], int]] = {
    "empty CACHEDIR.TAG": (_marked("CACHEDIR.TAG", ""), 1),
    "pyvenv.cfg": (_marked("pyvenv.cfg", "home = /usr\n"), 1),
    ".gitignore": (_marked(".gitignore", "*\n"), 1),
    "digecon.toml": (_marked("digecon.toml", 'exclude = ["below"]\n'), 1),
    "CACHEDIR.TAG": (_marked("CACHEDIR.TAG", CACHE), 0),
    "link to a folder": (_link_to_folder, 0),
    "link to a file": (_link_to_file, 0),
    "link by the name of a backup": (_link_to_backup, 0),
    "link to itself": (_link_to_itself, 3),
}

NEIGHBOURS: dict[str, str | bytes] = {
    "LICENSE": "MIT License\n\nPermission is hereby granted, free of charge, to any person\n",
    "Makefile": "all:\n\tdigecon check .\nobservations.txt:\n\ttouch $@\n",
    "README.md": "# 报告\n\n各单位填报后由填报单位盖章。We have submitted all observations.\n",
    "compose.yaml": "services:\n  web: {image: nginx, ports: ['80:80']}\nvolumes: {data: {}}\n",
    "docker-compose.yml": "version: '3'\nservices: {db: {image: postgres}}\n",
    ".gitlab-ci.yml": "stages: [check]\ncheck: {script: [digecon check .]}\n",
    ".pre-commit-config.yaml": "repos: []\n",
    "package.json": '{"name": "x", "version": "1.0.0", "scripts": {"test": "true"}}',
    "chart.yaml": "{{ if .Values.x }}\nmetadata:\n  name: {{ .Values.name }}\n  targets: [a]\n  period: 30s\n{{ end }}\n",
    "k8s.yaml": "kind: Service\n---\nkind: Deployment\nmetadata: {name: x}\n",
    "empty.yaml": "",
    "broken.json": '{"name": ',
    "firms.csv": "名称,统一社会信用代码\n示例科技有限公司,91420100MA4K0000XJ\n",
    "firms-gb.csv": "序号,名称,统一社会信用代码\n1,示例公司,91420100MA4K0000XJ\n".encode("gb18030"),
    "values.csv": "name,value,unit\nx,1,%\n",
    "yearbook.md": "| 指标 | 单位 | 2024年 | 完成值 |\n|---|---|---|---|\n",
    "backup.tar": taped("name: x\n"),
    "large.tar": taped("x" * 2**17),
    "page.html": "<table><tr><td>指标</td><td>单位</td></tr></table>",
    "yearbook.csv": "指标,单位,2024年\n地区生产总值,亿元,3360\n",
    "unclosed.csv": 'name,text\nx,"never closed\n',
    "geo.json": '{"type": "FeatureCollection", "features": [' + ",".join(["{}"] * 600_000) + "]}",
    "notes.txt": "observations were made, and submitted to the office.\nsubmitted on Monday\n",
    "list.xls": old_workbook("名称", "统一社会信用代码", "单位", "报告期"),
    "list.ods": spreadsheet("名称", "统一社会信用代码", "指标", "单位"),
    "macros.xlsm": workbook("序号", "单位", "数量"),
    "letter.docx": zipped(word__document_xml="<w:t>填报单位</w:t>"),
    "scan.pdf": b"%PDF-1.7\n" + bytes(range(256)) * 400,
    "photo.jpg": b"\xff\xd8\xff\xe0" + bytes(range(256)) * 400,
    "data.zip": zipped(a_csv="name,value\nx,1\n", b_txt="notes"),
    "log.gz": gzip.compress(b"2026-01-20 started\n"),
    "~$form.xlsx": b"\x05user" + b"\0" * 160,
    ".~lock.form.ods#": ",user,host,20.01.2026 10:00,file:///home/user;",
    "site.toml": 'title = "x"\n',
    "script.py": "submitted = read()\nobservations = [one for one in submitted]\n",
}
"""Files as they stand beside reports, none of which is one."""


def write(folder: Path, name: str, content: str | bytes) -> Path:
    """Write a file below a folder."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path
