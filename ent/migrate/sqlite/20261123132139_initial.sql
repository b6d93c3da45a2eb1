-- +goose Up
-- create "accounts" table
CREATE TABLE `accounts` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `created_at` datetime NOT NULL, `updated_at` datetime NOT NULL, `version` integer NOT NULL DEFAULT (1), `login_name` text NOT NULL, `password_hash` text NOT NULL, `must_change_password` bool NOT NULL DEFAULT (true), `disabled` bool NOT NULL DEFAULT (false), `failures` integer NOT NULL DEFAULT (0), `locked_until` datetime NULL, `last_sign_in_at` datetime NULL, `person_id` integer NULL, CONSTRAINT `accounts_persons_person` FOREIGN KEY (`person_id`) REFERENCES `persons` (`id`) ON DELETE RESTRICT);
-- create index "accounts_login_name_key" to table: "accounts"
CREATE UNIQUE INDEX `accounts_login_name_key` ON `accounts` (`login_name`);
-- create "appointments" table
CREATE TABLE `appointments` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `created_at` datetime NOT NULL, `updated_at` datetime NOT NULL, `version` integer NOT NULL DEFAULT (1), `from_day` date NOT NULL, `to_day` date NULL, `l1` integer NOT NULL DEFAULT (0), `l2` integer NOT NULL DEFAULT (0), `l3` integer NOT NULL DEFAULT (0), `l4` integer NOT NULL DEFAULT (0), `l5` integer NOT NULL DEFAULT (0), `l6` integer NOT NULL DEFAULT (0), `unit_id` integer NOT NULL, `person_id` integer NOT NULL, `post_id` integer NOT NULL, CONSTRAINT `appointments_units_unit` FOREIGN KEY (`unit_id`) REFERENCES `units` (`id`) ON DELETE RESTRICT, CONSTRAINT `appointments_persons_person` FOREIGN KEY (`person_id`) REFERENCES `persons` (`id`) ON DELETE RESTRICT, CONSTRAINT `appointments_posts_post` FOREIGN KEY (`post_id`) REFERENCES `posts` (`id`) ON DELETE RESTRICT);
-- set sequence for "appointments" table
INSERT INTO sqlite_sequence (name, seq) VALUES ("appointments", 4294967296);
-- create index "appointment_unit_id" to table: "appointments"
CREATE INDEX `appointment_unit_id` ON `appointments` (`unit_id`);
-- create index "appointment_person_id_post_id_from_day" to table: "appointments"
CREATE UNIQUE INDEX `appointment_person_id_post_id_from_day` ON `appointments` (`person_id`, `post_id`, `from_day`);
-- create index "appointment_post_id_from_day" to table: "appointments"
CREATE INDEX `appointment_post_id_from_day` ON `appointments` (`post_id`, `from_day`);
-- create "assessments" table
CREATE TABLE `assessments` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `l1` integer NOT NULL DEFAULT (0), `l2` integer NOT NULL DEFAULT (0), `l3` integer NOT NULL DEFAULT (0), `l4` integer NOT NULL DEFAULT (0), `l5` integer NOT NULL DEFAULT (0), `l6` integer NOT NULL DEFAULT (0), `kind` text NOT NULL, `grade` text NOT NULL, `previous_grade` text NOT NULL, `computed_grade` text NOT NULL, `likelihood` integer NOT NULL, `severity` integer NOT NULL, `consequence` text NOT NULL, `unlimited_power` bool NOT NULL, `past_breach` bool NOT NULL, `rule` text NOT NULL, `rule_version` integer NOT NULL, `clause` text NOT NULL, `reason` text NOT NULL DEFAULT (''), `account_id` integer NULL, `actor_name` text NOT NULL, `actor_role` text NULL, `at` datetime NOT NULL, `unit_id` integer NOT NULL, `risk_point_id` integer NOT NULL, `actor_id` integer NULL, CONSTRAINT `assessments_units_unit` FOREIGN KEY (`unit_id`) REFERENCES `units` (`id`) ON DELETE RESTRICT, CONSTRAINT `assessments_risk_points_risk_point` FOREIGN KEY (`risk_point_id`) REFERENCES `risk_points` (`id`) ON DELETE RESTRICT, CONSTRAINT `assessments_persons_actor` FOREIGN KEY (`actor_id`) REFERENCES `persons` (`id`) ON DELETE RESTRICT);
-- set sequence for "assessments" table
INSERT INTO sqlite_sequence (name, seq) VALUES ("assessments", 8589934592);
-- create index "assessment_unit_id" to table: "assessments"
CREATE INDEX `assessment_unit_id` ON `assessments` (`unit_id`);
-- create index "assessment_l1_at" to table: "assessments"
CREATE INDEX `assessment_l1_at` ON `assessments` (`l1`, `at`);
-- create index "assessment_l2_at" to table: "assessments"
CREATE INDEX `assessment_l2_at` ON `assessments` (`l2`, `at`);
-- create index "assessment_l3_at" to table: "assessments"
CREATE INDEX `assessment_l3_at` ON `assessments` (`l3`, `at`);
-- create index "assessment_l4_at" to table: "assessments"
CREATE INDEX `assessment_l4_at` ON `assessments` (`l4`, `at`);
-- create index "assessment_l5_at" to table: "assessments"
CREATE INDEX `assessment_l5_at` ON `assessments` (`l5`, `at`);
-- create index "assessment_l6_at" to table: "assessments"
CREATE INDEX `assessment_l6_at` ON `assessments` (`l6`, `at`);
-- create index "assessment_risk_point_id_at" to table: "assessments"
CREATE INDEX `assessment_risk_point_id_at` ON `assessments` (`risk_point_id`, `at`);
-- create index "assessment_at" to table: "assessments"
CREATE INDEX `assessment_at` ON `assessments` (`at`);
-- create "duties" table
CREATE TABLE `duties` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `created_at` datetime NOT NULL, `updated_at` datetime NOT NULL, `version` integer NOT NULL DEFAULT (1), `l1` integer NOT NULL DEFAULT (0), `l2` integer NOT NULL DEFAULT (0), `l3` integer NOT NULL DEFAULT (0), `l4` integer NOT NULL DEFAULT (0), `l5` integer NOT NULL DEFAULT (0), `l6` integer NOT NULL DEFAULT (0), `content` text NOT NULL, `sort_order` integer NOT NULL DEFAULT (0), `unit_id` integer NOT NULL, `post_id` integer NOT NULL, CONSTRAINT `duties_units_unit` FOREIGN KEY (`unit_id`) REFERENCES `units` (`id`) ON DELETE RESTRICT, CONSTRAINT `duties_posts_post` FOREIGN KEY (`post_id`) REFERENCES `posts` (`id`) ON DELETE RESTRICT);
-- set sequence for "duties" table
INSERT INTO sqlite_sequence (name, seq) VALUES ("duties", 12884901888);
-- create index "duty_unit_id" to table: "duties"
CREATE INDEX `duty_unit_id` ON `duties` (`unit_id`);
-- create index "duty_post_id_sort_order" to table: "duties"
CREATE INDEX `duty_post_id_sort_order` ON `duties` (`post_id`, `sort_order`);
-- create "measures" table
CREATE TABLE `measures` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `created_at` datetime NOT NULL, `updated_at` datetime NOT NULL, `version` integer NOT NULL DEFAULT (1), `l1` integer NOT NULL DEFAULT (0), `l2` integer NOT NULL DEFAULT (0), `l3` integer NOT NULL DEFAULT (0), `l4` integer NOT NULL DEFAULT (0), `l5` integer NOT NULL DEFAULT (0), `l6` integer NOT NULL DEFAULT (0), `content` text NOT NULL, `kind` text NOT NULL, `mechanism` text NOT NULL, `scope` text NOT NULL, `status` text NOT NULL, `due_on` date NULL, `frequency` text NOT NULL DEFAULT (''), `indicator` text NOT NULL DEFAULT (''), `threshold` text NOT NULL DEFAULT (''), `rules_document` text NOT NULL DEFAULT (''), `evidence` text NOT NULL DEFAULT (''), `asks_comprehensive` bool NOT NULL DEFAULT (false), `unit_id` integer NOT NULL, `owner_id` integer NULL, `supervisor_id` integer NULL, CONSTRAINT `measures_units_unit` FOREIGN KEY (`unit_id`) REFERENCES `units` (`id`) ON DELETE RESTRICT, CONSTRAINT `measures_persons_owner` FOREIGN KEY (`owner_id`) REFERENCES `persons` (`id`) ON DELETE RESTRICT, CONSTRAINT `measures_persons_supervisor` FOREIGN KEY (`supervisor_id`) REFERENCES `persons` (`id`) ON DELETE RESTRICT);
-- set sequence for "measures" table
INSERT INTO sqlite_sequence (name, seq) VALUES ("measures", 17179869184);
-- create index "measure_unit_id" to table: "measures"
CREATE INDEX `measure_unit_id` ON `measures` (`unit_id`);
-- create index "measure_l1_status_created_at_id" to table: "measures"
CREATE INDEX `measure_l1_status_created_at_id` ON `measures` (`l1`, `status`, `created_at`, `id`);
-- create index "measure_l2_status_created_at_id" to table: "measures"
CREATE INDEX `measure_l2_status_created_at_id` ON `measures` (`l2`, `status`, `created_at`, `id`);
-- create index "measure_l3_status_created_at_id" to table: "measures"
CREATE INDEX `measure_l3_status_created_at_id` ON `measures` (`l3`, `status`, `created_at`, `id`);
-- create index "measure_l4_status_created_at_id" to table: "measures"
CREATE INDEX `measure_l4_status_created_at_id` ON `measures` (`l4`, `status`, `created_at`, `id`);
-- create index "measure_l5_status_created_at_id" to table: "measures"
CREATE INDEX `measure_l5_status_created_at_id` ON `measures` (`l5`, `status`, `created_at`, `id`);
-- create index "measure_l6_status_created_at_id" to table: "measures"
CREATE INDEX `measure_l6_status_created_at_id` ON `measures` (`l6`, `status`, `created_at`, `id`);
-- create index "measure_owner_id" to table: "measures"
CREATE INDEX `measure_owner_id` ON `measures` (`owner_id`);
-- create index "measure_supervisor_id" to table: "measures"
CREATE INDEX `measure_supervisor_id` ON `measures` (`supervisor_id`);
-- create index "measure_due_on" to table: "measures"
CREATE INDEX `measure_due_on` ON `measures` (`due_on`);
-- create "persons" table
CREATE TABLE `persons` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `created_at` datetime NOT NULL, `updated_at` datetime NOT NULL, `version` integer NOT NULL DEFAULT (1), `l1` integer NOT NULL DEFAULT (0), `l2` integer NOT NULL DEFAULT (0), `l3` integer NOT NULL DEFAULT (0), `l4` integer NOT NULL DEFAULT (0), `l5` integer NOT NULL DEFAULT (0), `l6` integer NOT NULL DEFAULT (0), `staff_number` text NULL, `name` text NOT NULL, `initials` text NOT NULL DEFAULT (''), `job_title` text NOT NULL DEFAULT (''), `political_status` text NULL, `unit_id` integer NOT NULL, CONSTRAINT `persons_units_unit` FOREIGN KEY (`unit_id`) REFERENCES `units` (`id`) ON DELETE RESTRICT);
-- set sequence for "persons" table
INSERT INTO sqlite_sequence (name, seq) VALUES ("persons", 21474836480);
-- create index "persons_staff_number_key" to table: "persons"
CREATE UNIQUE INDEX `persons_staff_number_key` ON `persons` (`staff_number`);
-- create index "person_unit_id" to table: "persons"
CREATE INDEX `person_unit_id` ON `persons` (`unit_id`);
-- create index "person_l1_name" to table: "persons"
CREATE INDEX `person_l1_name` ON `persons` (`l1`, `name`);
-- create index "person_l2_name" to table: "persons"
CREATE INDEX `person_l2_name` ON `persons` (`l2`, `name`);
-- create index "person_l3_name" to table: "persons"
CREATE INDEX `person_l3_name` ON `persons` (`l3`, `name`);
-- create index "person_l4_name" to table: "persons"
CREATE INDEX `person_l4_name` ON `persons` (`l4`, `name`);
-- create index "person_l5_name" to table: "persons"
CREATE INDEX `person_l5_name` ON `persons` (`l5`, `name`);
-- create index "person_l6_name" to table: "persons"
CREATE INDEX `person_l6_name` ON `persons` (`l6`, `name`);
-- create index "person_name" to table: "persons"
CREATE INDEX `person_name` ON `persons` (`name`);
-- create "portfolios" table
CREATE TABLE `portfolios` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `created_at` datetime NOT NULL, `updated_at` datetime NOT NULL, `version` integer NOT NULL DEFAULT (1), `from_day` date NOT NULL, `to_day` date NULL, `l1` integer NOT NULL DEFAULT (0), `l2` integer NOT NULL DEFAULT (0), `l3` integer NOT NULL DEFAULT (0), `l4` integer NOT NULL DEFAULT (0), `l5` integer NOT NULL DEFAULT (0), `l6` integer NOT NULL DEFAULT (0), `kind` text NOT NULL, `unit_id` integer NOT NULL, `person_id` integer NOT NULL, CONSTRAINT `portfolios_units_unit` FOREIGN KEY (`unit_id`) REFERENCES `units` (`id`) ON DELETE RESTRICT, CONSTRAINT `portfolios_persons_person` FOREIGN KEY (`person_id`) REFERENCES `persons` (`id`) ON DELETE RESTRICT);
-- set sequence for "portfolios" table
INSERT INTO sqlite_sequence (name, seq) VALUES ("portfolios", 25769803776);
-- create index "portfolio_unit_id" to table: "portfolios"
CREATE INDEX `portfolio_unit_id` ON `portfolios` (`unit_id`);
-- create index "portfolio_person_id_unit_id_kind_from_day" to table: "portfolios"
CREATE UNIQUE INDEX `portfolio_person_id_unit_id_kind_from_day` ON `portfolios` (`person_id`, `unit_id`, `kind`, `from_day`);
-- create index "portfolio_unit_id_kind_from_day" to table: "portfolios"
CREATE INDEX `portfolio_unit_id_kind_from_day` ON `portfolios` (`unit_id`, `kind`, `from_day`);
-- create "posts" table
CREATE TABLE `posts` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `created_at` datetime NOT NULL, `updated_at` datetime NOT NULL, `version` integer NOT NULL DEFAULT (1), `l1` integer NOT NULL DEFAULT (0), `l2` integer NOT NULL DEFAULT (0), `l3` integer NOT NULL DEFAULT (0), `l4` integer NOT NULL DEFAULT (0), `l5` integer NOT NULL DEFAULT (0), `l6` integer NOT NULL DEFAULT (0), `name` text NOT NULL, `duties` text NOT NULL DEFAULT (''), `key_post` bool NOT NULL DEFAULT (false), `rotation_years` integer NULL, `closed_on` date NULL, `unit_id` integer NOT NULL, CONSTRAINT `posts_units_unit` FOREIGN KEY (`unit_id`) REFERENCES `units` (`id`) ON DELETE RESTRICT);
-- set sequence for "posts" table
INSERT INTO sqlite_sequence (name, seq) VALUES ("posts", 30064771072);
-- create index "post_unit_id" to table: "posts"
CREATE INDEX `post_unit_id` ON `posts` (`unit_id`);
-- create index "post_l1_name" to table: "posts"
CREATE INDEX `post_l1_name` ON `posts` (`l1`, `name`);
-- create index "post_l2_name" to table: "posts"
CREATE INDEX `post_l2_name` ON `posts` (`l2`, `name`);
-- create index "post_l3_name" to table: "posts"
CREATE INDEX `post_l3_name` ON `posts` (`l3`, `name`);
-- create index "post_l4_name" to table: "posts"
CREATE INDEX `post_l4_name` ON `posts` (`l4`, `name`);
-- create index "post_l5_name" to table: "posts"
CREATE INDEX `post_l5_name` ON `posts` (`l5`, `name`);
-- create index "post_l6_name" to table: "posts"
CREATE INDEX `post_l6_name` ON `posts` (`l6`, `name`);
-- create index "post_unit_id_name" to table: "posts"
CREATE UNIQUE INDEX `post_unit_id_name` ON `posts` (`unit_id`, `name`);
-- create "powers" table
CREATE TABLE `powers` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `created_at` datetime NOT NULL, `updated_at` datetime NOT NULL, `version` integer NOT NULL DEFAULT (1), `l1` integer NOT NULL DEFAULT (0), `l2` integer NOT NULL DEFAULT (0), `l3` integer NOT NULL DEFAULT (0), `l4` integer NOT NULL DEFAULT (0), `l5` integer NOT NULL DEFAULT (0), `l6` integer NOT NULL DEFAULT (0), `code` text NOT NULL, `name` text NOT NULL, `type` text NOT NULL, `legal_bases` json NOT NULL, `discretion` text NOT NULL, `discretion_note` text NOT NULL DEFAULT (''), `time_limit_days` integer NULL, `frequency` text NOT NULL DEFAULT (''), `disclosure_scope` text NOT NULL DEFAULT (''), `disclosure_form` text NOT NULL DEFAULT (''), `disclosure_reason` text NOT NULL DEFAULT (''), `retired_on` date NULL, `unit_id` integer NOT NULL, `decision_post_id` integer NULL, `execution_post_id` integer NULL, `supervision_post_id` integer NULL, CONSTRAINT `powers_units_unit` FOREIGN KEY (`unit_id`) REFERENCES `units` (`id`) ON DELETE RESTRICT, CONSTRAINT `powers_posts_decision_post` FOREIGN KEY (`decision_post_id`) REFERENCES `posts` (`id`) ON DELETE RESTRICT, CONSTRAINT `powers_posts_execution_post` FOREIGN KEY (`execution_post_id`) REFERENCES `posts` (`id`) ON DELETE RESTRICT, CONSTRAINT `powers_posts_supervision_post` FOREIGN KEY (`supervision_post_id`) REFERENCES `posts` (`id`) ON DELETE RESTRICT);
-- set sequence for "powers" table
INSERT INTO sqlite_sequence (name, seq) VALUES ("powers", 34359738368);
-- create index "power_unit_id" to table: "powers"
CREATE INDEX `power_unit_id` ON `powers` (`unit_id`);
-- create index "power_l1_type_code" to table: "powers"
CREATE INDEX `power_l1_type_code` ON `powers` (`l1`, `type`, `code`);
-- create index "power_l2_type_code" to table: "powers"
CREATE INDEX `power_l2_type_code` ON `powers` (`l2`, `type`, `code`);
-- create index "power_l3_type_code" to table: "powers"
CREATE INDEX `power_l3_type_code` ON `powers` (`l3`, `type`, `code`);
-- create index "power_l4_type_code" to table: "powers"
CREATE INDEX `power_l4_type_code` ON `powers` (`l4`, `type`, `code`);
-- create index "power_l5_type_code" to table: "powers"
CREATE INDEX `power_l5_type_code` ON `powers` (`l5`, `type`, `code`);
-- create index "power_l6_type_code" to table: "powers"
CREATE INDEX `power_l6_type_code` ON `powers` (`l6`, `type`, `code`);
-- create index "power_unit_id_code" to table: "powers"
CREATE UNIQUE INDEX `power_unit_id_code` ON `powers` (`unit_id`, `code`);
-- create "processes" table
CREATE TABLE `processes` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `created_at` datetime NOT NULL, `updated_at` datetime NOT NULL, `l1` integer NOT NULL DEFAULT (0), `l2` integer NOT NULL DEFAULT (0), `l3` integer NOT NULL DEFAULT (0), `l4` integer NOT NULL DEFAULT (0), `l5` integer NOT NULL DEFAULT (0), `l6` integer NOT NULL DEFAULT (0), `revision` integer NOT NULL, `current` bool NOT NULL, `unit_id` integer NOT NULL, `power_id` integer NOT NULL, CONSTRAINT `processes_units_unit` FOREIGN KEY (`unit_id`) REFERENCES `units` (`id`) ON DELETE RESTRICT, CONSTRAINT `processes_powers_power` FOREIGN KEY (`power_id`) REFERENCES `powers` (`id`) ON DELETE RESTRICT);
-- set sequence for "processes" table
INSERT INTO sqlite_sequence (name, seq) VALUES ("processes", 38654705664);
-- create index "process_unit_id" to table: "processes"
CREATE INDEX `process_unit_id` ON `processes` (`unit_id`);
-- create index "process_l1_current" to table: "processes"
CREATE INDEX `process_l1_current` ON `processes` (`l1`, `current`);
-- create index "process_l2_current" to table: "processes"
CREATE INDEX `process_l2_current` ON `processes` (`l2`, `current`);
-- create index "process_l3_current" to table: "processes"
CREATE INDEX `process_l3_current` ON `processes` (`l3`, `current`);
-- create index "process_l4_current" to table: "processes"
CREATE INDEX `process_l4_current` ON `processes` (`l4`, `current`);
-- create index "process_l5_current" to table: "processes"
CREATE INDEX `process_l5_current` ON `processes` (`l5`, `current`);
-- create index "process_l6_current" to table: "processes"
CREATE INDEX `process_l6_current` ON `processes` (`l6`, `current`);
-- create index "process_power_id_revision" to table: "processes"
CREATE UNIQUE INDEX `process_power_id_revision` ON `processes` (`power_id`, `revision`);
-- create "process_steps" table
CREATE TABLE `process_steps` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `l1` integer NOT NULL DEFAULT (0), `l2` integer NOT NULL DEFAULT (0), `l3` integer NOT NULL DEFAULT (0), `l4` integer NOT NULL DEFAULT (0), `l5` integer NOT NULL DEFAULT (0), `l6` integer NOT NULL DEFAULT (0), `key` text NOT NULL, `name` text NOT NULL, `kind` text NOT NULL, `sort_order` integer NOT NULL, `time_limit_days` integer NULL, `unit_id` integer NOT NULL, `process_id` integer NOT NULL, `post_id` integer NULL, CONSTRAINT `process_steps_units_unit` FOREIGN KEY (`unit_id`) REFERENCES `units` (`id`) ON DELETE RESTRICT, CONSTRAINT `process_steps_processes_process` FOREIGN KEY (`process_id`) REFERENCES `processes` (`id`) ON DELETE RESTRICT, CONSTRAINT `process_steps_posts_post` FOREIGN KEY (`post_id`) REFERENCES `posts` (`id`) ON DELETE RESTRICT);
-- set sequence for "process_steps" table
INSERT INTO sqlite_sequence (name, seq) VALUES ("process_steps", 42949672960);
-- create index "processstep_unit_id" to table: "process_steps"
CREATE INDEX `processstep_unit_id` ON `process_steps` (`unit_id`);
-- create index "processstep_process_id_key" to table: "process_steps"
CREATE UNIQUE INDEX `processstep_process_id_key` ON `process_steps` (`process_id`, `key`);
-- create index "processstep_post_id" to table: "process_steps"
CREATE INDEX `processstep_post_id` ON `process_steps` (`post_id`);
-- create "risk_counts" table
CREATE TABLE `risk_counts` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `unit_id` integer NOT NULL, `grade` text NOT NULL, `risk_type` text NOT NULL, `power_type` text NOT NULL, `status` text NOT NULL, `defended` bool NOT NULL, `n` integer NOT NULL);
-- set sequence for "risk_counts" table
INSERT INTO sqlite_sequence (name, seq) VALUES ("risk_counts", 47244640256);
-- create index "riskcount_unit_id_grade_risk_type_power_type_status_defended" to table: "risk_counts"
CREATE UNIQUE INDEX `riskcount_unit_id_grade_risk_type_power_type_status_defended` ON `risk_counts` (`unit_id`, `grade`, `risk_type`, `power_type`, `status`, `defended`);
-- create "risk_count_delta" table
CREATE TABLE `risk_count_delta` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `l1` integer NOT NULL DEFAULT (0), `l2` integer NOT NULL DEFAULT (0), `l3` integer NOT NULL DEFAULT (0), `l4` integer NOT NULL DEFAULT (0), `l5` integer NOT NULL DEFAULT (0), `l6` integer NOT NULL DEFAULT (0), `grade` text NOT NULL, `risk_type` text NOT NULL, `power_type` text NOT NULL, `status` text NOT NULL, `defended` bool NOT NULL, `n` integer NOT NULL);
-- set sequence for "risk_count_delta" table
INSERT INTO sqlite_sequence (name, seq) VALUES ("risk_count_delta", 51539607552);
-- create "risk_points" table
CREATE TABLE `risk_points` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `created_at` datetime NOT NULL, `updated_at` datetime NOT NULL, `version` integer NOT NULL DEFAULT (1), `l1` integer NOT NULL DEFAULT (0), `l2` integer NOT NULL DEFAULT (0), `l3` integer NOT NULL DEFAULT (0), `l4` integer NOT NULL DEFAULT (0), `l5` integer NOT NULL DEFAULT (0), `l6` integer NOT NULL DEFAULT (0), `title` text NOT NULL, `risk_type` text NOT NULL, `status` text NOT NULL, `manifestation` text NOT NULL, `cause` text NOT NULL DEFAULT (''), `consequence` text NOT NULL, `likelihood` integer NOT NULL, `severity` integer NOT NULL, `unlimited_power` bool NOT NULL DEFAULT (false), `past_breach` bool NOT NULL DEFAULT (false), `found_by` json NOT NULL, `grade` text NOT NULL DEFAULT ('U'), `proposed_grade` text NOT NULL DEFAULT ('U'), `power_type` text NOT NULL DEFAULT (''), `defended` bool NOT NULL DEFAULT (false), `retired_reason` text NOT NULL DEFAULT (''), `retired_at` datetime NULL, `unit_id` integer NOT NULL, `power_id` integer NULL, `step_id` integer NULL, `post_id` integer NULL, `person_id` integer NULL, `direct_owner_id` integer NULL, `department_owner_id` integer NULL, `leader_owner_id` integer NULL, CONSTRAINT `risk_points_units_unit` FOREIGN KEY (`unit_id`) REFERENCES `units` (`id`) ON DELETE RESTRICT, CONSTRAINT `risk_points_powers_power` FOREIGN KEY (`power_id`) REFERENCES `powers` (`id`) ON DELETE RESTRICT, CONSTRAINT `risk_points_process_steps_step` FOREIGN KEY (`step_id`) REFERENCES `process_steps` (`id`) ON DELETE RESTRICT, CONSTRAINT `risk_points_posts_post` FOREIGN KEY (`post_id`) REFERENCES `posts` (`id`) ON DELETE RESTRICT, CONSTRAINT `risk_points_persons_person` FOREIGN KEY (`person_id`) REFERENCES `persons` (`id`) ON DELETE RESTRICT, CONSTRAINT `risk_points_persons_direct_owner` FOREIGN KEY (`direct_owner_id`) REFERENCES `persons` (`id`) ON DELETE RESTRICT, CONSTRAINT `risk_points_persons_department_owner` FOREIGN KEY (`department_owner_id`) REFERENCES `persons` (`id`) ON DELETE RESTRICT, CONSTRAINT `risk_points_persons_leader_owner` FOREIGN KEY (`leader_owner_id`) REFERENCES `persons` (`id`) ON DELETE RESTRICT);
-- set sequence for "risk_points" table
INSERT INTO sqlite_sequence (name, seq) VALUES ("risk_points", 55834574848);
-- create index "riskpoint_unit_id" to table: "risk_points"
CREATE INDEX `riskpoint_unit_id` ON `risk_points` (`unit_id`);
-- create index "riskpoint_l1_grade_status_created_at_id" to table: "risk_points"
CREATE INDEX `riskpoint_l1_grade_status_created_at_id` ON `risk_points` (`l1`, `grade`, `status`, `created_at`, `id`);
-- create index "riskpoint_l2_grade_status_created_at_id" to table: "risk_points"
CREATE INDEX `riskpoint_l2_grade_status_created_at_id` ON `risk_points` (`l2`, `grade`, `status`, `created_at`, `id`);
-- create index "riskpoint_l3_grade_status_created_at_id" to table: "risk_points"
CREATE INDEX `riskpoint_l3_grade_status_created_at_id` ON `risk_points` (`l3`, `grade`, `status`, `created_at`, `id`);
-- create index "riskpoint_l4_grade_status_created_at_id" to table: "risk_points"
CREATE INDEX `riskpoint_l4_grade_status_created_at_id` ON `risk_points` (`l4`, `grade`, `status`, `created_at`, `id`);
-- create index "riskpoint_l5_grade_status_created_at_id" to table: "risk_points"
CREATE INDEX `riskpoint_l5_grade_status_created_at_id` ON `risk_points` (`l5`, `grade`, `status`, `created_at`, `id`);
-- create index "riskpoint_l6_grade_status_created_at_id" to table: "risk_points"
CREATE INDEX `riskpoint_l6_grade_status_created_at_id` ON `risk_points` (`l6`, `grade`, `status`, `created_at`, `id`);
-- create index "riskpoint_grade_status_created_at_id" to table: "risk_points"
CREATE INDEX `riskpoint_grade_status_created_at_id` ON `risk_points` (`grade`, `status`, `created_at`, `id`);
-- create index "riskpoint_power_id" to table: "risk_points"
CREATE INDEX `riskpoint_power_id` ON `risk_points` (`power_id`);
-- create index "riskpoint_step_id" to table: "risk_points"
CREATE INDEX `riskpoint_step_id` ON `risk_points` (`step_id`);
-- create index "riskpoint_post_id" to table: "risk_points"
CREATE INDEX `riskpoint_post_id` ON `risk_points` (`post_id`);
-- create index "riskpoint_person_id" to table: "risk_points"
CREATE INDEX `riskpoint_person_id` ON `risk_points` (`person_id`);
-- create index "riskpoint_direct_owner_id" to table: "risk_points"
CREATE INDEX `riskpoint_direct_owner_id` ON `risk_points` (`direct_owner_id`);
-- create index "riskpoint_department_owner_id" to table: "risk_points"
CREATE INDEX `riskpoint_department_owner_id` ON `risk_points` (`department_owner_id`);
-- create index "riskpoint_leader_owner_id" to table: "risk_points"
CREATE INDEX `riskpoint_leader_owner_id` ON `risk_points` (`leader_owner_id`);
-- create "role_appointments" table
CREATE TABLE `role_appointments` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `created_at` datetime NOT NULL, `updated_at` datetime NOT NULL, `version` integer NOT NULL DEFAULT (1), `from_day` date NOT NULL, `to_day` date NULL, `role` text NOT NULL, `account_id` integer NOT NULL, `unit_id` integer NULL, `granted_by` integer NULL, CONSTRAINT `role_appointments_accounts_account` FOREIGN KEY (`account_id`) REFERENCES `accounts` (`id`) ON DELETE RESTRICT, CONSTRAINT `role_appointments_units_unit` FOREIGN KEY (`unit_id`) REFERENCES `units` (`id`) ON DELETE RESTRICT, CONSTRAINT `role_appointments_accounts_granter` FOREIGN KEY (`granted_by`) REFERENCES `accounts` (`id`) ON DELETE RESTRICT);
-- set sequence for "role_appointments" table
INSERT INTO sqlite_sequence (name, seq) VALUES ("role_appointments", 60129542144);
-- create index "roleappointment_account_id_from_day" to table: "role_appointments"
CREATE INDEX `roleappointment_account_id_from_day` ON `role_appointments` (`account_id`, `from_day`);
-- create index "roleappointment_unit_id" to table: "role_appointments"
CREATE INDEX `roleappointment_unit_id` ON `role_appointments` (`unit_id`);
-- create "sessions" table
CREATE TABLE `sessions` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `token_hash` text NOT NULL, `created_at` datetime NOT NULL, `seen_at` datetime NOT NULL, `expires_at` datetime NOT NULL, `account_id` integer NOT NULL, CONSTRAINT `sessions_accounts_account` FOREIGN KEY (`account_id`) REFERENCES `accounts` (`id`) ON DELETE RESTRICT);
-- set sequence for "sessions" table
INSERT INTO sqlite_sequence (name, seq) VALUES ("sessions", 64424509440);
-- create index "sessions_token_hash_key" to table: "sessions"
CREATE UNIQUE INDEX `sessions_token_hash_key` ON `sessions` (`token_hash`);
-- create index "session_account_id" to table: "sessions"
CREATE INDEX `session_account_id` ON `sessions` (`account_id`);
-- create index "session_expires_at" to table: "sessions"
CREATE INDEX `session_expires_at` ON `sessions` (`expires_at`);
-- create "step_edges" table
CREATE TABLE `step_edges` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `l1` integer NOT NULL DEFAULT (0), `l2` integer NOT NULL DEFAULT (0), `l3` integer NOT NULL DEFAULT (0), `l4` integer NOT NULL DEFAULT (0), `l5` integer NOT NULL DEFAULT (0), `l6` integer NOT NULL DEFAULT (0), `condition` text NOT NULL DEFAULT (''), `unit_id` integer NOT NULL, `process_id` integer NOT NULL, `from_step_id` integer NOT NULL, `to_step_id` integer NOT NULL, CONSTRAINT `step_edges_units_unit` FOREIGN KEY (`unit_id`) REFERENCES `units` (`id`) ON DELETE RESTRICT, CONSTRAINT `step_edges_processes_process` FOREIGN KEY (`process_id`) REFERENCES `processes` (`id`) ON DELETE RESTRICT, CONSTRAINT `step_edges_process_steps_from_step` FOREIGN KEY (`from_step_id`) REFERENCES `process_steps` (`id`) ON DELETE RESTRICT, CONSTRAINT `step_edges_process_steps_to_step` FOREIGN KEY (`to_step_id`) REFERENCES `process_steps` (`id`) ON DELETE RESTRICT);
-- set sequence for "step_edges" table
INSERT INTO sqlite_sequence (name, seq) VALUES ("step_edges", 68719476736);
-- create index "stepedge_unit_id" to table: "step_edges"
CREATE INDEX `stepedge_unit_id` ON `step_edges` (`unit_id`);
-- create index "stepedge_process_id_from_step_id_to_step_id" to table: "step_edges"
CREATE UNIQUE INDEX `stepedge_process_id_from_step_id_to_step_id` ON `step_edges` (`process_id`, `from_step_id`, `to_step_id`);
-- create "units" table
CREATE TABLE `units` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `created_at` datetime NOT NULL, `updated_at` datetime NOT NULL, `version` integer NOT NULL DEFAULT (1), `l1` integer NOT NULL DEFAULT (0), `l2` integer NOT NULL DEFAULT (0), `l3` integer NOT NULL DEFAULT (0), `l4` integer NOT NULL DEFAULT (0), `l5` integer NOT NULL DEFAULT (0), `l6` integer NOT NULL DEFAULT (0), `code` text NOT NULL, `name` text NOT NULL, `initials` text NOT NULL DEFAULT (''), `kind` text NOT NULL, `sort_order` integer NOT NULL DEFAULT (0), `level` integer NOT NULL, `child_count` integer NOT NULL DEFAULT (0), `closed_on` date NULL, `parent_id` integer NULL, CONSTRAINT `units_units_children` FOREIGN KEY (`parent_id`) REFERENCES `units` (`id`) ON DELETE SET NULL);
-- set sequence for "units" table
INSERT INTO sqlite_sequence (name, seq) VALUES ("units", 73014444032);
-- create index "units_code_key" to table: "units"
CREATE UNIQUE INDEX `units_code_key` ON `units` (`code`);
-- create index "unit_l1_sort_order_code" to table: "units"
CREATE INDEX `unit_l1_sort_order_code` ON `units` (`l1`, `sort_order`, `code`);
-- create index "unit_l2_sort_order_code" to table: "units"
CREATE INDEX `unit_l2_sort_order_code` ON `units` (`l2`, `sort_order`, `code`);
-- create index "unit_l3_sort_order_code" to table: "units"
CREATE INDEX `unit_l3_sort_order_code` ON `units` (`l3`, `sort_order`, `code`);
-- create index "unit_l4_sort_order_code" to table: "units"
CREATE INDEX `unit_l4_sort_order_code` ON `units` (`l4`, `sort_order`, `code`);
-- create index "unit_l5_sort_order_code" to table: "units"
CREATE INDEX `unit_l5_sort_order_code` ON `units` (`l5`, `sort_order`, `code`);
-- create index "unit_l6_sort_order_code" to table: "units"
CREATE INDEX `unit_l6_sort_order_code` ON `units` (`l6`, `sort_order`, `code`);
-- create index "unit_parent_id_sort_order_code" to table: "units"
CREATE INDEX `unit_parent_id_sort_order_code` ON `units` (`parent_id`, `sort_order`, `code`);
-- create index "unit_sort_order_code" to table: "units"
CREATE INDEX `unit_sort_order_code` ON `units` (`sort_order`, `code`);
-- create "measure_risk_points" table
CREATE TABLE `measure_risk_points` (`measure_id` integer NOT NULL, `risk_point_id` integer NOT NULL, PRIMARY KEY (`measure_id`, `risk_point_id`), CONSTRAINT `measure_risk_points_measure_id` FOREIGN KEY (`measure_id`) REFERENCES `measures` (`id`) ON DELETE CASCADE, CONSTRAINT `measure_risk_points_risk_point_id` FOREIGN KEY (`risk_point_id`) REFERENCES `risk_points` (`id`) ON DELETE CASCADE);
-- create "power_exercising_posts" table
CREATE TABLE `power_exercising_posts` (`power_id` integer NOT NULL, `post_id` integer NOT NULL, PRIMARY KEY (`power_id`, `post_id`), CONSTRAINT `power_exercising_posts_power_id` FOREIGN KEY (`power_id`) REFERENCES `powers` (`id`) ON DELETE CASCADE, CONSTRAINT `power_exercising_posts_post_id` FOREIGN KEY (`post_id`) REFERENCES `posts` (`id`) ON DELETE CASCADE);
-- create "risk_point_exposed_posts" table
CREATE TABLE `risk_point_exposed_posts` (`risk_point_id` integer NOT NULL, `post_id` integer NOT NULL, PRIMARY KEY (`risk_point_id`, `post_id`), CONSTRAINT `risk_point_exposed_posts_risk_point_id` FOREIGN KEY (`risk_point_id`) REFERENCES `risk_points` (`id`) ON DELETE CASCADE, CONSTRAINT `risk_point_exposed_posts_post_id` FOREIGN KEY (`post_id`) REFERENCES `posts` (`id`) ON DELETE CASCADE);
-- create "risk_point_exposed_persons" table
CREATE TABLE `risk_point_exposed_persons` (`risk_point_id` integer NOT NULL, `person_id` integer NOT NULL, PRIMARY KEY (`risk_point_id`, `person_id`), CONSTRAINT `risk_point_exposed_persons_risk_point_id` FOREIGN KEY (`risk_point_id`) REFERENCES `risk_points` (`id`) ON DELETE CASCADE, CONSTRAINT `risk_point_exposed_persons_person_id` FOREIGN KEY (`person_id`) REFERENCES `persons` (`id`) ON DELETE CASCADE);

-- +goose Down
-- reverse: create "risk_point_exposed_persons" table
DROP TABLE `risk_point_exposed_persons`;
-- reverse: create "risk_point_exposed_posts" table
DROP TABLE `risk_point_exposed_posts`;
-- reverse: create "power_exercising_posts" table
DROP TABLE `power_exercising_posts`;
-- reverse: create "measure_risk_points" table
DROP TABLE `measure_risk_points`;
-- reverse: create index "unit_sort_order_code" to table: "units"
DROP INDEX `unit_sort_order_code`;
-- reverse: create index "unit_parent_id_sort_order_code" to table: "units"
DROP INDEX `unit_parent_id_sort_order_code`;
-- reverse: create index "unit_l6_sort_order_code" to table: "units"
DROP INDEX `unit_l6_sort_order_code`;
-- reverse: create index "unit_l5_sort_order_code" to table: "units"
DROP INDEX `unit_l5_sort_order_code`;
-- reverse: create index "unit_l4_sort_order_code" to table: "units"
DROP INDEX `unit_l4_sort_order_code`;
-- reverse: create index "unit_l3_sort_order_code" to table: "units"
DROP INDEX `unit_l3_sort_order_code`;
-- reverse: create index "unit_l2_sort_order_code" to table: "units"
DROP INDEX `unit_l2_sort_order_code`;
-- reverse: create index "unit_l1_sort_order_code" to table: "units"
DROP INDEX `unit_l1_sort_order_code`;
-- reverse: create index "units_code_key" to table: "units"
DROP INDEX `units_code_key`;
-- reverse: set sequence for "units" table
UPDATE sqlite_sequence SET seq = 0 WHERE name = "units";
-- reverse: create "units" table
DROP TABLE `units`;
-- reverse: create index "stepedge_process_id_from_step_id_to_step_id" to table: "step_edges"
DROP INDEX `stepedge_process_id_from_step_id_to_step_id`;
-- reverse: create index "stepedge_unit_id" to table: "step_edges"
DROP INDEX `stepedge_unit_id`;
-- reverse: set sequence for "step_edges" table
UPDATE sqlite_sequence SET seq = 0 WHERE name = "step_edges";
-- reverse: create "step_edges" table
DROP TABLE `step_edges`;
-- reverse: create index "session_expires_at" to table: "sessions"
DROP INDEX `session_expires_at`;
-- reverse: create index "session_account_id" to table: "sessions"
DROP INDEX `session_account_id`;
-- reverse: create index "sessions_token_hash_key" to table: "sessions"
DROP INDEX `sessions_token_hash_key`;
-- reverse: set sequence for "sessions" table
UPDATE sqlite_sequence SET seq = 0 WHERE name = "sessions";
-- reverse: create "sessions" table
DROP TABLE `sessions`;
-- reverse: create index "roleappointment_unit_id" to table: "role_appointments"
DROP INDEX `roleappointment_unit_id`;
-- reverse: create index "roleappointment_account_id_from_day" to table: "role_appointments"
DROP INDEX `roleappointment_account_id_from_day`;
-- reverse: set sequence for "role_appointments" table
UPDATE sqlite_sequence SET seq = 0 WHERE name = "role_appointments";
-- reverse: create "role_appointments" table
DROP TABLE `role_appointments`;
-- reverse: create index "riskpoint_leader_owner_id" to table: "risk_points"
DROP INDEX `riskpoint_leader_owner_id`;
-- reverse: create index "riskpoint_department_owner_id" to table: "risk_points"
DROP INDEX `riskpoint_department_owner_id`;
-- reverse: create index "riskpoint_direct_owner_id" to table: "risk_points"
DROP INDEX `riskpoint_direct_owner_id`;
-- reverse: create index "riskpoint_person_id" to table: "risk_points"
DROP INDEX `riskpoint_person_id`;
-- reverse: create index "riskpoint_post_id" to table: "risk_points"
DROP INDEX `riskpoint_post_id`;
-- reverse: create index "riskpoint_step_id" to table: "risk_points"
DROP INDEX `riskpoint_step_id`;
-- reverse: create index "riskpoint_power_id" to table: "risk_points"
DROP INDEX `riskpoint_power_id`;
-- reverse: create index "riskpoint_grade_status_created_at_id" to table: "risk_points"
DROP INDEX `riskpoint_grade_status_created_at_id`;
-- reverse: create index "riskpoint_l6_grade_status_created_at_id" to table: "risk_points"
DROP INDEX `riskpoint_l6_grade_status_created_at_id`;
-- reverse: create index "riskpoint_l5_grade_status_created_at_id" to table: "risk_points"
DROP INDEX `riskpoint_l5_grade_status_created_at_id`;
-- reverse: create index "riskpoint_l4_grade_status_created_at_id" to table: "risk_points"
DROP INDEX `riskpoint_l4_grade_status_created_at_id`;
-- reverse: create index "riskpoint_l3_grade_status_created_at_id" to table: "risk_points"
DROP INDEX `riskpoint_l3_grade_status_created_at_id`;
-- reverse: create index "riskpoint_l2_grade_status_created_at_id" to table: "risk_points"
DROP INDEX `riskpoint_l2_grade_status_created_at_id`;
-- reverse: create index "riskpoint_l1_grade_status_created_at_id" to table: "risk_points"
DROP INDEX `riskpoint_l1_grade_status_created_at_id`;
-- reverse: create index "riskpoint_unit_id" to table: "risk_points"
DROP INDEX `riskpoint_unit_id`;
-- reverse: set sequence for "risk_points" table
UPDATE sqlite_sequence SET seq = 0 WHERE name = "risk_points";
-- reverse: create "risk_points" table
DROP TABLE `risk_points`;
-- reverse: set sequence for "risk_count_delta" table
UPDATE sqlite_sequence SET seq = 0 WHERE name = "risk_count_delta";
-- reverse: create "risk_count_delta" table
DROP TABLE `risk_count_delta`;
-- reverse: create index "riskcount_unit_id_grade_risk_type_power_type_status_defended" to table: "risk_counts"
DROP INDEX `riskcount_unit_id_grade_risk_type_power_type_status_defended`;
-- reverse: set sequence for "risk_counts" table
UPDATE sqlite_sequence SET seq = 0 WHERE name = "risk_counts";
-- reverse: create "risk_counts" table
DROP TABLE `risk_counts`;
-- reverse: create index "processstep_post_id" to table: "process_steps"
DROP INDEX `processstep_post_id`;
-- reverse: create index "processstep_process_id_key" to table: "process_steps"
DROP INDEX `processstep_process_id_key`;
-- reverse: create index "processstep_unit_id" to table: "process_steps"
DROP INDEX `processstep_unit_id`;
-- reverse: set sequence for "process_steps" table
UPDATE sqlite_sequence SET seq = 0 WHERE name = "process_steps";
-- reverse: create "process_steps" table
DROP TABLE `process_steps`;
-- reverse: create index "process_power_id_revision" to table: "processes"
DROP INDEX `process_power_id_revision`;
-- reverse: create index "process_l6_current" to table: "processes"
DROP INDEX `process_l6_current`;
-- reverse: create index "process_l5_current" to table: "processes"
DROP INDEX `process_l5_current`;
-- reverse: create index "process_l4_current" to table: "processes"
DROP INDEX `process_l4_current`;
-- reverse: create index "process_l3_current" to table: "processes"
DROP INDEX `process_l3_current`;
-- reverse: create index "process_l2_current" to table: "processes"
DROP INDEX `process_l2_current`;
-- reverse: create index "process_l1_current" to table: "processes"
DROP INDEX `process_l1_current`;
-- reverse: create index "process_unit_id" to table: "processes"
DROP INDEX `process_unit_id`;
-- reverse: set sequence for "processes" table
UPDATE sqlite_sequence SET seq = 0 WHERE name = "processes";
-- reverse: create "processes" table
DROP TABLE `processes`;
-- reverse: create index "power_unit_id_code" to table: "powers"
DROP INDEX `power_unit_id_code`;
-- reverse: create index "power_l6_type_code" to table: "powers"
DROP INDEX `power_l6_type_code`;
-- reverse: create index "power_l5_type_code" to table: "powers"
DROP INDEX `power_l5_type_code`;
-- reverse: create index "power_l4_type_code" to table: "powers"
DROP INDEX `power_l4_type_code`;
-- reverse: create index "power_l3_type_code" to table: "powers"
DROP INDEX `power_l3_type_code`;
-- reverse: create index "power_l2_type_code" to table: "powers"
DROP INDEX `power_l2_type_code`;
-- reverse: create index "power_l1_type_code" to table: "powers"
DROP INDEX `power_l1_type_code`;
-- reverse: create index "power_unit_id" to table: "powers"
DROP INDEX `power_unit_id`;
-- reverse: set sequence for "powers" table
UPDATE sqlite_sequence SET seq = 0 WHERE name = "powers";
-- reverse: create "powers" table
DROP TABLE `powers`;
-- reverse: create index "post_unit_id_name" to table: "posts"
DROP INDEX `post_unit_id_name`;
-- reverse: create index "post_l6_name" to table: "posts"
DROP INDEX `post_l6_name`;
-- reverse: create index "post_l5_name" to table: "posts"
DROP INDEX `post_l5_name`;
-- reverse: create index "post_l4_name" to table: "posts"
DROP INDEX `post_l4_name`;
-- reverse: create index "post_l3_name" to table: "posts"
DROP INDEX `post_l3_name`;
-- reverse: create index "post_l2_name" to table: "posts"
DROP INDEX `post_l2_name`;
-- reverse: create index "post_l1_name" to table: "posts"
DROP INDEX `post_l1_name`;
-- reverse: create index "post_unit_id" to table: "posts"
DROP INDEX `post_unit_id`;
-- reverse: set sequence for "posts" table
UPDATE sqlite_sequence SET seq = 0 WHERE name = "posts";
-- reverse: create "posts" table
DROP TABLE `posts`;
-- reverse: create index "portfolio_unit_id_kind_from_day" to table: "portfolios"
DROP INDEX `portfolio_unit_id_kind_from_day`;
-- reverse: create index "portfolio_person_id_unit_id_kind_from_day" to table: "portfolios"
DROP INDEX `portfolio_person_id_unit_id_kind_from_day`;
-- reverse: create index "portfolio_unit_id" to table: "portfolios"
DROP INDEX `portfolio_unit_id`;
-- reverse: set sequence for "portfolios" table
UPDATE sqlite_sequence SET seq = 0 WHERE name = "portfolios";
-- reverse: create "portfolios" table
DROP TABLE `portfolios`;
-- reverse: create index "person_name" to table: "persons"
DROP INDEX `person_name`;
-- reverse: create index "person_l6_name" to table: "persons"
DROP INDEX `person_l6_name`;
-- reverse: create index "person_l5_name" to table: "persons"
DROP INDEX `person_l5_name`;
-- reverse: create index "person_l4_name" to table: "persons"
DROP INDEX `person_l4_name`;
-- reverse: create index "person_l3_name" to table: "persons"
DROP INDEX `person_l3_name`;
-- reverse: create index "person_l2_name" to table: "persons"
DROP INDEX `person_l2_name`;
-- reverse: create index "person_l1_name" to table: "persons"
DROP INDEX `person_l1_name`;
-- reverse: create index "person_unit_id" to table: "persons"
DROP INDEX `person_unit_id`;
-- reverse: create index "persons_staff_number_key" to table: "persons"
DROP INDEX `persons_staff_number_key`;
-- reverse: set sequence for "persons" table
UPDATE sqlite_sequence SET seq = 0 WHERE name = "persons";
-- reverse: create "persons" table
DROP TABLE `persons`;
-- reverse: create index "measure_due_on" to table: "measures"
DROP INDEX `measure_due_on`;
-- reverse: create index "measure_supervisor_id" to table: "measures"
DROP INDEX `measure_supervisor_id`;
-- reverse: create index "measure_owner_id" to table: "measures"
DROP INDEX `measure_owner_id`;
-- reverse: create index "measure_l6_status_created_at_id" to table: "measures"
DROP INDEX `measure_l6_status_created_at_id`;
-- reverse: create index "measure_l5_status_created_at_id" to table: "measures"
DROP INDEX `measure_l5_status_created_at_id`;
-- reverse: create index "measure_l4_status_created_at_id" to table: "measures"
DROP INDEX `measure_l4_status_created_at_id`;
-- reverse: create index "measure_l3_status_created_at_id" to table: "measures"
DROP INDEX `measure_l3_status_created_at_id`;
-- reverse: create index "measure_l2_status_created_at_id" to table: "measures"
DROP INDEX `measure_l2_status_created_at_id`;
-- reverse: create index "measure_l1_status_created_at_id" to table: "measures"
DROP INDEX `measure_l1_status_created_at_id`;
-- reverse: create index "measure_unit_id" to table: "measures"
DROP INDEX `measure_unit_id`;
-- reverse: set sequence for "measures" table
UPDATE sqlite_sequence SET seq = 0 WHERE name = "measures";
-- reverse: create "measures" table
DROP TABLE `measures`;
-- reverse: create index "duty_post_id_sort_order" to table: "duties"
DROP INDEX `duty_post_id_sort_order`;
-- reverse: create index "duty_unit_id" to table: "duties"
DROP INDEX `duty_unit_id`;
-- reverse: set sequence for "duties" table
UPDATE sqlite_sequence SET seq = 0 WHERE name = "duties";
-- reverse: create "duties" table
DROP TABLE `duties`;
-- reverse: create index "assessment_at" to table: "assessments"
DROP INDEX `assessment_at`;
-- reverse: create index "assessment_risk_point_id_at" to table: "assessments"
DROP INDEX `assessment_risk_point_id_at`;
-- reverse: create index "assessment_l6_at" to table: "assessments"
DROP INDEX `assessment_l6_at`;
-- reverse: create index "assessment_l5_at" to table: "assessments"
DROP INDEX `assessment_l5_at`;
-- reverse: create index "assessment_l4_at" to table: "assessments"
DROP INDEX `assessment_l4_at`;
-- reverse: create index "assessment_l3_at" to table: "assessments"
DROP INDEX `assessment_l3_at`;
-- reverse: create index "assessment_l2_at" to table: "assessments"
DROP INDEX `assessment_l2_at`;
-- reverse: create index "assessment_l1_at" to table: "assessments"
DROP INDEX `assessment_l1_at`;
-- reverse: create index "assessment_unit_id" to table: "assessments"
DROP INDEX `assessment_unit_id`;
-- reverse: set sequence for "assessments" table
UPDATE sqlite_sequence SET seq = 0 WHERE name = "assessments";
-- reverse: create "assessments" table
DROP TABLE `assessments`;
-- reverse: create index "appointment_post_id_from_day" to table: "appointments"
DROP INDEX `appointment_post_id_from_day`;
-- reverse: create index "appointment_person_id_post_id_from_day" to table: "appointments"
DROP INDEX `appointment_person_id_post_id_from_day`;
-- reverse: create index "appointment_unit_id" to table: "appointments"
DROP INDEX `appointment_unit_id`;
-- reverse: set sequence for "appointments" table
UPDATE sqlite_sequence SET seq = 0 WHERE name = "appointments";
-- reverse: create "appointments" table
DROP TABLE `appointments`;
-- reverse: create index "accounts_login_name_key" to table: "accounts"
DROP INDEX `accounts_login_name_key`;
-- reverse: create "accounts" table
DROP TABLE `accounts`;
