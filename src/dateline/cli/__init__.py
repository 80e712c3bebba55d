"""Floor 8: the command line."""


def main() -> None:
    """Run the command line; leaves with one of the statuses of `dateline ref exit-codes`."""
    from dateline.cli.app import run

    run()
