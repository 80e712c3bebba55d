"""dateline: who did what to whom, when and where, and which words of which report say so."""

__version__ = "0.1.0"
