"""The plot of the benchmark: horizontal bars on a logarithmic scale, written as plain SVG."""

import math
from html import escape

WIDTH, LEFT, RIGHT, BAR, GAP = 760, 170, 90, 18, 8
COLOURS = {"omnibroker": "#0b6e4f"}
OTHER = "#8a98a8"

Row = tuple[str, str, float]


def plot(panels: list[tuple[str, list[Row]]]) -> str:
    """SVG text of `panels`: (title, rows of (name, label, requests a second))."""
    values = [value for _, rows in panels for _, _, value in rows]
    low = 10 ** math.floor(math.log10(min(values)))
    high = max(values)
    parts, top = [], 10
    for title, rows in panels:
        parts.append(text(10, top + 14, title, weight="bold"))
        top += 26
        for row in rows:
            parts.append(bar(row, top, low, high))
            top += BAR + GAP
        top += 12
    note = text(10, top + 8, "Requests a second, logarithmic scale; medians of alternating rounds.")
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {top + 20}" '
        f'font-family="sans-serif" font-size="13">\n'
        f'<rect width="100%" height="100%" fill="#ffffff"/>\n'
        + "\n".join([*parts, note])
        + "\n</svg>\n"
    )


def bar(row: Row, top: int, low: float, high: float) -> str:
    """One bar with its label and its figure."""
    name, label, value = row
    length = (WIDTH - LEFT - RIGHT) * math.log(value / low) / math.log(high / low)
    colour = COLOURS.get(name, OTHER)
    return "\n".join([
        text(LEFT - 8, top + 14, label, anchor="end"),
        f'<rect x="{LEFT}" y="{top}" width="{length:.1f}" height="{BAR}" fill="{colour}"/>',
        text(int(LEFT + length + 6), top + 14, f"{value:,.0f}"),
    ])  # fmt: skip


def text(x: int, y: int, content: str, anchor: str = "start", weight: str = "normal") -> str:
    """One text element."""
    return (f'<text x="{x}" y="{y}" text-anchor="{anchor}" font-weight="{weight}" fill="#1f2933">'
            f"{escape(content)}</text>")  # fmt: skip
