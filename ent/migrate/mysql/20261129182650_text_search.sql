-- +goose Up
-- modify "measures" table
ALTER TABLE `measures` DROP INDEX `measure_l1_status_created_at_id`, DROP INDEX `measure_l2_status_created_at_id`, DROP INDEX `measure_l3_status_created_at_id`, DROP INDEX `measure_l4_status_created_at_id`, DROP INDEX `measure_l5_status_created_at_id`, DROP INDEX `measure_l6_status_created_at_id`, ADD INDEX `measure_asks_comprehensive` (`asks_comprehensive`), ADD INDEX `measure_created_at` (`created_at`), ADD INDEX `measure_l1_created_at_id` (`l1`, `created_at`, `id`), ADD INDEX `measure_l2_created_at_id` (`l2`, `created_at`, `id`), ADD INDEX `measure_l3_created_at_id` (`l3`, `created_at`, `id`), ADD INDEX `measure_l4_created_at_id` (`l4`, `created_at`, `id`), ADD INDEX `measure_l5_created_at_id` (`l5`, `created_at`, `id`), ADD INDEX `measure_l6_created_at_id` (`l6`, `created_at`, `id`), ADD INDEX `measure_status_created_at` (`status`, `created_at`);
-- modify "posts" table
ALTER TABLE `posts` ADD INDEX `post_name` (`name`);
-- modify "powers" table
ALTER TABLE `powers` DROP INDEX `power_l1_type_code`, DROP INDEX `power_l2_type_code`, DROP INDEX `power_l3_type_code`, DROP INDEX `power_l4_type_code`, DROP INDEX `power_l5_type_code`, DROP INDEX `power_l6_type_code`, ADD INDEX `power_code` (`code`), ADD INDEX `power_l1_code` (`l1`, `code`), ADD INDEX `power_l2_code` (`l2`, `code`), ADD INDEX `power_l3_code` (`l3`, `code`), ADD INDEX `power_l4_code` (`l4`, `code`), ADD INDEX `power_l5_code` (`l5`, `code`), ADD INDEX `power_l6_code` (`l6`, `code`);
-- modify "risk_points" table
ALTER TABLE `risk_points` ADD INDEX `riskpoint_created_at` (`created_at`), ADD INDEX `riskpoint_likelihood` (`likelihood`), ADD INDEX `riskpoint_outdated` (`outdated`), ADD INDEX `riskpoint_paper_grade` (`paper_grade`), ADD INDEX `riskpoint_proposed_grade_grade` (`proposed_grade`, `grade`), ADD INDEX `riskpoint_severity` (`severity`), ADD INDEX `riskpoint_title` (`title`), ADD INDEX `riskpoint_updated_at` (`updated_at`);
-- create "search_blocks" table
CREATE TABLE `search_blocks` (`id` bigint NOT NULL AUTO_INCREMENT, `members` varbinary(1024) NOT NULL, PRIMARY KEY (`id`)) CHARSET utf8mb4 COLLATE utf8mb4_bin AUTO_INCREMENT 244813135872;
-- create "search_progresses" table
CREATE TABLE `search_progresses` (`id` bigint NOT NULL AUTO_INCREMENT, `shape` varchar(64) NOT NULL, `position` bigint NOT NULL DEFAULT 0, `built` bool NOT NULL DEFAULT 0, `touch` bigint NOT NULL DEFAULT 0, PRIMARY KEY (`id`), UNIQUE INDEX `shape` (`shape`)) CHARSET utf8mb4 COLLATE utf8mb4_bin AUTO_INCREMENT 249108103168;

-- +goose Down
-- reverse: create "search_progresses" table
DROP TABLE `search_progresses`;
-- reverse: create "search_blocks" table
DROP TABLE `search_blocks`;
-- reverse: modify "risk_points" table
ALTER TABLE `risk_points` DROP INDEX `riskpoint_updated_at`, DROP INDEX `riskpoint_title`, DROP INDEX `riskpoint_severity`, DROP INDEX `riskpoint_proposed_grade_grade`, DROP INDEX `riskpoint_paper_grade`, DROP INDEX `riskpoint_outdated`, DROP INDEX `riskpoint_likelihood`, DROP INDEX `riskpoint_created_at`;
-- reverse: modify "powers" table
ALTER TABLE `powers` DROP INDEX `power_code`, DROP INDEX `power_l1_code`, DROP INDEX `power_l2_code`, DROP INDEX `power_l3_code`, DROP INDEX `power_l4_code`, DROP INDEX `power_l5_code`, DROP INDEX `power_l6_code`, ADD INDEX `power_l1_type_code` (`l1`, `type`, `code`), ADD INDEX `power_l2_type_code` (`l2`, `type`, `code`), ADD INDEX `power_l3_type_code` (`l3`, `type`, `code`), ADD INDEX `power_l4_type_code` (`l4`, `type`, `code`), ADD INDEX `power_l5_type_code` (`l5`, `type`, `code`), ADD INDEX `power_l6_type_code` (`l6`, `type`, `code`);
-- reverse: modify "posts" table
ALTER TABLE `posts` DROP INDEX `post_name`;
-- reverse: modify "measures" table
ALTER TABLE `measures` DROP INDEX `measure_status_created_at`, DROP INDEX `measure_l6_created_at_id`, DROP INDEX `measure_l5_created_at_id`, DROP INDEX `measure_l4_created_at_id`, DROP INDEX `measure_l3_created_at_id`, DROP INDEX `measure_l2_created_at_id`, DROP INDEX `measure_l1_created_at_id`, DROP INDEX `measure_created_at`, DROP INDEX `measure_asks_comprehensive`, ADD INDEX `measure_l6_status_created_at_id` (`l6`, `status`, `created_at`, `id`), ADD INDEX `measure_l5_status_created_at_id` (`l5`, `status`, `created_at`, `id`), ADD INDEX `measure_l4_status_created_at_id` (`l4`, `status`, `created_at`, `id`), ADD INDEX `measure_l3_status_created_at_id` (`l3`, `status`, `created_at`, `id`), ADD INDEX `measure_l2_status_created_at_id` (`l2`, `status`, `created_at`, `id`), ADD INDEX `measure_l1_status_created_at_id` (`l1`, `status`, `created_at`, `id`);
