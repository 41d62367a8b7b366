CREATE TABLE zone_cursor (
    zone_id TEXT NOT NULL,
    name TEXT NOT NULL,
    seq INTEGER NOT NULL,
    CONSTRAINT PK_zone_cursor PRIMARY KEY (zone_id, name)
);
CREATE TABLE zone_day (
    zone_id TEXT NOT NULL,
    day INTEGER NOT NULL,
    family TEXT NOT NULL,
    frame TEXT NOT NULL,
    band TEXT NOT NULL,
    tally BLOB NOT NULL,
    expected REAL NOT NULL,
    CONSTRAINT PK_zone_day PRIMARY KEY (zone_id, day, family, frame, band)
);
CREATE TABLE zone_export (
    zone_id TEXT NOT NULL,
    month INTEGER NOT NULL,
    value_cents INTEGER NOT NULL,
    source TEXT NOT NULL,
    set_by TEXT NOT NULL,
    version INTEGER NOT NULL,
    CONSTRAINT PK_zone_export PRIMARY KEY (zone_id, month)
);
CREATE TABLE zone_firm_month (
    zone_id TEXT NOT NULL,
    month INTEGER NOT NULL,
    firm_id TEXT NOT NULL,
    family TEXT NOT NULL,
    lots INTEGER NOT NULL,
    failed INTEGER NOT NULL,
    CONSTRAINT PK_zone_firm_month PRIMARY KEY (zone_id, month, firm_id, family)
);
CREATE TABLE zone_row (
    zone_id TEXT NOT NULL,
    lot_id TEXT NOT NULL,
    seq INTEGER NOT NULL,
    firm_id TEXT NOT NULL,
    number TEXT NOT NULL,
    family TEXT NOT NULL,
    day INTEGER NOT NULL,
    month INTEGER NOT NULL,
    frame TEXT NOT NULL,
    verdict TEXT NOT NULL,
    probability REAL NOT NULL,
    main_tested INTEGER NOT NULL,
    main_failed INTEGER NOT NULL,
    tests INTEGER NOT NULL,
    failed_tests INTEGER NOT NULL,
    value_cents INTEGER NOT NULL,
    flags INTEGER NOT NULL,
    band TEXT NOT NULL,
    expected REAL NOT NULL,
    items TEXT NOT NULL,
    CONSTRAINT PK_zone_row PRIMARY KEY (zone_id, lot_id)
);
CREATE INDEX ix_zone_firm_month_firm_id_month ON zone_firm_month (zone_id, firm_id, month);
CREATE INDEX ix_zone_row_day_seq ON zone_row (zone_id, day, seq);
CREATE INDEX ix_zone_row_firm_id_month ON zone_row (zone_id, firm_id, month);
