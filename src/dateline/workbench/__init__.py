"""Floor 7: a case in the browser, on this machine alone: see it, judge it, take it along."""
