"""Drawings: numbers and places as shapes, ready to be written into a page as SVG."""
