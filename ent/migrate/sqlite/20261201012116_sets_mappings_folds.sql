-- +goose Up
-- add column "login_name_folded" to table: "accounts"
ALTER TABLE `accounts` ADD COLUMN `login_name_folded` text NULL;
CREATE UNIQUE INDEX `account_login_name_folded` ON `accounts` (`login_name_folded`);
-- add column "staff_number_folded" to table: "persons"
ALTER TABLE `persons` ADD COLUMN `staff_number_folded` text NULL;
CREATE UNIQUE INDEX `person_staff_number_folded` ON `persons` (`staff_number_folded`);
-- add column "name_folded" to table: "posts"
ALTER TABLE `posts` ADD COLUMN `name_folded` text NULL;
CREATE UNIQUE INDEX `post_unit_id_name_folded` ON `posts` (`unit_id`, `name_folded`);
-- add column "code_folded" to table: "powers"
ALTER TABLE `powers` ADD COLUMN `code_folded` text NULL;
CREATE UNIQUE INDEX `power_unit_id_code_folded` ON `powers` (`unit_id`, `code_folded`);
-- add column "code_folded" to table: "units"
ALTER TABLE `units` ADD COLUMN `code_folded` text NULL;
CREATE UNIQUE INDEX `unit_code_folded` ON `units` (`code_folded`);
-- add column "import_id" to table: "process_steps"
ALTER TABLE `process_steps` ADD COLUMN `import_id` integer NOT NULL DEFAULT (0);
-- add column "import_id" to table: "processes"
ALTER TABLE `processes` ADD COLUMN `import_id` integer NOT NULL DEFAULT (0);
-- add column "import_id" to table: "step_edges"
ALTER TABLE `step_edges` ADD COLUMN `import_id` integer NOT NULL DEFAULT (0);
-- create "import_mappings" table
CREATE TABLE `import_mappings` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `created_at` datetime NOT NULL, `updated_at` datetime NOT NULL, `version` integer NOT NULL DEFAULT (1), `l1` integer NOT NULL DEFAULT (0), `l2` integer NOT NULL DEFAULT (0), `l3` integer NOT NULL DEFAULT (0), `l4` integer NOT NULL DEFAULT (0), `l5` integer NOT NULL DEFAULT (0), `l6` integer NOT NULL DEFAULT (0), `name` text NOT NULL, `layout` text NOT NULL, `unit_id` integer NOT NULL, CONSTRAINT `import_mappings_units_unit` FOREIGN KEY (`unit_id`) REFERENCES `units` (`id`) ON DELETE RESTRICT);
-- set sequence for "import_mappings" table
INSERT INTO sqlite_sequence (name, seq) VALUES ("import_mappings", 257698037760);
-- create index "importmapping_unit_id" to table: "import_mappings"
CREATE INDEX `importmapping_unit_id` ON `import_mappings` (`unit_id`);
-- create index "importmapping_unit_id_name" to table: "import_mappings"
CREATE UNIQUE INDEX `importmapping_unit_id_name` ON `import_mappings` (`unit_id`, `name`);

-- +goose Down
-- reverse: create "import_mappings" table
DROP TABLE `import_mappings`;
DELETE FROM sqlite_sequence WHERE name = "import_mappings";
-- reverse: add column "login_name_folded" to table: "accounts"
DROP INDEX `account_login_name_folded`;
ALTER TABLE `accounts` DROP COLUMN `login_name_folded`;
-- reverse: add column "staff_number_folded" to table: "persons"
DROP INDEX `person_staff_number_folded`;
ALTER TABLE `persons` DROP COLUMN `staff_number_folded`;
-- reverse: add column "name_folded" to table: "posts"
DROP INDEX `post_unit_id_name_folded`;
ALTER TABLE `posts` DROP COLUMN `name_folded`;
-- reverse: add column "code_folded" to table: "powers"
DROP INDEX `power_unit_id_code_folded`;
ALTER TABLE `powers` DROP COLUMN `code_folded`;
-- reverse: add column "code_folded" to table: "units"
DROP INDEX `unit_code_folded`;
ALTER TABLE `units` DROP COLUMN `code_folded`;
-- reverse: add column "import_id" to table: "process_steps"
ALTER TABLE `process_steps` DROP COLUMN `import_id`;
-- reverse: add column "import_id" to table: "processes"
ALTER TABLE `processes` DROP COLUMN `import_id`;
-- reverse: add column "import_id" to table: "step_edges"
ALTER TABLE `step_edges` DROP COLUMN `import_id`;
