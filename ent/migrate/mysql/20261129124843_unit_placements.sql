-- +goose Up
-- modify "appointments" table
ALTER TABLE `appointments` ADD COLUMN `ends` json NULL;
-- modify "delegations" table
ALTER TABLE `delegations` ADD COLUMN `ends` json NULL;
-- modify "portfolios" table
ALTER TABLE `portfolios` ADD COLUMN `ends` json NULL;
-- modify "role_appointments" table
ALTER TABLE `role_appointments` ADD COLUMN `ends` json NULL;
-- create "unit_placements" table
CREATE TABLE `unit_placements` (`id` bigint NOT NULL AUTO_INCREMENT, `created_at` datetime(6) NOT NULL, `updated_at` datetime(6) NOT NULL, `from_day` date NOT NULL, `to_day` date NULL, `ends` json NULL, `l1` bigint NOT NULL DEFAULT 0, `l2` bigint NOT NULL DEFAULT 0, `l3` bigint NOT NULL DEFAULT 0, `l4` bigint NOT NULL DEFAULT 0, `l5` bigint NOT NULL DEFAULT 0, `l6` bigint NOT NULL DEFAULT 0, `unit_id` bigint NOT NULL, `parent_id` bigint NULL, PRIMARY KEY (`id`), INDEX `unitplacement_parent_id` (`parent_id`), INDEX `unitplacement_unit_id` (`unit_id`), INDEX `unitplacement_unit_id_from_day` (`unit_id`, `from_day`), CONSTRAINT `unit_placements_units_parent` FOREIGN KEY (`parent_id`) REFERENCES `units` (`id`) ON UPDATE NO ACTION ON DELETE RESTRICT, CONSTRAINT `unit_placements_units_unit` FOREIGN KEY (`unit_id`) REFERENCES `units` (`id`) ON UPDATE NO ACTION ON DELETE RESTRICT) CHARSET utf8mb4 COLLATE utf8mb4_bin AUTO_INCREMENT 223338299392;

-- +goose Down
-- reverse: create "unit_placements" table
DROP TABLE `unit_placements`;
-- reverse: modify "role_appointments" table
ALTER TABLE `role_appointments` DROP COLUMN `ends`;
-- reverse: modify "portfolios" table
ALTER TABLE `portfolios` DROP COLUMN `ends`;
-- reverse: modify "delegations" table
ALTER TABLE `delegations` DROP COLUMN `ends`;
-- reverse: modify "appointments" table
ALTER TABLE `appointments` DROP COLUMN `ends`;
