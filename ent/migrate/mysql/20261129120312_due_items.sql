-- +goose Up
-- modify "jobs" table
ALTER TABLE `jobs` ADD COLUMN `run_at` datetime(6) NULL;
-- modify "log_cursors" table
ALTER TABLE `log_cursors` ADD COLUMN `skipped` bigint NOT NULL DEFAULT 0, ADD COLUMN `skipped_index` bigint NULL, ADD COLUMN `skipped_at` datetime(6) NULL, ADD COLUMN `failure` varchar(500) NOT NULL DEFAULT "";
-- create "due_items" table
CREATE TABLE `due_items` (`id` bigint NOT NULL AUTO_INCREMENT, `kind` varchar(64) NOT NULL, `object_id` bigint NOT NULL DEFAULT 0, `at` datetime(6) NOT NULL, `next_at` datetime(6) NOT NULL, `cursor` bigint NOT NULL DEFAULT 0, `begun_at` datetime(6) NULL, `attempts` bigint NOT NULL DEFAULT 0, `failure` varchar(500) NOT NULL DEFAULT "", PRIMARY KEY (`id`), UNIQUE INDEX `dueitem_kind_object_id` (`kind`, `object_id`), INDEX `dueitem_next_at` (`next_at`)) CHARSET utf8mb4 COLLATE utf8mb4_bin AUTO_INCREMENT 219043332096;

-- +goose Down
-- reverse: create "due_items" table
DROP TABLE `due_items`;
-- reverse: modify "log_cursors" table
ALTER TABLE `log_cursors` DROP COLUMN `failure`, DROP COLUMN `skipped_at`, DROP COLUMN `skipped_index`, DROP COLUMN `skipped`;
-- reverse: modify "jobs" table
ALTER TABLE `jobs` DROP COLUMN `run_at`;
