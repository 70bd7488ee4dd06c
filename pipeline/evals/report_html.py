"""The report as one HTML file: plots drawn as SVG, every finding beside its passage, nothing loaded from elsewhere."""

from functools import cache
from importlib.resources import files

from jinja2 import Environment, StrictUndefined, Template

from .report_text import change, number
from .view import HEADLINES, FigureRow, View


def report_html(view: View) -> str:
    """The page; everything that comes from articles and digests is escaped."""
    rated = [row for row in view.figures if row.metric.quality]
    shown: str = _template().render(
        view=view,
        rated=rated,
        others=[row for row in view.figures if not row.metric.quality],
        headlines=HEADLINES,
        number=number,
        change=change,
        state=_state,
        colour=_colour,
    )
    return shown


@cache
def _template() -> Template:
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    return environment.from_string(files(__package__).joinpath("report.html.j2").read_text("utf-8"))


def _state(row: FigureRow) -> str:
    """better, worse or same against the baseline, as a class name."""
    moved = row.change
    if moved is None or abs(moved) < 5e-4 or row.metric.better == "none":
        return "same"
    return "better" if (moved > 0) == (row.metric.better == "up") else "worse"


def _colour(value: float | None) -> str:
    """The class of a cell of the case table: quarters of the way from 0 to 1."""
    return "none" if value is None else f"q{min(4, max(0, int(value * 4)))}"
