"""Writes what a run shows: each format where it goes, files whole or not at all, never over an input."""

import os
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

import click

from ..load.search.inputs import Input
from ..load.source import real_path
from ..load.targets import TargetLibrary
from ..run.writing import OVER_INPUT, Content, over_inputs
from ..show.format import Appended, Format
from ..show.formats import FORMATS
from ..show.view import View
from .configured import configuration_of
from .language import say
from .options import Sink
from .output import append_to_file, tell_content, write_file, write_out

Render = Callable[[Format, View], Content]
"""Shows what a run found in a format."""


def write_all(sinks: Sequence[Sink], view: View, render: Render, closing: Callable[[View], Content]) -> None:
    """Write each format where it goes: files first, so that a full terminal loses none of them.

    Where all goes into files, ``closing`` is still told, so that no run looks as if it checked nothing.

    Raises:
        NotWrittenError: where something cannot be written.
    """
    on_file = in_a_file(view)
    if all_in_files(sinks):
        tell_content(closing(view))
    for sink in sinks:
        if sink.path is not None:
            write_file(render(sink.format, on_file), sink.path)
    for appended, path in appended_to(sinks).items():
        append_to_file(render(FORMATS[appended.format], on_file), path, appended.limit)
    for sink in sinks:
        if sink.path is None:
            write_out(render(sink.format, view), sink.format.data)


def in_a_file(view: View) -> View:
    """Return a view as it is where something goes into a file."""
    return view._replace(color=False, encoding="utf-8")


def all_in_files(sinks: Iterable[Sink]) -> bool:
    """Whether nothing goes to standard output."""
    return all(sink.path is not None for sink in sinks)


def appended_to(sinks: Iterable[Sink]) -> dict[Appended, str]:
    """Return what is appended beside formats, with the file that the environment names for it."""
    appended = dict.fromkeys(sink.format.appended for sink in sinks)
    return {one: path for one in appended if one and (path := os.environ.get(one.variable))}


def not_over(inputs: Iterable[Input], sinks: Sequence[Sink], library: TargetLibrary) -> Iterator[Input]:
    """Return inputs one by one, each only when it is seen that nothing will be written over it. A result
    of an earlier run is no input, so it may be.

    Raises:
        click.UsageError: where a format would go into one of them.
    """
    at_risk = [sink for sink in sinks if sink.path and os.path.lexists(sink.path)]
    for one in inputs:
        if at_risk and not _is_earlier_result(one, at_risk, library):
            refuse_inputs(at_risk, (one.path,) if one.is_read else ())
        yield one


def _is_earlier_result(one: Input, sinks: Sequence[Sink], library: TargetLibrary) -> bool:
    """Whether an input that a folder holds is what an earlier run wrote where this one writes."""
    written = {real_path(sink.path) for sink in sinks if sink.path}
    if not one.found or real_path(one.path) not in written:
        return False
    from ..load.search.unreadable import is_result  # few runs write where they read

    return is_result(one.path, library)


def refuse_inputs(sinks: Iterable[Sink], inputs: Iterable[str]) -> None:
    """Refuse to write over anything the run reads.

    Raises:
        click.UsageError: where a format would go into an input.
    """
    refuse_paths(written_to(sinks), inputs)


def written_to(sinks: Iterable[Sink]) -> set[str]:
    """Return the paths of all that is written to."""
    kept = tuple(sinks)
    return {*(sink.path for sink in kept if sink.path), *appended_to(kept).values()}


def refuse_paths(paths: Collection[str], inputs: Iterable[str]) -> None:
    """Refuse to write files over anything the run reads, the file of its settings as well.

    Raises:
        click.UsageError: where one of ``paths`` is one of ``inputs``.
    """
    if not paths:
        return
    configuration = configuration_of(click.get_current_context(silent=True))
    settings = (configuration.path,) if configuration.path else ()
    if path := over_inputs(paths, (*inputs, *settings)):
        raise click.UsageError(say(OVER_INPUT.format(path=path)))
