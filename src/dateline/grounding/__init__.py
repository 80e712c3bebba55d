"""Floor 2: words brought to things: when, where and who."""
