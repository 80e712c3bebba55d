"""The SQLite store: a case as one file `NAME.case`, with the kept bytes in the folder `NAME.case.bytes`."""

import os
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from itertools import groupby
from pathlib import Path
from shlex import quote

from sqlalchemy import (
    Connection,
    Engine,
    Row,
    Select,
    create_engine,
    delete,
    event,
    insert,
    inspect,
    select,
    update,
)
from sqlalchemy.exc import DatabaseError
from sqlalchemy.pool import QueuePool

from dateline.case.originals import Originals
from dateline.case.store import Kept, Skipped, lies_under, supersedes
from dateline.case.tables import (
    OLDEST,
    SCHEMA,
    claim,
    decision,
    meta,
    place,
    report,
    skipped,
    tables,
    woven,
)
from dateline.case.words import check_words
from dateline.model import CaseError, Claim, Decision, EventClaim, FigureClaim, RelationClaim, Report
from dateline.model.codec import decode, encode

PATIENCE = 30.0
"""Seconds to wait for another process that is writing to the case."""

_KINDS: dict[str, type[Claim]] = {"event": EventClaim, "relation": RelationClaim, "figure": FigureClaim}
_KIND_OF = {kind: name for name, kind in _KINDS.items()}
_SCHEMA_OF = select(meta.c.value).where(meta.c.key == "schema")
_OPENING = b"SQLite format 3\x00"
_WORDS = {
    "locked": "another process is writing to it; try again when that has finished",
    "readonly": "can't be written to (read-only)",
    "unable to open": "can't be opened, nor made in that folder",
    "is full": "the disk is full",
    "disk I/O error": "the disk is full or fails",
    "malformed": "is damaged or cut short; build it again from its reports",
    "not a database": "is damaged; build it again from its reports",
}
"""What the database says, by a sign of it, in words that a person can act on."""


class SqliteStore:
    """A case in an SQLite file in WAL mode: readers never wait, writers wait for each other."""

    def __init__(self, path: Path, create: bool = False, patience: float = PATIENCE) -> None:
        """Open the case at `path`, made first if `create`; CaseError when there is none that we can read."""
        self._path = path
        _check_file(path, create)
        self._originals = Originals(path.with_name(path.name + ".bytes"))
        self._engine = _engine(path, patience)
        self._writing = self._engine.execution_options(writes=True)
        try:
            with self._guarded():
                self._open()
        except CaseError:
            self.close()
            raise

    def keep(self, kept: Kept, where: str, data: bytes) -> bool:
        """See `Writer.keep`. The bytes are on disk before the report is in the case."""
        check_words(kept.report, kept.claims)
        with self._guarded():
            self._originals.keep(kept.report.original.sha256, data)
        with self._guarded(), self._writing.begin() as db:
            old = _first(_kept(db, select(report).where(report.c.id == kept.report.id)))
            changed = supersedes(kept, old)
            if changed:
                _write(db, kept)
            _note_place(db, kept.report, where)
        return changed

    def skip(self, skipped_: Skipped) -> None:
        """See `Writer.skip`."""
        with self._guarded(), self._writing.begin() as db:
            db.execute(delete(skipped).where(skipped.c.where == skipped_.where))
            db.execute(insert(skipped).values(where=skipped_.where, reason=skipped_.reason))

    def decide(self, decision_: Decision) -> None:
        """See `Writer.decide`. The first decision brings the tables of an older dateline up to date."""
        row = {"id": decision_.id, "at": decision_.at, "by": decision_.by, "kind": decision_.kind}
        with self._guarded(), self._writing.begin() as db:
            tables.create_all(db)
            db.execute(update(meta).where(meta.c.key == "schema").values(value=str(SCHEMA)))
            if not db.scalar(select(decision.c.id).where(decision.c.id == decision_.id)):
                db.execute(insert(decision).values(body=encode(decision_), **row))

    def keep_record(self, key: str, body: bytes) -> None:
        """See `Writer.keep_record`. A case made before this table was gets it now."""
        with self._guarded(), self._writing.begin() as db:
            woven.create(db, checkfirst=True)
            db.execute(delete(woven))
            db.execute(insert(woven).values(key=key, body=body))

    def retry(self, paths: Iterable[str]) -> None:
        """See `Writer.retry`."""
        paths = tuple(paths)
        with self._guarded(), self._writing.begin() as db:
            for where in db.scalars(select(skipped.c.where)).all():
                if lies_under(where, paths):
                    db.execute(delete(skipped).where(skipped.c.where == where))

    def find(self, report_id: str) -> Kept | None:
        """See `View.find`."""
        with self._guarded(), self._engine.begin() as db:
            return _first(_kept(db, select(report).where(report.c.id == report_id)))

    def kept(self) -> Iterator[Kept]:
        """See `View.kept`."""
        with self._guarded(), self._engine.begin() as db:
            yield from _kept(db, select(report))

    def skipped(self) -> Iterator[Skipped]:
        """See `View.skipped`."""
        with self._guarded(), self._engine.begin() as db:
            for row in db.execute(select(skipped).order_by(skipped.c.where)):
                yield Skipped(row.where, row.reason)

    def decisions(self) -> Iterator[Decision]:
        """See `View.decisions`."""
        with self._guarded(), self._engine.begin() as db:
            if inspect(db).has_table(decision.name):
                for body in db.scalars(select(decision.c.body).order_by(decision.c.at, decision.c.id)):
                    yield decode(Decision, body)

    def record(self, key: str) -> bytes | None:
        """See `View.record`."""
        with self._guarded(), self._engine.begin() as db:
            if not inspect(db).has_table(woven.name):
                return None
            return db.scalar(select(woven.c.body).where(woven.c.key == key))

    def original(self, sha256: str) -> bytes | None:
        """See `View.original`."""
        return self._originals.get(sha256)

    def places_of(self, report_id: str) -> tuple[str, ...]:
        """See `View.places_of`."""
        query = select(place.c.where).where(place.c.report == report_id).distinct().order_by(place.c.where)
        with self._guarded(), self._engine.begin() as db:
            return tuple(db.scalars(query))

    def close(self) -> None:
        """See `Store.close`; the last one to close leaves one file without a write-ahead log."""
        self._engine.dispose()

    def _open(self) -> None:
        with self._engine.begin() as db:
            names = inspect(db).get_table_names()
            schema = db.scalar(_SCHEMA_OF) if "meta" in names else None
        if not names:
            self._create()
        elif schema is None:
            raise CaseError(f"{self._path}: an SQLite database, but not a case")
        elif not OLDEST <= int(schema) <= SCHEMA:
            age = "a newer" if int(schema) > SCHEMA else "an older"
            raise CaseError(
                f"{self._path}: made by {age} dateline (schema {schema}, this one reads {SCHEMA});"
                " build it again from its reports with this one"
            )

    def _create(self) -> None:
        self._originals.make()
        with closing(_connect(self._path, PATIENCE)) as db:
            db.execute("PRAGMA journal_mode=WAL")
        with self._writing.begin() as db:
            tables.create_all(db)
            if db.scalar(_SCHEMA_OF) is None:
                db.execute(insert(meta).values(key="schema", value=str(SCHEMA)))

    @contextmanager
    def _guarded(self) -> Iterator[None]:
        """Errors of the database and the disk as one line about this case."""
        try:
            yield
        except (DatabaseError, sqlite3.Error) as error:
            raise CaseError(f"{self._path}: {_in_words(error)}") from None
        except OSError as error:
            raise CaseError(f"{self._path}: {(error.strerror or 'disk error').lower()}") from None


def _check_file(path: Path, create: bool) -> None:
    if path.is_dir():
        raise CaseError(f"{path}: is a folder, not a case")
    if not path.exists():
        if not create:
            raise CaseError(f"{path}: no such case; make it with: dateline build {quote(str(path))} PATH...")
        if not path.absolute().parent.is_dir():
            raise CaseError(f"{path}: the folder {path.parent} does not exist")
        return
    try:
        with path.open("rb") as file:
            opening = file.read(len(_OPENING))
    except OSError as error:
        raise CaseError(f"{path}: {(error.strerror or 'unreadable').lower()}") from None
    if opening not in (b"", _OPENING):
        raise CaseError(f"{path}: is not a case")


def _engine(path: Path, patience: float) -> Engine:
    engine = create_engine("sqlite://", creator=lambda: _connect(path, patience), poolclass=QueuePool)

    @event.listens_for(engine, "begin")
    def _begin(db: Connection) -> None:
        # A writer takes its lock at once: two that read first and then want to write would block each other.
        db.exec_driver_sql("BEGIN IMMEDIATE" if db.get_execution_options().get("writes") else "BEGIN")

    return engine


def _connect(path: Path, patience: float) -> sqlite3.Connection:
    db = sqlite3.connect(os.fspath(path), timeout=patience, isolation_level=None, check_same_thread=False)
    try:
        db.execute("PRAGMA synchronous=NORMAL")
        db.execute("PRAGMA foreign_keys=ON")
    except sqlite3.Error:
        db.close()
        raise
    return db


def _in_words(error: DatabaseError | sqlite3.Error) -> str:
    said = str(error.orig if isinstance(error, DatabaseError) else error)
    for sign, words in _WORDS.items():
        if sign in said:
            return words
    return f"the database says: {said}"


def _write(db: Connection, kept: Kept) -> None:
    places = db.execute(select(place).where(place.c.report == kept.report.id)).mappings().all()
    db.execute(delete(report).where(report.c.id == kept.report.id))
    db.execute(
        insert(report).values(
            id=kept.report.id,
            name=kept.report.name,
            sha256=kept.report.original.sha256,
            read_by=kept.read_by,
            body=encode(kept.report),
        )
    )
    if kept.claims:
        db.execute(insert(claim), [_claim_row(at, one) for at, one in enumerate(kept.claims)])
    if places:
        db.execute(insert(place), [dict(row) for row in places])


def _claim_row(position: int, one: Claim) -> dict[str, object]:
    kind = _KIND_OF[type(one)]
    return {"report": one.report, "position": position, "id": one.id, "kind": kind, "body": encode(one)}


def _note_place(db: Connection, of: Report, where: str) -> None:
    row = {"report": of.id, "where": where, "sha256": of.original.sha256}
    if not db.execute(select(place).filter_by(**row)).first():
        db.execute(insert(place).values(**row))


def _kept(db: Connection, which: Select[tuple[str, ...]]) -> Iterator[Kept]:
    chosen = which.order_by(report.c.id).subquery()
    query = (
        select(chosen, claim.c.kind.label("claim_kind"), claim.c.body.label("claim_body"))
        .join_from(chosen, claim, claim.c.report == chosen.c.id, isouter=True)
        .order_by(chosen.c.id, claim.c.position)
    )
    for _, rows in groupby(db.execute(query), key=lambda row: row.id):
        yield _kept_from(list(rows))


def _kept_from(rows: list[Row[tuple[str, ...]]]) -> Kept:
    claims = tuple(decode(_KINDS[row.claim_kind], row.claim_body) for row in rows if row.claim_kind)
    return Kept(decode(Report, rows[0].body), claims, rows[0].read_by)


def _first(found: Iterator[Kept]) -> Kept | None:
    return next(found, None)
