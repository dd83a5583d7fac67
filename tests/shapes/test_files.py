"""The shapes of files, and those that stand inside them."""

from hubei_digecon.shapes.base import name_of
from hubei_digecon.shapes.files import FILES, SHAPES, shapes_in


def test_each_sort_of_file_has_a_shape() -> None:
    assert {sort: name_of(shape) for sort, shape in FILES.items()} == {
        "report": "Report",
        "review": "Review",
        "catalogue": "Catalogue",
        "document": "PolicyDocument",
        "entity": "Entity",
        "weights": "Weights",
    }


def test_a_shape_comes_before_those_that_stand_inside_it() -> None:
    assert [name_of(shape) for shape in shapes_in(FILES["weights"])] == ["Weights", "Issuer"]
    inside = [name_of(shape) for shape in shapes_in(FILES["report"])]
    assert inside[:3] == ["Report", "Submitted", "Observation"]


def test_every_shape_is_found_by_its_name() -> None:
    assert {name_of(shape) for shape in SHAPES.values()} == set(SHAPES)
    assert {"Item", "Waiver", "Relation", "Citation"} <= SHAPES.keys()
