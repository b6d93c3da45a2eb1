-- +goose Up
-- modify "staged_imports" table
ALTER TABLE `staged_imports` ADD COLUMN `seal` text NOT NULL DEFAULT ('');

-- +goose Down
-- reverse: modify "staged_imports" table
ALTER TABLE `staged_imports` DROP COLUMN `seal`;
