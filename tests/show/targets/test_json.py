"""The published targets in JSON: what is listed, in the types of its form."""

import json

from hubei_digecon.load.targets import TargetLibrary
from hubei_digecon.show.targets import TargetList
from hubei_digecon.show.targets.json import listed, listing
from hubei_digecon.show.view import View

from ...small_targets import Small


def test_a_place_has_its_targets_as_they_were_published(small: Small) -> None:
    library = TargetLibrary(small.targets)
    targets = TargetList(library.entities(), library.documents, ())
    one, two = listing(targets).places
    assert (one.entity, [target.target for target in one.targets]) == ("one", ["one.firms"])
    assert [target.required for target in two.targets] == ["10", "3"]
    assert json.loads(listed(targets, View("en")))["places"][0]["name"] == {"zh": "一市", "en": "Oneville"}
