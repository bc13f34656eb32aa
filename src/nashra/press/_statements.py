"""The SQL of the page store. Keys travel as one JSON list, so each statement is the same text however many there are."""

import zlib

SCHEMA = """
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE page (
    id INTEGER PRIMARY KEY AUTOINCREMENT, address TEXT NOT NULL UNIQUE, absent INTEGER NOT NULL,
    as_of INTEGER NOT NULL, pressed_at REAL NOT NULL, changed_at REAL NOT NULL, good_until REAL,
    read_at INTEGER NOT NULL DEFAULT 0, bytes INTEGER NOT NULL, head TEXT NOT NULL, spoiled_by TEXT);
CREATE INDEX page_due ON page (absent, good_until DESC, read_at DESC, pressed_at DESC) WHERE good_until IS NOT NULL;
CREATE INDEX page_least_wanted ON page (absent DESC, read_at, pressed_at);
CREATE TABLE body (id INTEGER PRIMARY KEY, crc INTEGER NOT NULL, data BLOB NOT NULL);
CREATE TABLE page_key (key TEXT, page INTEGER, PRIMARY KEY (key, page)) WITHOUT ROWID;
CREATE INDEX page_key_page ON page_key (page);
CREATE TABLE purged (key TEXT PRIMARY KEY, position INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE spreading (
    key TEXT, position INTEGER, takedown INTEGER NOT NULL, last_page INTEGER NOT NULL, done_page INTEGER NOT NULL,
    PRIMARY KEY (key, position)) WITHOUT ROWID;
CREATE TABLE owed (
    cache TEXT, name TEXT, at_once INTEGER NOT NULL, position INTEGER NOT NULL,
    PRIMARY KEY (cache, at_once, name)) WITHOUT ROWID;
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

VERSION = zlib.crc32(SCHEMA.encode()) & 0x7FFFFFFF
"""Tells a store made by another version of this file, which is emptied."""

EVERY_KEY = "*"
"""In the place of a key: all pages."""

# A large purge reaches its pages one after the other; until then each is asked for what is on its way to it.
READ = """
SELECT id, absent, as_of, pressed_at, changed_at, good_until, spoiled_by, head,
       (SELECT CAST(value AS INTEGER) FROM meta WHERE name = 'position'),
       CASE WHEN EXISTS (SELECT 1 FROM spreading) THEN (
           SELECT max(CASE WHEN takedown THEN 3 WHEN key = '*' THEN 2 ELSE 1 END)
           FROM spreading WHERE key IN (SELECT '*' UNION ALL SELECT key FROM page_key WHERE page = page.id)
           AND page.id BETWEEN done_page + 1 AND last_page AND page.as_of < position) END
FROM page WHERE address = ?
"""
SPOIL_COMING, ALL_SPOILT_COMING, TAKEDOWN_COMING = 1, 2, 3
DUE = """
SELECT address FROM page WHERE good_until IS NOT NULL AND absent = 0
ORDER BY absent, good_until DESC, read_at DESC, pressed_at DESC LIMIT ?
"""
COUNT_DUE = "SELECT count(*) FROM page WHERE good_until IS NOT NULL AND absent = 0"
ADDRESSES = "SELECT address FROM page WHERE absent = 0 AND address > ? ORDER BY address LIMIT ?"
CARRYING = "SELECT address FROM page JOIN page_key ON page_key.page = page.id WHERE key = ? ORDER BY address"

SWAPPED_SINCE = "SELECT id, address FROM page WHERE id > ? ORDER BY id LIMIT ?"

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
CARRIERS = """
SELECT count(*) FROM (SELECT DISTINCT page FROM page_key WHERE key IN (SELECT value FROM json_each(:keys)) LIMIT :most)
"""
# The most read of very many, without looking at all of them.
KEEP_MOST_READ_IN_USE = """
UPDATE page SET good_until = :until, spoiled_by = :reason WHERE id IN (
    SELECT id FROM (SELECT id, good_until, as_of FROM page WHERE absent = 0
                    ORDER BY read_at DESC, pressed_at DESC LIMIT 20 * :most) AS page
    WHERE good_until IS NULL AND as_of < :position AND EXISTS (
        SELECT 1 FROM page_key WHERE page = page.id AND key IN (SELECT value FROM json_each(:keys)))
    LIMIT :most)
"""
# What begins now reaches all pages that an earlier one has yet to reach.
OVERTAKE = """
DELETE FROM spreading WHERE key IN (SELECT value FROM json_each(:keys)) AND takedown <= :takedown AND position < :position
"""
BEGIN_SPREADING = """
INSERT INTO spreading SELECT value, :position, :takedown, coalesce((SELECT max(id) FROM page), 0), 0 FROM json_each(:keys)
"""
NEXT_SPREADING = """
SELECT key, position, takedown, last_page, done_page FROM spreading WHERE takedown >= ? ORDER BY takedown DESC, position
LIMIT 1
"""
NEXT_CARRIERS = """
SELECT page FROM page_key WHERE key = ? AND page > ? AND page <= ? ORDER BY page LIMIT ?
"""
NEXT_PAGES = "SELECT id FROM page WHERE id > ? AND id <= ? ORDER BY id LIMIT ?"
END_SPREADING = "DELETE FROM spreading WHERE key = ? AND position = ?"
NOTE_SPREADING = "UPDATE spreading SET done_page = ? WHERE key = ? AND position = ?"
DROP_THESE = """
UPDATE page SET good_until = :now, spoiled_by = :reason WHERE id IN (SELECT value FROM json_each(:pages))
AND good_until IS NULL AND as_of < :position
"""
TAKE_THESE_DOWN = """
DELETE FROM page WHERE id IN (SELECT value FROM json_each(:pages)) AND as_of < :position
"""
# Positions of an unknown journal are not to be compared with those of this one.
SPOIL_THESE = """
UPDATE page SET good_until = 0, as_of = -1, spoiled_by = 'the journal was unknown'
WHERE id IN (SELECT value FROM json_each(:pages))
"""
# What caches further out have still to be told: keys, or the addresses of the pages concerned.
OWE_KEYS = "INSERT OR REPLACE INTO owed SELECT :cache, value, :takedown, :position FROM json_each(:keys)"
OWE_CARRIERS = """
INSERT OR REPLACE INTO owed SELECT :cache, address, :takedown, :position FROM page WHERE id IN (SELECT page FROM page_key WHERE key IN (SELECT value FROM json_each(:keys)))
"""
OWE_THESE = """
INSERT OR REPLACE INTO owed SELECT :cache, address, :takedown, :position FROM page
WHERE id IN (SELECT value FROM json_each(:pages))
"""
OWED = """
SELECT name, at_once, position FROM owed WHERE cache = ? AND (at_once OR position <= ?)
ORDER BY at_once DESC, name LIMIT ?
"""
PAID = "DELETE FROM owed WHERE cache = ? AND name = ? AND at_once = ? AND position = ?"
COUNT_OWED = "SELECT cache, count(*) FROM owed GROUP BY cache ORDER BY cache"
FORGIVE_OTHERS = "DELETE FROM owed WHERE cache NOT IN (SELECT value FROM json_each(?))"

OF_UNKNOWN_JOURNAL = "SELECT 1 FROM spreading WHERE key = '*' AND ? BETWEEN done_page + 1 AND last_page"
SETTLED = """
SELECT min((SELECT CAST(value AS INTEGER) FROM meta WHERE name = 'position'),
           coalesce((SELECT min(position) - 1 FROM spreading WHERE takedown), 9223372036854775807))
"""
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
