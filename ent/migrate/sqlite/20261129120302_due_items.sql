-- +goose Up
-- disable the enforcement of foreign-keys constraints
PRAGMA foreign_keys = off;
-- add column "run_at" to table: "jobs"
ALTER TABLE `jobs` ADD COLUMN `run_at` datetime NULL;
-- create "new_log_cursors" table
CREATE TABLE `new_log_cursors` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `name` text NOT NULL, `next` integer NOT NULL, `skipped` integer NOT NULL DEFAULT (0), `skipped_index` integer NULL, `skipped_at` datetime NULL, `failure` text NOT NULL DEFAULT (''));
-- set sequence for "new_log_cursors" table
INSERT INTO sqlite_sequence (name, seq) VALUES ("new_log_cursors", 163208757248);
-- copy rows from old table "log_cursors" to new temporary table "new_log_cursors"
INSERT INTO `new_log_cursors` (`id`, `name`, `next`) SELECT `id`, `name`, `next` FROM `log_cursors`;
-- drop "log_cursors" table after copying rows
DROP TABLE `log_cursors`;
-- rename temporary table "new_log_cursors" to "log_cursors"
ALTER TABLE `new_log_cursors` RENAME TO `log_cursors`;
-- create index "log_cursors_name_key" to table: "log_cursors"
CREATE UNIQUE INDEX `log_cursors_name_key` ON `log_cursors` (`name`);
-- create "due_items" table
CREATE TABLE `due_items` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `kind` text NOT NULL, `object_id` integer NOT NULL DEFAULT (0), `at` datetime NOT NULL, `next_at` datetime NOT NULL, `cursor` integer NOT NULL DEFAULT (0), `begun_at` datetime NULL, `attempts` integer NOT NULL DEFAULT (0), `failure` text NOT NULL DEFAULT (''));
-- set sequence for "due_items" table
INSERT INTO sqlite_sequence (name, seq) VALUES ("due_items", 219043332096);
-- create index "dueitem_kind_object_id" to table: "due_items"
CREATE UNIQUE INDEX `dueitem_kind_object_id` ON `due_items` (`kind`, `object_id`);
-- create index "dueitem_next_at" to table: "due_items"
CREATE INDEX `dueitem_next_at` ON `due_items` (`next_at`);
-- enable back the enforcement of foreign-keys constraints
PRAGMA foreign_keys = on;

-- +goose Down
-- reverse: create index "dueitem_next_at" to table: "due_items"
DROP INDEX `dueitem_next_at`;
-- reverse: create index "dueitem_kind_object_id" to table: "due_items"
DROP INDEX `dueitem_kind_object_id`;
-- reverse: set sequence for "due_items" table
UPDATE sqlite_sequence SET seq = 0 WHERE name = "due_items";
-- reverse: create "due_items" table
DROP TABLE `due_items`;
-- reverse: create index "log_cursors_name_key" to table: "log_cursors"
DROP INDEX `log_cursors_name_key`;
-- reverse: set sequence for "new_log_cursors" table
UPDATE sqlite_sequence SET seq = 0 WHERE name = "new_log_cursors";
-- reverse: create "new_log_cursors" table
DROP TABLE `new_log_cursors`;
-- reverse: add column "run_at" to table: "jobs"
ALTER TABLE `jobs` DROP COLUMN `run_at`;
