"""Target files are read as strictly as reports: one faulty file per way to be wrong, and what is fine.

A case is a file in ``faulty_targets/``, named after the kind of diagnostic that it shows. One with
``entity`` or ``document`` is added to a copy of the repository's targets, a catalogue stands alone.
"""

import shutil
from pathlib import Path

import pytest

from hubei_digecon import check, load_targets
from hubei_digecon.diagnostics import Severity
from hubei_digecon.diagnostics.catalogue import DIAGNOSTICS
from hubei_digecon.domain.outcomes import Verdict
from hubei_digecon.load.targets import TargetLibrary, TargetsError, find_targets, library_in_use

from .conftest import AS_OF, ROOT, TESTS, Digecon, matches_golden
from .printed_diagnostics import ids_in, kind_of, said

FAULTY = TESTS / "faulty_targets"
CASES = sorted(path.name for path in FAULTY.glob("*.yaml"))

DOCUMENT = """\
document:
  id: made-up
  title: {zh: 虚构文件, en: A made-up document}
  default: true
  named: {zone: 1}
  published: 1
"""
ZONE = """\
entity:
  id: made-up-zone
  kind: zone
  name: {zh: 虚构园区, en: A made-up zone}
  aliases: [虚构区]
  within: wuhan
targets:
  core_value_added:
    due: 2025
    comparator: at_least
    value: 400
    unit: 亿元
    source: {document: made-up, paragraph: 1, wording: 达到400亿元}
  gazelle_firms:
    due: 2025
    comparator: more_than
    value: 20
    unit: 家
    source: {document: made-up, paragraph: 1, wording: 超过20家}
"""
COMPLIANT = """\
entity: made-up-zone
period: 2025
submitted: {by: 示例单位, date: 2026-01-20}
illustrative: true
observations:
  core_value_added: {value: 400.01亿元, status: final, scope: core-2021, source: 示例年报}
  gazelle_firms: {value: 21家, status: final, scope: gazelle-digital, counting: in_force, source: 示例名单}
"""
CITED_NOWHERE = "targets/documents/made-up.yaml"


@pytest.fixture
def targets(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the repository's targets, in the working directory, with a document for a place more."""
    monkeypatch.chdir(tmp_path)
    folder = Path("targets")
    shutil.copytree(ROOT / "targets", folder)
    (folder / "documents" / "made-up.yaml").write_text(DOCUMENT, "utf-8")
    return folder


@pytest.fixture
def with_zone(targets: Path) -> Path:
    """The same, with a fictional zone."""
    (targets / "zones" / "made-up-zone.yaml").write_text(ZONE, "utf-8")
    return targets


def _lay_out(case: str, targets: Path) -> None:
    """Put a case where its sort of file belongs."""
    content = (FAULTY / case).read_bytes()
    if content.startswith((b"indicators:", b"scopes:")):
        shutil.rmtree(targets)
        targets.mkdir()
        (targets / "indicators.yaml").write_bytes(content)
    elif b"\ndocument:" in content:
        (targets / "documents" / case).write_bytes(content)
        (targets / "documents" / "made-up.yaml").unlink()
    else:
        (targets / "zones" / case).write_bytes(content)


def _only_of(case: str, diagnostics: str) -> str:
    """Leave out that the made-up document is not cited: a faulty place may be why."""
    return "".join(
        line
        for block in _blocks(diagnostics)
        if not (block[0].startswith(CITED_NOWHERE) and not case.startswith("published-count"))
        for line in block
    )


def _blocks(diagnostics: str) -> list[list[str]]:
    blocks: list[list[str]] = []
    for line in diagnostics.splitlines(keepends=True):
        if not line.startswith(" "):
            blocks.append([])
        blocks[-1].append(line)
    return blocks


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("case", CASES)
def test_what_is_wrong_is_said_word_for_word(case: str, lang: str, targets: Path, digecon: Digecon) -> None:
    _lay_out(case, targets)
    diagnostics = said(digecon("lint", "targets", "--lang", lang))
    matches_golden(_only_of(case, diagnostics), FAULTY / f"{Path(case).stem}.{lang}.txt")


@pytest.mark.parametrize("case", CASES)
def test_a_case_shows_the_kind_it_is_named_after_and_nothing_else(case: str) -> None:
    messages = (FAULTY / f"{Path(case).stem}.en.txt").read_text("utf-8")
    assert set(ids_in(messages)) == {kind_of(case)}
    is_error = DIAGNOSTICS[kind_of(case)].severity is Severity.ERROR
    assert messages.endswith("exit 3\n" if is_error else "exit 0\n")


def test_the_targets_of_the_repository_are_clean(digecon: Digecon) -> None:
    ran = digecon("lint", "targets", "--lang", "en")
    files = sum(1 for _ in (ROOT / "targets").rglob("*.yaml"))
    assert (ran.code, ran.err) == (0, "")
    assert str(files) in ran.out
    assert ran.out.endswith("errors 0, warnings 0, notes 0.\n")


def test_every_file_of_the_repository_is_clean_when_it_is_named_alone(digecon: Digecon) -> None:
    for path in sorted((ROOT / "targets").rglob("*.yaml")):
        ran = digecon("lint", str(path.relative_to(ROOT)), "--lang", "en")
        assert ran.code == 0
        assert ran.out.endswith("errors 0, warnings 0, notes 0.\n")


def test_a_new_place_is_one_file_and_no_code(with_zone: Path, digecon: Digecon) -> None:
    Path("report.yaml").write_text(COMPLIANT, "utf-8")
    assert said(digecon("lint", "targets")) == "exit 0\n"
    ran = digecon("check", "report.yaml", "--targets", "targets", "--as-of", AS_OF, "--lang", "en")
    assert (ran.code, ran.err) == (0, "")
    assert "judged 2 of 2: met 2, missed 0" in ran.out
    assert "A made-up zone" in ran.out


def test_a_new_place_is_known_by_its_alias_and_suggested_where_that_is_nearly_right(
    with_zone: Path, digecon: Digecon
) -> None:
    Path("report.yaml").write_text(COMPLIANT.replace("made-up-zone", "虚构区"), "utf-8")
    ran = digecon("check", "report.yaml", "--targets", "targets", "--as-of", AS_OF, "--lang", "en")
    assert ran.code == 0
    Path("report.yaml").write_text(COMPLIANT.replace("made-up-zone", "虚拟区"), "utf-8")
    ran = digecon("check", "report.yaml", "--targets", "targets", "--lang", "en")
    assert "did you mean “虚构区” (made-up-zone)?" in said(ran)


def test_faults_of_several_files_are_told_in_one_run(with_zone: Path, digecon: Digecon) -> None:
    _spoil(with_zone / "zones" / "wuhan-wedz.yaml", "comparator: more_than", "comparator: more")
    _spoil(with_zone / "zones" / "made-up-zone.yaml", "value: 400", "value: 4oo")
    _spoil(with_zone / "documents" / "notice.yaml", "published: 3", "published: three")
    _spoil(with_zone / "indicators.yaml", "decimals: 1", "decimals: one")
    told = said(digecon("lint", "targets", "--lang", "en"))
    assert {block[0].partition(":")[0] for block in _blocks(told)[:-1]} == {
        "targets/documents/notice.yaml",
        "targets/indicators.yaml",
        "targets/zones/made-up-zone.yaml",
        "targets/zones/wuhan-wedz.yaml",
    }
    assert told.endswith("exit 3\n")


def test_check_tells_the_faults_of_all_target_files_it_needs_and_judges_nothing(
    with_zone: Path, digecon: Digecon
) -> None:
    Path("report.yaml").write_text(COMPLIANT, "utf-8")
    _spoil(with_zone / "documents" / "notice.yaml", "published: 3", "published: three")
    _spoil(with_zone / "indicators.yaml", "decimals: 1", "decimals: one")
    ran = digecon("check", "report.yaml", "--targets", "targets", "--lang", "en")
    assert (ran.code, ran.out) == (3, "")
    assert ids_in(ran.err) == ["not-whole", "not-whole"]
    assert "targets/documents/notice.yaml:11:14: error" in ran.err
    assert "targets/indicators.yaml:" in ran.err


def test_check_does_not_judge_by_a_place_whose_file_has_an_error(with_zone: Path, digecon: Digecon) -> None:
    Path("report.yaml").write_text(COMPLIANT, "utf-8")
    _spoil(with_zone / "zones" / "made-up-zone.yaml", "wording: 达到400亿元", "wording: 超过400亿元")
    ran = digecon("check", "report.yaml", "--targets", "targets", "--lang", "en")
    assert (ran.code, ran.out) == (3, "")
    assert ids_in(ran.err) == ["wording-mismatch"]


def test_check_reads_only_the_places_it_needs(with_zone: Path, digecon: Digecon) -> None:
    Path("report.yaml").write_text(COMPLIANT, "utf-8")
    (with_zone / "zones" / "wuhan-wedz.yaml").write_text("[", "utf-8")
    assert digecon("check", "report.yaml", "--targets", "targets", "--as-of", AS_OF).code == 0


def test_two_places_cannot_share_a_name(with_zone: Path, digecon: Digecon) -> None:
    _spoil(with_zone / "zones" / "made-up-zone.yaml", "aliases: [虚构区]", "aliases: [光谷]")
    told = said(digecon("lint", "targets", "--lang", "en"))
    assert ids_in(told) == ["same-name"]
    assert told.startswith("targets/zones/wuhan-east-lake.yaml:7:")
    assert "“光谷” is already used by made-up-zone" in told


def test_a_stray_file_is_held_to_its_name(digecon: Digecon, tmp_path: Path) -> None:
    stray = tmp_path / "other.yaml"
    stray.write_text(ZONE.replace("made-up,", "notice,"), "utf-8")
    ran = digecon("lint", str(stray), "--lang", "en")
    assert ids_in(ran.out) == ["file-name"]
    assert f"{stray}:2:7: error file-name: the file should be named “made-up-zone.yaml”" in ran.out
    assert ran.code == 3


def test_a_file_of_a_folder_is_read_with_the_rest_of_its_folder(with_zone: Path, digecon: Digecon) -> None:
    ran = digecon("lint", "targets/zones/made-up-zone.yaml")
    assert said(ran) == "exit 0\n"


def test_a_folder_without_a_catalogue_is_no_folder_of_targets(tmp_path: Path, digecon: Digecon) -> None:
    ran = digecon("check", "report.yaml", "--targets", str(tmp_path), "--lang", "en")
    assert (ran.code, ran.out) == (3, "")
    assert ran.err == (
        f"{tmp_path}: error no-targets: there is no folder of targets here (indicators.yaml is missing)\n"
        "  fix: name one with --targets or DIGECON_TARGETS\n"
    )
    zh = digecon("check", "report.yaml", "--targets", str(tmp_path), "--lang", "zh")
    assert zh.err == (
        f"{tmp_path}: 错误（须更正） no-targets：这里没有目标文件夹（缺少 indicators.yaml）\n"
        "  处理：用 --targets 或环境变量 DIGECON_TARGETS 指明\n"
    )


def test_the_folder_of_targets_is_the_one_named_then_that_of_the_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    named, environment = (_folder(tmp_path / name) for name in ("named", "environment"))
    assert find_targets() == str(ROOT / "targets")
    monkeypatch.setenv("DIGECON_TARGETS", str(environment))
    assert find_targets() == str(environment)
    assert find_targets(str(named)) == str(named)


def test_a_folder_in_the_package_goes_before_that_of_the_repository(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from hubei_digecon.load import targets

    module = tmp_path / "repository" / "src" / "hubei_digecon" / "load" / "targets.py"
    monkeypatch.setattr(targets, "__file__", str(module))
    repository = _folder(tmp_path / "repository" / "targets")
    assert find_targets() == str(repository)
    package = _folder(tmp_path / "repository" / "src" / "hubei_digecon" / "targets")
    assert find_targets() == str(package)


def test_only_lint_holds_the_targets_that_come_with_the_program_against_their_words(
    with_zone: Path, monkeypatch: pytest.MonkeyPatch, digecon: Digecon
) -> None:
    """A folder that somebody names is held against them at every start."""
    from hubei_digecon.load import targets

    package = with_zone.parent / "src" / "hubei_digecon"
    shutil.copytree(with_zone, package / "targets")
    _spoil(
        package / "targets" / "zones" / "made-up-zone.yaml", "wording: 达到400亿元", "wording: 达到500亿元"
    )
    monkeypatch.setattr(targets, "__file__", str(package / "load" / "targets.py"))

    def said_of_zone(library: TargetLibrary) -> list[str]:
        library.entity("made-up-zone")
        return [one.kind.id for file in library.file_diagnostics for one in file.diagnostics]

    assert said_of_zone(library_in_use()) == []
    assert ids_in(said(digecon("lint", str(package / "targets"), "--lang", "en"))) == ["value-not-in-wording"]
    assert said_of_zone(library_in_use(str(package / "targets"))) == ["value-not-in-wording"]
    monkeypatch.setenv("DIGECON_TARGETS", str(package / "targets"))
    assert said_of_zone(library_in_use()) == ["value-not-in-wording"]


@pytest.mark.parametrize("how", ["named", "environment"])
def test_a_folder_named_wrongly_is_never_replaced_by_another(
    how: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DIGECON_TARGETS", str(tmp_path if how == "environment" else ROOT / "targets"))
    with pytest.raises(TargetsError) as refused:
        find_targets(str(tmp_path) if how == "named" else None)
    assert [file.source.path for file in refused.value.files] == [str(tmp_path)]


def test_targets_are_never_looked_for_beside_a_report(with_zone: Path, digecon: Digecon) -> None:
    Path("report.yaml").write_text(COMPLIANT, "utf-8")
    ran = digecon("check", "report.yaml", "--lang", "en")
    assert ids_in(said(ran)) == ["unknown-entity"]


def test_programs_get_the_same_targets(with_zone: Path) -> None:
    Path("report.yaml").write_text(COMPLIANT, "utf-8")
    (assessment,) = check("report.yaml", targets=load_targets(with_zone))
    assert assessment.verdict is Verdict.COMPLIANT


def test_programs_are_refused_targets_with_errors(targets: Path) -> None:
    _spoil(targets / "indicators.yaml", "kind: share", "kind: rate")
    with pytest.raises(TargetsError) as refused:
        load_targets(targets)
    assert [file.source.path for file in refused.value.files] == ["targets/indicators.yaml"]


def test_every_file_is_read_once_and_its_digest_kept(with_zone: Path) -> None:
    library = TargetLibrary(with_zone)
    library.check_all()
    files = sorted(path.relative_to(with_zone).as_posix() for path in with_zone.rglob("*.yaml"))
    assert sorted(library.digests) == files
    assert all(len(digest.sha256) == 64 for digest in library.digests.values())


def _folder(path: Path) -> Path:
    path.mkdir(parents=True)
    (path / "indicators.yaml").write_text("indicators: {}\n", "utf-8")
    return path


def _spoil(path: Path, right: str, wrong: str) -> None:
    text = path.read_text("utf-8")
    assert right in text
    path.write_text(text.replace(right, wrong, 1), "utf-8")
