"""A number with its unit."""

from dataclasses import dataclass

from audit.values.numbers.number import Number


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit; of a time of day, the value is minutes and the unit '@'."""

    number: Number
    end: int
    unit: str = ""
    keys: tuple[str, ...] = ()  # in place of value and unit

    @property
    def key(self) -> str:
        """Its value and unit."""
        if self.keys:
            return self.keys[0]
        return f"={self.number.value} {self.unit}".rstrip()
