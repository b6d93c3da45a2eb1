-- +goose Up
-- create "accounts" table
CREATE TABLE `accounts` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `created_at` datetime NOT NULL, `updated_at` datetime NOT NULL, `version` integer NOT NULL DEFAULT (1), `login_name` text NOT NULL, `password_hash` text NOT NULL, `must_change_password` bool NOT NULL DEFAULT (true), `password_changed_at` datetime NULL, `old_passwords` json NULL, `disabled` bool NOT NULL DEFAULT (false), `last_sign_in_at` datetime NULL, `totp_secret` text NULL, `totp_confirmed_at` datetime NULL, `totp_step` integer NOT NULL DEFAULT (0), `recovery_codes` json NULL, `person_id` integer NULL, CONSTRAINT `accounts_persons_person` FOREIGN KEY (`person_id`) REFERENCES `persons` (`id`) ON DELETE RESTRICT);
-- create index "accounts_login_name_key" to table: "accounts"
CREATE UNIQUE INDEX `accounts_login_name_key` ON `accounts` (`login_name`);
-- create "api_tokens" table
CREATE TABLE `api_tokens` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `created_at` datetime NOT NULL, `updated_at` datetime NOT NULL, `name` text NOT NULL, `token_hash` text NOT NULL, `scopes` json NOT NULL, `expires_at` datetime NOT NULL, `last_used_at` datetime NULL, `revoked_at` datetime NULL, `account_id` integer NOT NULL, `unit_id` integer NULL, CONSTRAINT `api_tokens_accounts_account` FOREIGN KEY (`account_id`) REFERENCES `accounts` (`id`) ON DELETE RESTRICT, CONSTRAINT `api_tokens_units_unit` FOREIGN KEY (`unit_id`) REFERENCES `units` (`id`) ON DELETE RESTRICT);
-- set sequence for "api_tokens" table
INSERT INTO sqlite_sequence (name, seq) VALUES ("api_tokens", 77309411328);
-- create index "api_tokens_token_hash_key" to table: "api_tokens"
CREATE UNIQUE INDEX `api_tokens_token_hash_key` ON `api_tokens` (`token_hash`);
-- create index "apitoken_account_id" to table: "api_tokens"
CREATE INDEX `apitoken_account_id` ON `api_tokens` (`account_id`);
-- create "appointments" table
CREATE TABLE `appointments` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `created_at` datetime NOT NULL, `updated_at` datetime NOT NULL, `version` integer NOT NULL DEFAULT (1), `from_day` date NOT NULL, `to_day` date NULL, `ends` json NULL, `l1` integer NOT NULL DEFAULT (0), `l2` integer NOT NULL DEFAULT (0), `l3` integer NOT NULL DEFAULT (0), `l4` integer NOT NULL DEFAULT (0), `l5` integer NOT NULL DEFAULT (0), `l6` integer NOT NULL DEFAULT (0), `unit_id` integer NOT NULL, `person_id` integer NOT NULL, `post_id` integer NOT NULL, CONSTRAINT `appointments_units_unit` FOREIGN KEY (`unit_id`) REFERENCES `units` (`id`) ON DELETE RESTRICT, CONSTRAINT `appointments_persons_person` FOREIGN KEY (`person_id`) REFERENCES `persons` (`id`) ON DELETE RESTRICT, CONSTRAINT `appointments_posts_post` FOREIGN KEY (`post_id`) REFERENCES `posts` (`id`) ON DELETE RESTRICT);
-- set sequence for "appointments" table
INSERT INTO sqlite_sequence (name, seq) VALUES ("appointments", 4294967296);
-- create index "appointment_unit_id" to table: "appointments"
CREATE INDEX `appointment_unit_id` ON `appointments` (`unit_id`);
-- create index "appointment_person_id_post_id_from_day" to table: "appointments"
CREATE UNIQUE INDEX `appointment_person_id_post_id_from_day` ON `appointments` (`person_id`, `post_id`, `from_day`);
-- create index "appointment_post_id_from_day" to table: "appointments"
CREATE INDEX `appointment_post_id_from_day` ON `appointments` (`post_id`, `from_day`);
-- create "assessments" table
CREATE TABLE `assessments` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `l1` integer NOT NULL DEFAULT (0), `l2` integer NOT NULL DEFAULT (0), `l3` integer NOT NULL DEFAULT (0), `l4` integer NOT NULL DEFAULT (0), `l5` integer NOT NULL DEFAULT (0), `l6` integer NOT NULL DEFAULT (0), `kind` text NOT NULL, `grade` text NOT NULL, `previous_grade` text NOT NULL, `computed_grade` text NOT NULL, `likelihood` integer NOT NULL, `severity` integer NOT NULL, `consequence` text NOT NULL, `unlimited_power` bool NOT NULL, `past_breach` bool NOT NULL, `rule` text NOT NULL, `rule_version` integer NOT NULL, `clause` text NOT NULL, `reason` text NOT NULL DEFAULT (''), `account_id` integer NULL, `actor_name` text NOT NULL, `actor_role` text NULL, `at` datetime NOT NULL, `unit_id` integer NOT NULL, `risk_point_id` integer NOT NULL, `meeting_id` integer NULL, `actor_id` integer NULL, CONSTRAINT `assessments_units_unit` FOREIGN KEY (`unit_id`) REFERENCES `units` (`id`) ON DELETE RESTRICT, CONSTRAINT `assessments_risk_points_risk_point` FOREIGN KEY (`risk_point_id`) REFERENCES `risk_points` (`id`) ON DELETE RESTRICT, CONSTRAINT `assessments_meetings_meeting` FOREIGN KEY (`meeting_id`) REFERENCES `meetings` (`id`) ON DELETE RESTRICT, CONSTRAINT `assessments_persons_actor` FOREIGN KEY (`actor_id`) REFERENCES `persons` (`id`) ON DELETE RESTRICT);
-- set sequence for "assessments" table
INSERT INTO sqlite_sequence (name, seq) VALUES ("assessments", 8589934592);
-- create index "assessment_unit_id" to table: "assessments"
CREATE INDEX `assessment_unit_id` ON `assessments` (`unit_id`);
-- create index "assessment_l1_at" to table: "assessments"
CREATE INDEX `assessment_l1_at` ON `assessments` (`l1`, `at`);
-- create index "assessment_l2_at" to table: "assessments"
CREATE INDEX `assessment_l2_at` ON `assessments` (`l2`, `at`);
-- create index "assessment_l3_at" to table: "assessments"
CREATE INDEX `assessment_l3_at` ON `assessments` (`l3`, `at`);
-- create index "assessment_l4_at" to table: "assessments"
CREATE INDEX `assessment_l4_at` ON `assessments` (`l4`, `at`);
-- create index "assessment_l5_at" to table: "assessments"
CREATE INDEX `assessment_l5_at` ON `assessments` (`l5`, `at`);
-- create index "assessment_l6_at" to table: "assessments"
CREATE INDEX `assessment_l6_at` ON `assessments` (`l6`, `at`);
-- create index "assessment_risk_point_id_at" to table: "assessments"
CREATE INDEX `assessment_risk_point_id_at` ON `assessments` (`risk_point_id`, `at`);
-- create index "assessment_at" to table: "assessments"
CREATE INDEX `assessment_at` ON `assessments` (`at`);
-- create "attachments" table
CREATE TABLE `attachments` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `l1` integer NOT NULL DEFAULT (0), `l2` integer NOT NULL DEFAULT (0), `l3` integer NOT NULL DEFAULT (0), `l4` integer NOT NULL DEFAULT (0), `l5` integer NOT NULL DEFAULT (0), `l6` integer NOT NULL DEFAULT (0), `owner_id` integer NOT NULL, `row_key` text NOT NULL DEFAULT (''), `name` text NOT NULL, `media_type` text NOT NULL, `size` integer NOT NULL, `hash` text NOT NULL, `uploader_id` integer NULL, `uploader_name` text NOT NULL, `at` datetime NOT NULL, `removed_at` datetime NULL, `remove_reason` text NOT NULL DEFAULT (''), `unit_id` integer NOT NULL, `person_id` integer NULL, CONSTRAINT `attachments_units_unit` FOREIGN KEY (`unit_id`) REFERENCES `units` (`id`) ON DELETE RESTRICT, CONSTRAINT `attachments_persons_person` FOREIGN KEY (`person_id`) REFERENCES `persons` (`id`) ON DELETE RESTRICT);
-- set sequence for "attachments" table
INSERT INTO sqlite_sequence (name, seq) VALUES ("attachments", 124554051584);
-- create index "attachment_unit_id" to table: "attachments"
CREATE INDEX `attachment_unit_id` ON `attachments` (`unit_id`);
-- create index "attachment_owner_id_at" to table: "attachments"
CREATE INDEX `attachment_owner_id_at` ON `attachments` (`owner_id`, `at`);
-- create index "attachment_row_key" to table: "attachments"
CREATE INDEX `attachment_row_key` ON `attachments` (`row_key`);
-- create index "attachment_hash" to table: "attachments"
CREATE INDEX `attachment_hash` ON `attachments` (`hash`);
-- create "audit_checkpoints" table
CREATE TABLE `audit_checkpoints` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `size` integer NOT NULL, `note` text NOT NULL, `at` datetime NOT NULL);
-- set sequence for "audit_checkpoints" table
INSERT INTO sqlite_sequence (name, seq) VALUES ("audit_checkpoints", 81604378624);
-- create index "auditcheckpoint_size" to table: "audit_checkpoints"
CREATE INDEX `auditcheckpoint_size` ON `audit_checkpoints` (`size`);
-- create "audit_entries" table
CREATE TABLE `audit_entries` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `body` text NOT NULL, `leaf_hash` blob NOT NULL, `at` datetime NOT NULL, `action` text NOT NULL, `object_type` text NOT NULL DEFAULT (''), `object_id` integer NOT NULL DEFAULT (0), `account_id` integer NOT NULL DEFAULT (0), `person_id` integer NOT NULL DEFAULT (0), `unit_id` integer NOT NULL DEFAULT (0));
-- set sequence for "audit_entries" table
INSERT INTO sqlite_sequence (name, seq) VALUES ("audit_entries", 85899345920);
-- create index "auditentry_action" to table: "audit_entries"
CREATE INDEX `auditentry_action` ON `audit_entries` (`action`);
-- create index "auditentry_account_id" to table: "audit_entries"
CREATE INDEX `auditentry_account_id` ON `audit_entries` (`account_id`);
-- create "audit_hashes" table
CREATE TABLE `audit_hashes` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `level` integer NOT NULL, `n` integer NOT NULL, `hash` blob NOT NULL);
-- set sequence for "audit_hashes" table
INSERT INTO sqlite_sequence (name, seq) VALUES ("audit_hashes", 90194313216);
-- create index "audithash_level_n" to table: "audit_hashes"
CREATE UNIQUE INDEX `audithash_level_n` ON `audit_hashes` (`level`, `n`);
-- create "audit_inbox" table
CREATE TABLE `audit_inbox` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `body` text NOT NULL, `texts` text NOT NULL);
-- set sequence for "audit_inbox" table
INSERT INTO sqlite_sequence (name, seq) VALUES ("audit_inbox", 94489280512);
-- create "audit_texts" table
CREATE TABLE `audit_texts` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `texts` text NOT NULL);
-- set sequence for "audit_texts" table
INSERT INTO sqlite_sequence (name, seq) VALUES ("audit_texts", 98784247808);
-- create "audit_touches" table
CREATE TABLE `audit_touches` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `object_id` integer NOT NULL, `entry_id` integer NOT NULL);
-- set sequence for "audit_touches" table
INSERT INTO sqlite_sequence (name, seq) VALUES ("audit_touches", 103079215104);
-- create index "audittouch_object_id_entry_id" to table: "audit_touches"
CREATE UNIQUE INDEX `audittouch_object_id_entry_id` ON `audit_touches` (`object_id`, `entry_id`);
-- create "audit_witnesses" table
CREATE TABLE `audit_witnesses` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `name` text NOT NULL, `size` integer NOT NULL DEFAULT (0), `note` text NOT NULL DEFAULT (''), `at` datetime NOT NULL, `failure` text NOT NULL DEFAULT (''));
-- set sequence for "audit_witnesses" table
INSERT INTO sqlite_sequence (name, seq) VALUES ("audit_witnesses", 107374182400);
-- create index "audit_witnesses_name_key" to table: "audit_witnesses"
CREATE UNIQUE INDEX `audit_witnesses_name_key` ON `audit_witnesses` (`name`);
-- create "campaigns" table
CREATE TABLE `campaigns` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `created_at` datetime NOT NULL, `updated_at` datetime NOT NULL, `version` integer NOT NULL DEFAULT (1), `l1` integer NOT NULL DEFAULT (0), `l2` integer NOT NULL DEFAULT (0), `l3` integer NOT NULL DEFAULT (0), `l4` integer NOT NULL DEFAULT (0), `l5` integer NOT NULL DEFAULT (0), `l6` integer NOT NULL DEFAULT (0), `year` integer NOT NULL, `title` text NOT NULL, `description` text NOT NULL DEFAULT (''), `phase` text NOT NULL, `kinds` json NOT NULL, `phases` json NOT NULL, `publicity_days` integer NOT NULL, `objection_days` integer NOT NULL, `public_names` bool NOT NULL DEFAULT (false), `opened_at` datetime NULL, `expected_at` datetime NULL, `closed_at` datetime NULL, `unit_id` integer NOT NULL, `previous_id` integer NULL, CONSTRAINT `campaigns_units_unit` FOREIGN KEY (`unit_id`) REFERENCES `units` (`id`) ON DELETE RESTRICT, CONSTRAINT `campaigns_campaigns_next` FOREIGN KEY (`previous_id`) REFERENCES `campaigns` (`id`) ON DELETE RESTRICT);
-- set sequence for "campaigns" table
INSERT INTO sqlite_sequence (name, seq) VALUES ("campaigns", 128849018880);
-- create index "campaign_unit_id" to table: "campaigns"
CREATE INDEX `campaign_unit_id` ON `campaigns` (`unit_id`);
-- create index "campaign_l1_year" to table: "campaigns"
CREATE INDEX `campaign_l1_year` ON `campaigns` (`l1`, `year`);
-- create index "campaign_l2_year" to table: "campaigns"
CREATE INDEX `campaign_l2_year` ON `campaigns` (`l2`, `year`);
-- create index "campaign_l3_year" to table: "campaigns"
CREATE INDEX `campaign_l3_year` ON `campaigns` (`l3`, `year`);
-- create index "campaign_l4_year" to table: "campaigns"
CREATE INDEX `campaign_l4_year` ON `campaigns` (`l4`, `year`);
-- create index "campaign_l5_year" to table: "campaigns"
CREATE INDEX `campaign_l5_year` ON `campaigns` (`l5`, `year`);
-- create index "campaign_l6_year" to table: "campaigns"
CREATE INDEX `campaign_l6_year` ON `campaigns` (`l6`, `year`);
-- create index "campaign_year" to table: "campaigns"
CREATE INDEX `campaign_year` ON `campaigns` (`year`);
-- create "delegations" table
CREATE TABLE `delegations` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `created_at` datetime NOT NULL, `updated_at` datetime NOT NULL, `version` integer NOT NULL DEFAULT (1), `from_day` date NOT NULL, `to_day` date NULL, `ends` json NULL, `l1` integer NOT NULL DEFAULT (0), `l2` integer NOT NULL DEFAULT (0), `l3` integer NOT NULL DEFAULT (0), `l4` integer NOT NULL DEFAULT (0), `l5` integer NOT NULL DEFAULT (0), `l6` integer NOT NULL DEFAULT (0), `reason` text NOT NULL, `unit_id` integer NOT NULL, `person_id` integer NOT NULL, `deputy_id` integer NOT NULL, CONSTRAINT `delegations_units_unit` FOREIGN KEY (`unit_id`) REFERENCES `units` (`id`) ON DELETE RESTRICT, CONSTRAINT `delegations_persons_person` FOREIGN KEY (`person_id`) REFERENCES `persons` (`id`) ON DELETE RESTRICT, CONSTRAINT `delegations_persons_deputy` FOREIGN KEY (`deputy_id`) REFERENCES `persons` (`id`) ON DELETE RESTRICT);
-- set sequence for "delegations" table
INSERT INTO sqlite_sequence (name, seq) VALUES ("delegations", 133143986176);
-- create index "delegation_unit_id" to table: "delegations"
CREATE INDEX `delegation_unit_id` ON `delegations` (`unit_id`);
-- create index "delegation_person_id_from_day" to table: "delegations"
CREATE INDEX `delegation_person_id_from_day` ON `delegations` (`person_id`, `from_day`);
-- create index "delegation_deputy_id_from_day" to table: "delegations"
CREATE INDEX `delegation_deputy_id_from_day` ON `delegations` (`deputy_id`, `from_day`);
-- create "due_items" table
CREATE TABLE `due_items` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `kind` text NOT NULL, `object_id` integer NOT NULL DEFAULT (0), `at` datetime NOT NULL, `next_at` datetime NOT NULL, `cursor` integer NOT NULL DEFAULT (0), `begun_at` datetime NULL, `attempts` integer NOT NULL DEFAULT (0), `failure` text NOT NULL DEFAULT (''));
-- set sequence for "due_items" table
INSERT INTO sqlite_sequence (name, seq) VALUES ("due_items", 219043332096);
-- create index "dueitem_kind_object_id" to table: "due_items"
CREATE UNIQUE INDEX `dueitem_kind_object_id` ON `due_items` (`kind`, `object_id`);
-- create index "dueitem_next_at" to table: "due_items"
CREATE INDEX `dueitem_next_at` ON `due_items` (`next_at`);
-- create "duties" table
CREATE TABLE `duties` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `created_at` datetime NOT NULL, `updated_at` datetime NOT NULL, `version` integer NOT NULL DEFAULT (1), `l1` integer NOT NULL DEFAULT (0), `l2` integer NOT NULL DEFAULT (0), `l3` integer NOT NULL DEFAULT (0), `l4` integer NOT NULL DEFAULT (0), `l5` integer NOT NULL DEFAULT (0), `l6` integer NOT NULL DEFAULT (0), `content` text NOT NULL, `sort_order` integer NOT NULL DEFAULT (0), `unit_id` integer NOT NULL, `post_id` integer NOT NULL, CONSTRAINT `duties_units_unit` FOREIGN KEY (`unit_id`) REFERENCES `units` (`id`) ON DELETE RESTRICT, CONSTRAINT `duties_posts_post` FOREIGN KEY (`post_id`) REFERENCES `posts` (`id`) ON DELETE RESTRICT);
-- set sequence for "duties" table
INSERT INTO sqlite_sequence (name, seq) VALUES ("duties", 12884901888);
-- create index "duty_unit_id" to table: "duties"
CREATE INDEX `duty_unit_id` ON `duties` (`unit_id`);
-- create index "duty_post_id_sort_order" to table: "duties"
CREATE INDEX `duty_post_id_sort_order` ON `duties` (`post_id`, `sort_order`);
-- create "fingerprints" table
CREATE TABLE `fingerprints` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `l1` integer NOT NULL DEFAULT (0), `l2` integer NOT NULL DEFAULT (0), `l3` integer NOT NULL DEFAULT (0), `l4` integer NOT NULL DEFAULT (0), `l5` integer NOT NULL DEFAULT (0), `l6` integer NOT NULL DEFAULT (0), `risk_point_id` integer NOT NULL, `unit_id` integer NOT NULL, `signature` blob NOT NULL, `b1` integer NOT NULL, `b2` integer NOT NULL, `b3` integer NOT NULL, `b4` integer NOT NULL, `b5` integer NOT NULL, `b6` integer NOT NULL, `b7` integer NOT NULL, `b8` integer NOT NULL);
-- set sequence for "fingerprints" table
INSERT INTO sqlite_sequence (name, seq) VALUES ("fingerprints", 214748364800);
-- create index "fingerprints_risk_point_id_key" to table: "fingerprints"
CREATE UNIQUE INDEX `fingerprints_risk_point_id_key` ON `fingerprints` (`risk_point_id`);
-- create index "fingerprint_b1" to table: "fingerprints"
CREATE INDEX `fingerprint_b1` ON `fingerprints` (`b1`);
-- create index "fingerprint_b2" to table: "fingerprints"
CREATE INDEX `fingerprint_b2` ON `fingerprints` (`b2`);
-- create index "fingerprint_b3" to table: "fingerprints"
CREATE INDEX `fingerprint_b3` ON `fingerprints` (`b3`);
-- create index "fingerprint_b4" to table: "fingerprints"
CREATE INDEX `fingerprint_b4` ON `fingerprints` (`b4`);
-- create index "fingerprint_b5" to table: "fingerprints"
CREATE INDEX `fingerprint_b5` ON `fingerprints` (`b5`);
-- create index "fingerprint_b6" to table: "fingerprints"
CREATE INDEX `fingerprint_b6` ON `fingerprints` (`b6`);
-- create index "fingerprint_b7" to table: "fingerprints"
CREATE INDEX `fingerprint_b7` ON `fingerprints` (`b7`);
-- create index "fingerprint_b8" to table: "fingerprints"
CREATE INDEX `fingerprint_b8` ON `fingerprints` (`b8`);
-- create "forms" table
CREATE TABLE `forms` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `created_at` datetime NOT NULL, `updated_at` datetime NOT NULL, `version` integer NOT NULL DEFAULT (1), `l1` integer NOT NULL DEFAULT (0), `l2` integer NOT NULL DEFAULT (0), `l3` integer NOT NULL DEFAULT (0), `l4` integer NOT NULL DEFAULT (0), `l5` integer NOT NULL DEFAULT (0), `l6` integer NOT NULL DEFAULT (0), `kind` text NOT NULL, `subject_id` integer NOT NULL, `state` text NOT NULL, `revision` integer NOT NULL DEFAULT (1), `due_on` date NOT NULL, `prepared_by` json NOT NULL, `prepared_by_persons` json NOT NULL, `started` bool NOT NULL DEFAULT (false), `contains_a` bool NOT NULL DEFAULT (false), `submission_id` integer NULL, `submitted_at` datetime NULL, `stage_since` datetime NOT NULL, `returned_at` datetime NULL, `return_reason` text NOT NULL DEFAULT (''), `publicity_until` date NULL, `filed_at` datetime NULL, `filed_number` text NOT NULL DEFAULT (''), `filed_hash` text NOT NULL DEFAULT (''), `drop_reason` text NOT NULL DEFAULT (''), `unit_id` integer NOT NULL, `campaign_id` integer NOT NULL, `person_id` integer NULL, `preparer_id` integer NULL, `addressee_id` integer NULL, CONSTRAINT `forms_units_unit` FOREIGN KEY (`unit_id`) REFERENCES `units` (`id`) ON DELETE RESTRICT, CONSTRAINT `forms_campaigns_campaign` FOREIGN KEY (`campaign_id`) REFERENCES `campaigns` (`id`) ON DELETE RESTRICT, CONSTRAINT `forms_persons_person` FOREIGN KEY (`person_id`) REFERENCES `persons` (`id`) ON DELETE RESTRICT, CONSTRAINT `forms_persons_preparer` FOREIGN KEY (`preparer_id`) REFERENCES `persons` (`id`) ON DELETE RESTRICT, CONSTRAINT `forms_persons_addressee` FOREIGN KEY (`addressee_id`) REFERENCES `persons` (`id`) ON DELETE RESTRICT);
-- set sequence for "forms" table
INSERT INTO sqlite_sequence (name, seq) VALUES ("forms", 137438953472);
-- create index "form_unit_id" to table: "forms"
CREATE INDEX `form_unit_id` ON `forms` (`unit_id`);
-- create index "form_campaign_id_l1_l2_kind_state_due_on_started_returned_at" to table: "forms"
CREATE INDEX `form_campaign_id_l1_l2_kind_state_due_on_started_returned_at` ON `forms` (`campaign_id`, `l1`, `l2`, `kind`, `state`, `due_on`, `started`, `returned_at`);
-- create index "form_campaign_id_l2_l3_kind_state_due_on_started_returned_at" to table: "forms"
CREATE INDEX `form_campaign_id_l2_l3_kind_state_due_on_started_returned_at` ON `forms` (`campaign_id`, `l2`, `l3`, `kind`, `state`, `due_on`, `started`, `returned_at`);
-- create index "form_campaign_id_l3_l4_kind_state_due_on_started_returned_at" to table: "forms"
CREATE INDEX `form_campaign_id_l3_l4_kind_state_due_on_started_returned_at` ON `forms` (`campaign_id`, `l3`, `l4`, `kind`, `state`, `due_on`, `started`, `returned_at`);
-- create index "form_campaign_id_l4_l5_kind_state_due_on_started_returned_at" to table: "forms"
CREATE INDEX `form_campaign_id_l4_l5_kind_state_due_on_started_returned_at` ON `forms` (`campaign_id`, `l4`, `l5`, `kind`, `state`, `due_on`, `started`, `returned_at`);
-- create index "form_campaign_id_l5_l6_kind_state_due_on_started_returned_at" to table: "forms"
CREATE INDEX `form_campaign_id_l5_l6_kind_state_due_on_started_returned_at` ON `forms` (`campaign_id`, `l5`, `l6`, `kind`, `state`, `due_on`, `started`, `returned_at`);
-- create index "form_campaign_id_l6_kind_state_due_on_started_returned_at" to table: "forms"
CREATE INDEX `form_campaign_id_l6_kind_state_due_on_started_returned_at` ON `forms` (`campaign_id`, `l6`, `kind`, `state`, `due_on`, `started`, `returned_at`);
-- create index "form_campaign_id_kind_subject_id" to table: "forms"
CREATE UNIQUE INDEX `form_campaign_id_kind_subject_id` ON `forms` (`campaign_id`, `kind`, `subject_id`);
-- create index "form_person_id_state" to table: "forms"
CREATE INDEX `form_person_id_state` ON `forms` (`person_id`, `state`);
-- create index "form_preparer_id_state" to table: "forms"
CREATE INDEX `form_preparer_id_state` ON `forms` (`preparer_id`, `state`);
-- create index "form_addressee_id_state" to table: "forms"
CREATE INDEX `form_addressee_id_state` ON `forms` (`addressee_id`, `state`);
-- create index "form_state_due_on" to table: "forms"
CREATE INDEX `form_state_due_on` ON `forms` (`state`, `due_on`);
-- create "form_drafts" table
CREATE TABLE `form_drafts` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `created_at` datetime NOT NULL, `updated_at` datetime NOT NULL, `version` integer NOT NULL DEFAULT (1), `content` text NOT NULL, `saved_by` integer NULL, `form_id` integer NOT NULL, CONSTRAINT `form_drafts_forms_form` FOREIGN KEY (`form_id`) REFERENCES `forms` (`id`) ON DELETE RESTRICT);
-- set sequence for "form_drafts" table
INSERT INTO sqlite_sequence (name, seq) VALUES ("form_drafts", 141733920768);
-- create "form_snapshots" table
CREATE TABLE `form_snapshots` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `hash` text NOT NULL, `content` text NOT NULL, `at` datetime NOT NULL, `form_id` integer NOT NULL, CONSTRAINT `form_snapshots_forms_form` FOREIGN KEY (`form_id`) REFERENCES `forms` (`id`) ON DELETE RESTRICT);
-- set sequence for "form_snapshots" table
INSERT INTO sqlite_sequence (name, seq) VALUES ("form_snapshots", 146028888064);
-- create index "formsnapshot_form_id_hash" to table: "form_snapshots"
CREATE UNIQUE INDEX `formsnapshot_form_id_hash` ON `form_snapshots` (`form_id`, `hash`);
-- create "form_submissions" table
CREATE TABLE `form_submissions` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `l1` integer NOT NULL DEFAULT (0), `l2` integer NOT NULL DEFAULT (0), `l3` integer NOT NULL DEFAULT (0), `l4` integer NOT NULL DEFAULT (0), `l5` integer NOT NULL DEFAULT (0), `l6` integer NOT NULL DEFAULT (0), `person_id` integer NULL, `revision` integer NOT NULL, `number` integer NOT NULL, `hash` text NOT NULL, `contains_a` bool NOT NULL, `account_id` integer NULL, `submitter_name` text NOT NULL, `at` datetime NOT NULL, `late` bool NOT NULL DEFAULT (false), `ended_at` datetime NULL, `ended_by` text NOT NULL DEFAULT (''), `end_reason` text NOT NULL DEFAULT (''), `unit_id` integer NOT NULL, `form_id` integer NOT NULL, `submitter_id` integer NULL, CONSTRAINT `form_submissions_units_unit` FOREIGN KEY (`unit_id`) REFERENCES `units` (`id`) ON DELETE RESTRICT, CONSTRAINT `form_submissions_forms_form` FOREIGN KEY (`form_id`) REFERENCES `forms` (`id`) ON DELETE RESTRICT, CONSTRAINT `form_submissions_persons_submitter` FOREIGN KEY (`submitter_id`) REFERENCES `persons` (`id`) ON DELETE RESTRICT);
-- set sequence for "form_submissions" table
INSERT INTO sqlite_sequence (name, seq) VALUES ("form_submissions", 150323855360);
-- create index "formsubmission_unit_id" to table: "form_submissions"
CREATE INDEX `formsubmission_unit_id` ON `form_submissions` (`unit_id`);
-- create index "formsubmission_form_id_number" to table: "form_submissions"
CREATE UNIQUE INDEX `formsubmission_form_id_number` ON `form_submissions` (`form_id`, `number`);
-- create "grade_recipes" table
CREATE TABLE `grade_recipes` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `l1` integer NOT NULL DEFAULT (0), `l2` integer NOT NULL DEFAULT (0), `l3` integer NOT NULL DEFAULT (0), `l4` integer NOT NULL DEFAULT (0), `l5` integer NOT NULL DEFAULT (0), `l6` integer NOT NULL DEFAULT (0), `name` text NOT NULL, `number` integer NOT NULL, `bounds` json NOT NULL, `reason` text NOT NULL, `account_id` integer NULL, `actor_name` text NOT NULL, `at` datetime NOT NULL, `unit_id` integer NOT NULL, CONSTRAINT `grade_recipes_units_unit` FOREIGN KEY (`unit_id`) REFERENCES `units` (`id`) ON DELETE RESTRICT);
-- set sequence for "grade_recipes" table
INSERT INTO sqlite_sequence (name, seq) VALUES ("grade_recipes", 154618822656);
-- create index "graderecipe_unit_id" to table: "grade_recipes"
CREATE INDEX `graderecipe_unit_id` ON `grade_recipes` (`unit_id`);
-- create index "graderecipe_unit_id_number" to table: "grade_recipes"
CREATE UNIQUE INDEX `graderecipe_unit_id_number` ON `grade_recipes` (`unit_id`, `number`);
-- create "identities" table
CREATE TABLE `identities` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `issuer` text NOT NULL, `subject` text NOT NULL, `created_at` datetime NOT NULL, `account_id` integer NOT NULL, CONSTRAINT `identities_accounts_account` FOREIGN KEY (`account_id`) REFERENCES `accounts` (`id`) ON DELETE RESTRICT);
-- set sequence for "identities" table
INSERT INTO sqlite_sequence (name, seq) VALUES ("identities", 111669149696);
-- create index "identity_issuer_subject" to table: "identities"
CREATE UNIQUE INDEX `identity_issuer_subject` ON `identities` (`issuer`, `subject`);
-- create index "identity_account_id" to table: "identities"
CREATE INDEX `identity_account_id` ON `identities` (`account_id`);
-- create "jobs" table
CREATE TABLE `jobs` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `created_at` datetime NOT NULL, `updated_at` datetime NOT NULL, `kind` text NOT NULL, `object_id` integer NOT NULL DEFAULT (0), `args` text NOT NULL DEFAULT (''), `state` text NOT NULL, `account_id` integer NULL, `cursor` text NOT NULL DEFAULT (''), `done` integer NOT NULL DEFAULT (0), `total` integer NOT NULL DEFAULT (0), `attempts` integer NOT NULL DEFAULT (0), `run_at` datetime NULL, `worker` text NOT NULL DEFAULT (''), `lease_until` datetime NULL, `cancel_asked` bool NOT NULL DEFAULT (false), `result_name` text NOT NULL DEFAULT (''), `result_hash` text NOT NULL DEFAULT (''), `result_size` integer NOT NULL DEFAULT (0), `failure` text NOT NULL DEFAULT (''), `ended_at` datetime NULL);
-- set sequence for "jobs" table
INSERT INTO sqlite_sequence (name, seq) VALUES ("jobs", 158913789952);
-- create index "job_state_lease_until" to table: "jobs"
CREATE INDEX `job_state_lease_until` ON `jobs` (`state`, `lease_until`);
-- create index "job_account_id_id" to table: "jobs"
CREATE INDEX `job_account_id_id` ON `jobs` (`account_id`, `id`);
-- create index "job_object_id_kind" to table: "jobs"
CREATE INDEX `job_object_id_kind` ON `jobs` (`object_id`, `kind`);
-- create "log_cursors" table
CREATE TABLE `log_cursors` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `name` text NOT NULL, `next` integer NOT NULL, `skipped` integer NOT NULL DEFAULT (0), `skipped_index` integer NULL, `skipped_at` datetime NULL, `failure` text NOT NULL DEFAULT (''));
-- set sequence for "log_cursors" table
INSERT INTO sqlite_sequence (name, seq) VALUES ("log_cursors", 163208757248);
-- create index "log_cursors_name_key" to table: "log_cursors"
CREATE UNIQUE INDEX `log_cursors_name_key` ON `log_cursors` (`name`);
-- create "measures" table
CREATE TABLE `measures` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `created_at` datetime NOT NULL, `updated_at` datetime NOT NULL, `version` integer NOT NULL DEFAULT (1), `l1` integer NOT NULL DEFAULT (0), `l2` integer NOT NULL DEFAULT (0), `l3` integer NOT NULL DEFAULT (0), `l4` integer NOT NULL DEFAULT (0), `l5` integer NOT NULL DEFAULT (0), `l6` integer NOT NULL DEFAULT (0), `content` text NOT NULL, `kind` text NOT NULL, `mechanism` text NOT NULL, `scope` text NOT NULL, `status` text NOT NULL, `due_on` date NULL, `frequency` text NOT NULL DEFAULT (''), `indicator` text NOT NULL DEFAULT (''), `threshold` text NOT NULL DEFAULT (''), `rules_document` text NOT NULL DEFAULT (''), `evidence` text NOT NULL DEFAULT (''), `asks_comprehensive` bool NOT NULL DEFAULT (false), `drafted_by` integer NULL, `revised_by` integer NULL, `unit_id` integer NOT NULL, `owner_id` integer NULL, `supervisor_id` integer NULL, CONSTRAINT `measures_units_unit` FOREIGN KEY (`unit_id`) REFERENCES `units` (`id`) ON DELETE RESTRICT, CONSTRAINT `measures_persons_owner` FOREIGN KEY (`owner_id`) REFERENCES `persons` (`id`) ON DELETE RESTRICT, CONSTRAINT `measures_persons_supervisor` FOREIGN KEY (`supervisor_id`) REFERENCES `persons` (`id`) ON DELETE RESTRICT);
-- set sequence for "measures" table
INSERT INTO sqlite_sequence (name, seq) VALUES ("measures", 17179869184);
-- create index "measure_unit_id" to table: "measures"
CREATE INDEX `measure_unit_id` ON `measures` (`unit_id`);
-- create index "measure_l1_status_created_at_id" to table: "measures"
CREATE INDEX `measure_l1_status_created_at_id` ON `measures` (`l1`, `status`, `created_at`, `id`);
-- create index "measure_l2_status_created_at_id" to table: "measures"
CREATE INDEX `measure_l2_status_created_at_id` ON `measures` (`l2`, `status`, `created_at`, `id`);
-- create index "measure_l3_status_created_at_id" to table: "measures"
CREATE INDEX `measure_l3_status_created_at_id` ON `measures` (`l3`, `status`, `created_at`, `id`);
-- create index "measure_l4_status_created_at_id" to table: "measures"
CREATE INDEX `measure_l4_status_created_at_id` ON `measures` (`l4`, `status`, `created_at`, `id`);
-- create index "measure_l5_status_created_at_id" to table: "measures"
CREATE INDEX `measure_l5_status_created_at_id` ON `measures` (`l5`, `status`, `created_at`, `id`);
-- create index "measure_l6_status_created_at_id" to table: "measures"
CREATE INDEX `measure_l6_status_created_at_id` ON `measures` (`l6`, `status`, `created_at`, `id`);
-- create index "measure_owner_id" to table: "measures"
CREATE INDEX `measure_owner_id` ON `measures` (`owner_id`);
-- create index "measure_supervisor_id" to table: "measures"
CREATE INDEX `measure_supervisor_id` ON `measures` (`supervisor_id`);
-- create index "measure_due_on" to table: "measures"
CREATE INDEX `measure_due_on` ON `measures` (`due_on`);
-- create "meetings" table
CREATE TABLE `meetings` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `created_at` datetime NOT NULL, `updated_at` datetime NOT NULL, `version` integer NOT NULL DEFAULT (1), `l1` integer NOT NULL DEFAULT (0), `l2` integer NOT NULL DEFAULT (0), `l3` integer NOT NULL DEFAULT (0), `l4` integer NOT NULL DEFAULT (0), `l5` integer NOT NULL DEFAULT (0), `l6` integer NOT NULL DEFAULT (0), `title` text NOT NULL, `held_on` date NOT NULL, `place` text NOT NULL DEFAULT (''), `quorum` integer NOT NULL, `state` text NOT NULL, `minutes` text NOT NULL DEFAULT (''), `opened_at` datetime NULL, `closed_at` datetime NULL, `cancel_reason` text NOT NULL DEFAULT (''), `unit_id` integer NOT NULL, `campaign_id` integer NULL, `recorder_id` integer NULL, CONSTRAINT `meetings_units_unit` FOREIGN KEY (`unit_id`) REFERENCES `units` (`id`) ON DELETE RESTRICT, CONSTRAINT `meetings_campaigns_campaign` FOREIGN KEY (`campaign_id`) REFERENCES `campaigns` (`id`) ON DELETE RESTRICT, CONSTRAINT `meetings_persons_recorder` FOREIGN KEY (`recorder_id`) REFERENCES `persons` (`id`) ON DELETE RESTRICT);
-- set sequence for "meetings" table
INSERT INTO sqlite_sequence (name, seq) VALUES ("meetings", 167503724544);
-- create index "meeting_unit_id" to table: "meetings"
CREATE INDEX `meeting_unit_id` ON `meetings` (`unit_id`);
-- create index "meeting_l1_held_on_id" to table: "meetings"
CREATE INDEX `meeting_l1_held_on_id` ON `meetings` (`l1`, `held_on`, `id`);
-- create index "meeting_l2_held_on_id" to table: "meetings"
CREATE INDEX `meeting_l2_held_on_id` ON `meetings` (`l2`, `held_on`, `id`);
-- create index "meeting_l3_held_on_id" to table: "meetings"
CREATE INDEX `meeting_l3_held_on_id` ON `meetings` (`l3`, `held_on`, `id`);
-- create index "meeting_l4_held_on_id" to table: "meetings"
CREATE INDEX `meeting_l4_held_on_id` ON `meetings` (`l4`, `held_on`, `id`);
-- create index "meeting_l5_held_on_id" to table: "meetings"
CREATE INDEX `meeting_l5_held_on_id` ON `meetings` (`l5`, `held_on`, `id`);
-- create index "meeting_l6_held_on_id" to table: "meetings"
CREATE INDEX `meeting_l6_held_on_id` ON `meetings` (`l6`, `held_on`, `id`);
-- create index "meeting_held_on_id" to table: "meetings"
CREATE INDEX `meeting_held_on_id` ON `meetings` (`held_on`, `id`);
-- create "meeting_items" table
CREATE TABLE `meeting_items` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `version` integer NOT NULL DEFAULT (1), `l1` integer NOT NULL DEFAULT (0), `l2` integer NOT NULL DEFAULT (0), `l3` integer NOT NULL DEFAULT (0), `l4` integer NOT NULL DEFAULT (0), `l5` integer NOT NULL DEFAULT (0), `l6` integer NOT NULL DEFAULT (0), `sort_order` integer NOT NULL DEFAULT (0), `proposed` text NOT NULL, `state` text NOT NULL, `decided` text NOT NULL DEFAULT ('U'), `reason` text NOT NULL DEFAULT (''), `unit_id` integer NOT NULL, `meeting_id` integer NOT NULL, `risk_point_id` integer NOT NULL, `assessment_id` integer NULL, CONSTRAINT `meeting_items_units_unit` FOREIGN KEY (`unit_id`) REFERENCES `units` (`id`) ON DELETE RESTRICT, CONSTRAINT `meeting_items_meetings_meeting` FOREIGN KEY (`meeting_id`) REFERENCES `meetings` (`id`) ON DELETE RESTRICT, CONSTRAINT `meeting_items_risk_points_risk_point` FOREIGN KEY (`risk_point_id`) REFERENCES `risk_points` (`id`) ON DELETE RESTRICT, CONSTRAINT `meeting_items_assessments_assessment` FOREIGN KEY (`assessment_id`) REFERENCES `assessments` (`id`) ON DELETE RESTRICT);
-- set sequence for "meeting_items" table
INSERT INTO sqlite_sequence (name, seq) VALUES ("meeting_items", 171798691840);
-- create index "meetingitem_unit_id" to table: "meeting_items"
CREATE INDEX `meetingitem_unit_id` ON `meeting_items` (`unit_id`);
-- create index "meetingitem_meeting_id_risk_point_id" to table: "meeting_items"
CREATE UNIQUE INDEX `meetingitem_meeting_id_risk_point_id` ON `meeting_items` (`meeting_id`, `risk_point_id`);
-- create index "meetingitem_risk_point_id" to table: "meeting_items"
CREATE INDEX `meetingitem_risk_point_id` ON `meeting_items` (`risk_point_id`);
-- create "meeting_members" table
CREATE TABLE `meeting_members` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `l1` integer NOT NULL DEFAULT (0), `l2` integer NOT NULL DEFAULT (0), `l3` integer NOT NULL DEFAULT (0), `l4` integer NOT NULL DEFAULT (0), `l5` integer NOT NULL DEFAULT (0), `l6` integer NOT NULL DEFAULT (0), `name` text NOT NULL, `title` text NOT NULL DEFAULT (''), `head` bool NOT NULL DEFAULT (false), `present` bool NOT NULL DEFAULT (false), `absence` text NOT NULL DEFAULT (''), `sort_order` integer NOT NULL DEFAULT (0), `unit_id` integer NOT NULL, `meeting_id` integer NOT NULL, `person_id` integer NOT NULL, CONSTRAINT `meeting_members_units_unit` FOREIGN KEY (`unit_id`) REFERENCES `units` (`id`) ON DELETE RESTRICT, CONSTRAINT `meeting_members_meetings_meeting` FOREIGN KEY (`meeting_id`) REFERENCES `meetings` (`id`) ON DELETE RESTRICT, CONSTRAINT `meeting_members_persons_person` FOREIGN KEY (`person_id`) REFERENCES `persons` (`id`) ON DELETE RESTRICT);
-- set sequence for "meeting_members" table
INSERT INTO sqlite_sequence (name, seq) VALUES ("meeting_members", 176093659136);
-- create index "meetingmember_unit_id" to table: "meeting_members"
CREATE INDEX `meetingmember_unit_id` ON `meeting_members` (`unit_id`);
-- create index "meetingmember_meeting_id_person_id" to table: "meeting_members"
CREATE UNIQUE INDEX `meetingmember_meeting_id_person_id` ON `meeting_members` (`meeting_id`, `person_id`);
-- create index "meetingmember_person_id" to table: "meeting_members"
CREATE INDEX `meetingmember_person_id` ON `meeting_members` (`person_id`);
-- create "meeting_votes" table
CREATE TABLE `meeting_votes` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `l1` integer NOT NULL DEFAULT (0), `l2` integer NOT NULL DEFAULT (0), `l3` integer NOT NULL DEFAULT (0), `l4` integer NOT NULL DEFAULT (0), `l5` integer NOT NULL DEFAULT (0), `l6` integer NOT NULL DEFAULT (0), `vote` text NOT NULL, `remark` text NOT NULL DEFAULT (''), `account_id` integer NULL, `at` datetime NOT NULL, `unit_id` integer NOT NULL, `item_id` integer NOT NULL, `member_id` integer NOT NULL, CONSTRAINT `meeting_votes_units_unit` FOREIGN KEY (`unit_id`) REFERENCES `units` (`id`) ON DELETE RESTRICT, CONSTRAINT `meeting_votes_meeting_items_item` FOREIGN KEY (`item_id`) REFERENCES `meeting_items` (`id`) ON DELETE RESTRICT, CONSTRAINT `meeting_votes_meeting_members_member` FOREIGN KEY (`member_id`) REFERENCES `meeting_members` (`id`) ON DELETE RESTRICT);
-- set sequence for "meeting_votes" table
INSERT INTO sqlite_sequence (name, seq) VALUES ("meeting_votes", 180388626432);
-- create index "meetingvote_unit_id" to table: "meeting_votes"
CREATE INDEX `meetingvote_unit_id` ON `meeting_votes` (`unit_id`);
-- create index "meetingvote_item_id_member_id" to table: "meeting_votes"
CREATE UNIQUE INDEX `meetingvote_item_id_member_id` ON `meeting_votes` (`item_id`, `member_id`);
-- create "notices" table
CREATE TABLE `notices` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `kind` text NOT NULL, `object_id` integer NOT NULL DEFAULT (0), `key` text NOT NULL, `words` json NOT NULL, `at` datetime NOT NULL, `read_at` datetime NULL, `digested` bool NOT NULL DEFAULT (false), `account_id` integer NOT NULL, CONSTRAINT `notices_accounts_account` FOREIGN KEY (`account_id`) REFERENCES `accounts` (`id`) ON DELETE RESTRICT);
-- set sequence for "notices" table
INSERT INTO sqlite_sequence (name, seq) VALUES ("notices", 184683593728);
-- create index "notice_account_id_key" to table: "notices"
CREATE UNIQUE INDEX `notice_account_id_key` ON `notices` (`account_id`, `key`);
-- create index "notice_account_id_read_at_at" to table: "notices"
CREATE INDEX `notice_account_id_read_at_at` ON `notices` (`account_id`, `read_at`, `at`);
-- create index "notice_account_id_at_id" to table: "notices"
CREATE INDEX `notice_account_id_at_id` ON `notices` (`account_id`, `at`, `id`);
-- create "notice_deliveries" table
CREATE TABLE `notice_deliveries` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `key` text NOT NULL, `channel` text NOT NULL, `state` text NOT NULL, `attempts` integer NOT NULL DEFAULT (0), `next_at` datetime NOT NULL, `failure` text NOT NULL DEFAULT (''), `made_at` datetime NOT NULL, `sent_at` datetime NULL, `account_id` integer NOT NULL, `notice_id` integer NULL, CONSTRAINT `notice_deliveries_accounts_account` FOREIGN KEY (`account_id`) REFERENCES `accounts` (`id`) ON DELETE RESTRICT, CONSTRAINT `notice_deliveries_notices_notice` FOREIGN KEY (`notice_id`) REFERENCES `notices` (`id`) ON DELETE RESTRICT);
-- set sequence for "notice_deliveries" table
INSERT INTO sqlite_sequence (name, seq) VALUES ("notice_deliveries", 188978561024);
-- create index "notice_deliveries_key_key" to table: "notice_deliveries"
CREATE UNIQUE INDEX `notice_deliveries_key_key` ON `notice_deliveries` (`key`);
-- create index "noticedelivery_state_next_at" to table: "notice_deliveries"
CREATE INDEX `noticedelivery_state_next_at` ON `notice_deliveries` (`state`, `next_at`);
-- create index "noticedelivery_account_id" to table: "notice_deliveries"
CREATE INDEX `noticedelivery_account_id` ON `notice_deliveries` (`account_id`);
-- create "notice_settings" table
CREATE TABLE `notice_settings` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `created_at` datetime NOT NULL, `updated_at` datetime NOT NULL, `version` integer NOT NULL DEFAULT (1), `mail` bool NOT NULL DEFAULT (false), `mail_address` text NOT NULL DEFAULT (''), `webhook` bool NOT NULL DEFAULT (false), `webhook_url` text NOT NULL DEFAULT (''), `webhook_secret` text NOT NULL DEFAULT (''), `digest` bool NOT NULL DEFAULT (false), `digest_hour` integer NOT NULL DEFAULT (8), `digested_on` date NULL, `account_id` integer NOT NULL, CONSTRAINT `notice_settings_accounts_account` FOREIGN KEY (`account_id`) REFERENCES `accounts` (`id`) ON DELETE RESTRICT);
-- set sequence for "notice_settings" table
INSERT INTO sqlite_sequence (name, seq) VALUES ("notice_settings", 193273528320);
-- create "objections" table
CREATE TABLE `objections` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `created_at` datetime NOT NULL, `updated_at` datetime NOT NULL, `version` integer NOT NULL DEFAULT (1), `l1` integer NOT NULL DEFAULT (0), `l2` integer NOT NULL DEFAULT (0), `l3` integer NOT NULL DEFAULT (0), `l4` integer NOT NULL DEFAULT (0), `l5` integer NOT NULL DEFAULT (0), `l6` integer NOT NULL DEFAULT (0), `about_id` integer NOT NULL, `about_text` text NOT NULL, `text` text NOT NULL, `tier` text NOT NULL, `due_on` date NOT NULL, `state` text NOT NULL, `outcome` text NULL, `answer` text NOT NULL DEFAULT (''), `answerer_name` text NOT NULL DEFAULT (''), `answerer_role` text NULL, `answered_at` datetime NULL, `unit_id` integer NOT NULL, `person_id` integer NULL, `answerer_id` integer NULL, CONSTRAINT `objections_units_unit` FOREIGN KEY (`unit_id`) REFERENCES `units` (`id`) ON DELETE RESTRICT, CONSTRAINT `objections_persons_person` FOREIGN KEY (`person_id`) REFERENCES `persons` (`id`) ON DELETE RESTRICT, CONSTRAINT `objections_persons_answerer` FOREIGN KEY (`answerer_id`) REFERENCES `persons` (`id`) ON DELETE RESTRICT);
-- set sequence for "objections" table
INSERT INTO sqlite_sequence (name, seq) VALUES ("objections", 197568495616);
-- create index "objection_unit_id" to table: "objections"
CREATE INDEX `objection_unit_id` ON `objections` (`unit_id`);
-- create index "objection_l1_state_due_on_id" to table: "objections"
CREATE INDEX `objection_l1_state_due_on_id` ON `objections` (`l1`, `state`, `due_on`, `id`);
-- create index "objection_l2_state_due_on_id" to table: "objections"
CREATE INDEX `objection_l2_state_due_on_id` ON `objections` (`l2`, `state`, `due_on`, `id`);
-- create index "objection_l3_state_due_on_id" to table: "objections"
CREATE INDEX `objection_l3_state_due_on_id` ON `objections` (`l3`, `state`, `due_on`, `id`);
-- create index "objection_l4_state_due_on_id" to table: "objections"
CREATE INDEX `objection_l4_state_due_on_id` ON `objections` (`l4`, `state`, `due_on`, `id`);
-- create index "objection_l5_state_due_on_id" to table: "objections"
CREATE INDEX `objection_l5_state_due_on_id` ON `objections` (`l5`, `state`, `due_on`, `id`);
-- create index "objection_l6_state_due_on_id" to table: "objections"
CREATE INDEX `objection_l6_state_due_on_id` ON `objections` (`l6`, `state`, `due_on`, `id`);
-- create index "objection_person_id" to table: "objections"
CREATE INDEX `objection_person_id` ON `objections` (`person_id`);
-- create index "objection_about_id" to table: "objections"
CREATE INDEX `objection_about_id` ON `objections` (`about_id`);
-- create index "objection_state_due_on" to table: "objections"
CREATE INDEX `objection_state_due_on` ON `objections` (`state`, `due_on`);
-- create "persons" table
CREATE TABLE `persons` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `created_at` datetime NOT NULL, `updated_at` datetime NOT NULL, `version` integer NOT NULL DEFAULT (1), `l1` integer NOT NULL DEFAULT (0), `l2` integer NOT NULL DEFAULT (0), `l3` integer NOT NULL DEFAULT (0), `l4` integer NOT NULL DEFAULT (0), `l5` integer NOT NULL DEFAULT (0), `l6` integer NOT NULL DEFAULT (0), `staff_number` text NULL, `name` text NOT NULL, `initials` text NOT NULL DEFAULT (''), `job_title` text NOT NULL DEFAULT (''), `political_status` text NULL, `unit_id` integer NOT NULL, CONSTRAINT `persons_units_unit` FOREIGN KEY (`unit_id`) REFERENCES `units` (`id`) ON DELETE RESTRICT);
-- set sequence for "persons" table
INSERT INTO sqlite_sequence (name, seq) VALUES ("persons", 21474836480);
-- create index "persons_staff_number_key" to table: "persons"
CREATE UNIQUE INDEX `persons_staff_number_key` ON `persons` (`staff_number`);
-- create index "person_unit_id" to table: "persons"
CREATE INDEX `person_unit_id` ON `persons` (`unit_id`);
-- create index "person_l1_name" to table: "persons"
CREATE INDEX `person_l1_name` ON `persons` (`l1`, `name`);
-- create index "person_l2_name" to table: "persons"
CREATE INDEX `person_l2_name` ON `persons` (`l2`, `name`);
-- create index "person_l3_name" to table: "persons"
CREATE INDEX `person_l3_name` ON `persons` (`l3`, `name`);
-- create index "person_l4_name" to table: "persons"
CREATE INDEX `person_l4_name` ON `persons` (`l4`, `name`);
-- create index "person_l5_name" to table: "persons"
CREATE INDEX `person_l5_name` ON `persons` (`l5`, `name`);
-- create index "person_l6_name" to table: "persons"
CREATE INDEX `person_l6_name` ON `persons` (`l6`, `name`);
-- create index "person_name" to table: "persons"
CREATE INDEX `person_name` ON `persons` (`name`);
-- create "portfolios" table
CREATE TABLE `portfolios` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `created_at` datetime NOT NULL, `updated_at` datetime NOT NULL, `version` integer NOT NULL DEFAULT (1), `from_day` date NOT NULL, `to_day` date NULL, `ends` json NULL, `l1` integer NOT NULL DEFAULT (0), `l2` integer NOT NULL DEFAULT (0), `l3` integer NOT NULL DEFAULT (0), `l4` integer NOT NULL DEFAULT (0), `l5` integer NOT NULL DEFAULT (0), `l6` integer NOT NULL DEFAULT (0), `kind` text NOT NULL, `unit_id` integer NOT NULL, `person_id` integer NOT NULL, CONSTRAINT `portfolios_units_unit` FOREIGN KEY (`unit_id`) REFERENCES `units` (`id`) ON DELETE RESTRICT, CONSTRAINT `portfolios_persons_person` FOREIGN KEY (`person_id`) REFERENCES `persons` (`id`) ON DELETE RESTRICT);
-- set sequence for "portfolios" table
INSERT INTO sqlite_sequence (name, seq) VALUES ("portfolios", 25769803776);
-- create index "portfolio_unit_id" to table: "portfolios"
CREATE INDEX `portfolio_unit_id` ON `portfolios` (`unit_id`);
-- create index "portfolio_person_id_unit_id_kind_from_day" to table: "portfolios"
CREATE UNIQUE INDEX `portfolio_person_id_unit_id_kind_from_day` ON `portfolios` (`person_id`, `unit_id`, `kind`, `from_day`);
-- create index "portfolio_unit_id_kind_from_day" to table: "portfolios"
CREATE INDEX `portfolio_unit_id_kind_from_day` ON `portfolios` (`unit_id`, `kind`, `from_day`);
-- create "posts" table
CREATE TABLE `posts` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `created_at` datetime NOT NULL, `updated_at` datetime NOT NULL, `version` integer NOT NULL DEFAULT (1), `l1` integer NOT NULL DEFAULT (0), `l2` integer NOT NULL DEFAULT (0), `l3` integer NOT NULL DEFAULT (0), `l4` integer NOT NULL DEFAULT (0), `l5` integer NOT NULL DEFAULT (0), `l6` integer NOT NULL DEFAULT (0), `name` text NOT NULL, `duties` text NOT NULL DEFAULT (''), `key_post` bool NOT NULL DEFAULT (false), `rotation_years` integer NULL, `closed_on` date NULL, `unit_id` integer NOT NULL, CONSTRAINT `posts_units_unit` FOREIGN KEY (`unit_id`) REFERENCES `units` (`id`) ON DELETE RESTRICT);
-- set sequence for "posts" table
INSERT INTO sqlite_sequence (name, seq) VALUES ("posts", 30064771072);
-- create index "post_unit_id" to table: "posts"
CREATE INDEX `post_unit_id` ON `posts` (`unit_id`);
-- create index "post_l1_name" to table: "posts"
CREATE INDEX `post_l1_name` ON `posts` (`l1`, `name`);
-- create index "post_l2_name" to table: "posts"
CREATE INDEX `post_l2_name` ON `posts` (`l2`, `name`);
-- create index "post_l3_name" to table: "posts"
CREATE INDEX `post_l3_name` ON `posts` (`l3`, `name`);
-- create index "post_l4_name" to table: "posts"
CREATE INDEX `post_l4_name` ON `posts` (`l4`, `name`);
-- create index "post_l5_name" to table: "posts"
CREATE INDEX `post_l5_name` ON `posts` (`l5`, `name`);
-- create index "post_l6_name" to table: "posts"
CREATE INDEX `post_l6_name` ON `posts` (`l6`, `name`);
-- create index "post_unit_id_name" to table: "posts"
CREATE UNIQUE INDEX `post_unit_id_name` ON `posts` (`unit_id`, `name`);
-- create "powers" table
CREATE TABLE `powers` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `created_at` datetime NOT NULL, `updated_at` datetime NOT NULL, `version` integer NOT NULL DEFAULT (1), `l1` integer NOT NULL DEFAULT (0), `l2` integer NOT NULL DEFAULT (0), `l3` integer NOT NULL DEFAULT (0), `l4` integer NOT NULL DEFAULT (0), `l5` integer NOT NULL DEFAULT (0), `l6` integer NOT NULL DEFAULT (0), `code` text NOT NULL, `name` text NOT NULL, `type` text NOT NULL, `legal_bases` json NOT NULL, `discretion` text NOT NULL, `discretion_note` text NOT NULL DEFAULT (''), `time_limit_days` integer NULL, `frequency` text NOT NULL DEFAULT (''), `disclosure_scope` text NOT NULL DEFAULT (''), `disclosure_form` text NOT NULL DEFAULT (''), `disclosure_reason` text NOT NULL DEFAULT (''), `retired_on` date NULL, `unit_id` integer NOT NULL, `decision_post_id` integer NULL, `execution_post_id` integer NULL, `supervision_post_id` integer NULL, CONSTRAINT `powers_units_unit` FOREIGN KEY (`unit_id`) REFERENCES `units` (`id`) ON DELETE RESTRICT, CONSTRAINT `powers_posts_decision_post` FOREIGN KEY (`decision_post_id`) REFERENCES `posts` (`id`) ON DELETE RESTRICT, CONSTRAINT `powers_posts_execution_post` FOREIGN KEY (`execution_post_id`) REFERENCES `posts` (`id`) ON DELETE RESTRICT, CONSTRAINT `powers_posts_supervision_post` FOREIGN KEY (`supervision_post_id`) REFERENCES `posts` (`id`) ON DELETE RESTRICT);
-- set sequence for "powers" table
INSERT INTO sqlite_sequence (name, seq) VALUES ("powers", 34359738368);
-- create index "power_unit_id" to table: "powers"
CREATE INDEX `power_unit_id` ON `powers` (`unit_id`);
-- create index "power_l1_type_code" to table: "powers"
CREATE INDEX `power_l1_type_code` ON `powers` (`l1`, `type`, `code`);
-- create index "power_l2_type_code" to table: "powers"
CREATE INDEX `power_l2_type_code` ON `powers` (`l2`, `type`, `code`);
-- create index "power_l3_type_code" to table: "powers"
CREATE INDEX `power_l3_type_code` ON `powers` (`l3`, `type`, `code`);
-- create index "power_l4_type_code" to table: "powers"
CREATE INDEX `power_l4_type_code` ON `powers` (`l4`, `type`, `code`);
-- create index "power_l5_type_code" to table: "powers"
CREATE INDEX `power_l5_type_code` ON `powers` (`l5`, `type`, `code`);
-- create index "power_l6_type_code" to table: "powers"
CREATE INDEX `power_l6_type_code` ON `powers` (`l6`, `type`, `code`);
-- create index "power_unit_id_code" to table: "powers"
CREATE UNIQUE INDEX `power_unit_id_code` ON `powers` (`unit_id`, `code`);
-- create "processes" table
CREATE TABLE `processes` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `created_at` datetime NOT NULL, `updated_at` datetime NOT NULL, `l1` integer NOT NULL DEFAULT (0), `l2` integer NOT NULL DEFAULT (0), `l3` integer NOT NULL DEFAULT (0), `l4` integer NOT NULL DEFAULT (0), `l5` integer NOT NULL DEFAULT (0), `l6` integer NOT NULL DEFAULT (0), `revision` integer NOT NULL, `current` bool NOT NULL, `unit_id` integer NOT NULL, `power_id` integer NOT NULL, CONSTRAINT `processes_units_unit` FOREIGN KEY (`unit_id`) REFERENCES `units` (`id`) ON DELETE RESTRICT, CONSTRAINT `processes_powers_power` FOREIGN KEY (`power_id`) REFERENCES `powers` (`id`) ON DELETE RESTRICT);
-- set sequence for "processes" table
INSERT INTO sqlite_sequence (name, seq) VALUES ("processes", 38654705664);
-- create index "process_unit_id" to table: "processes"
CREATE INDEX `process_unit_id` ON `processes` (`unit_id`);
-- create index "process_l1_current" to table: "processes"
CREATE INDEX `process_l1_current` ON `processes` (`l1`, `current`);
-- create index "process_l2_current" to table: "processes"
CREATE INDEX `process_l2_current` ON `processes` (`l2`, `current`);
-- create index "process_l3_current" to table: "processes"
CREATE INDEX `process_l3_current` ON `processes` (`l3`, `current`);
-- create index "process_l4_current" to table: "processes"
CREATE INDEX `process_l4_current` ON `processes` (`l4`, `current`);
-- create index "process_l5_current" to table: "processes"
CREATE INDEX `process_l5_current` ON `processes` (`l5`, `current`);
-- create index "process_l6_current" to table: "processes"
CREATE INDEX `process_l6_current` ON `processes` (`l6`, `current`);
-- create index "process_power_id_revision" to table: "processes"
CREATE UNIQUE INDEX `process_power_id_revision` ON `processes` (`power_id`, `revision`);
-- create "process_steps" table
CREATE TABLE `process_steps` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `l1` integer NOT NULL DEFAULT (0), `l2` integer NOT NULL DEFAULT (0), `l3` integer NOT NULL DEFAULT (0), `l4` integer NOT NULL DEFAULT (0), `l5` integer NOT NULL DEFAULT (0), `l6` integer NOT NULL DEFAULT (0), `key` text NOT NULL, `name` text NOT NULL, `kind` text NOT NULL, `sort_order` integer NOT NULL, `time_limit_days` integer NULL, `unit_id` integer NOT NULL, `process_id` integer NOT NULL, `post_id` integer NULL, CONSTRAINT `process_steps_units_unit` FOREIGN KEY (`unit_id`) REFERENCES `units` (`id`) ON DELETE RESTRICT, CONSTRAINT `process_steps_processes_process` FOREIGN KEY (`process_id`) REFERENCES `processes` (`id`) ON DELETE RESTRICT, CONSTRAINT `process_steps_posts_post` FOREIGN KEY (`post_id`) REFERENCES `posts` (`id`) ON DELETE RESTRICT);
-- set sequence for "process_steps" table
INSERT INTO sqlite_sequence (name, seq) VALUES ("process_steps", 42949672960);
-- create index "processstep_unit_id" to table: "process_steps"
CREATE INDEX `processstep_unit_id` ON `process_steps` (`unit_id`);
-- create index "processstep_process_id_key" to table: "process_steps"
CREATE UNIQUE INDEX `processstep_process_id_key` ON `process_steps` (`process_id`, `key`);
-- create index "processstep_post_id" to table: "process_steps"
CREATE INDEX `processstep_post_id` ON `process_steps` (`post_id`);
-- create "public_feedbacks" table
CREATE TABLE `public_feedbacks` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `version` integer NOT NULL DEFAULT (1), `l1` integer NOT NULL DEFAULT (0), `l2` integer NOT NULL DEFAULT (0), `l3` integer NOT NULL DEFAULT (0), `l4` integer NOT NULL DEFAULT (0), `l5` integer NOT NULL DEFAULT (0), `l6` integer NOT NULL DEFAULT (0), `text` text NOT NULL, `contact` text NOT NULL DEFAULT (''), `received_on` date NOT NULL, `state` text NOT NULL, `handling` text NOT NULL DEFAULT (''), `handled_at` datetime NULL, `unit_id` integer NOT NULL, `notice_id` integer NOT NULL, `form_id` integer NOT NULL, `handler_id` integer NULL, CONSTRAINT `public_feedbacks_units_unit` FOREIGN KEY (`unit_id`) REFERENCES `units` (`id`) ON DELETE RESTRICT, CONSTRAINT `public_feedbacks_public_notices_notice` FOREIGN KEY (`notice_id`) REFERENCES `public_notices` (`id`) ON DELETE RESTRICT, CONSTRAINT `public_feedbacks_forms_form` FOREIGN KEY (`form_id`) REFERENCES `forms` (`id`) ON DELETE RESTRICT, CONSTRAINT `public_feedbacks_persons_handler` FOREIGN KEY (`handler_id`) REFERENCES `persons` (`id`) ON DELETE RESTRICT);
-- set sequence for "public_feedbacks" table
INSERT INTO sqlite_sequence (name, seq) VALUES ("public_feedbacks", 206158430208);
-- create index "publicfeedback_unit_id" to table: "public_feedbacks"
CREATE INDEX `publicfeedback_unit_id` ON `public_feedbacks` (`unit_id`);
-- create index "publicfeedback_l1_state_received_on_id" to table: "public_feedbacks"
CREATE INDEX `publicfeedback_l1_state_received_on_id` ON `public_feedbacks` (`l1`, `state`, `received_on`, `id`);
-- create index "publicfeedback_l2_state_received_on_id" to table: "public_feedbacks"
CREATE INDEX `publicfeedback_l2_state_received_on_id` ON `public_feedbacks` (`l2`, `state`, `received_on`, `id`);
-- create index "publicfeedback_l3_state_received_on_id" to table: "public_feedbacks"
CREATE INDEX `publicfeedback_l3_state_received_on_id` ON `public_feedbacks` (`l3`, `state`, `received_on`, `id`);
-- create index "publicfeedback_l4_state_received_on_id" to table: "public_feedbacks"
CREATE INDEX `publicfeedback_l4_state_received_on_id` ON `public_feedbacks` (`l4`, `state`, `received_on`, `id`);
-- create index "publicfeedback_l5_state_received_on_id" to table: "public_feedbacks"
CREATE INDEX `publicfeedback_l5_state_received_on_id` ON `public_feedbacks` (`l5`, `state`, `received_on`, `id`);
-- create index "publicfeedback_l6_state_received_on_id" to table: "public_feedbacks"
CREATE INDEX `publicfeedback_l6_state_received_on_id` ON `public_feedbacks` (`l6`, `state`, `received_on`, `id`);
-- create index "publicfeedback_notice_id" to table: "public_feedbacks"
CREATE INDEX `publicfeedback_notice_id` ON `public_feedbacks` (`notice_id`);
-- create "public_notices" table
CREATE TABLE `public_notices` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `version` integer NOT NULL DEFAULT (1), `from_day` date NOT NULL, `to_day` date NULL, `l1` integer NOT NULL DEFAULT (0), `l2` integer NOT NULL DEFAULT (0), `l3` integer NOT NULL DEFAULT (0), `l4` integer NOT NULL DEFAULT (0), `l5` integer NOT NULL DEFAULT (0), `l6` integer NOT NULL DEFAULT (0), `slug` text NOT NULL, `hash` text NOT NULL DEFAULT (''), `ended_at` datetime NULL, `unit_id` integer NOT NULL, `form_id` integer NOT NULL, `submission_id` integer NOT NULL, CONSTRAINT `public_notices_units_unit` FOREIGN KEY (`unit_id`) REFERENCES `units` (`id`) ON DELETE RESTRICT, CONSTRAINT `public_notices_forms_form` FOREIGN KEY (`form_id`) REFERENCES `forms` (`id`) ON DELETE RESTRICT, CONSTRAINT `public_notices_form_submissions_submission` FOREIGN KEY (`submission_id`) REFERENCES `form_submissions` (`id`) ON DELETE RESTRICT);
-- set sequence for "public_notices" table
INSERT INTO sqlite_sequence (name, seq) VALUES ("public_notices", 210453397504);
-- create index "public_notices_slug_key" to table: "public_notices"
CREATE UNIQUE INDEX `public_notices_slug_key` ON `public_notices` (`slug`);
-- create index "publicnotice_unit_id" to table: "public_notices"
CREATE INDEX `publicnotice_unit_id` ON `public_notices` (`unit_id`);
-- create index "publicnotice_form_id" to table: "public_notices"
CREATE INDEX `publicnotice_form_id` ON `public_notices` (`form_id`);
-- create index "publicnotice_ended_at_to_day" to table: "public_notices"
CREATE INDEX `publicnotice_ended_at_to_day` ON `public_notices` (`ended_at`, `to_day`);
-- create "review_decisions" table
CREATE TABLE `review_decisions` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `l1` integer NOT NULL DEFAULT (0), `l2` integer NOT NULL DEFAULT (0), `l3` integer NOT NULL DEFAULT (0), `l4` integer NOT NULL DEFAULT (0), `l5` integer NOT NULL DEFAULT (0), `l6` integer NOT NULL DEFAULT (0), `person_id` integer NULL, `stage` text NOT NULL, `verdict` text NOT NULL, `text` text NOT NULL DEFAULT (''), `returned_to` text NULL, `account_id` integer NULL, `signer_name` text NOT NULL, `signer_title` text NOT NULL DEFAULT (''), `signer_role` text NULL, `behalf_name` text NOT NULL DEFAULT (''), `at` datetime NOT NULL, `voided_at` datetime NULL, `void_reason` text NOT NULL DEFAULT (''), `unit_id` integer NOT NULL, `form_id` integer NOT NULL, `submission_id` integer NOT NULL, `signer_id` integer NULL, `behalf_id` integer NULL, CONSTRAINT `review_decisions_units_unit` FOREIGN KEY (`unit_id`) REFERENCES `units` (`id`) ON DELETE RESTRICT, CONSTRAINT `review_decisions_forms_form` FOREIGN KEY (`form_id`) REFERENCES `forms` (`id`) ON DELETE RESTRICT, CONSTRAINT `review_decisions_form_submissions_submission` FOREIGN KEY (`submission_id`) REFERENCES `form_submissions` (`id`) ON DELETE RESTRICT, CONSTRAINT `review_decisions_persons_signer` FOREIGN KEY (`signer_id`) REFERENCES `persons` (`id`) ON DELETE RESTRICT, CONSTRAINT `review_decisions_persons_behalf` FOREIGN KEY (`behalf_id`) REFERENCES `persons` (`id`) ON DELETE RESTRICT);
-- set sequence for "review_decisions" table
INSERT INTO sqlite_sequence (name, seq) VALUES ("review_decisions", 201863462912);
-- create index "reviewdecision_unit_id" to table: "review_decisions"
CREATE INDEX `reviewdecision_unit_id` ON `review_decisions` (`unit_id`);
-- create index "reviewdecision_form_id_at" to table: "review_decisions"
CREATE INDEX `reviewdecision_form_id_at` ON `review_decisions` (`form_id`, `at`);
-- create index "reviewdecision_submission_id" to table: "review_decisions"
CREATE INDEX `reviewdecision_submission_id` ON `review_decisions` (`submission_id`);
-- create index "reviewdecision_signer_id" to table: "review_decisions"
CREATE INDEX `reviewdecision_signer_id` ON `review_decisions` (`signer_id`);
-- create "risk_counts" table
CREATE TABLE `risk_counts` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `unit_id` integer NOT NULL, `grade` text NOT NULL, `risk_type` text NOT NULL, `power_type` text NOT NULL, `status` text NOT NULL, `controlled` bool NOT NULL, `n` integer NOT NULL);
-- set sequence for "risk_counts" table
INSERT INTO sqlite_sequence (name, seq) VALUES ("risk_counts", 47244640256);
-- create index "riskcount_unit_id_grade_risk_type_power_type_status_controlled" to table: "risk_counts"
CREATE UNIQUE INDEX `riskcount_unit_id_grade_risk_type_power_type_status_controlled` ON `risk_counts` (`unit_id`, `grade`, `risk_type`, `power_type`, `status`, `controlled`);
-- create "risk_count_delta" table
CREATE TABLE `risk_count_delta` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `l1` integer NOT NULL DEFAULT (0), `l2` integer NOT NULL DEFAULT (0), `l3` integer NOT NULL DEFAULT (0), `l4` integer NOT NULL DEFAULT (0), `l5` integer NOT NULL DEFAULT (0), `l6` integer NOT NULL DEFAULT (0), `grade` text NOT NULL, `risk_type` text NOT NULL, `power_type` text NOT NULL, `status` text NOT NULL, `controlled` bool NOT NULL, `n` integer NOT NULL);
-- set sequence for "risk_count_delta" table
INSERT INTO sqlite_sequence (name, seq) VALUES ("risk_count_delta", 51539607552);
-- create "risk_points" table
CREATE TABLE `risk_points` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `created_at` datetime NOT NULL, `updated_at` datetime NOT NULL, `version` integer NOT NULL DEFAULT (1), `l1` integer NOT NULL DEFAULT (0), `l2` integer NOT NULL DEFAULT (0), `l3` integer NOT NULL DEFAULT (0), `l4` integer NOT NULL DEFAULT (0), `l5` integer NOT NULL DEFAULT (0), `l6` integer NOT NULL DEFAULT (0), `title` text NOT NULL, `risk_type` text NOT NULL, `status` text NOT NULL, `manifestation` text NOT NULL, `cause` text NOT NULL DEFAULT (''), `consequence` text NOT NULL, `likelihood` integer NOT NULL, `severity` integer NOT NULL, `unlimited_power` bool NOT NULL DEFAULT (false), `past_breach` bool NOT NULL DEFAULT (false), `found_by` json NOT NULL, `grade` text NOT NULL DEFAULT ('U'), `proposed_grade` text NOT NULL DEFAULT ('U'), `endorsed_grade` text NOT NULL DEFAULT ('U'), `power_type` text NOT NULL DEFAULT (''), `controlled` bool NOT NULL DEFAULT (false), `retired_reason` text NOT NULL DEFAULT (''), `retired_at` datetime NULL, `unit_id` integer NOT NULL, `power_id` integer NULL, `step_id` integer NULL, `post_id` integer NULL, `person_id` integer NULL, `direct_owner_id` integer NULL, `department_owner_id` integer NULL, `leader_owner_id` integer NULL, CONSTRAINT `risk_points_units_unit` FOREIGN KEY (`unit_id`) REFERENCES `units` (`id`) ON DELETE RESTRICT, CONSTRAINT `risk_points_powers_power` FOREIGN KEY (`power_id`) REFERENCES `powers` (`id`) ON DELETE RESTRICT, CONSTRAINT `risk_points_process_steps_step` FOREIGN KEY (`step_id`) REFERENCES `process_steps` (`id`) ON DELETE RESTRICT, CONSTRAINT `risk_points_posts_post` FOREIGN KEY (`post_id`) REFERENCES `posts` (`id`) ON DELETE RESTRICT, CONSTRAINT `risk_points_persons_person` FOREIGN KEY (`person_id`) REFERENCES `persons` (`id`) ON DELETE RESTRICT, CONSTRAINT `risk_points_persons_direct_owner` FOREIGN KEY (`direct_owner_id`) REFERENCES `persons` (`id`) ON DELETE RESTRICT, CONSTRAINT `risk_points_persons_department_owner` FOREIGN KEY (`department_owner_id`) REFERENCES `persons` (`id`) ON DELETE RESTRICT, CONSTRAINT `risk_points_persons_leader_owner` FOREIGN KEY (`leader_owner_id`) REFERENCES `persons` (`id`) ON DELETE RESTRICT);
-- set sequence for "risk_points" table
INSERT INTO sqlite_sequence (name, seq) VALUES ("risk_points", 55834574848);
-- create index "riskpoint_unit_id" to table: "risk_points"
CREATE INDEX `riskpoint_unit_id` ON `risk_points` (`unit_id`);
-- create index "riskpoint_l1_grade_status_created_at_id" to table: "risk_points"
CREATE INDEX `riskpoint_l1_grade_status_created_at_id` ON `risk_points` (`l1`, `grade`, `status`, `created_at`, `id`);
-- create index "riskpoint_l2_grade_status_created_at_id" to table: "risk_points"
CREATE INDEX `riskpoint_l2_grade_status_created_at_id` ON `risk_points` (`l2`, `grade`, `status`, `created_at`, `id`);
-- create index "riskpoint_l3_grade_status_created_at_id" to table: "risk_points"
CREATE INDEX `riskpoint_l3_grade_status_created_at_id` ON `risk_points` (`l3`, `grade`, `status`, `created_at`, `id`);
-- create index "riskpoint_l4_grade_status_created_at_id" to table: "risk_points"
CREATE INDEX `riskpoint_l4_grade_status_created_at_id` ON `risk_points` (`l4`, `grade`, `status`, `created_at`, `id`);
-- create index "riskpoint_l5_grade_status_created_at_id" to table: "risk_points"
CREATE INDEX `riskpoint_l5_grade_status_created_at_id` ON `risk_points` (`l5`, `grade`, `status`, `created_at`, `id`);
-- create index "riskpoint_l6_grade_status_created_at_id" to table: "risk_points"
CREATE INDEX `riskpoint_l6_grade_status_created_at_id` ON `risk_points` (`l6`, `grade`, `status`, `created_at`, `id`);
-- create index "riskpoint_grade_status_created_at_id" to table: "risk_points"
CREATE INDEX `riskpoint_grade_status_created_at_id` ON `risk_points` (`grade`, `status`, `created_at`, `id`);
-- create index "riskpoint_power_id" to table: "risk_points"
CREATE INDEX `riskpoint_power_id` ON `risk_points` (`power_id`);
-- create index "riskpoint_step_id" to table: "risk_points"
CREATE INDEX `riskpoint_step_id` ON `risk_points` (`step_id`);
-- create index "riskpoint_post_id" to table: "risk_points"
CREATE INDEX `riskpoint_post_id` ON `risk_points` (`post_id`);
-- create index "riskpoint_person_id" to table: "risk_points"
CREATE INDEX `riskpoint_person_id` ON `risk_points` (`person_id`);
-- create index "riskpoint_endorsed_grade" to table: "risk_points"
CREATE INDEX `riskpoint_endorsed_grade` ON `risk_points` (`endorsed_grade`);
-- create index "riskpoint_direct_owner_id" to table: "risk_points"
CREATE INDEX `riskpoint_direct_owner_id` ON `risk_points` (`direct_owner_id`);
-- create index "riskpoint_department_owner_id" to table: "risk_points"
CREATE INDEX `riskpoint_department_owner_id` ON `risk_points` (`department_owner_id`);
-- create index "riskpoint_leader_owner_id" to table: "risk_points"
CREATE INDEX `riskpoint_leader_owner_id` ON `risk_points` (`leader_owner_id`);
-- create "role_appointments" table
CREATE TABLE `role_appointments` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `created_at` datetime NOT NULL, `updated_at` datetime NOT NULL, `version` integer NOT NULL DEFAULT (1), `from_day` date NOT NULL, `to_day` date NULL, `ends` json NULL, `role` text NOT NULL, `reason` text NOT NULL DEFAULT (''), `status` text NOT NULL DEFAULT ('ACTIVE'), `confirmed_at` datetime NULL, `account_id` integer NOT NULL, `unit_id` integer NULL, `granted_by` integer NULL, `confirmed_by` integer NULL, CONSTRAINT `role_appointments_accounts_account` FOREIGN KEY (`account_id`) REFERENCES `accounts` (`id`) ON DELETE RESTRICT, CONSTRAINT `role_appointments_units_unit` FOREIGN KEY (`unit_id`) REFERENCES `units` (`id`) ON DELETE RESTRICT, CONSTRAINT `role_appointments_accounts_granter` FOREIGN KEY (`granted_by`) REFERENCES `accounts` (`id`) ON DELETE RESTRICT, CONSTRAINT `role_appointments_accounts_confirmer` FOREIGN KEY (`confirmed_by`) REFERENCES `accounts` (`id`) ON DELETE RESTRICT);
-- set sequence for "role_appointments" table
INSERT INTO sqlite_sequence (name, seq) VALUES ("role_appointments", 60129542144);
-- create index "roleappointment_account_id_from_day" to table: "role_appointments"
CREATE INDEX `roleappointment_account_id_from_day` ON `role_appointments` (`account_id`, `from_day`);
-- create index "roleappointment_unit_id" to table: "role_appointments"
CREATE INDEX `roleappointment_unit_id` ON `role_appointments` (`unit_id`);
-- create "sessions" table
CREATE TABLE `sessions` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `token_hash` text NOT NULL, `created_at` datetime NOT NULL, `seen_at` datetime NOT NULL, `expires_at` datetime NOT NULL, `method` text NOT NULL DEFAULT ('PASSWORD'), `factor_pending` bool NOT NULL DEFAULT (false), `address` text NOT NULL DEFAULT (''), `agent` text NOT NULL DEFAULT (''), `seal` text NOT NULL DEFAULT (''), `account_id` integer NOT NULL, CONSTRAINT `sessions_accounts_account` FOREIGN KEY (`account_id`) REFERENCES `accounts` (`id`) ON DELETE RESTRICT);
-- set sequence for "sessions" table
INSERT INTO sqlite_sequence (name, seq) VALUES ("sessions", 64424509440);
-- create index "sessions_token_hash_key" to table: "sessions"
CREATE UNIQUE INDEX `sessions_token_hash_key` ON `sessions` (`token_hash`);
-- create index "session_account_id" to table: "sessions"
CREATE INDEX `session_account_id` ON `sessions` (`account_id`);
-- create index "session_expires_at" to table: "sessions"
CREATE INDEX `session_expires_at` ON `sessions` (`expires_at`);
-- create "sign_in_failures" table
CREATE TABLE `sign_in_failures` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `name_hash` text NOT NULL, `failures` integer NOT NULL DEFAULT (0), `locked_until` datetime NULL, `failed_at` datetime NOT NULL);
-- set sequence for "sign_in_failures" table
INSERT INTO sqlite_sequence (name, seq) VALUES ("sign_in_failures", 115964116992);
-- create index "sign_in_failures_name_hash_key" to table: "sign_in_failures"
CREATE UNIQUE INDEX `sign_in_failures_name_hash_key` ON `sign_in_failures` (`name_hash`);
-- create index "signinfailure_failed_at" to table: "sign_in_failures"
CREATE INDEX `signinfailure_failed_at` ON `sign_in_failures` (`failed_at`);
-- create "step_edges" table
CREATE TABLE `step_edges` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `l1` integer NOT NULL DEFAULT (0), `l2` integer NOT NULL DEFAULT (0), `l3` integer NOT NULL DEFAULT (0), `l4` integer NOT NULL DEFAULT (0), `l5` integer NOT NULL DEFAULT (0), `l6` integer NOT NULL DEFAULT (0), `condition` text NOT NULL DEFAULT (''), `unit_id` integer NOT NULL, `process_id` integer NOT NULL, `from_step_id` integer NOT NULL, `to_step_id` integer NOT NULL, CONSTRAINT `step_edges_units_unit` FOREIGN KEY (`unit_id`) REFERENCES `units` (`id`) ON DELETE RESTRICT, CONSTRAINT `step_edges_processes_process` FOREIGN KEY (`process_id`) REFERENCES `processes` (`id`) ON DELETE RESTRICT, CONSTRAINT `step_edges_process_steps_from_step` FOREIGN KEY (`from_step_id`) REFERENCES `process_steps` (`id`) ON DELETE RESTRICT, CONSTRAINT `step_edges_process_steps_to_step` FOREIGN KEY (`to_step_id`) REFERENCES `process_steps` (`id`) ON DELETE RESTRICT);
-- set sequence for "step_edges" table
INSERT INTO sqlite_sequence (name, seq) VALUES ("step_edges", 68719476736);
-- create index "stepedge_unit_id" to table: "step_edges"
CREATE INDEX `stepedge_unit_id` ON `step_edges` (`unit_id`);
-- create index "stepedge_process_id_from_step_id_to_step_id" to table: "step_edges"
CREATE UNIQUE INDEX `stepedge_process_id_from_step_id_to_step_id` ON `step_edges` (`process_id`, `from_step_id`, `to_step_id`);
-- create "units" table
CREATE TABLE `units` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `created_at` datetime NOT NULL, `updated_at` datetime NOT NULL, `version` integer NOT NULL DEFAULT (1), `l1` integer NOT NULL DEFAULT (0), `l2` integer NOT NULL DEFAULT (0), `l3` integer NOT NULL DEFAULT (0), `l4` integer NOT NULL DEFAULT (0), `l5` integer NOT NULL DEFAULT (0), `l6` integer NOT NULL DEFAULT (0), `code` text NOT NULL, `name` text NOT NULL, `initials` text NOT NULL DEFAULT (''), `kind` text NOT NULL, `sort_order` integer NOT NULL DEFAULT (0), `level` integer NOT NULL, `child_count` integer NOT NULL DEFAULT (0), `closed_on` date NULL, `parent_id` integer NULL, CONSTRAINT `units_units_children` FOREIGN KEY (`parent_id`) REFERENCES `units` (`id`) ON DELETE SET NULL);
-- set sequence for "units" table
INSERT INTO sqlite_sequence (name, seq) VALUES ("units", 73014444032);
-- create index "units_code_key" to table: "units"
CREATE UNIQUE INDEX `units_code_key` ON `units` (`code`);
-- create index "unit_l1_sort_order_code" to table: "units"
CREATE INDEX `unit_l1_sort_order_code` ON `units` (`l1`, `sort_order`, `code`);
-- create index "unit_l2_sort_order_code" to table: "units"
CREATE INDEX `unit_l2_sort_order_code` ON `units` (`l2`, `sort_order`, `code`);
-- create index "unit_l3_sort_order_code" to table: "units"
CREATE INDEX `unit_l3_sort_order_code` ON `units` (`l3`, `sort_order`, `code`);
-- create index "unit_l4_sort_order_code" to table: "units"
CREATE INDEX `unit_l4_sort_order_code` ON `units` (`l4`, `sort_order`, `code`);
-- create index "unit_l5_sort_order_code" to table: "units"
CREATE INDEX `unit_l5_sort_order_code` ON `units` (`l5`, `sort_order`, `code`);
-- create index "unit_l6_sort_order_code" to table: "units"
CREATE INDEX `unit_l6_sort_order_code` ON `units` (`l6`, `sort_order`, `code`);
-- create index "unit_parent_id_sort_order_code" to table: "units"
CREATE INDEX `unit_parent_id_sort_order_code` ON `units` (`parent_id`, `sort_order`, `code`);
-- create index "unit_sort_order_code" to table: "units"
CREATE INDEX `unit_sort_order_code` ON `units` (`sort_order`, `code`);
-- create "unit_placements" table
CREATE TABLE `unit_placements` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `created_at` datetime NOT NULL, `updated_at` datetime NOT NULL, `from_day` date NOT NULL, `to_day` date NULL, `ends` json NULL, `l1` integer NOT NULL DEFAULT (0), `l2` integer NOT NULL DEFAULT (0), `l3` integer NOT NULL DEFAULT (0), `l4` integer NOT NULL DEFAULT (0), `l5` integer NOT NULL DEFAULT (0), `l6` integer NOT NULL DEFAULT (0), `unit_id` integer NOT NULL, `parent_id` integer NULL, CONSTRAINT `unit_placements_units_unit` FOREIGN KEY (`unit_id`) REFERENCES `units` (`id`) ON DELETE RESTRICT, CONSTRAINT `unit_placements_units_parent` FOREIGN KEY (`parent_id`) REFERENCES `units` (`id`) ON DELETE RESTRICT);
-- set sequence for "unit_placements" table
INSERT INTO sqlite_sequence (name, seq) VALUES ("unit_placements", 223338299392);
-- create index "unitplacement_unit_id" to table: "unit_placements"
CREATE INDEX `unitplacement_unit_id` ON `unit_placements` (`unit_id`);
-- create index "unitplacement_unit_id_from_day" to table: "unit_placements"
CREATE INDEX `unitplacement_unit_id_from_day` ON `unit_placements` (`unit_id`, `from_day`);
-- create index "unitplacement_parent_id" to table: "unit_placements"
CREATE INDEX `unitplacement_parent_id` ON `unit_placements` (`parent_id`);
-- create "witnessed_logs" table
CREATE TABLE `witnessed_logs` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `origin` text NOT NULL, `size` integer NOT NULL, `note` text NOT NULL, `at` datetime NOT NULL);
-- set sequence for "witnessed_logs" table
INSERT INTO sqlite_sequence (name, seq) VALUES ("witnessed_logs", 120259084288);
-- create index "witnessed_logs_origin_key" to table: "witnessed_logs"
CREATE UNIQUE INDEX `witnessed_logs_origin_key` ON `witnessed_logs` (`origin`);
-- create "measure_risk_points" table
CREATE TABLE `measure_risk_points` (`measure_id` integer NOT NULL, `risk_point_id` integer NOT NULL, PRIMARY KEY (`measure_id`, `risk_point_id`), CONSTRAINT `measure_risk_points_measure_id` FOREIGN KEY (`measure_id`) REFERENCES `measures` (`id`) ON DELETE CASCADE, CONSTRAINT `measure_risk_points_risk_point_id` FOREIGN KEY (`risk_point_id`) REFERENCES `risk_points` (`id`) ON DELETE CASCADE);
-- create "power_exercising_posts" table
CREATE TABLE `power_exercising_posts` (`power_id` integer NOT NULL, `post_id` integer NOT NULL, PRIMARY KEY (`power_id`, `post_id`), CONSTRAINT `power_exercising_posts_power_id` FOREIGN KEY (`power_id`) REFERENCES `powers` (`id`) ON DELETE CASCADE, CONSTRAINT `power_exercising_posts_post_id` FOREIGN KEY (`post_id`) REFERENCES `posts` (`id`) ON DELETE CASCADE);
-- create "risk_point_exposed_posts" table
CREATE TABLE `risk_point_exposed_posts` (`risk_point_id` integer NOT NULL, `post_id` integer NOT NULL, PRIMARY KEY (`risk_point_id`, `post_id`), CONSTRAINT `risk_point_exposed_posts_risk_point_id` FOREIGN KEY (`risk_point_id`) REFERENCES `risk_points` (`id`) ON DELETE CASCADE, CONSTRAINT `risk_point_exposed_posts_post_id` FOREIGN KEY (`post_id`) REFERENCES `posts` (`id`) ON DELETE CASCADE);
-- create "risk_point_exposed_persons" table
CREATE TABLE `risk_point_exposed_persons` (`risk_point_id` integer NOT NULL, `person_id` integer NOT NULL, PRIMARY KEY (`risk_point_id`, `person_id`), CONSTRAINT `risk_point_exposed_persons_risk_point_id` FOREIGN KEY (`risk_point_id`) REFERENCES `risk_points` (`id`) ON DELETE CASCADE, CONSTRAINT `risk_point_exposed_persons_person_id` FOREIGN KEY (`person_id`) REFERENCES `persons` (`id`) ON DELETE CASCADE);

-- +goose Down
-- reverse: create "risk_point_exposed_persons" table
DROP TABLE `risk_point_exposed_persons`;
-- reverse: create "risk_point_exposed_posts" table
DROP TABLE `risk_point_exposed_posts`;
-- reverse: create "power_exercising_posts" table
DROP TABLE `power_exercising_posts`;
-- reverse: create "measure_risk_points" table
DROP TABLE `measure_risk_points`;
-- reverse: create index "witnessed_logs_origin_key" to table: "witnessed_logs"
DROP INDEX `witnessed_logs_origin_key`;
-- reverse: set sequence for "witnessed_logs" table
UPDATE sqlite_sequence SET seq = 0 WHERE name = "witnessed_logs";
-- reverse: create "witnessed_logs" table
DROP TABLE `witnessed_logs`;
-- reverse: create index "unitplacement_parent_id" to table: "unit_placements"
DROP INDEX `unitplacement_parent_id`;
-- reverse: create index "unitplacement_unit_id_from_day" to table: "unit_placements"
DROP INDEX `unitplacement_unit_id_from_day`;
-- reverse: create index "unitplacement_unit_id" to table: "unit_placements"
DROP INDEX `unitplacement_unit_id`;
-- reverse: set sequence for "unit_placements" table
UPDATE sqlite_sequence SET seq = 0 WHERE name = "unit_placements";
-- reverse: create "unit_placements" table
DROP TABLE `unit_placements`;
-- reverse: create index "unit_sort_order_code" to table: "units"
DROP INDEX `unit_sort_order_code`;
-- reverse: create index "unit_parent_id_sort_order_code" to table: "units"
DROP INDEX `unit_parent_id_sort_order_code`;
-- reverse: create index "unit_l6_sort_order_code" to table: "units"
DROP INDEX `unit_l6_sort_order_code`;
-- reverse: create index "unit_l5_sort_order_code" to table: "units"
DROP INDEX `unit_l5_sort_order_code`;
-- reverse: create index "unit_l4_sort_order_code" to table: "units"
DROP INDEX `unit_l4_sort_order_code`;
-- reverse: create index "unit_l3_sort_order_code" to table: "units"
DROP INDEX `unit_l3_sort_order_code`;
-- reverse: create index "unit_l2_sort_order_code" to table: "units"
DROP INDEX `unit_l2_sort_order_code`;
-- reverse: create index "unit_l1_sort_order_code" to table: "units"
DROP INDEX `unit_l1_sort_order_code`;
-- reverse: create index "units_code_key" to table: "units"
DROP INDEX `units_code_key`;
-- reverse: set sequence for "units" table
UPDATE sqlite_sequence SET seq = 0 WHERE name = "units";
-- reverse: create "units" table
DROP TABLE `units`;
-- reverse: create index "stepedge_process_id_from_step_id_to_step_id" to table: "step_edges"
DROP INDEX `stepedge_process_id_from_step_id_to_step_id`;
-- reverse: create index "stepedge_unit_id" to table: "step_edges"
DROP INDEX `stepedge_unit_id`;
-- reverse: set sequence for "step_edges" table
UPDATE sqlite_sequence SET seq = 0 WHERE name = "step_edges";
-- reverse: create "step_edges" table
DROP TABLE `step_edges`;
-- reverse: create index "signinfailure_failed_at" to table: "sign_in_failures"
DROP INDEX `signinfailure_failed_at`;
-- reverse: create index "sign_in_failures_name_hash_key" to table: "sign_in_failures"
DROP INDEX `sign_in_failures_name_hash_key`;
-- reverse: set sequence for "sign_in_failures" table
UPDATE sqlite_sequence SET seq = 0 WHERE name = "sign_in_failures";
-- reverse: create "sign_in_failures" table
DROP TABLE `sign_in_failures`;
-- reverse: create index "session_expires_at" to table: "sessions"
DROP INDEX `session_expires_at`;
-- reverse: create index "session_account_id" to table: "sessions"
DROP INDEX `session_account_id`;
-- reverse: create index "sessions_token_hash_key" to table: "sessions"
DROP INDEX `sessions_token_hash_key`;
-- reverse: set sequence for "sessions" table
UPDATE sqlite_sequence SET seq = 0 WHERE name = "sessions";
-- reverse: create "sessions" table
DROP TABLE `sessions`;
-- reverse: create index "roleappointment_unit_id" to table: "role_appointments"
DROP INDEX `roleappointment_unit_id`;
-- reverse: create index "roleappointment_account_id_from_day" to table: "role_appointments"
DROP INDEX `roleappointment_account_id_from_day`;
-- reverse: set sequence for "role_appointments" table
UPDATE sqlite_sequence SET seq = 0 WHERE name = "role_appointments";
-- reverse: create "role_appointments" table
DROP TABLE `role_appointments`;
-- reverse: create index "riskpoint_leader_owner_id" to table: "risk_points"
DROP INDEX `riskpoint_leader_owner_id`;
-- reverse: create index "riskpoint_department_owner_id" to table: "risk_points"
DROP INDEX `riskpoint_department_owner_id`;
-- reverse: create index "riskpoint_direct_owner_id" to table: "risk_points"
DROP INDEX `riskpoint_direct_owner_id`;
-- reverse: create index "riskpoint_endorsed_grade" to table: "risk_points"
DROP INDEX `riskpoint_endorsed_grade`;
-- reverse: create index "riskpoint_person_id" to table: "risk_points"
DROP INDEX `riskpoint_person_id`;
-- reverse: create index "riskpoint_post_id" to table: "risk_points"
DROP INDEX `riskpoint_post_id`;
-- reverse: create index "riskpoint_step_id" to table: "risk_points"
DROP INDEX `riskpoint_step_id`;
-- reverse: create index "riskpoint_power_id" to table: "risk_points"
DROP INDEX `riskpoint_power_id`;
-- reverse: create index "riskpoint_grade_status_created_at_id" to table: "risk_points"
DROP INDEX `riskpoint_grade_status_created_at_id`;
-- reverse: create index "riskpoint_l6_grade_status_created_at_id" to table: "risk_points"
DROP INDEX `riskpoint_l6_grade_status_created_at_id`;
-- reverse: create index "riskpoint_l5_grade_status_created_at_id" to table: "risk_points"
DROP INDEX `riskpoint_l5_grade_status_created_at_id`;
-- reverse: create index "riskpoint_l4_grade_status_created_at_id" to table: "risk_points"
DROP INDEX `riskpoint_l4_grade_status_created_at_id`;
-- reverse: create index "riskpoint_l3_grade_status_created_at_id" to table: "risk_points"
DROP INDEX `riskpoint_l3_grade_status_created_at_id`;
-- reverse: create index "riskpoint_l2_grade_status_created_at_id" to table: "risk_points"
DROP INDEX `riskpoint_l2_grade_status_created_at_id`;
-- reverse: create index "riskpoint_l1_grade_status_created_at_id" to table: "risk_points"
DROP INDEX `riskpoint_l1_grade_status_created_at_id`;
-- reverse: create index "riskpoint_unit_id" to table: "risk_points"
DROP INDEX `riskpoint_unit_id`;
-- reverse: set sequence for "risk_points" table
UPDATE sqlite_sequence SET seq = 0 WHERE name = "risk_points";
-- reverse: create "risk_points" table
DROP TABLE `risk_points`;
-- reverse: set sequence for "risk_count_delta" table
UPDATE sqlite_sequence SET seq = 0 WHERE name = "risk_count_delta";
-- reverse: create "risk_count_delta" table
DROP TABLE `risk_count_delta`;
-- reverse: create index "riskcount_unit_id_grade_risk_type_power_type_status_controlled" to table: "risk_counts"
DROP INDEX `riskcount_unit_id_grade_risk_type_power_type_status_controlled`;
-- reverse: set sequence for "risk_counts" table
UPDATE sqlite_sequence SET seq = 0 WHERE name = "risk_counts";
-- reverse: create "risk_counts" table
DROP TABLE `risk_counts`;
-- reverse: create index "reviewdecision_signer_id" to table: "review_decisions"
DROP INDEX `reviewdecision_signer_id`;
-- reverse: create index "reviewdecision_submission_id" to table: "review_decisions"
DROP INDEX `reviewdecision_submission_id`;
-- reverse: create index "reviewdecision_form_id_at" to table: "review_decisions"
DROP INDEX `reviewdecision_form_id_at`;
-- reverse: create index "reviewdecision_unit_id" to table: "review_decisions"
DROP INDEX `reviewdecision_unit_id`;
-- reverse: set sequence for "review_decisions" table
UPDATE sqlite_sequence SET seq = 0 WHERE name = "review_decisions";
-- reverse: create "review_decisions" table
DROP TABLE `review_decisions`;
-- reverse: create index "publicnotice_ended_at_to_day" to table: "public_notices"
DROP INDEX `publicnotice_ended_at_to_day`;
-- reverse: create index "publicnotice_form_id" to table: "public_notices"
DROP INDEX `publicnotice_form_id`;
-- reverse: create index "publicnotice_unit_id" to table: "public_notices"
DROP INDEX `publicnotice_unit_id`;
-- reverse: create index "public_notices_slug_key" to table: "public_notices"
DROP INDEX `public_notices_slug_key`;
-- reverse: set sequence for "public_notices" table
UPDATE sqlite_sequence SET seq = 0 WHERE name = "public_notices";
-- reverse: create "public_notices" table
DROP TABLE `public_notices`;
-- reverse: create index "publicfeedback_notice_id" to table: "public_feedbacks"
DROP INDEX `publicfeedback_notice_id`;
-- reverse: create index "publicfeedback_l6_state_received_on_id" to table: "public_feedbacks"
DROP INDEX `publicfeedback_l6_state_received_on_id`;
-- reverse: create index "publicfeedback_l5_state_received_on_id" to table: "public_feedbacks"
DROP INDEX `publicfeedback_l5_state_received_on_id`;
-- reverse: create index "publicfeedback_l4_state_received_on_id" to table: "public_feedbacks"
DROP INDEX `publicfeedback_l4_state_received_on_id`;
-- reverse: create index "publicfeedback_l3_state_received_on_id" to table: "public_feedbacks"
DROP INDEX `publicfeedback_l3_state_received_on_id`;
-- reverse: create index "publicfeedback_l2_state_received_on_id" to table: "public_feedbacks"
DROP INDEX `publicfeedback_l2_state_received_on_id`;
-- reverse: create index "publicfeedback_l1_state_received_on_id" to table: "public_feedbacks"
DROP INDEX `publicfeedback_l1_state_received_on_id`;
-- reverse: create index "publicfeedback_unit_id" to table: "public_feedbacks"
DROP INDEX `publicfeedback_unit_id`;
-- reverse: set sequence for "public_feedbacks" table
UPDATE sqlite_sequence SET seq = 0 WHERE name = "public_feedbacks";
-- reverse: create "public_feedbacks" table
DROP TABLE `public_feedbacks`;
-- reverse: create index "processstep_post_id" to table: "process_steps"
DROP INDEX `processstep_post_id`;
-- reverse: create index "processstep_process_id_key" to table: "process_steps"
DROP INDEX `processstep_process_id_key`;
-- reverse: create index "processstep_unit_id" to table: "process_steps"
DROP INDEX `processstep_unit_id`;
-- reverse: set sequence for "process_steps" table
UPDATE sqlite_sequence SET seq = 0 WHERE name = "process_steps";
-- reverse: create "process_steps" table
DROP TABLE `process_steps`;
-- reverse: create index "process_power_id_revision" to table: "processes"
DROP INDEX `process_power_id_revision`;
-- reverse: create index "process_l6_current" to table: "processes"
DROP INDEX `process_l6_current`;
-- reverse: create index "process_l5_current" to table: "processes"
DROP INDEX `process_l5_current`;
-- reverse: create index "process_l4_current" to table: "processes"
DROP INDEX `process_l4_current`;
-- reverse: create index "process_l3_current" to table: "processes"
DROP INDEX `process_l3_current`;
-- reverse: create index "process_l2_current" to table: "processes"
DROP INDEX `process_l2_current`;
-- reverse: create index "process_l1_current" to table: "processes"
DROP INDEX `process_l1_current`;
-- reverse: create index "process_unit_id" to table: "processes"
DROP INDEX `process_unit_id`;
-- reverse: set sequence for "processes" table
UPDATE sqlite_sequence SET seq = 0 WHERE name = "processes";
-- reverse: create "processes" table
DROP TABLE `processes`;
-- reverse: create index "power_unit_id_code" to table: "powers"
DROP INDEX `power_unit_id_code`;
-- reverse: create index "power_l6_type_code" to table: "powers"
DROP INDEX `power_l6_type_code`;
-- reverse: create index "power_l5_type_code" to table: "powers"
DROP INDEX `power_l5_type_code`;
-- reverse: create index "power_l4_type_code" to table: "powers"
DROP INDEX `power_l4_type_code`;
-- reverse: create index "power_l3_type_code" to table: "powers"
DROP INDEX `power_l3_type_code`;
-- reverse: create index "power_l2_type_code" to table: "powers"
DROP INDEX `power_l2_type_code`;
-- reverse: create index "power_l1_type_code" to table: "powers"
DROP INDEX `power_l1_type_code`;
-- reverse: create index "power_unit_id" to table: "powers"
DROP INDEX `power_unit_id`;
-- reverse: set sequence for "powers" table
UPDATE sqlite_sequence SET seq = 0 WHERE name = "powers";
-- reverse: create "powers" table
DROP TABLE `powers`;
-- reverse: create index "post_unit_id_name" to table: "posts"
DROP INDEX `post_unit_id_name`;
-- reverse: create index "post_l6_name" to table: "posts"
DROP INDEX `post_l6_name`;
-- reverse: create index "post_l5_name" to table: "posts"
DROP INDEX `post_l5_name`;
-- reverse: create index "post_l4_name" to table: "posts"
DROP INDEX `post_l4_name`;
-- reverse: create index "post_l3_name" to table: "posts"
DROP INDEX `post_l3_name`;
-- reverse: create index "post_l2_name" to table: "posts"
DROP INDEX `post_l2_name`;
-- reverse: create index "post_l1_name" to table: "posts"
DROP INDEX `post_l1_name`;
-- reverse: create index "post_unit_id" to table: "posts"
DROP INDEX `post_unit_id`;
-- reverse: set sequence for "posts" table
UPDATE sqlite_sequence SET seq = 0 WHERE name = "posts";
-- reverse: create "posts" table
DROP TABLE `posts`;
-- reverse: create index "portfolio_unit_id_kind_from_day" to table: "portfolios"
DROP INDEX `portfolio_unit_id_kind_from_day`;
-- reverse: create index "portfolio_person_id_unit_id_kind_from_day" to table: "portfolios"
DROP INDEX `portfolio_person_id_unit_id_kind_from_day`;
-- reverse: create index "portfolio_unit_id" to table: "portfolios"
DROP INDEX `portfolio_unit_id`;
-- reverse: set sequence for "portfolios" table
UPDATE sqlite_sequence SET seq = 0 WHERE name = "portfolios";
-- reverse: create "portfolios" table
DROP TABLE `portfolios`;
-- reverse: create index "person_name" to table: "persons"
DROP INDEX `person_name`;
-- reverse: create index "person_l6_name" to table: "persons"
DROP INDEX `person_l6_name`;
-- reverse: create index "person_l5_name" to table: "persons"
DROP INDEX `person_l5_name`;
-- reverse: create index "person_l4_name" to table: "persons"
DROP INDEX `person_l4_name`;
-- reverse: create index "person_l3_name" to table: "persons"
DROP INDEX `person_l3_name`;
-- reverse: create index "person_l2_name" to table: "persons"
DROP INDEX `person_l2_name`;
-- reverse: create index "person_l1_name" to table: "persons"
DROP INDEX `person_l1_name`;
-- reverse: create index "person_unit_id" to table: "persons"
DROP INDEX `person_unit_id`;
-- reverse: create index "persons_staff_number_key" to table: "persons"
DROP INDEX `persons_staff_number_key`;
-- reverse: set sequence for "persons" table
UPDATE sqlite_sequence SET seq = 0 WHERE name = "persons";
-- reverse: create "persons" table
DROP TABLE `persons`;
-- reverse: create index "objection_state_due_on" to table: "objections"
DROP INDEX `objection_state_due_on`;
-- reverse: create index "objection_about_id" to table: "objections"
DROP INDEX `objection_about_id`;
-- reverse: create index "objection_person_id" to table: "objections"
DROP INDEX `objection_person_id`;
-- reverse: create index "objection_l6_state_due_on_id" to table: "objections"
DROP INDEX `objection_l6_state_due_on_id`;
-- reverse: create index "objection_l5_state_due_on_id" to table: "objections"
DROP INDEX `objection_l5_state_due_on_id`;
-- reverse: create index "objection_l4_state_due_on_id" to table: "objections"
DROP INDEX `objection_l4_state_due_on_id`;
-- reverse: create index "objection_l3_state_due_on_id" to table: "objections"
DROP INDEX `objection_l3_state_due_on_id`;
-- reverse: create index "objection_l2_state_due_on_id" to table: "objections"
DROP INDEX `objection_l2_state_due_on_id`;
-- reverse: create index "objection_l1_state_due_on_id" to table: "objections"
DROP INDEX `objection_l1_state_due_on_id`;
-- reverse: create index "objection_unit_id" to table: "objections"
DROP INDEX `objection_unit_id`;
-- reverse: set sequence for "objections" table
UPDATE sqlite_sequence SET seq = 0 WHERE name = "objections";
-- reverse: create "objections" table
DROP TABLE `objections`;
-- reverse: set sequence for "notice_settings" table
UPDATE sqlite_sequence SET seq = 0 WHERE name = "notice_settings";
-- reverse: create "notice_settings" table
DROP TABLE `notice_settings`;
-- reverse: create index "noticedelivery_account_id" to table: "notice_deliveries"
DROP INDEX `noticedelivery_account_id`;
-- reverse: create index "noticedelivery_state_next_at" to table: "notice_deliveries"
DROP INDEX `noticedelivery_state_next_at`;
-- reverse: create index "notice_deliveries_key_key" to table: "notice_deliveries"
DROP INDEX `notice_deliveries_key_key`;
-- reverse: set sequence for "notice_deliveries" table
UPDATE sqlite_sequence SET seq = 0 WHERE name = "notice_deliveries";
-- reverse: create "notice_deliveries" table
DROP TABLE `notice_deliveries`;
-- reverse: create index "notice_account_id_at_id" to table: "notices"
DROP INDEX `notice_account_id_at_id`;
-- reverse: create index "notice_account_id_read_at_at" to table: "notices"
DROP INDEX `notice_account_id_read_at_at`;
-- reverse: create index "notice_account_id_key" to table: "notices"
DROP INDEX `notice_account_id_key`;
-- reverse: set sequence for "notices" table
UPDATE sqlite_sequence SET seq = 0 WHERE name = "notices";
-- reverse: create "notices" table
DROP TABLE `notices`;
-- reverse: create index "meetingvote_item_id_member_id" to table: "meeting_votes"
DROP INDEX `meetingvote_item_id_member_id`;
-- reverse: create index "meetingvote_unit_id" to table: "meeting_votes"
DROP INDEX `meetingvote_unit_id`;
-- reverse: set sequence for "meeting_votes" table
UPDATE sqlite_sequence SET seq = 0 WHERE name = "meeting_votes";
-- reverse: create "meeting_votes" table
DROP TABLE `meeting_votes`;
-- reverse: create index "meetingmember_person_id" to table: "meeting_members"
DROP INDEX `meetingmember_person_id`;
-- reverse: create index "meetingmember_meeting_id_person_id" to table: "meeting_members"
DROP INDEX `meetingmember_meeting_id_person_id`;
-- reverse: create index "meetingmember_unit_id" to table: "meeting_members"
DROP INDEX `meetingmember_unit_id`;
-- reverse: set sequence for "meeting_members" table
UPDATE sqlite_sequence SET seq = 0 WHERE name = "meeting_members";
-- reverse: create "meeting_members" table
DROP TABLE `meeting_members`;
-- reverse: create index "meetingitem_risk_point_id" to table: "meeting_items"
DROP INDEX `meetingitem_risk_point_id`;
-- reverse: create index "meetingitem_meeting_id_risk_point_id" to table: "meeting_items"
DROP INDEX `meetingitem_meeting_id_risk_point_id`;
-- reverse: create index "meetingitem_unit_id" to table: "meeting_items"
DROP INDEX `meetingitem_unit_id`;
-- reverse: set sequence for "meeting_items" table
UPDATE sqlite_sequence SET seq = 0 WHERE name = "meeting_items";
-- reverse: create "meeting_items" table
DROP TABLE `meeting_items`;
-- reverse: create index "meeting_held_on_id" to table: "meetings"
DROP INDEX `meeting_held_on_id`;
-- reverse: create index "meeting_l6_held_on_id" to table: "meetings"
DROP INDEX `meeting_l6_held_on_id`;
-- reverse: create index "meeting_l5_held_on_id" to table: "meetings"
DROP INDEX `meeting_l5_held_on_id`;
-- reverse: create index "meeting_l4_held_on_id" to table: "meetings"
DROP INDEX `meeting_l4_held_on_id`;
-- reverse: create index "meeting_l3_held_on_id" to table: "meetings"
DROP INDEX `meeting_l3_held_on_id`;
-- reverse: create index "meeting_l2_held_on_id" to table: "meetings"
DROP INDEX `meeting_l2_held_on_id`;
-- reverse: create index "meeting_l1_held_on_id" to table: "meetings"
DROP INDEX `meeting_l1_held_on_id`;
-- reverse: create index "meeting_unit_id" to table: "meetings"
DROP INDEX `meeting_unit_id`;
-- reverse: set sequence for "meetings" table
UPDATE sqlite_sequence SET seq = 0 WHERE name = "meetings";
-- reverse: create "meetings" table
DROP TABLE `meetings`;
-- reverse: create index "measure_due_on" to table: "measures"
DROP INDEX `measure_due_on`;
-- reverse: create index "measure_supervisor_id" to table: "measures"
DROP INDEX `measure_supervisor_id`;
-- reverse: create index "measure_owner_id" to table: "measures"
DROP INDEX `measure_owner_id`;
-- reverse: create index "measure_l6_status_created_at_id" to table: "measures"
DROP INDEX `measure_l6_status_created_at_id`;
-- reverse: create index "measure_l5_status_created_at_id" to table: "measures"
DROP INDEX `measure_l5_status_created_at_id`;
-- reverse: create index "measure_l4_status_created_at_id" to table: "measures"
DROP INDEX `measure_l4_status_created_at_id`;
-- reverse: create index "measure_l3_status_created_at_id" to table: "measures"
DROP INDEX `measure_l3_status_created_at_id`;
-- reverse: create index "measure_l2_status_created_at_id" to table: "measures"
DROP INDEX `measure_l2_status_created_at_id`;
-- reverse: create index "measure_l1_status_created_at_id" to table: "measures"
DROP INDEX `measure_l1_status_created_at_id`;
-- reverse: create index "measure_unit_id" to table: "measures"
DROP INDEX `measure_unit_id`;
-- reverse: set sequence for "measures" table
UPDATE sqlite_sequence SET seq = 0 WHERE name = "measures";
-- reverse: create "measures" table
DROP TABLE `measures`;
-- reverse: create index "log_cursors_name_key" to table: "log_cursors"
DROP INDEX `log_cursors_name_key`;
-- reverse: set sequence for "log_cursors" table
UPDATE sqlite_sequence SET seq = 0 WHERE name = "log_cursors";
-- reverse: create "log_cursors" table
DROP TABLE `log_cursors`;
-- reverse: create index "job_object_id_kind" to table: "jobs"
DROP INDEX `job_object_id_kind`;
-- reverse: create index "job_account_id_id" to table: "jobs"
DROP INDEX `job_account_id_id`;
-- reverse: create index "job_state_lease_until" to table: "jobs"
DROP INDEX `job_state_lease_until`;
-- reverse: set sequence for "jobs" table
UPDATE sqlite_sequence SET seq = 0 WHERE name = "jobs";
-- reverse: create "jobs" table
DROP TABLE `jobs`;
-- reverse: create index "identity_account_id" to table: "identities"
DROP INDEX `identity_account_id`;
-- reverse: create index "identity_issuer_subject" to table: "identities"
DROP INDEX `identity_issuer_subject`;
-- reverse: set sequence for "identities" table
UPDATE sqlite_sequence SET seq = 0 WHERE name = "identities";
-- reverse: create "identities" table
DROP TABLE `identities`;
-- reverse: create index "graderecipe_unit_id_number" to table: "grade_recipes"
DROP INDEX `graderecipe_unit_id_number`;
-- reverse: create index "graderecipe_unit_id" to table: "grade_recipes"
DROP INDEX `graderecipe_unit_id`;
-- reverse: set sequence for "grade_recipes" table
UPDATE sqlite_sequence SET seq = 0 WHERE name = "grade_recipes";
-- reverse: create "grade_recipes" table
DROP TABLE `grade_recipes`;
-- reverse: create index "formsubmission_form_id_number" to table: "form_submissions"
DROP INDEX `formsubmission_form_id_number`;
-- reverse: create index "formsubmission_unit_id" to table: "form_submissions"
DROP INDEX `formsubmission_unit_id`;
-- reverse: set sequence for "form_submissions" table
UPDATE sqlite_sequence SET seq = 0 WHERE name = "form_submissions";
-- reverse: create "form_submissions" table
DROP TABLE `form_submissions`;
-- reverse: create index "formsnapshot_form_id_hash" to table: "form_snapshots"
DROP INDEX `formsnapshot_form_id_hash`;
-- reverse: set sequence for "form_snapshots" table
UPDATE sqlite_sequence SET seq = 0 WHERE name = "form_snapshots";
-- reverse: create "form_snapshots" table
DROP TABLE `form_snapshots`;
-- reverse: set sequence for "form_drafts" table
UPDATE sqlite_sequence SET seq = 0 WHERE name = "form_drafts";
-- reverse: create "form_drafts" table
DROP TABLE `form_drafts`;
-- reverse: create index "form_state_due_on" to table: "forms"
DROP INDEX `form_state_due_on`;
-- reverse: create index "form_addressee_id_state" to table: "forms"
DROP INDEX `form_addressee_id_state`;
-- reverse: create index "form_preparer_id_state" to table: "forms"
DROP INDEX `form_preparer_id_state`;
-- reverse: create index "form_person_id_state" to table: "forms"
DROP INDEX `form_person_id_state`;
-- reverse: create index "form_campaign_id_kind_subject_id" to table: "forms"
DROP INDEX `form_campaign_id_kind_subject_id`;
-- reverse: create index "form_campaign_id_l6_kind_state_due_on_started_returned_at" to table: "forms"
DROP INDEX `form_campaign_id_l6_kind_state_due_on_started_returned_at`;
-- reverse: create index "form_campaign_id_l5_l6_kind_state_due_on_started_returned_at" to table: "forms"
DROP INDEX `form_campaign_id_l5_l6_kind_state_due_on_started_returned_at`;
-- reverse: create index "form_campaign_id_l4_l5_kind_state_due_on_started_returned_at" to table: "forms"
DROP INDEX `form_campaign_id_l4_l5_kind_state_due_on_started_returned_at`;
-- reverse: create index "form_campaign_id_l3_l4_kind_state_due_on_started_returned_at" to table: "forms"
DROP INDEX `form_campaign_id_l3_l4_kind_state_due_on_started_returned_at`;
-- reverse: create index "form_campaign_id_l2_l3_kind_state_due_on_started_returned_at" to table: "forms"
DROP INDEX `form_campaign_id_l2_l3_kind_state_due_on_started_returned_at`;
-- reverse: create index "form_campaign_id_l1_l2_kind_state_due_on_started_returned_at" to table: "forms"
DROP INDEX `form_campaign_id_l1_l2_kind_state_due_on_started_returned_at`;
-- reverse: create index "form_unit_id" to table: "forms"
DROP INDEX `form_unit_id`;
-- reverse: set sequence for "forms" table
UPDATE sqlite_sequence SET seq = 0 WHERE name = "forms";
-- reverse: create "forms" table
DROP TABLE `forms`;
-- reverse: create index "fingerprint_b8" to table: "fingerprints"
DROP INDEX `fingerprint_b8`;
-- reverse: create index "fingerprint_b7" to table: "fingerprints"
DROP INDEX `fingerprint_b7`;
-- reverse: create index "fingerprint_b6" to table: "fingerprints"
DROP INDEX `fingerprint_b6`;
-- reverse: create index "fingerprint_b5" to table: "fingerprints"
DROP INDEX `fingerprint_b5`;
-- reverse: create index "fingerprint_b4" to table: "fingerprints"
DROP INDEX `fingerprint_b4`;
-- reverse: create index "fingerprint_b3" to table: "fingerprints"
DROP INDEX `fingerprint_b3`;
-- reverse: create index "fingerprint_b2" to table: "fingerprints"
DROP INDEX `fingerprint_b2`;
-- reverse: create index "fingerprint_b1" to table: "fingerprints"
DROP INDEX `fingerprint_b1`;
-- reverse: create index "fingerprints_risk_point_id_key" to table: "fingerprints"
DROP INDEX `fingerprints_risk_point_id_key`;
-- reverse: set sequence for "fingerprints" table
UPDATE sqlite_sequence SET seq = 0 WHERE name = "fingerprints";
-- reverse: create "fingerprints" table
DROP TABLE `fingerprints`;
-- reverse: create index "duty_post_id_sort_order" to table: "duties"
DROP INDEX `duty_post_id_sort_order`;
-- reverse: create index "duty_unit_id" to table: "duties"
DROP INDEX `duty_unit_id`;
-- reverse: set sequence for "duties" table
UPDATE sqlite_sequence SET seq = 0 WHERE name = "duties";
-- reverse: create "duties" table
DROP TABLE `duties`;
-- reverse: create index "dueitem_next_at" to table: "due_items"
DROP INDEX `dueitem_next_at`;
-- reverse: create index "dueitem_kind_object_id" to table: "due_items"
DROP INDEX `dueitem_kind_object_id`;
-- reverse: set sequence for "due_items" table
UPDATE sqlite_sequence SET seq = 0 WHERE name = "due_items";
-- reverse: create "due_items" table
DROP TABLE `due_items`;
-- reverse: create index "delegation_deputy_id_from_day" to table: "delegations"
DROP INDEX `delegation_deputy_id_from_day`;
-- reverse: create index "delegation_person_id_from_day" to table: "delegations"
DROP INDEX `delegation_person_id_from_day`;
-- reverse: create index "delegation_unit_id" to table: "delegations"
DROP INDEX `delegation_unit_id`;
-- reverse: set sequence for "delegations" table
UPDATE sqlite_sequence SET seq = 0 WHERE name = "delegations";
-- reverse: create "delegations" table
DROP TABLE `delegations`;
-- reverse: create index "campaign_year" to table: "campaigns"
DROP INDEX `campaign_year`;
-- reverse: create index "campaign_l6_year" to table: "campaigns"
DROP INDEX `campaign_l6_year`;
-- reverse: create index "campaign_l5_year" to table: "campaigns"
DROP INDEX `campaign_l5_year`;
-- reverse: create index "campaign_l4_year" to table: "campaigns"
DROP INDEX `campaign_l4_year`;
-- reverse: create index "campaign_l3_year" to table: "campaigns"
DROP INDEX `campaign_l3_year`;
-- reverse: create index "campaign_l2_year" to table: "campaigns"
DROP INDEX `campaign_l2_year`;
-- reverse: create index "campaign_l1_year" to table: "campaigns"
DROP INDEX `campaign_l1_year`;
-- reverse: create index "campaign_unit_id" to table: "campaigns"
DROP INDEX `campaign_unit_id`;
-- reverse: set sequence for "campaigns" table
UPDATE sqlite_sequence SET seq = 0 WHERE name = "campaigns";
-- reverse: create "campaigns" table
DROP TABLE `campaigns`;
-- reverse: create index "audit_witnesses_name_key" to table: "audit_witnesses"
DROP INDEX `audit_witnesses_name_key`;
-- reverse: set sequence for "audit_witnesses" table
UPDATE sqlite_sequence SET seq = 0 WHERE name = "audit_witnesses";
-- reverse: create "audit_witnesses" table
DROP TABLE `audit_witnesses`;
-- reverse: create index "audittouch_object_id_entry_id" to table: "audit_touches"
DROP INDEX `audittouch_object_id_entry_id`;
-- reverse: set sequence for "audit_touches" table
UPDATE sqlite_sequence SET seq = 0 WHERE name = "audit_touches";
-- reverse: create "audit_touches" table
DROP TABLE `audit_touches`;
-- reverse: set sequence for "audit_texts" table
UPDATE sqlite_sequence SET seq = 0 WHERE name = "audit_texts";
-- reverse: create "audit_texts" table
DROP TABLE `audit_texts`;
-- reverse: set sequence for "audit_inbox" table
UPDATE sqlite_sequence SET seq = 0 WHERE name = "audit_inbox";
-- reverse: create "audit_inbox" table
DROP TABLE `audit_inbox`;
-- reverse: create index "audithash_level_n" to table: "audit_hashes"
DROP INDEX `audithash_level_n`;
-- reverse: set sequence for "audit_hashes" table
UPDATE sqlite_sequence SET seq = 0 WHERE name = "audit_hashes";
-- reverse: create "audit_hashes" table
DROP TABLE `audit_hashes`;
-- reverse: create index "auditentry_account_id" to table: "audit_entries"
DROP INDEX `auditentry_account_id`;
-- reverse: create index "auditentry_action" to table: "audit_entries"
DROP INDEX `auditentry_action`;
-- reverse: set sequence for "audit_entries" table
UPDATE sqlite_sequence SET seq = 0 WHERE name = "audit_entries";
-- reverse: create "audit_entries" table
DROP TABLE `audit_entries`;
-- reverse: create index "auditcheckpoint_size" to table: "audit_checkpoints"
DROP INDEX `auditcheckpoint_size`;
-- reverse: set sequence for "audit_checkpoints" table
UPDATE sqlite_sequence SET seq = 0 WHERE name = "audit_checkpoints";
-- reverse: create "audit_checkpoints" table
DROP TABLE `audit_checkpoints`;
-- reverse: create index "attachment_hash" to table: "attachments"
DROP INDEX `attachment_hash`;
-- reverse: create index "attachment_row_key" to table: "attachments"
DROP INDEX `attachment_row_key`;
-- reverse: create index "attachment_owner_id_at" to table: "attachments"
DROP INDEX `attachment_owner_id_at`;
-- reverse: create index "attachment_unit_id" to table: "attachments"
DROP INDEX `attachment_unit_id`;
-- reverse: set sequence for "attachments" table
UPDATE sqlite_sequence SET seq = 0 WHERE name = "attachments";
-- reverse: create "attachments" table
DROP TABLE `attachments`;
-- reverse: create index "assessment_at" to table: "assessments"
DROP INDEX `assessment_at`;
-- reverse: create index "assessment_risk_point_id_at" to table: "assessments"
DROP INDEX `assessment_risk_point_id_at`;
-- reverse: create index "assessment_l6_at" to table: "assessments"
DROP INDEX `assessment_l6_at`;
-- reverse: create index "assessment_l5_at" to table: "assessments"
DROP INDEX `assessment_l5_at`;
-- reverse: create index "assessment_l4_at" to table: "assessments"
DROP INDEX `assessment_l4_at`;
-- reverse: create index "assessment_l3_at" to table: "assessments"
DROP INDEX `assessment_l3_at`;
-- reverse: create index "assessment_l2_at" to table: "assessments"
DROP INDEX `assessment_l2_at`;
-- reverse: create index "assessment_l1_at" to table: "assessments"
DROP INDEX `assessment_l1_at`;
-- reverse: create index "assessment_unit_id" to table: "assessments"
DROP INDEX `assessment_unit_id`;
-- reverse: set sequence for "assessments" table
UPDATE sqlite_sequence SET seq = 0 WHERE name = "assessments";
-- reverse: create "assessments" table
DROP TABLE `assessments`;
-- reverse: create index "appointment_post_id_from_day" to table: "appointments"
DROP INDEX `appointment_post_id_from_day`;
-- reverse: create index "appointment_person_id_post_id_from_day" to table: "appointments"
DROP INDEX `appointment_person_id_post_id_from_day`;
-- reverse: create index "appointment_unit_id" to table: "appointments"
DROP INDEX `appointment_unit_id`;
-- reverse: set sequence for "appointments" table
UPDATE sqlite_sequence SET seq = 0 WHERE name = "appointments";
-- reverse: create "appointments" table
DROP TABLE `appointments`;
-- reverse: create index "apitoken_account_id" to table: "api_tokens"
DROP INDEX `apitoken_account_id`;
-- reverse: create index "api_tokens_token_hash_key" to table: "api_tokens"
DROP INDEX `api_tokens_token_hash_key`;
-- reverse: set sequence for "api_tokens" table
UPDATE sqlite_sequence SET seq = 0 WHERE name = "api_tokens";
-- reverse: create "api_tokens" table
DROP TABLE `api_tokens`;
-- reverse: create index "accounts_login_name_key" to table: "accounts"
DROP INDEX `accounts_login_name_key`;
-- reverse: create "accounts" table
DROP TABLE `accounts`;
