-- +goose Up
-- drop index "measure_l1_status_created_at_id" from table: "measures"
DROP INDEX `measure_l1_status_created_at_id`;
-- drop index "measure_l2_status_created_at_id" from table: "measures"
DROP INDEX `measure_l2_status_created_at_id`;
-- drop index "measure_l3_status_created_at_id" from table: "measures"
DROP INDEX `measure_l3_status_created_at_id`;
-- drop index "measure_l4_status_created_at_id" from table: "measures"
DROP INDEX `measure_l4_status_created_at_id`;
-- drop index "measure_l5_status_created_at_id" from table: "measures"
DROP INDEX `measure_l5_status_created_at_id`;
-- drop index "measure_l6_status_created_at_id" from table: "measures"
DROP INDEX `measure_l6_status_created_at_id`;
-- create index "measure_l1_created_at_id" to table: "measures"
CREATE INDEX `measure_l1_created_at_id` ON `measures` (`l1`, `created_at`, `id`);
-- create index "measure_l2_created_at_id" to table: "measures"
CREATE INDEX `measure_l2_created_at_id` ON `measures` (`l2`, `created_at`, `id`);
-- create index "measure_l3_created_at_id" to table: "measures"
CREATE INDEX `measure_l3_created_at_id` ON `measures` (`l3`, `created_at`, `id`);
-- create index "measure_l4_created_at_id" to table: "measures"
CREATE INDEX `measure_l4_created_at_id` ON `measures` (`l4`, `created_at`, `id`);
-- create index "measure_l5_created_at_id" to table: "measures"
CREATE INDEX `measure_l5_created_at_id` ON `measures` (`l5`, `created_at`, `id`);
-- create index "measure_l6_created_at_id" to table: "measures"
CREATE INDEX `measure_l6_created_at_id` ON `measures` (`l6`, `created_at`, `id`);
-- create index "measure_created_at" to table: "measures"
CREATE INDEX `measure_created_at` ON `measures` (`created_at`);
-- create index "measure_status_created_at" to table: "measures"
CREATE INDEX `measure_status_created_at` ON `measures` (`status`, `created_at`);
-- create index "measure_asks_comprehensive" to table: "measures"
CREATE INDEX `measure_asks_comprehensive` ON `measures` (`asks_comprehensive`);
-- create index "post_name" to table: "posts"
CREATE INDEX `post_name` ON `posts` (`name`);
-- create index "power_code" to table: "powers"
CREATE INDEX `power_code` ON `powers` (`code`);
-- create index "riskpoint_created_at" to table: "risk_points"
CREATE INDEX `riskpoint_created_at` ON `risk_points` (`created_at`);
-- create index "riskpoint_updated_at" to table: "risk_points"
CREATE INDEX `riskpoint_updated_at` ON `risk_points` (`updated_at`);
-- create index "riskpoint_title" to table: "risk_points"
CREATE INDEX `riskpoint_title` ON `risk_points` (`title`);
-- create index "riskpoint_likelihood" to table: "risk_points"
CREATE INDEX `riskpoint_likelihood` ON `risk_points` (`likelihood`);
-- create index "riskpoint_severity" to table: "risk_points"
CREATE INDEX `riskpoint_severity` ON `risk_points` (`severity`);
-- create index "riskpoint_proposed_grade_grade" to table: "risk_points"
CREATE INDEX `riskpoint_proposed_grade_grade` ON `risk_points` (`proposed_grade`, `grade`);
-- create index "riskpoint_paper_grade" to table: "risk_points"
CREATE INDEX `riskpoint_paper_grade` ON `risk_points` (`paper_grade`);
-- create index "riskpoint_outdated" to table: "risk_points"
CREATE INDEX `riskpoint_outdated` ON `risk_points` (`outdated`);
-- create "search_blocks" table
CREATE TABLE `search_blocks` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `members` blob NOT NULL);
-- set sequence for "search_blocks" table
INSERT INTO sqlite_sequence (name, seq) VALUES ("search_blocks", 244813135872);
-- create "search_progresses" table
CREATE TABLE `search_progresses` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `shape` text NOT NULL, `position` integer NOT NULL DEFAULT (0), `built` bool NOT NULL DEFAULT (false), `touch` integer NOT NULL DEFAULT (0));
-- set sequence for "search_progresses" table
INSERT INTO sqlite_sequence (name, seq) VALUES ("search_progresses", 249108103168);
-- create index "search_progresses_shape_key" to table: "search_progresses"
CREATE UNIQUE INDEX `search_progresses_shape_key` ON `search_progresses` (`shape`);
-- create index "measure_risk_points_risk_point_id" to table: "measure_risk_points"
CREATE INDEX `measure_risk_points_risk_point_id` ON `measure_risk_points` (`risk_point_id`);
-- create index "power_exercising_posts_post_id" to table: "power_exercising_posts"
CREATE INDEX `power_exercising_posts_post_id` ON `power_exercising_posts` (`post_id`);
-- create index "risk_point_exposed_posts_post_id" to table: "risk_point_exposed_posts"
CREATE INDEX `risk_point_exposed_posts_post_id` ON `risk_point_exposed_posts` (`post_id`);
-- create index "risk_point_exposed_persons_person_id" to table: "risk_point_exposed_persons"
CREATE INDEX `risk_point_exposed_persons_person_id` ON `risk_point_exposed_persons` (`person_id`);
-- drop index "power_l1_type_code" from table: "powers"
DROP INDEX `power_l1_type_code`;
-- create index "power_l1_code" to table: "powers"
CREATE INDEX `power_l1_code` ON `powers` (`l1`, `code`);
-- drop index "power_l2_type_code" from table: "powers"
DROP INDEX `power_l2_type_code`;
-- create index "power_l2_code" to table: "powers"
CREATE INDEX `power_l2_code` ON `powers` (`l2`, `code`);
-- drop index "power_l3_type_code" from table: "powers"
DROP INDEX `power_l3_type_code`;
-- create index "power_l3_code" to table: "powers"
CREATE INDEX `power_l3_code` ON `powers` (`l3`, `code`);
-- drop index "power_l4_type_code" from table: "powers"
DROP INDEX `power_l4_type_code`;
-- create index "power_l4_code" to table: "powers"
CREATE INDEX `power_l4_code` ON `powers` (`l4`, `code`);
-- drop index "power_l5_type_code" from table: "powers"
DROP INDEX `power_l5_type_code`;
-- create index "power_l5_code" to table: "powers"
CREATE INDEX `power_l5_code` ON `powers` (`l5`, `code`);
-- drop index "power_l6_type_code" from table: "powers"
DROP INDEX `power_l6_type_code`;
-- create index "power_l6_code" to table: "powers"
CREATE INDEX `power_l6_code` ON `powers` (`l6`, `code`);

-- +goose Down
-- reverse: create index "measure_risk_points_risk_point_id" to table: "measure_risk_points"
DROP INDEX `measure_risk_points_risk_point_id`;
-- reverse: create index "power_exercising_posts_post_id" to table: "power_exercising_posts"
DROP INDEX `power_exercising_posts_post_id`;
-- reverse: create index "risk_point_exposed_posts_post_id" to table: "risk_point_exposed_posts"
DROP INDEX `risk_point_exposed_posts_post_id`;
-- reverse: create index "risk_point_exposed_persons_person_id" to table: "risk_point_exposed_persons"
DROP INDEX `risk_point_exposed_persons_person_id`;
-- reverse: create index "power_l1_code" to table: "powers"
DROP INDEX `power_l1_code`;
-- reverse: drop index "power_l1_type_code" from table: "powers"
CREATE INDEX `power_l1_type_code` ON `powers` (`l1`, `type`, `code`);
-- reverse: create index "power_l2_code" to table: "powers"
DROP INDEX `power_l2_code`;
-- reverse: drop index "power_l2_type_code" from table: "powers"
CREATE INDEX `power_l2_type_code` ON `powers` (`l2`, `type`, `code`);
-- reverse: create index "power_l3_code" to table: "powers"
DROP INDEX `power_l3_code`;
-- reverse: drop index "power_l3_type_code" from table: "powers"
CREATE INDEX `power_l3_type_code` ON `powers` (`l3`, `type`, `code`);
-- reverse: create index "power_l4_code" to table: "powers"
DROP INDEX `power_l4_code`;
-- reverse: drop index "power_l4_type_code" from table: "powers"
CREATE INDEX `power_l4_type_code` ON `powers` (`l4`, `type`, `code`);
-- reverse: create index "power_l5_code" to table: "powers"
DROP INDEX `power_l5_code`;
-- reverse: drop index "power_l5_type_code" from table: "powers"
CREATE INDEX `power_l5_type_code` ON `powers` (`l5`, `type`, `code`);
-- reverse: create index "power_l6_code" to table: "powers"
DROP INDEX `power_l6_code`;
-- reverse: drop index "power_l6_type_code" from table: "powers"
CREATE INDEX `power_l6_type_code` ON `powers` (`l6`, `type`, `code`);
-- reverse: create index "search_progresses_shape_key" to table: "search_progresses"
DROP INDEX `search_progresses_shape_key`;
-- reverse: set sequence for "search_progresses" table
UPDATE sqlite_sequence SET seq = 0 WHERE name = "search_progresses";
-- reverse: create "search_progresses" table
DROP TABLE `search_progresses`;
-- reverse: set sequence for "search_blocks" table
UPDATE sqlite_sequence SET seq = 0 WHERE name = "search_blocks";
-- reverse: create "search_blocks" table
DROP TABLE `search_blocks`;
-- reverse: create index "riskpoint_outdated" to table: "risk_points"
DROP INDEX `riskpoint_outdated`;
-- reverse: create index "riskpoint_paper_grade" to table: "risk_points"
DROP INDEX `riskpoint_paper_grade`;
-- reverse: create index "riskpoint_proposed_grade_grade" to table: "risk_points"
DROP INDEX `riskpoint_proposed_grade_grade`;
-- reverse: create index "riskpoint_severity" to table: "risk_points"
DROP INDEX `riskpoint_severity`;
-- reverse: create index "riskpoint_likelihood" to table: "risk_points"
DROP INDEX `riskpoint_likelihood`;
-- reverse: create index "riskpoint_title" to table: "risk_points"
DROP INDEX `riskpoint_title`;
-- reverse: create index "riskpoint_updated_at" to table: "risk_points"
DROP INDEX `riskpoint_updated_at`;
-- reverse: create index "riskpoint_created_at" to table: "risk_points"
DROP INDEX `riskpoint_created_at`;
-- reverse: create index "power_code" to table: "powers"
DROP INDEX `power_code`;
-- reverse: create index "post_name" to table: "posts"
DROP INDEX `post_name`;
-- reverse: create index "measure_asks_comprehensive" to table: "measures"
DROP INDEX `measure_asks_comprehensive`;
-- reverse: create index "measure_status_created_at" to table: "measures"
DROP INDEX `measure_status_created_at`;
-- reverse: create index "measure_created_at" to table: "measures"
DROP INDEX `measure_created_at`;
-- reverse: create index "measure_l6_created_at_id" to table: "measures"
DROP INDEX `measure_l6_created_at_id`;
-- reverse: create index "measure_l5_created_at_id" to table: "measures"
DROP INDEX `measure_l5_created_at_id`;
-- reverse: create index "measure_l4_created_at_id" to table: "measures"
DROP INDEX `measure_l4_created_at_id`;
-- reverse: create index "measure_l3_created_at_id" to table: "measures"
DROP INDEX `measure_l3_created_at_id`;
-- reverse: create index "measure_l2_created_at_id" to table: "measures"
DROP INDEX `measure_l2_created_at_id`;
-- reverse: create index "measure_l1_created_at_id" to table: "measures"
DROP INDEX `measure_l1_created_at_id`;
-- reverse: drop index "measure_l6_status_created_at_id" from table: "measures"
CREATE INDEX `measure_l6_status_created_at_id` ON `measures` (`l6`, `status`, `created_at`, `id`);
-- reverse: drop index "measure_l5_status_created_at_id" from table: "measures"
CREATE INDEX `measure_l5_status_created_at_id` ON `measures` (`l5`, `status`, `created_at`, `id`);
-- reverse: drop index "measure_l4_status_created_at_id" from table: "measures"
CREATE INDEX `measure_l4_status_created_at_id` ON `measures` (`l4`, `status`, `created_at`, `id`);
-- reverse: drop index "measure_l3_status_created_at_id" from table: "measures"
CREATE INDEX `measure_l3_status_created_at_id` ON `measures` (`l3`, `status`, `created_at`, `id`);
-- reverse: drop index "measure_l2_status_created_at_id" from table: "measures"
CREATE INDEX `measure_l2_status_created_at_id` ON `measures` (`l2`, `status`, `created_at`, `id`);
-- reverse: drop index "measure_l1_status_created_at_id" from table: "measures"
CREATE INDEX `measure_l1_status_created_at_id` ON `measures` (`l1`, `status`, `created_at`, `id`);
