-- +goose Up
-- create "calendar_years" table
CREATE TABLE `calendar_years` (`id` bigint NOT NULL AUTO_INCREMENT, `created_at` datetime(6) NOT NULL, `updated_at` datetime(6) NOT NULL, `version` bigint NOT NULL DEFAULT 1, `year` bigint NOT NULL, `source` varchar(500) NOT NULL, `confirmed` bool NOT NULL, `ranges` json NOT NULL, `reason` varchar(500) NOT NULL, `account_id` bigint NULL, `actor_name` varchar(100) NOT NULL, PRIMARY KEY (`id`), UNIQUE INDEX `year` (`year`)) CHARSET utf8mb4 COLLATE utf8mb4_bin AUTO_INCREMENT 283467841536;
-- create "clock_rules" table
CREATE TABLE `clock_rules` (`id` bigint NOT NULL AUTO_INCREMENT, `l1` bigint NOT NULL DEFAULT 0, `l2` bigint NOT NULL DEFAULT 0, `l3` bigint NOT NULL DEFAULT 0, `l4` bigint NOT NULL DEFAULT 0, `l5` bigint NOT NULL DEFAULT 0, `l6` bigint NOT NULL DEFAULT 0, `code` varchar(40) NOT NULL, `number` bigint NOT NULL, `name` varchar(200) NOT NULL, `definition` longtext NOT NULL, `withdrawn` bool NOT NULL, `reason` varchar(500) NOT NULL, `account_id` bigint NULL, `actor_name` varchar(100) NOT NULL, `at` datetime(6) NOT NULL, `unit_id` bigint NOT NULL, PRIMARY KEY (`id`), INDEX `clockrule_unit_id` (`unit_id`), UNIQUE INDEX `clockrule_unit_id_code_number` (`unit_id`, `code`, `number`), CONSTRAINT `clock_rules_units_unit` FOREIGN KEY (`unit_id`) REFERENCES `units` (`id`) ON UPDATE NO ACTION ON DELETE RESTRICT) CHARSET utf8mb4 COLLATE utf8mb4_bin AUTO_INCREMENT 287762808832;

-- +goose Down
-- reverse: create "clock_rules" table
DROP TABLE `clock_rules`;
-- reverse: create "calendar_years" table
DROP TABLE `calendar_years`;
