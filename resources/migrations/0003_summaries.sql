CREATE INDEX "unit_year_unit_as_of" ON "unit_year" ("unit", "as_of");

CREATE INDEX "member_status_sex_is_migrant_is_dispatch_new_group_verified_status_on" ON "member" ("status", "sex", "is_migrant", "is_dispatch", "new_group", "verified", "status_on");

CREATE INDEX "member_union_status_status_on" ON "member" ("union", "status", "status_on");

CREATE INDEX "member_change_kind_changed_on_member" ON "member_change" ("kind", "changed_on", "member");

CREATE TABLE "summary_paper" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  "year" INTEGER,
  "span" TEXT NOT NULL DEFAULT '',
  "title" TEXT NOT NULL DEFAULT '',
  "length" TEXT NOT NULL DEFAULT '',
  "as_of" TEXT,
  "head" TEXT NOT NULL DEFAULT '',
  "doc_no" TEXT NOT NULL DEFAULT '',
  "signed_by" TEXT NOT NULL DEFAULT '',
  "addressee" TEXT NOT NULL DEFAULT '',
  "copy_to" TEXT NOT NULL DEFAULT '',
  "signed_on" TEXT,
  "page_number" TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE "summary_part" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  "year" INTEGER,
  "span" TEXT NOT NULL DEFAULT '',
  "part" TEXT NOT NULL DEFAULT '',
  "title" TEXT NOT NULL DEFAULT '',
  "position" INTEGER,
  "is_off" INTEGER NOT NULL DEFAULT 0,
  "style" TEXT NOT NULL DEFAULT ''
) STRICT;

ALTER TABLE "summary_text" ADD COLUMN "span" TEXT NOT NULL DEFAULT '';

ALTER TABLE "summary_text" ADD COLUMN "passage" TEXT NOT NULL DEFAULT '';

ALTER TABLE "summary_text" ADD COLUMN "position" INTEGER;

ALTER TABLE "summary_text" ADD COLUMN "is_dropped" INTEGER NOT NULL DEFAULT 0;

ALTER TABLE "summary_text" ADD COLUMN "basis" TEXT NOT NULL DEFAULT '';

CREATE TABLE "summary_version" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  "year" INTEGER,
  "span" TEXT NOT NULL DEFAULT '',
  "number" INTEGER,
  "made_on" TEXT,
  "label" TEXT NOT NULL DEFAULT '',
  "words" TEXT NOT NULL DEFAULT '',
  "figures" TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE "figure_adjustment" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  "figure" TEXT NOT NULL DEFAULT '',
  "first" TEXT,
  "last" TEXT,
  "value" INTEGER,
  "reason" TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE "figure_exception" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  "kind" TEXT NOT NULL DEFAULT '',
  "figure" TEXT NOT NULL DEFAULT '',
  "first" TEXT,
  "last" TEXT,
  "source_table" TEXT NOT NULL DEFAULT '',
  "source" INTEGER,
  "amount" INTEGER,
  "reason" TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE "figure_base" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  "figure" TEXT NOT NULL DEFAULT '',
  "year" INTEGER,
  "kind" TEXT NOT NULL DEFAULT '',
  "value" INTEGER,
  "source" TEXT NOT NULL DEFAULT '',
  "remark" TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE "local_figure" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  "label" TEXT NOT NULL DEFAULT '',
  "unit_label" TEXT NOT NULL DEFAULT '',
  "table_name" TEXT NOT NULL DEFAULT '',
  "measure" TEXT NOT NULL DEFAULT '',
  "field" TEXT NOT NULL DEFAULT '',
  "day_field" TEXT NOT NULL DEFAULT '',
  "field_1" TEXT NOT NULL DEFAULT '',
  "test_1" TEXT NOT NULL DEFAULT '',
  "value_1" TEXT NOT NULL DEFAULT '',
  "field_2" TEXT NOT NULL DEFAULT '',
  "test_2" TEXT NOT NULL DEFAULT '',
  "value_2" TEXT NOT NULL DEFAULT '',
  "field_3" TEXT NOT NULL DEFAULT '',
  "test_3" TEXT NOT NULL DEFAULT '',
  "value_3" TEXT NOT NULL DEFAULT '',
  "basis" TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE "filed_paper" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  "title" TEXT NOT NULL DEFAULT '',
  "filed_on" TEXT,
  "recipient" TEXT NOT NULL DEFAULT '',
  "kind" TEXT NOT NULL DEFAULT '',
  "first" TEXT,
  "last" TEXT,
  "as_of" TEXT,
  "version" INTEGER REFERENCES "summary_version" (id) ON DELETE RESTRICT,
  "file_name" TEXT NOT NULL DEFAULT '',
  "file_hash" TEXT NOT NULL DEFAULT '',
  "remark" TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX "filed_paper_version" ON "filed_paper" ("version");

CREATE TABLE "filed_figure" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  "paper" INTEGER REFERENCES "filed_paper" (id) ON DELETE RESTRICT,
  "figure" TEXT NOT NULL DEFAULT '',
  "label" TEXT NOT NULL DEFAULT '',
  "unit_label" TEXT NOT NULL DEFAULT '',
  "value" INTEGER,
  "numerator" INTEGER,
  "denominator" INTEGER,
  "shown" TEXT NOT NULL DEFAULT '',
  "basis" TEXT NOT NULL DEFAULT '',
  "sources" TEXT NOT NULL DEFAULT '',
  "sources_hash" TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX "filed_figure_paper" ON "filed_figure" ("paper");

CREATE TABLE "word_rule" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  "wrong" TEXT NOT NULL DEFAULT '',
  "right" TEXT NOT NULL DEFAULT '',
  "reason" TEXT NOT NULL DEFAULT '',
  "is_off" INTEGER NOT NULL DEFAULT 0
) STRICT;
