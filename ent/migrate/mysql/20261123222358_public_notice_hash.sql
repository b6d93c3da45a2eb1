-- +goose Up
-- modify "public_notices" table
ALTER TABLE `public_notices` ADD COLUMN `hash` varchar(64) NOT NULL DEFAULT "";

-- +goose Down
-- reverse: modify "public_notices" table
ALTER TABLE `public_notices` DROP COLUMN `hash`;
