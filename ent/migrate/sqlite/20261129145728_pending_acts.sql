-- +goose Up
-- add column "secrets_own_since" to table: "accounts"
ALTER TABLE `accounts` ADD COLUMN `secrets_own_since` datetime NULL;
-- add column "led_at" to table: "accounts"
ALTER TABLE `accounts` ADD COLUMN `led_at` datetime NULL;
-- add column "ended_at" to table: "role_appointments"
ALTER TABLE `role_appointments` ADD COLUMN `ended_at` datetime NULL;
-- create "pending_acts" table
CREATE TABLE `pending_acts` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `created_at` datetime NOT NULL, `updated_at` datetime NOT NULL, `version` integer NOT NULL DEFAULT (1), `l1` integer NOT NULL DEFAULT (0), `l2` integer NOT NULL DEFAULT (0), `l3` integer NOT NULL DEFAULT (0), `l4` integer NOT NULL DEFAULT (0), `l5` integer NOT NULL DEFAULT (0), `l6` integer NOT NULL DEFAULT (0), `kind` text NOT NULL, `status` text NOT NULL DEFAULT ('PENDING'), `object_id` integer NOT NULL DEFAULT (0), `result_id` integer NOT NULL DEFAULT (0), `by_right` text NOT NULL, `payload` text NOT NULL, `words` json NULL, `reason` text NOT NULL DEFAULT (''), `until` datetime NOT NULL, `takes_effect_at` datetime NULL, `first_at` datetime NULL, `decided_at` datetime NULL, `decision_reason` text NOT NULL DEFAULT (''), `unit_id` integer NULL, `person_id` integer NULL, `account_id` integer NULL, `word_of` integer NULL, `begun_by` integer NULL, `first_by` integer NULL, `decided_by` integer NULL, CONSTRAINT `pending_acts_units_unit` FOREIGN KEY (`unit_id`) REFERENCES `units` (`id`) ON DELETE RESTRICT, CONSTRAINT `pending_acts_persons_person` FOREIGN KEY (`person_id`) REFERENCES `persons` (`id`) ON DELETE RESTRICT, CONSTRAINT `pending_acts_accounts_account` FOREIGN KEY (`account_id`) REFERENCES `accounts` (`id`) ON DELETE RESTRICT, CONSTRAINT `pending_acts_persons_represented` FOREIGN KEY (`word_of`) REFERENCES `persons` (`id`) ON DELETE RESTRICT, CONSTRAINT `pending_acts_accounts_beginner` FOREIGN KEY (`begun_by`) REFERENCES `accounts` (`id`) ON DELETE RESTRICT, CONSTRAINT `pending_acts_accounts_first` FOREIGN KEY (`first_by`) REFERENCES `accounts` (`id`) ON DELETE RESTRICT, CONSTRAINT `pending_acts_accounts_decider` FOREIGN KEY (`decided_by`) REFERENCES `accounts` (`id`) ON DELETE RESTRICT);
-- set sequence for "pending_acts" table
INSERT INTO sqlite_sequence (name, seq) VALUES ("pending_acts", 231928233984);
-- create index "pendingact_status_created_at" to table: "pending_acts"
CREATE INDEX `pendingact_status_created_at` ON `pending_acts` (`status`, `created_at`);
-- create index "pendingact_begun_by_status" to table: "pending_acts"
CREATE INDEX `pendingact_begun_by_status` ON `pending_acts` (`begun_by`, `status`);
-- create index "pendingact_person_id_status" to table: "pending_acts"
CREATE INDEX `pendingact_person_id_status` ON `pending_acts` (`person_id`, `status`);
-- create index "pendingact_account_id_status" to table: "pending_acts"
CREATE INDEX `pendingact_account_id_status` ON `pending_acts` (`account_id`, `status`);
-- create index "pendingact_word_of_status" to table: "pending_acts"
CREATE INDEX `pendingact_word_of_status` ON `pending_acts` (`word_of`, `status`);
-- create index "pendingact_kind_object_id_status" to table: "pending_acts"
CREATE INDEX `pendingact_kind_object_id_status` ON `pending_acts` (`kind`, `object_id`, `status`);

-- +goose Down
-- reverse: create index "pendingact_kind_object_id_status" to table: "pending_acts"
DROP INDEX `pendingact_kind_object_id_status`;
-- reverse: create index "pendingact_word_of_status" to table: "pending_acts"
DROP INDEX `pendingact_word_of_status`;
-- reverse: create index "pendingact_account_id_status" to table: "pending_acts"
DROP INDEX `pendingact_account_id_status`;
-- reverse: create index "pendingact_person_id_status" to table: "pending_acts"
DROP INDEX `pendingact_person_id_status`;
-- reverse: create index "pendingact_begun_by_status" to table: "pending_acts"
DROP INDEX `pendingact_begun_by_status`;
-- reverse: create index "pendingact_status_created_at" to table: "pending_acts"
DROP INDEX `pendingact_status_created_at`;
-- reverse: set sequence for "pending_acts" table
UPDATE sqlite_sequence SET seq = 0 WHERE name = "pending_acts";
-- reverse: create "pending_acts" table
DROP TABLE `pending_acts`;
-- reverse: add column "ended_at" to table: "role_appointments"
ALTER TABLE `role_appointments` DROP COLUMN `ended_at`;
-- reverse: add column "led_at" to table: "accounts"
ALTER TABLE `accounts` DROP COLUMN `led_at`;
-- reverse: add column "secrets_own_since" to table: "accounts"
ALTER TABLE `accounts` DROP COLUMN `secrets_own_since`;
