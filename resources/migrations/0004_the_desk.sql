CREATE TABLE "form_journal" (
  place TEXT NOT NULL, row_id INTEGER NOT NULL, typed TEXT NOT NULL, typed_at TEXT NOT NULL,
  PRIMARY KEY (place, row_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX "image_deletion" ON "image" (operation, table_name, row_id) WHERE after IS NULL;

CREATE INDEX "image_deletion_table" ON "image" (table_name, id) WHERE after IS NULL;

CREATE TABLE "purged" (
  operation INTEGER PRIMARY KEY REFERENCES "operation" (id),
  purge INTEGER NOT NULL REFERENCES "operation" (id),
  images INTEGER NOT NULL, images_sha256 TEXT NOT NULL
) STRICT;

ALTER TABLE "search_entry" DROP COLUMN "pinyin";

ALTER TABLE "search_entry" DROP COLUMN "initials";

CREATE TABLE "year_closing" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  "year" INTEGER,
  "closed_on" TEXT,
  "closed_by" TEXT NOT NULL DEFAULT '',
  "reopened_on" TEXT,
  "reason" TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE "form_draft" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  "table_name" TEXT NOT NULL DEFAULT '',
  "record" INTEGER,
  "title" TEXT NOT NULL DEFAULT '',
  "texts" TEXT NOT NULL DEFAULT '',
  "missing" INTEGER,
  "lacks" TEXT NOT NULL DEFAULT '',
  "year" INTEGER,
  "changed_on" TEXT
) STRICT;

CREATE INDEX "form_draft_table_name" ON "form_draft" ("table_name");

CREATE TABLE "start_password" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  "salt" TEXT NOT NULL DEFAULT '',
  "digest" TEXT NOT NULL DEFAULT '',
  "idle_minutes" INTEGER,
  "set_on" TEXT
) STRICT;

CREATE TABLE "saved_query" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  "table_name" TEXT NOT NULL DEFAULT '',
  "name" TEXT NOT NULL DEFAULT '',
  "conditions" TEXT NOT NULL DEFAULT '',
  "position" INTEGER
) STRICT;
