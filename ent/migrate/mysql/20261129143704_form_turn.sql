-- +goose Up
-- modify "forms" table
ALTER TABLE `forms` ADD COLUMN `turn` varchar(32) NULL, ADD COLUMN `passed_over` json NULL;

-- +goose Down
-- reverse: modify "forms" table
ALTER TABLE `forms` DROP COLUMN `passed_over`, DROP COLUMN `turn`;
