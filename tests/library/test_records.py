"""Records that are read page by page are those that SQLite reads."""

from __future__ import annotations

from contextlib import closing
from io import BytesIO
from pathlib import Path

import apsw
from hypothesis import given
from hypothesis import strategies as st

from viewer.library.records import PAGE, Record, RecordFile, Value

_VALUES = st.none() | st.integers(-(2**63), 2**63 - 1) | st.floats(allow_nan=False) | st.text(max_size=9)
_LONG = st.text(max_size=9).map(lambda text: text * 900)  # goes on in other pages


def rows_of(content: bytes, log: bytes = b"") -> set[Record]:
    records = RecordFile(BytesIO(content), BytesIO(log))
    found = {record for page in records.used_pages() for record in records.records(page, {4})}
    return {record for record in found if record.values[-1] == "row"}


@given(st.lists(st.tuples(_VALUES, _VALUES, _VALUES | _LONG), max_size=60))
def test_every_value_is_read_as_sqlite_reads_it(rows: list[tuple[Value, ...]]) -> None:
    with closing(apsw.Connection(":memory:")) as connection:
        connection.execute(f"PRAGMA page_size = {PAGE}; CREATE TABLE t (a, b, c, d)")
        connection.execute("CREATE TABLE k (n, a, b, d, PRIMARY KEY (n)) WITHOUT ROWID")
        connection.executemany("INSERT INTO t VALUES (?, ?, ?, 'row')", rows)
        connection.executemany("INSERT INTO k VALUES (?, ?, ?, 'row')", [(n, *row[1:]) for n, row in enumerate(rows)])
        stored = set(connection.execute("SELECT rowid, * FROM t"))
        keyed = set(connection.execute("SELECT NULL, * FROM k"))
        content = connection.serialize("main")
    assert rows_of(content) == {(key, values) for key, *values_ in stored | keyed for values in (tuple(values_),)}


def test_what_was_taken_out_is_not_read_and_comes_last_where_nothing_tells_it_apart() -> None:
    with closing(apsw.Connection(":memory:")) as connection:
        connection.execute(f"PRAGMA page_size = {PAGE}; CREATE TABLE t (a, b, c, d)")
        connection.executemany("INSERT INTO t VALUES (?, 'old', '', 'row')", [(number,) for number in range(1000)])
        connection.execute("DELETE FROM t")
        connection.executemany("INSERT INTO t VALUES (?, 'new', '', 'row')", [(number,) for number in range(300)])
        content = bytearray(connection.serialize("main"))
    assert {record.values[1] for record in rows_of(bytes(content))} == {"new"}
    content[36:40] = bytes(4)  # the number of free pages is not that of their list
    records = RecordFile(BytesIO(content))
    in_order = [record.values[1] for page in records.used_pages() for record in records.records(page, {4})]
    assert in_order == sorted(in_order, key=str)
    assert in_order[-1] == "old"


def test_what_is_in_the_log_is_newer_and_what_is_not_whole_there_does_not_count(tmp_path: Path) -> None:
    path, log = tmp_path / "any.sqlite", tmp_path / "any.sqlite-wal"
    connection = apsw.Connection(str(path))
    connection.execute("PRAGMA journal_mode = WAL").fetchall()
    connection.execute("CREATE TABLE t (a, b, c, d); INSERT INTO t VALUES (1, 1, 1, 'row')")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    connection.execute("UPDATE t SET a = 2")
    first = log.stat().st_size
    connection.execute("UPDATE t SET a = 3")
    content, logged = path.read_bytes(), bytearray(log.read_bytes())
    connection.close()
    assert rows_of(content, bytes(logged)) == {(1, (3, 1, 1, "row"))}
    logged[first + 100] ^= 1
    assert rows_of(content, bytes(logged)) == {(1, (2, 1, 1, "row"))}, "the change before the one that is damaged"
    assert rows_of(content) == {(1, (1, 1, 1, "row"))}


@given(st.binary(max_size=3 * PAGE), st.binary(max_size=9000))
def test_nonsense_gives_nothing_and_ends(content: bytes, log: bytes) -> None:
    assert rows_of(content, log) == set()
