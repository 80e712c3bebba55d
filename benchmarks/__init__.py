"""Public benchmarks with pinned floors: `python -m benchmarks --list`."""
