-- +goose Up
-- add column "turn" to table: "forms"
ALTER TABLE `forms` ADD COLUMN `turn` text NULL;
-- add column "passed_over" to table: "forms"
ALTER TABLE `forms` ADD COLUMN `passed_over` json NULL;

-- +goose Down
-- reverse: add column "passed_over" to table: "forms"
ALTER TABLE `forms` DROP COLUMN `passed_over`;
-- reverse: add column "turn" to table: "forms"
ALTER TABLE `forms` DROP COLUMN `turn`;
