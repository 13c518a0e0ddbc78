ALTER TABLE "town" ADD COLUMN "rule_region" TEXT NOT NULL DEFAULT '';

CREATE TABLE "local_rule" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  "rule" TEXT NOT NULL DEFAULT '',
  "value" TEXT NOT NULL DEFAULT '',
  "valid_from" TEXT,
  "document" TEXT NOT NULL DEFAULT '',
  "remark" TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE "workday_change" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  "day" TEXT,
  "is_workday" INTEGER NOT NULL DEFAULT 0,
  "reason" TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE "member" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  "name" TEXT NOT NULL DEFAULT '',
  "sex" TEXT NOT NULL DEFAULT '',
  "birth" TEXT,
  "nation" TEXT NOT NULL DEFAULT '',
  "work_status" TEXT NOT NULL DEFAULT '',
  "id_type" TEXT NOT NULL DEFAULT '',
  "id_no" TEXT NOT NULL DEFAULT '',
  "education" TEXT NOT NULL DEFAULT '',
  "tech_level" TEXT NOT NULL DEFAULT '',
  "mobile" TEXT NOT NULL DEFAULT '',
  "household" TEXT NOT NULL DEFAULT '',
  "domicile" TEXT NOT NULL DEFAULT '',
  "politics" TEXT NOT NULL DEFAULT '',
  "unit" INTEGER REFERENCES "unit" (id) ON DELETE RESTRICT,
  "unit_name" TEXT NOT NULL DEFAULT '',
  "native_place" TEXT NOT NULL DEFAULT '',
  "is_migrant" TEXT NOT NULL DEFAULT '',
  "union" INTEGER REFERENCES "union_org" (id) ON DELETE RESTRICT,
  "union_name" TEXT NOT NULL DEFAULT '',
  "card_no" TEXT NOT NULL DEFAULT '',
  "joined_on" TEXT,
  "join_mode" TEXT NOT NULL DEFAULT '',
  "applied_on" TEXT,
  "is_dispatch" INTEGER NOT NULL DEFAULT 0,
  "new_group" TEXT NOT NULL DEFAULT '',
  "verified" INTEGER NOT NULL DEFAULT 0,
  "job" TEXT NOT NULL DEFAULT '',
  "post_title" TEXT NOT NULL DEFAULT '',
  "professional_title" TEXT NOT NULL DEFAULT '',
  "dues_paid_to" TEXT,
  "status" TEXT NOT NULL DEFAULT '',
  "status_on" TEXT,
  "remark" TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX "member_unit" ON "member" ("unit");

CREATE INDEX "member_union" ON "member" ("union");

CREATE TABLE "member_change" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  "member" INTEGER REFERENCES "member" (id) ON DELETE RESTRICT,
  "kind" TEXT NOT NULL DEFAULT '',
  "changed_on" TEXT,
  "reason" TEXT NOT NULL DEFAULT '',
  "other_union" TEXT NOT NULL DEFAULT '',
  "document" TEXT NOT NULL DEFAULT '',
  "remark" TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX "member_change_member" ON "member_change" ("member");

CREATE TABLE "member_transfer" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  "slip_no" TEXT NOT NULL DEFAULT '',
  "person" INTEGER REFERENCES "member" (id) ON DELETE RESTRICT,
  "person_name" TEXT NOT NULL DEFAULT '',
  "id_no" TEXT NOT NULL DEFAULT '',
  "mobile" TEXT NOT NULL DEFAULT '',
  "kind" TEXT NOT NULL DEFAULT '',
  "from_unit" TEXT NOT NULL DEFAULT '',
  "from_name" TEXT NOT NULL DEFAULT '',
  "from_area" TEXT NOT NULL DEFAULT '',
  "to_unit" TEXT NOT NULL DEFAULT '',
  "to_name" TEXT NOT NULL DEFAULT '',
  "to_area" TEXT NOT NULL DEFAULT '',
  "job" TEXT NOT NULL DEFAULT '',
  "dues_paid_to" TEXT,
  "applied_on" TEXT,
  "signed_on" TEXT,
  "sent_on" TEXT,
  "received_on" TEXT,
  "status" TEXT NOT NULL DEFAULT '',
  "reason" TEXT NOT NULL DEFAULT '',
  "handled_by" TEXT NOT NULL DEFAULT '',
  "remark" TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX "member_transfer_person" ON "member_transfer" ("person");

CREATE TABLE "app_case" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  "union" INTEGER REFERENCES "union_org" (id) ON DELETE RESTRICT,
  "union_name" TEXT NOT NULL DEFAULT '',
  "kind" TEXT NOT NULL DEFAULT '',
  "title" TEXT NOT NULL DEFAULT '',
  "request_no" TEXT NOT NULL DEFAULT '',
  "request_on" TEXT,
  "received_on" TEXT,
  "handled_by" TEXT NOT NULL DEFAULT '',
  "handling_opinion" TEXT NOT NULL DEFAULT '',
  "reviewed_by" TEXT NOT NULL DEFAULT '',
  "review_opinion" TEXT NOT NULL DEFAULT '',
  "approved_by" TEXT NOT NULL DEFAULT '',
  "approval_opinion" TEXT NOT NULL DEFAULT '',
  "reply_no" TEXT NOT NULL DEFAULT '',
  "reply_on" TEXT,
  "extended_to" TEXT,
  "status" TEXT NOT NULL DEFAULT '',
  "remark" TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX "app_case_union" ON "app_case" ("union");

CREATE TABLE "election" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  "union" INTEGER REFERENCES "union_org" (id) ON DELETE RESTRICT,
  "union_name" TEXT NOT NULL DEFAULT '',
  "term" INTEGER REFERENCES "union_term" (id) ON DELETE RESTRICT,
  "committee" TEXT NOT NULL DEFAULT '',
  "held_on" TEXT,
  "title" TEXT NOT NULL DEFAULT '',
  "place" TEXT NOT NULL DEFAULT '',
  "meeting_type" TEXT NOT NULL DEFAULT '',
  "published_from" TEXT,
  "published_to" TEXT,
  "entitled" INTEGER,
  "present" INTEGER,
  "issued" INTEGER,
  "returned" INTEGER,
  "valid" INTEGER,
  "invalid" INTEGER,
  "seats" INTEGER,
  "status" TEXT NOT NULL DEFAULT '',
  "remark" TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX "election_union" ON "election" ("union");

CREATE INDEX "election_term" ON "election" ("term");

CREATE TABLE "candidate" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  "election" INTEGER REFERENCES "election" (id) ON DELETE RESTRICT,
  "number" INTEGER,
  "person" INTEGER REFERENCES "member" (id) ON DELETE RESTRICT,
  "person_name" TEXT NOT NULL DEFAULT '',
  "kind" TEXT NOT NULL DEFAULT '',
  "sex" TEXT NOT NULL DEFAULT '',
  "birth" TEXT,
  "politics" TEXT NOT NULL DEFAULT '',
  "post_title" TEXT NOT NULL DEFAULT '',
  "yes" INTEGER,
  "no" INTEGER,
  "abstain" INTEGER,
  "result" TEXT NOT NULL DEFAULT '',
  "remark" TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX "candidate_election" ON "candidate" ("election");

CREATE INDEX "candidate_person" ON "candidate" ("person");

CREATE TABLE "post" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  "union" INTEGER REFERENCES "union_org" (id) ON DELETE RESTRICT,
  "union_name" TEXT NOT NULL DEFAULT '',
  "term" INTEGER REFERENCES "union_term" (id) ON DELETE RESTRICT,
  "position" TEXT NOT NULL DEFAULT '',
  "committee" TEXT NOT NULL DEFAULT '',
  "person" INTEGER REFERENCES "member" (id) ON DELETE RESTRICT,
  "person_name" TEXT NOT NULL DEFAULT '',
  "sex" TEXT NOT NULL DEFAULT '',
  "birth" TEXT,
  "id_no" TEXT NOT NULL DEFAULT '',
  "nation" TEXT NOT NULL DEFAULT '',
  "politics" TEXT NOT NULL DEFAULT '',
  "education" TEXT NOT NULL DEFAULT '',
  "title_in_unit" TEXT NOT NULL DEFAULT '',
  "fulltime" TEXT NOT NULL DEFAULT '',
  "phone" TEXT NOT NULL DEFAULT '',
  "from_on" TEXT,
  "to_on" TEXT,
  "votes" INTEGER,
  "trained_in" INTEGER,
  "remark" TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX "post_union" ON "post" ("union");

CREATE INDEX "post_term" ON "post" ("term");

CREATE INDEX "post_person" ON "post" ("person");

CREATE TABLE "legal_cert" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  "union" INTEGER REFERENCES "union_org" (id) ON DELETE RESTRICT,
  "union_name" TEXT NOT NULL DEFAULT '',
  "credit_code" TEXT NOT NULL DEFAULT '',
  "cert_no" TEXT NOT NULL DEFAULT '',
  "legal_person" TEXT NOT NULL DEFAULT '',
  "issued_on" TEXT,
  "valid_from" TEXT,
  "valid_to" TEXT,
  "authority" TEXT NOT NULL DEFAULT '',
  "status" TEXT NOT NULL DEFAULT '',
  "remark" TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX "legal_cert_union" ON "legal_cert" ("union");

CREATE TABLE "cb_nego" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  "title" TEXT NOT NULL DEFAULT '',
  "year" INTEGER,
  "campaign" INTEGER REFERENCES "cb_campaign" (id) ON DELETE RESTRICT,
  "scope" TEXT NOT NULL DEFAULT '',
  "unit" INTEGER REFERENCES "unit" (id) ON DELETE RESTRICT,
  "unit_name" TEXT NOT NULL DEFAULT '',
  "union" INTEGER REFERENCES "union_org" (id) ON DELETE RESTRICT,
  "union_name" TEXT NOT NULL DEFAULT '',
  "is_guided" INTEGER NOT NULL DEFAULT 0,
  "employer_party" TEXT NOT NULL DEFAULT '',
  "offer_side" TEXT NOT NULL DEFAULT '',
  "offer_no" TEXT NOT NULL DEFAULT '',
  "offer_on" TEXT,
  "received_on" TEXT,
  "replied_on" TEXT,
  "reply_result" TEXT NOT NULL DEFAULT '',
  "data_given_on" TEXT,
  "reported_on" TEXT,
  "started_on" TEXT,
  "ended_on" TEXT,
  "suspended_on" TEXT,
  "resumed_on" TEXT,
  "suspend_reason" TEXT NOT NULL DEFAULT '',
  "drafted_on" TEXT,
  "result" TEXT NOT NULL DEFAULT '',
  "status" TEXT NOT NULL DEFAULT '',
  "remark" TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX "cb_nego_campaign" ON "cb_nego" ("campaign");

CREATE INDEX "cb_nego_unit" ON "cb_nego" ("unit");

CREATE INDEX "cb_nego_union" ON "cb_nego" ("union");

ALTER TABLE "cb_contract" ADD COLUMN "negotiation" INTEGER REFERENCES "cb_nego" (id) ON DELETE RESTRICT;

CREATE INDEX "cb_contract_negotiation" ON "cb_contract" ("negotiation");

CREATE TABLE "cb_rep" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  "negotiation" INTEGER REFERENCES "cb_nego" (id) ON DELETE RESTRICT,
  "side" TEXT NOT NULL DEFAULT '',
  "person" INTEGER REFERENCES "member" (id) ON DELETE RESTRICT,
  "person_name" TEXT NOT NULL DEFAULT '',
  "sex" TEXT NOT NULL DEFAULT '',
  "id_number" TEXT NOT NULL DEFAULT '',
  "unit" INTEGER REFERENCES "unit" (id) ON DELETE RESTRICT,
  "unit_name" TEXT NOT NULL DEFAULT '',
  "post" TEXT NOT NULL DEFAULT '',
  "is_chief" INTEGER NOT NULL DEFAULT 0,
  "is_frontline" INTEGER NOT NULL DEFAULT 0,
  "is_external" INTEGER NOT NULL DEFAULT 0,
  "is_officer" INTEGER NOT NULL DEFAULT 0,
  "is_management" INTEGER NOT NULL DEFAULT 0,
  "elected_how" TEXT NOT NULL DEFAULT '',
  "elected_on" TEXT,
  "vote_agree" INTEGER,
  "vote_total" INTEGER,
  "published_on" TEXT,
  "proxy_no" TEXT NOT NULL DEFAULT '',
  "term_to" TEXT,
  "left_on" TEXT,
  "phone" TEXT NOT NULL DEFAULT '',
  "remark" TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX "cb_rep_negotiation" ON "cb_rep" ("negotiation");

CREATE INDEX "cb_rep_person" ON "cb_rep" ("person");

CREATE INDEX "cb_rep_unit" ON "cb_rep" ("unit");

CREATE TABLE "cb_topic" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  "negotiation" INTEGER REFERENCES "cb_nego" (id) ON DELETE RESTRICT,
  "kind" TEXT NOT NULL DEFAULT '',
  "demand" TEXT NOT NULL DEFAULT '',
  "counter" TEXT NOT NULL DEFAULT '',
  "agreed" TEXT NOT NULL DEFAULT '',
  "value_before" INTEGER,
  "value_after" INTEGER,
  "unit_label" TEXT NOT NULL DEFAULT '',
  "support_count" INTEGER,
  "source" TEXT NOT NULL DEFAULT '',
  "remark" TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX "cb_topic_negotiation" ON "cb_topic" ("negotiation");

CREATE TABLE "cb_survey" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  "negotiation" INTEGER REFERENCES "cb_nego" (id) ON DELETE RESTRICT,
  "campaign" INTEGER REFERENCES "cb_campaign" (id) ON DELETE RESTRICT,
  "unit" INTEGER REFERENCES "unit" (id) ON DELETE RESTRICT,
  "unit_name" TEXT NOT NULL DEFAULT '',
  "method" TEXT NOT NULL DEFAULT '',
  "held_on" TEXT,
  "issued" INTEGER,
  "returned" INTEGER,
  "valid" INTEGER,
  "headcount" INTEGER,
  "headcount_basis" TEXT NOT NULL DEFAULT '',
  "top_items" TEXT NOT NULL DEFAULT '',
  "remark" TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX "cb_survey_negotiation" ON "cb_survey" ("negotiation");

CREATE INDEX "cb_survey_campaign" ON "cb_survey" ("campaign");

CREATE INDEX "cb_survey_unit" ON "cb_survey" ("unit");

CREATE TABLE "cb_meeting" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  "negotiation" INTEGER REFERENCES "cb_nego" (id) ON DELETE RESTRICT,
  "sequence" INTEGER,
  "held_on" TEXT,
  "held_at" TEXT NOT NULL DEFAULT '',
  "place" TEXT NOT NULL DEFAULT '',
  "host_side" TEXT NOT NULL DEFAULT '',
  "host_name" TEXT NOT NULL DEFAULT '',
  "recorder" TEXT NOT NULL DEFAULT '',
  "attended_workers" INTEGER,
  "attended_employer" INTEGER,
  "absent" TEXT NOT NULL DEFAULT '',
  "agenda" TEXT NOT NULL DEFAULT '',
  "employer_said" TEXT NOT NULL DEFAULT '',
  "workers_said" TEXT NOT NULL DEFAULT '',
  "consensus" TEXT NOT NULL DEFAULT '',
  "dissent" TEXT NOT NULL DEFAULT '',
  "next_on" TEXT,
  "signed_all" INTEGER NOT NULL DEFAULT 0,
  "remark" TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX "cb_meeting_negotiation" ON "cb_meeting" ("negotiation");

CREATE TABLE "cb_vote" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  "negotiation" INTEGER REFERENCES "cb_nego" (id) ON DELETE RESTRICT,
  "body" TEXT NOT NULL DEFAULT '',
  "unit" INTEGER REFERENCES "unit" (id) ON DELETE RESTRICT,
  "unit_name" TEXT NOT NULL DEFAULT '',
  "held_on" TEXT,
  "should_attend" INTEGER,
  "present" INTEGER,
  "agree" INTEGER,
  "oppose" INTEGER,
  "abstain" INTEGER,
  "resolution_no" TEXT NOT NULL DEFAULT '',
  "remark" TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX "cb_vote_negotiation" ON "cb_vote" ("negotiation");

CREATE INDEX "cb_vote_unit" ON "cb_vote" ("unit");

CREATE TABLE "cb_check" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  "contract" INTEGER REFERENCES "cb_contract" (id) ON DELETE RESTRICT,
  "unit" INTEGER REFERENCES "unit" (id) ON DELETE RESTRICT,
  "unit_name" TEXT NOT NULL DEFAULT '',
  "checked_on" TEXT,
  "checkers" TEXT NOT NULL DEFAULT '',
  "method" TEXT NOT NULL DEFAULT '',
  "minimum_wage" TEXT NOT NULL DEFAULT '',
  "paid_monthly" TEXT NOT NULL DEFAULT '',
  "raise_kept" TEXT NOT NULL DEFAULT '',
  "overtime_paid" TEXT NOT NULL DEFAULT '',
  "insured" TEXT NOT NULL DEFAULT '',
  "quota_kept" TEXT NOT NULL DEFAULT '',
  "women_protected" TEXT NOT NULL DEFAULT '',
  "problems" TEXT NOT NULL DEFAULT '',
  "rectify_by" TEXT,
  "rectified_on" TEXT,
  "result" TEXT NOT NULL DEFAULT '',
  "remark" TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX "cb_check_contract" ON "cb_check" ("contract");

CREATE INDEX "cb_check_unit" ON "cb_check" ("unit");

CREATE TABLE "cb_guide" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  "person" INTEGER REFERENCES "member" (id) ON DELETE RESTRICT,
  "person_name" TEXT NOT NULL DEFAULT '',
  "kind" TEXT NOT NULL DEFAULT '',
  "unit" INTEGER REFERENCES "unit" (id) ON DELETE RESTRICT,
  "unit_name" TEXT NOT NULL DEFAULT '',
  "post" TEXT NOT NULL DEFAULT '',
  "cert_no" TEXT NOT NULL DEFAULT '',
  "phone" TEXT NOT NULL DEFAULT '',
  "from_on" TEXT,
  "to_on" TEXT,
  "remark" TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX "cb_guide_person" ON "cb_guide" ("person");

CREATE INDEX "cb_guide_unit" ON "cb_guide" ("unit");

CREATE TABLE "cb_guided_unit" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  "guide" INTEGER REFERENCES "cb_guide" (id) ON DELETE RESTRICT,
  "unit" INTEGER REFERENCES "unit" (id) ON DELETE RESTRICT,
  "unit_name" TEXT NOT NULL DEFAULT '',
  "since" TEXT,
  "plan" TEXT NOT NULL DEFAULT '',
  "remark" TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX "cb_guided_unit_guide" ON "cb_guided_unit" ("guide");

CREATE INDEX "cb_guided_unit_unit" ON "cb_guided_unit" ("unit");

CREATE TABLE "dm_congress" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  "title" TEXT NOT NULL DEFAULT '',
  "unit" INTEGER REFERENCES "unit" (id) ON DELETE RESTRICT,
  "unit_name" TEXT NOT NULL DEFAULT '',
  "region" TEXT NOT NULL DEFAULT '',
  "session" TEXT NOT NULL DEFAULT '',
  "term_from" TEXT,
  "term_to" TEXT,
  "held_on" TEXT,
  "should_attend" INTEGER,
  "attended" INTEGER,
  "frontline" INTEGER,
  "women" INTEGER,
  "managers" INTEGER,
  "material_on" TEXT,
  "agenda" TEXT NOT NULL DEFAULT '',
  "resolutions" TEXT NOT NULL DEFAULT '',
  "is_secret" INTEGER NOT NULL DEFAULT 0,
  "satisfied" INTEGER,
  "fairly_satisfied" INTEGER,
  "dissatisfied" INTEGER,
  "reported_on" TEXT,
  "has_minutes" INTEGER NOT NULL DEFAULT 0,
  "remark" TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX "dm_congress_unit" ON "dm_congress" ("unit");

CREATE TABLE "dm_vote" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  "congress" INTEGER REFERENCES "dm_congress" (id) ON DELETE RESTRICT,
  "matter" TEXT NOT NULL DEFAULT '',
  "agreed" INTEGER,
  "opposed" INTEGER,
  "abstained" INTEGER,
  "remark" TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX "dm_vote_congress" ON "dm_vote" ("congress");

CREATE TABLE "dm_proposal" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  "congress" INTEGER REFERENCES "dm_congress" (id) ON DELETE RESTRICT,
  "proposal_no" TEXT NOT NULL DEFAULT '',
  "proposed_on" TEXT,
  "person" INTEGER REFERENCES "member" (id) ON DELETE RESTRICT,
  "person_name" TEXT NOT NULL DEFAULT '',
  "seconders" TEXT NOT NULL DEFAULT '',
  "title" TEXT NOT NULL DEFAULT '',
  "reason" TEXT NOT NULL DEFAULT '',
  "suggestion" TEXT NOT NULL DEFAULT '',
  "verdict" TEXT NOT NULL DEFAULT '',
  "department" TEXT NOT NULL DEFAULT '',
  "due_on" TEXT,
  "reply" TEXT NOT NULL DEFAULT '',
  "done_on" TEXT,
  "satisfaction" TEXT NOT NULL DEFAULT '',
  "remark" TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX "dm_proposal_congress" ON "dm_proposal" ("congress");

CREATE INDEX "dm_proposal_person" ON "dm_proposal" ("person");

CREATE TABLE "dm_disclose" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  "unit" INTEGER REFERENCES "unit" (id) ON DELETE RESTRICT,
  "unit_name" TEXT NOT NULL DEFAULT '',
  "item" TEXT NOT NULL DEFAULT '',
  "title" TEXT NOT NULL DEFAULT '',
  "way" TEXT NOT NULL DEFAULT '',
  "started_on" TEXT,
  "ended_on" TEXT,
  "congress" INTEGER REFERENCES "dm_congress" (id) ON DELETE RESTRICT,
  "before_on" TEXT,
  "opinions" INTEGER,
  "rectified" TEXT NOT NULL DEFAULT '',
  "replied_on" TEXT,
  "remark" TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX "dm_disclose_unit" ON "dm_disclose" ("unit");

CREATE INDEX "dm_disclose_congress" ON "dm_disclose" ("congress");

CREATE TABLE "harmony" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  "unit" INTEGER REFERENCES "unit" (id) ON DELETE RESTRICT,
  "unit_name" TEXT NOT NULL DEFAULT '',
  "year" INTEGER,
  "level" TEXT NOT NULL DEFAULT '',
  "status" TEXT NOT NULL DEFAULT '',
  "applied_on" TEXT,
  "self_score" INTEGER,
  "score_contracts" INTEGER,
  "score_collective" INTEGER,
  "score_wages" INTEGER,
  "score_insurance" INTEGER,
  "score_democracy" INTEGER,
  "score_safety" INTEGER,
  "score_disputes" INTEGER,
  "reviewed_on" TEXT,
  "reviewed_by" TEXT NOT NULL DEFAULT '',
  "named_on" TEXT,
  "title_no" TEXT NOT NULL DEFAULT '',
  "valid_to" TEXT,
  "remark" TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX "harmony_unit" ON "harmony" ("unit");

CREATE TABLE "comp_event" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  "title" TEXT NOT NULL DEFAULT '',
  "kind" TEXT NOT NULL DEFAULT '',
  "level" TEXT NOT NULL DEFAULT '',
  "unit" INTEGER REFERENCES "unit" (id) ON DELETE RESTRICT,
  "unit_name" TEXT NOT NULL DEFAULT '',
  "co_hosts" TEXT NOT NULL DEFAULT '',
  "trade" TEXT NOT NULL DEFAULT '',
  "started_on" TEXT,
  "ended_on" TEXT,
  "sessions" INTEGER,
  "units_count" INTEGER,
  "headcount" INTEGER,
  "headcount_basis" TEXT NOT NULL DEFAULT '',
  "theory_weight" INTEGER,
  "practice_weight" INTEGER,
  "plan_no" TEXT NOT NULL DEFAULT '',
  "budget" INTEGER,
  "summary" TEXT NOT NULL DEFAULT '',
  "remark" TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX "comp_event_unit" ON "comp_event" ("unit");

CREATE TABLE "comp_result" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  "contest" INTEGER REFERENCES "comp_event" (id) ON DELETE RESTRICT,
  "person" INTEGER REFERENCES "member" (id) ON DELETE RESTRICT,
  "person_name" TEXT NOT NULL DEFAULT '',
  "unit" INTEGER REFERENCES "unit" (id) ON DELETE RESTRICT,
  "unit_name" TEXT NOT NULL DEFAULT '',
  "id_no" TEXT NOT NULL DEFAULT '',
  "theory" INTEGER,
  "practice" INTEGER,
  "total" INTEGER,
  "rank" INTEGER,
  "award" TEXT NOT NULL DEFAULT '',
  "honour" TEXT NOT NULL DEFAULT '',
  "certificate_no" TEXT NOT NULL DEFAULT '',
  "level_before" TEXT NOT NULL DEFAULT '',
  "level_after" TEXT NOT NULL DEFAULT '',
  "remark" TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX "comp_result_contest" ON "comp_result" ("contest");

CREATE INDEX "comp_result_person" ON "comp_result" ("person");

CREATE INDEX "comp_result_unit" ON "comp_result" ("unit");

CREATE TABLE "suggestion" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  "unit" INTEGER REFERENCES "unit" (id) ON DELETE RESTRICT,
  "unit_name" TEXT NOT NULL DEFAULT '',
  "suggested_on" TEXT,
  "person" INTEGER REFERENCES "member" (id) ON DELETE RESTRICT,
  "person_name" TEXT NOT NULL DEFAULT '',
  "team" TEXT NOT NULL DEFAULT '',
  "category" TEXT NOT NULL DEFAULT '',
  "title" TEXT NOT NULL DEFAULT '',
  "problem" TEXT NOT NULL DEFAULT '',
  "proposal" TEXT NOT NULL DEFAULT '',
  "quantity" INTEGER,
  "headcount" INTEGER,
  "headcount_basis" TEXT NOT NULL DEFAULT '',
  "adopted_count" INTEGER,
  "done_count" INTEGER,
  "review" TEXT NOT NULL DEFAULT '',
  "reviewer" TEXT NOT NULL DEFAULT '',
  "reviewed_on" TEXT,
  "done_on" TEXT,
  "benefit" INTEGER,
  "saving" INTEGER,
  "reward" INTEGER,
  "remark" TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX "suggestion_unit" ON "suggestion" ("unit");

CREATE INDEX "suggestion_person" ON "suggestion" ("person");

CREATE TABLE "patent" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  "unit" INTEGER REFERENCES "unit" (id) ON DELETE RESTRICT,
  "unit_name" TEXT NOT NULL DEFAULT '',
  "title" TEXT NOT NULL DEFAULT '',
  "kind" TEXT NOT NULL DEFAULT '',
  "inventors" TEXT NOT NULL DEFAULT '',
  "apply_no" TEXT NOT NULL DEFAULT '',
  "applied_on" TEXT,
  "status" TEXT NOT NULL DEFAULT '',
  "grant_no" TEXT NOT NULL DEFAULT '',
  "granted_on" TEXT,
  "is_employee_invention" INTEGER NOT NULL DEFAULT 0,
  "remark" TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX "patent_unit" ON "patent" ("unit");

CREATE TABLE "tech_item" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  "unit" INTEGER REFERENCES "unit" (id) ON DELETE RESTRICT,
  "unit_name" TEXT NOT NULL DEFAULT '',
  "kind" TEXT NOT NULL DEFAULT '',
  "title" TEXT NOT NULL DEFAULT '',
  "leader" TEXT NOT NULL DEFAULT '',
  "started_on" TEXT,
  "done_on" TEXT,
  "stage" TEXT NOT NULL DEFAULT '',
  "invested" INTEGER,
  "benefit" INTEGER,
  "named_after" TEXT NOT NULL DEFAULT '',
  "remark" TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX "tech_item_unit" ON "tech_item" ("unit");

CREATE TABLE "model_person" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  "person" INTEGER REFERENCES "member" (id) ON DELETE RESTRICT,
  "person_name" TEXT NOT NULL DEFAULT '',
  "sex" TEXT NOT NULL DEFAULT '',
  "birth" TEXT,
  "id_no" TEXT NOT NULL DEFAULT '',
  "unit" INTEGER REFERENCES "unit" (id) ON DELETE RESTRICT,
  "unit_name" TEXT NOT NULL DEFAULT '',
  "job" TEXT NOT NULL DEFAULT '',
  "honour" TEXT NOT NULL DEFAULT '',
  "grade" TEXT NOT NULL DEFAULT '',
  "awarded_on" TEXT,
  "issuer" TEXT NOT NULL DEFAULT '',
  "doc_no" TEXT NOT NULL DEFAULT '',
  "life_state" TEXT NOT NULL DEFAULT '',
  "is_hardship" INTEGER NOT NULL DEFAULT 0,
  "phone" TEXT NOT NULL DEFAULT '',
  "treatments" TEXT NOT NULL DEFAULT '',
  "remark" TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX "model_person_person" ON "model_person" ("person");

CREATE INDEX "model_person_unit" ON "model_person" ("unit");

CREATE TABLE "hard_file" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  "file_no" TEXT NOT NULL DEFAULT '',
  "file_level" TEXT NOT NULL DEFAULT '',
  "status" TEXT NOT NULL DEFAULT '',
  "left_on" TEXT,
  "left_reason" TEXT NOT NULL DEFAULT '',
  "category" TEXT NOT NULL DEFAULT '',
  "category_scheme" TEXT NOT NULL DEFAULT '',
  "person" INTEGER REFERENCES "member" (id) ON DELETE RESTRICT,
  "person_name" TEXT NOT NULL DEFAULT '',
  "sex" TEXT NOT NULL DEFAULT '',
  "id_no" TEXT NOT NULL DEFAULT '',
  "born_on" TEXT,
  "nation" TEXT NOT NULL DEFAULT '',
  "politics" TEXT NOT NULL DEFAULT '',
  "health" TEXT NOT NULL DEFAULT '',
  "disability" TEXT NOT NULL DEFAULT '',
  "disability_grade" TEXT NOT NULL DEFAULT '',
  "marriage" TEXT NOT NULL DEFAULT '',
  "hukou" TEXT NOT NULL DEFAULT '',
  "region" TEXT NOT NULL DEFAULT '',
  "medical_insurance" TEXT NOT NULL DEFAULT '',
  "phone" TEXT NOT NULL DEFAULT '',
  "other_phone" TEXT NOT NULL DEFAULT '',
  "postcode" TEXT NOT NULL DEFAULT '',
  "address" TEXT NOT NULL DEFAULT '',
  "unit" INTEGER REFERENCES "unit" (id) ON DELETE RESTRICT,
  "unit_name" TEXT NOT NULL DEFAULT '',
  "unit_nature" TEXT NOT NULL DEFAULT '',
  "unit_condition" TEXT NOT NULL DEFAULT '',
  "industry" TEXT NOT NULL DEFAULT '',
  "work_state" TEXT NOT NULL DEFAULT '',
  "work_since" TEXT,
  "model" TEXT NOT NULL DEFAULT '',
  "housing" TEXT NOT NULL DEFAULT '',
  "housing_area" INTEGER,
  "is_single_parent" INTEGER NOT NULL DEFAULT 0,
  "can_help_itself" INTEGER NOT NULL DEFAULT 0,
  "has_no_job" INTEGER NOT NULL DEFAULT 0,
  "own_income" INTEGER,
  "other_income" INTEGER,
  "total_income" INTEGER,
  "rigid_expense" INTEGER,
  "hardship_expense" INTEGER,
  "household_size" INTEGER,
  "income_per_head" INTEGER,
  "cause" TEXT NOT NULL DEFAULT '',
  "other_causes" TEXT NOT NULL DEFAULT '',
  "cause_note" TEXT NOT NULL DEFAULT '',
  "bank" TEXT NOT NULL DEFAULT '',
  "bank_branch" TEXT NOT NULL DEFAULT '',
  "card_no" TEXT NOT NULL DEFAULT '',
  "card_holder" TEXT NOT NULL DEFAULT '',
  "is_relief_target" INTEGER NOT NULL DEFAULT 0,
  "relief_group" TEXT NOT NULL DEFAULT '',
  "relief_measure" TEXT NOT NULL DEFAULT '',
  "applied_on" TEXT,
  "visited_on" TEXT,
  "posted_from" TEXT,
  "posted_to" TEXT,
  "approved_on" TEXT,
  "filed_on" TEXT,
  "comparison" TEXT NOT NULL DEFAULT '',
  "exclusions" TEXT NOT NULL DEFAULT '',
  "papers" TEXT NOT NULL DEFAULT '',
  "filer" TEXT NOT NULL DEFAULT '',
  "auditor" TEXT NOT NULL DEFAULT '',
  "keyer" TEXT NOT NULL DEFAULT '',
  "remark" TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX "hard_file_person" ON "hard_file" ("person");

CREATE INDEX "hard_file_unit" ON "hard_file" ("unit");

CREATE TABLE "hard_member" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  "household" INTEGER REFERENCES "hard_file" (id) ON DELETE RESTRICT,
  "name" TEXT NOT NULL DEFAULT '',
  "relation" TEXT NOT NULL DEFAULT '',
  "sex" TEXT NOT NULL DEFAULT '',
  "id_no" TEXT NOT NULL DEFAULT '',
  "born_on" TEXT,
  "politics" TEXT NOT NULL DEFAULT '',
  "health" TEXT NOT NULL DEFAULT '',
  "disability" TEXT NOT NULL DEFAULT '',
  "disability_grade" TEXT NOT NULL DEFAULT '',
  "medical_insurance" TEXT NOT NULL DEFAULT '',
  "identity" TEXT NOT NULL DEFAULT '',
  "monthly_income" INTEGER,
  "is_imputed" INTEGER NOT NULL DEFAULT 0,
  "school_or_unit" TEXT NOT NULL DEFAULT '',
  "study_stage" TEXT NOT NULL DEFAULT '',
  "enrolled_year" INTEGER,
  "school_years" INTEGER,
  "remark" TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX "hard_member_household" ON "hard_member" ("household");

CREATE TABLE "hard_review" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  "household" INTEGER REFERENCES "hard_file" (id) ON DELETE RESTRICT,
  "reviewed_on" TEXT,
  "kind" TEXT NOT NULL DEFAULT '',
  "income_per_head" INTEGER,
  "decision" TEXT NOT NULL DEFAULT '',
  "category" TEXT NOT NULL DEFAULT '',
  "reason" TEXT NOT NULL DEFAULT '',
  "approver" TEXT NOT NULL DEFAULT '',
  "approved_on" TEXT,
  "evidence" TEXT NOT NULL DEFAULT '',
  "remark" TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX "hard_review_household" ON "hard_review" ("household");

CREATE TABLE "pairing" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  "household" INTEGER REFERENCES "hard_file" (id) ON DELETE RESTRICT,
  "household_name" TEXT NOT NULL DEFAULT '',
  "unit" INTEGER REFERENCES "unit" (id) ON DELETE RESTRICT,
  "unit_name" TEXT NOT NULL DEFAULT '',
  "helper_name" TEXT NOT NULL DEFAULT '',
  "helper_unit" TEXT NOT NULL DEFAULT '',
  "helper_post" TEXT NOT NULL DEFAULT '',
  "helper_phone" TEXT NOT NULL DEFAULT '',
  "from_on" TEXT,
  "to_on" TEXT,
  "plan" TEXT NOT NULL DEFAULT '',
  "visits" INTEGER,
  "card_printed" INTEGER NOT NULL DEFAULT 0,
  "remark" TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX "pairing_household" ON "pairing" ("household");

CREATE INDEX "pairing_unit" ON "pairing" ("unit");

CREATE TABLE "aid_batch" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  "title" TEXT NOT NULL DEFAULT '',
  "year" INTEGER,
  "kind" TEXT NOT NULL DEFAULT '',
  "fund_source" TEXT NOT NULL DEFAULT '',
  "decided_by" TEXT NOT NULL DEFAULT '',
  "planned_on" TEXT,
  "way" TEXT NOT NULL DEFAULT '',
  "remark" TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE "aid_item" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  "batch" INTEGER REFERENCES "aid_batch" (id) ON DELETE RESTRICT,
  "household" INTEGER REFERENCES "hard_file" (id) ON DELETE RESTRICT,
  "household_name" TEXT NOT NULL DEFAULT '',
  "person" INTEGER REFERENCES "member" (id) ON DELETE RESTRICT,
  "id_no" TEXT NOT NULL DEFAULT '',
  "unit" INTEGER REFERENCES "unit" (id) ON DELETE RESTRICT,
  "unit_name" TEXT NOT NULL DEFAULT '',
  "category" TEXT NOT NULL DEFAULT '',
  "amount" INTEGER,
  "goods" TEXT NOT NULL DEFAULT '',
  "goods_quantity" INTEGER,
  "no_file_reason" TEXT NOT NULL DEFAULT '',
  "cap_reason" TEXT NOT NULL DEFAULT '',
  "account_holder" TEXT NOT NULL DEFAULT '',
  "account_no" TEXT NOT NULL DEFAULT '',
  "received_on" TEXT,
  "receiver" TEXT NOT NULL DEFAULT '',
  "proxy_name" TEXT NOT NULL DEFAULT '',
  "proxy_relation" TEXT NOT NULL DEFAULT '',
  "proxy_id" TEXT NOT NULL DEFAULT '',
  "is_signed" INTEGER NOT NULL DEFAULT 0,
  "reversal_of" INTEGER REFERENCES "aid_item" (id) ON DELETE RESTRICT,
  "keyed_on" TEXT,
  "remark" TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX "aid_item_batch" ON "aid_item" ("batch");

CREATE INDEX "aid_item_household" ON "aid_item" ("household");

CREATE INDEX "aid_item_person" ON "aid_item" ("person");

CREATE INDEX "aid_item_unit" ON "aid_item" ("unit");

CREATE INDEX "aid_item_reversal_of" ON "aid_item" ("reversal_of");

CREATE TABLE "study_aid" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  "item" INTEGER REFERENCES "aid_item" (id) ON DELETE RESTRICT,
  "student" TEXT NOT NULL DEFAULT '',
  "student_id" TEXT NOT NULL DEFAULT '',
  "relation" TEXT NOT NULL DEFAULT '',
  "exam_no" TEXT NOT NULL DEFAULT '',
  "school" TEXT NOT NULL DEFAULT '',
  "major" TEXT NOT NULL DEFAULT '',
  "level" TEXT NOT NULL DEFAULT '',
  "enrolled_year" INTEGER,
  "tuition" INTEGER,
  "has_tuition_proof" INTEGER NOT NULL DEFAULT 0,
  "has_school_confirmed" INTEGER NOT NULL DEFAULT 0,
  "excluded" TEXT NOT NULL DEFAULT '',
  "prior_aid" TEXT NOT NULL DEFAULT '',
  "remark" TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX "study_aid_item" ON "study_aid" ("item");

CREATE TABLE "rights_case" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  "case_no" TEXT NOT NULL DEFAULT '',
  "source" TEXT NOT NULL DEFAULT '',
  "applied_on" TEXT,
  "application_form" TEXT NOT NULL DEFAULT '',
  "received_on" TEXT,
  "refusal" TEXT NOT NULL DEFAULT '',
  "party" INTEGER REFERENCES "member" (id) ON DELETE RESTRICT,
  "party_name" TEXT NOT NULL DEFAULT '',
  "party_phone" TEXT NOT NULL DEFAULT '',
  "heads" INTEGER,
  "representatives" TEXT NOT NULL DEFAULT '',
  "unit" INTEGER REFERENCES "unit" (id) ON DELETE RESTRICT,
  "unit_name" TEXT NOT NULL DEFAULT '',
  "respondent" TEXT NOT NULL DEFAULT '',
  "cause" TEXT NOT NULL DEFAULT '',
  "claim" TEXT NOT NULL DEFAULT '',
  "facts" TEXT NOT NULL DEFAULT '',
  "amount" INTEGER,
  "disputed_on" TEXT,
  "left_on" TEXT,
  "injury_on" TEXT,
  "recognition_on" TEXT,
  "leave_from" TEXT,
  "leave_to" TEXT,
  "wage_due" INTEGER,
  "wage_paid" INTEGER,
  "agreed" TEXT NOT NULL DEFAULT '',
  "mediator" TEXT NOT NULL DEFAULT '',
  "panel" TEXT NOT NULL DEFAULT '',
  "due_on" TEXT,
  "result" TEXT NOT NULL DEFAULT '',
  "closed_on" TEXT,
  "agreement_no" TEXT NOT NULL DEFAULT '',
  "agreement_on" TEXT,
  "perform_by" TEXT,
  "performed_on" TEXT,
  "paid" INTEGER,
  "review_on" TEXT,
  "order_on" TEXT,
  "tribunal_on" TEXT,
  "tribunal_accepted_on" TEXT,
  "award_on" TEXT,
  "sued_on" TEXT,
  "revisited_on" TEXT,
  "satisfaction" TEXT NOT NULL DEFAULT '',
  "box" TEXT NOT NULL DEFAULT '',
  "remark" TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX "rights_case_party" ON "rights_case" ("party");

CREATE INDEX "rights_case_unit" ON "rights_case" ("unit");

CREATE TABLE "case_step" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  "case" INTEGER REFERENCES "rights_case" (id) ON DELETE RESTRICT,
  "acted_on" TEXT,
  "kind" TEXT NOT NULL DEFAULT '',
  "handler" TEXT NOT NULL DEFAULT '',
  "with_whom" TEXT NOT NULL DEFAULT '',
  "content" TEXT NOT NULL DEFAULT '',
  "remark" TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX "case_step_case" ON "case_step" ("case");

CREATE TABLE "law_letter" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  "kind" TEXT NOT NULL DEFAULT '',
  "letter_no" TEXT NOT NULL DEFAULT '',
  "unit" INTEGER REFERENCES "unit" (id) ON DELETE RESTRICT,
  "unit_name" TEXT NOT NULL DEFAULT '',
  "case" INTEGER REFERENCES "rights_case" (id) ON DELETE RESTRICT,
  "issued_on" TEXT,
  "signed_by" TEXT NOT NULL DEFAULT '',
  "content" TEXT NOT NULL DEFAULT '',
  "basis" TEXT NOT NULL DEFAULT '',
  "answer_due" TEXT,
  "answered_on" TEXT,
  "outcome" TEXT NOT NULL DEFAULT '',
  "escalated_on" TEXT,
  "escalated_to" TEXT NOT NULL DEFAULT '',
  "remark" TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX "law_letter_unit" ON "law_letter" ("unit");

CREATE INDEX "law_letter_case" ON "law_letter" ("case");

CREATE TABLE "svc_campaign" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  "title" TEXT NOT NULL DEFAULT '',
  "themes" TEXT NOT NULL DEFAULT '',
  "doc_no" TEXT NOT NULL DEFAULT '',
  "started_on" TEXT,
  "ended_on" TEXT,
  "team" TEXT NOT NULL DEFAULT '',
  "goals" TEXT NOT NULL DEFAULT '',
  "remark" TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE "visit" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  "visited_on" TEXT,
  "campaign" INTEGER REFERENCES "svc_campaign" (id) ON DELETE RESTRICT,
  "unit" INTEGER REFERENCES "unit" (id) ON DELETE RESTRICT,
  "unit_name" TEXT NOT NULL DEFAULT '',
  "visitors" TEXT NOT NULL DEFAULT '',
  "leader_rank" TEXT NOT NULL DEFAULT '',
  "way" TEXT NOT NULL DEFAULT '',
  "met_leaders" TEXT NOT NULL DEFAULT '',
  "topics" TEXT NOT NULL DEFAULT '',
  "talk_count" INTEGER,
  "headcount_basis" TEXT NOT NULL DEFAULT '',
  "content" TEXT NOT NULL DEFAULT '',
  "problems" TEXT NOT NULL DEFAULT '',
  "handling" TEXT NOT NULL DEFAULT '',
  "remark" TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX "visit_campaign" ON "visit" ("campaign");

CREATE INDEX "visit_unit" ON "visit" ("unit");

CREATE TABLE "visit_talk" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  "visit" INTEGER REFERENCES "visit" (id) ON DELETE RESTRICT,
  "person" INTEGER REFERENCES "member" (id) ON DELETE RESTRICT,
  "person_name" TEXT NOT NULL DEFAULT '',
  "unit" INTEGER REFERENCES "unit" (id) ON DELETE RESTRICT,
  "unit_name" TEXT NOT NULL DEFAULT '',
  "phone" TEXT NOT NULL DEFAULT '',
  "topics" TEXT NOT NULL DEFAULT '',
  "voice" TEXT NOT NULL DEFAULT '',
  "mood" TEXT NOT NULL DEFAULT '',
  "needs_followup" INTEGER NOT NULL DEFAULT 0,
  "remark" TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX "visit_talk_visit" ON "visit_talk" ("visit");

CREATE INDEX "visit_talk_person" ON "visit_talk" ("person");

CREATE INDEX "visit_talk_unit" ON "visit_talk" ("unit");

CREATE TABLE "survey" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  "title" TEXT NOT NULL DEFAULT '',
  "surveyed_on" TEXT,
  "campaign" INTEGER REFERENCES "svc_campaign" (id) ON DELETE RESTRICT,
  "target" TEXT NOT NULL DEFAULT '',
  "issued" INTEGER,
  "returned" INTEGER,
  "valid" INTEGER,
  "questions" TEXT NOT NULL DEFAULT '',
  "answers" TEXT NOT NULL DEFAULT '',
  "remark" TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX "survey_campaign" ON "survey" ("campaign");

CREATE TABLE "issue" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  "received_on" TEXT,
  "source" TEXT NOT NULL DEFAULT '',
  "visit" INTEGER REFERENCES "visit" (id) ON DELETE RESTRICT,
  "talk" INTEGER REFERENCES "visit_talk" (id) ON DELETE RESTRICT,
  "unit" INTEGER REFERENCES "unit" (id) ON DELETE RESTRICT,
  "unit_name" TEXT NOT NULL DEFAULT '',
  "raiser" INTEGER REFERENCES "member" (id) ON DELETE RESTRICT,
  "raiser_name" TEXT NOT NULL DEFAULT '',
  "is_anonymous" INTEGER NOT NULL DEFAULT 0,
  "phone" TEXT NOT NULL DEFAULT '',
  "category" TEXT NOT NULL DEFAULT '',
  "headcount" INTEGER,
  "headcount_basis" TEXT NOT NULL DEFAULT '',
  "content" TEXT NOT NULL DEFAULT '',
  "details" TEXT NOT NULL DEFAULT '',
  "urgency" TEXT NOT NULL DEFAULT '',
  "assigned_to" TEXT NOT NULL DEFAULT '',
  "assigned_on" TEXT,
  "due_on" TEXT,
  "progress" TEXT NOT NULL DEFAULT '',
  "result" TEXT NOT NULL DEFAULT '',
  "solved_on" TEXT,
  "replied_on" TEXT,
  "satisfaction" TEXT NOT NULL DEFAULT '',
  "revisited_on" TEXT,
  "closed_on" TEXT,
  "case" INTEGER REFERENCES "rights_case" (id) ON DELETE RESTRICT,
  "hardship" INTEGER REFERENCES "hard_file" (id) ON DELETE RESTRICT,
  "remark" TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX "issue_visit" ON "issue" ("visit");

CREATE INDEX "issue_talk" ON "issue" ("talk");

CREATE INDEX "issue_unit" ON "issue" ("unit");

CREATE INDEX "issue_raiser" ON "issue" ("raiser");

CREATE INDEX "issue_case" ON "issue" ("case");

CREATE INDEX "issue_hardship" ON "issue" ("hardship");

CREATE TABLE "venue" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  "name" TEXT NOT NULL DEFAULT '',
  "kind" TEXT NOT NULL DEFAULT '',
  "unit" INTEGER REFERENCES "unit" (id) ON DELETE RESTRICT,
  "unit_name" TEXT NOT NULL DEFAULT '',
  "address" TEXT NOT NULL DEFAULT '',
  "area" INTEGER,
  "facilities" TEXT NOT NULL DEFAULT '',
  "opened_on" TEXT,
  "opening_hours" TEXT NOT NULL DEFAULT '',
  "grade" TEXT NOT NULL DEFAULT '',
  "manager" TEXT NOT NULL DEFAULT '',
  "phone" TEXT NOT NULL DEFAULT '',
  "status" TEXT NOT NULL DEFAULT '',
  "closed_on" TEXT,
  "remark" TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX "venue_unit" ON "venue" ("unit");

CREATE TABLE "venue_year" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  "venue" INTEGER REFERENCES "venue" (id) ON DELETE RESTRICT,
  "year" INTEGER,
  "served_count" INTEGER,
  "headcount_basis" TEXT NOT NULL DEFAULT '',
  "activity_count" INTEGER,
  "spent" INTEGER,
  "remark" TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX "venue_year_venue" ON "venue_year" ("venue");

CREATE TABLE "ankang_entry" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  "unit" INTEGER REFERENCES "unit" (id) ON DELETE RESTRICT,
  "unit_name" TEXT NOT NULL DEFAULT '',
  "year" INTEGER,
  "entered_on" TEXT,
  "workers_total" INTEGER,
  "participants" INTEGER,
  "teams_total" INTEGER,
  "teams" INTEGER,
  "contact" TEXT NOT NULL DEFAULT '',
  "phone" TEXT NOT NULL DEFAULT '',
  "has_commitment" INTEGER NOT NULL DEFAULT 0,
  "stage" TEXT NOT NULL DEFAULT '',
  "score" INTEGER,
  "applied_award" TEXT NOT NULL DEFAULT '',
  "award" TEXT NOT NULL DEFAULT '',
  "award_grade" TEXT NOT NULL DEFAULT '',
  "remark" TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX "ankang_entry_unit" ON "ankang_entry" ("unit");

CREATE TABLE "ankang_activity" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  "unit" INTEGER REFERENCES "unit" (id) ON DELETE RESTRICT,
  "unit_name" TEXT NOT NULL DEFAULT '',
  "on_date" TEXT,
  "title" TEXT NOT NULL DEFAULT '',
  "headcount" INTEGER,
  "headcount_basis" TEXT NOT NULL DEFAULT '',
  "result" TEXT NOT NULL DEFAULT '',
  "remark" TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX "ankang_activity_unit" ON "ankang_activity" ("unit");

CREATE TABLE "safety_check" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  "on_date" TEXT,
  "kind" TEXT NOT NULL DEFAULT '',
  "team" TEXT NOT NULL DEFAULT '',
  "partners" TEXT NOT NULL DEFAULT '',
  "units_text" TEXT NOT NULL DEFAULT '',
  "units_count" INTEGER,
  "place" TEXT NOT NULL DEFAULT '',
  "content" TEXT NOT NULL DEFAULT '',
  "headcount" INTEGER,
  "headcount_basis" TEXT NOT NULL DEFAULT '',
  "hazards_found" INTEGER,
  "hazards_closed" INTEGER,
  "notice_no" TEXT NOT NULL DEFAULT '',
  "result" TEXT NOT NULL DEFAULT '',
  "rectified" TEXT NOT NULL DEFAULT '',
  "remark" TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE "checked_unit" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  "safety_check" INTEGER REFERENCES "safety_check" (id) ON DELETE RESTRICT,
  "unit" INTEGER REFERENCES "unit" (id) ON DELETE RESTRICT,
  "unit_name" TEXT NOT NULL DEFAULT '',
  "companion" TEXT NOT NULL DEFAULT '',
  "result" TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX "checked_unit_safety_check" ON "checked_unit" ("safety_check");

CREATE INDEX "checked_unit_unit" ON "checked_unit" ("unit");

CREATE TABLE "hazard" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  "safety_check" INTEGER REFERENCES "safety_check" (id) ON DELETE RESTRICT,
  "found_on" TEXT,
  "unit" INTEGER REFERENCES "unit" (id) ON DELETE RESTRICT,
  "unit_name" TEXT NOT NULL DEFAULT '',
  "place" TEXT NOT NULL DEFAULT '',
  "description" TEXT NOT NULL DEFAULT '',
  "grade" TEXT NOT NULL DEFAULT '',
  "category" TEXT NOT NULL DEFAULT '',
  "found_by" TEXT NOT NULL DEFAULT '',
  "measure" TEXT NOT NULL DEFAULT '',
  "owner" TEXT NOT NULL DEFAULT '',
  "notice_no" TEXT NOT NULL DEFAULT '',
  "notified_on" TEXT,
  "due_on" TEXT,
  "cost" INTEGER,
  "fixed_on" TEXT,
  "recheck_on" TEXT,
  "recheck_by" TEXT NOT NULL DEFAULT '',
  "recheck_result" TEXT NOT NULL DEFAULT '',
  "reported_on" TEXT,
  "reported_to" TEXT NOT NULL DEFAULT '',
  "remark" TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX "hazard_safety_check" ON "hazard" ("safety_check");

CREATE INDEX "hazard_unit" ON "hazard" ("unit");

CREATE TABLE "training" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  "title" TEXT NOT NULL DEFAULT '',
  "period_no" TEXT NOT NULL DEFAULT '',
  "sessions" INTEGER,
  "kind" TEXT NOT NULL DEFAULT '',
  "start_on" TEXT,
  "end_on" TEXT,
  "hours" INTEGER,
  "host" TEXT NOT NULL DEFAULT '',
  "place" TEXT NOT NULL DEFAULT '',
  "lecturer" TEXT NOT NULL DEFAULT '',
  "expected" INTEGER,
  "headcount" INTEGER,
  "headcount_basis" TEXT NOT NULL DEFAULT '',
  "has_signatures" INTEGER NOT NULL DEFAULT 0,
  "pass_count" INTEGER,
  "cost" INTEGER,
  "remark" TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE "health_exam" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  "unit" INTEGER REFERENCES "unit" (id) ON DELETE RESTRICT,
  "unit_name" TEXT NOT NULL DEFAULT '',
  "on_date" TEXT,
  "hospital" TEXT NOT NULL DEFAULT '',
  "kind" TEXT NOT NULL DEFAULT '',
  "round_no" INTEGER,
  "due_count" INTEGER,
  "headcount" INTEGER,
  "headcount_basis" TEXT NOT NULL DEFAULT '',
  "payer" TEXT NOT NULL DEFAULT '',
  "fee" INTEGER,
  "abnormal" INTEGER,
  "unfit" INTEGER,
  "suspected" INTEGER,
  "is_told" INTEGER NOT NULL DEFAULT 0,
  "remark" TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX "health_exam_unit" ON "health_exam" ("unit");

CREATE TABLE "occ_disease" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  "person" INTEGER REFERENCES "member" (id) ON DELETE RESTRICT,
  "person_name" TEXT NOT NULL DEFAULT '',
  "unit" INTEGER REFERENCES "unit" (id) ON DELETE RESTRICT,
  "unit_name" TEXT NOT NULL DEFAULT '',
  "post" TEXT NOT NULL DEFAULT '',
  "disease" TEXT NOT NULL DEFAULT '',
  "stage" TEXT NOT NULL DEFAULT '',
  "hazard_factor" TEXT NOT NULL DEFAULT '',
  "diagnosed_on" TEXT,
  "hospital" TEXT NOT NULL DEFAULT '',
  "disability_grade" TEXT NOT NULL DEFAULT '',
  "injury_no" TEXT NOT NULL DEFAULT '',
  "treated" TEXT NOT NULL DEFAULT '',
  "remark" TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX "occ_disease_person" ON "occ_disease" ("person");

CREATE INDEX "occ_disease_unit" ON "occ_disease" ("unit");

CREATE TABLE "event" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  "title" TEXT NOT NULL DEFAULT '',
  "kind" TEXT NOT NULL DEFAULT '',
  "theme" TEXT NOT NULL DEFAULT '',
  "held_on" TEXT,
  "ended_on" TEXT,
  "place" TEXT NOT NULL DEFAULT '',
  "host" TEXT NOT NULL DEFAULT '',
  "partners" TEXT NOT NULL DEFAULT '',
  "unit_count" INTEGER,
  "headcount" INTEGER,
  "headcount_basis" TEXT NOT NULL DEFAULT '',
  "households" INTEGER,
  "papers_issued" INTEGER,
  "papers_returned" INTEGER,
  "papers_passed" INTEGER,
  "winners" INTEGER,
  "cost" INTEGER,
  "goods" TEXT NOT NULL DEFAULT '',
  "goods_value" INTEGER,
  "summary" TEXT NOT NULL DEFAULT '',
  "remark" TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE "event_unit" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  "event" INTEGER REFERENCES "event" (id) ON DELETE RESTRICT,
  "unit" INTEGER REFERENCES "unit" (id) ON DELETE RESTRICT,
  "unit_name" TEXT NOT NULL DEFAULT '',
  "headcount" INTEGER,
  "leader" TEXT NOT NULL DEFAULT '',
  "remark" TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX "event_unit_event" ON "event_unit" ("event");

CREATE INDEX "event_unit_unit" ON "event_unit" ("unit");

CREATE TABLE "event_money" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  "event" INTEGER REFERENCES "event" (id) ON DELETE RESTRICT,
  "source" TEXT NOT NULL DEFAULT '',
  "amount" INTEGER,
  "payer" TEXT NOT NULL DEFAULT '',
  "remark" TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX "event_money_event" ON "event_money" ("event");

CREATE TABLE "honor" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  "title" TEXT NOT NULL DEFAULT '',
  "grade" TEXT NOT NULL DEFAULT '',
  "owner" TEXT NOT NULL DEFAULT '',
  "owner_kind" TEXT NOT NULL DEFAULT '',
  "unit" INTEGER REFERENCES "unit" (id) ON DELETE RESTRICT,
  "unit_name" TEXT NOT NULL DEFAULT '',
  "issuer" TEXT NOT NULL DEFAULT '',
  "co_issuer" TEXT NOT NULL DEFAULT '',
  "is_given" INTEGER NOT NULL DEFAULT 0,
  "awarded_on" TEXT,
  "doc_no" TEXT NOT NULL DEFAULT '',
  "certificate_no" TEXT NOT NULL DEFAULT '',
  "stored_at" TEXT NOT NULL DEFAULT '',
  "remark" TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX "honor_unit" ON "honor" ("unit");

CREATE TABLE "media" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  "published_on" TEXT,
  "title" TEXT NOT NULL DEFAULT '',
  "media" TEXT NOT NULL DEFAULT '',
  "page" TEXT NOT NULL DEFAULT '',
  "kind" TEXT NOT NULL DEFAULT '',
  "level" TEXT NOT NULL DEFAULT '',
  "authors" TEXT NOT NULL DEFAULT '',
  "words" INTEGER,
  "remark" TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE "output" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  "kind" TEXT NOT NULL DEFAULT '',
  "title" TEXT NOT NULL DEFAULT '',
  "done_on" TEXT,
  "quantity" TEXT NOT NULL DEFAULT '',
  "cost" INTEGER,
  "remark" TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE "reception" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  "received_on" TEXT,
  "visitor_unit" TEXT NOT NULL DEFAULT '',
  "leaders" TEXT NOT NULL DEFAULT '',
  "rank" TEXT NOT NULL DEFAULT '',
  "purpose" TEXT NOT NULL DEFAULT '',
  "place" TEXT NOT NULL DEFAULT '',
  "escorts" TEXT NOT NULL DEFAULT '',
  "heard" TEXT NOT NULL DEFAULT '',
  "comment" TEXT NOT NULL DEFAULT '',
  "remark" TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE "chronicle" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  "held_on" TEXT,
  "content" TEXT NOT NULL DEFAULT '',
  "kind" TEXT NOT NULL DEFAULT '',
  "source_table" TEXT NOT NULL DEFAULT '',
  "source" INTEGER,
  "remark" TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE "meeting" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  "title" TEXT NOT NULL DEFAULT '',
  "kind" TEXT NOT NULL DEFAULT '',
  "held_on" TEXT,
  "place" TEXT NOT NULL DEFAULT '',
  "host" TEXT NOT NULL DEFAULT '',
  "recorder" TEXT NOT NULL DEFAULT '',
  "headcount" INTEGER,
  "headcount_basis" TEXT NOT NULL DEFAULT '',
  "agenda" TEXT NOT NULL DEFAULT '',
  "decisions" TEXT NOT NULL DEFAULT '',
  "remark" TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE "incoming" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  "received_on" TEXT,
  "from_unit" TEXT NOT NULL DEFAULT '',
  "doc_no" TEXT NOT NULL DEFAULT '',
  "title" TEXT NOT NULL DEFAULT '',
  "kind" TEXT NOT NULL DEFAULT '',
  "copies" INTEGER,
  "handler" TEXT NOT NULL DEFAULT '',
  "opinion" TEXT NOT NULL DEFAULT '',
  "due_on" TEXT,
  "done_on" TEXT,
  "result" TEXT NOT NULL DEFAULT '',
  "box" TEXT NOT NULL DEFAULT '',
  "remark" TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE "next_plan" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  "year" INTEGER,
  "topic" TEXT NOT NULL DEFAULT '',
  "task" TEXT NOT NULL DEFAULT '',
  "target" INTEGER,
  "unit_label" TEXT NOT NULL DEFAULT '',
  "figure" TEXT NOT NULL DEFAULT '',
  "due_on" TEXT,
  "responsible" TEXT NOT NULL DEFAULT '',
  "progress" TEXT NOT NULL DEFAULT '',
  "remark" TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE "mi_plan" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  "name" TEXT NOT NULL DEFAULT '',
  "kind" TEXT NOT NULL DEFAULT '',
  "insurer" TEXT NOT NULL DEFAULT '',
  "fee" INTEGER,
  "max_shares" INTEGER,
  "term_months" INTEGER,
  "wait_days" INTEGER,
  "claim_days" INTEGER,
  "eligible" TEXT NOT NULL DEFAULT '',
  "benefit" TEXT NOT NULL DEFAULT '',
  "ended_on" TEXT,
  "remark" TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE "mi_policy" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  "unit" INTEGER REFERENCES "unit" (id) ON DELETE RESTRICT,
  "unit_name" TEXT NOT NULL DEFAULT '',
  "plan" INTEGER REFERENCES "mi_plan" (id) ON DELETE RESTRICT,
  "plan_name" TEXT NOT NULL DEFAULT '',
  "policy_no" TEXT NOT NULL DEFAULT '',
  "start_on" TEXT,
  "end_on" TEXT,
  "headcount" INTEGER,
  "headcount_basis" TEXT NOT NULL DEFAULT '',
  "shares" INTEGER,
  "fee_total" INTEGER,
  "payer" TEXT NOT NULL DEFAULT '',
  "renewal" TEXT NOT NULL DEFAULT '',
  "previous" INTEGER REFERENCES "mi_policy" (id) ON DELETE RESTRICT,
  "form_no" TEXT NOT NULL DEFAULT '',
  "keyed_on" TEXT,
  "cancelled_on" TEXT,
  "remark" TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX "mi_policy_unit" ON "mi_policy" ("unit");

CREATE INDEX "mi_policy_plan" ON "mi_policy" ("plan");

CREATE INDEX "mi_policy_previous" ON "mi_policy" ("previous");

CREATE TABLE "mi_insured" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  "policy" INTEGER REFERENCES "mi_policy" (id) ON DELETE RESTRICT,
  "person" INTEGER REFERENCES "member" (id) ON DELETE RESTRICT,
  "person_name" TEXT NOT NULL DEFAULT '',
  "id_no" TEXT NOT NULL DEFAULT '',
  "shares" INTEGER,
  "fee" INTEGER,
  "member_fee" INTEGER,
  "remark" TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX "mi_insured_policy" ON "mi_insured" ("policy");

CREATE INDEX "mi_insured_person" ON "mi_insured" ("person");

CREATE TABLE "mi_claim" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  "policy" INTEGER REFERENCES "mi_policy" (id) ON DELETE RESTRICT,
  "person" INTEGER REFERENCES "member" (id) ON DELETE RESTRICT,
  "person_name" TEXT NOT NULL DEFAULT '',
  "id_no" TEXT NOT NULL DEFAULT '',
  "times" INTEGER,
  "event_on" TEXT,
  "discharged_on" TEXT,
  "hospital" TEXT NOT NULL DEFAULT '',
  "disease" TEXT NOT NULL DEFAULT '',
  "medical_total" INTEGER,
  "insurance_paid" INTEGER,
  "self_paid" INTEGER,
  "claimed_on" TEXT,
  "documents" TEXT NOT NULL DEFAULT '',
  "are_documents_complete" INTEGER NOT NULL DEFAULT 0,
  "amount" INTEGER,
  "paid_on" TEXT,
  "paid_to" TEXT NOT NULL DEFAULT '',
  "rejected_reason" TEXT NOT NULL DEFAULT '',
  "rejected_on" TEXT,
  "remark" TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX "mi_claim_policy" ON "mi_claim" ("policy");

CREATE INDEX "mi_claim_person" ON "mi_claim" ("person");

CREATE TABLE "receipt_book" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  "kind" TEXT NOT NULL DEFAULT '',
  "code" TEXT NOT NULL DEFAULT '',
  "number_from" TEXT NOT NULL DEFAULT '',
  "number_to" TEXT NOT NULL DEFAULT '',
  "received_on" TEXT,
  "received_by" TEXT NOT NULL DEFAULT '',
  "returned_on" TEXT,
  "remark" TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE "receipt" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  "book" INTEGER REFERENCES "receipt_book" (id) ON DELETE RESTRICT,
  "number" TEXT NOT NULL DEFAULT '',
  "issued_on" TEXT,
  "unit" INTEGER REFERENCES "unit" (id) ON DELETE RESTRICT,
  "unit_name" TEXT NOT NULL DEFAULT '',
  "reason" TEXT NOT NULL DEFAULT '',
  "ym" TEXT,
  "amount" INTEGER,
  "way" TEXT NOT NULL DEFAULT '',
  "handler" TEXT NOT NULL DEFAULT '',
  "auditor" TEXT NOT NULL DEFAULT '',
  "is_void" INTEGER NOT NULL DEFAULT 0,
  "void_why" TEXT NOT NULL DEFAULT '',
  "remark" TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX "receipt_book_link" ON "receipt" ("book");

CREATE INDEX "receipt_unit" ON "receipt" ("unit");

CREATE TABLE "dues" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  "union" INTEGER REFERENCES "union_org" (id) ON DELETE RESTRICT,
  "union_name" TEXT NOT NULL DEFAULT '',
  "ym" TEXT,
  "members" INTEGER,
  "wage_base" INTEGER,
  "amount" INTEGER,
  "handed_on" TEXT,
  "remark" TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX "dues_union" ON "dues" ("union");

CREATE TABLE "fund_rule" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  "doc_no" TEXT NOT NULL DEFAULT '',
  "valid_from" TEXT,
  "valid_to" TEXT,
  "rate" INTEGER,
  "grass_share" INTEGER,
  "town_share" INTEGER,
  "county_share" INTEGER,
  "city_share" INTEGER,
  "province_share" INTEGER,
  "national_share" INTEGER,
  "remark" TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE "fund_unit" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  "unit" INTEGER REFERENCES "unit" (id) ON DELETE RESTRICT,
  "unit_name" TEXT NOT NULL DEFAULT '',
  "mode" TEXT NOT NULL DEFAULT '',
  "collect_rate" INTEGER,
  "base_kind" TEXT NOT NULL DEFAULT '',
  "base_month" INTEGER,
  "workers" INTEGER,
  "cycle" TEXT NOT NULL DEFAULT '',
  "year_month" INTEGER,
  "is_small" INTEGER NOT NULL DEFAULT 0,
  "is_prep" INTEGER NOT NULL DEFAULT 0,
  "tax_no" TEXT NOT NULL DEFAULT '',
  "bank" TEXT NOT NULL DEFAULT '',
  "account" TEXT NOT NULL DEFAULT '',
  "contact" TEXT NOT NULL DEFAULT '',
  "phone" TEXT NOT NULL DEFAULT '',
  "valid_from" TEXT,
  "valid_to" TEXT,
  "remark" TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX "fund_unit_unit" ON "fund_unit" ("unit");

CREATE TABLE "fund_due" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  "unit" INTEGER REFERENCES "unit" (id) ON DELETE RESTRICT,
  "unit_name" TEXT NOT NULL DEFAULT '',
  "ym" TEXT,
  "payroll" INTEGER,
  "rate" INTEGER,
  "due" INTEGER,
  "relief" INTEGER,
  "relief_why" TEXT NOT NULL DEFAULT '',
  "is_prep" INTEGER NOT NULL DEFAULT 0,
  "remark" TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX "fund_due_unit" ON "fund_due" ("unit");

CREATE TABLE "fund_in" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  "unit" INTEGER REFERENCES "unit" (id) ON DELETE RESTRICT,
  "unit_name" TEXT NOT NULL DEFAULT '',
  "ym" TEXT,
  "in_on" TEXT,
  "amount" INTEGER,
  "way" TEXT NOT NULL DEFAULT '',
  "voucher" TEXT NOT NULL DEFAULT '',
  "receipt" INTEGER REFERENCES "receipt" (id) ON DELETE RESTRICT,
  "is_prep" INTEGER NOT NULL DEFAULT 0,
  "is_month_total" INTEGER NOT NULL DEFAULT 0,
  "remark" TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX "fund_in_unit" ON "fund_in" ("unit");

CREATE INDEX "fund_in_receipt" ON "fund_in" ("receipt");

CREATE TABLE "fund_task" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  "year" INTEGER,
  "scope" TEXT NOT NULL DEFAULT '',
  "target" INTEGER,
  "doc_no" TEXT NOT NULL DEFAULT '',
  "remark" TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE "remit" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  "ym" TEXT,
  "income" INTEGER,
  "due" INTEGER,
  "amount" INTEGER,
  "remit_on" TEXT,
  "level" TEXT NOT NULL DEFAULT '',
  "voucher" TEXT NOT NULL DEFAULT '',
  "bank_ref" TEXT NOT NULL DEFAULT '',
  "remark" TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE "fund_back" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  "in_on" TEXT,
  "kind" TEXT NOT NULL DEFAULT '',
  "from_level" TEXT NOT NULL DEFAULT '',
  "unit" INTEGER REFERENCES "unit" (id) ON DELETE RESTRICT,
  "unit_name" TEXT NOT NULL DEFAULT '',
  "ym" TEXT,
  "amount" INTEGER,
  "doc_no" TEXT NOT NULL DEFAULT '',
  "paid_on" TEXT,
  "signer" TEXT NOT NULL DEFAULT '',
  "remark" TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX "fund_back_unit" ON "fund_back" ("unit");

CREATE TABLE "fund_dun" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  "unit" INTEGER REFERENCES "unit" (id) ON DELETE RESTRICT,
  "unit_name" TEXT NOT NULL DEFAULT '',
  "number" TEXT NOT NULL DEFAULT '',
  "period_from" TEXT,
  "period_to" TEXT,
  "arrears" INTEGER,
  "issued_on" TEXT,
  "deadline" TEXT,
  "sent_way" TEXT NOT NULL DEFAULT '',
  "signer" TEXT NOT NULL DEFAULT '',
  "signed_on" TEXT,
  "result" TEXT NOT NULL DEFAULT '',
  "paid_on" TEXT,
  "order_on" TEXT,
  "remark" TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX "fund_dun_unit" ON "fund_dun" ("unit");

CREATE TABLE "prep_fund" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  "unit" INTEGER REFERENCES "unit" (id) ON DELETE RESTRICT,
  "unit_name" TEXT NOT NULL DEFAULT '',
  "from_on" TEXT,
  "to_on" TEXT,
  "reason" TEXT NOT NULL DEFAULT '',
  "returned" INTEGER,
  "returned_on" TEXT,
  "remark" TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX "prep_fund_unit" ON "prep_fund" ("unit");

CREATE TABLE "budget_line" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  "year" INTEGER,
  "kind" TEXT NOT NULL DEFAULT '',
  "account" TEXT NOT NULL DEFAULT '',
  "name" TEXT NOT NULL DEFAULT '',
  "planned" INTEGER,
  "actual" INTEGER,
  "previous" INTEGER,
  "remark" TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE "cash_item" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  "paid_on" TEXT,
  "direction" TEXT NOT NULL DEFAULT '',
  "account" TEXT NOT NULL DEFAULT '',
  "amount" INTEGER,
  "party" TEXT NOT NULL DEFAULT '',
  "purpose" TEXT NOT NULL DEFAULT '',
  "papers" INTEGER,
  "handler" TEXT NOT NULL DEFAULT '',
  "approver" TEXT NOT NULL DEFAULT '',
  "receipt" INTEGER REFERENCES "receipt" (id) ON DELETE RESTRICT,
  "voucher" TEXT NOT NULL DEFAULT '',
  "remark" TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX "cash_item_receipt" ON "cash_item" ("receipt");

CREATE TABLE "attachment" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  "owner_table" TEXT NOT NULL DEFAULT '',
  "owner" INTEGER,
  "file_name" TEXT NOT NULL DEFAULT '',
  "size" INTEGER,
  "sha256" TEXT NOT NULL DEFAULT '',
  "added_on" TEXT
) STRICT;

CREATE INDEX "attachment_owner_table_owner" ON "attachment" ("owner_table", "owner");

CREATE TABLE "attachment_content" (
  id INTEGER PRIMARY KEY, sha256 TEXT NOT NULL UNIQUE, size INTEGER NOT NULL, bytes BLOB NOT NULL
) STRICT;

CREATE TRIGGER "keep_attachment_content_update" BEFORE UPDATE ON "attachment_content"
BEGIN SELECT RAISE(ABORT, 'contents of attachments never change'); END;

CREATE TRIGGER "keep_attachment_content_delete" BEFORE DELETE ON "attachment_content"
BEGIN SELECT RAISE(ABORT, 'contents of attachments never change'); END;
