"""Tables: how a case lies in a database. One definition for every database that SQLAlchemy speaks to."""

from sqlalchemy import Column, ForeignKey, Integer, LargeBinary, MetaData, String, Table, Text

SCHEMA = 2
"""Goes up with every change of these tables; a case of a newer schema is refused, never guessed at."""

OLDEST = 1
"""The oldest schema that is still read: 1 only lacks the table of decisions, which the first one adds."""

tables = MetaData()

meta = Table("meta", tables, Column("key", String, primary_key=True), Column("value", String, nullable=False))

report = Table(
    "report",
    tables,
    Column("id", String, primary_key=True),
    Column("name", Text, nullable=False),
    Column("sha256", String, nullable=False),
    Column("read_by", String, nullable=False),
    Column("body", LargeBinary, nullable=False, comment="the Report as JSON"),
)

claim = Table(
    "claim",
    tables,
    Column("report", ForeignKey("report.id", ondelete="CASCADE"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("id", String, nullable=False, index=True),
    Column("kind", String, nullable=False, comment="event, relation or figure"),
    Column("body", LargeBinary, nullable=False, comment="the claim as JSON"),
)

place = Table(
    "place",
    tables,
    Column("report", ForeignKey("report.id", ondelete="CASCADE"), primary_key=True),
    Column("where", Text, primary_key=True),
    Column("sha256", String, primary_key=True),
)

decision = Table(
    "decision",
    tables,
    Column("id", String, primary_key=True),
    Column("at", String, nullable=False, index=True),
    Column("by", Text, nullable=False),
    Column("kind", String, nullable=False),
    Column("body", LargeBinary, nullable=False, comment="the Decision as JSON"),
)

woven = Table(
    "woven",
    tables,
    Column("key", String, primary_key=True, comment="a digest of all that the record is made of"),
    Column("body", LargeBinary, nullable=False, comment="the Record as packed JSON; may be dropped any time"),
)

skipped = Table(
    "skipped", tables, Column("where", Text, primary_key=True), Column("reason", Text, nullable=False)
)
