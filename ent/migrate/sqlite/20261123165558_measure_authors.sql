-- +goose Up
-- add column "drafted_by" to table: "measures"
ALTER TABLE `measures` ADD COLUMN `drafted_by` integer NULL;
-- add column "revised_by" to table: "measures"
ALTER TABLE `measures` ADD COLUMN `revised_by` integer NULL;

-- +goose Down
-- reverse: add column "revised_by" to table: "measures"
ALTER TABLE `measures` DROP COLUMN `revised_by`;
-- reverse: add column "drafted_by" to table: "measures"
ALTER TABLE `measures` DROP COLUMN `drafted_by`;
