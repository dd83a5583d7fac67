"""What can be looked up."""

from hubei_digecon.explain import open_handbook

from ..conftest import ROOT


def test_a_word_is_looked_up_by_its_id_or_its_name() -> None:
    handbook = open_handbook(str(ROOT / "targets"))
    assert [one.id for one in handbook.look_up("met")] == ["met"]
    assert handbook.look_up("no such word") == handbook.look_up("nothing of the sort")
