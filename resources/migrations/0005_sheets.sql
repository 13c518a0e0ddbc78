CREATE TABLE "import_batch" (
  operation INTEGER PRIMARY KEY REFERENCES "operation" (id),
  file_name TEXT NOT NULL, sha256 TEXT NOT NULL, size INTEGER NOT NULL,
  imported_by TEXT NOT NULL, counts TEXT NOT NULL
) STRICT;

CREATE TABLE "list_layout" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  "fingerprint" TEXT NOT NULL DEFAULT '',
  "kind" TEXT NOT NULL DEFAULT '',
  "headings" TEXT NOT NULL DEFAULT '',
  "answers" TEXT NOT NULL DEFAULT '',
  "file_name" TEXT NOT NULL DEFAULT '',
  "used_on" TEXT
) STRICT;

CREATE TABLE "word_alias" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  "table_name" TEXT NOT NULL DEFAULT '',
  "field_name" TEXT NOT NULL DEFAULT '',
  "word" TEXT NOT NULL DEFAULT '',
  "meaning" TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE "county_form" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  "name" TEXT NOT NULL DEFAULT '',
  "recipient" TEXT NOT NULL DEFAULT '',
  "year" INTEGER,
  "span" TEXT NOT NULL DEFAULT '',
  "table_name" TEXT NOT NULL DEFAULT '',
  "file_name" TEXT NOT NULL DEFAULT '',
  "file_hash" TEXT NOT NULL DEFAULT '',
  "remark" TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE "county_form_cell" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  "form" INTEGER REFERENCES "county_form" (id) ON DELETE RESTRICT,
  "position" INTEGER,
  "sheet" TEXT NOT NULL DEFAULT '',
  "address" TEXT NOT NULL DEFAULT '',
  "label" TEXT NOT NULL DEFAULT '',
  "way" TEXT NOT NULL DEFAULT '',
  "anchor" TEXT NOT NULL DEFAULT '',
  "source" TEXT NOT NULL DEFAULT '',
  "content" TEXT NOT NULL DEFAULT '',
  "table_name" TEXT NOT NULL DEFAULT '',
  "query" TEXT NOT NULL DEFAULT '',
  "years_back" INTEGER,
  "span" TEXT NOT NULL DEFAULT '',
  "style" TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX "county_form_cell_form" ON "county_form_cell" ("form");
