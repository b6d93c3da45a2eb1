-- +goose Up
-- disable the enforcement of foreign-keys constraints
PRAGMA foreign_keys = off;
-- create "education_participants" table
CREATE TABLE `education_participants` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `l1` integer NOT NULL DEFAULT (0), `l2` integer NOT NULL DEFAULT (0), `l3` integer NOT NULL DEFAULT (0), `l4` integer NOT NULL DEFAULT (0), `l5` integer NOT NULL DEFAULT (0), `l6` integer NOT NULL DEFAULT (0), `name` text NOT NULL, `department` text NOT NULL DEFAULT (''), `post` text NOT NULL DEFAULT (''), `sort_order` integer NOT NULL DEFAULT (0), `attendance` text NULL, `note` text NOT NULL DEFAULT (''), `made_up_on` date NULL, `unit_id` integer NOT NULL, `session_id` integer NOT NULL, `person_id` integer NOT NULL, CONSTRAINT `education_participants_units_unit` FOREIGN KEY (`unit_id`) REFERENCES `units` (`id`) ON DELETE RESTRICT, CONSTRAINT `education_participants_education_sessions_session` FOREIGN KEY (`session_id`) REFERENCES `education_sessions` (`id`) ON DELETE RESTRICT, CONSTRAINT `education_participants_persons_person` FOREIGN KEY (`person_id`) REFERENCES `persons` (`id`) ON DELETE RESTRICT);
-- set sequence for "education_participants" table
INSERT INTO sqlite_sequence (name, seq) VALUES ("education_participants", 356482285568);
-- create index "educationparticipant_unit_id" to table: "education_participants"
CREATE INDEX `educationparticipant_unit_id` ON `education_participants` (`unit_id`);
-- create index "educationparticipant_session_id_person_id" to table: "education_participants"
CREATE UNIQUE INDEX `educationparticipant_session_id_person_id` ON `education_participants` (`session_id`, `person_id`);
-- create index "educationparticipant_person_id" to table: "education_participants"
CREATE INDEX `educationparticipant_person_id` ON `education_participants` (`person_id`);
-- create "education_sessions" table
CREATE TABLE `education_sessions` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `created_at` datetime NOT NULL, `updated_at` datetime NOT NULL, `version` integer NOT NULL DEFAULT (1), `l1` integer NOT NULL DEFAULT (0), `l2` integer NOT NULL DEFAULT (0), `l3` integer NOT NULL DEFAULT (0), `l4` integer NOT NULL DEFAULT (0), `l5` integer NOT NULL DEFAULT (0), `l6` integer NOT NULL DEFAULT (0), `kind` text NOT NULL, `topic` text NOT NULL, `held_on` date NOT NULL, `place` text NOT NULL DEFAULT (''), `leader_text` text NOT NULL DEFAULT (''), `minutes` integer NOT NULL, `notes` text NOT NULL DEFAULT (''), `state` text NOT NULL, `cancel_reason` text NOT NULL DEFAULT (''), `recorded_by` integer NULL, `unit_id` integer NOT NULL, `leader_id` integer NULL, CONSTRAINT `education_sessions_units_unit` FOREIGN KEY (`unit_id`) REFERENCES `units` (`id`) ON DELETE RESTRICT, CONSTRAINT `education_sessions_persons_leader` FOREIGN KEY (`leader_id`) REFERENCES `persons` (`id`) ON DELETE RESTRICT);
-- set sequence for "education_sessions" table
INSERT INTO sqlite_sequence (name, seq) VALUES ("education_sessions", 360777252864);
-- create index "educationsession_unit_id" to table: "education_sessions"
CREATE INDEX `educationsession_unit_id` ON `education_sessions` (`unit_id`);
-- create index "educationsession_l1_held_on_id" to table: "education_sessions"
CREATE INDEX `educationsession_l1_held_on_id` ON `education_sessions` (`l1`, `held_on`, `id`);
-- create index "educationsession_l2_held_on_id" to table: "education_sessions"
CREATE INDEX `educationsession_l2_held_on_id` ON `education_sessions` (`l2`, `held_on`, `id`);
-- create index "educationsession_l3_held_on_id" to table: "education_sessions"
CREATE INDEX `educationsession_l3_held_on_id` ON `education_sessions` (`l3`, `held_on`, `id`);
-- create index "educationsession_l4_held_on_id" to table: "education_sessions"
CREATE INDEX `educationsession_l4_held_on_id` ON `education_sessions` (`l4`, `held_on`, `id`);
-- create index "educationsession_l5_held_on_id" to table: "education_sessions"
CREATE INDEX `educationsession_l5_held_on_id` ON `education_sessions` (`l5`, `held_on`, `id`);
-- create index "educationsession_l6_held_on_id" to table: "education_sessions"
CREATE INDEX `educationsession_l6_held_on_id` ON `education_sessions` (`l6`, `held_on`, `id`);
-- create index "educationsession_held_on_id" to table: "education_sessions"
CREATE INDEX `educationsession_held_on_id` ON `education_sessions` (`held_on`, `id`);
-- create index "educationsession_leader_id" to table: "education_sessions"
CREATE INDEX `educationsession_leader_id` ON `education_sessions` (`leader_id`);
-- create index "educationsession_recorded_by_state_held_on" to table: "education_sessions"
CREATE INDEX `educationsession_recorded_by_state_held_on` ON `education_sessions` (`recorded_by`, `state`, `held_on`);
-- create index "educationsession_state_held_on" to table: "education_sessions"
CREATE INDEX `educationsession_state_held_on` ON `education_sessions` (`state`, `held_on`);
-- create "education_session_measures" table
CREATE TABLE `education_session_measures` (`education_session_id` integer NOT NULL, `measure_id` integer NOT NULL, PRIMARY KEY (`education_session_id`, `measure_id`), CONSTRAINT `education_session_measures_education_session_id` FOREIGN KEY (`education_session_id`) REFERENCES `education_sessions` (`id`) ON DELETE CASCADE, CONSTRAINT `education_session_measures_measure_id` FOREIGN KEY (`measure_id`) REFERENCES `measures` (`id`) ON DELETE CASCADE);
-- create index "education_session_measures_measure_id" to table: "education_session_measures"
CREATE INDEX `education_session_measures_measure_id` ON `education_session_measures` (`measure_id`);
-- create "new_measure_tasks" table
CREATE TABLE `new_measure_tasks` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `created_at` datetime NOT NULL, `updated_at` datetime NOT NULL, `version` integer NOT NULL DEFAULT (1), `l1` integer NOT NULL DEFAULT (0), `l2` integer NOT NULL DEFAULT (0), `l3` integer NOT NULL DEFAULT (0), `l4` integer NOT NULL DEFAULT (0), `l5` integer NOT NULL DEFAULT (0), `l6` integer NOT NULL DEFAULT (0), `kind` text NOT NULL, `work` text NOT NULL, `wants_file` bool NOT NULL, `tier` text NOT NULL, `from_day` date NOT NULL, `due_on` date NOT NULL, `state` text NOT NULL, `note` text NOT NULL DEFAULT (''), `finding` text NULL, `done_at` datetime NULL, `done_by` integer NULL, `done_name` text NOT NULL DEFAULT (''), `unit_id` integer NOT NULL, `schedule_id` integer NOT NULL, `measure_id` integer NOT NULL, `person_id` integer NULL, `session_id` integer NULL, CONSTRAINT `measure_tasks_units_unit` FOREIGN KEY (`unit_id`) REFERENCES `units` (`id`) ON DELETE RESTRICT, CONSTRAINT `measure_tasks_task_schedules_schedule` FOREIGN KEY (`schedule_id`) REFERENCES `task_schedules` (`id`) ON DELETE RESTRICT, CONSTRAINT `measure_tasks_measures_measure` FOREIGN KEY (`measure_id`) REFERENCES `measures` (`id`) ON DELETE RESTRICT, CONSTRAINT `measure_tasks_persons_person` FOREIGN KEY (`person_id`) REFERENCES `persons` (`id`) ON DELETE RESTRICT, CONSTRAINT `measure_tasks_education_sessions_session` FOREIGN KEY (`session_id`) REFERENCES `education_sessions` (`id`) ON DELETE RESTRICT);
-- set sequence for "new_measure_tasks" table
INSERT INTO sqlite_sequence (name, seq) VALUES ("new_measure_tasks", 339302416384);
-- copy rows from old table "measure_tasks" to new temporary table "new_measure_tasks"
INSERT INTO `new_measure_tasks` (`id`, `created_at`, `updated_at`, `version`, `l1`, `l2`, `l3`, `l4`, `l5`, `l6`, `kind`, `work`, `wants_file`, `tier`, `from_day`, `due_on`, `state`, `note`, `finding`, `done_at`, `done_by`, `done_name`, `unit_id`, `schedule_id`, `measure_id`, `person_id`) SELECT `id`, `created_at`, `updated_at`, `version`, `l1`, `l2`, `l3`, `l4`, `l5`, `l6`, `kind`, `work`, `wants_file`, `tier`, `from_day`, `due_on`, `state`, `note`, `finding`, `done_at`, `done_by`, `done_name`, `unit_id`, `schedule_id`, `measure_id`, `person_id` FROM `measure_tasks`;
-- drop "measure_tasks" table after copying rows
DROP TABLE `measure_tasks`;
-- rename temporary table "new_measure_tasks" to "measure_tasks"
ALTER TABLE `new_measure_tasks` RENAME TO `measure_tasks`;
-- create index "measuretask_unit_id" to table: "measure_tasks"
CREATE INDEX `measuretask_unit_id` ON `measure_tasks` (`unit_id`);
-- create index "measuretask_l1_state_due_on_id" to table: "measure_tasks"
CREATE INDEX `measuretask_l1_state_due_on_id` ON `measure_tasks` (`l1`, `state`, `due_on`, `id`);
-- create index "measuretask_l2_state_due_on_id" to table: "measure_tasks"
CREATE INDEX `measuretask_l2_state_due_on_id` ON `measure_tasks` (`l2`, `state`, `due_on`, `id`);
-- create index "measuretask_l3_state_due_on_id" to table: "measure_tasks"
CREATE INDEX `measuretask_l3_state_due_on_id` ON `measure_tasks` (`l3`, `state`, `due_on`, `id`);
-- create index "measuretask_l4_state_due_on_id" to table: "measure_tasks"
CREATE INDEX `measuretask_l4_state_due_on_id` ON `measure_tasks` (`l4`, `state`, `due_on`, `id`);
-- create index "measuretask_l5_state_due_on_id" to table: "measure_tasks"
CREATE INDEX `measuretask_l5_state_due_on_id` ON `measure_tasks` (`l5`, `state`, `due_on`, `id`);
-- create index "measuretask_l6_state_due_on_id" to table: "measure_tasks"
CREATE INDEX `measuretask_l6_state_due_on_id` ON `measure_tasks` (`l6`, `state`, `due_on`, `id`);
-- create index "measuretask_schedule_id_from_day" to table: "measure_tasks"
CREATE UNIQUE INDEX `measuretask_schedule_id_from_day` ON `measure_tasks` (`schedule_id`, `from_day`);
-- create index "measuretask_measure_id_from_day" to table: "measure_tasks"
CREATE INDEX `measuretask_measure_id_from_day` ON `measure_tasks` (`measure_id`, `from_day`);
-- create index "measuretask_person_id_state_due_on" to table: "measure_tasks"
CREATE INDEX `measuretask_person_id_state_due_on` ON `measure_tasks` (`person_id`, `state`, `due_on`);
-- create index "measuretask_state_due_on" to table: "measure_tasks"
CREATE INDEX `measuretask_state_due_on` ON `measure_tasks` (`state`, `due_on`);
-- create index "measuretask_session_id" to table: "measure_tasks"
CREATE INDEX `measuretask_session_id` ON `measure_tasks` (`session_id`);
-- enable back the enforcement of foreign-keys constraints
PRAGMA foreign_keys = on;

-- +goose Down
-- reverse: create index "education_session_measures_measure_id" to table: "education_session_measures"
DROP INDEX `education_session_measures_measure_id`;
-- reverse: create "education_session_measures" table
DROP TABLE `education_session_measures`;
-- reverse: create index "educationsession_state_held_on" to table: "education_sessions"
DROP INDEX `educationsession_state_held_on`;
-- reverse: create index "educationsession_recorded_by_state_held_on" to table: "education_sessions"
DROP INDEX `educationsession_recorded_by_state_held_on`;
-- reverse: create index "educationsession_leader_id" to table: "education_sessions"
DROP INDEX `educationsession_leader_id`;
-- reverse: create index "educationsession_held_on_id" to table: "education_sessions"
DROP INDEX `educationsession_held_on_id`;
-- reverse: create index "educationsession_l6_held_on_id" to table: "education_sessions"
DROP INDEX `educationsession_l6_held_on_id`;
-- reverse: create index "educationsession_l5_held_on_id" to table: "education_sessions"
DROP INDEX `educationsession_l5_held_on_id`;
-- reverse: create index "educationsession_l4_held_on_id" to table: "education_sessions"
DROP INDEX `educationsession_l4_held_on_id`;
-- reverse: create index "educationsession_l3_held_on_id" to table: "education_sessions"
DROP INDEX `educationsession_l3_held_on_id`;
-- reverse: create index "educationsession_l2_held_on_id" to table: "education_sessions"
DROP INDEX `educationsession_l2_held_on_id`;
-- reverse: create index "educationsession_l1_held_on_id" to table: "education_sessions"
DROP INDEX `educationsession_l1_held_on_id`;
-- reverse: create index "educationsession_unit_id" to table: "education_sessions"
DROP INDEX `educationsession_unit_id`;
-- reverse: set sequence for "education_sessions" table
UPDATE sqlite_sequence SET seq = 0 WHERE name = "education_sessions";
-- reverse: create "education_sessions" table
DROP TABLE `education_sessions`;
-- reverse: create index "educationparticipant_person_id" to table: "education_participants"
DROP INDEX `educationparticipant_person_id`;
-- reverse: create index "educationparticipant_session_id_person_id" to table: "education_participants"
DROP INDEX `educationparticipant_session_id_person_id`;
-- reverse: create index "educationparticipant_unit_id" to table: "education_participants"
DROP INDEX `educationparticipant_unit_id`;
-- reverse: set sequence for "education_participants" table
UPDATE sqlite_sequence SET seq = 0 WHERE name = "education_participants";
-- reverse: create "education_participants" table
DROP TABLE `education_participants`;
-- reverse: create index "measuretask_session_id" to table: "measure_tasks"
DROP INDEX `measuretask_session_id`;
-- reverse: create index "measuretask_state_due_on" to table: "measure_tasks"
DROP INDEX `measuretask_state_due_on`;
-- reverse: create index "measuretask_person_id_state_due_on" to table: "measure_tasks"
DROP INDEX `measuretask_person_id_state_due_on`;
-- reverse: create index "measuretask_measure_id_from_day" to table: "measure_tasks"
DROP INDEX `measuretask_measure_id_from_day`;
-- reverse: create index "measuretask_schedule_id_from_day" to table: "measure_tasks"
DROP INDEX `measuretask_schedule_id_from_day`;
-- reverse: create index "measuretask_l6_state_due_on_id" to table: "measure_tasks"
DROP INDEX `measuretask_l6_state_due_on_id`;
-- reverse: create index "measuretask_l5_state_due_on_id" to table: "measure_tasks"
DROP INDEX `measuretask_l5_state_due_on_id`;
-- reverse: create index "measuretask_l4_state_due_on_id" to table: "measure_tasks"
DROP INDEX `measuretask_l4_state_due_on_id`;
-- reverse: create index "measuretask_l3_state_due_on_id" to table: "measure_tasks"
DROP INDEX `measuretask_l3_state_due_on_id`;
-- reverse: create index "measuretask_l2_state_due_on_id" to table: "measure_tasks"
DROP INDEX `measuretask_l2_state_due_on_id`;
-- reverse: create index "measuretask_l1_state_due_on_id" to table: "measure_tasks"
DROP INDEX `measuretask_l1_state_due_on_id`;
-- reverse: create index "measuretask_unit_id" to table: "measure_tasks"
DROP INDEX `measuretask_unit_id`;
-- reverse: set sequence for "new_measure_tasks" table
UPDATE sqlite_sequence SET seq = 0 WHERE name = "new_measure_tasks";
-- reverse: create "new_measure_tasks" table
DROP TABLE `new_measure_tasks`;
