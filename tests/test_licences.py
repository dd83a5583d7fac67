"""What the program runs with can be handed on: every package that it needs has a licence that is known here."""

from collections.abc import Iterator
from importlib.metadata import Distribution, distribution

import pytest
from packaging.requirements import Requirement

ALLOWED = {
    "MIT": "MIT",
    "BSD-2-Clause": "BSD-2-Clause",
    "BSD-3-Clause": "BSD-3-Clause",
    "PSF-2.0": "PSF-2.0",
    "PSFL": "PSF-2.0",
    "License :: OSI Approved :: MIT License": "MIT",
    "License :: OSI Approved :: BSD License": "BSD-3-Clause",
    "License :: OSI Approved :: Python Software Foundation License": "PSF-2.0",
}
"""The licences that ask for no more than to be kept, by the ways in which packages write them."""

EXTRAS = ("html", "excel", "docx")


def needed(name: str, extras: tuple[str, ...], known: dict[str, Distribution]) -> dict[str, Distribution]:
    """Return all packages that one needs, itself among them, as they are installed here."""
    known[name] = distribution(name)
    for text in known[name].requires or ():
        one = Requirement(text)
        wanted = one.marker is None or any(one.marker.evaluate({"extra": extra}) for extra in ("", *extras))
        if wanted and one.name.lower() not in known:
            needed(one.name.lower(), tuple(one.extras), known)
    return known


def stated(package: Distribution) -> Iterator[str]:
    """Return what a package says of its licence: as an expression, or else as a word or a classifier."""
    told = package.metadata
    if told["License-Expression"]:
        yield told["License-Expression"]
        return
    yield from filter(None, (told["License"],))
    yield from (one for one in told.get_all("Classifier") or () if one.startswith("License ::"))


PACKAGES = needed("hubei-digecon", EXTRAS, {})


@pytest.mark.parametrize("name", PACKAGES)
def test_every_package_has_a_licence_that_is_allowed(name: str) -> None:
    licences = list(stated(PACKAGES[name]))
    assert licences, f"{name} does not say under which licence it is"
    assert [one for one in licences if one not in ALLOWED] == []


def test_all_that_is_asked_for_is_looked_at() -> None:
    assert {"click", "pydantic", "pyyaml", "rich", "jinja2", "openpyxl", "python-docx", "lxml"} <= set(
        PACKAGES
    )
