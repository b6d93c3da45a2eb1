-- +goose Up
-- rename column "risk_type" of table "risk_counts", with its index
DROP INDEX `riskcount_unit_id_grade_risk_type_power_type_status_controlled`;
ALTER TABLE `risk_counts` RENAME COLUMN `risk_type` TO `risk_types`;
CREATE UNIQUE INDEX `riskcount_unit_id_grade_risk_types_power_type_status_controlled` ON `risk_counts` (`unit_id`, `grade`, `risk_types`, `power_type`, `status`, `controlled`);
-- rename column "risk_type" of table "risk_count_delta" and add columns
ALTER TABLE `risk_count_delta` RENAME COLUMN `risk_type` TO `risk_types`;
ALTER TABLE `risk_count_delta` ADD COLUMN `post_id` integer NOT NULL DEFAULT 0;
ALTER TABLE `risk_count_delta` ADD COLUMN `recorded_on` date NULL;
ALTER TABLE `risk_count_delta` ADD COLUMN `retired_on` date NULL;
ALTER TABLE `risk_count_delta` ADD COLUMN `turn` integer NOT NULL DEFAULT 0;
-- create "count_folds" table
CREATE TABLE `count_folds` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `seal` text NOT NULL DEFAULT (''), `number` integer NOT NULL, `token` integer NOT NULL, `at` datetime NOT NULL, `body` text NOT NULL);
-- set sequence for "count_folds" table
INSERT INTO sqlite_sequence (name, seq) VALUES ("count_folds", 253403070464);
-- create index "count_folds_number_key" to table: "count_folds"
CREATE UNIQUE INDEX `count_folds_number_key` ON `count_folds` (`number`);

-- +goose Down
-- reverse: create index "count_folds_number_key" to table: "count_folds"
DROP INDEX `count_folds_number_key`;
-- reverse: set sequence for "count_folds" table
UPDATE sqlite_sequence SET seq = 0 WHERE name = "count_folds";
-- reverse: create "count_folds" table
DROP TABLE `count_folds`;
-- reverse: add columns and rename column of table "risk_count_delta"
ALTER TABLE `risk_count_delta` DROP COLUMN `turn`;
ALTER TABLE `risk_count_delta` DROP COLUMN `retired_on`;
ALTER TABLE `risk_count_delta` DROP COLUMN `recorded_on`;
ALTER TABLE `risk_count_delta` DROP COLUMN `post_id`;
ALTER TABLE `risk_count_delta` RENAME COLUMN `risk_types` TO `risk_type`;
-- reverse: rename column of table "risk_counts", with its index
DROP INDEX `riskcount_unit_id_grade_risk_types_power_type_status_controlled`;
ALTER TABLE `risk_counts` RENAME COLUMN `risk_types` TO `risk_type`;
CREATE UNIQUE INDEX `riskcount_unit_id_grade_risk_type_power_type_status_controlled` ON `risk_counts` (`unit_id`, `grade`, `risk_type`, `power_type`, `status`, `controlled`);
