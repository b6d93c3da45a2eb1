-- +goose Up
-- create "calendar_years" table
CREATE TABLE `calendar_years` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `created_at` datetime NOT NULL, `updated_at` datetime NOT NULL, `version` integer NOT NULL DEFAULT (1), `year` integer NOT NULL, `source` text NOT NULL, `confirmed` bool NOT NULL, `ranges` json NOT NULL, `reason` text NOT NULL, `account_id` integer NULL, `actor_name` text NOT NULL);
-- set sequence for "calendar_years" table
INSERT INTO sqlite_sequence (name, seq) VALUES ("calendar_years", 283467841536);
-- create index "calendar_years_year_key" to table: "calendar_years"
CREATE UNIQUE INDEX `calendar_years_year_key` ON `calendar_years` (`year`);
-- create "clock_rules" table
CREATE TABLE `clock_rules` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `l1` integer NOT NULL DEFAULT (0), `l2` integer NOT NULL DEFAULT (0), `l3` integer NOT NULL DEFAULT (0), `l4` integer NOT NULL DEFAULT (0), `l5` integer NOT NULL DEFAULT (0), `l6` integer NOT NULL DEFAULT (0), `code` text NOT NULL, `number` integer NOT NULL, `name` text NOT NULL, `definition` text NOT NULL, `withdrawn` bool NOT NULL, `reason` text NOT NULL, `account_id` integer NULL, `actor_name` text NOT NULL, `at` datetime NOT NULL, `unit_id` integer NOT NULL, CONSTRAINT `clock_rules_units_unit` FOREIGN KEY (`unit_id`) REFERENCES `units` (`id`) ON DELETE RESTRICT);
-- set sequence for "clock_rules" table
INSERT INTO sqlite_sequence (name, seq) VALUES ("clock_rules", 287762808832);
-- create index "clockrule_unit_id" to table: "clock_rules"
CREATE INDEX `clockrule_unit_id` ON `clock_rules` (`unit_id`);
-- create index "clockrule_unit_id_code_number" to table: "clock_rules"
CREATE UNIQUE INDEX `clockrule_unit_id_code_number` ON `clock_rules` (`unit_id`, `code`, `number`);

-- +goose Down
-- reverse: create index "clockrule_unit_id_code_number" to table: "clock_rules"
DROP INDEX `clockrule_unit_id_code_number`;
-- reverse: create index "clockrule_unit_id" to table: "clock_rules"
DROP INDEX `clockrule_unit_id`;
-- reverse: set sequence for "clock_rules" table
UPDATE sqlite_sequence SET seq = 0 WHERE name = "clock_rules";
-- reverse: create "clock_rules" table
DROP TABLE `clock_rules`;
-- reverse: create index "calendar_years_year_key" to table: "calendar_years"
DROP INDEX `calendar_years_year_key`;
-- reverse: set sequence for "calendar_years" table
UPDATE sqlite_sequence SET seq = 0 WHERE name = "calendar_years";
-- reverse: create "calendar_years" table
DROP TABLE `calendar_years`;
