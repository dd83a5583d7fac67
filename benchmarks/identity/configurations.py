"""Configuration files, sound and at fault."""

OWN, PROJECT = "digecon.toml", "pyproject.toml"

CONFIGURATIONS = (
    (OWN, ""),
    (OWN, 'language = "zh"\nfail-on = "never"\nmin-evidence = "cited"\nignore = ["scope-unstated"]\n'),
    (OWN, 'targets = "../../targets"\nreviews = ["../../sample_reports/illustrative/reviews"]\n'),
    (OWN, 'formats = ["text", "json=result.json"]\nexclude = ["*-2021*"]\nselect = ["scope-unstated"]\n'),
    (OWN, '# settings\nmin_evidence = "claimed"\n'),
    (OWN, "min-evidence = 3\nlanguage = true\n[targets]\n"),
    (OWN, 'targets = 2026-01-01 10:00:00\nignore = "scope-unstated"\n'),
    (OWN, 'reviews = [\n  "a",\n  3, # three\n  [],\n  " ",\n]\n'),
    (OWN, 'formats = ["table", "jsn=a.json", "json=a\\u0000b"]\n'),
    (OWN, 'fail-on = "nevr"\nignore = ["scope-unstated", "hedged-valu"]\n'),
    (OWN, 'formats = ["jsn", 1]\nlangauge = "zh"\n\nfail-on = ""\n[more]\nx = 1\n'),
    (OWN, 'fail-on = "never"\nfail-on = "missed"\n'),
    (OWN, "fail-on = never\n"),
    (OWN, 'reviews = ["a"\n'),
    (OWN, 'targets = "no-such-folder"\n'),
    (PROJECT, '[project]\nname = "x"\n'),
    (PROJECT, "no TOML at all\n"),
    (PROJECT, "[tool]\ndigecon = true\n"),
    (PROJECT, '[tool]\ndigecon.fail-on = "never"\n'),
    (PROJECT, '[tool.digecon]\nfail-on = "never"\nfailon = "never"\n'),
    (PROJECT, 'x = """\n[tool.digecon]\nfail-on = 3\n"""\n[tool.digecon]\nfail-on = """never"""\n'),
)
"""Name and text of each; every one lies in a folder of its own."""
