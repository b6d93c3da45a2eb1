-- +goose Up
-- create "check_handovers" table
CREATE TABLE `check_handovers` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `created_at` datetime NOT NULL, `updated_at` datetime NOT NULL, `version` integer NOT NULL DEFAULT (1), `l1` integer NOT NULL DEFAULT (0), `l2` integer NOT NULL DEFAULT (0), `l3` integer NOT NULL DEFAULT (0), `l4` integer NOT NULL DEFAULT (0), `l5` integer NOT NULL DEFAULT (0), `l6` integer NOT NULL DEFAULT (0), `checks` json NOT NULL, `predecessor_signed_at` datetime NULL, `predecessor_signed_by` integer NULL, `predecessor_note` text NOT NULL DEFAULT (''), `successor_signed_at` datetime NULL, `successor_signed_by` integer NULL, `successor_note` text NOT NULL DEFAULT (''), `unit_id` integer NOT NULL, `predecessor_id` integer NOT NULL, `successor_id` integer NOT NULL, CONSTRAINT `check_handovers_units_unit` FOREIGN KEY (`unit_id`) REFERENCES `units` (`id`) ON DELETE RESTRICT, CONSTRAINT `check_handovers_persons_predecessor` FOREIGN KEY (`predecessor_id`) REFERENCES `persons` (`id`) ON DELETE RESTRICT, CONSTRAINT `check_handovers_persons_successor` FOREIGN KEY (`successor_id`) REFERENCES `persons` (`id`) ON DELETE RESTRICT);
-- set sequence for "check_handovers" table
INSERT INTO sqlite_sequence (name, seq) VALUES ("check_handovers", 292057776128);
-- create index "checkhandover_unit_id" to table: "check_handovers"
CREATE INDEX `checkhandover_unit_id` ON `check_handovers` (`unit_id`);
-- create index "checkhandover_l1_created_at_id" to table: "check_handovers"
CREATE INDEX `checkhandover_l1_created_at_id` ON `check_handovers` (`l1`, `created_at`, `id`);
-- create index "checkhandover_l2_created_at_id" to table: "check_handovers"
CREATE INDEX `checkhandover_l2_created_at_id` ON `check_handovers` (`l2`, `created_at`, `id`);
-- create index "checkhandover_l3_created_at_id" to table: "check_handovers"
CREATE INDEX `checkhandover_l3_created_at_id` ON `check_handovers` (`l3`, `created_at`, `id`);
-- create index "checkhandover_l4_created_at_id" to table: "check_handovers"
CREATE INDEX `checkhandover_l4_created_at_id` ON `check_handovers` (`l4`, `created_at`, `id`);
-- create index "checkhandover_l5_created_at_id" to table: "check_handovers"
CREATE INDEX `checkhandover_l5_created_at_id` ON `check_handovers` (`l5`, `created_at`, `id`);
-- create index "checkhandover_l6_created_at_id" to table: "check_handovers"
CREATE INDEX `checkhandover_l6_created_at_id` ON `check_handovers` (`l6`, `created_at`, `id`);
-- create index "checkhandover_predecessor_id" to table: "check_handovers"
CREATE INDEX `checkhandover_predecessor_id` ON `check_handovers` (`predecessor_id`);
-- create index "checkhandover_successor_id" to table: "check_handovers"
CREATE INDEX `checkhandover_successor_id` ON `check_handovers` (`successor_id`);
-- create "check_items" table
CREATE TABLE `check_items` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `position` integer NOT NULL, `outcome` text NULL, `finding` text NOT NULL DEFAULT (''), `check_id` integer NOT NULL, `risk_point_id` integer NOT NULL, CONSTRAINT `check_items_supervision_checks_check` FOREIGN KEY (`check_id`) REFERENCES `supervision_checks` (`id`) ON DELETE RESTRICT, CONSTRAINT `check_items_risk_points_risk_point` FOREIGN KEY (`risk_point_id`) REFERENCES `risk_points` (`id`) ON DELETE RESTRICT);
-- set sequence for "check_items" table
INSERT INTO sqlite_sequence (name, seq) VALUES ("check_items", 296352743424);
-- create index "checkitem_check_id_position" to table: "check_items"
CREATE UNIQUE INDEX `checkitem_check_id_position` ON `check_items` (`check_id`, `position`);
-- create index "checkitem_risk_point_id" to table: "check_items"
CREATE INDEX `checkitem_risk_point_id` ON `check_items` (`risk_point_id`);
-- create "supervision_checks" table
CREATE TABLE `supervision_checks` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `created_at` datetime NOT NULL, `updated_at` datetime NOT NULL, `version` integer NOT NULL DEFAULT (1), `l1` integer NOT NULL DEFAULT (0), `l2` integer NOT NULL DEFAULT (0), `l3` integer NOT NULL DEFAULT (0), `l4` integer NOT NULL DEFAULT (0), `l5` integer NOT NULL DEFAULT (0), `l6` integer NOT NULL DEFAULT (0), `live_key` text NULL, `bureau_id` integer NOT NULL, `kind` text NOT NULL, `grade` text NOT NULL, `tier` text NOT NULL, `from_day` date NOT NULL, `due_on` date NOT NULL, `state` text NOT NULL, `hops` integer NOT NULL DEFAULT (0), `escalated_to` text NULL, `next_hop_on` date NULL, `begun_at` datetime NULL, `seed` text NOT NULL DEFAULT (''), `population` integer NOT NULL DEFAULT (0), `summary` text NOT NULL DEFAULT (''), `defects` integer NOT NULL DEFAULT (0), `done_at` datetime NULL, `done_by` integer NULL, `done_name` text NOT NULL DEFAULT (''), `closed_reason` text NOT NULL DEFAULT (''), `unit_id` integer NOT NULL, `person_id` integer NULL, `subject_id` integer NULL, CONSTRAINT `supervision_checks_units_unit` FOREIGN KEY (`unit_id`) REFERENCES `units` (`id`) ON DELETE RESTRICT, CONSTRAINT `supervision_checks_persons_person` FOREIGN KEY (`person_id`) REFERENCES `persons` (`id`) ON DELETE RESTRICT, CONSTRAINT `supervision_checks_persons_subject` FOREIGN KEY (`subject_id`) REFERENCES `persons` (`id`) ON DELETE RESTRICT);
-- set sequence for "supervision_checks" table
INSERT INTO sqlite_sequence (name, seq) VALUES ("supervision_checks", 300647710720);
-- create index "supervisioncheck_unit_id" to table: "supervision_checks"
CREATE INDEX `supervisioncheck_unit_id` ON `supervision_checks` (`unit_id`);
-- create index "supervisioncheck_l1_state_due_on_id" to table: "supervision_checks"
CREATE INDEX `supervisioncheck_l1_state_due_on_id` ON `supervision_checks` (`l1`, `state`, `due_on`, `id`);
-- create index "supervisioncheck_l2_state_due_on_id" to table: "supervision_checks"
CREATE INDEX `supervisioncheck_l2_state_due_on_id` ON `supervision_checks` (`l2`, `state`, `due_on`, `id`);
-- create index "supervisioncheck_l3_state_due_on_id" to table: "supervision_checks"
CREATE INDEX `supervisioncheck_l3_state_due_on_id` ON `supervision_checks` (`l3`, `state`, `due_on`, `id`);
-- create index "supervisioncheck_l4_state_due_on_id" to table: "supervision_checks"
CREATE INDEX `supervisioncheck_l4_state_due_on_id` ON `supervision_checks` (`l4`, `state`, `due_on`, `id`);
-- create index "supervisioncheck_l5_state_due_on_id" to table: "supervision_checks"
CREATE INDEX `supervisioncheck_l5_state_due_on_id` ON `supervision_checks` (`l5`, `state`, `due_on`, `id`);
-- create index "supervisioncheck_l6_state_due_on_id" to table: "supervision_checks"
CREATE INDEX `supervisioncheck_l6_state_due_on_id` ON `supervision_checks` (`l6`, `state`, `due_on`, `id`);
-- create index "supervisioncheck_live_key" to table: "supervision_checks"
CREATE UNIQUE INDEX `supervisioncheck_live_key` ON `supervision_checks` (`live_key`);
-- create index "supervisioncheck_bureau_id_due_on" to table: "supervision_checks"
CREATE INDEX `supervisioncheck_bureau_id_due_on` ON `supervision_checks` (`bureau_id`, `due_on`);
-- create index "supervisioncheck_person_id_state_due_on" to table: "supervision_checks"
CREATE INDEX `supervisioncheck_person_id_state_due_on` ON `supervision_checks` (`person_id`, `state`, `due_on`);
-- create index "supervisioncheck_subject_id" to table: "supervision_checks"
CREATE INDEX `supervisioncheck_subject_id` ON `supervision_checks` (`subject_id`);
-- create index "supervisioncheck_state_due_on" to table: "supervision_checks"
CREATE INDEX `supervisioncheck_state_due_on` ON `supervision_checks` (`state`, `due_on`);
-- create index "supervisioncheck_state_next_hop_on" to table: "supervision_checks"
CREATE INDEX `supervisioncheck_state_next_hop_on` ON `supervision_checks` (`state`, `next_hop_on`);
-- create "supervision_plans" table
CREATE TABLE `supervision_plans` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `l1` integer NOT NULL DEFAULT (0), `l2` integer NOT NULL DEFAULT (0), `l3` integer NOT NULL DEFAULT (0), `l4` integer NOT NULL DEFAULT (0), `l5` integer NOT NULL DEFAULT (0), `l6` integer NOT NULL DEFAULT (0), `number` integer NOT NULL, `settings` text NOT NULL, `withdrawn` bool NOT NULL, `reason` text NOT NULL, `account_id` integer NULL, `actor_name` text NOT NULL, `at` datetime NOT NULL, `unit_id` integer NOT NULL, CONSTRAINT `supervision_plans_units_unit` FOREIGN KEY (`unit_id`) REFERENCES `units` (`id`) ON DELETE RESTRICT);
-- set sequence for "supervision_plans" table
INSERT INTO sqlite_sequence (name, seq) VALUES ("supervision_plans", 304942678016);
-- create index "supervisionplan_unit_id" to table: "supervision_plans"
CREATE INDEX `supervisionplan_unit_id` ON `supervision_plans` (`unit_id`);
-- create index "supervisionplan_unit_id_number" to table: "supervision_plans"
CREATE UNIQUE INDEX `supervisionplan_unit_id_number` ON `supervision_plans` (`unit_id`, `number`);

-- +goose Down
-- reverse: create index "supervisionplan_unit_id_number" to table: "supervision_plans"
DROP INDEX `supervisionplan_unit_id_number`;
-- reverse: create index "supervisionplan_unit_id" to table: "supervision_plans"
DROP INDEX `supervisionplan_unit_id`;
-- reverse: set sequence for "supervision_plans" table
UPDATE sqlite_sequence SET seq = 0 WHERE name = "supervision_plans";
-- reverse: create "supervision_plans" table
DROP TABLE `supervision_plans`;
-- reverse: create index "supervisioncheck_state_next_hop_on" to table: "supervision_checks"
DROP INDEX `supervisioncheck_state_next_hop_on`;
-- reverse: create index "supervisioncheck_state_due_on" to table: "supervision_checks"
DROP INDEX `supervisioncheck_state_due_on`;
-- reverse: create index "supervisioncheck_subject_id" to table: "supervision_checks"
DROP INDEX `supervisioncheck_subject_id`;
-- reverse: create index "supervisioncheck_person_id_state_due_on" to table: "supervision_checks"
DROP INDEX `supervisioncheck_person_id_state_due_on`;
-- reverse: create index "supervisioncheck_bureau_id_due_on" to table: "supervision_checks"
DROP INDEX `supervisioncheck_bureau_id_due_on`;
-- reverse: create index "supervisioncheck_live_key" to table: "supervision_checks"
DROP INDEX `supervisioncheck_live_key`;
-- reverse: create index "supervisioncheck_l6_state_due_on_id" to table: "supervision_checks"
DROP INDEX `supervisioncheck_l6_state_due_on_id`;
-- reverse: create index "supervisioncheck_l5_state_due_on_id" to table: "supervision_checks"
DROP INDEX `supervisioncheck_l5_state_due_on_id`;
-- reverse: create index "supervisioncheck_l4_state_due_on_id" to table: "supervision_checks"
DROP INDEX `supervisioncheck_l4_state_due_on_id`;
-- reverse: create index "supervisioncheck_l3_state_due_on_id" to table: "supervision_checks"
DROP INDEX `supervisioncheck_l3_state_due_on_id`;
-- reverse: create index "supervisioncheck_l2_state_due_on_id" to table: "supervision_checks"
DROP INDEX `supervisioncheck_l2_state_due_on_id`;
-- reverse: create index "supervisioncheck_l1_state_due_on_id" to table: "supervision_checks"
DROP INDEX `supervisioncheck_l1_state_due_on_id`;
-- reverse: create index "supervisioncheck_unit_id" to table: "supervision_checks"
DROP INDEX `supervisioncheck_unit_id`;
-- reverse: set sequence for "supervision_checks" table
UPDATE sqlite_sequence SET seq = 0 WHERE name = "supervision_checks";
-- reverse: create "supervision_checks" table
DROP TABLE `supervision_checks`;
-- reverse: create index "checkitem_risk_point_id" to table: "check_items"
DROP INDEX `checkitem_risk_point_id`;
-- reverse: create index "checkitem_check_id_position" to table: "check_items"
DROP INDEX `checkitem_check_id_position`;
-- reverse: set sequence for "check_items" table
UPDATE sqlite_sequence SET seq = 0 WHERE name = "check_items";
-- reverse: create "check_items" table
DROP TABLE `check_items`;
-- reverse: create index "checkhandover_successor_id" to table: "check_handovers"
DROP INDEX `checkhandover_successor_id`;
-- reverse: create index "checkhandover_predecessor_id" to table: "check_handovers"
DROP INDEX `checkhandover_predecessor_id`;
-- reverse: create index "checkhandover_l6_created_at_id" to table: "check_handovers"
DROP INDEX `checkhandover_l6_created_at_id`;
-- reverse: create index "checkhandover_l5_created_at_id" to table: "check_handovers"
DROP INDEX `checkhandover_l5_created_at_id`;
-- reverse: create index "checkhandover_l4_created_at_id" to table: "check_handovers"
DROP INDEX `checkhandover_l4_created_at_id`;
-- reverse: create index "checkhandover_l3_created_at_id" to table: "check_handovers"
DROP INDEX `checkhandover_l3_created_at_id`;
-- reverse: create index "checkhandover_l2_created_at_id" to table: "check_handovers"
DROP INDEX `checkhandover_l2_created_at_id`;
-- reverse: create index "checkhandover_l1_created_at_id" to table: "check_handovers"
DROP INDEX `checkhandover_l1_created_at_id`;
-- reverse: create index "checkhandover_unit_id" to table: "check_handovers"
DROP INDEX `checkhandover_unit_id`;
-- reverse: set sequence for "check_handovers" table
UPDATE sqlite_sequence SET seq = 0 WHERE name = "check_handovers";
-- reverse: create "check_handovers" table
DROP TABLE `check_handovers`;
