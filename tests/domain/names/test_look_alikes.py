"""The tables by which names look alike."""

from hubei_digecon.domain.names import folding, look_alikes


def test_each_character_looks_like_another() -> None:
    looks = dict(zip(look_alikes.CHARACTERS, look_alikes.LOOKS, strict=True))
    assert (looks["0"], looks["1"], looks["I"]) == ("O", "l", "l")


def test_broad_characters_are_spelt_with_several() -> None:
    spelt = dict(zip(look_alikes.BROAD, look_alikes.SPELT.split("\n"), strict=True))
    assert (spelt["m"], spelt["æ"]) == ("rn", "ae")


def test_both_tables_are_of_one_version_of_unicode() -> None:
    assert look_alikes.UNICODE == folding.UNICODE
