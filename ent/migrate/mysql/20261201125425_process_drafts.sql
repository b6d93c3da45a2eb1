-- +goose Up
-- modify "process_steps" table
ALTER TABLE `process_steps` ADD COLUMN `lane` varchar(200) NOT NULL DEFAULT "", ADD COLUMN `starts` bool NOT NULL DEFAULT 0, ADD COLUMN `ends` bool NOT NULL DEFAULT 0, ADD COLUMN `split` varchar(32) NOT NULL DEFAULT "ONE", ADD COLUMN `discretion` varchar(32) NULL, ADD COLUMN `explanation` varchar(2000) NOT NULL DEFAULT "", ADD COLUMN `x` bigint NULL, ADD COLUMN `y` bigint NULL;
-- modify "processes" table
ALTER TABLE `processes` ADD COLUMN `explanation` varchar(4000) NOT NULL DEFAULT "", ADD COLUMN `superseded_at` datetime(6) NULL, ADD COLUMN `stood` json NULL;
-- create "process_drafts" table
CREATE TABLE `process_drafts` (`id` bigint NOT NULL AUTO_INCREMENT, `created_at` datetime(6) NOT NULL, `updated_at` datetime(6) NOT NULL, `version` bigint NOT NULL DEFAULT 1, `seal` varchar(64) NOT NULL DEFAULT "", `base_revision` bigint NOT NULL, `content` longtext NOT NULL, `saved_by` bigint NULL, `power_id` bigint NOT NULL, PRIMARY KEY (`id`), UNIQUE INDEX `processdraft_power_id` (`power_id`), CONSTRAINT `process_drafts_powers_power` FOREIGN KEY (`power_id`) REFERENCES `powers` (`id`) ON UPDATE NO ACTION ON DELETE RESTRICT) CHARSET utf8mb4 COLLATE utf8mb4_bin AUTO_INCREMENT 261993005056;

-- +goose Down
-- reverse: create "process_drafts" table
DROP TABLE `process_drafts`;
-- reverse: modify "processes" table
ALTER TABLE `processes` DROP COLUMN `stood`, DROP COLUMN `superseded_at`, DROP COLUMN `explanation`;
-- reverse: modify "process_steps" table
ALTER TABLE `process_steps` DROP COLUMN `y`, DROP COLUMN `x`, DROP COLUMN `explanation`, DROP COLUMN `discretion`, DROP COLUMN `split`, DROP COLUMN `ends`, DROP COLUMN `starts`, DROP COLUMN `lane`;
