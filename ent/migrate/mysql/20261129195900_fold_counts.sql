-- +goose Up
-- modify "risk_counts" table
ALTER TABLE `risk_counts` CHANGE COLUMN `risk_type` `risk_types` varchar(100) NOT NULL, RENAME INDEX `riskcount_unit_id_grade_risk_type_power_type_status_controlled` TO `riskcount_unit_id_grade_risk_types_power_type_status_controlled`;
-- modify "risk_count_delta" table
ALTER TABLE `risk_count_delta` CHANGE COLUMN `risk_type` `risk_types` varchar(100) NOT NULL, ADD COLUMN `post_id` bigint NOT NULL DEFAULT 0, ADD COLUMN `recorded_on` date NULL, ADD COLUMN `retired_on` date NULL, ADD COLUMN `turn` bigint NOT NULL DEFAULT 0;
-- create "count_folds" table
CREATE TABLE `count_folds` (`id` bigint NOT NULL AUTO_INCREMENT, `seal` varchar(64) NOT NULL DEFAULT "", `number` bigint NOT NULL, `token` bigint NOT NULL, `at` datetime(6) NOT NULL, `body` longtext NOT NULL, PRIMARY KEY (`id`), UNIQUE INDEX `number` (`number`)) CHARSET utf8mb4 COLLATE utf8mb4_bin AUTO_INCREMENT 253403070464;

-- +goose Down
-- reverse: create "count_folds" table
DROP TABLE `count_folds`;
-- reverse: modify "risk_count_delta" table
ALTER TABLE `risk_count_delta` DROP COLUMN `turn`, DROP COLUMN `retired_on`, DROP COLUMN `recorded_on`, DROP COLUMN `post_id`, CHANGE COLUMN `risk_types` `risk_type` varchar(32) NOT NULL;
-- reverse: modify "risk_counts" table
ALTER TABLE `risk_counts` CHANGE COLUMN `risk_types` `risk_type` varchar(32) NOT NULL, RENAME INDEX `riskcount_unit_id_grade_risk_types_power_type_status_controlled` TO `riskcount_unit_id_grade_risk_type_power_type_status_controlled`;
