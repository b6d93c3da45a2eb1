-- +goose Up
-- modify "audit_witnesses" table
ALTER TABLE `audit_witnesses` ADD COLUMN `seal` varchar(64) NOT NULL DEFAULT "";
-- modify "due_items" table
ALTER TABLE `due_items` ADD COLUMN `seal` varchar(64) NOT NULL DEFAULT "";
-- modify "fingerprints" table
ALTER TABLE `fingerprints` ADD COLUMN `seal` varchar(64) NOT NULL DEFAULT "";
-- modify "form_drafts" table
ALTER TABLE `form_drafts` ADD COLUMN `seal` varchar(64) NOT NULL DEFAULT "";
-- modify "form_snapshots" table
ALTER TABLE `form_snapshots` ADD COLUMN `seal` varchar(64) NOT NULL DEFAULT "";
-- modify "jobs" table
ALTER TABLE `jobs` ADD COLUMN `seal` varchar(64) NOT NULL DEFAULT "";
-- modify "log_cursors" table
ALTER TABLE `log_cursors` ADD COLUMN `seal` varchar(64) NOT NULL DEFAULT "";
-- modify "notice_deliveries" table
ALTER TABLE `notice_deliveries` ADD COLUMN `seal` varchar(64) NOT NULL DEFAULT "";
-- modify "notices" table
ALTER TABLE `notices` ADD COLUMN `seal` varchar(64) NOT NULL DEFAULT "";
-- modify "sign_in_failures" table
ALTER TABLE `sign_in_failures` ADD COLUMN `seal` varchar(64) NOT NULL DEFAULT "";
-- modify "witnessed_logs" table
ALTER TABLE `witnessed_logs` ADD COLUMN `seal` varchar(64) NOT NULL DEFAULT "";
-- from here on the log answers for the last time step of a code; before it, it said nothing of it
UPDATE `accounts` SET `totp_step` = 0;

-- +goose Down
-- reverse: modify "witnessed_logs" table
ALTER TABLE `witnessed_logs` DROP COLUMN `seal`;
-- reverse: modify "sign_in_failures" table
ALTER TABLE `sign_in_failures` DROP COLUMN `seal`;
-- reverse: modify "notices" table
ALTER TABLE `notices` DROP COLUMN `seal`;
-- reverse: modify "notice_deliveries" table
ALTER TABLE `notice_deliveries` DROP COLUMN `seal`;
-- reverse: modify "log_cursors" table
ALTER TABLE `log_cursors` DROP COLUMN `seal`;
-- reverse: modify "jobs" table
ALTER TABLE `jobs` DROP COLUMN `seal`;
-- reverse: modify "form_snapshots" table
ALTER TABLE `form_snapshots` DROP COLUMN `seal`;
-- reverse: modify "form_drafts" table
ALTER TABLE `form_drafts` DROP COLUMN `seal`;
-- reverse: modify "fingerprints" table
ALTER TABLE `fingerprints` DROP COLUMN `seal`;
-- reverse: modify "due_items" table
ALTER TABLE `due_items` DROP COLUMN `seal`;
-- reverse: modify "audit_witnesses" table
ALTER TABLE `audit_witnesses` DROP COLUMN `seal`;
