"""Command: what every trainer on gold reports is asked on its command line."""

from __future__ import annotations

import argparse
from pathlib import Path


def gold_command(description: str | None) -> argparse.ArgumentParser:
    """A parser for `GOLD_DIR [--check]`; `description` is the trainer's own, shown as it is written."""
    parser = argparse.ArgumentParser(
        description=description, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("gold", type=Path, help="folder with train/")
    parser.add_argument("--check", action="store_true", help="measure instead of writing the weights")
    return parser
