-- +goose Up
-- create "close_relations" table
CREATE TABLE `close_relations` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `created_at` datetime NOT NULL, `updated_at` datetime NOT NULL, `version` integer NOT NULL DEFAULT (1), `l1` integer NOT NULL DEFAULT (0), `l2` integer NOT NULL DEFAULT (0), `l3` integer NOT NULL DEFAULT (0), `l4` integer NOT NULL DEFAULT (0), `l5` integer NOT NULL DEFAULT (0), `l6` integer NOT NULL DEFAULT (0), `from_day` date NOT NULL, `to_day` date NULL, `kind` text NOT NULL, `note` text NOT NULL DEFAULT (''), `declared_by` integer NULL, `unit_id` integer NOT NULL, `person_id` integer NOT NULL, `other_id` integer NOT NULL, CONSTRAINT `close_relations_units_unit` FOREIGN KEY (`unit_id`) REFERENCES `units` (`id`) ON DELETE RESTRICT, CONSTRAINT `close_relations_persons_person` FOREIGN KEY (`person_id`) REFERENCES `persons` (`id`) ON DELETE RESTRICT, CONSTRAINT `close_relations_persons_other` FOREIGN KEY (`other_id`) REFERENCES `persons` (`id`) ON DELETE RESTRICT);
-- set sequence for "close_relations" table
INSERT INTO sqlite_sequence (name, seq) VALUES ("close_relations", 266287972352);
-- create index "closerelation_unit_id" to table: "close_relations"
CREATE INDEX `closerelation_unit_id` ON `close_relations` (`unit_id`);
-- create index "closerelation_person_id" to table: "close_relations"
CREATE INDEX `closerelation_person_id` ON `close_relations` (`person_id`);
-- create index "closerelation_other_id" to table: "close_relations"
CREATE INDEX `closerelation_other_id` ON `close_relations` (`other_id`);
-- create "conflicts" table
CREATE TABLE `conflicts` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `created_at` datetime NOT NULL, `updated_at` datetime NOT NULL, `version` integer NOT NULL DEFAULT (1), `l1` integer NOT NULL DEFAULT (0), `l2` integer NOT NULL DEFAULT (0), `l3` integer NOT NULL DEFAULT (0), `l4` integer NOT NULL DEFAULT (0), `l5` integer NOT NULL DEFAULT (0), `l6` integer NOT NULL DEFAULT (0), `fingerprint` text NOT NULL, `live_key` text NULL, `bureau_id` integer NOT NULL, `rule_code` text NOT NULL, `severity` integer NOT NULL, `hand` text NOT NULL, `hand_a` integer NOT NULL DEFAULT (0), `hand_b` integer NOT NULL DEFAULT (0), `finding` text NOT NULL, `since` date NOT NULL, `state` text NOT NULL, `settled_at` datetime NULL, `accepted_reason` text NOT NULL DEFAULT (''), `accepted_until` date NULL, `accepted_at` datetime NULL, `unit_id` integer NOT NULL, `power_id` integer NULL, `measure_id` integer NULL, `accepted_by` integer NULL, CONSTRAINT `conflicts_units_unit` FOREIGN KEY (`unit_id`) REFERENCES `units` (`id`) ON DELETE RESTRICT, CONSTRAINT `conflicts_powers_power` FOREIGN KEY (`power_id`) REFERENCES `powers` (`id`) ON DELETE RESTRICT, CONSTRAINT `conflicts_measures_measure` FOREIGN KEY (`measure_id`) REFERENCES `measures` (`id`) ON DELETE RESTRICT, CONSTRAINT `conflicts_accounts_acceptor` FOREIGN KEY (`accepted_by`) REFERENCES `accounts` (`id`) ON DELETE RESTRICT);
-- set sequence for "conflicts" table
INSERT INTO sqlite_sequence (name, seq) VALUES ("conflicts", 270582939648);
-- create index "conflict_unit_id" to table: "conflicts"
CREATE INDEX `conflict_unit_id` ON `conflicts` (`unit_id`);
-- create index "conflict_l1_state_severity_id" to table: "conflicts"
CREATE INDEX `conflict_l1_state_severity_id` ON `conflicts` (`l1`, `state`, `severity`, `id`);
-- create index "conflict_l2_state_severity_id" to table: "conflicts"
CREATE INDEX `conflict_l2_state_severity_id` ON `conflicts` (`l2`, `state`, `severity`, `id`);
-- create index "conflict_l3_state_severity_id" to table: "conflicts"
CREATE INDEX `conflict_l3_state_severity_id` ON `conflicts` (`l3`, `state`, `severity`, `id`);
-- create index "conflict_l4_state_severity_id" to table: "conflicts"
CREATE INDEX `conflict_l4_state_severity_id` ON `conflicts` (`l4`, `state`, `severity`, `id`);
-- create index "conflict_l5_state_severity_id" to table: "conflicts"
CREATE INDEX `conflict_l5_state_severity_id` ON `conflicts` (`l5`, `state`, `severity`, `id`);
-- create index "conflict_l6_state_severity_id" to table: "conflicts"
CREATE INDEX `conflict_l6_state_severity_id` ON `conflicts` (`l6`, `state`, `severity`, `id`);
-- create index "conflict_live_key" to table: "conflicts"
CREATE UNIQUE INDEX `conflict_live_key` ON `conflicts` (`live_key`);
-- create index "conflict_bureau_id_state" to table: "conflicts"
CREATE INDEX `conflict_bureau_id_state` ON `conflicts` (`bureau_id`, `state`);
-- create index "conflict_hand_hand_a_state" to table: "conflicts"
CREATE INDEX `conflict_hand_hand_a_state` ON `conflicts` (`hand`, `hand_a`, `state`);
-- create index "conflict_hand_b_state" to table: "conflicts"
CREATE INDEX `conflict_hand_b_state` ON `conflicts` (`hand_b`, `state`);
-- create index "conflict_power_id_state" to table: "conflicts"
CREATE INDEX `conflict_power_id_state` ON `conflicts` (`power_id`, `state`);
-- create index "conflict_state_accepted_until" to table: "conflicts"
CREATE INDEX `conflict_state_accepted_until` ON `conflicts` (`state`, `accepted_until`);
-- create "own_balance_rules" table
CREATE TABLE `own_balance_rules` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `created_at` datetime NOT NULL, `updated_at` datetime NOT NULL, `version` integer NOT NULL DEFAULT (1), `l1` integer NOT NULL DEFAULT (0), `l2` integer NOT NULL DEFAULT (0), `l3` integer NOT NULL DEFAULT (0), `l4` integer NOT NULL DEFAULT (0), `l5` integer NOT NULL DEFAULT (0), `l6` integer NOT NULL DEFAULT (0), `code` text NOT NULL, `name` text NOT NULL, `reason` text NOT NULL, `example` text NOT NULL DEFAULT (''), `severity` text NOT NULL, `definition` text NOT NULL, `state` text NOT NULL, `switched_at` datetime NULL, `unit_id` integer NOT NULL, CONSTRAINT `own_balance_rules_units_unit` FOREIGN KEY (`unit_id`) REFERENCES `units` (`id`) ON DELETE RESTRICT);
-- set sequence for "own_balance_rules" table
INSERT INTO sqlite_sequence (name, seq) VALUES ("own_balance_rules", 274877906944);
-- create index "ownbalancerule_unit_id" to table: "own_balance_rules"
CREATE INDEX `ownbalancerule_unit_id` ON `own_balance_rules` (`unit_id`);
-- create index "ownbalancerule_code" to table: "own_balance_rules"
CREATE UNIQUE INDEX `ownbalancerule_code` ON `own_balance_rules` (`code`);

-- +goose Down
-- reverse: create index "ownbalancerule_code" to table: "own_balance_rules"
DROP INDEX `ownbalancerule_code`;
-- reverse: create index "ownbalancerule_unit_id" to table: "own_balance_rules"
DROP INDEX `ownbalancerule_unit_id`;
-- reverse: set sequence for "own_balance_rules" table
UPDATE sqlite_sequence SET seq = 0 WHERE name = "own_balance_rules";
-- reverse: create "own_balance_rules" table
DROP TABLE `own_balance_rules`;
-- reverse: create index "conflict_state_accepted_until" to table: "conflicts"
DROP INDEX `conflict_state_accepted_until`;
-- reverse: create index "conflict_power_id_state" to table: "conflicts"
DROP INDEX `conflict_power_id_state`;
-- reverse: create index "conflict_hand_b_state" to table: "conflicts"
DROP INDEX `conflict_hand_b_state`;
-- reverse: create index "conflict_hand_hand_a_state" to table: "conflicts"
DROP INDEX `conflict_hand_hand_a_state`;
-- reverse: create index "conflict_bureau_id_state" to table: "conflicts"
DROP INDEX `conflict_bureau_id_state`;
-- reverse: create index "conflict_live_key" to table: "conflicts"
DROP INDEX `conflict_live_key`;
-- reverse: create index "conflict_l6_state_severity_id" to table: "conflicts"
DROP INDEX `conflict_l6_state_severity_id`;
-- reverse: create index "conflict_l5_state_severity_id" to table: "conflicts"
DROP INDEX `conflict_l5_state_severity_id`;
-- reverse: create index "conflict_l4_state_severity_id" to table: "conflicts"
DROP INDEX `conflict_l4_state_severity_id`;
-- reverse: create index "conflict_l3_state_severity_id" to table: "conflicts"
DROP INDEX `conflict_l3_state_severity_id`;
-- reverse: create index "conflict_l2_state_severity_id" to table: "conflicts"
DROP INDEX `conflict_l2_state_severity_id`;
-- reverse: create index "conflict_l1_state_severity_id" to table: "conflicts"
DROP INDEX `conflict_l1_state_severity_id`;
-- reverse: create index "conflict_unit_id" to table: "conflicts"
DROP INDEX `conflict_unit_id`;
-- reverse: set sequence for "conflicts" table
UPDATE sqlite_sequence SET seq = 0 WHERE name = "conflicts";
-- reverse: create "conflicts" table
DROP TABLE `conflicts`;
-- reverse: create index "closerelation_other_id" to table: "close_relations"
DROP INDEX `closerelation_other_id`;
-- reverse: create index "closerelation_person_id" to table: "close_relations"
DROP INDEX `closerelation_person_id`;
-- reverse: create index "closerelation_unit_id" to table: "close_relations"
DROP INDEX `closerelation_unit_id`;
-- reverse: set sequence for "close_relations" table
UPDATE sqlite_sequence SET seq = 0 WHERE name = "close_relations";
-- reverse: create "close_relations" table
DROP TABLE `close_relations`;
