"""What is said of a target and the words that it cites."""

from ...diagnostics import DiagnosticKind, Example, Severity, Sort
from ...text import Text
from ..entities import target_of

WORDING_MISMATCH = DiagnosticKind(
    "wording-mismatch",
    Severity.ERROR,
    Text(
        "原文“{wording}”中的“{phrase}”与比较方式“{comparator}”不符",
        "the wording “{wording}” says “{phrase}”, which is not {comparator}",
    ),
    Text("改比较方式，或改引原文；{meant}", "correct the comparator or the wording; {meant}"),
    example=Example(
        fails=target_of("at_least", "超过50亿元"),
        passes=target_of("more_than", "超过50亿元"),
        sort=Sort.TARGETS,
    ),
)
NO_PHRASE = DiagnosticKind(
    "no-phrase",
    Severity.ERROR,
    Text(
        "原文“{wording}”没有说明比较方式的词，只能按{meant}理解",
        "the wording “{wording}” has no word of comparison; it can only be read as {meant}",
    ),
    Text(
        "引用含有“超过”“以内”一类词的原文，或改用“{id}”",
        "cite the words with the phrase, such as 超过 or 以内, or use {id}",
    ),
    example=Example(
        fails=target_of("more_than", "50亿元"), passes=target_of("more_than", "超过50亿元"), sort=Sort.TARGETS
    ),
)
BARE_WORDING = DiagnosticKind(
    "bare-wording",
    Severity.NOTE,
    Text(
        "原文“{wording}”没有比较词，按{meant}理解，条目未作说明",
        "the wording “{wording}” has no word of comparison and is read as {meant}, without a note",
    ),
    Text("在附注（note）中说明如何理解", "say under note how it is read"),
    example=Example(
        fails=target_of("at_least", "50亿元"),
        passes=target_of("at_least", "50亿元", "note: {zh: 按不低于理解。, en: Read as at least.}"),
        sort=Sort.TARGETS,
    ),
)
VALUE_NOT_IN_WORDING = DiagnosticKind(
    "value-not-in-wording",
    Severity.ERROR,
    Text("原文“{wording}”中没有“{value}”", "“{value}” does not stand in the wording “{wording}”"),
    Text("核对数值、单位和原文", "compare value and unit with the words cited"),
    example=Example(
        fails=target_of("at_least", "达到60亿元"),
        passes=target_of("at_least", "达到50亿元"),
        sort=Sort.TARGETS,
    ),
)
UNMATCHED_WORD = DiagnosticKind(
    "unmatched-word",
    Severity.ERROR,
    Text(
        "原文“{wording}”中的“{word}”{says}",
        "“{word}” in the wording “{wording}” {says}",
    ),
    Text("{agreeing}；或者引用不含“{word}”的原文", "{agreeing}; or cite words without “{word}”"),
    example=Example(
        fails=target_of("at_least", "预计达到50亿元"),
        passes=target_of("at_least", "达到50亿元"),
        sort=Sort.TARGETS,
    ),
)
UNSAID_KEY = DiagnosticKind(
    "unsaid-key",
    Severity.NOTE,
    Text(
        "条目有“{key}”，而原文“{wording}”中没有与之相应的词",
        "the entry says {key}, but no word of the wording “{wording}” does",
    ),
    Text(
        "引用含有该词的原文，如“{such}”；词在前文的，在附注（note）中说明",
        "cite the words that do, such as {such}; where they stand further up, say so under note",
    ),
    example=Example(
        fails=target_of("at_least", "达到50亿元", "aspiration: true"),
        passes=target_of("at_least", "力争达到50亿元", "aspiration: true"),
        sort=Sort.TARGETS,
    ),
)
UNREAD_WORDS = DiagnosticKind(
    "unread-words",
    Severity.ERROR,
    Text("原文“{wording}”中的“{words}”未能读懂", "“{words}” in the wording “{wording}” is not understood"),
    Text(
        "引用更短的原文；确实不改变数值含义的词，列入“source.neutral”",
        "cite fewer words; list those that change nothing about the number under source.neutral",
    ),
    example=Example(
        fails=target_of("at_least", "产业达到50亿元"),
        passes=target_of("at_least", "产业达到50亿元", neutral="产业"),
        sort=Sort.TARGETS,
    ),
)
NEUTRAL_WORD = DiagnosticKind(
    "neutral-word",
    Severity.ERROR,
    Text("“{words}”不能列入“neutral”：{why}", "“{words}” cannot be listed as neutral: {why}"),
    Text("从“neutral”中删去", "take it out of neutral"),
    example=Example(
        fails=target_of("at_least", "达到50亿元", neutral="预计"),
        passes=target_of("at_least", "产业达到50亿元", neutral="产业"),
        sort=Sort.TARGETS,
    ),
)
KINDS = (
    WORDING_MISMATCH, NO_PHRASE, BARE_WORDING, VALUE_NOT_IN_WORDING, UNMATCHED_WORD,
    UNSAID_KEY, UNREAD_WORDS, NEUTRAL_WORD,
)  # fmt: skip
