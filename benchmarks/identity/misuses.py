"""Command lines that are told what is wrong with them."""

_REPORT = "sample_reports/illustrative/wuhan-2025.yaml"

_COMMANDS = ("check", "score", "lint", "new", "targets", "explain", "verify", "schema", "completion")

_WRONG_OPTIONS = (
    "--as-of 2026-02-30",
    "--as-of tomorrow",
    "--min-evidence claim",
    "--fail-on nevr",
    "--jobs 0",
    "--jobs many",
    "--targets no-such-folder",
    "--targets sample_reports",
    "--review no-such-review.yaml",
    "--output-format jsn",
    "--output-format xlsx",
    "--output-format json=no-such-folder/result.json",
    f"--output-format json={_REPORT}",
    "--select no-such-id",
    "--ignore missing-unit",
    "--color",
)

MISUSES = (
    "",
    "chek",
    "--zzz",
    "--lang xx",
    *(f"{command} {words}" for command in _COMMANDS for words in ("", "--zzz", "--lang xx", "a b c")),
    *(f"{command} {_REPORT} {option}" for command in ("check", "score") for option in _WRONG_OPTIONS),
    f"score {_REPORT} --period 25",
    f"score {_REPORT} --period 2031",
    f"score {_REPORT} --weights no-such-file.yaml",
    "check no-such-folder/ no-such-report.yaml",
    "score no-such-report.yaml",
    "lint no-such-file.yaml",
    "new wuhn",
    "new wuhan --format xlsx",
    "new wuhan -o form.doc",
    f"new wuhan -o {_REPORT}",
    "new wuhan --period 25",
    "new wuhan --date today",
    "targets wuhn",
    "explain core_share_of_gpd",
    "verify no-such-result.json",
    f"verify {_REPORT}",
    "schema reports",
    "completion tcsh",
)
