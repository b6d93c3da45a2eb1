-- +goose Up
-- add column "changes" to table: "own_balance_rules"
ALTER TABLE `own_balance_rules` ADD COLUMN `changes` json NULL;
-- create "planned_leaves" table
CREATE TABLE `planned_leaves` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `created_at` datetime NOT NULL, `updated_at` datetime NOT NULL, `version` integer NOT NULL DEFAULT (1), `l1` integer NOT NULL DEFAULT (0), `l2` integer NOT NULL DEFAULT (0), `l3` integer NOT NULL DEFAULT (0), `l4` integer NOT NULL DEFAULT (0), `l5` integer NOT NULL DEFAULT (0), `l6` integer NOT NULL DEFAULT (0), `from_day` date NOT NULL, `to_day` date NOT NULL, `recorded_by` integer NULL, `unit_id` integer NOT NULL, `person_id` integer NOT NULL, CONSTRAINT `planned_leaves_units_unit` FOREIGN KEY (`unit_id`) REFERENCES `units` (`id`) ON DELETE RESTRICT, CONSTRAINT `planned_leaves_persons_person` FOREIGN KEY (`person_id`) REFERENCES `persons` (`id`) ON DELETE RESTRICT);
-- set sequence for "planned_leaves" table
INSERT INTO sqlite_sequence (name, seq) VALUES ("planned_leaves", 279172874240);
-- create index "plannedleave_unit_id" to table: "planned_leaves"
CREATE INDEX `plannedleave_unit_id` ON `planned_leaves` (`unit_id`);
-- create index "plannedleave_person_id_to_day" to table: "planned_leaves"
CREATE INDEX `plannedleave_person_id_to_day` ON `planned_leaves` (`person_id`, `to_day`);

-- +goose Down
-- reverse: create index "plannedleave_person_id_to_day" to table: "planned_leaves"
DROP INDEX `plannedleave_person_id_to_day`;
-- reverse: create index "plannedleave_unit_id" to table: "planned_leaves"
DROP INDEX `plannedleave_unit_id`;
-- reverse: set sequence for "planned_leaves" table
UPDATE sqlite_sequence SET seq = 0 WHERE name = "planned_leaves";
-- reverse: create "planned_leaves" table
DROP TABLE `planned_leaves`;
-- reverse: add column "changes" to table: "own_balance_rules"
ALTER TABLE `own_balance_rules` DROP COLUMN `changes`;
