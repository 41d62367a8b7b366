CREATE TABLE supervision_alert (
    zone_id uuid NOT NULL,
    id uuid NOT NULL,
    number text NOT NULL,
    level text NOT NULL,
    family text NOT NULL,
    market text,
    valid_from date NOT NULL,
    valid_until date NOT NULL,
    reason text NOT NULL,
    set_by uuid NOT NULL,
    CONSTRAINT PK_supervision_alert PRIMARY KEY (zone_id, id)
);
CREATE TABLE supervision_choice (
    zone_id uuid NOT NULL,
    id uuid NOT NULL,
    firm_id uuid NOT NULL,
    family text NOT NULL,
    mode text NOT NULL,
    reason text NOT NULL,
    chosen_by text NOT NULL,
    valid_from timestamp with time zone NOT NULL,
    CONSTRAINT PK_supervision_choice PRIMARY KEY (zone_id, id)
);
CREATE TABLE supervision_cursor (
    zone_id uuid NOT NULL,
    name text NOT NULL,
    seq bigint NOT NULL,
    CONSTRAINT PK_supervision_cursor PRIMARY KEY (zone_id, name)
);
CREATE TABLE supervision_event (
    zone_id uuid NOT NULL,
    id uuid NOT NULL,
    firm_id uuid NOT NULL,
    family text NOT NULL,
    kind text NOT NULL,
    happened_on date NOT NULL,
    subject_id uuid NOT NULL,
    evidence text NOT NULL,
    dismissed boolean NOT NULL,
    version integer NOT NULL,
    CONSTRAINT PK_supervision_event PRIMARY KEY (zone_id, id)
);
CREATE TABLE supervision_level (
    zone_id uuid NOT NULL,
    id uuid NOT NULL,
    firm_id uuid NOT NULL,
    family text NOT NULL,
    level integer NOT NULL,
    valid_from date NOT NULL,
    cause text NOT NULL,
    sheet_id uuid,
    CONSTRAINT PK_supervision_level PRIMARY KEY (zone_id, id)
);
CREATE TABLE supervision_level_matter (
    zone_id uuid NOT NULL,
    id uuid NOT NULL,
    firm_id uuid NOT NULL,
    family text NOT NULL,
    begun_on date NOT NULL,
    state text NOT NULL,
    since date NOT NULL,
    owner text,
    due date,
    provisional boolean NOT NULL,
    history text NOT NULL,
    level integer NOT NULL,
    level_since date NOT NULL,
    proposed integer,
    sheet_id uuid,
    notice_until date,
    valid_until date,
    assessors text NOT NULL,
    proposed_by uuid,
    version integer NOT NULL,
    CONSTRAINT PK_supervision_level_matter PRIMARY KEY (zone_id, id)
);
CREATE TABLE supervision_lot_mode (
    zone_id uuid NOT NULL,
    lot_id uuid NOT NULL,
    firm_id uuid NOT NULL,
    family text NOT NULL,
    mode text NOT NULL,
    probability text NOT NULL,
    level integer NOT NULL,
    risk text NOT NULL,
    expected double precision NOT NULL,
    reasons text NOT NULL,
    as_frozen boolean NOT NULL,
    CONSTRAINT PK_supervision_lot_mode PRIMARY KEY (zone_id, lot_id)
);
CREATE TABLE supervision_overseas_case (
    zone_id uuid NOT NULL,
    id uuid NOT NULL,
    number bigint NOT NULL,
    firm_id uuid NOT NULL,
    lot_id uuid,
    kind text NOT NULL,
    received_on date NOT NULL,
    market text NOT NULL,
    origin text NOT NULL,
    hs_code text,
    maker text,
    exporter text,
    lot_number text,
    invoice text,
    credential_id text,
    quantity bigint NOT NULL,
    returned_lots integer NOT NULL,
    value_usd numeric NOT NULL,
    finding text NOT NULL,
    outcome text,
    objection_until date,
    begun_on date NOT NULL,
    state text NOT NULL,
    since date NOT NULL,
    owner text,
    due date,
    provisional boolean NOT NULL,
    history text NOT NULL,
    version integer NOT NULL,
    CONSTRAINT PK_supervision_overseas_case PRIMARY KEY (zone_id, id)
);
CREATE TABLE supervision_relation (
    zone_id uuid NOT NULL,
    person_id uuid NOT NULL,
    related_firm uuid NOT NULL,
    kind text NOT NULL,
    declared_on date NOT NULL,
    CONSTRAINT PK_supervision_relation PRIMARY KEY (zone_id, person_id, related_firm)
);
CREATE TABLE supervision_risk (
    zone_id uuid NOT NULL,
    id uuid NOT NULL,
    family text NOT NULL,
    engine text NOT NULL,
    grade text NOT NULL,
    expected double precision NOT NULL,
    inputs text NOT NULL,
    reasons text NOT NULL,
    evidence text NOT NULL,
    valid_from timestamp with time zone NOT NULL,
    set_by uuid NOT NULL,
    CONSTRAINT PK_supervision_risk PRIMARY KEY (zone_id, id)
);
CREATE TABLE supervision_sheet (
    zone_id uuid NOT NULL,
    id uuid NOT NULL,
    firm_id uuid NOT NULL,
    family text NOT NULL,
    lines text NOT NULL,
    vetoes text NOT NULL,
    total numeric NOT NULL,
    level integer NOT NULL,
    reasons text NOT NULL,
    assessors text NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT PK_supervision_sheet PRIMARY KEY (zone_id, id)
);
CREATE TABLE supervision_visit (
    zone_id uuid NOT NULL,
    id uuid NOT NULL,
    round_id uuid NOT NULL,
    firm_id uuid NOT NULL,
    lead uuid NOT NULL,
    second uuid NOT NULL,
    lots text NOT NULL,
    planned_on date NOT NULL,
    within_budget boolean NOT NULL,
    cause text,
    legal_system text,
    legal_number text,
    done_at timestamp with time zone,
    version integer NOT NULL,
    CONSTRAINT PK_supervision_visit PRIMARY KEY (zone_id, id)
);
CREATE INDEX ix_supervision_alert_family_valid_until ON supervision_alert (zone_id, family, valid_until);
CREATE INDEX ix_supervision_choice_firm_id_family_valid_from ON supervision_choice (zone_id, firm_id, family, valid_from);
CREATE INDEX ix_supervision_event_firm_id_family_happened_on ON supervision_event (zone_id, firm_id, family, happened_on);
CREATE INDEX ix_supervision_level_firm_id_family_valid_from ON supervision_level (zone_id, firm_id, family, valid_from);
CREATE UNIQUE INDEX ix_supervision_level_matter_firm_id_family ON supervision_level_matter (zone_id, firm_id, family);
CREATE INDEX ix_supervision_level_matter_state_due ON supervision_level_matter (zone_id, state, due);
CREATE UNIQUE INDEX ix_supervision_overseas_case_number ON supervision_overseas_case (zone_id, number);
CREATE INDEX ix_supervision_overseas_case_received_on ON supervision_overseas_case (zone_id, received_on);
CREATE INDEX ix_supervision_overseas_case_state_due ON supervision_overseas_case (zone_id, state, due);
CREATE INDEX ix_supervision_risk_family_valid_from ON supervision_risk (zone_id, family, valid_from);
CREATE INDEX ix_supervision_visit_firm_id_planned_on ON supervision_visit (zone_id, firm_id, planned_on);
