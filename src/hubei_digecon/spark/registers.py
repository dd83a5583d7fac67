"""A register that a session of Spark Connect reads, asked all that the reports of a DataFrame need of it."""

import os
import pickle
from typing import TYPE_CHECKING, Any

from ..diagnostics import SourceFile
from ..domain.targets import Catalogue
from ..load.registers.file import KEYS, RegisterFile, columns_of, float_as_text, refused, unreadable
from ..load.registers.tally import Register
from ..run.judge import Judge
from ..run.registers import answered
from ..text import Text
from .engine import SparkEngine
from .places import by_place
from .work import PACKED, AskBatches

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession
    from pyspark.sql.types import StructField

REGISTER = "<DataFrame of the register>"
"""What a register is called that is a DataFrame."""

NOTHING_THERE = Text("Spark在这个路径下没有找到文件", "Spark finds no file there")

CHANGED = Text("读取期间文件有变动", "it changed while it was read")

_NO_TEXT = ("array", "map", "struct", "binary", "variant")

MOST_DIGESTED = 2**30
"""How large a file may be for its SHA-256: an executor holds it in memory for that, all at once."""


def read_register(value: Any, name: str) -> "str | DataFrame | None":
    """Return a register, a path that Spark reads or a DataFrame.

    Raises:
        TypeError, ValueError: where it is neither, or says nothing.
    """
    from pyspark.sql import DataFrame

    if value is None or isinstance(value, DataFrame):
        return value
    if not isinstance(value, str | os.PathLike):
        raise TypeError(f"{name}: a path that Spark reads, or a DataFrame, not {type(value).__name__}")
    if not (path := os.fspath(value)):
        raise ValueError(f"{name}: the path is empty")
    return str(path)


def with_register(judge: Judge, df: "DataFrame", register: "str | DataFrame | None") -> Judge:
    """Return a judge who holds counts to a register, where there is one.

    Args:
        judge: what the reports are judged by.
        df: the observations of the reports.
        register: the register, by its path or as it is.

    Raises:
        InputError: where the register or the observations cannot be read, or lack a column.
    """
    if register is None:
        return judge
    from pyspark.sql.pandas.types import from_arrow_schema

    catalogue = judge.library.catalogue
    with SparkEngine(df.sparkSession) as engine:
        opened = Register(_opened(register, engine, df.sparkSession, catalogue), engine, judge.library)
        parts = by_place(df, judge.library).mapInArrow(AskBatches(judge), from_arrow_schema(PACKED))
        asked = [one for (part,) in parts.toLocalIterator() for one in pickle.loads(part)]
        counts = opened.count(asked)
        if isinstance(register, str) and _digest(register, df.sparkSession) not in ("", counts.sha256):
            raise refused(opened.file.source, CHANGED)
        return judge._replace(register=answered(opened, counts))


def _opened(
    register: "str | DataFrame", engine: SparkEngine, session: "SparkSession", catalogue: Catalogue
) -> RegisterFile:
    """Return a register whose records are the table ``register`` of an engine."""
    from pyspark.errors import PySparkException

    source = SourceFile(register if isinstance(register, str) else REGISTER)
    try:
        if isinstance(register, str):
            source = SourceFile(register, _digest(register, session))
            register = session.read.parquet(register)
        texts = [_as_text(field) for field in register.schema]
        found, said = columns_of(source, register.columns, texts, catalogue)
        columns = (f"{found[key]} AS `{key}`" for key in KEYS)
        engine.view("register", register.selectExpr("monotonically_increasing_id() AS record", *columns))
        if not source.sha256:
            source = SourceFile(source.path, _digest_of_records(engine))
    except PySparkException as error:
        raise unreadable(source, error) from error
    return RegisterFile(source, said, is_numbered=False)


def _digest(path: str, session: "SparkSession") -> str:
    """Return the SHA-256 of a file as the session reads it; empty for several, and a large one."""
    content = session.read.format("binaryFile").load(path)
    files = content.select("path", "length").distinct().collect()
    if not files:
        raise refused(SourceFile(path), NOTHING_THERE)
    if len(files) > 1 or files[0]["length"] > MOST_DIGESTED:
        return ""
    return str(content.selectExpr("sha2(content, 256)").head()[0])


_CELLS = ", ".join(f"coalesce(concat(length(`{key}`), ':', `{key}`), '-')" for key in KEYS)
_JOINED = "sha2(array_join(sort_array(collect_list({})), ''), 256)"
_OF_RECORDS = f"""
SELECT {_JOINED.format("digest")} AS digest FROM (
  SELECT concat(part, {_JOINED.format("digest")}) AS digest FROM (
    SELECT substr(digest, 1, 3) AS part, digest
    FROM (SELECT sha2(concat({_CELLS}), 256) AS digest FROM register)
  ) GROUP BY part
)
"""
"""The SHA-256 of the sorted SHA-256 of all records, by way of parts of these."""


def _digest_of_records(engine: SparkEngine) -> str:
    """Return a SHA-256 of the records of a register, the same in whatever order and files they stand."""
    return str(next(cell for part in engine.ask(_OF_RECORDS) for cell in part.column("digest").to_pylist()))


def _as_text(field: "StructField") -> str:
    """Return SQL for a column as text; a moment at the start of a day is that day, nested values are none."""
    type = field.dataType.typeName()
    quoted = "`" + field.name.replace("`", "``") + "`"
    text = f"CAST({quoted} AS STRING)"
    if type in ("float", "double"):
        return float_as_text(quoted)
    if type.startswith("timestamp"):
        return f"regexp_replace({text}, ' 00:00:00$', '')"
    return "" if type in _NO_TEXT else text
