"""Sizes of memory, as options give them."""

import pytest

from hubei_digecon.load.memory import LEAST_MEMORY, MEMORY, bytes_of


@pytest.mark.parametrize(
    ("text", "number"),
    [(LEAST_MEMORY, 64 * 2**20), (MEMORY, 128 * 2**20), ("2GiB", 2**31), ("65MiB", 65 * 2**20)],
)
def test_a_size_is_a_number_of_bytes(text: str, number: int) -> None:
    assert bytes_of(text) == number


@pytest.mark.parametrize(
    "text", ["", "63MiB", "1", "1KiB", "0GiB", "-1GiB", "1 GiB", "１GiB", "1gib", "1.5GiB", "99999999GiB"]
)
def test_what_is_no_size_or_too_little_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=f"^{text}$"):
        bytes_of(text)
