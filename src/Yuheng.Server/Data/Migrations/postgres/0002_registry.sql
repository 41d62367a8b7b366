CREATE TABLE registry_api_key (
    zone_id uuid NOT NULL,
    key_hash bytea NOT NULL,
    user_id uuid NOT NULL,
    name text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    revoked_at timestamp with time zone,
    CONSTRAINT PK_registry_api_key PRIMARY KEY (zone_id, key_hash)
);
CREATE TABLE registry_gauge (
    zone_id uuid NOT NULL,
    id uuid NOT NULL,
    firm_id uuid NOT NULL,
    number text NOT NULL,
    kind text NOT NULL,
    range text NOT NULL,
    calibrated_on date NOT NULL,
    calibration_due date NOT NULL,
    calibration_paper text NOT NULL,
    version integer NOT NULL,
    CONSTRAINT PK_registry_gauge PRIMARY KEY (zone_id, id)
);
CREATE TABLE registry_invitation (
    zone_id uuid NOT NULL,
    token_hash bytea NOT NULL,
    party_id uuid NOT NULL,
    name text NOT NULL,
    roles text NOT NULL,
    recovers_user_id uuid,
    invited_by uuid NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    used_at timestamp with time zone,
    version integer NOT NULL,
    CONSTRAINT PK_registry_invitation PRIMARY KEY (zone_id, token_hash)
);
CREATE TABLE registry_laboratory_scope (
    zone_id uuid NOT NULL,
    id uuid NOT NULL,
    laboratory_id uuid NOT NULL,
    accreditation text NOT NULL,
    number text NOT NULL,
    method text NOT NULL,
    valid_from date NOT NULL,
    valid_to date NOT NULL,
    CONSTRAINT PK_registry_laboratory_scope PRIMARY KEY (zone_id, id)
);
CREATE TABLE registry_mark (
    zone_id uuid NOT NULL,
    id uuid NOT NULL,
    firm_id uuid NOT NULL,
    product_id uuid NOT NULL,
    scheme text NOT NULL,
    number text NOT NULL,
    valid_to date NOT NULL,
    CONSTRAINT PK_registry_mark PRIMARY KEY (zone_id, id)
);
CREATE TABLE registry_party (
    zone_id uuid NOT NULL,
    id uuid NOT NULL,
    kind text NOT NULL,
    name_zh text NOT NULL,
    name_en text NOT NULL,
    credit_code text,
    industry_roles text NOT NULL,
    address text NOT NULL,
    listed boolean NOT NULL,
    output_ten_thousand_yuan bigint,
    since timestamp with time zone NOT NULL,
    version integer NOT NULL,
    CONSTRAINT PK_registry_party PRIMARY KEY (zone_id, id)
);
CREATE TABLE registry_product (
    zone_id uuid NOT NULL,
    id uuid NOT NULL,
    firm_id uuid NOT NULL,
    model text NOT NULL,
    name_zh text NOT NULL,
    name_en text NOT NULL,
    valve_type text NOT NULL,
    size text NOT NULL,
    pressure text NOT NULL,
    seat text NOT NULL,
    body_alloy text NOT NULL,
    hs_code text NOT NULL,
    markets text NOT NULL,
    retired_at timestamp with time zone,
    version integer NOT NULL,
    CONSTRAINT PK_registry_product PRIMARY KEY (zone_id, id)
);
CREATE TABLE registry_role_binding (
    zone_id uuid NOT NULL,
    id uuid NOT NULL,
    party_id uuid NOT NULL,
    duty text NOT NULL,
    valid_from date NOT NULL,
    valid_to date,
    basis text NOT NULL,
    CONSTRAINT PK_registry_role_binding PRIMARY KEY (zone_id, id)
);
CREATE TABLE registry_session (
    zone_id uuid NOT NULL,
    key_hash bytea NOT NULL,
    user_id uuid NOT NULL,
    security_stamp text NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    CONSTRAINT PK_registry_session PRIMARY KEY (zone_id, key_hash)
);
CREATE TABLE registry_setting (
    zone_id uuid NOT NULL,
    id uuid NOT NULL,
    name text NOT NULL,
    value text NOT NULL,
    valid_from timestamp with time zone NOT NULL,
    set_by uuid NOT NULL,
    CONSTRAINT PK_registry_setting PRIMARY KEY (zone_id, id)
);
CREATE TABLE registry_site (
    zone_id uuid NOT NULL,
    id uuid NOT NULL,
    firm_id uuid NOT NULL,
    name text NOT NULL,
    address text NOT NULL,
    CONSTRAINT PK_registry_site PRIMARY KEY (zone_id, id)
);
CREATE TABLE registry_statistic (
    zone_id uuid NOT NULL,
    name text NOT NULL,
    first_day date NOT NULL,
    last_day date NOT NULL,
    value numeric NOT NULL,
    source text NOT NULL,
    CONSTRAINT PK_registry_statistic PRIMARY KEY (zone_id, name, first_day)
);
CREATE TABLE registry_user (
    zone_id uuid NOT NULL,
    id uuid NOT NULL,
    party_id uuid NOT NULL,
    name text NOT NULL,
    user_name text NOT NULL,
    password_hash text,
    security_stamp text NOT NULL,
    failed_count integer NOT NULL,
    locked_until timestamp with time zone,
    left_at timestamp with time zone,
    outside_subject text,
    version integer NOT NULL,
    CONSTRAINT PK_registry_user PRIMARY KEY (zone_id, id)
);
CREATE TABLE registry_user_role (
    zone_id uuid NOT NULL,
    user_id uuid NOT NULL,
    role text NOT NULL,
    valid_from date NOT NULL,
    valid_to date,
    CONSTRAINT PK_registry_user_role PRIMARY KEY (zone_id, user_id, role, valid_from)
);
CREATE TABLE registry_zone (
    zone_id uuid NOT NULL,
    code text NOT NULL,
    name_zh text NOT NULL,
    name_en text NOT NULL,
    synthetic boolean NOT NULL,
    created_at timestamp with time zone NOT NULL,
    version integer NOT NULL,
    CONSTRAINT PK_registry_zone PRIMARY KEY (zone_id)
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
