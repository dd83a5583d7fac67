"""Configuration files that are wrong: every fault of them is told, with its line, and nothing is done."""

import os
from pathlib import Path

import pytest

from hubei_digecon.cli.commands import COMMANDS
from hubei_digecon.domain.exit_codes import Exit

from ..chinese_and_english import chinese_in, english_in
from ..conftest import Digecon, Ran

AT_FAULT = {
    "en": "digecon: the configuration file is at fault, so nothing was done; fix it, or leave it out by --isolated",
    "zh": "digecon：配置文件有误，未作任何处理；请改正，或用 --isolated 不读配置文件",
}
KEYS = (
    "targets, documents, reviews, history, language, min-evidence, schedule-cutoffs, fail-on, baseline, exclude, formats, "
    "select, ignore, no-waivers, check-documents, schedule, redact-items, weights, index, rank, method"
)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where runs start."""
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def refused(digecon: Digecon, text: str | bytes, lang: str = "en", name: str = "digecon.toml") -> list[str]:
    """Return what is told of a configuration file, without the line at the end."""
    data = text if isinstance(text, bytes) else text.encode()
    Path(name).write_bytes(data)
    ran = digecon("check", "no-such-report.yaml", "--lang", lang)
    assert (ran.code, ran.out) == (Exit.USAGE, "")
    *lines, last = ran.err.splitlines()
    assert last == AT_FAULT[lang]
    assert (english_in if lang == "zh" else chinese_in)(ran.err) == []
    return lines


def test_an_unknown_key_is_told_with_what_was_probably_meant(digecon: Digecon) -> None:
    assert refused(digecon, '# settings\nmin_evidence = "claimed"\n') == [
        "digecon.toml:2:1: error unknown-key: unknown key “min_evidence”",
        '     2 │ min_evidence = "claimed"',
        "       │ ^^^^^^^^^^^^",
        f"  fix: did you mean “min-evidence”? keys that can stand here: {KEYS}",
    ]


def test_an_unknown_key_is_told_in_chinese(digecon: Digecon) -> None:
    assert refused(digecon, '# 设置\nmin_evidence = "claimed"\n', "zh") == [
        "digecon.toml:2:1: 错误（须更正） unknown-key：不认识的键“min_evidence”",
        '     2 │ min_evidence = "claimed"',
        "       │ ^^^^^^^^^^^^",
        f"  处理：是否想写“min-evidence”？可用的键：{KEYS}",
    ]


def test_a_key_that_is_wrong_in_the_project_file_is_told_at_its_line(digecon: Digecon) -> None:
    text = '[project]\nname = "x"\n[tool.digecon]\nfail-on = "never"\nfailon = "never"\n'
    assert refused(digecon, text, name="pyproject.toml")[:3] == [
        "pyproject.toml:5:1: error unknown-key: unknown key “failon”",
        '     5 │ failon = "never"',
        "       │ ^^^^^^",
    ]


def test_a_table_that_is_none_is_told(digecon: Digecon) -> None:
    assert refused(digecon, "[tool]\ndigecon = true\n", name="pyproject.toml") == [
        "pyproject.toml:2:11: error wrong-type: “tool.digecon” should be a table, but is true or false",
        "     2 │ digecon = true",
        "       │           ^^^^",
        "  fix: write a table",
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "min-evidence = 3",
            "1:16: error wrong-type: “min-evidence” should be a text in quotes, but is a number",
        ),
        (
            "language = true",
            "1:12: error wrong-type: “language” should be a text in quotes, but is true or false",
        ),
        ("targets = 1.5", "1:11: error wrong-type: “targets” should be a text in quotes, but is a number"),
        ("targets = []", "1:11: error wrong-type: “targets” should be a text in quotes, but is a list"),
        ("[targets]", "1:2: error wrong-type: “targets” should be a text in quotes, but is a table"),
        (
            "targets = 2026-01-01 10:00:00",
            "1:11: error wrong-type: “targets” should be a text in quotes, but is a date or time",
        ),
        (
            'ignore = "scope-unstated"',
            '1:10: error wrong-type: “ignore” should be a list of texts, as in ["…"], but is text',
        ),
        (
            'reviews = [\n  "a",\n  3, # three\n]',
            "3:3: error wrong-type: “reviews[1]” should be a text in quotes, but is a number",
        ),
        ("reviews = [[]]", "1:12: error wrong-type: “reviews[0]” should be a text in quotes, but is a list"),
        ('targets = ""', "1:11: error wrong-type: “targets” should be a path, but is empty"),
        ('reviews = ["a", " "]', "1:17: error wrong-type: “reviews[1]” should be a path, but is empty"),
        (
            'targets = "a\\u0000b"',
            "1:11: error wrong-type: “targets” should be a path, but is text with a NUL character",
        ),
        (
            'formats = ["json=a\\u0000b"]',
            "1:12: error wrong-type: “formats[0]” should be a path, but is text with a NUL character",
        ),
        ('fail-on = "nevr"', "1:11: error unknown-word: “nevr” is not a word for “fail-on”"),
        ('fail-on = ""', "1:11: error unknown-word: “” is not a word for “fail-on”"),
        ('language = "ZH"', "1:12: error unknown-word: “ZH” is not a word for “language”"),
        ('formats = ["table", "jsn=a.json"]', "1:21: error unknown-word: “jsn” is not a word for “formats”"),
        ('select = ["nonsense"]', "1:11: error unknown-word: “nonsense” is not a word for “select”"),
    ],
)
def test_a_value_that_cannot_stand_is_told_at_its_place(text: str, told: str, digecon: Digecon) -> None:
    assert refused(digecon, text)[0] == f"digecon.toml:{told}"
    refused(digecon, text, "zh")


def test_a_word_nearly_right_is_suggested(digecon: Digecon) -> None:
    assert refused(digecon, 'ignore = ["scope-unstated", "hedged-valu"]\n') == [
        "digecon.toml:1:29: error unknown-word: “hedged-valu” is not a word for “ignore”",
        '     1 │ ignore = ["scope-unstated", "hedged-valu"]',
        "       │                             ^^^^^^^^^^^^^",
        "  fix: did you mean “hedged-value”? words that can stand here: the ids that docs/diagnostics.md lists",
    ]


def test_every_fault_is_told_in_one_run_in_the_order_of_the_file(digecon: Digecon) -> None:
    text = 'formats = ["jsn", 1]\nlangauge = "zh"\n\nfail-on = "nevr"\nmin-evidence = "verified"\n[more]\nx = 1\n'
    told = [
        line.partition(" error")[0] for line in refused(digecon, text) if line.startswith("digecon.toml:")
    ]
    assert told == [f"digecon.toml:{place}:" for place in ("1:12", "1:19", "2:1", "4:11", "6:2")]


def test_very_many_faults_are_counted(digecon: Digecon) -> None:
    lines = refused(digecon, "".join(f"key{number} = 1\n" for number in range(1000)))
    assert lines[-2] == "digecon.toml: error more-faults: 800 further faults are not listed"


@pytest.mark.parametrize(
    ("text", "place", "zh", "en"),
    [
        (
            "fail-on = never",
            "1:11",
            "这里应是一个值；文字要用引号括起",
            "expected a value here; a text needs quotes",
        ),
        ("fail-on\n", "1:8", "键的后面应是“=”", "expected “=” after a key"),
        ("a = 1\n= 2", "2:1", "这里应是“键 = 值”或“[表]”", "expected “key = value” or “[table]” here"),
        ('a = "1" b = 2', "1:9", "这里应换行", "expected the end of the line here"),
        ('a = "1', "1:7", "这段文字没有结束", "this text has no end"),
        ('a = "1\n"', "1:7", "文字中有换行或控制字符", "a text holds a line break or a control character"),
        ('a = "\x01"', "1:6", "文字中有换行或控制字符", "a text holds a line break or a control character"),
        ('a = "C:\\dir"', "1:10", "“\\”应写成“\\\\”，或改用单引号", "write “\\” twice, or use single quotes"),
        (
            'a = ["1" "2"]',
            "1:10",
            "方括号没有结束，或缺少逗号",
            "a bracket is not closed, or a comma is missing",
        ),
        ("a = {b = 1", "1:11", "花括号没有结束，或缺少逗号", "a brace is not closed, or a comma is missing"),
        ("[tool", "1:6", "缺少“]”", "“]” is missing"),
        ("a = 1\na = 2", "2:6", "这个键已经写过", "this key has been given before"),
        ("[a]\n[a]", "2:3", "这个表已经写过", "this table has been given before"),
        ("a. = 1", "1:4", "这里应是一个键", "expected a key here"),
        ("a = 1 # \x01", "1:9", "这里有不允许的字符", "a character stands here that is not allowed"),
    ],
)
def test_what_is_no_toml_is_told_at_its_place(
    text: str, place: str, zh: str, en: str, digecon: Digecon
) -> None:
    first = refused(digecon, text)[0]
    assert first == f"digecon.toml:{place}: error syntax: TOML syntax: {en}"
    assert (
        refused(digecon, text, "zh")[0] == f"digecon.toml:{place}: 错误（须更正） syntax：TOML语法错误：{zh}"
    )


def test_a_syntax_fault_is_shown_with_its_line(digecon: Digecon) -> None:
    assert refused(digecon, 'language = "zh"\nfail-on = never\n') == [
        "digecon.toml:2:11: error syntax: TOML syntax: expected a value here; a text needs quotes",
        "     2 │ fail-on = never",
        "       │           ^",
        "  fix: check indentation, quotes, colons and brackets here",
    ]


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("text", ["nonsense", "fail-on = 3\n", '[tool]\nlanguage = "zh"\n'])
def test_help_and_version_are_shown_all_the_same(text: str, lang: str, digecon: Digecon) -> None:
    Path("digecon.toml").write_text(text, "utf-8")
    for arguments in (["--help"], ["--version"], *([command, "--help"] for command in COMMANDS)):
        ran = digecon(*arguments, "--lang", lang)
        assert (ran.code, ran.err) == (Exit.COMPLIANT, "")


@pytest.mark.parametrize("arguments", [[], ["--show-config"], ["--lang", "en", "--targets", "x"]], ids=str)
@pytest.mark.parametrize("command", COMMANDS)
def test_no_command_goes_on_with_a_file_at_fault(
    command: str, arguments: list[str], digecon: Digecon
) -> None:
    Path("digecon.toml").write_text("failon = 3\n", "utf-8")
    ran = digecon(command, *(arguments[:2] if command == "completion" else arguments))  # it reads no targets
    assert (ran.code, ran.out) == (Exit.USAGE, "")
    assert ran.err.startswith("digecon.toml:1:1: error unknown-key")
    assert digecon(command, "--show-config", "--isolated").code == Exit.COMPLIANT


def test_what_an_option_refuses_is_told_by_the_key_and_line_of_the_file(digecon: Digecon) -> None:
    Path("digecon.toml").write_text('\nformats = ["table", "text"]\n', "utf-8")
    more = "see digecon check --help\n"
    assert digecon("check", "x.yaml") == Ran(
        Exit.USAGE,
        "",
        "digecon check: formats (digecon.toml:2): only one format can go to standard output; "
        "give the others as NAME=FILE\n"
        '     2 │ formats = ["table", "text"]\n'
        f"       │           ^^^^^^^^^^^^^^^^^\n{more}",
    )
    Path("digecon.toml").write_text('ignore = ["scope-unstated", "syntax"]\n', "utf-8")
    assert digecon("check", "x.yaml", "--lang", "zh").err == (
        "digecon check: digecon.toml:1 中 ignore 的值不合适：“syntax”是错误，须更正，不能忽略；"
        "能忽略的只有疑点和提示\n"
        '     1 │ ignore = ["scope-unstated", "syntax"]\n'
        "       │          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^\n"
        "用法见 digecon check --help\n"
    )


@pytest.mark.parametrize(
    ("environment", "origin"), [({}, "digecon.toml:2"), ({"DIGECON_TARGETS": "nowhere"}, "DIGECON_TARGETS")]
)
def test_a_folder_without_targets_is_told_with_who_chose_it(
    environment: dict[str, str], origin: str, digecon: Digecon, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("digecon.toml").write_text('\ntargets = "nowhere"\n', "utf-8")
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    ran = digecon("targets")
    assert ran == Ran(
        Exit.INVALID,
        "",
        "nowhere: error no-targets: there is no folder of targets here (indicators.yaml is missing)\n"
        "  fix: name one with --targets or DIGECON_TARGETS\n"
        f"digecon: the folder of targets is set by {origin}\n",
    )
    assert digecon("targets", "--lang", "zh").err.endswith(f"\ndigecon：目标文件夹取自 {origin}\n")
    assert "set by" not in digecon("targets", "--targets", "elsewhere").err


# Files that are none


NAMES = pytest.mark.parametrize("name", ["digecon.toml", "pyproject.toml"])


def told(digecon: Digecon, lang: str = "en") -> list[str]:
    ran = digecon("check", "x.yaml", "--lang", lang)
    assert (ran.code, ran.out) == (Exit.USAGE, "")
    return ran.err.splitlines()


@NAMES
def test_a_folder_is_no_configuration_file(name: str, digecon: Digecon) -> None:
    Path(name).mkdir()
    assert told(digecon)[0] == f"{name}: error not-a-file: it is not a regular file (a folder)"


@NAMES
def test_a_fifo_is_not_waited_for(name: str, digecon: Digecon) -> None:
    os.mkfifo(name)
    assert told(digecon)[0] == f"{name}: error not-a-file: it is not a regular file (a FIFO)"


@NAMES
def test_a_link_to_a_device_is_not_read(name: str, digecon: Digecon) -> None:
    Path(name).symlink_to("/dev/zero")
    assert told(digecon)[0] == f"{name}: error not-a-file: it is not a regular file (a character device)"


@NAMES
def test_a_link_that_leads_nowhere_is_told(name: str, digecon: Digecon) -> None:
    Path(name).symlink_to("nowhere")
    assert told(digecon)[0] == f"{name}: error unreadable: it cannot be opened: there is no such file"


@NAMES
def test_a_file_of_more_than_a_mebibyte_is_refused(name: str, digecon: Digecon) -> None:
    Path(name).write_bytes(b"#" * 2 * 2**20)
    assert told(digecon)[0] == f"{name}: error too-large: it is larger than 1 MiB"
    assert told(digecon, "zh")[0] == f"{name}: 错误（须更正） too-large：文件超过1 MiB"


def test_a_file_of_a_mebibyte_is_read(digecon: Digecon) -> None:
    Path("digecon.toml").write_bytes(b'fail-on = "never" #'.ljust(2**20, b"x"))
    assert digecon("check", "--show-config").code == Exit.COMPLIANT


@pytest.mark.parametrize(
    "data", [b"\xff\xfe\x00", b"\x80digecon", "语言".encode("gb18030"), bytes(range(256))]
)
def test_a_file_that_is_not_utf8_is_refused(data: bytes, digecon: Digecon) -> None:
    assert "error not-utf8: it is not UTF-8 from byte" in refused(digecon, data)[0]
    Path("digecon.toml").unlink()
    Path("pyproject.toml").write_bytes(data.replace(b"digecon", b""))
    assert digecon("check", "--show-config").code == Exit.COMPLIANT
    refused(digecon, data + b"\n[tool.digecon]", name="pyproject.toml")


def test_a_byte_order_mark_is_no_part_of_the_text(digecon: Digecon) -> None:
    Path("digecon.toml").write_text('\ufefffail-on = "never"\r\nlanguage = "en"\r\n', "utf-8")
    ran = digecon("check", "--show-config")
    assert 'fail-on = "never"  (digecon.toml:1)' in ran.out
    assert 'language = "en"  (digecon.toml:2)' in ran.out


@pytest.mark.parametrize(
    "text",
    [
        "a = " + "[" * 100_000,
        "a = " + "{a=" * 100_000,
        "a" + ".a" * 300_000 + " = 1",
        "[a" + ".a" * 300_000 + "]",
        "a = {b" + '."b"' * 100_000 + " = 1}",
    ],
    ids=["lists", "tables", "key", "header", "inner key"],
)
def test_what_is_nested_very_deep_is_refused_at_once(text: str, digecon: Digecon) -> None:
    assert ": error too-deep: it is nested deeper than 64 levels" in refused(digecon, text)[0]


@pytest.mark.parametrize(
    "text", ["a = " + "9" * 5000, "a = 1e" + "9" * 5000, "a = 2025-02-30", "a = 25:00:00"]
)
def test_numbers_and_dates_that_are_none_end_in_no_crash(text: str, digecon: Digecon) -> None:
    assert refused(digecon, text)[0].startswith("digecon.toml:")


def test_hidden_characters_are_made_visible(digecon: Digecon) -> None:
    hidden = "\\u001b[31m\\u202e\\u200b"
    lines = refused(digecon, f'"{hidden}" = 1\nfail-on = "{hidden}"\nformats = ["{hidden}"]\n')
    assert "unknown key “<U+001B>[31m<U+202E><U+200B>”" in lines[0]
    Path("digecon.toml").write_text(f'targets = "{hidden}"\nreviews = ["\\n::error::x"]\n', "utf-8")
    ran = digecon("check", "--show-config")
    assert 'targets = "<U+001B>[31m<U+202E><U+200B>"  (digecon.toml:1)' in ran.out
    assert 'reviews = ["<U+000A>::error::x"]  (digecon.toml:2)' in ran.out
    for shown in (ran.out, digecon("check", "x.yaml").err):
        assert not {"\x1b", "\u202e", "\u200b"} & set(shown)


def test_hidden_characters_as_they_are_cannot_reach_the_terminal(digecon: Digecon) -> None:
    lines = refused(digecon, 'fail-on = "\u202e\u200b\x85"\n'.replace("\x85", "\x9b"))
    assert (
        lines[0]
        == "digecon.toml:1:11: error unknown-word: “<U+202E><U+200B><U+009B>” is not a word for “fail-on”"
    )


# However it is spelled


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ('"fail-on" = "nevr"\n', ["1:13", '     1 │ "fail-on" = "nevr"', "       │             ^^^^^^"]),
        ("'fail-on'   =\t'nevr' # x\n", ["1:15", "     1 │ 'fail-on'   =  'nevr' # x", "       │                ^^^^^^"]),
        ('"f\\u0061il-on" = "nevr"\n', ["1:18", '     1 │ "f\\u0061il-on" = "nevr"', "       │                  ^^^^^^"]),
        ('language = "zh"\r\nfail-on = "nevr"\r\n', ["2:11", '     2 │ fail-on = "nevr"', "       │           ^^^^^^"]),
        ('\ufefffail-on = "nevr"\n', ["1:11", '     1 │ fail-on = "nevr"', "       │           ^^^^^^"]),
        ('# fail-on = "x"\nfail-on = "nevr"\n', ["2:11", '     2 │ fail-on = "nevr"', "       │           ^^^^^^"]),
        ('fail-on = """\nnevr"""\n', ["1:11", '     1 │ fail-on = """', "       │           ^^^"]),
        ('targets = "fail-on = \\"x\\""\nfail-on = "nevr"\n', ["2:11", '     2 │ fail-on = "nevr"', "       │           ^^^^^^"]),
        (
            'targets = """\nfail-on = "x"\n# """\nfail-on = "nevr"\n',
            ["4:11", '     4 │ fail-on = "nevr"', "       │           ^^^^^^"],
        ),
        (
            'reviews = [ # ]\n  "fail-on", # "\n  ["x"]\n, ]\n',
            ["3:3", '     3 │   ["x"]', "       │   ^^^^^"],
        ),
        ('reviews.a = 1\nreviews.b = 2\n', ["1:1", "     1 │ reviews.a = 1", "       │ ^^^^^^^"]),
        ('reviews = {a = ["}"]} # x\n', ["1:11", '     1 │ reviews = {a = ["}"]} # x', "       │           ^^^^^^^^^^^"]),
    ],
)  # fmt: skip
def test_a_fault_is_shown_at_its_place_however_it_is_spelled(
    text: str, shown: list[str], digecon: Digecon
) -> None:
    first, *lines = refused(digecon, text)[:3]
    assert [first.removeprefix("digecon.toml:").partition(": ")[0], *lines] == shown


@pytest.mark.parametrize(
    "text",
    [
        '[tool]\nother.fail-on = 1\ndigecon . "fail-on" = "nevr"\n',
        '[tool.other]\nfail-on = 1\n[tool.digecon]\nfail-on = "nevr"\n',
        'x = "[tool.digecon]"\n\n["tool" . \'digecon\'] # fail-on\nfail-on = "nevr"\n',
        'tool.other = {fail-on = 1}\n\ntool.digecon = {x.y = 1, fail-on = "nevr"}\n',
        '[[tool.other]]\nfail-on = 1\n[tool]\ndigecon = {fail-on = "nevr"}\n',
    ],
)
def test_a_fault_of_the_project_file_is_shown_however_its_table_is_spelled(
    text: str, digecon: Digecon
) -> None:
    *_, first, line, marks, _ = refused(digecon, text, name="pyproject.toml")
    number = text[: text.index('"nevr"')].count("\n") + 1
    column = len(text.split("\n")[number - 1].partition('"nevr"')[0]) + 1
    assert first == (
        f"pyproject.toml:{number}:{column}: error unknown-word: “nevr” is not a word for “fail-on”"
    )
    assert line == f"     {number} │ {text.split(chr(10))[number - 1]}"
    assert marks == f"       │ {'^^^^^^':>{column + 5}}"
