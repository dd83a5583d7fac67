"""Paths as other programs want them: from the root of the repository, and as URIs."""

import os
from urllib.parse import unquote_to_bytes

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hubei_digecon.show.formats import FORMATS
from hubei_digecon.show.paths import artifact_location, from_root
from hubei_digecon.show.view import View

from ..building import PROPERTY
from ..readers import PRINTED, read_back
from ..sarif_reader import is_uri
from ..small_targets import REPORTS, Small
from .conftest import Show

INSIDE = View(folder="/repo/reports", root="/repo")


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("a.yaml", "reports/a.yaml"),
        ("./a.yaml", "reports/a.yaml"),
        ("../a.yaml", "a.yaml"),
        ("sub//a.yaml", "reports/sub/a.yaml"),
        ("/repo/a.yaml", "a.yaml"),
        ("/repo/reports/../b.yaml", "b.yaml"),
        ("/repository/a.yaml", "/repository/a.yaml"),
        ("../../a.yaml", "/a.yaml"),
        ("/etc/passwd", "/etc/passwd"),
        ("-", "-"),
    ],
)
def test_a_path_is_told_from_the_root(path: str, told: str) -> None:
    assert from_root(path, INSIDE) == told


def test_without_a_root_a_path_is_as_it_was_given() -> None:
    assert from_root("../a.yaml", View()) == "../a.yaml"


def test_everything_lies_in_the_root_of_the_machine() -> None:
    assert from_root("a.yaml", View(folder="/reports", root="/")) == "reports/a.yaml"


@pytest.mark.parametrize(
    ("path", "location"),
    [
        ("a b.yaml", {"uri": "reports/a%20b.yaml", "uriBaseId": "%SRCROOT%"}),
        ("../a:b.yaml", {"uri": "./a:b.yaml", "uriBaseId": "%SRCROOT%"}),
        ("../a:b/c.yaml", {"uri": "./a:b/c.yaml", "uriBaseId": "%SRCROOT%"}),
        ("a:b.yaml", {"uri": "reports/a:b.yaml", "uriBaseId": "%SRCROOT%"}),
        ("../100%.yaml", {"uri": "100%25.yaml", "uriBaseId": "%SRCROOT%"}),
        ("../汉.yaml", {"uri": "%E6%B1%89.yaml", "uriBaseId": "%SRCROOT%"}),
        ("/tmp/a b.yaml", {"uri": "file:///tmp/a%20b.yaml"}),
        ("/tmp/a:b.yaml", {"uri": "file:///tmp/a:b.yaml"}),
        ("//tmp/a.yaml", {"uri": "file:///tmp/a.yaml"}),
        ("-", {"uri": "-", "uriBaseId": "%SRCROOT%"}),
    ],
)
def test_a_location_is_a_uri(path: str, location: dict[str, str]) -> None:
    assert artifact_location(path, INSIDE) == location


SEGMENTS = st.binary(min_size=1, max_size=12).filter(
    lambda name: not {0, ord("/")} & set(name) and name not in (b".", b"..")
)


@PROPERTY
@given(st.lists(SEGMENTS, min_size=1, max_size=4), st.booleans())
def test_a_uri_holds_every_byte_of_the_name(segments: list[bytes], outside: bool) -> None:
    name = b"/".join(segments)
    path = os.fsdecode(b"/elsewhere/" + name if outside else b"/repo/" + name)
    location = artifact_location(path, INSIDE)
    uri = location["uri"]
    assert is_uri(uri)
    assert uri.isascii()
    assert ("uriBaseId" in location) != outside
    assert unquote_to_bytes(uri.removeprefix("file:///elsewhere/").removeprefix("./")) == name


NAMES = (
    b"a\xff\xfe.yaml",
    b"\xe6\xb1.yaml",
    "汉 字.yaml".encode(),
    b"a:b,c%d.yaml",
    b"\x01\x7f.yaml",
    b"a\n\tb",
    b"'=1",
    b"]]>&<.yaml",
)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("format", PRINTED)
def test_a_file_name_of_any_bytes_is_read_back_in_every_format(
    format: str, name: bytes, show: Show, small: Small
) -> None:
    for text in (REPORTS["missed"], "- 1\n"):
        (small.folder / os.fsdecode(name)).write_text(text, "utf-8")
        read_back(format, show(format, os.fsdecode(name), f"./{os.fsdecode(name)}"))
        if FORMATS[format].lints:
            read_back(format, show(format, os.fsdecode(name), command="lint"))
