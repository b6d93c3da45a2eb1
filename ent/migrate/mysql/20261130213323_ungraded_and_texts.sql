-- +goose Up
-- modify "assessments" table
ALTER TABLE `assessments` MODIFY COLUMN `likelihood` bigint NULL, MODIFY COLUMN `severity` bigint NULL, MODIFY COLUMN `consequence` varchar(32) NULL;
-- modify "measures" table
ALTER TABLE `measures` ADD COLUMN `owner_text` varchar(500) NOT NULL DEFAULT "", ADD COLUMN `supervisor_text` varchar(500) NOT NULL DEFAULT "";
-- modify "powers" table
ALTER TABLE `powers` ADD COLUMN `responsibilities` varchar(4000) NOT NULL DEFAULT "", ADD COLUMN `accountability` varchar(4000) NOT NULL DEFAULT "";
-- modify "risk_points" table
ALTER TABLE `risk_points` MODIFY COLUMN `consequence` varchar(32) NULL, MODIFY COLUMN `likelihood` bigint NULL, MODIFY COLUMN `severity` bigint NULL, ADD COLUMN `category` varchar(200) NOT NULL DEFAULT "", ADD COLUMN `direct_owner_text` varchar(500) NOT NULL DEFAULT "", ADD COLUMN `department_owner_text` varchar(500) NOT NULL DEFAULT "", ADD COLUMN `leader_owner_text` varchar(500) NOT NULL DEFAULT "";

-- +goose Down
-- reverse: modify "risk_points" table
ALTER TABLE `risk_points` DROP COLUMN `leader_owner_text`, DROP COLUMN `department_owner_text`, DROP COLUMN `direct_owner_text`, DROP COLUMN `category`, MODIFY COLUMN `severity` bigint NOT NULL, MODIFY COLUMN `likelihood` bigint NOT NULL, MODIFY COLUMN `consequence` varchar(32) NOT NULL;
-- reverse: modify "powers" table
ALTER TABLE `powers` DROP COLUMN `accountability`, DROP COLUMN `responsibilities`;
-- reverse: modify "measures" table
ALTER TABLE `measures` DROP COLUMN `supervisor_text`, DROP COLUMN `owner_text`;
-- reverse: modify "assessments" table
ALTER TABLE `assessments` MODIFY COLUMN `consequence` varchar(32) NOT NULL, MODIFY COLUMN `severity` bigint NOT NULL, MODIFY COLUMN `likelihood` bigint NOT NULL;
