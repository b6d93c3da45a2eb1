-- +goose Up
-- modify "measures" table
ALTER TABLE `measures` ADD COLUMN `drafted_by` bigint NULL, ADD COLUMN `revised_by` bigint NULL;

-- +goose Down
-- reverse: modify "measures" table
ALTER TABLE `measures` DROP COLUMN `revised_by`, DROP COLUMN `drafted_by`;
