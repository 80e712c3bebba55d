"""Floor 6: a case for other programs and for people's eyes."""
