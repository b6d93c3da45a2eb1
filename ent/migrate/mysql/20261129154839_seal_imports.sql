-- +goose Up
-- modify "staged_imports" table
ALTER TABLE `staged_imports` ADD COLUMN `seal` varchar(64) NOT NULL DEFAULT "";

-- +goose Down
-- reverse: modify "staged_imports" table
ALTER TABLE `staged_imports` DROP COLUMN `seal`;
