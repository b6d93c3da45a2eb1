-- +goose Up
-- modify "accounts" table
ALTER TABLE `accounts` ADD COLUMN `login_name_folded` varchar(400) NULL, ADD UNIQUE INDEX `account_login_name_folded` (`login_name_folded`);
-- modify "persons" table
ALTER TABLE `persons` ADD COLUMN `staff_number_folded` varchar(400) NULL, ADD UNIQUE INDEX `person_staff_number_folded` (`staff_number_folded`);
-- modify "posts" table
ALTER TABLE `posts` ADD COLUMN `name_folded` varchar(400) NULL, ADD UNIQUE INDEX `post_unit_id_name_folded` (`unit_id`, `name_folded`);
-- modify "powers" table
ALTER TABLE `powers` ADD COLUMN `code_folded` varchar(400) NULL, ADD UNIQUE INDEX `power_unit_id_code_folded` (`unit_id`, `code_folded`);
-- modify "process_steps" table
ALTER TABLE `process_steps` ADD COLUMN `import_id` bigint NOT NULL DEFAULT 0;
-- modify "processes" table
ALTER TABLE `processes` ADD COLUMN `import_id` bigint NOT NULL DEFAULT 0;
-- modify "risk_points" table
ALTER TABLE `risk_points` MODIFY COLUMN `risk_type` varchar(60) NOT NULL;
-- modify "step_edges" table
ALTER TABLE `step_edges` ADD COLUMN `import_id` bigint NOT NULL DEFAULT 0;
-- modify "units" table
ALTER TABLE `units` ADD COLUMN `code_folded` varchar(400) NULL, ADD UNIQUE INDEX `unit_code_folded` (`code_folded`);
-- create "import_mappings" table
CREATE TABLE `import_mappings` (`id` bigint NOT NULL AUTO_INCREMENT, `created_at` datetime(6) NOT NULL, `updated_at` datetime(6) NOT NULL, `version` bigint NOT NULL DEFAULT 1, `l1` bigint NOT NULL DEFAULT 0, `l2` bigint NOT NULL DEFAULT 0, `l3` bigint NOT NULL DEFAULT 0, `l4` bigint NOT NULL DEFAULT 0, `l5` bigint NOT NULL DEFAULT 0, `l6` bigint NOT NULL DEFAULT 0, `name` varchar(100) NOT NULL, `layout` longtext NOT NULL, `unit_id` bigint NOT NULL, PRIMARY KEY (`id`), INDEX `importmapping_unit_id` (`unit_id`), UNIQUE INDEX `importmapping_unit_id_name` (`unit_id`, `name`), CONSTRAINT `import_mappings_units_unit` FOREIGN KEY (`unit_id`) REFERENCES `units` (`id`) ON UPDATE NO ACTION ON DELETE RESTRICT) CHARSET utf8mb4 COLLATE utf8mb4_bin AUTO_INCREMENT 257698037760;

-- +goose Down
-- reverse: create "import_mappings" table
DROP TABLE `import_mappings`;
-- reverse: modify "units" table
ALTER TABLE `units` DROP INDEX `unit_code_folded`, DROP COLUMN `code_folded`;
-- reverse: modify "step_edges" table
ALTER TABLE `step_edges` DROP COLUMN `import_id`;
-- reverse: modify "risk_points" table
ALTER TABLE `risk_points` MODIFY COLUMN `risk_type` varchar(32) NOT NULL;
-- reverse: modify "processes" table
ALTER TABLE `processes` DROP COLUMN `import_id`;
-- reverse: modify "process_steps" table
ALTER TABLE `process_steps` DROP COLUMN `import_id`;
-- reverse: modify "powers" table
ALTER TABLE `powers` DROP INDEX `power_unit_id_code_folded`, DROP COLUMN `code_folded`;
-- reverse: modify "posts" table
ALTER TABLE `posts` DROP INDEX `post_unit_id_name_folded`, DROP COLUMN `name_folded`;
-- reverse: modify "persons" table
ALTER TABLE `persons` DROP INDEX `person_staff_number_folded`, DROP COLUMN `staff_number_folded`;
-- reverse: modify "accounts" table
ALTER TABLE `accounts` DROP INDEX `account_login_name_folded`, DROP COLUMN `login_name_folded`;
