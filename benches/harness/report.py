"""What was measured, as Markdown that the README can show as it is."""

from dataclasses import dataclass, field

from .measure import Times


@dataclass
class Row:
    """One thing that was measured, of one tool or of both."""

    label: str
    mensi: Times | None
    hugo: Times | None
    # Of the floor there is another ratio: how many times it a cold build takes.
    of_floor: bool = False


@dataclass
class Report:
    """All of it."""

    title: str
    machine: list[str]
    rows: list[Row] = field(default_factory=list)
    cold_mensi: Times | None = None
    cold_hugo: Times | None = None
    peaks: tuple[int, int] | None = None
    pages: tuple[int, int] | None = None
    growth: list[str] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)

    def markdown(self) -> str:
        """The table, with what it was made on above and what it does not show below."""
        lines = [self.title, "", *self.machine, ""]
        lines += ["| median (mean) | mensi-site | Hugo | ÷ Hugo | ÷ Hugo, cold | ÷ itself, cold |",
                  "| --- | ---: | ---: | ---: | ---: | ---: |"]
        for row in self.rows:
            lines.append(self._line(row))
            if row.mensi is self.cold_mensi and self.peaks:
                mensi, hugo = self.peaks
                lines.append(f"| peak memory of it | {bytes_text(mensi)} | {bytes_text(hugo)} | {mensi / hugo:.3f} | | |")
        lines += [""] + [f"- {line}" for line in self.growth + self.notices]
        return "\n".join(lines).rstrip() + "\n"

    def _line(self, row: Row) -> str:
        cells = [row.label, _times(row.mensi), _times(row.hugo), _ratio(row.mensi, row.hugo)]
        if row.of_floor:
            cells += ["", f"cold ÷ this: {_ratio(self.cold_mensi, row.mensi, 2)}"]
        else:
            cold = row.mensi is self.cold_mensi
            cells += [_ratio(row.mensi, self.cold_hugo), "" if cold else _ratio(row.mensi, self.cold_mensi)]
        return "| " + " | ".join(cells) + " |"


def _seconds(value: float) -> str:
    return f"{value:.2f} s" if value >= 1 else f"{value * 1000:.0f} ms" if value >= 0.01 else f"{value * 1000:.1f} ms"


def _times(times: Times | None) -> str:
    return f"{_seconds(times.median)} ({_seconds(times.mean)})" if times else ""


def _ratio(above: Times | None, below: Times | None, digits: int = 4) -> str:
    """Of the medians, and of the means."""
    if not above or not below:
        return ""
    return f"{above.median / below.median:.{digits}f} ({above.mean / below.mean:.{digits}f})"


def bytes_text(value: int) -> str:
    """In MiB."""
    return f"{value / 2**20:.0f} MiB"
