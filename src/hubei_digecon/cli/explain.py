"""``digecon explain ID``: what a target, an indicator, an outcome, a reason or a remark means."""

import click

from ..exits import Exit
from ..explaining import TOPICS, Handbook, open_handbook
from ..load.near import near_miss
from ..render.explain import Explanation, explanations_text
from ..text import Text
from .completing import topics
from .configured import Configured
from .language import say
from .options import language_option, targets_option, view_of
from .output import write_out

HELP = Text(
    "说明 ID 的含义：{topics}。ID 是标识，如 wuhan.core_share_of_gdp、scope-unstated，"
    "也可以是表中所写的名称。有几种含义的，逐一说明。",
    "Say what ID means: {topics}. ID is an id, as in wuhan.core_share_of_gdp or scope-unstated, or a name as "
    "tables write it. Where several things have that name, each is explained.",
)
UNKNOWN = Text(
    "没有可以说明的“{name}”。{suggestion}可以说明的有：{topics}",
    "there is nothing to explain that is called “{name}”; {suggestion}what can be explained: {topics}",
)


def command() -> click.Command:
    """Return the command, its help in the language of this run."""

    @click.command("explain", cls=Configured, help=say(HELP.format(topics=_topics())))
    @click.argument("name", metavar="ID", shell_complete=topics)
    @targets_option()
    @language_option()
    def explain(name: str, targets: str | None, lang: str | None) -> int:
        found = _found(name, open_handbook(targets))
        view = view_of("auto", quiet=False, verbose=False)
        write_out(explanations_text(found, view), data=False)
        return Exit.COMPLIANT

    return explain


def _found(name: str, handbook: Handbook) -> tuple[Explanation, ...]:
    """Return what is to be shown.

    Raises:
        click.UsageError: where nothing has that name; says which is near.
    """
    found = handbook.look_up(name)
    if found:
        return found
    values = {"name": name, "suggestion": near_miss(name, handbook.names()), "topics": _topics()}
    raise click.UsageError(say(UNKNOWN.format(**values)))


def _topics() -> Text:
    return Text.joined((topic.term for topic in TOPICS), "、", ", ")
