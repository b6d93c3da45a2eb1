-- +goose Up
-- create "audit_touches" table
CREATE TABLE `audit_touches` (`id` bigint NOT NULL AUTO_INCREMENT, `object_id` bigint NOT NULL, `entry_id` bigint NOT NULL, PRIMARY KEY (`id`), UNIQUE INDEX `audittouch_object_id_entry_id` (`object_id`, `entry_id`)) CHARSET utf8mb4 COLLATE utf8mb4_bin AUTO_INCREMENT 103079215104;
-- create "sign_in_failures" table
CREATE TABLE `sign_in_failures` (`id` bigint NOT NULL AUTO_INCREMENT, `name_hash` varchar(64) NOT NULL, `failures` bigint NOT NULL DEFAULT 0, `locked_until` datetime(6) NULL, `failed_at` datetime(6) NOT NULL, PRIMARY KEY (`id`), UNIQUE INDEX `name_hash` (`name_hash`), INDEX `signinfailure_failed_at` (`failed_at`)) CHARSET utf8mb4 COLLATE utf8mb4_bin AUTO_INCREMENT 115964116992;
-- modify "sessions" table
ALTER TABLE `sessions` ADD COLUMN `method` varchar(32) NOT NULL DEFAULT "PASSWORD", ADD COLUMN `factor_pending` bool NOT NULL DEFAULT 0, ADD COLUMN `address` varchar(64) NOT NULL DEFAULT "", ADD COLUMN `agent` varchar(300) NOT NULL DEFAULT "", ADD COLUMN `seal` varchar(64) NOT NULL DEFAULT "";
-- create "witnessed_logs" table
CREATE TABLE `witnessed_logs` (`id` bigint NOT NULL AUTO_INCREMENT, `origin` varchar(255) NOT NULL, `size` bigint NOT NULL, `note` longtext NOT NULL, `at` datetime(6) NOT NULL, PRIMARY KEY (`id`), UNIQUE INDEX `origin` (`origin`)) CHARSET utf8mb4 COLLATE utf8mb4_bin AUTO_INCREMENT 120259084288;
-- create "audit_checkpoints" table
CREATE TABLE `audit_checkpoints` (`id` bigint NOT NULL AUTO_INCREMENT, `size` bigint NOT NULL, `note` longtext NOT NULL, `at` datetime(6) NOT NULL, PRIMARY KEY (`id`), INDEX `auditcheckpoint_size` (`size`)) CHARSET utf8mb4 COLLATE utf8mb4_bin AUTO_INCREMENT 81604378624;
-- create "audit_entries" table
CREATE TABLE `audit_entries` (`id` bigint NOT NULL AUTO_INCREMENT, `body` longtext NOT NULL, `leaf_hash` binary(32) NOT NULL, `at` datetime(6) NOT NULL, `action` varchar(32) NOT NULL, `object_type` varchar(32) NOT NULL DEFAULT "", `object_id` bigint NOT NULL DEFAULT 0, `account_id` bigint NOT NULL DEFAULT 0, `person_id` bigint NOT NULL DEFAULT 0, `unit_id` bigint NOT NULL DEFAULT 0, PRIMARY KEY (`id`), INDEX `auditentry_account_id` (`account_id`), INDEX `auditentry_action` (`action`)) CHARSET utf8mb4 COLLATE utf8mb4_bin AUTO_INCREMENT 85899345920;
-- create "audit_texts" table
CREATE TABLE `audit_texts` (`id` bigint NOT NULL AUTO_INCREMENT, `texts` longtext NOT NULL, PRIMARY KEY (`id`)) CHARSET utf8mb4 COLLATE utf8mb4_bin AUTO_INCREMENT 98784247808;
-- create "audit_hashes" table
CREATE TABLE `audit_hashes` (`id` bigint NOT NULL AUTO_INCREMENT, `level` bigint NOT NULL, `n` bigint NOT NULL, `hash` binary(32) NOT NULL, PRIMARY KEY (`id`), UNIQUE INDEX `audithash_level_n` (`level`, `n`)) CHARSET utf8mb4 COLLATE utf8mb4_bin AUTO_INCREMENT 90194313216;
-- create "audit_inbox" table
CREATE TABLE `audit_inbox` (`id` bigint NOT NULL AUTO_INCREMENT, `body` longtext NOT NULL, `texts` longtext NOT NULL, PRIMARY KEY (`id`)) CHARSET utf8mb4 COLLATE utf8mb4_bin AUTO_INCREMENT 94489280512;
-- modify "accounts" table
ALTER TABLE `accounts` DROP COLUMN `failures`, DROP COLUMN `locked_until`, ADD COLUMN `password_changed_at` datetime(6) NULL, ADD COLUMN `old_passwords` json NULL, ADD COLUMN `totp_secret` varchar(500) NULL, ADD COLUMN `totp_confirmed_at` datetime(6) NULL, ADD COLUMN `totp_step` bigint NOT NULL DEFAULT 0, ADD COLUMN `recovery_codes` json NULL;
-- create "audit_witnesses" table
CREATE TABLE `audit_witnesses` (`id` bigint NOT NULL AUTO_INCREMENT, `name` varchar(255) NOT NULL, `size` bigint NOT NULL DEFAULT 0, `note` longtext NOT NULL, `at` datetime(6) NOT NULL, `failure` varchar(500) NOT NULL DEFAULT "", PRIMARY KEY (`id`), UNIQUE INDEX `name` (`name`)) CHARSET utf8mb4 COLLATE utf8mb4_bin AUTO_INCREMENT 107374182400;
-- create "api_tokens" table
CREATE TABLE `api_tokens` (`id` bigint NOT NULL AUTO_INCREMENT, `created_at` datetime(6) NOT NULL, `updated_at` datetime(6) NOT NULL, `name` varchar(100) NOT NULL, `token_hash` varchar(64) NOT NULL, `scopes` json NOT NULL, `expires_at` datetime(6) NOT NULL, `last_used_at` datetime(6) NULL, `revoked_at` datetime(6) NULL, `account_id` bigint NOT NULL, `unit_id` bigint NULL, PRIMARY KEY (`id`), INDEX `api_tokens_units_unit` (`unit_id`), INDEX `apitoken_account_id` (`account_id`), UNIQUE INDEX `token_hash` (`token_hash`), CONSTRAINT `api_tokens_accounts_account` FOREIGN KEY (`account_id`) REFERENCES `accounts` (`id`) ON UPDATE NO ACTION ON DELETE RESTRICT, CONSTRAINT `api_tokens_units_unit` FOREIGN KEY (`unit_id`) REFERENCES `units` (`id`) ON UPDATE NO ACTION ON DELETE RESTRICT) CHARSET utf8mb4 COLLATE utf8mb4_bin AUTO_INCREMENT 77309411328;
-- create "identities" table
CREATE TABLE `identities` (`id` bigint NOT NULL AUTO_INCREMENT, `issuer` varchar(255) NOT NULL, `subject` varchar(255) NOT NULL, `created_at` datetime(6) NOT NULL, `account_id` bigint NOT NULL, PRIMARY KEY (`id`), INDEX `identity_account_id` (`account_id`), UNIQUE INDEX `identity_issuer_subject` (`issuer`, `subject`), CONSTRAINT `identities_accounts_account` FOREIGN KEY (`account_id`) REFERENCES `accounts` (`id`) ON UPDATE NO ACTION ON DELETE RESTRICT) CHARSET utf8mb4 COLLATE utf8mb4_bin AUTO_INCREMENT 111669149696;
-- modify "role_appointments" table
ALTER TABLE `role_appointments` ADD COLUMN `reason` varchar(500) NOT NULL DEFAULT "", ADD COLUMN `status` varchar(32) NOT NULL DEFAULT "ACTIVE", ADD COLUMN `confirmed_at` datetime(6) NULL, ADD COLUMN `confirmed_by` bigint NULL, ADD INDEX `role_appointments_accounts_confirmer` (`confirmed_by`), ADD CONSTRAINT `role_appointments_accounts_confirmer` FOREIGN KEY (`confirmed_by`) REFERENCES `accounts` (`id`) ON UPDATE NO ACTION ON DELETE RESTRICT;

-- +goose Down
-- reverse: modify "role_appointments" table
ALTER TABLE `role_appointments` DROP FOREIGN KEY `role_appointments_accounts_confirmer`, DROP INDEX `role_appointments_accounts_confirmer`, DROP COLUMN `confirmed_by`, DROP COLUMN `confirmed_at`, DROP COLUMN `status`, DROP COLUMN `reason`;
-- reverse: create "identities" table
DROP TABLE `identities`;
-- reverse: create "api_tokens" table
DROP TABLE `api_tokens`;
-- reverse: create "audit_witnesses" table
DROP TABLE `audit_witnesses`;
-- reverse: modify "accounts" table
ALTER TABLE `accounts` DROP COLUMN `recovery_codes`, DROP COLUMN `totp_step`, DROP COLUMN `totp_confirmed_at`, DROP COLUMN `totp_secret`, DROP COLUMN `old_passwords`, DROP COLUMN `password_changed_at`, ADD COLUMN `locked_until` datetime(6) NULL, ADD COLUMN `failures` bigint NOT NULL DEFAULT 0;
-- reverse: create "audit_inbox" table
DROP TABLE `audit_inbox`;
-- reverse: create "audit_hashes" table
DROP TABLE `audit_hashes`;
-- reverse: create "audit_texts" table
DROP TABLE `audit_texts`;
-- reverse: create "audit_entries" table
DROP TABLE `audit_entries`;
-- reverse: create "audit_checkpoints" table
DROP TABLE `audit_checkpoints`;
-- reverse: create "witnessed_logs" table
DROP TABLE `witnessed_logs`;
-- reverse: modify "sessions" table
ALTER TABLE `sessions` DROP COLUMN `seal`, DROP COLUMN `agent`, DROP COLUMN `address`, DROP COLUMN `factor_pending`, DROP COLUMN `method`;
-- reverse: create "sign_in_failures" table
DROP TABLE `sign_in_failures`;
-- reverse: create "audit_touches" table
DROP TABLE `audit_touches`;
