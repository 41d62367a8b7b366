CREATE TABLE papers_credential (
    zone_id uuid NOT NULL,
    number text NOT NULL,
    lot_id uuid NOT NULL,
    firm_id uuid NOT NULL,
    short_code text NOT NULL,
    status_index integer NOT NULL,
    jwt text NOT NULL,
    drawn boolean NOT NULL,
    issued_at timestamp with time zone NOT NULL,
    valid_until timestamp with time zone NOT NULL,
    revoked_at timestamp with time zone,
    suspended_at timestamp with time zone,
    replaced_by text,
    version integer NOT NULL,
    CONSTRAINT PK_papers_credential PRIMARY KEY (zone_id, number)
);
CREATE TABLE papers_cursor (
    zone_id uuid NOT NULL,
    name text NOT NULL,
    seq bigint NOT NULL,
    CONSTRAINT PK_papers_cursor PRIMARY KEY (zone_id, name)
);
CREATE TABLE papers_issued (
    zone_id uuid NOT NULL,
    number text NOT NULL,
    kind text NOT NULL,
    lot_id uuid NOT NULL,
    firm_id uuid NOT NULL,
    content text NOT NULL,
    hash text NOT NULL,
    signer_party_id uuid NOT NULL,
    signer_id uuid NOT NULL,
    issued_at timestamp with time zone NOT NULL,
    replaces text,
    replaced_by text,
    version integer NOT NULL,
    CONSTRAINT PK_papers_issued PRIMARY KEY (zone_id, number)
);
CREATE INDEX ix_papers_credential_lot_id ON papers_credential (zone_id, lot_id);
CREATE UNIQUE INDEX ix_papers_credential_short_code ON papers_credential (zone_id, short_code);
CREATE INDEX ix_papers_issued_firm_id_issued_at ON papers_issued (zone_id, firm_id, issued_at);
CREATE INDEX ix_papers_issued_lot_id ON papers_issued (zone_id, lot_id);
