CREATE TABLE data_journal (
    zone_id TEXT NOT NULL, seq INTEGER NOT NULL, at INTEGER NOT NULL, user_id TEXT NOT NULL, party_id TEXT NOT NULL,
    kind TEXT NOT NULL, subject_id TEXT NOT NULL, data TEXT NOT NULL, hash BLOB NOT NULL,
    PRIMARY KEY (zone_id, seq)) WITHOUT ROWID;
CREATE INDEX ix_data_journal_subject_id_seq ON data_journal (zone_id, subject_id, seq);
CREATE TABLE data_journal_head (
    zone_id TEXT NOT NULL PRIMARY KEY, seq INTEGER NOT NULL, hash BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE data_counter (
    zone_id TEXT NOT NULL, name TEXT NOT NULL, value INTEGER NOT NULL, PRIMARY KEY (zone_id, name)) WITHOUT ROWID;
CREATE TABLE data_answered_request (
    zone_id TEXT NOT NULL, party_id TEXT NOT NULL, key TEXT NOT NULL, body_hash BLOB NOT NULL, answer TEXT NOT NULL,
    at INTEGER NOT NULL, PRIMARY KEY (zone_id, party_id, key)) WITHOUT ROWID;
