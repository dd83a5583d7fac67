"""``digecon explain ID``: what a target, an indicator, an outcome, a reason or a diagnostic means."""

import click

from ..diagnostics.suggest import near_miss
from ..domain.exit_codes import Exit
from ..explain import TOPICS, open_handbook
from ..load.references import perhaps_named
from ..load.targets import library_in_use
from ..show.explain import Explanation, explanations_text
from ..text import Text
from .configured import ConfiguredCommand
from .language import say
from .options import language_option, targets_option, view_of
from .output import write_out
from .proposals import topics

HELP = Text(
    "说明 ID 的含义：{topics}。ID 是标识，如 wuhan.core_share_of_gdp、scope-unstated，"
    "也可以是表中所写的名称。有几种含义的，逐一说明。",
    "Say what ID means: {topics}. ID is an id, as in wuhan.core_share_of_gdp or scope-unstated, or a name as "
    "tables write it. Where several things have that name, each is explained.",
)
EXAMPLES = (
    ("digecon explain core_share_of_gdp", Text("说明一项指标", "explain an indicator")),
    ("digecon explain undecided", Text("说明一种结论", "explain an outcome")),
)
UNKNOWN = Text(
    "没有可以说明的“{name}”。{suggestion}{unnamed}可以说明的有：{topics}",
    "there is nothing to explain that is called “{name}”; {suggestion}{unnamed}what can be explained: "
    "{topics}",
)


def command() -> click.Command:
    """Return the command, its help in the language of this run."""

    @click.command(
        "explain", cls=ConfiguredCommand, help=say(HELP.format(topics=_topics())), examples=EXAMPLES
    )
    @click.argument("name", metavar="ID", shell_complete=topics)
    @targets_option()
    @language_option()
    def explain(name: str, targets: str | None, lang: str | None) -> int:
        found = _found(name, targets)
        view = view_of("auto", quiet=False, verbose=False)
        write_out(explanations_text(found, view), data=False)
        return Exit.COMPLIANT

    return explain


def _found(name: str, targets: str | None) -> tuple[Explanation, ...]:
    """Return the explanations of a name.

    Raises:
        click.UsageError: where nothing has that name; says which name is near, else that it may be of a place
            without published targets.
    """
    handbook = open_handbook(targets)
    found = handbook.look_up(name)
    if found:
        return found
    near = near_miss(name, handbook.names())
    may_be_place = name.isalpha() and not near.zh
    unnamed = perhaps_named(name, library_in_use(targets)) if may_be_place else ""
    values = {"name": name, "suggestion": near, "unnamed": unnamed, "topics": _topics()}
    raise click.UsageError(say(UNKNOWN.format(**values)))


def _topics() -> Text:
    return Text.joined((topic.term for topic in TOPICS), "、", ", ")
