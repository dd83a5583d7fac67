"""A scoreboard made of assessments."""

from ..conftest import AS_OF, Digecon


def test_places_stand_side_by_side(digecon: Digecon) -> None:
    ran = digecon(
        "score", "sample_reports/illustrative", "--as-of", AS_OF, "--lang", "en", "--output-format", "csv"
    )
    head, *rows = ran.out.splitlines()
    assert head.startswith("entity,kind,name")
    assert [row.partition(",")[0] for row in rows if row.startswith("wuhan")] == [
        "wuhan",
        "wuhan-east-lake",
        "wuhan-wedz",
    ]
