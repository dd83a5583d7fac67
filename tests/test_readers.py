"""Every format has a reader of its own, which reads what is right and refuses what is not."""

from pathlib import Path

import pytest

from hubei_digecon.show.formats import FORMATS
from hubei_digecon.text import LANGS

from .conftest import AS_OF, ROOT, Digecon
from .readers import READERS, UnreadableError, read_back
from .shown_formats import repacked, shown

SAMPLES = sorted(path.relative_to(ROOT).as_posix() for path in ROOT.glob("sample_reports/*/*.yaml"))
REVIEWED = ("--review", "sample_reports/illustrative/reviews")

_JUDGED = "judged 1 of 1"
_SUITE = '<testsuites tests="1" failures="0" errors="0" skipped="0"><testsuite name="a" {}>{}</testsuite></testsuites>'
EMPTY_ZIP = b"PK\x05\x06" + 18 * b"\0"
_COUNTS = 'tests="1" failures="0" errors="0" skipped="0"'

BROKEN: dict[str, tuple[str | bytes, ...]] = {
    "table": ("", "no verdict\n", f"\x1b[2J{_JUDGED}\n", f"\u202e{_JUDGED}\n", _JUDGED),
    "text": (f"{_JUDGED}\na.yaml:1:1: error a b\n", "a.yaml:1:1: error a b\n"),
    "needed": ("", "\n", f"\ufeff{_JUDGED}\n"),
    "markdown": (f"| a | b |\n| c |\n{_JUDGED}\n", f"<b>{_JUDGED}\n", f"| a |\n| b | c |\n{_JUDGED}\n"),
    "html": ("", f"<p>{_JUDGED}\n", f"<!DOCTYPE html><html lang=en><title>a</title><p>{_JUDGED}\n"),
    "json": ("", "{", "{}", "NaN", '{"format": 1, "format": 1}'),
    "csv": ("", "a,b\n1\n", "a,a\n1,2\n", 'a,b\n"1,2\n', 'a,b\n"1"2,3\n'),
    "xlsx": (b"", b"PK", EMPTY_ZIP),
    "parquet": (b"", b"PAR1", b"PAR1PAR1"),
    "docx": (b"", b"PK", EMPTY_ZIP),
    "junit": (
        "",
        "<testsuites>",
        "<testsuite/>",
        "<testsuites><testsuite>\x01</testsuite></testsuites>",
        _SUITE.format(_COUNTS, ""),
        _SUITE.format(_COUNTS.replace("1", "2"), "<testcase/>"),
        _SUITE.format(_COUNTS, "<testcase><failure/></testcase>"),
        _SUITE.format(_COUNTS, '<testcase name="a"/><testcase name="a"/>'),
    ),
    "sarif": ("{}", '{"version": "2.1.0"}', '{"version": "2.0.0", "runs": []}'),
    "github": (
        "::error file=a\n" + _JUDGED,
        f"{_JUDGED}\n::set-output name=a::b\n",
        f"{_JUDGED}\n  ::error::b\n",
        f"{_JUDGED}\n::error line=1,file=a:b::c\n",
        f"{_JUDGED}\n::error line=0::a\n",
        f"{_JUDGED}\n::error line=1::100%\n",
        f"{_JUDGED} ##[error]a\n",
    ),
}
"""Outputs of each format that no reader may take."""


SAMPLE = ("sample_reports/illustrative/wuhan-wedz-2025.yaml", "--lang", "en", "--as-of", AS_OF)
_STEM = "sample_reports/illustrative/wuhan-wedz-2025.yaml"

BREAKS: dict[str, tuple[tuple[str, str], ...]] = {
    "table": (("judged 6", "judging 6"), ("missed", "\x85"), ("missed", "\ud800")),
    "text": (("judged 6", "judging 6"), (f"{_STEM}:11:12: ", f"{_STEM}: ")),
    "needed": (("judged 6", "judging 6"), ("attestation", "attes\u00adtation")),
    "markdown": (
        ("judged 6", "judging 6"),
        ("| 1 | Core value added |", "| 1 | Core | value added |"),
        ("| 1 | Core value added |", "| 1 |"),
        ("Core value added", "Core <b>value</b> added"),
        ("Core value added", "Core *value* added"),
        ("Core value added", "Core **value** added"),
        ("Core value added", "Core `value` added"),
        ("Core value added", "Core ~~value~~ added"),
        ("Core value added", "Core [value](x) added"),
        ("Core value added", "Core ![value](x) added"),
        ("Core value added", "Core <http://x.example> added"),
        ("\n   cause of deviation", "\n       cause of deviation"),
        ("\n   cause of deviation", "\n```\ncause of deviation"),
        ("\n   cause of deviation", "\n   ---\n\n   cause of deviation"),
        ("\n   cause of deviation", "\ncause of deviation"),
        ("\n   cause of deviation", "\n   ::error::cause of deviation"),
        ("\n   cause of deviation", "\n   <!-- cause of deviation"),
        ("### Findings", "#### Findings"),
        ("### Findings", "# Findings"),
    ),
    "html": (
        ("<!DOCTYPE html>", ""),
        ("<html lang=", "<html lang='' data-lang="),
        ("</style>", " </style>"),
        ("form-action &#39;none&#39;", "form-action *"),
        ("</head>", '<link rel="icon" href="a.png"></head>'),
        ("</head>", "<script></script></head>"),
        ("</header>", "<img alt=''></header>"),
        ("</header>", '<p style="color: red">a</p></header>'),
        ("</header>", '<p onclick="a()">a</p></header>'),
        ("</header>", "<h1>a</h1></header>"),
        ("</header>", "<b>a</header>"),
        ('<a class="skip in-en" href="#content"', '<a class="skip in-en" href="https://x.example"'),
        ('<a class="skip in-en" href="#content"', '<a class="skip in-en" href="#contents"'),
        ('id="r1-en"', 'id="r1-zh"'),
        ('for="lang-en"', 'for="lang"'),
        ("<caption>Findings</caption>", ""),
        ('<th scope="col"', "<th"),
        ("<desc ", "<metadata "),
        ("missed", "\u202emissed"),
        ("missed", "&notacharacter;missed"),
        ("judged 6", "judging 6"),
        ("judged 6 of 7", "\n::error::judged 6 of 7"),
    ),
    "json": (
        ('"outcome": "missed"', '"outcome": "failed"'),
        ('"outcome": "missed"', '"outcome": "missed", "outcome": "met"'),
        ('"line": 11', '"line": 11.5'),
        ('"line": 11', '"line": NaN'),
        ("missed", "##[error]missed"),
        ("missed", "\u202emissed"),
    ),
    "csv": (
        ("path,entity", "path,path"),
        ("wuhan-wedz,2025", "wuhan-wedz"),
        ("wuhan-wedz,2025", "=wuhan-wedz,2025"),
        ("wuhan-wedz,2025", " ＠wuhan-wedz,2025"),
        ("wuhan-wedz,2025", "-wuhan-wedz,2025"),
        (f"\n{_STEM}", "\n::error::a"),
    ),
    "docx": (
        ("1. Summary", "1. Other"),
        ("<w:body>", "<w:body><w:hyperlink/>"),
        (">First opinion", ">First\u200b opinion"),
        ("<dc:creator>digecon", "<dc:creator>other"),
    ),
    "parquet": (("missed", "failed"), ("noncompliant", "bad"), ("400", "401")),
    "xlsx": (
        ("<v>0.95</v>", "<v>9.5e-1</v>"),
        ("<v>400</v>", "<v>400.00000000000000</v>"),
        ("<v>400</v>", "<v>4000000000000000</v>"),
        ("<v>400</v>", "<f>200+200</f><v>400</v>"),
        ("</sheetData>", "</sheetData><hyperlinks/>"),
        ("<t>Wuhan", "<t>=Wuhan"),
        ("<t>Evidence", "<t>Evi\u200bdence"),
        ("<t>Judged</t>", "<t>Judging</t>"),
        ("<t>Judged</t>", "<t>Targets</t>"),
        ("<t>Not the conclusion", "<t>The conclusion"),
        ('state="frozen"', 'state="split"'),
        ('<autoFilter ref="A1:', '<autoFilter ref="A2:'),
        ('<formula>"met"</formula>', "<formula>A1</formula>"),
        ('orientation="landscape"', 'orientation="portrait"'),
        ('formatCode="0.0%', 'formatCode="'),
        ('name="Findings', 'name="Find*ings'),
        ('name="Findings', 'name="Summary'),
    ),
    "junit": (
        ('failures="3" errors="1">', 'failures="2" errors="1">'),
        ('errors="1" skipped="0" time', 'errors="0" skipped="0" time'),
        ('skipped="0" time="0"', 'time="0"'),
        ("<testcase classname=", '<testcase file="a" classname='),
        (f'<testcase classname="{_STEM}"', '<testcase classname="another"'),
        ('name="wuhan-wedz.core_share_of_gdp"', 'name="wuhan-wedz.core_value_added"'),
        ("</failure>", "</failure><system-out />"),
        ("</failure>", "</failure>text"),
        ("<properties>", "<properties /><properties>"),
        ('<property name="verdict"', '<property name="a" /><property name="verdict"'),
        ("<testsuites ", "<!DOCTYPE a><testsuites "),
        ("<testsuites ", "<!-- a --><testsuites "),
        ("<testsuites ", '<testsuites timestamp="a" '),
        ("The published", "&a;The published"),
        ("The published", "\ufffeThe published"),
        (f">{_STEM}", ">\n::error::a"),
        ("</testsuite>", "</testsuite><properties />"),
    ),
    "sarif": (
        ('"version": "2.1.0"', '"version": "2.0.0"'),
        ('"version": "2.1.0"', '"version": "2.1.0", "version": "2.1.0"'),
        ('"uri": "sample', '"uri": "/sample'),
        ('"uri": "sample', '"uri": "a:b/sample'),
        ('"uri": "sample', '"uri": "../sample'),
        ('"uri": "sample', '"uri": "a sample'),
        ('"uri": "sample', '"uri": "汉sample'),
        ('"uri": "sample', '"uri": "%e6sample'),
        ('"startLine": 11', '"startLine": 0'),
        ('"endColumn": 18', '"endColumn": 12'),
        ('"kind": "fail"', '"kind": "failed"'),
        ('"kind": "fail"', '"kind": "open"'),
        ('"ruleIndex": 0', '"ruleIndex": 1'),
        ('"id": "wuhan-wedz.core_share_of_gdp"', '"id": "wuhan-wedz.core_value_added"'),
        ('"shortDescription"', '"short"'),
        ('"toolExecutionNotifications"', '"told"'),
        ("missed. Reported", "missed [here](1). Reported"),
        ("missed. Reported", "missed [he\\\\]re](1). Reported"),
        ("missed. Reported", "missed {0}. Reported"),
        ("missed. Reported", "missed {{{0}}. Reported"),
        ('"language": "en"', '"language": "the English language"'),
    ),
    "github": (
        ("::error ", "::warning "),
        ("::error ", "::group "),
        ("line=11,", "line=0,"),
        ("endColumn=17", "endColumn=11"),
        (",title=", ",titel="),
        ("judged 6", "judging 6"),
        ("\nsample_reports", "\n::stop-commands::x\nsample_reports"),
        ("\nsample_reports", "\n##[error]x\nsample_reports"),
        ("::error ", 7 * "::error file=a,line=1,col=1,endColumn=1,title=a::b\n" + "::error "),
    ),
}
"""What is changed in an output that can be read, first where it stands, so that it no longer can."""


def test_every_format_has_a_reader_and_broken_outputs_that_it_refuses() -> None:
    assert READERS.keys() == FORMATS.keys()
    assert BROKEN.keys() == FORMATS.keys()
    assert BREAKS.keys() == FORMATS.keys()


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("format", READERS)
@pytest.mark.parametrize("options", [(), REVIEWED, ("--verbose",)], ids=" ".join)
def test_what_is_shown_of_the_samples_can_be_read_back(
    options: tuple[str, ...], format: str, lang: str, digecon: Digecon, tmp_path: Path
) -> None:
    asked = ("--lang", lang, "--as-of", AS_OF)
    for paths in (SAMPLES, [str(tmp_path)]):  # in the folder no report is found
        content, _ = shown(digecon, format, tmp_path, "check", *paths, *asked, *options)
        read_back(format, content)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("format", [name for name, format in FORMATS.items() if format.lints])
@pytest.mark.parametrize("options", [(), ("--strict",), ("--quiet",)], ids=" ".join)
def test_what_is_shown_of_files_only_read_can_be_read_back(
    options: tuple[str, ...], format: str, lang: str, digecon: Digecon, tmp_path: Path
) -> None:
    asked = ("--output-format", format, "--lang", lang)
    for paths in (("tests/invalid", "sample_reports"), ("targets",), (str(tmp_path),)):
        ran = digecon("lint", *paths, *asked, *options)
        assert ran.err == ""
        read_back(format, ran.out)


_SHOWN: dict[str, str | bytes] = {}
"""The sample in each format, shown and read back once a process."""


@pytest.mark.parametrize(("format", "old", "new"), [(name, *one) for name in BREAKS for one in BREAKS[name]])
def test_an_output_changed_in_one_place_is_not_read(
    format: str, old: str, new: str, digecon: Digecon, tmp_path: Path
) -> None:
    if format not in _SHOWN:
        _SHOWN[format] = shown(digecon, format, tmp_path, "check", *SAMPLE).content
        read_back(format, _SHOWN[format])
    content = _SHOWN[format]
    changed = repacked(content, old, new) if isinstance(content, bytes) else content.replace(old, new, 1)
    assert changed != content
    with pytest.raises(UnreadableError):
        read_back(format, changed)


@pytest.mark.parametrize(("format", "text"), [(name, text) for name in BROKEN for text in BROKEN[name]])
def test_what_is_broken_is_not_read(format: str, text: str | bytes) -> None:
    with pytest.raises(UnreadableError):
        read_back(format, text)
