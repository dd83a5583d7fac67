"""A format of which something is not installed: told in words before anything is judged or written."""

import sys
from pathlib import Path

import pytest

from hubei_digecon.domain.exit_codes import Exit
from hubei_digecon.show.formats import FORMATS

from ..conftest import Digecon
from ..small_targets import Small

EXTRAS = {name: format.extra for name, format in FORMATS.items() if format.extra}
SCORED = [name for name in EXTRAS if FORMATS[name].scores]
MISSING = {
    "zh": '--output-format 的值不合适：“html”要用到jinja2，没有安装。请运行：python -m pip install "jinja2>=3.1"',
    "en": '--output-format: “html” needs jinja2, which is not installed; run: python -m pip install "jinja2>=3.1"',
}


@pytest.fixture
def small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Small:
    """The small folder of targets, on a machine without anything of any extra."""
    for extra in EXTRAS.values():
        for module in extra.modules:
            monkeypatch.setitem(sys.modules, module, None)
    monkeypatch.chdir(tmp_path)
    return Small(tmp_path)


@pytest.mark.parametrize("lang", MISSING)
@pytest.mark.parametrize("command", ["check", "score"])
def test_the_page_says_what_to_install(command: str, lang: str, small: Small, digecon: Digecon) -> None:
    report = small.report("missed")
    options = ("--targets", "targets", "--lang", lang)
    ran = digecon(command, report, *options, "--output-format", "html=page.html")
    assert (ran.code, ran.out) == (Exit.USAGE, "")
    assert ran.err.startswith(f"digecon {command}: {MISSING[lang]}\n")
    assert not Path("page.html").exists()


@pytest.mark.parametrize(
    ("command", "name"), [*(("check", name) for name in EXTRAS), *(("score", name) for name in SCORED)]
)
def test_every_format_with_an_extra_names_it_and_writes_nothing(
    command: str, name: str, small: Small, digecon: Digecon
) -> None:
    report = small.report("missed")
    sinks = ("--output-format", "json=beside.json", "--output-format", f"{name}=out")
    ran = digecon(command, report, "--targets", "targets", "--lang", "en", *sinks)
    assert (ran.code, ran.out) == (Exit.USAGE, "")
    assert f"“{name}” needs {', '.join(EXTRAS[name].modules)}, which is not installed" in ran.err
    assert EXTRAS[name].command in ran.err
    assert not Path("out").exists()
    assert not Path("beside.json").exists()


def test_the_other_formats_need_none_of_it(small: Small, digecon: Digecon) -> None:
    for name in FORMATS.keys() - EXTRAS.keys():
        ran = digecon(*small.check("missed"), "--output-format", name)
        assert ran.code == Exit.MISSED
