CREATE TABLE requirements_confirmation (
    zone_id uuid NOT NULL,
    id uuid NOT NULL,
    key text NOT NULL,
    pack_hash text NOT NULL,
    by uuid NOT NULL,
    reason text NOT NULL,
    day date NOT NULL,
    CONSTRAINT PK_requirements_confirmation PRIMARY KEY (zone_id, id)
);
CREATE INDEX ix_requirements_confirmation_key ON requirements_confirmation (zone_id, key);
