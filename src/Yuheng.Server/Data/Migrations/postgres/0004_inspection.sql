CREATE TABLE inspection_agreement (
    zone_id uuid NOT NULL,
    id uuid NOT NULL,
    number integer NOT NULL,
    terms text NOT NULL,
    hash bytea NOT NULL,
    valid_from timestamp with time zone NOT NULL,
    made_by uuid NOT NULL,
    CONSTRAINT PK_inspection_agreement PRIMARY KEY (zone_id, id)
);
CREATE TABLE inspection_attachment (
    zone_id uuid NOT NULL,
    id uuid NOT NULL,
    lot_id uuid NOT NULL,
    firm_id uuid NOT NULL,
    kind text NOT NULL,
    file_name text NOT NULL,
    hash text NOT NULL,
    size bigint NOT NULL,
    by uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT PK_inspection_attachment PRIMARY KEY (zone_id, id)
);
CREATE TABLE inspection_draw (
    zone_id uuid NOT NULL,
    id uuid NOT NULL,
    commitment bytea NOT NULL,
    secret bytea NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    closed_at timestamp with time zone,
    frozen_plan text,
    record text,
    public_value text,
    public_source text,
    drawn_at timestamp with time zone,
    version integer NOT NULL,
    CONSTRAINT PK_inspection_draw PRIMARY KEY (zone_id, id)
);
CREATE TABLE inspection_judgement (
    zone_id uuid NOT NULL,
    id uuid NOT NULL,
    lot_id uuid NOT NULL,
    attempt integer NOT NULL,
    firm_id uuid NOT NULL,
    verdict text NOT NULL,
    facts bytea NOT NULL,
    decision bytea NOT NULL,
    hash bytea NOT NULL,
    engine_version text NOT NULL,
    reviewed_by uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT PK_inspection_judgement PRIMARY KEY (zone_id, id)
);
CREATE TABLE inspection_lot (
    zone_id uuid NOT NULL,
    id uuid NOT NULL,
    seq bigint NOT NULL,
    firm_id uuid NOT NULL,
    number text NOT NULL,
    product_id uuid NOT NULL,
    product_name_zh text NOT NULL,
    product_name_en text NOT NULL,
    model text NOT NULL,
    valve_type text NOT NULL,
    size text NOT NULL,
    pressure text NOT NULL,
    seat text NOT NULL,
    body_alloy text NOT NULL,
    hs_code text NOT NULL,
    quantity bigint NOT NULL,
    unit text NOT NULL,
    heats text NOT NULL,
    markets text NOT NULL,
    maker_name text,
    exporter_name text,
    subcontractors text,
    order_number text,
    order_item text,
    contract text,
    produced_on date,
    value_usd numeric,
    note text,
    source text NOT NULL,
    mode text NOT NULL,
    probability text NOT NULL,
    state text NOT NULL,
    attempt integer NOT NULL,
    draw_id uuid,
    laboratory_id uuid,
    verdict text,
    declared_at timestamp with time zone NOT NULL,
    declared_by uuid NOT NULL,
    version integer NOT NULL,
    CONSTRAINT PK_inspection_lot PRIMARY KEY (zone_id, id)
);
CREATE TABLE inspection_outcome (
    zone_id uuid NOT NULL,
    id uuid NOT NULL,
    lot_id uuid NOT NULL,
    attempt integer NOT NULL,
    firm_id uuid NOT NULL,
    kind text NOT NULL,
    reason text NOT NULL,
    judgement_id uuid,
    by uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT PK_inspection_outcome PRIMARY KEY (zone_id, id)
);
CREATE TABLE inspection_plan (
    zone_id uuid NOT NULL,
    lot_id uuid NOT NULL,
    attempt integer NOT NULL,
    firm_id uuid NOT NULL,
    agreement_id uuid NOT NULL,
    document text NOT NULL,
    hash bytea NOT NULL,
    made_at timestamp with time zone NOT NULL,
    CONSTRAINT PK_inspection_plan PRIMARY KEY (zone_id, lot_id, attempt)
);
CREATE TABLE inspection_reading (
    zone_id uuid NOT NULL,
    id uuid NOT NULL,
    lot_id uuid NOT NULL,
    attempt integer NOT NULL,
    firm_id uuid NOT NULL,
    characteristic text NOT NULL,
    ordinal integer NOT NULL,
    observation text NOT NULL,
    status text NOT NULL,
    corrects uuid,
    reason text,
    source text NOT NULL,
    file_hash text,
    by_party_id uuid NOT NULL,
    entered_by uuid NOT NULL,
    entered_at timestamp with time zone NOT NULL,
    CONSTRAINT PK_inspection_reading PRIMARY KEY (zone_id, lot_id, attempt, id)
);
CREATE TABLE inspection_severity (
    zone_id uuid NOT NULL,
    firm_id uuid NOT NULL,
    family text NOT NULL,
    series_group text NOT NULL,
    severity text NOT NULL,
    state text NOT NULL,
    version integer NOT NULL,
    CONSTRAINT PK_inspection_severity PRIMARY KEY (zone_id, firm_id, family, series_group)
);
CREATE TABLE inspection_sheet (
    zone_id uuid NOT NULL,
    hash text NOT NULL,
    document text NOT NULL,
    CONSTRAINT PK_inspection_sheet PRIMARY KEY (zone_id, hash)
);
CREATE TABLE inspection_unit (
    zone_id uuid NOT NULL,
    lot_id uuid NOT NULL,
    attempt integer NOT NULL,
    ordinal integer NOT NULL,
    firm_id uuid NOT NULL,
    unit_number bigint NOT NULL,
    state text NOT NULL,
    replaced_by bigint,
    version integer NOT NULL,
    CONSTRAINT PK_inspection_unit PRIMARY KEY (zone_id, lot_id, attempt, ordinal)
);
CREATE TABLE inspection_visit (
    zone_id uuid NOT NULL,
    id uuid NOT NULL,
    lot_id uuid NOT NULL,
    attempt integer NOT NULL,
    firm_id uuid NOT NULL,
    presented_quantity bigint NOT NULL,
    sampler_one uuid NOT NULL,
    sampler_two uuid NOT NULL,
    seals text NOT NULL,
    reserve_samples integer NOT NULL,
    remarks text NOT NULL,
    witness text NOT NULL,
    at timestamp with time zone NOT NULL,
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
