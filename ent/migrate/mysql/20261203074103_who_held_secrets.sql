-- +goose Up
-- modify "accounts" table
ALTER TABLE `accounts` ADD COLUMN `secrets_set_by` bigint NULL;
-- modify "pending_acts" table
ALTER TABLE `pending_acts` ADD COLUMN `held_by` bigint NULL;

-- +goose Down
-- reverse: modify "pending_acts" table
ALTER TABLE `pending_acts` DROP COLUMN `held_by`;
-- reverse: modify "accounts" table
ALTER TABLE `accounts` DROP COLUMN `secrets_set_by`;
