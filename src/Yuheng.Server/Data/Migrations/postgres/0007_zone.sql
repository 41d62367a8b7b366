CREATE TABLE zone_cursor (
    zone_id uuid NOT NULL,
    name text NOT NULL,
    seq bigint NOT NULL,
    CONSTRAINT PK_zone_cursor PRIMARY KEY (zone_id, name)
);
CREATE TABLE zone_day (
    zone_id uuid NOT NULL,
    day integer NOT NULL,
    family text NOT NULL,
    frame text NOT NULL,
    band text NOT NULL,
    tally bytea NOT NULL,
    expected double precision NOT NULL,
    CONSTRAINT PK_zone_day PRIMARY KEY (zone_id, day, family, frame, band)
);
CREATE TABLE zone_export (
    zone_id uuid NOT NULL,
    month integer NOT NULL,
    value_cents bigint NOT NULL,
    source text NOT NULL,
    set_by uuid NOT NULL,
    version integer NOT NULL,
    CONSTRAINT PK_zone_export PRIMARY KEY (zone_id, month)
);
CREATE TABLE zone_firm_month (
    zone_id uuid NOT NULL,
    month integer NOT NULL,
    firm_id uuid NOT NULL,
    family text NOT NULL,
    lots bigint NOT NULL,
    failed bigint NOT NULL,
    CONSTRAINT PK_zone_firm_month PRIMARY KEY (zone_id, month, firm_id, family)
);
CREATE TABLE zone_row (
    zone_id uuid NOT NULL,
    lot_id uuid NOT NULL,
    seq bigint NOT NULL,
    firm_id uuid NOT NULL,
    number text NOT NULL,
    family text NOT NULL,
    day integer NOT NULL,
    month integer NOT NULL,
    frame text NOT NULL,
    verdict text NOT NULL,
    probability double precision NOT NULL,
    main_tested bigint NOT NULL,
    main_failed bigint NOT NULL,
    tests integer NOT NULL,
    failed_tests integer NOT NULL,
    value_cents bigint NOT NULL,
    flags integer NOT NULL,
    band text NOT NULL,
    expected double precision NOT NULL,
    items text NOT NULL,
    CONSTRAINT PK_zone_row PRIMARY KEY (zone_id, lot_id)
);
CREATE INDEX ix_zone_firm_month_firm_id_month ON zone_firm_month (zone_id, firm_id, month);
CREATE INDEX ix_zone_row_day_seq ON zone_row (zone_id, day, seq);
CREATE INDEX ix_zone_row_firm_id_month ON zone_row (zone_id, firm_id, month);
