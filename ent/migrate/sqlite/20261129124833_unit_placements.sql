-- +goose Up
-- add column "ends" to table: "appointments"
ALTER TABLE `appointments` ADD COLUMN `ends` json NULL;
-- add column "ends" to table: "delegations"
ALTER TABLE `delegations` ADD COLUMN `ends` json NULL;
-- add column "ends" to table: "portfolios"
ALTER TABLE `portfolios` ADD COLUMN `ends` json NULL;
-- add column "ends" to table: "role_appointments"
ALTER TABLE `role_appointments` ADD COLUMN `ends` json NULL;
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

-- +goose Down
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
-- reverse: add column "ends" to table: "role_appointments"
ALTER TABLE `role_appointments` DROP COLUMN `ends`;
-- reverse: add column "ends" to table: "portfolios"
ALTER TABLE `portfolios` DROP COLUMN `ends`;
-- reverse: add column "ends" to table: "delegations"
ALTER TABLE `delegations` DROP COLUMN `ends`;
-- reverse: add column "ends" to table: "appointments"
ALTER TABLE `appointments` DROP COLUMN `ends`;
