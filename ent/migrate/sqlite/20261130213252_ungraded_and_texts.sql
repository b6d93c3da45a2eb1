-- +goose Up
-- make the inputs of a grade null in "assessments": SQLite changes no column, so that they are written into new ones
ALTER TABLE `assessments` RENAME COLUMN `likelihood` TO `old_likelihood`;
ALTER TABLE `assessments` RENAME COLUMN `severity` TO `old_severity`;
ALTER TABLE `assessments` RENAME COLUMN `consequence` TO `old_consequence`;
ALTER TABLE `assessments` ADD COLUMN `likelihood` integer NULL;
ALTER TABLE `assessments` ADD COLUMN `severity` integer NULL;
ALTER TABLE `assessments` ADD COLUMN `consequence` text NULL;
UPDATE `assessments` SET `likelihood` = `old_likelihood`, `severity` = `old_severity`, `consequence` = `old_consequence`;
ALTER TABLE `assessments` DROP COLUMN `old_likelihood`;
ALTER TABLE `assessments` DROP COLUMN `old_severity`;
ALTER TABLE `assessments` DROP COLUMN `old_consequence`;
-- make the inputs of a grade null in "risk_points": SQLite changes no column, so that they are written into new ones
DROP INDEX `riskpoint_likelihood`;
DROP INDEX `riskpoint_severity`;
DROP INDEX `riskpoint_consequence_grade`;
ALTER TABLE `risk_points` RENAME COLUMN `likelihood` TO `old_likelihood`;
ALTER TABLE `risk_points` RENAME COLUMN `severity` TO `old_severity`;
ALTER TABLE `risk_points` RENAME COLUMN `consequence` TO `old_consequence`;
ALTER TABLE `risk_points` ADD COLUMN `likelihood` integer NULL;
ALTER TABLE `risk_points` ADD COLUMN `severity` integer NULL;
ALTER TABLE `risk_points` ADD COLUMN `consequence` text NULL;
UPDATE `risk_points` SET `likelihood` = `old_likelihood`, `severity` = `old_severity`, `consequence` = `old_consequence`;
ALTER TABLE `risk_points` DROP COLUMN `old_likelihood`;
ALTER TABLE `risk_points` DROP COLUMN `old_severity`;
ALTER TABLE `risk_points` DROP COLUMN `old_consequence`;
CREATE INDEX `riskpoint_likelihood` ON `risk_points` (`likelihood`);
CREATE INDEX `riskpoint_severity` ON `risk_points` (`severity`);
CREATE INDEX `riskpoint_consequence_grade` ON `risk_points` (`consequence`, `grade`);
-- add column "owner_text" to table: "measures"
ALTER TABLE `measures` ADD COLUMN `owner_text` text NOT NULL DEFAULT ('');
-- add column "supervisor_text" to table: "measures"
ALTER TABLE `measures` ADD COLUMN `supervisor_text` text NOT NULL DEFAULT ('');
-- add column "responsibilities" to table: "powers"
ALTER TABLE `powers` ADD COLUMN `responsibilities` text NOT NULL DEFAULT ('');
-- add column "accountability" to table: "powers"
ALTER TABLE `powers` ADD COLUMN `accountability` text NOT NULL DEFAULT ('');
-- add column "category" to table: "risk_points"
ALTER TABLE `risk_points` ADD COLUMN `category` text NOT NULL DEFAULT ('');
-- add column "direct_owner_text" to table: "risk_points"
ALTER TABLE `risk_points` ADD COLUMN `direct_owner_text` text NOT NULL DEFAULT ('');
-- add column "department_owner_text" to table: "risk_points"
ALTER TABLE `risk_points` ADD COLUMN `department_owner_text` text NOT NULL DEFAULT ('');
-- add column "leader_owner_text" to table: "risk_points"
ALTER TABLE `risk_points` ADD COLUMN `leader_owner_text` text NOT NULL DEFAULT ('');

-- +goose Down
-- reverse: add column "leader_owner_text" to table: "risk_points"
ALTER TABLE `risk_points` DROP COLUMN `leader_owner_text`;
-- reverse: add column "department_owner_text" to table: "risk_points"
ALTER TABLE `risk_points` DROP COLUMN `department_owner_text`;
-- reverse: add column "direct_owner_text" to table: "risk_points"
ALTER TABLE `risk_points` DROP COLUMN `direct_owner_text`;
-- reverse: add column "category" to table: "risk_points"
ALTER TABLE `risk_points` DROP COLUMN `category`;
-- reverse: add column "accountability" to table: "powers"
ALTER TABLE `powers` DROP COLUMN `accountability`;
-- reverse: add column "responsibilities" to table: "powers"
ALTER TABLE `powers` DROP COLUMN `responsibilities`;
-- reverse: add column "supervisor_text" to table: "measures"
ALTER TABLE `measures` DROP COLUMN `supervisor_text`;
-- reverse: add column "owner_text" to table: "measures"
ALTER TABLE `measures` DROP COLUMN `owner_text`;
-- make the inputs of a grade not null in "risk_points": SQLite changes no column, so that they are written into new ones
DROP INDEX `riskpoint_likelihood`;
DROP INDEX `riskpoint_severity`;
DROP INDEX `riskpoint_consequence_grade`;
ALTER TABLE `risk_points` RENAME COLUMN `likelihood` TO `old_likelihood`;
ALTER TABLE `risk_points` RENAME COLUMN `severity` TO `old_severity`;
ALTER TABLE `risk_points` RENAME COLUMN `consequence` TO `old_consequence`;
ALTER TABLE `risk_points` ADD COLUMN `likelihood` integer NOT NULL DEFAULT (1);
ALTER TABLE `risk_points` ADD COLUMN `severity` integer NOT NULL DEFAULT (1);
ALTER TABLE `risk_points` ADD COLUMN `consequence` text NOT NULL DEFAULT ('MINOR');
UPDATE `risk_points` SET `likelihood` = `old_likelihood`, `severity` = `old_severity`, `consequence` = `old_consequence` WHERE `old_likelihood` IS NOT NULL;
ALTER TABLE `risk_points` DROP COLUMN `old_likelihood`;
ALTER TABLE `risk_points` DROP COLUMN `old_severity`;
ALTER TABLE `risk_points` DROP COLUMN `old_consequence`;
CREATE INDEX `riskpoint_likelihood` ON `risk_points` (`likelihood`);
CREATE INDEX `riskpoint_severity` ON `risk_points` (`severity`);
CREATE INDEX `riskpoint_consequence_grade` ON `risk_points` (`consequence`, `grade`);
-- make the inputs of a grade not null in "assessments": SQLite changes no column, so that they are written into new ones
ALTER TABLE `assessments` RENAME COLUMN `likelihood` TO `old_likelihood`;
ALTER TABLE `assessments` RENAME COLUMN `severity` TO `old_severity`;
ALTER TABLE `assessments` RENAME COLUMN `consequence` TO `old_consequence`;
ALTER TABLE `assessments` ADD COLUMN `likelihood` integer NOT NULL DEFAULT (1);
ALTER TABLE `assessments` ADD COLUMN `severity` integer NOT NULL DEFAULT (1);
ALTER TABLE `assessments` ADD COLUMN `consequence` text NOT NULL DEFAULT ('MINOR');
UPDATE `assessments` SET `likelihood` = `old_likelihood`, `severity` = `old_severity`, `consequence` = `old_consequence` WHERE `old_likelihood` IS NOT NULL;
ALTER TABLE `assessments` DROP COLUMN `old_likelihood`;
ALTER TABLE `assessments` DROP COLUMN `old_severity`;
ALTER TABLE `assessments` DROP COLUMN `old_consequence`;
