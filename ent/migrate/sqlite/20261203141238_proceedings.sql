-- +goose Up
-- create "proceedings" table
CREATE TABLE `proceedings` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `created_at` datetime NOT NULL, `updated_at` datetime NOT NULL, `version` integer NOT NULL DEFAULT (1), `l1` integer NOT NULL DEFAULT (0), `l2` integer NOT NULL DEFAULT (0), `l3` integer NOT NULL DEFAULT (0), `l4` integer NOT NULL DEFAULT (0), `l5` integer NOT NULL DEFAULT (0), `l6` integer NOT NULL DEFAULT (0), `number_folded` text NULL, `number` text NOT NULL, `received_on` date NOT NULL, `state` text NOT NULL, `closed_on` date NULL, `result` text NOT NULL DEFAULT (''), `limit_days` integer NULL, `limit_state` text NOT NULL, `due_on` date NULL, `unit_id` integer NOT NULL, `power_id` integer NOT NULL, `process_id` integer NULL, CONSTRAINT `proceedings_units_unit` FOREIGN KEY (`unit_id`) REFERENCES `units` (`id`) ON DELETE RESTRICT, CONSTRAINT `proceedings_powers_power` FOREIGN KEY (`power_id`) REFERENCES `powers` (`id`) ON DELETE RESTRICT, CONSTRAINT `proceedings_processes_process` FOREIGN KEY (`process_id`) REFERENCES `processes` (`id`) ON DELETE RESTRICT);
-- set sequence for "proceedings" table
INSERT INTO sqlite_sequence (name, seq) VALUES ("proceedings", 382252089344);
-- create index "proceeding_unit_id" to table: "proceedings"
CREATE INDEX `proceeding_unit_id` ON `proceedings` (`unit_id`);
-- create index "proceeding_power_id_number_folded" to table: "proceedings"
CREATE UNIQUE INDEX `proceeding_power_id_number_folded` ON `proceedings` (`power_id`, `number_folded`);
-- create index "proceeding_l1_received_on_id" to table: "proceedings"
CREATE INDEX `proceeding_l1_received_on_id` ON `proceedings` (`l1`, `received_on`, `id`);
-- create index "proceeding_l2_received_on_id" to table: "proceedings"
CREATE INDEX `proceeding_l2_received_on_id` ON `proceedings` (`l2`, `received_on`, `id`);
-- create index "proceeding_l3_received_on_id" to table: "proceedings"
CREATE INDEX `proceeding_l3_received_on_id` ON `proceedings` (`l3`, `received_on`, `id`);
-- create index "proceeding_l4_received_on_id" to table: "proceedings"
CREATE INDEX `proceeding_l4_received_on_id` ON `proceedings` (`l4`, `received_on`, `id`);
-- create index "proceeding_l5_received_on_id" to table: "proceedings"
CREATE INDEX `proceeding_l5_received_on_id` ON `proceedings` (`l5`, `received_on`, `id`);
-- create index "proceeding_l6_received_on_id" to table: "proceedings"
CREATE INDEX `proceeding_l6_received_on_id` ON `proceedings` (`l6`, `received_on`, `id`);
-- create index "proceeding_power_id_number" to table: "proceedings"
CREATE UNIQUE INDEX `proceeding_power_id_number` ON `proceedings` (`power_id`, `number`);
-- create index "proceeding_power_id_received_on" to table: "proceedings"
CREATE INDEX `proceeding_power_id_received_on` ON `proceedings` (`power_id`, `received_on`);
-- create index "proceeding_received_on_id" to table: "proceedings"
CREATE INDEX `proceeding_received_on_id` ON `proceedings` (`received_on`, `id`);
-- create index "proceeding_limit_state_id" to table: "proceedings"
CREATE INDEX `proceeding_limit_state_id` ON `proceedings` (`limit_state`, `id`);
-- create "proceeding_deviations" table
CREATE TABLE `proceeding_deviations` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `l1` integer NOT NULL DEFAULT (0), `l2` integer NOT NULL DEFAULT (0), `l3` integer NOT NULL DEFAULT (0), `l4` integer NOT NULL DEFAULT (0), `l5` integer NOT NULL DEFAULT (0), `l6` integer NOT NULL DEFAULT (0), `kind` text NOT NULL, `step_key` text NOT NULL DEFAULT (''), `step_name` text NOT NULL DEFAULT (''), `other_key` text NOT NULL DEFAULT (''), `other_name` text NOT NULL DEFAULT (''), `rule_code` text NOT NULL DEFAULT (''), `from_day` date NOT NULL, `to_day` date NULL, `gone_at` datetime NULL, `unit_id` integer NOT NULL, `proceeding_id` integer NOT NULL, `person_id` integer NULL, CONSTRAINT `proceeding_deviations_units_unit` FOREIGN KEY (`unit_id`) REFERENCES `units` (`id`) ON DELETE RESTRICT, CONSTRAINT `proceeding_deviations_proceedings_proceeding` FOREIGN KEY (`proceeding_id`) REFERENCES `proceedings` (`id`) ON DELETE RESTRICT, CONSTRAINT `proceeding_deviations_persons_person` FOREIGN KEY (`person_id`) REFERENCES `persons` (`id`) ON DELETE RESTRICT);
-- set sequence for "proceeding_deviations" table
INSERT INTO sqlite_sequence (name, seq) VALUES ("proceeding_deviations", 386547056640);
-- create index "proceedingdeviation_unit_id" to table: "proceeding_deviations"
CREATE INDEX `proceedingdeviation_unit_id` ON `proceeding_deviations` (`unit_id`);
-- create index "proceedingdeviation_l1_kind_from_day" to table: "proceeding_deviations"
CREATE INDEX `proceedingdeviation_l1_kind_from_day` ON `proceeding_deviations` (`l1`, `kind`, `from_day`);
-- create index "proceedingdeviation_l2_kind_from_day" to table: "proceeding_deviations"
CREATE INDEX `proceedingdeviation_l2_kind_from_day` ON `proceeding_deviations` (`l2`, `kind`, `from_day`);
-- create index "proceedingdeviation_l3_kind_from_day" to table: "proceeding_deviations"
CREATE INDEX `proceedingdeviation_l3_kind_from_day` ON `proceeding_deviations` (`l3`, `kind`, `from_day`);
-- create index "proceedingdeviation_l4_kind_from_day" to table: "proceeding_deviations"
CREATE INDEX `proceedingdeviation_l4_kind_from_day` ON `proceeding_deviations` (`l4`, `kind`, `from_day`);
-- create index "proceedingdeviation_l5_kind_from_day" to table: "proceeding_deviations"
CREATE INDEX `proceedingdeviation_l5_kind_from_day` ON `proceeding_deviations` (`l5`, `kind`, `from_day`);
-- create index "proceedingdeviation_l6_kind_from_day" to table: "proceeding_deviations"
CREATE INDEX `proceedingdeviation_l6_kind_from_day` ON `proceeding_deviations` (`l6`, `kind`, `from_day`);
-- create index "proceedingdeviation_proceeding_id_gone_at" to table: "proceeding_deviations"
CREATE INDEX `proceedingdeviation_proceeding_id_gone_at` ON `proceeding_deviations` (`proceeding_id`, `gone_at`);
-- create index "proceedingdeviation_unit_id_kind_from_day" to table: "proceeding_deviations"
CREATE INDEX `proceedingdeviation_unit_id_kind_from_day` ON `proceeding_deviations` (`unit_id`, `kind`, `from_day`);
-- create index "proceedingdeviation_person_id" to table: "proceeding_deviations"
CREATE INDEX `proceedingdeviation_person_id` ON `proceeding_deviations` (`person_id`);
-- create "proceeding_pauses" table
CREATE TABLE `proceeding_pauses` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `kind` text NOT NULL, `from_day` date NOT NULL, `revision` integer NOT NULL, `to_day` date NULL, `note` text NOT NULL DEFAULT (''), `source` text NOT NULL, `at` datetime NOT NULL, `account_id` integer NULL, `actor_name` text NOT NULL DEFAULT (''), `withdrawn` bool NOT NULL DEFAULT (false), `replaced_at` datetime NULL, `proceeding_id` integer NOT NULL, CONSTRAINT `proceeding_pauses_proceedings_proceeding` FOREIGN KEY (`proceeding_id`) REFERENCES `proceedings` (`id`) ON DELETE RESTRICT);
-- set sequence for "proceeding_pauses" table
INSERT INTO sqlite_sequence (name, seq) VALUES ("proceeding_pauses", 390842023936);
-- create index "proceedingpause_proceeding_id_kind_from_day_revision" to table: "proceeding_pauses"
CREATE UNIQUE INDEX `proceedingpause_proceeding_id_kind_from_day_revision` ON `proceeding_pauses` (`proceeding_id`, `kind`, `from_day`, `revision`);
-- create "proceeding_steps" table
CREATE TABLE `proceeding_steps` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `power_id` integer NOT NULL, `step_key` text NOT NULL DEFAULT (''), `step_name` text NOT NULL, `began_at` datetime NOT NULL, `revision` integer NOT NULL, `ended_at` datetime NULL, `minutes` integer NULL, `outcome` text NULL, `person_name` text NOT NULL DEFAULT (''), `note` text NOT NULL DEFAULT (''), `source` text NOT NULL, `at` datetime NOT NULL, `account_id` integer NULL, `actor_name` text NOT NULL DEFAULT (''), `withdrawn` bool NOT NULL DEFAULT (false), `replaced_at` datetime NULL, `proceeding_id` integer NOT NULL, `person_id` integer NULL, CONSTRAINT `proceeding_steps_proceedings_proceeding` FOREIGN KEY (`proceeding_id`) REFERENCES `proceedings` (`id`) ON DELETE RESTRICT, CONSTRAINT `proceeding_steps_persons_person` FOREIGN KEY (`person_id`) REFERENCES `persons` (`id`) ON DELETE RESTRICT);
-- set sequence for "proceeding_steps" table
INSERT INTO sqlite_sequence (name, seq) VALUES ("proceeding_steps", 395136991232);
-- create index "proceedingstep_proceeding_id_step_name_began_at_revision" to table: "proceeding_steps"
CREATE UNIQUE INDEX `proceedingstep_proceeding_id_step_name_began_at_revision` ON `proceeding_steps` (`proceeding_id`, `step_name`, `began_at`, `revision`);
-- create index "proceedingstep_power_id_began_at" to table: "proceeding_steps"
CREATE INDEX `proceedingstep_power_id_began_at` ON `proceeding_steps` (`power_id`, `began_at`);
-- create index "proceedingstep_person_id" to table: "proceeding_steps"
CREATE INDEX `proceedingstep_person_id` ON `proceeding_steps` (`person_id`);

-- +goose Down
-- reverse: create index "proceedingstep_person_id" to table: "proceeding_steps"
DROP INDEX `proceedingstep_person_id`;
-- reverse: create index "proceedingstep_power_id_began_at" to table: "proceeding_steps"
DROP INDEX `proceedingstep_power_id_began_at`;
-- reverse: create index "proceedingstep_proceeding_id_step_name_began_at_revision" to table: "proceeding_steps"
DROP INDEX `proceedingstep_proceeding_id_step_name_began_at_revision`;
-- reverse: set sequence for "proceeding_steps" table
UPDATE sqlite_sequence SET seq = 0 WHERE name = "proceeding_steps";
-- reverse: create "proceeding_steps" table
DROP TABLE `proceeding_steps`;
-- reverse: create index "proceedingpause_proceeding_id_kind_from_day_revision" to table: "proceeding_pauses"
DROP INDEX `proceedingpause_proceeding_id_kind_from_day_revision`;
-- reverse: set sequence for "proceeding_pauses" table
UPDATE sqlite_sequence SET seq = 0 WHERE name = "proceeding_pauses";
-- reverse: create "proceeding_pauses" table
DROP TABLE `proceeding_pauses`;
-- reverse: create index "proceedingdeviation_person_id" to table: "proceeding_deviations"
DROP INDEX `proceedingdeviation_person_id`;
-- reverse: create index "proceedingdeviation_unit_id_kind_from_day" to table: "proceeding_deviations"
DROP INDEX `proceedingdeviation_unit_id_kind_from_day`;
-- reverse: create index "proceedingdeviation_proceeding_id_gone_at" to table: "proceeding_deviations"
DROP INDEX `proceedingdeviation_proceeding_id_gone_at`;
-- reverse: create index "proceedingdeviation_l6_kind_from_day" to table: "proceeding_deviations"
DROP INDEX `proceedingdeviation_l6_kind_from_day`;
-- reverse: create index "proceedingdeviation_l5_kind_from_day" to table: "proceeding_deviations"
DROP INDEX `proceedingdeviation_l5_kind_from_day`;
-- reverse: create index "proceedingdeviation_l4_kind_from_day" to table: "proceeding_deviations"
DROP INDEX `proceedingdeviation_l4_kind_from_day`;
-- reverse: create index "proceedingdeviation_l3_kind_from_day" to table: "proceeding_deviations"
DROP INDEX `proceedingdeviation_l3_kind_from_day`;
-- reverse: create index "proceedingdeviation_l2_kind_from_day" to table: "proceeding_deviations"
DROP INDEX `proceedingdeviation_l2_kind_from_day`;
-- reverse: create index "proceedingdeviation_l1_kind_from_day" to table: "proceeding_deviations"
DROP INDEX `proceedingdeviation_l1_kind_from_day`;
-- reverse: create index "proceedingdeviation_unit_id" to table: "proceeding_deviations"
DROP INDEX `proceedingdeviation_unit_id`;
-- reverse: set sequence for "proceeding_deviations" table
UPDATE sqlite_sequence SET seq = 0 WHERE name = "proceeding_deviations";
-- reverse: create "proceeding_deviations" table
DROP TABLE `proceeding_deviations`;
-- reverse: create index "proceeding_limit_state_id" to table: "proceedings"
DROP INDEX `proceeding_limit_state_id`;
-- reverse: create index "proceeding_received_on_id" to table: "proceedings"
DROP INDEX `proceeding_received_on_id`;
-- reverse: create index "proceeding_power_id_received_on" to table: "proceedings"
DROP INDEX `proceeding_power_id_received_on`;
-- reverse: create index "proceeding_power_id_number" to table: "proceedings"
DROP INDEX `proceeding_power_id_number`;
-- reverse: create index "proceeding_l6_received_on_id" to table: "proceedings"
DROP INDEX `proceeding_l6_received_on_id`;
-- reverse: create index "proceeding_l5_received_on_id" to table: "proceedings"
DROP INDEX `proceeding_l5_received_on_id`;
-- reverse: create index "proceeding_l4_received_on_id" to table: "proceedings"
DROP INDEX `proceeding_l4_received_on_id`;
-- reverse: create index "proceeding_l3_received_on_id" to table: "proceedings"
DROP INDEX `proceeding_l3_received_on_id`;
-- reverse: create index "proceeding_l2_received_on_id" to table: "proceedings"
DROP INDEX `proceeding_l2_received_on_id`;
-- reverse: create index "proceeding_l1_received_on_id" to table: "proceedings"
DROP INDEX `proceeding_l1_received_on_id`;
-- reverse: create index "proceeding_power_id_number_folded" to table: "proceedings"
DROP INDEX `proceeding_power_id_number_folded`;
-- reverse: create index "proceeding_unit_id" to table: "proceedings"
DROP INDEX `proceeding_unit_id`;
-- reverse: set sequence for "proceedings" table
UPDATE sqlite_sequence SET seq = 0 WHERE name = "proceedings";
-- reverse: create "proceedings" table
DROP TABLE `proceedings`;
