"""Files made to harm: in real processes, killed when they hang, and by the thousand in this one.

Whatever a file holds, the run ends in 3 (or 4 where nothing is found to check), with a message and
without a traceback; never as if a target had been met or missed, and never as an internal fault.
"""

import copy
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from hubei_digecon.diagnostics import Place
from hubei_digecon.load.document import parsed
from hubei_digecon.load.faults import InputError, accepted
from hubei_digecon.load.reports import read_report
from hubei_digecon.load.source import MAX_BYTES, decoded
from hubei_digecon.load.targets import TargetLibrary

from .conftest import ROOT, Digecon
from .laws import examples
from .load.reading import HEAD, QUICK
from .printed_diagnostics import ids_in

CUT = {"more-faults", "too-many-faults"}
"""How a list of very many diagnostics ends."""

SECONDS, PATIENCE = 10, 120
"""After so many of the processor's seconds, or of the clock's, a process is killed; a sound run takes a fraction of one."""


@dataclass(frozen=True)
class Hostile:
    """A file, the kinds of diagnostics it must give rise to, and words that must be said of it."""

    name: str
    content: bytes | Callable[[Path], Any]
    kinds: tuple[str, ...]
    says: str = ""
    code: int = 3

    @property
    def is_small(self) -> bool:
        """Whether it is a short text, which can hardly hang or crash."""
        return isinstance(self.content, bytes) and len(self.content) < 1000


def _yaml(name: str, content: str | bytes, *kinds: str, says: str = "") -> Hostile:
    data = content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass")
    return Hostile(f"{name}.yaml", data, kinds, says)


def _json(name: str, content: str, *kinds: str, says: str = "") -> Hostile:
    return Hostile(f"{name}.json", content.encode("utf-8", "surrogatepass"), kinds, says)


def _observed(written: str) -> str:
    return f"{HEAD}observations:\n  {written}\n"


def _folder_of_others(path: Path) -> None:
    path.mkdir()
    (path / "notes.txt").write_text(HEAD, "utf-8")


_ALIAS_BOMB = (
    "a: &a [x, x, x, x, x, x, x, x, x]\n"
    + "".join(
        f"{new}: &{new} [{', '.join([f'*{old}'] * 9)}]\n"
        for old, new in zip("abcdefgh", "bcdefghi", strict=True)
    )
    + "entity: *i\n"
)
_MERGE_BOMB = "a: &a {x: 1}\n" + "".join(
    f"{new}: &{new} {{<<: [{', '.join([f'*{old}'] * 10)}]}}\n"
    for old, new in zip("abcdef", "bcdefg", strict=True)
)
_UNKNOWN_KEYS = "".join(f"k{number:05}:\n" for number in range(20_000))

HOSTILE = (
    _yaml("empty", "", "empty-file"),
    _yaml("blank", " \n\n# \n", "empty-file"),
    _yaml("binary", bytes(range(256)) * 64, "not-utf8"),
    _yaml("random", bytes((number * 7919 + 13) % 251 for number in range(4096)), "not-utf8"),
    _yaml("png", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "not-utf8"),
    _yaml("zip", b"PK\x03\x04\x14\x00\x08\x08\x08\x00", "syntax", says="U+0003"),
    _yaml("gb18030", "# 武汉经济技术开发区二〇二五年数字经济报告\n".encode("gb18030"), "not-utf8", says="GB18030"),
    _yaml("utf-16", HEAD.encode("utf-16"), "not-utf8", says="UTF-16"),
    _yaml("utf-16-le", b"e\x00n\x00t\x00i\x00t\x00y\x00:\x00\n\x00", "syntax", says="U+0000"),
    _yaml("latin-1", "entity: Wuh\xe4n\n".encode("latin-1"), "not-utf8"),
    _yaml("overlong", b"entity: \xc0\xaf\n", "not-utf8"),
    _yaml("surrogate-bytes", "entity: \ud800\n", "not-utf8"),
    _yaml("brackets", "[" * 200_000, "too-deep"),
    _yaml("braces", "{a: " * 200_000, "too-deep"),
    _yaml("dashes", "- " * 50_000, "too-deep"),
    _yaml("question-marks", "? " * 50_000, "key-not-text"),
    _yaml("brackets-below-a-key", HEAD + "note: " + "[" * 200_000, "too-deep"),
    _yaml("indented", "".join(f"{' ' * level}a:\n" for level in range(500)), "too-deep"),
    _json("deep", "[" * 200_000, "too-deep"),
    _json("deep-objects", '{"a":' * 100_000, "too-deep"),
    _yaml("alias-bomb", _ALIAS_BOMB, "alias", "missing-key", "unknown-key"),
    _yaml("merge-key-bomb", _MERGE_BOMB, "alias", "merge-key", "missing-key", "unknown-key"),
    _yaml("many-aliases", HEAD + "note: [" + "*a," * 100_000 + "]\n", "alias"),
    _yaml("two-mebibytes", b"#" * (2 * MAX_BYTES), "too-large"),
    _yaml("many-values", HEAD + "note: [" + "a," * 100_000 + "]\n", "too-many-values"),
    _yaml("unknown-keys", HEAD + _UNKNOWN_KEYS, "unknown-key"),
    _yaml("unknown-indicators", HEAD + "observations:\n" + _UNKNOWN_KEYS.replace("k", " k").replace(":", ": 1"),
          "unknown-indicator"),
    _yaml("duplicates", "".join(f"k{number:05}:\n" for number in range(20_000)) + "z:\n" * 9_000, "duplicate-key"),
    _yaml("faults-on-one-line", _observed("gazelle_firms: {items: [" + "{name: a, year: b}," * 5_000 + "]}"),
          "items-without-value", "not-whole"),
    _json("hidden-characters-on-one-line",
          '{"entity": "wuhan", "period": "2025", "submitted": {"by": "a", "date": "2026-01-01"}, "observations": {'
          + ",".join(f'"k{number}{chr(0x200b) * 800}": "1"' for number in range(60)) + "}}",
          "unknown-indicator"),
    _yaml("long-key", "a" * 100_000 + ": b\n", "syntax"),
    _yaml("long-value", _observed("gdp: " + "汉" * 300_000), "not-a-number"),
    _yaml("hidden-value", _observed("gdp: " + "\u200b" * 300_000), "not-a-number"),
    _yaml("duplicate-keys", HEAD + "period: 2024\n", "duplicate-key"),
    _yaml("keys-of-other-types", "1: a\n'1': b\ntrue: c\n", "duplicate-key", "missing-key", "unknown-key"),
    _yaml("list", "- a\n", "not-a-mapping"),
    _yaml("scalar", "a\n", "not-a-mapping"),
    _yaml("two-documents", HEAD + "---\n" + HEAD, "several-documents"),
    _yaml("raw-escape", HEAD + "note: \x1b[2J\n", "syntax", says="U+001B"),
    _yaml("nul", HEAD + "note: \0\n", "syntax", says="U+0000"),
    _yaml("next-line", HEAD + "note: a\u0085b\n", "line-break", says="U+0085"),
    _yaml("line-separator", HEAD + "note: a\u2028b\n", "line-break", says="U+2028"),
    _yaml("lone-return", HEAD + "note: a\rb\n", "line-break", says="U+000D"),
    _yaml("surrogate", HEAD + 'note: "\\ud800"\n', "syntax"),
    _json("surrogate", '{"entity": "\\ud800"}', "syntax"),
    _yaml("key-not-text", "? [a]\n: b\n", "key-not-text"),
    _yaml("no-key", "?\n: b\n", "key-not-text"),
    _yaml("digits", _observed("gdp: " + "9" * 5000 + "亿元"), "not-a-number"),
    _yaml("digits-of-a-year", HEAD.replace("2025", "9" * 5000), "bad-period"),
    _yaml("digits-of-a-date", HEAD.replace("2026-01-20", "9" * 5000 + "-01-01"), "bad-date"),
    _yaml("digits-of-a-revision", HEAD.replace("}", ", revision: " + "9" * 5000 + "}"), "not-whole"),
    _yaml("month-13", HEAD.replace("2026-01-20", "2025-13-01"), "bad-date"),
    _yaml("huge-exponent", _observed("gdp: 1.0e+999999"), "not-a-number"),
    _json("huge-number", '{"entity": "wuhan", "period": 2025, "submitted": {"by": "a", "date": "2026-01-01"}, '
          '"observations": {"gdp": {"value": 1e999999999, "unit": "亿元"}}}', "not-a-number"),
    _yaml("boolean", _observed("gdp: no"), "not-a-number", says="“no” is not a number"),
    _yaml("sexagesimal", _observed("gdp: 12:30"), "not-a-number", says="“12:30” is not a number"),
    _yaml("octal", _observed("gdp: 010"), "missing-unit", says="“010” has no unit"),
    _yaml("underscore", _observed("gdp: 1_000"), "not-a-number", says="“1_000” is not a number"),
    _yaml("not-a-number", _observed("gdp: .nan"), "not-a-number", says="“.nan” is not a number"),
    _yaml("python-tag", HEAD + 'note: !!python/object/apply:os.system ["touch hacked"]\n', "tag", "wrong-type"),
    _yaml("markup", HEAD + "'[/x][red]:100:[link=a]b': c\n", "unknown-key", says="[/x][red]:100:[link=a]b"),
    _yaml("braces-in-words", HEAD + "'{0}{text}%s': c\n", "unknown-key", says="{0}{text}%s"),
    _yaml("escapes", HEAD + '"\\e[31m\\u202e\\0": c\n', "unknown-key", says="<U+001B>[31m<U+202E><U+0000>"),
    _yaml("path-out", _observed("gdp: {value: 1亿元, source: {document: ../../../../etc/passwd}}"), "bad-document-path"),
    Hostile("fifo.yaml", os.mkfifo, ("not-a-file",), "a FIFO"),
    Hostile("zero.yaml", lambda path: path.symlink_to("/dev/zero"), ("not-a-file",), "a character device"),
    Hostile("stdin.yaml", lambda path: path.symlink_to("/dev/stdin"), ("not-a-file",)),
    Hostile("missing.yaml", lambda path: None, ("unreadable",)),
    Hostile("circle.yaml", lambda path: path.symlink_to(path), ("unreadable",)),
    Hostile("a" * 256 + ".yaml", lambda path: None, ("unreadable",)),
    Hostile("folder", lambda path: path.mkdir(), (), "judged 0 of 0: no report was found to check.", 4),
    Hostile("folder-of-others", _folder_of_others, ("looks-like-report",),
            "judged 0 of 0", 4),
)  # fmt: skip


Ended = Future[subprocess.CompletedProcess[str]]
IN_A_PROCESS = [
    pytest.param(one, marks=pytest.mark.heavy if one.is_small else (), id=one.name[:40]) for one in HOSTILE
]
"""Every file; the small ones are read in this process too, and by the thousand, so they can wait."""


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All hostile files."""
    folder = tmp_path_factory.mktemp("hostile")
    for hostile in HOSTILE:
        if isinstance(hostile.content, bytes):
            (folder / hostile.name).write_bytes(hostile.content)
        else:
            hostile.content(folder / hostile.name)
    return folder


@pytest.fixture(scope="session")
def processes(folder: Path, request: pytest.FixtureRequest) -> Iterator[dict[str, Ended]]:
    """Every file of this run checked in a process of its own, a few at a time."""
    scrubbed = ("LC_", "LANG", "DIGECON_", "NO_COLOR", "FORCE_COLOR")
    environment = {name: value for name, value in os.environ.items() if not name.startswith(scrubbed)}
    run = partial(
        subprocess.run, capture_output=True, check=False, cwd=folder, text=True, encoding="utf-8", timeout=PATIENCE,
        env=environment | {"PYTHONIOENCODING": "utf-8", "COLUMNS": "80"}, stdin=subprocess.DEVNULL,
    )  # fmt: skip
    limited = ("sh", "-c", f'ulimit -t {SECONDS} && exec "$@"', "sh")
    command = (*limited, sys.executable, "-m", "hubei_digecon", "check", "--lang", "en")
    calls = (getattr(item, "callspec", None) for item in request.session.items)
    wanted = dict.fromkeys(call.params["hostile"].name for call in calls if call and "hostile" in call.params)
    with ThreadPoolExecutor(max(os.cpu_count() or 1, 2)) as pool:
        yield {name: pool.submit(run, [*command, name]) for name in wanted}


def _is_refused(hostile: Hostile, code: int, out: str, err: str) -> bool:
    """Whether a file was refused as it should be, by a message that does no harm itself."""
    assert (code, err) == (hostile.code, "")
    assert "Traceback" not in out
    assert set(ids_in(out)) - CUT == set(hostile.kinds)
    assert hostile.says in out
    assert not any(character in out for character in "\x00\x1b\x7f\u0085\u2028\u202e\u200b")
    return len(out) < MAX_BYTES


@pytest.mark.parametrize("hostile", IN_A_PROCESS)
def test_a_hostile_file_is_refused_with_a_message(hostile: Hostile, processes: dict[str, Ended]) -> None:
    ran = processes[hostile.name].result()
    assert _is_refused(hostile, ran.returncode, ran.stdout, ran.stderr)


@pytest.mark.parametrize("small", [one for one in HOSTILE if one.is_small], ids=lambda one: one.name[:40])
def test_a_small_hostile_file_is_refused_in_this_process_too(
    small: Hostile, folder: Path, digecon: Digecon, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    ran = digecon("check", small.name, "--lang", "en")
    assert _is_refused(small, ran.code, ran.out, ran.err)
    assert not (folder / "hacked").exists()


def test_every_name_is_used_once() -> None:
    names = [hostile.name for hostile in HOSTILE]
    assert len(names) == len(set(names))


_PATHS = ("a\0b.yaml", "\0", "", "\udcff.yaml", "\x1b[31m\u202e.yaml", "/dev/null/report.yaml")
_LONG = ("a" * 300, "a/" * 3000)


@pytest.mark.parametrize(
    ("command", "path"),
    [*(("check", path) for path in (*_PATHS, *_LONG)), *(("lint", path) for path in (*_PATHS, *_LONG))],
)
def test_a_hostile_path_is_refused_with_a_message(command: str, path: str, digecon: Digecon) -> None:
    ran = digecon(command, path, "--lang", "en")
    assert (ran.code, ran.err) == (3, "")
    assert "error unreadable: it cannot be opened: " in " ".join(ran.out.split())
    assert not any(character in ran.out for character in "\x00\x1b\u202e\udcff")


def test_a_hostile_path_is_no_trouble_where_results_are_written(digecon: Digecon, tmp_path: Path) -> None:
    for path in ("a\0b.yaml", *_LONG):
        ran = digecon("check", path, "--output-format", f"json={tmp_path / 'result.json'}")
        assert ran.code == 3
        assert (tmp_path / "result.json").exists()


def test_a_byte_order_mark_is_fine(digecon: Digecon) -> None:
    for content in (
        HEAD,
        '{"entity": "wuhan", "period": "2025", "submitted": {"by": "a", "date": "2026-01-01"}}',
    ):
        assert digecon("check", "-", stdin=b"\xef\xbb\xbf" + content.encode()).code == 4


# By the thousand: whatever is read, nothing but our own error leaves load, and check never ends in 70.

SAMPLES = [path.read_bytes() for path in sorted((ROOT / "sample_reports").glob("*/*.yaml"))]
CODES = {0, 1, 3, 4}

_PIECES = (
    "entity: wuhan\n", "period: 2025\n", "submitted: {by: a, date: 2026-01-01}\n", "observations:\n", "  gdp: 1亿元\n",
    "  core_share_of_gdp: ", "31.2%", "{", "}", "[", "]", ",", ":", ": ", "- ", "? ", "&a ", "*a ", "!!str ", "<<: ",
    "|\n", ">\n", "'", '"', "\\", "\\ud800", "#", "%YAML 1.1\n", "---\n", "...\n", "\n", "  ", "\t", "\r\n", "\ufeff",
    "null", "~", ".nan", "1e999", "2025-13-01", "\u200b", "\u202e", "é", "𠮷", "０", "百分点", "家", "约", "items: ", "name: ",
    "evidence: ", "source: ", "value: ", "unit: ", "state: ", "missing: ", "target: ", "base: ", "period: ",
    "targets: {}\n", "reviewer: {name: a}\n", "\x00", "\x1b", "\u0085", "\u2028",
)  # fmt: skip
_TEXTS = st.lists(st.sampled_from(_PIECES), max_size=30).map("".join).map(lambda text: text.encode())


@st.composite
def _mutated(draw: st.DrawFn) -> bytes:
    """Draw a sample report with a few bytes or lines changed, taken out, doubled, or put elsewhere."""
    data = draw(st.sampled_from(SAMPLES))
    for _ in range(draw(st.integers(1, 6))):
        start = draw(st.integers(0, len(data)))
        end = min(len(data), start + draw(st.sampled_from([0, 1, 2, 3, 8, 40, 200])))
        piece = draw(
            st.sampled_from(_PIECES).map(str.encode) | st.binary(max_size=4) | st.just(data[start:end])
        )
        data = data[:start] + piece + data[end:]
    return data


@st.composite
def _mutated_lines(draw: st.DrawFn) -> bytes:
    """Draw a sample report whose lines are shuffled a little, set in, emptied, or given another value."""
    lines = draw(st.sampled_from(SAMPLES)).decode().splitlines(keepends=True)
    for _ in range(draw(st.integers(1, 5))):
        index = draw(st.integers(0, len(lines) - 1))
        key, colon, _ = lines[index].partition(":")
        lines[index] = draw(
            st.sampled_from(
                ["", lines[index] * 2, "  " + lines[index], lines[index].lstrip(), f"{key}{colon}\n",
                 f"{key}: [{key.strip()}]\n", f"{key}: {{a: b}}\n", lines[draw(st.integers(0, len(lines) - 1))]]
            )
            | st.sampled_from([f"{key}: {piece}\n" for piece in _PIECES])
        )  # fmt: skip
    return "".join(lines).encode()


_ODD: list[Any] = [
    None, "text", "-1", 5, True, [], ["text"], [["text"]], [{}], {}, {"value": "1"}, {"unknown": None},
]  # fmt: skip


def _paths(node: Any, at: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    if isinstance(node, dict | list):
        steps = node.items() if isinstance(node, dict) else enumerate(node)
        for step, value in steps:
            yield (*at, step)
            yield from _paths(value, (*at, step))


TREES = [json.loads(json.dumps(parsed(decoded("sample", data)).root)) for data in SAMPLES]


@st.composite
def _mutated_trees(draw: st.DrawFn) -> bytes:
    """Draw a sample report with values put in place of others of another sort."""
    tree = copy.deepcopy(draw(st.sampled_from(TREES)))
    for _ in range(draw(st.integers(1, 4))):
        *way, last = draw(st.sampled_from(list(_paths(tree))))
        node = tree
        for step in way:
            node = node[step]
        node[last] = copy.deepcopy(draw(st.sampled_from(_ODD)))
    return json.dumps(tree, ensure_ascii=False).encode()


_INPUTS = st.one_of(
    _mutated_trees(),
    st.binary(max_size=200),
    st.text(max_size=200).map(str.encode),
    _TEXTS,
    _mutated(),
    _mutated_lines(),
)
_NAMES = st.sampled_from(["report.yaml", "report.json"])


def _load(data: bytes, name: str, library: TargetLibrary) -> None:
    """Read a report; every fault of one that is refused has its words, and a place within the file."""
    refused: InputError | None = None
    try:
        accepted(read_report(parsed(decoded(name, data)), library))
    except InputError as error:
        refused = error
    if refused is None:
        return
    assert refused.faults
    lines = data.decode("utf-8", "replace").count("\n") + 2
    for fault in refused.faults:
        place = fault.place or Place(1, 1)
        assert fault.message.zh
        assert fault.fix.en
        assert 0 < place.line <= lines
        assert min(place.column, place.width) > 0


_BUT = [*settings().suppress_health_check, HealthCheck.function_scoped_fixture]
_EVERYTHING = settings(database=None, suppress_health_check=_BUT)
_SAME = settings(QUICK, suppress_health_check=_BUT)


@settings(_SAME, max_examples=examples(300))
@given(data=_INPUTS, name=_NAMES)
@example(data=b"", name="report.yaml")
@example(data=b"\xff\xfe\x00", name="report.json")
def test_whatever_a_file_holds_nothing_but_our_own_error_leaves_load(
    data: bytes, name: str, library: TargetLibrary
) -> None:
    _load(data, name, library)


@pytest.mark.heavy
@settings(_EVERYTHING, max_examples=15_000)
@given(data=_INPUTS, name=_NAMES)
def test_whatever_very_many_files_hold_nothing_but_our_own_error_leaves_load(
    data: bytes, name: str, library: TargetLibrary
) -> None:
    _load(data, name, library)


@settings(_SAME, max_examples=examples(100))
@given(data=_INPUTS, form=st.sampled_from(["table", "json"]), lang=st.sampled_from(["zh", "en"]))
def test_whatever_a_file_holds_check_ends_in_a_code_of_its_table(
    data: bytes, form: str, lang: str, digecon: Digecon
) -> None:
    ran = digecon("check", "-", "--lang", lang, "--output-format", form, stdin=data)
    assert ran.code in CODES, ran.err
    assert "Traceback" not in ran.out + ran.err


@pytest.mark.heavy
@settings(_EVERYTHING, max_examples=4_000)
@given(data=_INPUTS, form=st.sampled_from(["table", "json"]), lang=st.sampled_from(["zh", "en"]))
def test_whatever_very_many_files_hold_check_ends_in_a_code_of_its_table(
    data: bytes, form: str, lang: str, digecon: Digecon
) -> None:
    ran = digecon("check", "-", "--lang", lang, "--output-format", form, stdin=data)
    assert ran.code in CODES, ran.err


@pytest.mark.heavy
@settings(_EVERYTHING, max_examples=2_000)
@given(data=st.one_of(_TEXTS, st.binary(max_size=100)))
def test_whatever_a_target_file_holds_lint_ends_in_a_code_of_its_table(data: bytes, digecon: Digecon) -> None:
    ran = digecon("lint", "-", stdin=b"targets:\n" + data)
    assert ran.code in CODES, ran.err
