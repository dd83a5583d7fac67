"""Named tuples whose constructor is compiled late are those of the standard library in every other way."""

import copy
import inspect
import pickle
import typing
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hubei_digecon import records


class Early(typing.NamedTuple):
    """A value."""

    one: str
    two: int = 2
    three: tuple[int, ...] = ()

    @property
    def doubled(self) -> int:
        """Twice the second."""
        return self.two * 2

    @classmethod
    def of(cls, one: str) -> "Early":
        """Return a value of its first field."""
        return cls(one)


class Late(records.NamedTuple):
    """A value."""

    one: str
    two: int = 2
    three: tuple[int, ...] = ()

    @property
    def doubled(self) -> int:
        """Twice the second."""
        return self.two * 2

    @classmethod
    def of(cls, one: str) -> "Late":
        """Return a value of its first field."""
        return cls(one)


def _new_late() -> Any:
    """Return a class of which no value was made yet."""
    make: Any = type(records.NamedTuple)
    return make("Late", (records.NamedTuple,), dict(DECLARED))


class Further(Late):
    """A class of one."""

    def __new__(cls, one: str) -> "Further":
        return super().__new__(cls, one, 7)


DECLARED = {"__annotations__": Early.__annotations__, "two": 2, "three": (), "__module__": __name__}


def _outcome(act: Any) -> Any:
    """Return what comes of something: its value as a plain one, or its error, by their classes' names."""
    try:
        made = act()
    except (TypeError, ValueError, AttributeError) as error:
        return type(error), str(error).replace("Late", "Early")
    return repr(made).replace("Late", "Early"), tuple(made) if isinstance(made, tuple) else made


VALUES = st.lists(st.integers(), max_size=5)
NAMED = st.dictionaries(st.sampled_from(["one", "two", "three", "four"]), st.integers())


@given(VALUES, NAMED)
def test_values_are_made_and_changed_alike(values: list[Any], named: dict[str, Any]) -> None:
    early: Any = Early
    for late in (Late, _new_late()):
        _hold_alike(early, late, values, named)


def _hold_alike(early: Any, late: Any, values: list[Any], named: dict[str, Any]) -> None:
    assert _outcome(lambda: late(*values, **named)) == _outcome(lambda: early(*values, **named))
    assert _outcome(lambda: late._make(values)) == _outcome(lambda: early._make(values))
    assert _outcome(lambda: late("1")._replace(**named)) == _outcome(lambda: early("1")._replace(**named))


def test_many_values_are_made_as_the_first_are() -> None:
    late = _new_late()
    assert {late(str(number % 2), three=(number,))[:2] for number in range(200)} == {("0", 2), ("1", 2)}
    assert type(late("1")) is late


def test_a_class_has_its_signature_before_any_value_is_made() -> None:
    for late in (Late, _new_late()):
        assert str(inspect.signature(late)) == "(one, two=2, three=())"
        assert not hasattr(late, "__signature__")


def test_an_error_at_the_first_value_is_that_of_a_constructor() -> None:
    class First(records.NamedTuple):
        one: str
        two: str

    first: Any = First
    with pytest.raises(TypeError, match=r"First\.__new__\(\) missing 1 required positional argument: 'two'"):
        first("1")
    assert first("1", "2") == ("1", "2")


def test_a_value_is_used_alike() -> None:
    early: Any = Early("1", 3)
    late: Any = Late("1", 3)
    assert late == early == ("1", 3, ())
    assert hash(late) == hash(early)
    assert late._asdict() == early._asdict()
    assert (late.one, late.doubled, Late.of("x").two) == ("1", 6, 2)
    assert copy.deepcopy(late) == copy.copy(late) == late
    for protocol in range(2, pickle.HIGHEST_PROTOCOL + 1):
        read = pickle.loads(pickle.dumps(late, protocol))
        assert (read, type(read)) == (late, Late)
    assert Further("1") == ("1", 7, ())
    assert type(Further("1")._replace(two=1)) is Further
    match late:
        case Late(one, two, three):
            assert (one, two, three) == late
    with pytest.raises(AttributeError):
        late.one = "2"
    with pytest.raises(AttributeError):
        late.other = "2"


def test_a_class_says_the_same_of_itself() -> None:
    Late("1")
    assert issubclass(Late, tuple)
    for name in ("_fields", "_field_defaults", "__match_args__", "__doc__", "__slots__"):
        assert getattr(Late, name) == getattr(Early, name)
    assert typing.get_type_hints(Late) == typing.get_type_hints(Early)


def test_a_field_without_a_default_stands_before_those_with_one() -> None:
    with pytest.raises(TypeError):

        class Wrong(records.NamedTuple):
            one: str = ""
            two: str  # type: ignore[misc]
