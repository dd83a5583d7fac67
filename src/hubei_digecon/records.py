"""Named tuples that cost a start a sixth of those of the standard library.

These compile a constructor for each class as it is defined, which takes as long as making sixty values
without one. Here it is compiled once so many are made; in every other way the classes are alike, which tests
hold. Type checkers see ``typing.NamedTuple``.
"""

import sys
from collections import namedtuple
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING or sys.version_info >= (3, 14):  # whose classes keep their annotations elsewhere
    from typing import NamedTuple as NamedTuple
else:
    _WITHOUT = 60
    """How many values of a class are made before its constructor is compiled."""

    _Field = type(namedtuple("_One", "field").field)

    class _RecordType(type):
        """Makes a class of named tuples of what one declares."""

        def __new__(cls, name: str, bases: tuple[type, ...], body: dict[str, Any]) -> type:
            if not bases:
                return super().__new__(cls, name, bases, body)
            fields = tuple(body.get("__annotations__", ()))
            defaults = {field: body.pop(field) for field in fields if field in body}
            if list(defaults) != list(fields[len(fields) - len(defaults) :]):
                raise TypeError(f"{name}: a field without a default follows one with a default")
            own = {field: _Field(number, "") for number, field in enumerate(fields)}
            told = {"_fields": fields, "_field_defaults": defaults, "__match_args__": fields}
            made = type.__new__(type, name, (tuple,), {**_METHODS, **told, "__slots__": (), **body, **own})
            if "__new__" not in body:
                made.__new__ = staticmethod(_constructor_of(made))
            return made

    class NamedTuple(metaclass=_RecordType):
        """Declares a class of named tuples, as :class:`typing.NamedTuple` does."""

    def _constructor_of(made: Any) -> Any:
        """Return what makes the first values of a class, then compiles its constructor in its own place."""
        left = _WITHOUT

        def compiled() -> Any:
            given = ", ".join(made._fields)
            names = {"make": tuple.__new__, "__builtins__": {}, "__name__": made.__module__}
            new = eval(f"lambda _cls, {given}: make(_cls, ({given},))", names)
            new.__defaults__ = tuple(made._field_defaults.values())
            new.__name__, new.__qualname__ = "__new__", f"{made.__qualname__}.__new__"
            made.__new__ = staticmethod(new)
            return new

        def construct(cls: Any, *values: Any, **named: Any) -> Any:
            nonlocal left
            left -= 1
            every = _in_order(made, values, named) if left else None
            return compiled()(cls, *values, **named) if every is None else tuple.__new__(cls, every)

        construct.compiled = compiled  # type: ignore[attr-defined]
        return construct

    class _LateSignature:
        """Compiles the constructor of a class when somebody asks for its signature, which is found there."""

        def __get__(self, _value: Any, cls: Any) -> Any:
            if compiled := getattr(cls.__new__, "compiled", None):
                compiled()
            raise AttributeError("__signature__")

    def _in_order(made: Any, values: tuple[Any, ...], named: dict[str, Any]) -> list[Any] | None:
        """Return the values of all fields of a class; ``None`` where they are not those that it takes."""
        rest = made._fields[len(values) :]
        every = {**made._field_defaults, **named}
        if len(values) > len(made._fields) or not named.keys() <= {*rest} <= every.keys():
            return None
        return [*values, *map(every.__getitem__, rest)]

    def _make(cls: Any, values: Iterable[Any]) -> Any:
        """Make a value of a class from those of its fields, in their order."""
        made = tuple.__new__(cls, values)
        if len(made) != len(cls._fields):
            raise TypeError(f"Expected {len(cls._fields)} arguments, got {len(made)}")
        return made

    def _replace(self: Any, /, **values: Any) -> Any:
        """Return a value with other values in some of its fields."""
        made = self._make(map(values.pop, self._fields, self))
        if values:
            raise ValueError(f"Got unexpected field names: {list(values)!r}")
        return made

    def _asdict(self: Any) -> dict[str, Any]:
        """Return the values by the names of their fields."""
        return dict(zip(self._fields, self, strict=True))

    def _repr(self: Any) -> str:
        """Return a representation in nicely formatted form."""
        told = ", ".join(f"{field}={value!r}" for field, value in zip(self._fields, self, strict=True))
        return f"{type(self).__name__}({told})"

    def _arguments(self: Any) -> tuple[Any, ...]:
        """Return self as a plain tuple, as copy and pickle need it."""
        return tuple(self)

    _METHODS: dict[str, Any] = {
        "_make": classmethod(_make),
        "_replace": _replace,
        "__replace__": _replace,
        "_asdict": _asdict,
        "__repr__": _repr,
        "__getnewargs__": _arguments,
        "__signature__": _LateSignature(),
    }
