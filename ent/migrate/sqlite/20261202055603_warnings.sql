-- +goose Up
-- create "warnings" table
CREATE TABLE `warnings` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `created_at` datetime NOT NULL, `updated_at` datetime NOT NULL, `version` integer NOT NULL DEFAULT (1), `l1` integer NOT NULL DEFAULT (0), `l2` integer NOT NULL DEFAULT (0), `l3` integer NOT NULL DEFAULT (0), `l4` integer NOT NULL DEFAULT (0), `l5` integer NOT NULL DEFAULT (0), `l6` integer NOT NULL DEFAULT (0), `cause_key` text NULL, `bureau_id` integer NOT NULL, `year` integer NOT NULL, `serial` integer NOT NULL, `kind` text NOT NULL, `subject_id` integer NOT NULL, `subject_text` text NOT NULL, `grade` text NOT NULL, `since` date NOT NULL, `gone_on` date NULL, `rule` text NOT NULL, `colour` text NOT NULL, `state` text NOT NULL, `tier` text NOT NULL, `due_on` date NULL, `hops` integer NOT NULL DEFAULT (0), `next_hop_on` date NULL, `answer` text NOT NULL DEFAULT (''), `answered_at` datetime NULL, `answered_by` integer NULL, `lifted_at` datetime NULL, `lift_ground` text NULL, `unit_id` integer NOT NULL, `person_id` integer NULL, `concerned_id` integer NULL, `answerer_id` integer NULL, CONSTRAINT `warnings_units_unit` FOREIGN KEY (`unit_id`) REFERENCES `units` (`id`) ON DELETE RESTRICT, CONSTRAINT `warnings_persons_person` FOREIGN KEY (`person_id`) REFERENCES `persons` (`id`) ON DELETE RESTRICT, CONSTRAINT `warnings_persons_concerned` FOREIGN KEY (`concerned_id`) REFERENCES `persons` (`id`) ON DELETE RESTRICT, CONSTRAINT `warnings_persons_answerer` FOREIGN KEY (`answerer_id`) REFERENCES `persons` (`id`) ON DELETE RESTRICT);
-- set sequence for "warnings" table
INSERT INTO sqlite_sequence (name, seq) VALUES ("warnings", 309237645312);
-- create index "warnings_cause_key_key" to table: "warnings"
CREATE UNIQUE INDEX `warnings_cause_key_key` ON `warnings` (`cause_key`);
-- create index "warning_unit_id" to table: "warnings"
CREATE INDEX `warning_unit_id` ON `warnings` (`unit_id`);
-- create index "warning_l1_state_due_on_id" to table: "warnings"
CREATE INDEX `warning_l1_state_due_on_id` ON `warnings` (`l1`, `state`, `due_on`, `id`);
-- create index "warning_l2_state_due_on_id" to table: "warnings"
CREATE INDEX `warning_l2_state_due_on_id` ON `warnings` (`l2`, `state`, `due_on`, `id`);
-- create index "warning_l3_state_due_on_id" to table: "warnings"
CREATE INDEX `warning_l3_state_due_on_id` ON `warnings` (`l3`, `state`, `due_on`, `id`);
-- create index "warning_l4_state_due_on_id" to table: "warnings"
CREATE INDEX `warning_l4_state_due_on_id` ON `warnings` (`l4`, `state`, `due_on`, `id`);
-- create index "warning_l5_state_due_on_id" to table: "warnings"
CREATE INDEX `warning_l5_state_due_on_id` ON `warnings` (`l5`, `state`, `due_on`, `id`);
-- create index "warning_l6_state_due_on_id" to table: "warnings"
CREATE INDEX `warning_l6_state_due_on_id` ON `warnings` (`l6`, `state`, `due_on`, `id`);
-- create index "warning_bureau_id_year_serial" to table: "warnings"
CREATE UNIQUE INDEX `warning_bureau_id_year_serial` ON `warnings` (`bureau_id`, `year`, `serial`);
-- create index "warning_unit_id_cause_key" to table: "warnings"
CREATE INDEX `warning_unit_id_cause_key` ON `warnings` (`unit_id`, `cause_key`);
-- create index "warning_person_id_state_due_on" to table: "warnings"
CREATE INDEX `warning_person_id_state_due_on` ON `warnings` (`person_id`, `state`, `due_on`);
-- create index "warning_concerned_id" to table: "warnings"
CREATE INDEX `warning_concerned_id` ON `warnings` (`concerned_id`);
-- create index "warning_state_next_hop_on" to table: "warnings"
CREATE INDEX `warning_state_next_hop_on` ON `warnings` (`state`, `next_hop_on`);
-- create index "warning_subject_id_kind" to table: "warnings"
CREATE INDEX `warning_subject_id_kind` ON `warnings` (`subject_id`, `kind`);
-- create "warning_causes" table
CREATE TABLE `warning_causes` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `l1` integer NOT NULL DEFAULT (0), `l2` integer NOT NULL DEFAULT (0), `l3` integer NOT NULL DEFAULT (0), `l4` integer NOT NULL DEFAULT (0), `l5` integer NOT NULL DEFAULT (0), `l6` integer NOT NULL DEFAULT (0), `unit_id` integer NOT NULL, `live_key` text NULL, `kind` text NOT NULL, `subject_id` integer NOT NULL, `concerned_id` integer NULL, `grade` text NOT NULL, `severity` integer NOT NULL DEFAULT (0), `since` date NOT NULL, `gone_on` date NULL);
-- set sequence for "warning_causes" table
INSERT INTO sqlite_sequence (name, seq) VALUES ("warning_causes", 313532612608);
-- create index "warning_causes_live_key_key" to table: "warning_causes"
CREATE UNIQUE INDEX `warning_causes_live_key_key` ON `warning_causes` (`live_key`);
-- create index "warningcause_l1_kind_since" to table: "warning_causes"
CREATE INDEX `warningcause_l1_kind_since` ON `warning_causes` (`l1`, `kind`, `since`);
-- create index "warningcause_l2_kind_since" to table: "warning_causes"
CREATE INDEX `warningcause_l2_kind_since` ON `warning_causes` (`l2`, `kind`, `since`);
-- create index "warningcause_l3_kind_since" to table: "warning_causes"
CREATE INDEX `warningcause_l3_kind_since` ON `warning_causes` (`l3`, `kind`, `since`);
-- create index "warningcause_l4_kind_since" to table: "warning_causes"
CREATE INDEX `warningcause_l4_kind_since` ON `warning_causes` (`l4`, `kind`, `since`);
-- create index "warningcause_l5_kind_since" to table: "warning_causes"
CREATE INDEX `warningcause_l5_kind_since` ON `warning_causes` (`l5`, `kind`, `since`);
-- create index "warningcause_l6_kind_since" to table: "warning_causes"
CREATE INDEX `warningcause_l6_kind_since` ON `warning_causes` (`l6`, `kind`, `since`);
-- create index "warningcause_unit_id_live_key" to table: "warning_causes"
CREATE INDEX `warningcause_unit_id_live_key` ON `warning_causes` (`unit_id`, `live_key`);
-- create index "warningcause_subject_id_kind" to table: "warning_causes"
CREATE INDEX `warningcause_subject_id_kind` ON `warning_causes` (`subject_id`, `kind`);
-- create "warning_events" table
CREATE TABLE `warning_events` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `position` integer NOT NULL, `kind` text NOT NULL, `at` datetime NOT NULL, `account_id` integer NULL, `actor_name` text NOT NULL DEFAULT (''), `colour` text NOT NULL, `tier` text NOT NULL, `due_on` date NULL, `text` text NOT NULL DEFAULT (''), `warning_id` integer NOT NULL, `person_id` integer NULL, CONSTRAINT `warning_events_warnings_warning` FOREIGN KEY (`warning_id`) REFERENCES `warnings` (`id`) ON DELETE RESTRICT, CONSTRAINT `warning_events_persons_person` FOREIGN KEY (`person_id`) REFERENCES `persons` (`id`) ON DELETE RESTRICT);
-- set sequence for "warning_events" table
INSERT INTO sqlite_sequence (name, seq) VALUES ("warning_events", 317827579904);
-- create index "warningevent_warning_id_position" to table: "warning_events"
CREATE UNIQUE INDEX `warningevent_warning_id_position` ON `warning_events` (`warning_id`, `position`);
-- create "warning_rules" table
CREATE TABLE `warning_rules` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `l1` integer NOT NULL DEFAULT (0), `l2` integer NOT NULL DEFAULT (0), `l3` integer NOT NULL DEFAULT (0), `l4` integer NOT NULL DEFAULT (0), `l5` integer NOT NULL DEFAULT (0), `l6` integer NOT NULL DEFAULT (0), `code` text NOT NULL, `number` integer NOT NULL, `on` bool NOT NULL, `withdrawn` bool NOT NULL, `settings` text NOT NULL, `reason` text NOT NULL, `account_id` integer NULL, `actor_name` text NOT NULL, `at` datetime NOT NULL, `unit_id` integer NOT NULL, CONSTRAINT `warning_rules_units_unit` FOREIGN KEY (`unit_id`) REFERENCES `units` (`id`) ON DELETE RESTRICT);
-- set sequence for "warning_rules" table
INSERT INTO sqlite_sequence (name, seq) VALUES ("warning_rules", 322122547200);
-- create index "warningrule_unit_id" to table: "warning_rules"
CREATE INDEX `warningrule_unit_id` ON `warning_rules` (`unit_id`);
-- create index "warningrule_unit_id_code_number" to table: "warning_rules"
CREATE UNIQUE INDEX `warningrule_unit_id_code_number` ON `warning_rules` (`unit_id`, `code`, `number`);

-- +goose Down
-- reverse: create index "warningrule_unit_id_code_number" to table: "warning_rules"
DROP INDEX `warningrule_unit_id_code_number`;
-- reverse: create index "warningrule_unit_id" to table: "warning_rules"
DROP INDEX `warningrule_unit_id`;
-- reverse: set sequence for "warning_rules" table
UPDATE sqlite_sequence SET seq = 0 WHERE name = "warning_rules";
-- reverse: create "warning_rules" table
DROP TABLE `warning_rules`;
-- reverse: create index "warningevent_warning_id_position" to table: "warning_events"
DROP INDEX `warningevent_warning_id_position`;
-- reverse: set sequence for "warning_events" table
UPDATE sqlite_sequence SET seq = 0 WHERE name = "warning_events";
-- reverse: create "warning_events" table
DROP TABLE `warning_events`;
-- reverse: create index "warningcause_subject_id_kind" to table: "warning_causes"
DROP INDEX `warningcause_subject_id_kind`;
-- reverse: create index "warningcause_unit_id_live_key" to table: "warning_causes"
DROP INDEX `warningcause_unit_id_live_key`;
-- reverse: create index "warningcause_l6_kind_since" to table: "warning_causes"
DROP INDEX `warningcause_l6_kind_since`;
-- reverse: create index "warningcause_l5_kind_since" to table: "warning_causes"
DROP INDEX `warningcause_l5_kind_since`;
-- reverse: create index "warningcause_l4_kind_since" to table: "warning_causes"
DROP INDEX `warningcause_l4_kind_since`;
-- reverse: create index "warningcause_l3_kind_since" to table: "warning_causes"
DROP INDEX `warningcause_l3_kind_since`;
-- reverse: create index "warningcause_l2_kind_since" to table: "warning_causes"
DROP INDEX `warningcause_l2_kind_since`;
-- reverse: create index "warningcause_l1_kind_since" to table: "warning_causes"
DROP INDEX `warningcause_l1_kind_since`;
-- reverse: create index "warning_causes_live_key_key" to table: "warning_causes"
DROP INDEX `warning_causes_live_key_key`;
-- reverse: set sequence for "warning_causes" table
UPDATE sqlite_sequence SET seq = 0 WHERE name = "warning_causes";
-- reverse: create "warning_causes" table
DROP TABLE `warning_causes`;
-- reverse: create index "warning_subject_id_kind" to table: "warnings"
DROP INDEX `warning_subject_id_kind`;
-- reverse: create index "warning_state_next_hop_on" to table: "warnings"
DROP INDEX `warning_state_next_hop_on`;
-- reverse: create index "warning_concerned_id" to table: "warnings"
DROP INDEX `warning_concerned_id`;
-- reverse: create index "warning_person_id_state_due_on" to table: "warnings"
DROP INDEX `warning_person_id_state_due_on`;
-- reverse: create index "warning_unit_id_cause_key" to table: "warnings"
DROP INDEX `warning_unit_id_cause_key`;
-- reverse: create index "warning_bureau_id_year_serial" to table: "warnings"
DROP INDEX `warning_bureau_id_year_serial`;
-- reverse: create index "warning_l6_state_due_on_id" to table: "warnings"
DROP INDEX `warning_l6_state_due_on_id`;
-- reverse: create index "warning_l5_state_due_on_id" to table: "warnings"
DROP INDEX `warning_l5_state_due_on_id`;
-- reverse: create index "warning_l4_state_due_on_id" to table: "warnings"
DROP INDEX `warning_l4_state_due_on_id`;
-- reverse: create index "warning_l3_state_due_on_id" to table: "warnings"
DROP INDEX `warning_l3_state_due_on_id`;
-- reverse: create index "warning_l2_state_due_on_id" to table: "warnings"
DROP INDEX `warning_l2_state_due_on_id`;
-- reverse: create index "warning_l1_state_due_on_id" to table: "warnings"
DROP INDEX `warning_l1_state_due_on_id`;
-- reverse: create index "warning_unit_id" to table: "warnings"
DROP INDEX `warning_unit_id`;
-- reverse: create index "warnings_cause_key_key" to table: "warnings"
DROP INDEX `warnings_cause_key_key`;
-- reverse: set sequence for "warnings" table
UPDATE sqlite_sequence SET seq = 0 WHERE name = "warnings";
-- reverse: create "warnings" table
DROP TABLE `warnings`;
