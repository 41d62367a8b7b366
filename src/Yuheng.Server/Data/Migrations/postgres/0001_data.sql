CREATE TABLE data_journal (
    zone_id uuid NOT NULL, seq bigint NOT NULL, at timestamptz NOT NULL, user_id uuid NOT NULL, party_id uuid NOT NULL,
    kind text NOT NULL, subject_id uuid NOT NULL, data text NOT NULL, hash bytea NOT NULL,
    PRIMARY KEY (zone_id, seq));
CREATE INDEX ix_data_journal_subject_id_seq ON data_journal (zone_id, subject_id, seq);
CREATE TABLE data_journal_head (zone_id uuid NOT NULL PRIMARY KEY, seq bigint NOT NULL, hash bytea NOT NULL);
CREATE TABLE data_counter (
    zone_id uuid NOT NULL, name text NOT NULL, value bigint NOT NULL, PRIMARY KEY (zone_id, name));
CREATE TABLE data_answered_request (
    zone_id uuid NOT NULL, party_id uuid NOT NULL, key text NOT NULL, body_hash bytea NOT NULL, answer text NOT NULL,
    at timestamptz NOT NULL, PRIMARY KEY (zone_id, party_id, key));
