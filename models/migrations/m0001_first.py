"""The first shape: record tables, history, copies and search."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

STATEMENTS = (
    """
CREATE TABLE "town" (
  id INTEGER PRIMARY KEY AUTOINCREMENT, "name" TEXT NOT NULL DEFAULT '', "union_name" TEXT
  NOT NULL DEFAULT '', "parent_union" TEXT NOT NULL DEFAULT '', "county" TEXT NOT NULL
  DEFAULT '', "city" TEXT NOT NULL DEFAULT '', "doc_prefix" TEXT NOT NULL DEFAULT '', "year"
  INTEGER, "chair" TEXT NOT NULL DEFAULT '', "clerk" TEXT NOT NULL DEFAULT '', "phone" TEXT
  NOT NULL DEFAULT ''
) STRICT
""",
    """
CREATE TABLE "unit" (
  id INTEGER PRIMARY KEY AUTOINCREMENT, "name" TEXT NOT NULL DEFAULT '', "credit_code" TEXT
  NOT NULL DEFAULT '', "registration_no" TEXT NOT NULL DEFAULT '', "carrier_type" TEXT NOT
  NULL DEFAULT '', "unit_nature" TEXT NOT NULL DEFAULT '', "economic_type" TEXT NOT NULL
  DEFAULT '', "registration_type" TEXT NOT NULL DEFAULT '', "industry" TEXT NOT NULL DEFAULT
  '', "industry_division" TEXT NOT NULL DEFAULT '', "nonpublic" TEXT NOT NULL DEFAULT '',
  "operating_status" TEXT NOT NULL DEFAULT '', "founded_on" TEXT, "region" TEXT NOT NULL
  DEFAULT '', "village" TEXT NOT NULL DEFAULT '', "address" TEXT NOT NULL DEFAULT '',
  "registered_address" TEXT NOT NULL DEFAULT '', "postcode" TEXT NOT NULL DEFAULT '',
  "legal_person" TEXT NOT NULL DEFAULT '', "phone" TEXT NOT NULL DEFAULT '', "contact" TEXT
  NOT NULL DEFAULT '', "contact_phone" TEXT NOT NULL DEFAULT '', "email" TEXT NOT NULL
  DEFAULT '', "main_business" TEXT NOT NULL DEFAULT '', "fixed_assets" INTEGER,
  "annual_output" INTEGER, "tax_paid" INTEGER, "party_organisation" TEXT NOT NULL DEFAULT
  '', "no_union_reason" TEXT NOT NULL DEFAULT '', "planned_union_on" TEXT, "remark" TEXT NOT
  NULL DEFAULT ''
) STRICT
""",
    """
CREATE TABLE "unit_year" (
  id INTEGER PRIMARY KEY AUTOINCREMENT, "unit" INTEGER REFERENCES "unit" (id) ON DELETE
  RESTRICT, "as_of" TEXT, "workers_total" INTEGER, "workers_female" INTEGER,
  "workers_migrant" INTEGER, "above_scale" INTEGER NOT NULL DEFAULT 0, "source" TEXT NOT
  NULL DEFAULT ''
) STRICT
""",
    """
CREATE INDEX "unit_year_unit" ON "unit_year" ("unit")
""",
    """
CREATE TABLE "unit_alias" (
  id INTEGER PRIMARY KEY AUTOINCREMENT, "alias" TEXT NOT NULL DEFAULT '', "unit" INTEGER
  REFERENCES "unit" (id) ON DELETE RESTRICT
) STRICT
""",
    """
CREATE INDEX "unit_alias_unit" ON "unit_alias" ("unit")
""",
    """
CREATE TABLE "maint_batch" (
  id INTEGER PRIMARY KEY AUTOINCREMENT, "title" TEXT NOT NULL DEFAULT '', "year" INTEGER,
  "source" TEXT NOT NULL DEFAULT '', "issued_on" TEXT, "due_on" TEXT, "closed_on" TEXT
) STRICT
""",
    """
CREATE TABLE "maint_item" (
  id INTEGER PRIMARY KEY AUTOINCREMENT, "batch" INTEGER REFERENCES "maint_batch" (id) ON
  DELETE RESTRICT, "preset_no" TEXT NOT NULL DEFAULT '', "preset_name" TEXT NOT NULL DEFAULT
  '', "preset_workers" INTEGER, "is_preset" INTEGER NOT NULL DEFAULT 0, "unit" INTEGER
  REFERENCES "unit" (id) ON DELETE RESTRICT, "result" TEXT NOT NULL DEFAULT '', "done_on"
  TEXT, "done_by" TEXT NOT NULL DEFAULT '', "changes" TEXT NOT NULL DEFAULT '',
  "uploaded_on" TEXT
) STRICT
""",
    """
CREATE INDEX "maint_item_batch" ON "maint_item" ("batch")
""",
    """
CREATE INDEX "maint_item_unit" ON "maint_item" ("unit")
""",
    """
CREATE TABLE "union_org" (
  id INTEGER PRIMARY KEY AUTOINCREMENT, "name" TEXT NOT NULL DEFAULT '', "org_type" TEXT NOT
  NULL DEFAULT '', "org_form" TEXT NOT NULL DEFAULT '', "carrier_type" TEXT NOT NULL DEFAULT
  '', "level" TEXT NOT NULL DEFAULT '', "credit_code" TEXT NOT NULL DEFAULT '', "stat_code"
  TEXT NOT NULL DEFAULT '', "parent_name" TEXT NOT NULL DEFAULT '', "unit" INTEGER
  REFERENCES "unit" (id) ON DELETE RESTRICT, "unit_name" TEXT NOT NULL DEFAULT '',
  "build_mode" TEXT NOT NULL DEFAULT '', "prepared_on" TEXT, "reply_no" TEXT NOT NULL
  DEFAULT '', "founded_on" TEXT, "chair" TEXT NOT NULL DEFAULT '', "phone" TEXT NOT NULL
  DEFAULT '', "email" TEXT NOT NULL DEFAULT '', "workers_total" INTEGER, "workers_female"
  INTEGER, "workers_migrant" INTEGER, "members_total" INTEGER, "members_female" INTEGER,
  "staff_fulltime" INTEGER, "staff_parttime" INTEGER, "has_audit" INTEGER NOT NULL DEFAULT
  0, "has_women" INTEGER NOT NULL DEFAULT 0, "has_congress" INTEGER NOT NULL DEFAULT 0,
  "has_supervision" INTEGER NOT NULL DEFAULT 0, "has_seal" INTEGER NOT NULL DEFAULT 0,
  "has_bank" INTEGER NOT NULL DEFAULT 0, "bank_account" TEXT NOT NULL DEFAULT '', "status"
  TEXT NOT NULL DEFAULT '', "ended_on" TEXT, "end_reason" TEXT NOT NULL DEFAULT '', "remark"
  TEXT NOT NULL DEFAULT ''
) STRICT
""",
    """
CREATE INDEX "union_org_unit" ON "union_org" ("unit")
""",
    """
CREATE TABLE "union_unit" (
  id INTEGER PRIMARY KEY AUTOINCREMENT, "union" INTEGER REFERENCES "union_org" (id) ON
  DELETE RESTRICT, "unit" INTEGER REFERENCES "unit" (id) ON DELETE RESTRICT, "unit_name"
  TEXT NOT NULL DEFAULT '', "workers_total" INTEGER, "members_total" INTEGER, "contact" TEXT
  NOT NULL DEFAULT '', "phone" TEXT NOT NULL DEFAULT '', "joined_on" TEXT, "left_on" TEXT
) STRICT
""",
    """
CREATE INDEX "union_unit_union" ON "union_unit" ("union")
""",
    """
CREATE INDEX "union_unit_unit" ON "union_unit" ("unit")
""",
    """
CREATE TABLE "union_term" (
  id INTEGER PRIMARY KEY AUTOINCREMENT, "union" INTEGER REFERENCES "union_org" (id) ON
  DELETE RESTRICT, "session_no" INTEGER, "elected_on" TEXT, "years" TEXT NOT NULL DEFAULT
  '', "expires_on" TEXT, "extended_to" TEXT, "meeting_type" TEXT NOT NULL DEFAULT '',
  "members_total" INTEGER, "delegates_total" INTEGER, "reply_no" TEXT NOT NULL DEFAULT '',
  "reply_on" TEXT
) STRICT
""",
    """
CREATE INDEX "union_term_union" ON "union_term" ("union")
""",
    """
CREATE TABLE "issue_item" (
  id INTEGER PRIMARY KEY AUTOINCREMENT, "union" INTEGER REFERENCES "union_org" (id) ON
  DELETE RESTRICT, "union_name" TEXT NOT NULL DEFAULT '', "item" TEXT NOT NULL DEFAULT '',
  "quantity" INTEGER, "made_on" TEXT, "issued_on" TEXT, "received_by" TEXT NOT NULL DEFAULT
  '', "cost" INTEGER, "returned_on" TEXT, "remark" TEXT NOT NULL DEFAULT ''
) STRICT
""",
    """
CREATE INDEX "issue_item_union" ON "issue_item" ("union")
""",
    """
CREATE TABLE "cb_campaign" (
  id INTEGER PRIMARY KEY AUTOINCREMENT, "title" TEXT NOT NULL DEFAULT '', "year" INTEGER,
  "scope" TEXT NOT NULL DEFAULT '', "leader_name" TEXT NOT NULL DEFAULT '', "leader_post"
  TEXT NOT NULL DEFAULT '', "plan_title" TEXT NOT NULL DEFAULT '', "plan_no" TEXT NOT NULL
  DEFAULT '', "started_on" TEXT, "ended_on" TEXT, "base_date" TEXT, "denominator_basis" TEXT
  NOT NULL DEFAULT '', "denominator_manual" INTEGER, "denominator_note" TEXT NOT NULL
  DEFAULT '', "target_units" INTEGER, "target_share" INTEGER, "remark" TEXT NOT NULL DEFAULT
  ''
) STRICT
""",
    """
CREATE TABLE "cb_member" (
  id INTEGER PRIMARY KEY AUTOINCREMENT, "campaign" INTEGER REFERENCES "cb_campaign" (id) ON
  DELETE RESTRICT, "role" TEXT NOT NULL DEFAULT '', "name" TEXT NOT NULL DEFAULT '', "post"
  TEXT NOT NULL DEFAULT ''
) STRICT
""",
    """
CREATE INDEX "cb_member_campaign" ON "cb_member" ("campaign")
""",
    """
CREATE TABLE "cb_step" (
  id INTEGER PRIMARY KEY AUTOINCREMENT, "campaign" INTEGER REFERENCES "cb_campaign" (id) ON
  DELETE RESTRICT, "step" TEXT NOT NULL DEFAULT '', "acted_on" TEXT, "content" TEXT NOT NULL
  DEFAULT '', "unit_count" INTEGER, "headcount" INTEGER, "output" TEXT NOT NULL DEFAULT ''
) STRICT
""",
    """
CREATE INDEX "cb_step_campaign" ON "cb_step" ("campaign")
""",
    """
CREATE TABLE "cb_contract" (
  id INTEGER PRIMARY KEY AUTOINCREMENT, "unit" INTEGER REFERENCES "unit" (id) ON DELETE
  RESTRICT, "unit_name" TEXT NOT NULL DEFAULT '', "kind" TEXT NOT NULL DEFAULT '', "scope"
  TEXT NOT NULL DEFAULT '', "contract_no" TEXT NOT NULL DEFAULT '', "title" TEXT NOT NULL
  DEFAULT '', "signed_on" TEXT, "valid_from" TEXT, "valid_to" TEXT, "workers_covered"
  INTEGER, "chief_workers" TEXT NOT NULL DEFAULT '', "chief_employer" TEXT NOT NULL DEFAULT
  '', "copies" INTEGER, "filed_on" TEXT, "filed_by" TEXT NOT NULL DEFAULT '', "accept_no"
  TEXT NOT NULL DEFAULT '', "received_on" TEXT, "review_result" TEXT NOT NULL DEFAULT '',
  "review_no" TEXT NOT NULL DEFAULT '', "review_on" TEXT, "effective_on" TEXT,
  "published_on" TEXT, "publication_way" TEXT NOT NULL DEFAULT '', "union_filed_on" TEXT,
  "min_wage" INTEGER, "wage_before" INTEGER, "wage_after" INTEGER, "performance" TEXT NOT
  NULL DEFAULT '', "previous" INTEGER REFERENCES "cb_contract" (id) ON DELETE RESTRICT,
  "ended_on" TEXT, "end_reason" TEXT NOT NULL DEFAULT '', "remark" TEXT NOT NULL DEFAULT ''
) STRICT
""",
    """
CREATE INDEX "cb_contract_unit" ON "cb_contract" ("unit")
""",
    """
CREATE INDEX "cb_contract_previous" ON "cb_contract" ("previous")
""",
    """
CREATE TABLE "cb_cover" (
  id INTEGER PRIMARY KEY AUTOINCREMENT, "unit" INTEGER REFERENCES "unit" (id) ON DELETE
  RESTRICT, "unit_name" TEXT NOT NULL DEFAULT '', "credit_code" TEXT NOT NULL DEFAULT '',
  "year" INTEGER, "contract_title" TEXT NOT NULL DEFAULT '', "base_date" TEXT,
  "workers_total" INTEGER, "workers_covered" INTEGER, "workers_female" INTEGER, "chair" TEXT
  NOT NULL DEFAULT '', "sealed_on" TEXT, "worker_delegate" TEXT NOT NULL DEFAULT '',
  "own_contract" INTEGER NOT NULL DEFAULT 0, "left_on" TEXT, "remark" TEXT NOT NULL DEFAULT
  ''
) STRICT
""",
    """
CREATE INDEX "cb_cover_unit" ON "cb_cover" ("unit")
""",
    """
CREATE TABLE "dm_year" (
  id INTEGER PRIMARY KEY AUTOINCREMENT, "unit" INTEGER REFERENCES "unit" (id) ON DELETE
  RESTRICT, "unit_name" TEXT NOT NULL DEFAULT '', "year" INTEGER, "is_above_scale" INTEGER
  NOT NULL DEFAULT 0, "congress_kind" TEXT NOT NULL DEFAULT '', "congress_term" TEXT NOT
  NULL DEFAULT '', "has_disclosure" INTEGER NOT NULL DEFAULT 0, "disclosure_leader" TEXT NOT
  NULL DEFAULT '', "disclosure_department" TEXT NOT NULL DEFAULT '', "has_column" INTEGER
  NOT NULL DEFAULT 0, "column_place" TEXT NOT NULL DEFAULT '', "has_contract" INTEGER NOT
  NULL DEFAULT 0, "wage_negotiation" INTEGER NOT NULL DEFAULT 0, "has_director" INTEGER NOT
  NULL DEFAULT 0, "has_supervisor" INTEGER NOT NULL DEFAULT 0, "has_mediation" INTEGER NOT
  NULL DEFAULT 0, "has_safety_delegate" INTEGER NOT NULL DEFAULT 0, "score" INTEGER, "level"
  TEXT NOT NULL DEFAULT '', "remark" TEXT NOT NULL DEFAULT ''
) STRICT
""",
    """
CREATE INDEX "dm_year_unit" ON "dm_year" ("unit")
""",
    """
CREATE TABLE "task_target" (
  id INTEGER PRIMARY KEY AUTOINCREMENT, "indicator" TEXT NOT NULL DEFAULT '', "year"
  INTEGER, "target" INTEGER, "unit_label" TEXT NOT NULL DEFAULT '', "figure" TEXT NOT NULL
  DEFAULT '', "issued_by" TEXT NOT NULL DEFAULT '', "doc_no" TEXT NOT NULL DEFAULT '',
  "issued_on" TEXT, "due_on" TEXT, "weight" INTEGER, "remark" TEXT NOT NULL DEFAULT ''
) STRICT
""",
    """
CREATE TABLE "document" (
  id INTEGER PRIMARY KEY AUTOINCREMENT, "doc_no" TEXT NOT NULL DEFAULT '', "issued_on" TEXT,
  "kind" TEXT NOT NULL DEFAULT '', "title" TEXT NOT NULL DEFAULT '', "recipients" TEXT NOT
  NULL DEFAULT '', "copy_to" TEXT NOT NULL DEFAULT '', "matter" TEXT NOT NULL DEFAULT '',
  "union" INTEGER REFERENCES "union_org" (id) ON DELETE RESTRICT, "signed_by" TEXT NOT NULL
  DEFAULT '', "drafted_by" TEXT NOT NULL DEFAULT '', "copies" INTEGER, "box" TEXT NOT NULL
  DEFAULT '', "remark" TEXT NOT NULL DEFAULT ''
) STRICT
""",
    """
CREATE INDEX "document_union" ON "document" ("union")
""",
    """
CREATE TABLE "certificate" (
  id INTEGER PRIMARY KEY AUTOINCREMENT, "number" TEXT NOT NULL DEFAULT '', "kind" TEXT NOT
  NULL DEFAULT '', "holder_kind" TEXT NOT NULL DEFAULT '', "holder" TEXT NOT NULL DEFAULT
  '', "unit" INTEGER REFERENCES "unit" (id) ON DELETE RESTRICT, "unit_name" TEXT NOT NULL
  DEFAULT '', "honour" TEXT NOT NULL DEFAULT '', "reason" TEXT NOT NULL DEFAULT '',
  "awarded_on" TEXT, "issuer" TEXT NOT NULL DEFAULT '', "doc_no" TEXT NOT NULL DEFAULT '',
  "remark" TEXT NOT NULL DEFAULT ''
) STRICT
""",
    """
CREATE INDEX "certificate_unit" ON "certificate" ("unit")
""",
    """
CREATE TABLE "summary_text" (
  id INTEGER PRIMARY KEY AUTOINCREMENT, "year" INTEGER, "section" TEXT NOT NULL DEFAULT '',
  "words" TEXT NOT NULL DEFAULT ''
) STRICT
""",
    """
CREATE TABLE "operation" (
  id INTEGER PRIMARY KEY AUTOINCREMENT, label TEXT NOT NULL, made_at TEXT NOT NULL, kind
  TEXT NOT NULL, reverses INTEGER REFERENCES "operation" (id), reversed_by INTEGER
  REFERENCES "operation" (id), images_sha256 TEXT
) STRICT
""",
    """
CREATE INDEX "operation_open" ON "operation" (id) WHERE images_sha256 IS NULL
""",
    """
CREATE INDEX "operation_kind" ON "operation" (kind, reversed_by)
""",
    """
CREATE TABLE "image" (
  id INTEGER PRIMARY KEY AUTOINCREMENT, operation INTEGER NOT NULL REFERENCES "operation"
  (id), table_name TEXT NOT NULL, row_id INTEGER NOT NULL, before TEXT, after TEXT
) STRICT
""",
    """
CREATE INDEX "image_operation" ON "image" (operation)
""",
    """
CREATE INDEX "image_row" ON "image" (table_name, row_id)
""",
    """
CREATE TRIGGER "keep_image_update" BEFORE UPDATE ON "image"
BEGIN SELECT RAISE(ABORT, 'history is append-only'); END
""",
    """
CREATE TRIGGER "keep_image_delete" BEFORE DELETE ON "image"
BEGIN SELECT RAISE(ABORT, 'history is append-only'); END
""",
    """
CREATE TRIGGER "keep_operation_update" BEFORE UPDATE OF id, label, made_at, kind, reverses ON "operation"
BEGIN SELECT RAISE(ABORT, 'history is append-only'); END
""",
    """
CREATE TRIGGER "keep_operation_sealed" BEFORE UPDATE OF images_sha256, reversed_by ON "operation"
WHEN (OLD.images_sha256 IS NOT NULL AND NEW.images_sha256 IS NOT OLD.images_sha256)
  OR (OLD.reversed_by IS NOT NULL AND NEW.reversed_by IS NOT OLD.reversed_by)
BEGIN SELECT RAISE(ABORT, 'history is append-only'); END
""",
    """
CREATE TRIGGER "keep_operation_delete" BEFORE DELETE ON "operation"
BEGIN SELECT RAISE(ABORT, 'history is append-only'); END
""",
    """
CREATE TABLE "copy_log" (
  id INTEGER PRIMARY KEY, made_at TEXT NOT NULL, kind TEXT NOT NULL, place TEXT NOT NULL,
  file_name TEXT NOT NULL, sha256 TEXT NOT NULL, operation INTEGER NOT NULL, counts TEXT NOT
  NULL
) STRICT
""",
    """
CREATE TABLE "search_entry" (
  table_name TEXT NOT NULL, row_id INTEGER NOT NULL, words TEXT NOT NULL, pinyin TEXT NOT
  NULL, initials TEXT NOT NULL, PRIMARY KEY (table_name, row_id)
) STRICT, WITHOUT ROWID
""",
)


def apply(database: "Database") -> None:
    """Make the tables of version 1."""
    for statement in STATEMENTS:
        database.execute(statement.strip())
