-- +goose Up
-- add column "import_id" to table: "appointments"
ALTER TABLE `appointments` ADD COLUMN `import_id` integer NOT NULL DEFAULT 0;
-- add column "import_id" to table: "assessments"
ALTER TABLE `assessments` ADD COLUMN `import_id` integer NOT NULL DEFAULT 0;
-- add column "import_id" to table: "audit_inbox"
ALTER TABLE `audit_inbox` ADD COLUMN `import_id` integer NOT NULL DEFAULT 0;
-- create index "auditinbox_import_id" to table: "audit_inbox"
CREATE INDEX `auditinbox_import_id` ON `audit_inbox` (`import_id`);
-- add column "import_id" to table: "measures"
ALTER TABLE `measures` ADD COLUMN `import_id` integer NOT NULL DEFAULT 0;
-- add column "import_id" to table: "persons"
ALTER TABLE `persons` ADD COLUMN `import_id` integer NOT NULL DEFAULT 0;
-- add column "import_id" to table: "portfolios"
ALTER TABLE `portfolios` ADD COLUMN `import_id` integer NOT NULL DEFAULT 0;
-- add column "import_id" to table: "posts"
ALTER TABLE `posts` ADD COLUMN `import_id` integer NOT NULL DEFAULT 0;
-- add column "import_id" to table: "powers"
ALTER TABLE `powers` ADD COLUMN `import_id` integer NOT NULL DEFAULT 0;
-- add column "import_id" to table: "risk_count_delta"
ALTER TABLE `risk_count_delta` ADD COLUMN `import_id` integer NOT NULL DEFAULT 0;
-- create index "riskcountdelta_import_id" to table: "risk_count_delta"
CREATE INDEX `riskcountdelta_import_id` ON `risk_count_delta` (`import_id`);
-- add column "import_id" to table: "risk_points"
ALTER TABLE `risk_points` ADD COLUMN `import_id` integer NOT NULL DEFAULT 0;
-- add column "import_id" to table: "unit_placements"
ALTER TABLE `unit_placements` ADD COLUMN `import_id` integer NOT NULL DEFAULT 0;
-- add column "import_id" to table: "units"
ALTER TABLE `units` ADD COLUMN `import_id` integer NOT NULL DEFAULT 0;
-- add column "paper_grade" to table: "risk_points"
ALTER TABLE `risk_points` ADD COLUMN `paper_grade` text NULL;
-- create "staged_imports" table
CREATE TABLE `staged_imports` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `account_id` integer NOT NULL DEFAULT (0), `begun_at` datetime NOT NULL, `alive_until` datetime NOT NULL, `dropped` bool NOT NULL DEFAULT (false), `firsts` json NOT NULL);
-- set sequence for "staged_imports" table
INSERT INTO sqlite_sequence (name, seq) VALUES ("staged_imports", 236223201280);

-- +goose Down
-- reverse: set sequence for "staged_imports" table
UPDATE sqlite_sequence SET seq = 0 WHERE name = "staged_imports";
-- reverse: create "staged_imports" table
DROP TABLE `staged_imports`;
-- reverse: add column "paper_grade" to table: "risk_points"
ALTER TABLE `risk_points` DROP COLUMN `paper_grade`;
-- reverse: add column "import_id" to table: "units"
ALTER TABLE `units` DROP COLUMN `import_id`;
-- reverse: add column "import_id" to table: "unit_placements"
ALTER TABLE `unit_placements` DROP COLUMN `import_id`;
-- reverse: add column "import_id" to table: "risk_points"
ALTER TABLE `risk_points` DROP COLUMN `import_id`;
-- reverse: create index "riskcountdelta_import_id" to table: "risk_count_delta"
DROP INDEX `riskcountdelta_import_id`;
-- reverse: add column "import_id" to table: "risk_count_delta"
ALTER TABLE `risk_count_delta` DROP COLUMN `import_id`;
-- reverse: add column "import_id" to table: "powers"
ALTER TABLE `powers` DROP COLUMN `import_id`;
-- reverse: add column "import_id" to table: "posts"
ALTER TABLE `posts` DROP COLUMN `import_id`;
-- reverse: add column "import_id" to table: "portfolios"
ALTER TABLE `portfolios` DROP COLUMN `import_id`;
-- reverse: add column "import_id" to table: "persons"
ALTER TABLE `persons` DROP COLUMN `import_id`;
-- reverse: add column "import_id" to table: "measures"
ALTER TABLE `measures` DROP COLUMN `import_id`;
-- reverse: create index "auditinbox_import_id" to table: "audit_inbox"
DROP INDEX `auditinbox_import_id`;
-- reverse: add column "import_id" to table: "audit_inbox"
ALTER TABLE `audit_inbox` DROP COLUMN `import_id`;
-- reverse: add column "import_id" to table: "assessments"
ALTER TABLE `assessments` DROP COLUMN `import_id`;
-- reverse: add column "import_id" to table: "appointments"
ALTER TABLE `appointments` DROP COLUMN `import_id`;
