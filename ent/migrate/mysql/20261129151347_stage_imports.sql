-- +goose Up
-- modify "appointments" table
ALTER TABLE `appointments` ADD COLUMN `import_id` bigint NOT NULL DEFAULT 0;
-- modify "assessments" table
ALTER TABLE `assessments` ADD COLUMN `import_id` bigint NOT NULL DEFAULT 0;
-- modify "audit_inbox" table
ALTER TABLE `audit_inbox` ADD COLUMN `import_id` bigint NOT NULL DEFAULT 0, ADD INDEX `auditinbox_import_id` (`import_id`);
-- modify "measures" table
ALTER TABLE `measures` ADD COLUMN `import_id` bigint NOT NULL DEFAULT 0;
-- modify "persons" table
ALTER TABLE `persons` ADD COLUMN `import_id` bigint NOT NULL DEFAULT 0;
-- modify "portfolios" table
ALTER TABLE `portfolios` ADD COLUMN `import_id` bigint NOT NULL DEFAULT 0;
-- modify "posts" table
ALTER TABLE `posts` ADD COLUMN `import_id` bigint NOT NULL DEFAULT 0;
-- modify "powers" table
ALTER TABLE `powers` ADD COLUMN `import_id` bigint NOT NULL DEFAULT 0;
-- modify "risk_count_delta" table
ALTER TABLE `risk_count_delta` ADD COLUMN `import_id` bigint NOT NULL DEFAULT 0, ADD INDEX `riskcountdelta_import_id` (`import_id`);
-- modify "risk_points" table
ALTER TABLE `risk_points` ADD COLUMN `import_id` bigint NOT NULL DEFAULT 0, ADD COLUMN `paper_grade` varchar(32) NULL;
-- modify "unit_placements" table
ALTER TABLE `unit_placements` ADD COLUMN `import_id` bigint NOT NULL DEFAULT 0;
-- modify "units" table
ALTER TABLE `units` ADD COLUMN `import_id` bigint NOT NULL DEFAULT 0;
-- create "staged_imports" table
CREATE TABLE `staged_imports` (`id` bigint NOT NULL AUTO_INCREMENT, `account_id` bigint NOT NULL DEFAULT 0, `begun_at` datetime(6) NOT NULL, `alive_until` datetime(6) NOT NULL, `dropped` bool NOT NULL DEFAULT 0, `firsts` json NOT NULL, PRIMARY KEY (`id`)) CHARSET utf8mb4 COLLATE utf8mb4_bin AUTO_INCREMENT 236223201280;

-- +goose Down
-- reverse: create "staged_imports" table
DROP TABLE `staged_imports`;
-- reverse: modify "units" table
ALTER TABLE `units` DROP COLUMN `import_id`;
-- reverse: modify "unit_placements" table
ALTER TABLE `unit_placements` DROP COLUMN `import_id`;
-- reverse: modify "risk_points" table
ALTER TABLE `risk_points` DROP COLUMN `paper_grade`, DROP COLUMN `import_id`;
-- reverse: modify "risk_count_delta" table
ALTER TABLE `risk_count_delta` DROP INDEX `riskcountdelta_import_id`, DROP COLUMN `import_id`;
-- reverse: modify "powers" table
ALTER TABLE `powers` DROP COLUMN `import_id`;
-- reverse: modify "posts" table
ALTER TABLE `posts` DROP COLUMN `import_id`;
-- reverse: modify "portfolios" table
ALTER TABLE `portfolios` DROP COLUMN `import_id`;
-- reverse: modify "persons" table
ALTER TABLE `persons` DROP COLUMN `import_id`;
-- reverse: modify "measures" table
ALTER TABLE `measures` DROP COLUMN `import_id`;
-- reverse: modify "audit_inbox" table
ALTER TABLE `audit_inbox` DROP INDEX `auditinbox_import_id`, DROP COLUMN `import_id`;
-- reverse: modify "assessments" table
ALTER TABLE `assessments` DROP COLUMN `import_id`;
-- reverse: modify "appointments" table
ALTER TABLE `appointments` DROP COLUMN `import_id`;
