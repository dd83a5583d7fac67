"""One source for every list: commands, formats, diagnostics, comparators, and the choices made from them."""

import ast
import enum
import importlib
import json
import re
from collections.abc import Iterator
from typing import Any

import click
import pytest

from hubei_digecon.cli import language, schema
from hubei_digecon.cli.commands import COMMANDS
from hubei_digecon.cli.help import ListedOption
from hubei_digecon.cli.main import group
from hubei_digecon.diagnostics import DiagnosticKind
from hubei_digecon.diagnostics.catalogue import DIAGNOSTICS
from hubei_digecon.domain.comparators import COMPARATORS, Comparator
from hubei_digecon.domain.exit_codes import FAIL_ON, Exit
from hubei_digecon.domain.outcomes import Grade
from hubei_digecon.quantity.hedges import HEDGES, Bound
from hubei_digecon.quantity.kinds import INDICATOR_KINDS
from hubei_digecon.run.interruptions import stopping_signals
from hubei_digecon.shapes import json_schema
from hubei_digecon.show.drawn import Drawn
from hubei_digecon.show.formats import FORMATS, VARIANTS
from hubei_digecon.show.parquet import ParquetFormat
from hubei_digecon.text import LANGS, Lang, Text

from .conftest import ROOT, Digecon
from .package_contents import PACKAGE, calls, modules, reachable, trees

KEBAB = re.compile("[a-z0-9]+(-[a-z0-9]+)*")
SNAKE = re.compile("[a-z0-9]+(_[a-z0-9]+)*")


def defining(package: str, name: str, *parameters: str) -> set[str]:
    """Return the modules of a part of the package that define a function of that name and parameters."""
    found = set()
    for path, tree in trees():
        if path.relative_to(PACKAGE).parts[0] == package:
            for node in tree.body:
                if isinstance(node, ast.FunctionDef) and node.name == name:
                    taken = tuple(argument.arg for argument in node.args.args)
                    if taken == parameters:
                        found.add(path.stem)
    return found


def commands() -> dict[str, click.Command]:
    language.choose([])
    whole = group()
    return {name: made for name in COMMANDS if (made := whole.get_command(click.Context(whole), name))}


def options(name: str) -> list[click.Parameter]:
    """Return the option of that name of every command that has one."""
    return [param for one in commands().values() for param in one.params if name in param.opts]


# Commands


def test_every_file_with_a_command_has_a_row_and_every_row_a_file() -> None:
    assert {row.module for row in COMMANDS.values()} == {
        f"hubei_digecon.cli.{stem}" for stem in defining("cli", "command")
    }


def test_rows_stand_under_their_own_names() -> None:
    assert {name: row.name for name, row in COMMANDS.items()} == {name: name for name in COMMANDS}
    assert {name: command.name for name, command in commands().items()} == {name: name for name in COMMANDS}
    assert {name: format.name for name, format in FORMATS.items()} == {name: name for name in FORMATS}
    assert all(KEBAB.fullmatch(name) for name in (*COMMANDS, *FORMATS))


def test_the_group_knows_the_commands_of_the_table_and_no_others() -> None:
    whole = group()
    context = click.Context(whole)
    assert whole.list_commands(context) == list(COMMANDS)
    assert whole.get_command(context, "nonsense") is None


# Formats


def loaded(path: str) -> set[str]:
    """Return the files that the table of formats loads for what it shows: each function of it loads one."""
    formats = (*FORMATS.values(), *VARIANTS.values())
    shows = [load() for load in (getattr(format, path) for format in formats) if load]
    return {_file(one).split(".")[-1] for one in shows}


def _file(shows: Any) -> str:
    if isinstance(shows, Drawn):
        return shows.draw.__module__
    if isinstance(shows, ParquetFormat):  # one class, with sentences or without
        return ParquetFormat.__module__
    return str(shows.__name__)


PARQUET = {"parquet"}
"""The file that shows by a class."""


def test_every_file_that_shows_a_run_is_behind_a_format() -> None:
    shown = defining("show", "whole", "parts", "run", "view") | defining("show", "render", "run", "view")
    assert shown | defining("show", "draw", "document") | PARQUET == {*loaded("runs"), "verdicts"}


def test_every_file_that_shows_what_was_read_is_behind_a_format() -> None:
    shown = defining("show", "linted", "files", "view")
    assert shown == loaded("lints") - {"markdown"}


def test_every_file_that_shows_a_scoreboard_is_behind_a_format() -> None:
    shown = defining("show", "scored", "board", "view") | defining("show", "draw", "document")
    assert shown | PARQUET == loaded("scores")


def test_every_file_that_shows_targets_is_behind_a_format() -> None:
    shown = defining("show", "listed", "targets", "view") | defining("show", "draw", "document")
    assert shown == loaded("lists")


def test_what_is_appended_beside_a_format_is_a_format_that_can_show_as_much() -> None:
    beside = [(one, FORMATS[one.appended.format]) for one in FORMATS.values() if one.appended]
    assert beside
    assert all(other.lints for one, other in beside if one.lints)


# Diagnostics


def kinds() -> list[tuple[str, DiagnosticKind]]:
    return [(where, value) for where, value in reachable() if isinstance(value, DiagnosticKind)]


def test_every_kind_of_diagnostic_is_in_the_table() -> None:
    assert [where for where, kind in kinds() if DIAGNOSTICS.get(kind.id) is not kind] == []


def test_no_kind_of_diagnostic_is_hidden_in_a_function() -> None:
    made = {id(kind) for _, kind in kinds()}
    assert len(list(calls("DiagnosticKind"))) + len(list(calls("_error"))) - 1 == len(made)


def test_ids_of_diagnostics_are_unique_and_kebab_case() -> None:
    ids = [kind.id for _, kind in kinds()]
    assert len(ids) == len(set(ids)) == len(DIAGNOSTICS)
    assert [id for id in ids if not KEBAB.fullmatch(id)] == []


def test_every_kind_of_diagnostic_is_on_the_list_of_one_module() -> None:
    lists = [module.KINDS for module in modules() if hasattr(module, "KINDS")]
    assert sorted(kind.id for kinds in lists for kind in kinds) == sorted(DIAGNOSTICS)


# Comparators, units, words


def subclasses(base: type[Comparator]) -> Iterator[type[Comparator]]:
    for one in base.__subclasses__():
        yield one
        yield from subclasses(one)


def test_every_comparator_is_in_the_table() -> None:
    named = {one for one in subclasses(Comparator) if hasattr(one, "id")}
    assert named == {type(one) for one in COMPARATORS.values()}
    assert {id: one.id for id, one in COMPARATORS.items()} == {id: id for id in COMPARATORS}


def test_every_comparator_says_all_that_is_asked_of_it() -> None:
    for comparator in COMPARATORS.values():
        assert comparator.sign.encode("ascii", "replace").decode() in (comparator.ascii_sign, "?")
        assert comparator.ascii_sign.isascii()
        assert comparator.phrases


def test_no_phrase_calls_for_two_comparators() -> None:
    words = [phrase.word for comparator in COMPARATORS.values() for phrase in comparator.phrases]
    assert len(words) == len(set(words))


def test_units_stand_under_their_own_symbols() -> None:
    for kind in INDICATOR_KINDS.values():
        assert {symbol: unit.symbol for symbol, unit in kind.units.items()} == {
            symbol: symbol for symbol in kind.units
        }
        for unit in kind.units.values():
            assert kind.units[unit.in_full].factor == unit.factor
    assert [kind.id for kind in INDICATOR_KINDS.values() if not kind.units.full] == ["milestone"]


def test_a_longer_hedge_stands_before_a_shorter_one_that_begins_it() -> None:
    words = [(hedge.word, hedge.before) for hedge in HEDGES]
    assert len(words) == len(set(words))
    for index, (word, before) in enumerate(words):
        assert not [
            later for later, where in words[index + 1 :] if where == before and later.startswith(word)
        ]
    assert {hedge.bound for hedge in HEDGES} == set(Bound)


def enumerations() -> list[Any]:
    return [
        value
        for _, value in reachable()
        if isinstance(value, type)
        and issubclass(value, enum.Enum)
        and value.__module__.startswith(PACKAGE.name)
    ]


def test_the_ids_of_every_list_of_words_are_unique() -> None:
    assert len(enumerations()) > 10
    for members in enumerations():
        ids = [member.id for member in members if hasattr(member, "id")]
        assert len(ids) == len(set(ids)), members
        assert all(SNAKE.fullmatch(id) for id in ids), members


# Choices


@pytest.mark.parametrize(
    ("option", "words"),
    [("--lang", LANGS), ("--fail-on", FAIL_ON), ("--min-evidence", [grade.id for grade in Grade])],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_choices_are_those_of_the_tables(option: str, words: Any) -> None:
    found = options(option)
    assert found
    for param in found:
        assert isinstance(param.type, click.Choice)
        assert list(param.type.choices) == list(words)


def test_defaults_are_among_the_choices() -> None:
    for command in commands().values():
        for param in command.params:
            if isinstance(param.type, click.Choice) and isinstance(param.default, str):
                assert param.default in param.type.choices


@pytest.mark.parametrize("lang", LANGS)
def test_help_names_every_format_with_who_uses_it(lang: Lang, digecon: Digecon) -> None:
    shown = "".join(digecon("check", "--help", "--lang", lang).out.split())
    for format in FORMATS.values():
        for told in (
            format.used_by.term,
            Text(f"{format.name}{format.summary.zh}", f"{format.name}{format.summary.en}"),
        ):
            assert "".join(told.pick(lang).split()) in shown


@pytest.mark.parametrize("lang", LANGS)
def test_help_names_every_choice_of_fail_on_with_what_it_does(lang: str, digecon: Digecon) -> None:
    shown = "".join(digecon("check", "--help", "--lang", lang).out.split())
    for word, meaning in FAIL_ON.items():
        said = f"{word}：{meaning.zh}" if lang == "zh" else f"{word}: {meaning.en}"
        assert "".join(said.split()) in shown


def test_schemas_are_those_that_can_be_made(digecon: Digecon) -> None:
    (name,) = [param for param in commands()["schema"].params if param.name == "name"]
    assert isinstance(name.type, click.Choice)
    assert list(name.type.choices) == list(schema.SCHEMAS)
    makers = {name.removesuffix("_schema") for name in vars(json_schema) if name.endswith("_schema")}
    assert makers == set(schema.SCHEMAS)
    for one in schema.SCHEMAS:
        assert json.loads(digecon("schema", one).out)["$schema"].endswith("2020-12/schema")


def test_every_command_can_be_told_its_language() -> None:
    assert len(options("--lang")) == len(COMMANDS)


def test_every_exit_code_is_used() -> None:
    used = {
        node.attr
        for _, tree in trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "Exit"
    }
    of_signals = {f"{128 + number}" for number in stopping_signals()}
    assert {code.name for code in Exit if str(int(code)) not in of_signals} <= used
    assert of_signals <= {str(int(code)) for code in Exit}


def test_every_public_name_is_there() -> None:
    package = importlib.import_module(PACKAGE.name)
    for name in package.__all__:
        assert getattr(package, name) is not None
    with pytest.raises(AttributeError, match="nonsense"):
        _ = package.nonsense


def test_the_guide_says_of_each_format_which_commands_take_it() -> None:
    taken: dict[str, list[str]] = {name: [] for name in FORMATS}
    for command, made in commands().items():
        for param in made.params:
            for _, found in param.listed if isinstance(param, ListedOption) else ():
                for name, _ in found:
                    taken[name].append(command)
    guide = (ROOT / "docs" / "guide.md").read_text("utf-8")
    table = guide.partition("<!-- table: formats -->")[2].partition("<!-- /table -->")[0]
    told = {
        name: re.findall("[a-z]+", of) for name, of in re.findall(r"^\| `(\w+)` \| ([^|]*) \|", table, re.M)
    }
    assert {name: sorted(of) for name, of in told.items()} == {name: sorted(of) for name, of in taken.items()}
