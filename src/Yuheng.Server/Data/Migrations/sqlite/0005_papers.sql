CREATE TABLE papers_credential (
    zone_id TEXT NOT NULL,
    number TEXT NOT NULL,
    lot_id TEXT NOT NULL,
    firm_id TEXT NOT NULL,
    short_code TEXT NOT NULL,
    status_index INTEGER NOT NULL,
    jwt TEXT NOT NULL,
    drawn INTEGER NOT NULL,
    issued_at INTEGER NOT NULL,
    valid_until INTEGER NOT NULL,
    revoked_at INTEGER NULL,
    suspended_at INTEGER NULL,
    replaced_by TEXT NULL,
    version INTEGER NOT NULL,
    CONSTRAINT PK_papers_credential PRIMARY KEY (zone_id, number)
);
CREATE TABLE papers_cursor (
    zone_id TEXT NOT NULL,
    name TEXT NOT NULL,
    seq INTEGER NOT NULL,
    CONSTRAINT PK_papers_cursor PRIMARY KEY (zone_id, name)
);
CREATE TABLE papers_issued (
    zone_id TEXT NOT NULL,
    number TEXT NOT NULL,
    kind TEXT NOT NULL,
    lot_id TEXT NOT NULL,
    firm_id TEXT NOT NULL,
    content TEXT NOT NULL,
    hash TEXT NOT NULL,
    signer_party_id TEXT NOT NULL,
    signer_id TEXT NOT NULL,
    issued_at INTEGER NOT NULL,
    replaces TEXT NULL,
    replaced_by TEXT NULL,
    version INTEGER NOT NULL,
    CONSTRAINT PK_papers_issued PRIMARY KEY (zone_id, number)
);
CREATE INDEX ix_papers_credential_lot_id ON papers_credential (zone_id, lot_id);
CREATE UNIQUE INDEX ix_papers_credential_short_code ON papers_credential (zone_id, short_code);
CREATE INDEX ix_papers_issued_firm_id_issued_at ON papers_issued (zone_id, firm_id, issued_at);
CREATE INDEX ix_papers_issued_lot_id ON papers_issued (zone_id, lot_id);
