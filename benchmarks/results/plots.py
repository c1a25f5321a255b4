"""Figures of the docs as SVG files: the same numbers give the same bytes."""

from __future__ import annotations

import importlib.util
import math
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks.results import page

if TYPE_CHECKING:
    from benchmarks.watch import Moment

# Right to missing; told apart also where no colour is seen, by their order and lightness.
COLOURS = {"right": "#2b6f4e", "review": "#e3c04b", "silent": "#b3261e", "missing": "#c9ccd1"}
WIDTH, LINE = 7.2, 0.42  # inches: of a figure, and of its height for each bar


def available() -> bool:
    """Whether the library that draws is installed."""
    return importlib.util.find_spec("matplotlib") is not None


def draw(part: str, body: str, path: Path) -> None:
    """The picture of a part of the page from the table in it; none for the others."""
    tables = page.tables(body)
    figures = {
        row: {column: page.number(text) for column, text in cells.items()}
        for row, cells in (tables[0] if tables else {}).items()
    }
    if part in {"text", "scans"}:
        counted = {row: cells for row, cells in figures.items() if cells.get("right") is not None}
        verdicts(
            path, {r: {k: v for k, v in c.items() if v is not None} for r, c in counted.items()}
        )
    elif part == "tables":
        points = {row: (c.get("seconds"), c.get("F1")) for row, c in figures.items()}
        scatter(path, {r: (x, y) for r, (x, y) in points.items() if x and y}, "seconds", "F1")


def verdicts(path: Path, rows: Mapping[str, Mapping[str, float]]) -> None:
    """One bar a tool, parted into right, review, silent and missing (counts)."""
    figure, axes = _figure(1.1 + LINE * len(rows))
    left = dict.fromkeys(rows, 0.0)
    for verdict, colour in COLOURS.items():
        values = [row.get(verdict, 0.0) for row in rows.values()]
        axes.barh(list(rows), values, left=list(left.values()), color=colour, label=verdict)
        left = {name: at + value for (name, at), value in zip(left.items(), values, strict=True)}
    axes.invert_yaxis()
    axes.set_xlabel("values")
    axes.legend(ncols=len(COLOURS), frameon=False, loc="lower left", bbox_to_anchor=(0, 1))
    _save(figure, path)


def scatter(path: Path, points: Mapping[str, tuple[float, float]], x: str, y: str) -> None:
    """One named dot a tool; the time across is logarithmic."""
    figure, axes = _figure(3.4)
    for name, (across, up) in points.items():
        axes.plot(across, up, "o", color=COLOURS["right" if name == "notat" else "silent"])
        axes.annotate(name, (across, up), xytext=(6, 4), textcoords="offset points")
    axes.set_xscale("log")
    axes.margins(x=0.2, y=0.15)
    axes.set_xlabel(x)
    axes.set_ylabel(y)
    _save(figure, path)


def memory(path: Path, runs: Mapping[str, Sequence[Moment]]) -> None:
    """Megabytes of the parent and of the largest worker over the time of each run, by its name."""
    figure, axes = _figure(3.0)
    for (name, moments), style in zip(runs.items(), ("-", "--"), strict=True):
        seconds = [moment.seconds for moment in moments]
        for who, colour in (("worker", COLOURS["right"]), ("parent", COLOURS["silent"])):
            held = [getattr(moment, who) for moment in moments]
            axes.plot(seconds, held, style, color=colour, label=f"{who}, {name}")
    axes.set_xlabel("seconds")
    axes.set_ylabel("MB resident")
    axes.set_ylim(bottom=0)
    axes.legend(frameon=False)
    _save(figure, path)


def reliability(path: Path, bins: Sequence[tuple[float, int, int]]) -> None:
    """Share that is right against what was promised: (confidence, right, values) a bin.

    Drawn as odds of a right value, as most of what matters lies between 0.9 and 1; the bars are
    the 95 % interval of Wilson's score.
    """
    figure, axes = _figure(3.4)
    axes.plot([1, 1e5], [1, 1e5], color=COLOURS["missing"], linewidth=1)
    for confidence, right, values in bins:
        across = _odds(confidence)
        low, high = (_odds(edge) for edge in _wilson(right, values))
        axes.plot([across, across], [low, high], color=COLOURS["right"])
        axes.plot(across, min(_odds(right / values), high), "o", color=COLOURS["right"])
        axes.annotate(f"{values:,}", (across, low), xytext=(4, -3), textcoords="offset points")
    axes.set_xscale("log")
    axes.set_yscale("log")
    axes.set_xlabel("promised: right values for each wrong one")
    axes.set_ylabel("found")
    _save(figure, path)


def _odds(share: float) -> float:
    return share / max(1.0 - share, 1e-6)


def _wilson(right: int, values: int) -> tuple[float, float]:
    """The 95 % interval of a share."""
    z = 1.96
    share, spread = right / values, z * z / values
    middle = (share + spread / 2) / (1 + spread)
    half = z / (1 + spread) * math.sqrt(share * (1 - share) / values + spread / (4 * values))
    return middle - half, middle + half


def _figure(height: float) -> tuple[Any, Any]:
    """A figure and its axes; ``height`` in inches."""
    import matplotlib as mpl

    mpl.use("svg")
    # Text stays text, and names inside the file come from this salt instead of from chance.
    mpl.rcParams.update({"svg.fonttype": "none", "svg.hashsalt": "notat", "font.size": 9})
    from matplotlib import pyplot as plt

    figure, axes = plt.subplots(figsize=(WIDTH, height), layout="constrained")
    axes.spines[["top", "right"]].set_visible(False)
    return figure, axes


def _save(figure: Any, path: Path) -> None:
    from matplotlib import pyplot as plt

    figure.savefig(path, format="svg", metadata={"Date": None, "Creator": None})
    plt.close(figure)
