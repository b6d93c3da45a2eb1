-- +goose Up
-- modify "own_balance_rules" table
ALTER TABLE `own_balance_rules` ADD COLUMN `changes` json NULL;
-- create "planned_leaves" table
CREATE TABLE `planned_leaves` (`id` bigint NOT NULL AUTO_INCREMENT, `created_at` datetime(6) NOT NULL, `updated_at` datetime(6) NOT NULL, `version` bigint NOT NULL DEFAULT 1, `l1` bigint NOT NULL DEFAULT 0, `l2` bigint NOT NULL DEFAULT 0, `l3` bigint NOT NULL DEFAULT 0, `l4` bigint NOT NULL DEFAULT 0, `l5` bigint NOT NULL DEFAULT 0, `l6` bigint NOT NULL DEFAULT 0, `from_day` date NOT NULL, `to_day` date NOT NULL, `recorded_by` bigint NULL, `unit_id` bigint NOT NULL, `person_id` bigint NOT NULL, PRIMARY KEY (`id`), INDEX `plannedleave_person_id_to_day` (`person_id`, `to_day`), INDEX `plannedleave_unit_id` (`unit_id`), CONSTRAINT `planned_leaves_persons_person` FOREIGN KEY (`person_id`) REFERENCES `persons` (`id`) ON UPDATE NO ACTION ON DELETE RESTRICT, CONSTRAINT `planned_leaves_units_unit` FOREIGN KEY (`unit_id`) REFERENCES `units` (`id`) ON UPDATE NO ACTION ON DELETE RESTRICT) CHARSET utf8mb4 COLLATE utf8mb4_bin AUTO_INCREMENT 279172874240;

-- +goose Down
-- reverse: create "planned_leaves" table
DROP TABLE `planned_leaves`;
-- reverse: modify "own_balance_rules" table
ALTER TABLE `own_balance_rules` DROP COLUMN `changes`;
