-- +goose Up
-- add column "hash" to table: "public_notices"
ALTER TABLE `public_notices` ADD COLUMN `hash` text NOT NULL DEFAULT ('');

-- +goose Down
-- reverse: add column "hash" to table: "public_notices"
ALTER TABLE `public_notices` DROP COLUMN `hash`;
