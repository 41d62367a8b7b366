CREATE TABLE requirements_confirmation (
    zone_id TEXT NOT NULL,
    id TEXT NOT NULL,
    key TEXT NOT NULL,
    pack_hash TEXT NOT NULL,
    by TEXT NOT NULL,
    reason TEXT NOT NULL,
    day TEXT NOT NULL,
    CONSTRAINT PK_requirements_confirmation PRIMARY KEY (zone_id, id)
);
CREATE INDEX ix_requirements_confirmation_key ON requirements_confirmation (zone_id, key);
