CREATE TABLE supervision_alert (
    zone_id TEXT NOT NULL,
    id TEXT NOT NULL,
    number TEXT NOT NULL,
    level TEXT NOT NULL,
    family TEXT NOT NULL,
    market TEXT NULL,
    valid_from TEXT NOT NULL,
    valid_until TEXT NOT NULL,
    reason TEXT NOT NULL,
    set_by TEXT NOT NULL,
    CONSTRAINT PK_supervision_alert PRIMARY KEY (zone_id, id)
);
CREATE TABLE supervision_choice (
    zone_id TEXT NOT NULL,
    id TEXT NOT NULL,
    firm_id TEXT NOT NULL,
    family TEXT NOT NULL,
    mode TEXT NOT NULL,
    reason TEXT NOT NULL,
    chosen_by TEXT NOT NULL,
    valid_from INTEGER NOT NULL,
    CONSTRAINT PK_supervision_choice PRIMARY KEY (zone_id, id)
);
CREATE TABLE supervision_cursor (
    zone_id TEXT NOT NULL,
    name TEXT NOT NULL,
    seq INTEGER NOT NULL,
    CONSTRAINT PK_supervision_cursor PRIMARY KEY (zone_id, name)
);
CREATE TABLE supervision_event (
    zone_id TEXT NOT NULL,
    id TEXT NOT NULL,
    firm_id TEXT NOT NULL,
    family TEXT NOT NULL,
    kind TEXT NOT NULL,
    happened_on TEXT NOT NULL,
    subject_id TEXT NOT NULL,
    evidence TEXT NOT NULL,
    dismissed INTEGER NOT NULL,
    version INTEGER NOT NULL,
    CONSTRAINT PK_supervision_event PRIMARY KEY (zone_id, id)
);
CREATE TABLE supervision_level (
    zone_id TEXT NOT NULL,
    id TEXT NOT NULL,
    firm_id TEXT NOT NULL,
    family TEXT NOT NULL,
    level INTEGER NOT NULL,
    valid_from TEXT NOT NULL,
    cause TEXT NOT NULL,
    sheet_id TEXT NULL,
    CONSTRAINT PK_supervision_level PRIMARY KEY (zone_id, id)
);
CREATE TABLE supervision_level_matter (
    zone_id TEXT NOT NULL,
    id TEXT NOT NULL,
    firm_id TEXT NOT NULL,
    family TEXT NOT NULL,
    begun_on TEXT NOT NULL,
    state TEXT NOT NULL,
    since TEXT NOT NULL,
    owner TEXT NULL,
    due TEXT NULL,
    provisional INTEGER NOT NULL,
    history TEXT NOT NULL,
    level INTEGER NOT NULL,
    level_since TEXT NOT NULL,
    proposed INTEGER NULL,
    sheet_id TEXT NULL,
    notice_until TEXT NULL,
    valid_until TEXT NULL,
    assessors TEXT NOT NULL,
    proposed_by TEXT NULL,
    version INTEGER NOT NULL,
    CONSTRAINT PK_supervision_level_matter PRIMARY KEY (zone_id, id)
);
CREATE TABLE supervision_lot_mode (
    zone_id TEXT NOT NULL,
    lot_id TEXT NOT NULL,
    firm_id TEXT NOT NULL,
    family TEXT NOT NULL,
    mode TEXT NOT NULL,
    probability TEXT NOT NULL,
    level INTEGER NOT NULL,
    risk TEXT NOT NULL,
    expected REAL NOT NULL,
    reasons TEXT NOT NULL,
    as_frozen INTEGER NOT NULL,
    CONSTRAINT PK_supervision_lot_mode PRIMARY KEY (zone_id, lot_id)
);
CREATE TABLE supervision_overseas_case (
    zone_id TEXT NOT NULL,
    id TEXT NOT NULL,
    number INTEGER NOT NULL,
    firm_id TEXT NOT NULL,
    lot_id TEXT NULL,
    kind TEXT NOT NULL,
    received_on TEXT NOT NULL,
    market TEXT NOT NULL,
    origin TEXT NOT NULL,
    hs_code TEXT NULL,
    maker TEXT NULL,
    exporter TEXT NULL,
    lot_number TEXT NULL,
    invoice TEXT NULL,
    credential_id TEXT NULL,
    quantity INTEGER NOT NULL,
    returned_lots INTEGER NOT NULL,
    value_usd TEXT NOT NULL,
    finding TEXT NOT NULL,
    outcome TEXT NULL,
    objection_until TEXT NULL,
    begun_on TEXT NOT NULL,
    state TEXT NOT NULL,
    since TEXT NOT NULL,
    owner TEXT NULL,
    due TEXT NULL,
    provisional INTEGER NOT NULL,
    history TEXT NOT NULL,
    version INTEGER NOT NULL,
    CONSTRAINT PK_supervision_overseas_case PRIMARY KEY (zone_id, id)
);
CREATE TABLE supervision_relation (
    zone_id TEXT NOT NULL,
    person_id TEXT NOT NULL,
    related_firm TEXT NOT NULL,
    kind TEXT NOT NULL,
    declared_on TEXT NOT NULL,
    CONSTRAINT PK_supervision_relation PRIMARY KEY (zone_id, person_id, related_firm)
);
CREATE TABLE supervision_risk (
    zone_id TEXT NOT NULL,
    id TEXT NOT NULL,
    family TEXT NOT NULL,
    engine TEXT NOT NULL,
    grade TEXT NOT NULL,
    expected REAL NOT NULL,
    inputs TEXT NOT NULL,
    reasons TEXT NOT NULL,
    evidence TEXT NOT NULL,
    valid_from INTEGER NOT NULL,
    set_by TEXT NOT NULL,
    CONSTRAINT PK_supervision_risk PRIMARY KEY (zone_id, id)
);
CREATE TABLE supervision_sheet (
    zone_id TEXT NOT NULL,
    id TEXT NOT NULL,
    firm_id TEXT NOT NULL,
    family TEXT NOT NULL,
    lines TEXT NOT NULL,
    vetoes TEXT NOT NULL,
    total TEXT NOT NULL,
    level INTEGER NOT NULL,
    reasons TEXT NOT NULL,
    assessors TEXT NOT NULL,
    at INTEGER NOT NULL,
    CONSTRAINT PK_supervision_sheet PRIMARY KEY (zone_id, id)
);
CREATE TABLE supervision_visit (
    zone_id TEXT NOT NULL,
    id TEXT NOT NULL,
    round_id TEXT NOT NULL,
    firm_id TEXT NOT NULL,
    lead TEXT NOT NULL,
    second TEXT NOT NULL,
    lots TEXT NOT NULL,
    planned_on TEXT NOT NULL,
    within_budget INTEGER NOT NULL,
    cause TEXT NULL,
    legal_system TEXT NULL,
    legal_number TEXT NULL,
    done_at INTEGER NULL,
    version INTEGER NOT NULL,
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
