"""All of lint for one case: structure first, then paraphrases, then the control; a broken layer stops the next."""

from .control import control
from .lint import structure
from .lint_sayings import sayings
from .loading import Case
from .problems import Problem


def lint_case(case: Case) -> tuple[Problem, ...]:
    """Every problem of the first layer that has some; empty for a fixture that can be scored and can fail."""
    for layer in (structure, sayings, control):
        if found := layer(case):
            return found
    return ()
