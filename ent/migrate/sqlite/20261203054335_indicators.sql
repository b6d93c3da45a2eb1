-- +goose Up
-- create "indicators" table
CREATE TABLE `indicators` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `created_at` datetime NOT NULL, `updated_at` datetime NOT NULL, `version` integer NOT NULL DEFAULT (1), `l1` integer NOT NULL DEFAULT (0), `l2` integer NOT NULL DEFAULT (0), `l3` integer NOT NULL DEFAULT (0), `l4` integer NOT NULL DEFAULT (0), `l5` integer NOT NULL DEFAULT (0), `l6` integer NOT NULL DEFAULT (0), `name` text NOT NULL, `measured_in` text NOT NULL DEFAULT (''), `keeps` text NOT NULL, `threshold` integer NOT NULL, `every` text NOT NULL, `within_days` integer NOT NULL, `starts_on` date NOT NULL, `stopped_reason` text NOT NULL DEFAULT (''), `state` text NOT NULL, `read_for` date NULL, `value` integer NULL, `over_since` date NULL, `owed_on` date NULL, `unit_id` integer NOT NULL, `measure_id` integer NOT NULL, `person_id` integer NULL, CONSTRAINT `indicators_units_unit` FOREIGN KEY (`unit_id`) REFERENCES `units` (`id`) ON DELETE RESTRICT, CONSTRAINT `indicators_measures_measure` FOREIGN KEY (`measure_id`) REFERENCES `measures` (`id`) ON DELETE RESTRICT, CONSTRAINT `indicators_persons_person` FOREIGN KEY (`person_id`) REFERENCES `persons` (`id`) ON DELETE RESTRICT);
-- set sequence for "indicators" table
INSERT INTO sqlite_sequence (name, seq) VALUES ("indicators", 347892350976);
-- create index "indicator_unit_id" to table: "indicators"
CREATE INDEX `indicator_unit_id` ON `indicators` (`unit_id`);
-- create index "indicator_l1_state_id" to table: "indicators"
CREATE INDEX `indicator_l1_state_id` ON `indicators` (`l1`, `state`, `id`);
-- create index "indicator_l2_state_id" to table: "indicators"
CREATE INDEX `indicator_l2_state_id` ON `indicators` (`l2`, `state`, `id`);
-- create index "indicator_l3_state_id" to table: "indicators"
CREATE INDEX `indicator_l3_state_id` ON `indicators` (`l3`, `state`, `id`);
-- create index "indicator_l4_state_id" to table: "indicators"
CREATE INDEX `indicator_l4_state_id` ON `indicators` (`l4`, `state`, `id`);
-- create index "indicator_l5_state_id" to table: "indicators"
CREATE INDEX `indicator_l5_state_id` ON `indicators` (`l5`, `state`, `id`);
-- create index "indicator_l6_state_id" to table: "indicators"
CREATE INDEX `indicator_l6_state_id` ON `indicators` (`l6`, `state`, `id`);
-- create index "indicator_measure_id" to table: "indicators"
CREATE INDEX `indicator_measure_id` ON `indicators` (`measure_id`);
-- create index "indicator_person_id_owed_on" to table: "indicators"
CREATE INDEX `indicator_person_id_owed_on` ON `indicators` (`person_id`, `owed_on`);
-- create index "indicator_owed_on" to table: "indicators"
CREATE INDEX `indicator_owed_on` ON `indicators` (`owed_on`);
-- create index "indicator_state_id" to table: "indicators"
CREATE INDEX `indicator_state_id` ON `indicators` (`state`, `id`);
-- create "indicator_readings" table
CREATE TABLE `indicator_readings` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `from_day` date NOT NULL, `to_day` date NOT NULL, `revision` integer NOT NULL, `value` integer NOT NULL, `keeps` text NOT NULL, `threshold` integer NOT NULL, `over` bool NOT NULL, `source` text NOT NULL, `note` text NOT NULL DEFAULT (''), `at` datetime NOT NULL, `account_id` integer NULL, `actor_name` text NOT NULL DEFAULT (''), `replaced_at` datetime NULL, `indicator_id` integer NOT NULL, CONSTRAINT `indicator_readings_indicators_indicator` FOREIGN KEY (`indicator_id`) REFERENCES `indicators` (`id`) ON DELETE RESTRICT);
-- set sequence for "indicator_readings" table
INSERT INTO sqlite_sequence (name, seq) VALUES ("indicator_readings", 352187318272);
-- create index "indicatorreading_indicator_id_from_day_revision" to table: "indicator_readings"
CREATE UNIQUE INDEX `indicatorreading_indicator_id_from_day_revision` ON `indicator_readings` (`indicator_id`, `from_day`, `revision`);

-- +goose Down
-- reverse: create index "indicatorreading_indicator_id_from_day_revision" to table: "indicator_readings"
DROP INDEX `indicatorreading_indicator_id_from_day_revision`;
-- reverse: set sequence for "indicator_readings" table
UPDATE sqlite_sequence SET seq = 0 WHERE name = "indicator_readings";
-- reverse: create "indicator_readings" table
DROP TABLE `indicator_readings`;
-- reverse: create index "indicator_state_id" to table: "indicators"
DROP INDEX `indicator_state_id`;
-- reverse: create index "indicator_owed_on" to table: "indicators"
DROP INDEX `indicator_owed_on`;
-- reverse: create index "indicator_person_id_owed_on" to table: "indicators"
DROP INDEX `indicator_person_id_owed_on`;
-- reverse: create index "indicator_measure_id" to table: "indicators"
DROP INDEX `indicator_measure_id`;
-- reverse: create index "indicator_l6_state_id" to table: "indicators"
DROP INDEX `indicator_l6_state_id`;
-- reverse: create index "indicator_l5_state_id" to table: "indicators"
DROP INDEX `indicator_l5_state_id`;
-- reverse: create index "indicator_l4_state_id" to table: "indicators"
DROP INDEX `indicator_l4_state_id`;
-- reverse: create index "indicator_l3_state_id" to table: "indicators"
DROP INDEX `indicator_l3_state_id`;
-- reverse: create index "indicator_l2_state_id" to table: "indicators"
DROP INDEX `indicator_l2_state_id`;
-- reverse: create index "indicator_l1_state_id" to table: "indicators"
DROP INDEX `indicator_l1_state_id`;
-- reverse: create index "indicator_unit_id" to table: "indicators"
DROP INDEX `indicator_unit_id`;
-- reverse: set sequence for "indicators" table
UPDATE sqlite_sequence SET seq = 0 WHERE name = "indicators";
-- reverse: create "indicators" table
DROP TABLE `indicators`;
