-- +goose Up
-- add column "endorsed_grade" to table: "risk_points"
ALTER TABLE `risk_points` ADD COLUMN `endorsed_grade` text NOT NULL DEFAULT ('U');
-- create index "riskpoint_endorsed_grade" to table: "risk_points"
CREATE INDEX `riskpoint_endorsed_grade` ON `risk_points` (`endorsed_grade`);
-- create "attachments" table
CREATE TABLE `attachments` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `l1` integer NOT NULL DEFAULT (0), `l2` integer NOT NULL DEFAULT (0), `l3` integer NOT NULL DEFAULT (0), `l4` integer NOT NULL DEFAULT (0), `l5` integer NOT NULL DEFAULT (0), `l6` integer NOT NULL DEFAULT (0), `owner_id` integer NOT NULL, `row_key` text NOT NULL DEFAULT (''), `name` text NOT NULL, `media_type` text NOT NULL, `size` integer NOT NULL, `hash` text NOT NULL, `uploader_id` integer NULL, `uploader_name` text NOT NULL, `at` datetime NOT NULL, `removed_at` datetime NULL, `remove_reason` text NOT NULL DEFAULT (''), `unit_id` integer NOT NULL, `person_id` integer NULL, CONSTRAINT `attachments_units_unit` FOREIGN KEY (`unit_id`) REFERENCES `units` (`id`) ON DELETE RESTRICT, CONSTRAINT `attachments_persons_person` FOREIGN KEY (`person_id`) REFERENCES `persons` (`id`) ON DELETE RESTRICT);
-- set sequence for "attachments" table
INSERT INTO sqlite_sequence (name, seq) VALUES ("attachments", 124554051584);
-- create index "attachment_unit_id" to table: "attachments"
CREATE INDEX `attachment_unit_id` ON `attachments` (`unit_id`);
-- create index "attachment_owner_id_at" to table: "attachments"
CREATE INDEX `attachment_owner_id_at` ON `attachments` (`owner_id`, `at`);
-- create index "attachment_hash" to table: "attachments"
CREATE INDEX `attachment_hash` ON `attachments` (`hash`);
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
CREATE TABLE `delegations` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `created_at` datetime NOT NULL, `updated_at` datetime NOT NULL, `version` integer NOT NULL DEFAULT (1), `from_day` date NOT NULL, `to_day` date NULL, `l1` integer NOT NULL DEFAULT (0), `l2` integer NOT NULL DEFAULT (0), `l3` integer NOT NULL DEFAULT (0), `l4` integer NOT NULL DEFAULT (0), `l5` integer NOT NULL DEFAULT (0), `l6` integer NOT NULL DEFAULT (0), `reason` text NOT NULL, `unit_id` integer NOT NULL, `person_id` integer NOT NULL, `deputy_id` integer NOT NULL, CONSTRAINT `delegations_units_unit` FOREIGN KEY (`unit_id`) REFERENCES `units` (`id`) ON DELETE RESTRICT, CONSTRAINT `delegations_persons_person` FOREIGN KEY (`person_id`) REFERENCES `persons` (`id`) ON DELETE RESTRICT, CONSTRAINT `delegations_persons_deputy` FOREIGN KEY (`deputy_id`) REFERENCES `persons` (`id`) ON DELETE RESTRICT);
-- set sequence for "delegations" table
INSERT INTO sqlite_sequence (name, seq) VALUES ("delegations", 133143986176);
-- create index "delegation_unit_id" to table: "delegations"
CREATE INDEX `delegation_unit_id` ON `delegations` (`unit_id`);
-- create index "delegation_person_id_from_day" to table: "delegations"
CREATE INDEX `delegation_person_id_from_day` ON `delegations` (`person_id`, `from_day`);
-- create index "delegation_deputy_id_from_day" to table: "delegations"
CREATE INDEX `delegation_deputy_id_from_day` ON `delegations` (`deputy_id`, `from_day`);
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
-- create "jobs" table
CREATE TABLE `jobs` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `created_at` datetime NOT NULL, `updated_at` datetime NOT NULL, `kind` text NOT NULL, `object_id` integer NOT NULL DEFAULT (0), `args` text NOT NULL DEFAULT (''), `state` text NOT NULL, `account_id` integer NULL, `cursor` text NOT NULL DEFAULT (''), `done` integer NOT NULL DEFAULT (0), `total` integer NOT NULL DEFAULT (0), `attempts` integer NOT NULL DEFAULT (0), `worker` text NOT NULL DEFAULT (''), `lease_until` datetime NULL, `cancel_asked` bool NOT NULL DEFAULT (false), `result_name` text NOT NULL DEFAULT (''), `result_hash` text NOT NULL DEFAULT (''), `result_size` integer NOT NULL DEFAULT (0), `failure` text NOT NULL DEFAULT (''), `ended_at` datetime NULL);
-- set sequence for "jobs" table
INSERT INTO sqlite_sequence (name, seq) VALUES ("jobs", 158913789952);
-- create index "job_state_lease_until" to table: "jobs"
CREATE INDEX `job_state_lease_until` ON `jobs` (`state`, `lease_until`);
-- create index "job_account_id_id" to table: "jobs"
CREATE INDEX `job_account_id_id` ON `jobs` (`account_id`, `id`);
-- create index "job_object_id_kind" to table: "jobs"
CREATE INDEX `job_object_id_kind` ON `jobs` (`object_id`, `kind`);
-- create "log_cursors" table
CREATE TABLE `log_cursors` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `name` text NOT NULL, `next` integer NOT NULL);
-- set sequence for "log_cursors" table
INSERT INTO sqlite_sequence (name, seq) VALUES ("log_cursors", 163208757248);
-- create index "log_cursors_name_key" to table: "log_cursors"
CREATE UNIQUE INDEX `log_cursors_name_key` ON `log_cursors` (`name`);
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
-- create "opinions" table
CREATE TABLE `opinions` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `l1` integer NOT NULL DEFAULT (0), `l2` integer NOT NULL DEFAULT (0), `l3` integer NOT NULL DEFAULT (0), `l4` integer NOT NULL DEFAULT (0), `l5` integer NOT NULL DEFAULT (0), `l6` integer NOT NULL DEFAULT (0), `person_id` integer NULL, `stage` text NOT NULL, `verdict` text NOT NULL, `text` text NOT NULL DEFAULT (''), `returned_to` text NULL, `account_id` integer NULL, `signer_name` text NOT NULL, `signer_title` text NOT NULL DEFAULT (''), `signer_role` text NULL, `behalf_name` text NOT NULL DEFAULT (''), `at` datetime NOT NULL, `voided_at` datetime NULL, `void_reason` text NOT NULL DEFAULT (''), `unit_id` integer NOT NULL, `form_id` integer NOT NULL, `submission_id` integer NOT NULL, `signer_id` integer NULL, `behalf_id` integer NULL, CONSTRAINT `opinions_units_unit` FOREIGN KEY (`unit_id`) REFERENCES `units` (`id`) ON DELETE RESTRICT, CONSTRAINT `opinions_forms_form` FOREIGN KEY (`form_id`) REFERENCES `forms` (`id`) ON DELETE RESTRICT, CONSTRAINT `opinions_form_submissions_submission` FOREIGN KEY (`submission_id`) REFERENCES `form_submissions` (`id`) ON DELETE RESTRICT, CONSTRAINT `opinions_persons_signer` FOREIGN KEY (`signer_id`) REFERENCES `persons` (`id`) ON DELETE RESTRICT, CONSTRAINT `opinions_persons_behalf` FOREIGN KEY (`behalf_id`) REFERENCES `persons` (`id`) ON DELETE RESTRICT);
-- set sequence for "opinions" table
INSERT INTO sqlite_sequence (name, seq) VALUES ("opinions", 201863462912);
-- create index "opinion_unit_id" to table: "opinions"
CREATE INDEX `opinion_unit_id` ON `opinions` (`unit_id`);
-- create index "opinion_form_id_at" to table: "opinions"
CREATE INDEX `opinion_form_id_at` ON `opinions` (`form_id`, `at`);
-- create index "opinion_submission_id" to table: "opinions"
CREATE INDEX `opinion_submission_id` ON `opinions` (`submission_id`);
-- create index "opinion_signer_id" to table: "opinions"
CREATE INDEX `opinion_signer_id` ON `opinions` (`signer_id`);
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
CREATE TABLE `public_notices` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `version` integer NOT NULL DEFAULT (1), `from_day` date NOT NULL, `to_day` date NULL, `l1` integer NOT NULL DEFAULT (0), `l2` integer NOT NULL DEFAULT (0), `l3` integer NOT NULL DEFAULT (0), `l4` integer NOT NULL DEFAULT (0), `l5` integer NOT NULL DEFAULT (0), `l6` integer NOT NULL DEFAULT (0), `slug` text NOT NULL, `ended_at` datetime NULL, `unit_id` integer NOT NULL, `form_id` integer NOT NULL, `submission_id` integer NOT NULL, CONSTRAINT `public_notices_units_unit` FOREIGN KEY (`unit_id`) REFERENCES `units` (`id`) ON DELETE RESTRICT, CONSTRAINT `public_notices_forms_form` FOREIGN KEY (`form_id`) REFERENCES `forms` (`id`) ON DELETE RESTRICT, CONSTRAINT `public_notices_form_submissions_submission` FOREIGN KEY (`submission_id`) REFERENCES `form_submissions` (`id`) ON DELETE RESTRICT);
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
-- create "text_prints" table
CREATE TABLE `text_prints` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `l1` integer NOT NULL DEFAULT (0), `l2` integer NOT NULL DEFAULT (0), `l3` integer NOT NULL DEFAULT (0), `l4` integer NOT NULL DEFAULT (0), `l5` integer NOT NULL DEFAULT (0), `l6` integer NOT NULL DEFAULT (0), `risk_point_id` integer NOT NULL, `unit_id` integer NOT NULL, `signature` blob NOT NULL, `b1` integer NOT NULL, `b2` integer NOT NULL, `b3` integer NOT NULL, `b4` integer NOT NULL, `b5` integer NOT NULL, `b6` integer NOT NULL, `b7` integer NOT NULL, `b8` integer NOT NULL);
-- set sequence for "text_prints" table
INSERT INTO sqlite_sequence (name, seq) VALUES ("text_prints", 214748364800);
-- create index "text_prints_risk_point_id_key" to table: "text_prints"
CREATE UNIQUE INDEX `text_prints_risk_point_id_key` ON `text_prints` (`risk_point_id`);
-- create index "textprint_b1" to table: "text_prints"
CREATE INDEX `textprint_b1` ON `text_prints` (`b1`);
-- create index "textprint_b2" to table: "text_prints"
CREATE INDEX `textprint_b2` ON `text_prints` (`b2`);
-- create index "textprint_b3" to table: "text_prints"
CREATE INDEX `textprint_b3` ON `text_prints` (`b3`);
-- create index "textprint_b4" to table: "text_prints"
CREATE INDEX `textprint_b4` ON `text_prints` (`b4`);
-- create index "textprint_b5" to table: "text_prints"
CREATE INDEX `textprint_b5` ON `text_prints` (`b5`);
-- create index "textprint_b6" to table: "text_prints"
CREATE INDEX `textprint_b6` ON `text_prints` (`b6`);
-- create index "textprint_b7" to table: "text_prints"
CREATE INDEX `textprint_b7` ON `text_prints` (`b7`);
-- create index "textprint_b8" to table: "text_prints"
CREATE INDEX `textprint_b8` ON `text_prints` (`b8`);
-- add column "meeting_id" to table: "assessments"
ALTER TABLE `assessments` ADD COLUMN `meeting_id` integer NULL CONSTRAINT `assessments_meetings_meeting` REFERENCES `meetings` (`id`) ON DELETE RESTRICT;

-- +goose Down
-- reverse: add column "meeting_id" to table: "assessments"
ALTER TABLE `assessments` DROP COLUMN `meeting_id`;
-- reverse: create index "textprint_b8" to table: "text_prints"
DROP INDEX `textprint_b8`;
-- reverse: create index "textprint_b7" to table: "text_prints"
DROP INDEX `textprint_b7`;
-- reverse: create index "textprint_b6" to table: "text_prints"
DROP INDEX `textprint_b6`;
-- reverse: create index "textprint_b5" to table: "text_prints"
DROP INDEX `textprint_b5`;
-- reverse: create index "textprint_b4" to table: "text_prints"
DROP INDEX `textprint_b4`;
-- reverse: create index "textprint_b3" to table: "text_prints"
DROP INDEX `textprint_b3`;
-- reverse: create index "textprint_b2" to table: "text_prints"
DROP INDEX `textprint_b2`;
-- reverse: create index "textprint_b1" to table: "text_prints"
DROP INDEX `textprint_b1`;
-- reverse: create index "text_prints_risk_point_id_key" to table: "text_prints"
DROP INDEX `text_prints_risk_point_id_key`;
-- reverse: set sequence for "text_prints" table
UPDATE sqlite_sequence SET seq = 0 WHERE name = "text_prints";
-- reverse: create "text_prints" table
DROP TABLE `text_prints`;
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
-- reverse: create index "opinion_signer_id" to table: "opinions"
DROP INDEX `opinion_signer_id`;
-- reverse: create index "opinion_submission_id" to table: "opinions"
DROP INDEX `opinion_submission_id`;
-- reverse: create index "opinion_form_id_at" to table: "opinions"
DROP INDEX `opinion_form_id_at`;
-- reverse: create index "opinion_unit_id" to table: "opinions"
DROP INDEX `opinion_unit_id`;
-- reverse: set sequence for "opinions" table
UPDATE sqlite_sequence SET seq = 0 WHERE name = "opinions";
-- reverse: create "opinions" table
DROP TABLE `opinions`;
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
-- reverse: create index "attachment_hash" to table: "attachments"
DROP INDEX `attachment_hash`;
-- reverse: create index "attachment_owner_id_at" to table: "attachments"
DROP INDEX `attachment_owner_id_at`;
-- reverse: create index "attachment_unit_id" to table: "attachments"
DROP INDEX `attachment_unit_id`;
-- reverse: set sequence for "attachments" table
UPDATE sqlite_sequence SET seq = 0 WHERE name = "attachments";
-- reverse: create "attachments" table
DROP TABLE `attachments`;
-- reverse: create index "riskpoint_endorsed_grade" to table: "risk_points"
DROP INDEX `riskpoint_endorsed_grade`;
-- reverse: add column "endorsed_grade" to table: "risk_points"
ALTER TABLE `risk_points` DROP COLUMN `endorsed_grade`;
