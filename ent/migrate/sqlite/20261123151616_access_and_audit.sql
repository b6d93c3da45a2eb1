-- +goose Up
-- modify "accounts" table
ALTER TABLE `accounts` DROP COLUMN `failures`;
ALTER TABLE `accounts` DROP COLUMN `locked_until`;
ALTER TABLE `accounts` ADD COLUMN `password_changed_at` datetime NULL;
ALTER TABLE `accounts` ADD COLUMN `old_passwords` json NULL;
ALTER TABLE `accounts` ADD COLUMN `totp_secret` text NULL;
ALTER TABLE `accounts` ADD COLUMN `totp_confirmed_at` datetime NULL;
ALTER TABLE `accounts` ADD COLUMN `totp_step` integer NOT NULL DEFAULT (0);
ALTER TABLE `accounts` ADD COLUMN `recovery_codes` json NULL;
-- modify "role_appointments" table
ALTER TABLE `role_appointments` ADD COLUMN `reason` text NOT NULL DEFAULT ('');
ALTER TABLE `role_appointments` ADD COLUMN `status` text NOT NULL DEFAULT ('ACTIVE');
ALTER TABLE `role_appointments` ADD COLUMN `confirmed_at` datetime NULL;
ALTER TABLE `role_appointments` ADD COLUMN `confirmed_by` integer NULL CONSTRAINT `role_appointments_accounts_confirmer` REFERENCES `accounts` (`id`) ON DELETE RESTRICT;
-- modify "sessions" table
ALTER TABLE `sessions` ADD COLUMN `method` text NOT NULL DEFAULT ('PASSWORD');
ALTER TABLE `sessions` ADD COLUMN `factor_pending` bool NOT NULL DEFAULT (false);
ALTER TABLE `sessions` ADD COLUMN `address` text NOT NULL DEFAULT ('');
ALTER TABLE `sessions` ADD COLUMN `agent` text NOT NULL DEFAULT ('');
ALTER TABLE `sessions` ADD COLUMN `seal` text NOT NULL DEFAULT ('');
-- create "api_tokens" table
CREATE TABLE `api_tokens` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `created_at` datetime NOT NULL, `updated_at` datetime NOT NULL, `name` text NOT NULL, `token_hash` text NOT NULL, `scopes` json NOT NULL, `expires_at` datetime NOT NULL, `last_used_at` datetime NULL, `revoked_at` datetime NULL, `account_id` integer NOT NULL, `unit_id` integer NULL, CONSTRAINT `api_tokens_accounts_account` FOREIGN KEY (`account_id`) REFERENCES `accounts` (`id`) ON DELETE RESTRICT, CONSTRAINT `api_tokens_units_unit` FOREIGN KEY (`unit_id`) REFERENCES `units` (`id`) ON DELETE RESTRICT);
-- set sequence for "api_tokens" table
INSERT INTO sqlite_sequence (name, seq) VALUES ("api_tokens", 77309411328);
-- create index "api_tokens_token_hash_key" to table: "api_tokens"
CREATE UNIQUE INDEX `api_tokens_token_hash_key` ON `api_tokens` (`token_hash`);
-- create index "apitoken_account_id" to table: "api_tokens"
CREATE INDEX `apitoken_account_id` ON `api_tokens` (`account_id`);
-- create "audit_checkpoints" table
CREATE TABLE `audit_checkpoints` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `size` integer NOT NULL, `note` text NOT NULL, `at` datetime NOT NULL);
-- set sequence for "audit_checkpoints" table
INSERT INTO sqlite_sequence (name, seq) VALUES ("audit_checkpoints", 81604378624);
-- create index "auditcheckpoint_size" to table: "audit_checkpoints"
CREATE INDEX `auditcheckpoint_size` ON `audit_checkpoints` (`size`);
-- create "audit_entries" table
CREATE TABLE `audit_entries` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `body` text NOT NULL, `leaf_hash` blob NOT NULL, `at` datetime NOT NULL, `action` text NOT NULL, `object_type` text NOT NULL DEFAULT (''), `object_id` integer NOT NULL DEFAULT (0), `account_id` integer NOT NULL DEFAULT (0), `person_id` integer NOT NULL DEFAULT (0), `unit_id` integer NOT NULL DEFAULT (0));
-- set sequence for "audit_entries" table
INSERT INTO sqlite_sequence (name, seq) VALUES ("audit_entries", 85899345920);
-- create index "auditentry_action" to table: "audit_entries"
CREATE INDEX `auditentry_action` ON `audit_entries` (`action`);
-- create index "auditentry_account_id" to table: "audit_entries"
CREATE INDEX `auditentry_account_id` ON `audit_entries` (`account_id`);
-- create "audit_hashes" table
CREATE TABLE `audit_hashes` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `level` integer NOT NULL, `n` integer NOT NULL, `hash` blob NOT NULL);
-- set sequence for "audit_hashes" table
INSERT INTO sqlite_sequence (name, seq) VALUES ("audit_hashes", 90194313216);
-- create index "audithash_level_n" to table: "audit_hashes"
CREATE UNIQUE INDEX `audithash_level_n` ON `audit_hashes` (`level`, `n`);
-- create "audit_inbox" table
CREATE TABLE `audit_inbox` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `body` text NOT NULL, `texts` text NOT NULL);
-- set sequence for "audit_inbox" table
INSERT INTO sqlite_sequence (name, seq) VALUES ("audit_inbox", 94489280512);
-- create "audit_texts" table
CREATE TABLE `audit_texts` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `texts` text NOT NULL);
-- set sequence for "audit_texts" table
INSERT INTO sqlite_sequence (name, seq) VALUES ("audit_texts", 98784247808);
-- create "audit_touches" table
CREATE TABLE `audit_touches` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `object_id` integer NOT NULL, `entry_id` integer NOT NULL);
-- set sequence for "audit_touches" table
INSERT INTO sqlite_sequence (name, seq) VALUES ("audit_touches", 103079215104);
-- create index "audittouch_object_id_entry_id" to table: "audit_touches"
CREATE UNIQUE INDEX `audittouch_object_id_entry_id` ON `audit_touches` (`object_id`, `entry_id`);
-- create "audit_witnesses" table
CREATE TABLE `audit_witnesses` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `name` text NOT NULL, `size` integer NOT NULL DEFAULT (0), `note` text NOT NULL DEFAULT (''), `at` datetime NOT NULL, `failure` text NOT NULL DEFAULT (''));
-- set sequence for "audit_witnesses" table
INSERT INTO sqlite_sequence (name, seq) VALUES ("audit_witnesses", 107374182400);
-- create index "audit_witnesses_name_key" to table: "audit_witnesses"
CREATE UNIQUE INDEX `audit_witnesses_name_key` ON `audit_witnesses` (`name`);
-- create "identities" table
CREATE TABLE `identities` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `issuer` text NOT NULL, `subject` text NOT NULL, `created_at` datetime NOT NULL, `account_id` integer NOT NULL, CONSTRAINT `identities_accounts_account` FOREIGN KEY (`account_id`) REFERENCES `accounts` (`id`) ON DELETE RESTRICT);
-- set sequence for "identities" table
INSERT INTO sqlite_sequence (name, seq) VALUES ("identities", 111669149696);
-- create index "identity_issuer_subject" to table: "identities"
CREATE UNIQUE INDEX `identity_issuer_subject` ON `identities` (`issuer`, `subject`);
-- create index "identity_account_id" to table: "identities"
CREATE INDEX `identity_account_id` ON `identities` (`account_id`);
-- create "sign_in_failures" table
CREATE TABLE `sign_in_failures` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `name_hash` text NOT NULL, `failures` integer NOT NULL DEFAULT (0), `locked_until` datetime NULL, `failed_at` datetime NOT NULL);
-- set sequence for "sign_in_failures" table
INSERT INTO sqlite_sequence (name, seq) VALUES ("sign_in_failures", 115964116992);
-- create index "sign_in_failures_name_hash_key" to table: "sign_in_failures"
CREATE UNIQUE INDEX `sign_in_failures_name_hash_key` ON `sign_in_failures` (`name_hash`);
-- create index "signinfailure_failed_at" to table: "sign_in_failures"
CREATE INDEX `signinfailure_failed_at` ON `sign_in_failures` (`failed_at`);
-- create "witnessed_logs" table
CREATE TABLE `witnessed_logs` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `origin` text NOT NULL, `size` integer NOT NULL, `note` text NOT NULL, `at` datetime NOT NULL);
-- set sequence for "witnessed_logs" table
INSERT INTO sqlite_sequence (name, seq) VALUES ("witnessed_logs", 120259084288);
-- create index "witnessed_logs_origin_key" to table: "witnessed_logs"
CREATE UNIQUE INDEX `witnessed_logs_origin_key` ON `witnessed_logs` (`origin`);

-- +goose Down
-- reverse: create index "witnessed_logs_origin_key" to table: "witnessed_logs"
DROP INDEX `witnessed_logs_origin_key`;
-- reverse: set sequence for "witnessed_logs" table
UPDATE sqlite_sequence SET seq = 0 WHERE name = "witnessed_logs";
-- reverse: create "witnessed_logs" table
DROP TABLE `witnessed_logs`;
-- reverse: create index "signinfailure_failed_at" to table: "sign_in_failures"
DROP INDEX `signinfailure_failed_at`;
-- reverse: create index "sign_in_failures_name_hash_key" to table: "sign_in_failures"
DROP INDEX `sign_in_failures_name_hash_key`;
-- reverse: set sequence for "sign_in_failures" table
UPDATE sqlite_sequence SET seq = 0 WHERE name = "sign_in_failures";
-- reverse: create "sign_in_failures" table
DROP TABLE `sign_in_failures`;
-- reverse: create index "identity_account_id" to table: "identities"
DROP INDEX `identity_account_id`;
-- reverse: create index "identity_issuer_subject" to table: "identities"
DROP INDEX `identity_issuer_subject`;
-- reverse: set sequence for "identities" table
UPDATE sqlite_sequence SET seq = 0 WHERE name = "identities";
-- reverse: create "identities" table
DROP TABLE `identities`;
-- reverse: create index "audit_witnesses_name_key" to table: "audit_witnesses"
DROP INDEX `audit_witnesses_name_key`;
-- reverse: set sequence for "audit_witnesses" table
UPDATE sqlite_sequence SET seq = 0 WHERE name = "audit_witnesses";
-- reverse: create "audit_witnesses" table
DROP TABLE `audit_witnesses`;
-- reverse: create index "audittouch_object_id_entry_id" to table: "audit_touches"
DROP INDEX `audittouch_object_id_entry_id`;
-- reverse: set sequence for "audit_touches" table
UPDATE sqlite_sequence SET seq = 0 WHERE name = "audit_touches";
-- reverse: create "audit_touches" table
DROP TABLE `audit_touches`;
-- reverse: set sequence for "audit_texts" table
UPDATE sqlite_sequence SET seq = 0 WHERE name = "audit_texts";
-- reverse: create "audit_texts" table
DROP TABLE `audit_texts`;
-- reverse: set sequence for "audit_inbox" table
UPDATE sqlite_sequence SET seq = 0 WHERE name = "audit_inbox";
-- reverse: create "audit_inbox" table
DROP TABLE `audit_inbox`;
-- reverse: create index "audithash_level_n" to table: "audit_hashes"
DROP INDEX `audithash_level_n`;
-- reverse: set sequence for "audit_hashes" table
UPDATE sqlite_sequence SET seq = 0 WHERE name = "audit_hashes";
-- reverse: create "audit_hashes" table
DROP TABLE `audit_hashes`;
-- reverse: create index "auditentry_account_id" to table: "audit_entries"
DROP INDEX `auditentry_account_id`;
-- reverse: create index "auditentry_action" to table: "audit_entries"
DROP INDEX `auditentry_action`;
-- reverse: set sequence for "audit_entries" table
UPDATE sqlite_sequence SET seq = 0 WHERE name = "audit_entries";
-- reverse: create "audit_entries" table
DROP TABLE `audit_entries`;
-- reverse: create index "auditcheckpoint_size" to table: "audit_checkpoints"
DROP INDEX `auditcheckpoint_size`;
-- reverse: set sequence for "audit_checkpoints" table
UPDATE sqlite_sequence SET seq = 0 WHERE name = "audit_checkpoints";
-- reverse: create "audit_checkpoints" table
DROP TABLE `audit_checkpoints`;
-- reverse: create index "apitoken_account_id" to table: "api_tokens"
DROP INDEX `apitoken_account_id`;
-- reverse: create index "api_tokens_token_hash_key" to table: "api_tokens"
DROP INDEX `api_tokens_token_hash_key`;
-- reverse: set sequence for "api_tokens" table
UPDATE sqlite_sequence SET seq = 0 WHERE name = "api_tokens";
-- reverse: create "api_tokens" table
DROP TABLE `api_tokens`;
-- reverse: create index "session_expires_at" to table: "sessions"
DROP INDEX `session_expires_at`;
-- reverse: create index "session_account_id" to table: "sessions"
DROP INDEX `session_account_id`;
-- reverse: modify "sessions" table
ALTER TABLE `sessions` DROP COLUMN `seal`;
ALTER TABLE `sessions` DROP COLUMN `agent`;
ALTER TABLE `sessions` DROP COLUMN `address`;
ALTER TABLE `sessions` DROP COLUMN `factor_pending`;
ALTER TABLE `sessions` DROP COLUMN `method`;
-- reverse: modify "role_appointments" table
ALTER TABLE `role_appointments` DROP COLUMN `confirmed_by`;
ALTER TABLE `role_appointments` DROP COLUMN `confirmed_at`;
ALTER TABLE `role_appointments` DROP COLUMN `status`;
ALTER TABLE `role_appointments` DROP COLUMN `reason`;
-- reverse: modify "accounts" table
ALTER TABLE `accounts` DROP COLUMN `recovery_codes`;
ALTER TABLE `accounts` DROP COLUMN `totp_step`;
ALTER TABLE `accounts` DROP COLUMN `totp_confirmed_at`;
ALTER TABLE `accounts` DROP COLUMN `totp_secret`;
ALTER TABLE `accounts` DROP COLUMN `old_passwords`;
ALTER TABLE `accounts` DROP COLUMN `password_changed_at`;
ALTER TABLE `accounts` ADD COLUMN `locked_until` datetime NULL;
ALTER TABLE `accounts` ADD COLUMN `failures` integer NOT NULL DEFAULT (0);
