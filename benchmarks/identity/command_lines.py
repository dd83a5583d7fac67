"""Says what is run: every command, on all inputs, in both languages and in every format."""

import json
from collections.abc import Callable, Iterator, Sequence
from itertools import cycle

from .inputs import ANSWERS, FORMS, JUDGED
from .misuses import MISUSES
from .version import LANGS, WRITTEN, CommandLine, Version

BATCH = 40
"""How many generated reports go into one command line."""

SAMPLES = "sample_reports"
REVIEWED = ("sample_reports/illustrative", "--review", "sample_reports/illustrative/reviews")
INVALID = "tests/invalid"
JUDGING = ("check", "score")
READING = ("check", "score", "lint")

Lines = Iterator[CommandLine]

_JUDGING_OPTIONS = (
    "--redact-items",
    "--check-documents",
    "--no-waivers",
    "--min-evidence cited",
    "--min-evidence documented",
    "--min-evidence verified",
    "--fail-on missed",
    "--fail-on never",
    "--jobs 2",
)
_READING_OPTIONS = (
    "-q",
    "-v",
    "--color always",
    "--targets targets",
    "--exclude *2025*",
    "--select scope-unstated,hedged-value",
    "--ignore scope-unstated",
    "--show-config",
)
_OPTIONS = {
    "check": (*_JUDGING_OPTIONS, *_READING_OPTIONS),
    "score": (
        *_JUDGING_OPTIONS,
        *_READING_OPTIONS,
        "--rank",
        "--period 2024",
        *(f"--rank --weights tests/weights/{name}" for name in ("bare.yaml", "numbers.json", "whole.yaml")),
    ),
    "lint": ("--strict", *_READING_OPTIONS),
}
"""The options of each command, tried one by one."""


def command_lines(old: Version) -> Lines:
    """Return all command lines, group by group; what there is to ask for, the old version proposes."""
    for group in _GROUPS:
        for line in group(old):
            yield line._replace(group=group.__name__)


def samples(old: Version) -> Lines:
    """Each sample and all together, by their reviews too, each format to standard output and into a file."""
    for path in (SAMPLES, *_files(old, SAMPLES)):
        for command in READING:
            yield from _shown(old, command, path)
    for report in _files(old, f"{SAMPLES}/illustrative", "*.yaml"):
        for review in _files(old, f"{SAMPLES}/illustrative/reviews"):
            yield from _shown(old, "check", report, "--review", review)
    for command in JUDGING:
        yield from _shown(old, command, *REVIEWED)
    for command in READING:
        for format in old.formats(command):
            yield from _in_both(command, SAMPLES, *_day(command), "--output-format", format)


def options(old: Version) -> Lines:
    """Every option, on samples and on invalid files."""
    for command, choices in _OPTIONS.items():
        inputs = REVIEWED if command in JUDGING else REVIEWED[:1]
        for choice in choices:
            yield from _shown(old, command, *inputs, *choice.split())
            yield from _in_both(command, INVALID, *_day(command), *choice.split())


def widths(old: Version) -> Lines:
    """What is wrapped, in a narrow and in a wide terminal."""
    for columns in ("40", "160"):
        for words in (
            ("check", *REVIEWED, *_day("check")),
            ("score", *REVIEWED, *_day("score"), "--rank"),
            ("lint", INVALID),
            ("targets", "wuhan"),
            ("explain", "core_share_of_gdp"),
            ("check", "--help"),
        ):
            yield from (line._replace(variables={"COLUMNS": columns}) for line in _in_both(*words))


def standard_input(_old: Version) -> Lines:
    """A report on standard input."""
    for command in READING:
        for name in ("wuhan-2025.yaml", "reading-faults.yaml"):
            for line in _in_both(command, "-", *_day(command)):
                yield line._replace(stdin=f"{SAMPLES}/illustrative/{name}")


def invalid(old: Version) -> Lines:
    """Each file that is wrong in one way, and all together."""
    for folder in (INVALID, "made"):
        yield from _shown(old, "score", folder)
        for path in (folder, *_files(old, folder, "*"), f"{folder}/no-such-file.yaml"):
            if not path.endswith(".txt"):
                yield from _shown(old, "check", path)
                yield from _shown(old, "lint", path)


def invalid_reviews(old: Version) -> Lines:
    """A report by each review that is wrong in one way."""
    report = f"{INVALID}/reviews/report.yaml"
    for review in _files(old, f"{INVALID}/reviews"):
        yield from _shown(old, "lint", review)
        for command in JUDGING:
            yield from _shown(old, command, report, "--review", review)
            second = review.replace(".yaml", ".second.yaml")
            if (old.work / second).exists():
                yield from _shown(old, command, report, "--review", review, "--review", second)


def faulty_targets(old: Version) -> Lines:
    """Each faulty target file alone, and in its folder, by which a report is judged too."""
    for path in _files(old, "tests/faulty_targets"):
        yield from _shown(old, "lint", path)
    for folder in sorted(path.name for path in (old.work / "faulty").iterdir()):
        targets = f"faulty/{folder}/targets"
        yield from _shown(old, "lint", targets)
        for words in (("check", *REVIEWED), ("score", *REVIEWED), ("targets",), ("targets", "wuhan")):
            yield from _shown(old, *words, "--targets", targets)


def faulty_weights(old: Version) -> Lines:
    """A scoreboard by each faulty weights file."""
    for path in _files(old, "tests/faulty_weights"):
        yield from _shown(old, "lint", path)
        yield from _shown(old, "score", *REVIEWED, "--rank", "--weights", path)


def judging(old: Version) -> Lines:
    """Each judging case, by its own targets and reviews; as a scoreboard in one language each."""
    cases = json.loads((old.work / JUDGED).read_text("utf-8"))
    for (_check, *words), lang in zip(cases, cycle(LANGS), strict=False):
        yield from _shown(old, "check", *words)
        yield from _shown(old, "score", *words, langs=(lang,))


def generated(old: Version) -> Lines:
    """Generated reports in batches, in one language each, and all together."""
    paths = _files(old, "generated")
    for start, lang in zip(range(0, len(paths), BATCH), cycle(LANGS), strict=False):
        for command in READING:
            yield from _shown(old, command, *paths[start : start + BATCH], langs=(lang,))
    for command in READING:
        yield from _in_both(command, "generated", *_day(command), "-q")
    yield from _shown(old, "score", "generated")


def forms(old: Version) -> Lines:
    """An empty report of each place in each format, and what is said of it as a report."""
    for place in old.proposed("new"):
        for form in old.proposed("new", "--format"):
            for more in ((), ("--period", "2025-M09", "--by", "示例单位", "--date", "2025-10-20")):
                yield from _in_both("new", place, "--format", form, "-o", f"{WRITTEN}/form", *more)
        yield from _in_both("new", place)
    for path in _files(old, FORMS, "*"):
        for command in READING:
            yield from _shown(old, command, path)


def targets(old: Version) -> Lines:
    """The published targets: of all places and of each, and read as files."""
    for words in ((), *((place,) for place in old.proposed("targets"))):
        for option in ("-v", "-q", "--color=always", "--color=auto"):
            yield from _shown(old, "targets", *words, option)
    yield from _shown(old, "lint", "targets")


def explanations(old: Version) -> Lines:
    """Everything that can be explained."""
    for topic in old.proposed("explain"):
        yield from _in_both("explain", topic)


def verified(old: Version) -> Lines:
    """Results of the old version, as they were and spoiled, judged again."""
    for path in _files(old, ANSWERS, "*"):
        for more in ((), ("-q",), ("-v",), ("--targets", "faulty/stretch-below/targets")):
            yield from _in_both("verify", path, *more)


def help_and_schemas(old: Version) -> Lines:
    """What the program says of itself."""
    yield CommandLine(("--version",))
    for words in ((), *((command,) for command in old.proposed())):
        yield from (CommandLine(("--lang", lang, *words, "--help")) for lang in LANGS)
    for command in ("schema", "completion"):
        for choice in old.proposed(command):
            yield from _in_both(command, choice)


def misuses(_old: Version) -> Lines:
    """Command lines that are wrong."""
    for words in MISUSES:
        yield from _in_both(*words.split())


def configured(old: Version) -> Lines:
    """Configuration files, sound and at fault, and variables in their place."""
    for home in sorted((old.work / "configured").iterdir()):
        for asked in (
            "check --show-config",
            "score --show-config",
            "lint --show-config",
            "check -",
            "explain met",
        ):
            for lang in LANGS:
                line = CommandLine((*asked.split(), "--lang", lang))
                yield line._replace(folder=f"configured/{home.name}")
    for variable in (
        "TARGETS",
        "REVIEWS",
        "LANGUAGE",
        "MIN_EVIDENCE",
        "FAIL_ON",
        "FORMATS",
        "SELECT",
        "IGNORE",
    ):
        for words in (("check", SAMPLES, *_day("check")), ("check", "--show-config")):
            for line in _in_both(*words):
                yield line._replace(variables={f"DIGECON_{variable}": "no-such-thing"})


_GROUPS: tuple[Callable[[Version], Lines], ...] = (
    help_and_schemas,
    misuses,
    configured,
    samples,
    options,
    widths,
    standard_input,
    targets,
    explanations,
    forms,
    verified,
    invalid,
    invalid_reviews,
    faulty_targets,
    faulty_weights,
    judging,
    generated,
)


def _shown(old: Version, command: str, *words: str, langs: Sequence[str] = LANGS) -> Lines:
    """Return a command line that writes the first format to standard output, and each into a file."""
    formats = old.formats(command)
    files = (f"{format}={WRITTEN}/{format}" for format in formats)
    given = (part for format in (formats[0], *files) for part in ("--output-format", format))
    day = () if "--as-of" in words else _day(command)
    yield from _in_both(command, *words, *day, *given, langs=langs)


def _in_both(*words: str, langs: Sequence[str] = LANGS) -> Lines:
    """Return a command line in each language."""
    for lang in langs:
        yield CommandLine((*words, "--isolated", "--lang", lang))


def _day(command: str) -> tuple[str, ...]:
    """Return the option that fixes the day, for a command that asks for one."""
    return ("--as-of", "2026-02-28") if command in JUDGING else ()


def _files(old: Version, folder: str, names: str = "**/*.yaml") -> list[str]:
    """Return the paths of the files in a folder, seen from where command lines are run."""
    paths = (old.work / folder).glob(names)
    return sorted(str(path.relative_to(old.work)) for path in paths if not path.is_dir())
