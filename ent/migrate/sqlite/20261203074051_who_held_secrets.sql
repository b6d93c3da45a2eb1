-- +goose Up
-- add column "secrets_set_by" to table: "accounts"
ALTER TABLE `accounts` ADD COLUMN `secrets_set_by` integer NULL;
-- add column "held_by" to table: "pending_acts"
ALTER TABLE `pending_acts` ADD COLUMN `held_by` integer NULL;

-- +goose Down
-- reverse: add column "held_by" to table: "pending_acts"
ALTER TABLE `pending_acts` DROP COLUMN `held_by`;
-- reverse: add column "secrets_set_by" to table: "accounts"
ALTER TABLE `accounts` DROP COLUMN `secrets_set_by`;
