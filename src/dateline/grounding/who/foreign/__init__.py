"""Foreign: files of other projects that say who is who, read as rows of the registry."""

from dateline.grounding.who.foreign.form import FORMS, Form, form_of, read_foreign

__all__ = ["FORMS", "Form", "form_of", "read_foreign"]
