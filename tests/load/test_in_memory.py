"""What a program holds in memory is read as a file is, and called by its keys and rows."""

import datetime
import io
import pickle
import re
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hubei_digecon import (
    InputError,
    ReportText,
    check,
    lint,
    load_report,
    new,
    score,
    trend,
    verify,
)
from hubei_digecon.diagnostics.extras import Extra
from hubei_digecon.load.in_memory import Names, as_text, held
from hubei_digecon.load.source import HeldFile, MadeOf

from ..building import LIBRARY
from ..conftest import ROOT

DAY = datetime.date(2026, 2, 28)
SAMPLE = ROOT / "sample_reports/illustrative/wuhan-wedz-2025.yaml"
PATHS = rf"{re.escape(str(SAMPLE))}|<[^<>]*>"
REPORT: dict[str, Any] = {
    "entity": "wuhan-wedz",
    "period": 2025,
    "submitted": {"by": "示例单位", "date": datetime.date(2026, 1, 20), "revision": 1.0},
    "illustrative": True,
    "observations": {
        "gdp": "2000亿元",
        "core_value_added": {"value": Decimal("432.10"), "unit": "亿元", "status": None},
    },
}


def bytes_of(value: Any) -> HeldFile:
    return held(value, "paths", Names())


def test_a_mapping_becomes_json_with_every_value_as_text() -> None:
    file = bytes_of(REPORT)
    assert (file, file.reader, file.made_of) == ("<dict 1>", "json", MadeOf.KEYS)
    assert '"value": "432.10"' in file.data.decode()
    assert '"date": "2026-01-20"' in file.data.decode()
    assert '"revision": "1"' in file.data.decode()
    assert '"illustrative": "true"' in file.data.decode()


def test_each_has_a_name_of_its_own() -> None:
    opened = io.BytesIO(b"x")
    opened.name = "/somewhere/report.csv"
    names = Names()
    given_ = [{}, {}, ReportText("x"), ReportText("x", name="a.yaml"), ReportText("x", name="a.yaml"), opened]
    assert [str(held(one, "paths", names)) for one in given_] == [
        "<dict 1>", "<dict 2>", "<text 1>", "<a.yaml>", "<a.yaml 2>", "<report.csv>",
    ]  # fmt: skip
    assert held(opened, "paths", names).reader == "csv"


def test_a_file_keeps_its_bytes_in_another_process() -> None:
    file = bytes_of(REPORT)
    again = pickle.loads(pickle.dumps(file))
    assert (again, again.data, again.reader, again.made_of) == (file, file.data, "json", MadeOf.KEYS)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, None), (float("nan"), None), (Decimal("NaN"), None), ("31.2%", "31.2%"), (True, "true"),
        (182, "182"), (182.0, "182"), (-0.0, "0"), (Decimal("1E+3"), "1000"), (Fraction(1, 8), "0.125"),
        (DAY, "2026-02-28"), (datetime.datetime(2026, 2, 28), "2026-02-28"),
    ],
)  # fmt: skip
def test_what_is_exact_is_written(value: object, text: str | None) -> None:
    assert as_text(value, "gdp") == text


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (
            31.2,
            "gdp: 31.2 is a float, which holds no decimals exactly; give it as it is reported, as text "
            '("31.2") or as decimal.Decimal("31.2")',
        ),
        (float("inf"), "gdp: inf is no number that a report can hold"),
        (Fraction(1, 3), "gdp: 1/3 has no end as a decimal; give the number as it is reported"),
        (Decimal("Infinity"), "gdp: Infinity is no number that a report can hold"),
        (datetime.datetime(2026, 2, 28, 9), "gdp: a day, not a moment (2026-02-28 09:00:00)"),
        (b"x", "gdp: text, a number or a day, not bytes"),
    ],
)
def test_what_is_not_exact_is_refused_with_the_cure(value: object, said: str) -> None:
    with pytest.raises(TypeError) as error:
        as_text(value, "gdp")
    assert str(error.value) == said


def test_a_number_longer_than_any_figure_is_refused() -> None:
    for value in (
        10**5000,
        Fraction(10**5000),
        Fraction(1, 2**20000),
        Decimal("1E+999999999999"),
        Decimal("1E-999999999999"),
    ):
        with pytest.raises(
            TypeError, match=r"^gdp: a number of more than 4300 digits is no figure of a report$"
        ):
            as_text(value, "gdp")


def test_a_float_is_refused_by_its_place() -> None:
    with pytest.raises(TypeError, match=r"^paths: observations\.gdp\.value: 2000\.5 is a float"):
        check({"observations": {"gdp": {"value": 2000.5}}})
    with pytest.raises(TypeError, match=r"^paths: observations: a key is a str, not int \(1\)$"):
        check({"observations": {1: "x"}})


@given(st.decimals(allow_nan=False, allow_infinity=False, places=6, max_value=10**12, min_value=-(10**12)))
def test_a_decimal_is_written_as_it_is(number: Decimal) -> None:
    written = as_text(number, "")
    assert written is not None
    assert Decimal(written) == number
    assert "E" not in written


ROUND: dict[str, Any] = {}
ROUND["entity"] = ROUND
WIDE: list[Any] = ["x"]
for _ in range(40):
    WIDE = [WIDE] * 10


@pytest.mark.parametrize(
    ("value", "kind"),
    [(ROUND, "too-deep"), pytest.param({"entity": WIDE}, "too-large", marks=pytest.mark.heavy)],
)
def test_what_has_no_end_is_refused_as_a_file_is(value: Any, kind: str) -> None:
    [one] = check(value, targets=LIBRARY)
    assert [said.kind.id for said in one.diagnostics] == [kind]


def test_a_value_is_called_by_its_keys() -> None:
    report = {**REPORT, "observations": {"gdp": "2000万", "future": "1", "core_value_added": {"items": "x"}}}
    [one] = check(report, targets=LIBRARY, as_of=DAY)
    said = [said.located_in(one.source) for said in one.diagnostics]
    assert [str(one.place) for one in said] == [
        "observations.gdp", "observations.future", "observations.core_value_added.items",
    ]  # fmt: skip
    with pytest.raises(InputError, match=r"<dict 1>:observations\.future: "):
        load_report(report)


def test_the_same_report_is_judged_alike_however_it_is_given() -> None:
    text = SAMPLE.read_text("utf-8")
    with SAMPLE.open("rb") as opened:
        run = check(
            SAMPLE, [ReportText(text), ReportText(text.encode())], io.StringIO(text), opened,
            targets=LIBRARY, as_of=DAY,
        )  # fmt: skip
    found = run.to_dict()["assessments"]
    assert [one["path"] for one in found] == [
        str(SAMPLE), "<text 1>", "<text 2>", "<file 1>", f"<{SAMPLE.name}>",
    ]  # fmt: skip
    assert len({re.sub(PATHS, "", str(one)) for one in found}) == 1


def test_reviews_history_and_weights_may_be_held_too() -> None:
    review = (ROOT / "sample_reports/illustrative/reviews/wuhan-wedz-2025.yaml").read_text("utf-8")
    plain, reviewed = (check(SAMPLE, reviews=one, as_of=DAY) for one in ((), ReportText(review)))
    assert [[one.path for one in run.reviews] for run in (plain, reviewed)] == [[], ["<text 1>"]]
    earlier = {**REPORT, "period": 2024}
    run = check(REPORT, history=earlier, as_of=DAY)
    assert [one.path for one in run.history] == ["<dict 2>"]
    indicators = sorted({one.target.indicator.id for one in check(SAMPLE).assessments[0].findings})
    weights = {"weights": dict.fromkeys(indicators, 1), "source": {"title": "示例"}}
    assert score(REPORT, period="2025", as_of=DAY).scoreboard is not None
    with pytest.raises(InputError, match=r"<dict \d>:colour"):
        score(REPORT, weights={**weights, "colour": "red"}, as_of=DAY)


@pytest.mark.parametrize("call", [check, score, trend, lint])
def test_each_function_takes_what_is_held(call: Callable[..., Any]) -> None:
    made = call({**REPORT, "entity": "wuhan-east-lake"}, (one for one in (SAMPLE,)))
    assert made.exit_code in (0, 1, 4)


def test_a_result_over_what_was_held_cannot_be_verified() -> None:
    made = verify(check(REPORT, as_of=DAY).to_dict())
    assert [one.what.en for one in made.differences] == [
        "<dict 1> was held in a program's memory and cannot be verified"
    ]
    assert made.exit_code == 3


def test_a_text_says_what_it_is() -> None:
    with pytest.raises(
        ValueError, match=r"^format: there is no toml; there are yaml, json, csv, xlsx, parquet$"
    ):
        ReportText("x", "toml")
    with pytest.raises(TypeError, match=r"^format: a str, not list$"):
        ReportText("x", ["yaml"])  # type: ignore[arg-type]
    with pytest.raises(TypeError, match=r"^text: a str or bytes, not int$"):
        ReportText(1)  # type: ignore[arg-type]


class Pieces:
    """A file that gives a part at a time, as a raw one may."""

    def __init__(self, *pieces: object) -> None:
        self.pieces = iter(pieces)

    def read(self, size: int = -1, /) -> object:
        return next(self.pieces, b"")


def test_a_file_is_read_to_its_end() -> None:
    text = SAMPLE.read_bytes()
    assert bytes_of(Pieces(text[:10], text[10:])).data == text
    with pytest.raises(TypeError, match=r"^paths: a file gives text or bytes, not int$"):
        check(Pieces(5))


def test_a_file_that_gives_nothing_is_told_by_the_argument(tmp_path: Path) -> None:
    closed = io.StringIO("entity: wuhan")
    closed.close()
    with pytest.raises(ValueError, match=r"^paths: a file open for reading \(I/O operation on closed file"):
        check(closed)
    path = tmp_path / "report.csv"
    path.write_bytes("考核对象".encode("gbk"))
    with (
        path.open(encoding="utf-8") as file,
        pytest.raises(ValueError, match=r"^reviews: 'utf-8' codec .*; open the file in binary, as by “rb”$"),
    ):
        check(REPORT, reviews=file)


def test_each_format_of_a_text_is_read_as_its_file(tmp_path: Path) -> None:
    form = new("wuhan", by="示例单位", date=DAY)
    for format in ("yaml", "csv", "xlsx"):
        form.write(tmp_path / f"form.{format}")
        data = (tmp_path / f"form.{format}").read_bytes()
        for given_ in (ReportText(data, format), io.BytesIO(data)):
            [one] = check(given_, as_of=DAY)
            assert (one.entity, [finding.outcome.id for finding in one.findings]) == (
                "wuhan",
                ["no_data"] * 2,
            )


class Streamed:
    """A table by its interface alone."""

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        raise AssertionError("it is asked for its columns only where they can be read")


def test_a_table_names_what_it_needs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Extra, "missing", ("pyarrow",))
    with pytest.raises(
        ImportError, match=r'^“paths” needs pyarrow, .*; run: python -m pip install "pyarrow>=17" / '
    ):
        check(Streamed())
