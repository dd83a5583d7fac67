"""How a file is opened: regular files only, bounded, strictly UTF-8, with hints that help."""

import hashlib
import os
import socket
from pathlib import Path

import pytest

from hubei_digecon.load.document import read_document
from hubei_digecon.load.faults import InputError, accepted
from hubei_digecon.load.source import MAX_BYTES, read_source
from hubei_digecon.text import Text

from .reading import refused


def _fault(path: str) -> tuple[str, Text]:
    with pytest.raises(InputError) as error:
        read_source(path)
    (fault,) = error.value.faults
    assert error.value.source.path == path
    return fault.kind.id, fault.message


def test_a_file_is_read_with_its_digest(tmp_path: Path) -> None:
    path = tmp_path / "report.yaml"
    path.write_bytes(b"\xef\xbb\xbfa: b\r\nc: d\r\n")
    source = read_source(str(path))
    assert source.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert (source.text, source.path) == ("a: b\r\nc: d\r\n", str(path))
    assert [source.line(1), source.line(2)] == ["a: b", "c: d"]


def test_one_mebibyte_is_read_and_a_byte_more_is_not(tmp_path: Path) -> None:
    path = tmp_path / "report.yaml"
    path.write_bytes(b"a: b\n#".ljust(MAX_BYTES, b"."))
    assert accepted(read_document(str(path))).root == {"a": "b"}
    path.write_bytes(b"a: b\n#".ljust(MAX_BYTES + 1, b"."))
    assert _fault(str(path)) == ("too-large", Text("文件超过1 MiB", "it is larger than 1 MiB"))


def test_a_file_that_is_not_there_is_unreadable(tmp_path: Path) -> None:
    said = Text("无法打开：没有这个文件", "it cannot be opened: there is no such file")
    assert _fault(str(tmp_path / "none.yaml")) == ("unreadable", said)
    assert _fault("") == ("unreadable", said)


def test_a_path_with_a_nul_is_unreadable() -> None:
    said = Text("无法打开：路径不合法", "it cannot be opened: the path is not a possible one")
    assert _fault("a\0b.yaml") == ("unreadable", said)


def test_a_path_through_a_file_is_unreadable(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    assert _fault(str(tmp_path / "file" / "report.yaml"))[0] == "unreadable"


def test_a_name_of_more_than_255_characters_is_unreadable(tmp_path: Path) -> None:
    assert _fault(str(tmp_path / ("a" * 256)))[0] == "unreadable"
    assert _fault("a/" * 3000)[0] == "unreadable"


def test_a_file_without_permission_is_unreadable(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_arguments: object, **_settings: object) -> int:
        raise PermissionError(13, "Permission denied")

    path = tmp_path / "report.yaml"
    path.write_text("a: b\n", "utf-8")
    monkeypatch.setattr(os, "open", refuse)
    said = Text("无法打开：没有读取权限", "it cannot be opened: there is no permission to read it")
    assert _fault(str(path)) == ("unreadable", said)


def test_a_link_to_a_file_is_read_and_a_circle_of_links_is_not(tmp_path: Path) -> None:
    (tmp_path / "report.yaml").write_text("a: b\n", "utf-8")
    (tmp_path / "link.yaml").symlink_to("report.yaml")
    assert accepted(read_document(str(tmp_path / "link.yaml"))).root == {"a": "b"}
    (tmp_path / "round.yaml").symlink_to("round.yaml")
    assert _fault(str(tmp_path / "round.yaml"))[0] == "unreadable"


def test_only_regular_files_are_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    os.mkfifo("fifo.yaml")
    assert _fault("fifo.yaml") == (
        "not-a-file",
        Text("不是普通文件（命名管道）", "it is not a regular file (a FIFO)"),
    )
    assert _fault(os.devnull) == (
        "not-a-file",
        Text("不是普通文件（字符设备）", "it is not a regular file (a character device)"),
    )
    with socket.socket(socket.AF_UNIX) as end:
        end.bind("socket.yaml")
        assert _fault("socket.yaml")[0] in ("not-a-file", "unreadable")


def test_a_link_to_what_is_no_file_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "link.yaml").symlink_to(os.devnull)
    assert _fault(str(tmp_path / "link.yaml"))[0] == "not-a-file"


@pytest.mark.parametrize(
    ("data", "byte", "hint"),
    [
        ("武汉经济技术开发区".encode("gb18030"), 1, "GB18030"),
        ("entity: 武汉".encode("gb18030"), 9, "GB18030"),
        ("# 武汉经济技术开发区数字经济发展情况\n".encode("gbk"), 3, "GB18030"),
        ("entity: wuhan\n".encode("utf-16"), 1, "UTF-16"),
        ("entity: wuhan\n".encode("utf-16").replace(b"\xff\xfe", b"\xfe\xff"), 1, "UTF-16"),
        (b"entity: wuhan\xff\n", 14, None),
        (b"a: \xc3\x28\n", 4, None),
        (b"a: \xed\xa0\x80\n", 4, None),
        (b"a: \xc0\xaf\n", 4, None),
        (b"a: \xf4\x90\x80\x80\n", 4, None),
        (b"a: \xe6\xad\n", 4, None),
        (bytes(range(256)), 129, None),
    ],
)
def test_what_is_not_utf8_is_told_with_the_byte_and_a_hint(
    data: bytes, byte: int, hint: str | None, tmp_path: Path
) -> None:
    path = tmp_path / "report.yaml"
    path.write_bytes(data)
    kind, message = _fault(str(path))
    assert kind == "not-utf8"
    assert message.en == f"it is not UTF-8 from byte {byte} on" + (f" (it looks like {hint})" if hint else "")
    assert message.zh.startswith(f"第{byte}个字节起不是UTF-8编码" + (f"（看起来是{hint}" if hint else ""))


def test_utf16_without_a_mark_is_refused_all_the_same() -> None:
    assert refused("entity: wuhan\n".encode("utf-16-le")) == ["syntax"]
    assert refused("entity: 武汉\n".encode("utf-16-be"))[0] in ("not-utf8", "syntax")


@pytest.mark.parametrize("name", ["report.yaml", "report.json"])
@pytest.mark.parametrize(
    ("character", "shown"),
    [
        ("\u0085", "U+0085 (NEL)"),
        ("\u2028", "U+2028 (LINE SEPARATOR)"),
        ("\u2029", "U+2029 (PARAGRAPH SEPARATOR)"),
        ("\r", "U+000D (CR)"),
    ],
)
def test_line_breaks_that_editors_do_not_show_are_refused_at_their_place(
    character: str, shown: str, name: str, tmp_path: Path
) -> None:
    path = tmp_path / name
    path.write_bytes(f'{{"a": "b",\r\n"c": "甲{character}乙"}}\n'.encode())
    with pytest.raises(InputError) as error:
        read_source(str(path))
    (fault,) = error.value.faults
    assert fault.kind.id == "line-break"
    assert f"it contains {shown}, " in fault.message.en
    assert fault.place is not None
    assert (fault.place.line, fault.place.column) == (2, 8)
    assert error.value.source.line(2).startswith('"c": "甲')
