"""The SQL of the page store. Keys travel as one JSON list, so each statement is the same text however many there are."""

SCHEMA = """
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE page (
    id INTEGER PRIMARY KEY AUTOINCREMENT, address TEXT NOT NULL UNIQUE, absent INTEGER NOT NULL,
    as_of INTEGER NOT NULL, pressed_at REAL NOT NULL, changed_at REAL NOT NULL, good_until REAL,
    read_at INTEGER NOT NULL DEFAULT 0, bytes INTEGER NOT NULL, head TEXT NOT NULL, spoiled_by TEXT);
CREATE INDEX page_due ON page (good_until) WHERE good_until IS NOT NULL;
CREATE INDEX page_least_wanted ON page (absent DESC, read_at, pressed_at);
CREATE TABLE body (id INTEGER PRIMARY KEY, crc INTEGER NOT NULL, data BLOB NOT NULL);
CREATE TABLE page_key (key TEXT, page INTEGER, PRIMARY KEY (key, page)) WITHOUT ROWID;
CREATE INDEX page_key_page ON page_key (page);
CREATE TABLE purged (key TEXT PRIMARY KEY, position INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE counter (name TEXT PRIMARY KEY, value REAL NOT NULL) WITHOUT ROWID;
CREATE TABLE tally (absent INTEGER PRIMARY KEY, pages INTEGER NOT NULL, bytes INTEGER NOT NULL);
INSERT INTO tally VALUES (0, 0, 0), (1, 0, 0);
CREATE TRIGGER page_added AFTER INSERT ON page BEGIN
    UPDATE tally SET pages = pages + 1, bytes = bytes + NEW.bytes WHERE absent = NEW.absent; END;
CREATE TRIGGER page_removed AFTER DELETE ON page BEGIN
    UPDATE tally SET pages = pages - 1, bytes = bytes - OLD.bytes WHERE absent = OLD.absent;
    DELETE FROM body WHERE id BETWEEN OLD.id * 4 AND OLD.id * 4 + 3;
    DELETE FROM page_key WHERE page = OLD.id; END;
INSERT INTO meta VALUES ('position', '-1'), ('token', ''), ('floor', '-1');
"""

READ = """
SELECT id, absent, as_of, pressed_at, changed_at, good_until, spoiled_by, head,
       (SELECT CAST(value AS INTEGER) FROM meta WHERE name = 'position')
FROM page WHERE address = ?
"""
DUE = """
SELECT address FROM page WHERE good_until IS NOT NULL
ORDER BY absent, good_until DESC, read_at DESC, pressed_at DESC LIMIT ?
"""
COUNT_DUE = "SELECT count(*) FROM page WHERE good_until IS NOT NULL AND absent = 0"
ADDRESSES = "SELECT address FROM page WHERE absent = 0 AND address > ? ORDER BY address LIMIT ?"
CARRYING = "SELECT address FROM page JOIN page_key ON page_key.page = page.id WHERE key = ? ORDER BY address"

SWAPPED_SINCE = "SELECT id, address FROM page WHERE id > ? AND good_until IS NULL ORDER BY id LIMIT ?"

KEEP_IN_USE = """
UPDATE page SET good_until = :until, spoiled_by = :reason WHERE id IN (
    SELECT id FROM page WHERE good_until IS NULL AND as_of < :position
    AND id IN (SELECT page FROM page_key WHERE key IN (SELECT value FROM json_each(:keys)))
    ORDER BY read_at DESC, pressed_at DESC LIMIT :most)
"""
DROP = """
UPDATE page SET good_until = :now, spoiled_by = :reason WHERE good_until IS NULL AND as_of < :position
AND id IN (SELECT page FROM page_key WHERE key IN (SELECT value FROM json_each(:keys)))
"""
TAKE_DOWN = """
DELETE FROM page WHERE as_of < :position
AND id IN (SELECT page FROM page_key WHERE key IN (SELECT value FROM json_each(:keys)))
"""
SPOIL_ALL = "UPDATE page SET good_until = 0, spoiled_by = 'the journal was unknown'"
NOTE_PURGE = "INSERT INTO purged VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET position = excluded.position"
NEWEST_PURGE = "SELECT max(position) FROM purged WHERE key IN (SELECT value FROM json_each(?))"

STILL_GOOD = "UPDATE page SET as_of = ?, pressed_at = ?, good_until = NULL, spoiled_by = NULL WHERE id = ?"
ADD_PAGE = """
INSERT INTO page (address, absent, as_of, pressed_at, changed_at, read_at, bytes, head) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
"""
FORGET_OLDEST_ABSENT = (
    "DELETE FROM page WHERE id IN (SELECT id FROM page WHERE absent = 1 ORDER BY id LIMIT ?)"
)
EVICT_LEAST_WANTED = """
DELETE FROM page WHERE id IN (SELECT id FROM page ORDER BY absent DESC, read_at, pressed_at LIMIT 20)
"""
SET = "INSERT INTO meta VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value"
COUNT = "INSERT INTO counter VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = value + excluded.value"
