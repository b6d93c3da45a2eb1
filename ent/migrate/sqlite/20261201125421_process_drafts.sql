-- +goose Up
-- add column "lane" to table: "process_steps"
ALTER TABLE `process_steps` ADD COLUMN `lane` text NOT NULL DEFAULT ('');
-- add column "starts" to table: "process_steps"
ALTER TABLE `process_steps` ADD COLUMN `starts` bool NOT NULL DEFAULT (false);
-- add column "ends" to table: "process_steps"
ALTER TABLE `process_steps` ADD COLUMN `ends` bool NOT NULL DEFAULT (false);
-- add column "split" to table: "process_steps"
ALTER TABLE `process_steps` ADD COLUMN `split` text NOT NULL DEFAULT ('ONE');
-- add column "discretion" to table: "process_steps"
ALTER TABLE `process_steps` ADD COLUMN `discretion` text NULL;
-- add column "explanation" to table: "process_steps"
ALTER TABLE `process_steps` ADD COLUMN `explanation` text NOT NULL DEFAULT ('');
-- add column "x" to table: "process_steps"
ALTER TABLE `process_steps` ADD COLUMN `x` integer NULL;
-- add column "y" to table: "process_steps"
ALTER TABLE `process_steps` ADD COLUMN `y` integer NULL;
-- add column "explanation" to table: "processes"
ALTER TABLE `processes` ADD COLUMN `explanation` text NOT NULL DEFAULT ('');
-- add column "superseded_at" to table: "processes"
ALTER TABLE `processes` ADD COLUMN `superseded_at` datetime NULL;
-- add column "stood" to table: "processes"
ALTER TABLE `processes` ADD COLUMN `stood` json NULL;
-- create "process_drafts" table
CREATE TABLE `process_drafts` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `created_at` datetime NOT NULL, `updated_at` datetime NOT NULL, `version` integer NOT NULL DEFAULT (1), `seal` text NOT NULL DEFAULT (''), `base_revision` integer NOT NULL, `content` text NOT NULL, `saved_by` integer NULL, `power_id` integer NOT NULL, CONSTRAINT `process_drafts_powers_power` FOREIGN KEY (`power_id`) REFERENCES `powers` (`id`) ON DELETE RESTRICT);
-- create index "processdraft_power_id" to table: "process_drafts"
CREATE UNIQUE INDEX `processdraft_power_id` ON `process_drafts` (`power_id`);
-- set sequence for "process_drafts" table
INSERT INTO sqlite_sequence (name, seq) VALUES ("process_drafts", 261993005056);

-- +goose Down
-- reverse: set sequence for "process_drafts" table
UPDATE sqlite_sequence SET seq = 0 WHERE name = "process_drafts";
-- reverse: create "process_drafts" table
DROP TABLE `process_drafts`;
-- reverse: add column "stood" to table: "processes"
ALTER TABLE `processes` DROP COLUMN `stood`;
-- reverse: add column "superseded_at" to table: "processes"
ALTER TABLE `processes` DROP COLUMN `superseded_at`;
-- reverse: add column "explanation" to table: "processes"
ALTER TABLE `processes` DROP COLUMN `explanation`;
-- reverse: add column "y" to table: "process_steps"
ALTER TABLE `process_steps` DROP COLUMN `y`;
-- reverse: add column "x" to table: "process_steps"
ALTER TABLE `process_steps` DROP COLUMN `x`;
-- reverse: add column "explanation" to table: "process_steps"
ALTER TABLE `process_steps` DROP COLUMN `explanation`;
-- reverse: add column "discretion" to table: "process_steps"
ALTER TABLE `process_steps` DROP COLUMN `discretion`;
-- reverse: add column "split" to table: "process_steps"
ALTER TABLE `process_steps` DROP COLUMN `split`;
-- reverse: add column "ends" to table: "process_steps"
ALTER TABLE `process_steps` DROP COLUMN `ends`;
-- reverse: add column "starts" to table: "process_steps"
ALTER TABLE `process_steps` DROP COLUMN `starts`;
-- reverse: add column "lane" to table: "process_steps"
ALTER TABLE `process_steps` DROP COLUMN `lane`;
