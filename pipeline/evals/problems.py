"""What lint says: which file, which entry, what is wrong, what to do."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault of a fixture, complete in one line."""

    file: str
    entry: str
    message: str

    def line(self) -> str:
        """The fault as printed."""
        return f"{self.file}, {self.entry}: {self.message}"
