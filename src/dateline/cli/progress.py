"""Progress: how far a long run is, on standard error and only when somebody sees it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from dateline.cli.screen import err

if TYPE_CHECKING:
    from dateline.case import Progress


@contextmanager
def shown() -> Iterator["Callable[[Progress], None]"]:
    """Give a function that shows progress: reports read, reports a second, and the time left by bytes."""
    from rich import progress as rich

    bar = rich.Progress(
        rich.TextColumn("{task.fields[reports]} reports"),
        rich.BarColumn(),
        rich.TextColumn("{task.fields[rate]}"),
        rich.TimeRemainingColumn(),
        console=err(),
        transient=True,
        disable=not err().is_terminal,
    )
    with bar:
        task = bar.add_task("", total=None, reports=0, rate="loading")

        def show(progress: "Progress") -> None:
            seconds = bar.tasks[0].elapsed or 0
            rate = f"{progress.reports / seconds:.1f} a second" if seconds else ""
            bar.update(
                task, total=progress.all_bytes, completed=progress.bytes, reports=progress.reports, rate=rate
            )

        yield show
