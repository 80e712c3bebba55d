"""The record in the coding schemes of others: each by that scheme's own rule, each telling what is lost."""
