CREATE TABLE inspection_agreement (
    zone_id TEXT NOT NULL,
    id TEXT NOT NULL,
    number INTEGER NOT NULL,
    terms TEXT NOT NULL,
    hash BLOB NOT NULL,
    valid_from INTEGER NOT NULL,
    made_by TEXT NOT NULL,
    CONSTRAINT PK_inspection_agreement PRIMARY KEY (zone_id, id)
);
CREATE TABLE inspection_attachment (
    zone_id TEXT NOT NULL,
    id TEXT NOT NULL,
    lot_id TEXT NOT NULL,
    firm_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    file_name TEXT NOT NULL,
    hash TEXT NOT NULL,
    size INTEGER NOT NULL,
    by TEXT NOT NULL,
    at INTEGER NOT NULL,
    CONSTRAINT PK_inspection_attachment PRIMARY KEY (zone_id, id)
);
CREATE TABLE inspection_draw (
    zone_id TEXT NOT NULL,
    id TEXT NOT NULL,
    commitment BLOB NOT NULL,
    secret BLOB NOT NULL,
    opened_at INTEGER NOT NULL,
    closed_at INTEGER NULL,
    frozen_plan TEXT NULL,
    record TEXT NULL,
    public_value TEXT NULL,
    public_source TEXT NULL,
    drawn_at INTEGER NULL,
    version INTEGER NOT NULL,
    CONSTRAINT PK_inspection_draw PRIMARY KEY (zone_id, id)
);
CREATE TABLE inspection_judgement (
    zone_id TEXT NOT NULL,
    id TEXT NOT NULL,
    lot_id TEXT NOT NULL,
    attempt INTEGER NOT NULL,
    firm_id TEXT NOT NULL,
    verdict TEXT NOT NULL,
    facts BLOB NOT NULL,
    decision BLOB NOT NULL,
    hash BLOB NOT NULL,
    engine_version TEXT NOT NULL,
    reviewed_by TEXT NOT NULL,
    at INTEGER NOT NULL,
    CONSTRAINT PK_inspection_judgement PRIMARY KEY (zone_id, id)
);
CREATE TABLE inspection_lot (
    zone_id TEXT NOT NULL,
    id TEXT NOT NULL,
    seq INTEGER NOT NULL,
    firm_id TEXT NOT NULL,
    number TEXT NOT NULL,
    product_id TEXT NOT NULL,
    product_name_zh TEXT NOT NULL,
    product_name_en TEXT NOT NULL,
    model TEXT NOT NULL,
    valve_type TEXT NOT NULL,
    size TEXT NOT NULL,
    pressure TEXT NOT NULL,
    seat TEXT NOT NULL,
    body_alloy TEXT NOT NULL,
    hs_code TEXT NOT NULL,
    quantity INTEGER NOT NULL,
    unit TEXT NOT NULL,
    heats TEXT NOT NULL,
    markets TEXT NOT NULL,
    maker_name TEXT NULL,
    exporter_name TEXT NULL,
    subcontractors TEXT NULL,
    order_number TEXT NULL,
    order_item TEXT NULL,
    contract TEXT NULL,
    produced_on TEXT NULL,
    value_usd TEXT NULL,
    note TEXT NULL,
    source TEXT NOT NULL,
    mode TEXT NOT NULL,
    probability TEXT NOT NULL,
    state TEXT NOT NULL,
    attempt INTEGER NOT NULL,
    draw_id TEXT NULL,
    laboratory_id TEXT NULL,
    verdict TEXT NULL,
    declared_at INTEGER NOT NULL,
    declared_by TEXT NOT NULL,
    version INTEGER NOT NULL,
    CONSTRAINT PK_inspection_lot PRIMARY KEY (zone_id, id)
);
CREATE TABLE inspection_outcome (
    zone_id TEXT NOT NULL,
    id TEXT NOT NULL,
    lot_id TEXT NOT NULL,
    attempt INTEGER NOT NULL,
    firm_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    reason TEXT NOT NULL,
    judgement_id TEXT NULL,
    by TEXT NOT NULL,
    at INTEGER NOT NULL,
    CONSTRAINT PK_inspection_outcome PRIMARY KEY (zone_id, id)
);
CREATE TABLE inspection_plan (
    zone_id TEXT NOT NULL,
    lot_id TEXT NOT NULL,
    attempt INTEGER NOT NULL,
    firm_id TEXT NOT NULL,
    agreement_id TEXT NOT NULL,
    document TEXT NOT NULL,
    hash BLOB NOT NULL,
    made_at INTEGER NOT NULL,
    CONSTRAINT PK_inspection_plan PRIMARY KEY (zone_id, lot_id, attempt)
);
CREATE TABLE inspection_reading (
    zone_id TEXT NOT NULL,
    id TEXT NOT NULL,
    lot_id TEXT NOT NULL,
    attempt INTEGER NOT NULL,
    firm_id TEXT NOT NULL,
    characteristic TEXT NOT NULL,
    ordinal INTEGER NOT NULL,
    observation TEXT NOT NULL,
    status TEXT NOT NULL,
    corrects TEXT NULL,
    reason TEXT NULL,
    source TEXT NOT NULL,
    file_hash TEXT NULL,
    by_party_id TEXT NOT NULL,
    entered_by TEXT NOT NULL,
    entered_at INTEGER NOT NULL,
    CONSTRAINT PK_inspection_reading PRIMARY KEY (zone_id, lot_id, attempt, id)
);
CREATE TABLE inspection_severity (
    zone_id TEXT NOT NULL,
    firm_id TEXT NOT NULL,
    family TEXT NOT NULL,
    series_group TEXT NOT NULL,
    severity TEXT NOT NULL,
    state TEXT NOT NULL,
    version INTEGER NOT NULL,
    CONSTRAINT PK_inspection_severity PRIMARY KEY (zone_id, firm_id, family, series_group)
);
CREATE TABLE inspection_sheet (
    zone_id TEXT NOT NULL,
    hash TEXT NOT NULL,
    document TEXT NOT NULL,
    CONSTRAINT PK_inspection_sheet PRIMARY KEY (zone_id, hash)
);
CREATE TABLE inspection_unit (
    zone_id TEXT NOT NULL,
    lot_id TEXT NOT NULL,
    attempt INTEGER NOT NULL,
    ordinal INTEGER NOT NULL,
    firm_id TEXT NOT NULL,
    unit_number INTEGER NOT NULL,
    state TEXT NOT NULL,
    replaced_by INTEGER NULL,
    version INTEGER NOT NULL,
    CONSTRAINT PK_inspection_unit PRIMARY KEY (zone_id, lot_id, attempt, ordinal)
);
CREATE TABLE inspection_visit (
    zone_id TEXT NOT NULL,
    id TEXT NOT NULL,
    lot_id TEXT NOT NULL,
    attempt INTEGER NOT NULL,
    firm_id TEXT NOT NULL,
    presented_quantity INTEGER NOT NULL,
    sampler_one TEXT NOT NULL,
    sampler_two TEXT NOT NULL,
    seals TEXT NOT NULL,
    reserve_samples INTEGER NOT NULL,
    remarks TEXT NOT NULL,
    witness TEXT NOT NULL,
    at INTEGER NOT NULL,
    CONSTRAINT PK_inspection_visit PRIMARY KEY (zone_id, id)
);
CREATE UNIQUE INDEX ix_inspection_agreement_number ON inspection_agreement (zone_id, number);
CREATE INDEX ix_inspection_attachment_lot_id ON inspection_attachment (zone_id, lot_id);
CREATE INDEX ix_inspection_draw_opened_at ON inspection_draw (zone_id, opened_at);
CREATE INDEX ix_inspection_judgement_lot_id_attempt ON inspection_judgement (zone_id, lot_id, attempt);
CREATE INDEX ix_inspection_lot_draw_id ON inspection_lot (zone_id, draw_id);
CREATE UNIQUE INDEX ix_inspection_lot_firm_id_number ON inspection_lot (zone_id, firm_id, number);
CREATE INDEX ix_inspection_lot_firm_id_seq ON inspection_lot (zone_id, firm_id, seq);
CREATE INDEX ix_inspection_lot_number_seq ON inspection_lot (zone_id, number, seq);
CREATE UNIQUE INDEX ix_inspection_lot_seq ON inspection_lot (zone_id, seq);
CREATE INDEX ix_inspection_lot_state_seq ON inspection_lot (zone_id, state, seq);
CREATE INDEX ix_inspection_outcome_lot_id ON inspection_outcome (zone_id, lot_id);
CREATE INDEX ix_inspection_visit_lot_id ON inspection_visit (zone_id, lot_id);
