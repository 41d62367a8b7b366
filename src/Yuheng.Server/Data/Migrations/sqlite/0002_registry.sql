CREATE TABLE registry_api_key (
    zone_id TEXT NOT NULL,
    key_hash BLOB NOT NULL,
    user_id TEXT NOT NULL,
    name TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    revoked_at INTEGER NULL,
    CONSTRAINT PK_registry_api_key PRIMARY KEY (zone_id, key_hash)
);
CREATE TABLE registry_gauge (
    zone_id TEXT NOT NULL,
    id TEXT NOT NULL,
    firm_id TEXT NOT NULL,
    number TEXT NOT NULL,
    kind TEXT NOT NULL,
    range TEXT NOT NULL,
    calibrated_on TEXT NOT NULL,
    calibration_due TEXT NOT NULL,
    calibration_paper TEXT NOT NULL,
    version INTEGER NOT NULL,
    CONSTRAINT PK_registry_gauge PRIMARY KEY (zone_id, id)
);
CREATE TABLE registry_invitation (
    zone_id TEXT NOT NULL,
    token_hash BLOB NOT NULL,
    party_id TEXT NOT NULL,
    name TEXT NOT NULL,
    roles TEXT NOT NULL,
    recovers_user_id TEXT NULL,
    invited_by TEXT NOT NULL,
    expires_at INTEGER NOT NULL,
    used_at INTEGER NULL,
    version INTEGER NOT NULL,
    CONSTRAINT PK_registry_invitation PRIMARY KEY (zone_id, token_hash)
);
CREATE TABLE registry_laboratory_scope (
    zone_id TEXT NOT NULL,
    id TEXT NOT NULL,
    laboratory_id TEXT NOT NULL,
    accreditation TEXT NOT NULL,
    number TEXT NOT NULL,
    method TEXT NOT NULL,
    valid_from TEXT NOT NULL,
    valid_to TEXT NOT NULL,
    CONSTRAINT PK_registry_laboratory_scope PRIMARY KEY (zone_id, id)
);
CREATE TABLE registry_mark (
    zone_id TEXT NOT NULL,
    id TEXT NOT NULL,
    firm_id TEXT NOT NULL,
    product_id TEXT NOT NULL,
    scheme TEXT NOT NULL,
    number TEXT NOT NULL,
    valid_to TEXT NOT NULL,
    CONSTRAINT PK_registry_mark PRIMARY KEY (zone_id, id)
);
CREATE TABLE registry_party (
    zone_id TEXT NOT NULL,
    id TEXT NOT NULL,
    kind TEXT NOT NULL,
    name_zh TEXT NOT NULL,
    name_en TEXT NOT NULL,
    credit_code TEXT NULL,
    industry_roles TEXT NOT NULL,
    address TEXT NOT NULL,
    listed INTEGER NOT NULL,
    output_ten_thousand_yuan INTEGER NULL,
    since INTEGER NOT NULL,
    version INTEGER NOT NULL,
    CONSTRAINT PK_registry_party PRIMARY KEY (zone_id, id)
);
CREATE TABLE registry_product (
    zone_id TEXT NOT NULL,
    id TEXT NOT NULL,
    firm_id TEXT NOT NULL,
    model TEXT NOT NULL,
    name_zh TEXT NOT NULL,
    name_en TEXT NOT NULL,
    valve_type TEXT NOT NULL,
    size TEXT NOT NULL,
    pressure TEXT NOT NULL,
    seat TEXT NOT NULL,
    body_alloy TEXT NOT NULL,
    hs_code TEXT NOT NULL,
    markets TEXT NOT NULL,
    retired_at INTEGER NULL,
    version INTEGER NOT NULL,
    CONSTRAINT PK_registry_product PRIMARY KEY (zone_id, id)
);
CREATE TABLE registry_role_binding (
    zone_id TEXT NOT NULL,
    id TEXT NOT NULL,
    party_id TEXT NOT NULL,
    duty TEXT NOT NULL,
    valid_from TEXT NOT NULL,
    valid_to TEXT NULL,
    basis TEXT NOT NULL,
    CONSTRAINT PK_registry_role_binding PRIMARY KEY (zone_id, id)
);
CREATE TABLE registry_session (
    zone_id TEXT NOT NULL,
    key_hash BLOB NOT NULL,
    user_id TEXT NOT NULL,
    security_stamp TEXT NOT NULL,
    expires_at INTEGER NOT NULL,
    CONSTRAINT PK_registry_session PRIMARY KEY (zone_id, key_hash)
);
CREATE TABLE registry_setting (
    zone_id TEXT NOT NULL,
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    value TEXT NOT NULL,
    valid_from INTEGER NOT NULL,
    set_by TEXT NOT NULL,
    CONSTRAINT PK_registry_setting PRIMARY KEY (zone_id, id)
);
CREATE TABLE registry_site (
    zone_id TEXT NOT NULL,
    id TEXT NOT NULL,
    firm_id TEXT NOT NULL,
    name TEXT NOT NULL,
    address TEXT NOT NULL,
    CONSTRAINT PK_registry_site PRIMARY KEY (zone_id, id)
);
CREATE TABLE registry_statistic (
    zone_id TEXT NOT NULL,
    name TEXT NOT NULL,
    first_day TEXT NOT NULL,
    last_day TEXT NOT NULL,
    value TEXT NOT NULL,
    source TEXT NOT NULL,
    CONSTRAINT PK_registry_statistic PRIMARY KEY (zone_id, name, first_day)
);
CREATE TABLE registry_user (
    zone_id TEXT NOT NULL,
    id TEXT NOT NULL,
    party_id TEXT NOT NULL,
    name TEXT NOT NULL,
    user_name TEXT NOT NULL,
    password_hash TEXT NULL,
    security_stamp TEXT NOT NULL,
    failed_count INTEGER NOT NULL,
    locked_until INTEGER NULL,
    left_at INTEGER NULL,
    outside_subject TEXT NULL,
    version INTEGER NOT NULL,
    CONSTRAINT PK_registry_user PRIMARY KEY (zone_id, id)
);
CREATE TABLE registry_user_role (
    zone_id TEXT NOT NULL,
    user_id TEXT NOT NULL,
    role TEXT NOT NULL,
    valid_from TEXT NOT NULL,
    valid_to TEXT NULL,
    CONSTRAINT PK_registry_user_role PRIMARY KEY (zone_id, user_id, role, valid_from)
);
CREATE TABLE registry_zone (
    zone_id TEXT NOT NULL CONSTRAINT PK_registry_zone PRIMARY KEY,
    code TEXT NOT NULL,
    name_zh TEXT NOT NULL,
    name_en TEXT NOT NULL,
    synthetic INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    version INTEGER NOT NULL
);
CREATE UNIQUE INDEX ix_registry_gauge_firm_id_number ON registry_gauge (zone_id, firm_id, number);
CREATE INDEX ix_registry_laboratory_scope_laboratory_id ON registry_laboratory_scope (zone_id, laboratory_id);
CREATE INDEX ix_registry_mark_firm_id_product_id ON registry_mark (zone_id, firm_id, product_id);
CREATE UNIQUE INDEX ix_registry_party_credit_code ON registry_party (zone_id, credit_code);
CREATE INDEX ix_registry_party_kind_name_zh ON registry_party (zone_id, kind, name_zh);
CREATE UNIQUE INDEX ix_registry_product_firm_id_model_size_pressure_body_alloy ON registry_product (zone_id, firm_id, model, size, pressure, body_alloy);
CREATE INDEX ix_registry_session_user_id ON registry_session (zone_id, user_id);
CREATE INDEX ix_registry_setting_name_valid_from ON registry_setting (zone_id, name, valid_from);
CREATE INDEX ix_registry_site_firm_id ON registry_site (zone_id, firm_id);
CREATE INDEX ix_registry_user_party_id ON registry_user (zone_id, party_id);
CREATE UNIQUE INDEX ix_registry_user_user_name ON registry_user (zone_id, user_name);
