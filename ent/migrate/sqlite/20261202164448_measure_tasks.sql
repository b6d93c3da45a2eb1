-- +goose Up
-- create "measure_tasks" table
CREATE TABLE `measure_tasks` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `created_at` datetime NOT NULL, `updated_at` datetime NOT NULL, `version` integer NOT NULL DEFAULT (1), `l1` integer NOT NULL DEFAULT (0), `l2` integer NOT NULL DEFAULT (0), `l3` integer NOT NULL DEFAULT (0), `l4` integer NOT NULL DEFAULT (0), `l5` integer NOT NULL DEFAULT (0), `l6` integer NOT NULL DEFAULT (0), `kind` text NOT NULL, `work` text NOT NULL, `wants_file` bool NOT NULL, `tier` text NOT NULL, `from_day` date NOT NULL, `due_on` date NOT NULL, `state` text NOT NULL, `note` text NOT NULL DEFAULT (''), `finding` text NULL, `done_at` datetime NULL, `done_by` integer NULL, `done_name` text NOT NULL DEFAULT (''), `unit_id` integer NOT NULL, `schedule_id` integer NOT NULL, `measure_id` integer NOT NULL, `person_id` integer NULL, CONSTRAINT `measure_tasks_units_unit` FOREIGN KEY (`unit_id`) REFERENCES `units` (`id`) ON DELETE RESTRICT, CONSTRAINT `measure_tasks_task_schedules_schedule` FOREIGN KEY (`schedule_id`) REFERENCES `task_schedules` (`id`) ON DELETE RESTRICT, CONSTRAINT `measure_tasks_measures_measure` FOREIGN KEY (`measure_id`) REFERENCES `measures` (`id`) ON DELETE RESTRICT, CONSTRAINT `measure_tasks_persons_person` FOREIGN KEY (`person_id`) REFERENCES `persons` (`id`) ON DELETE RESTRICT);
-- set sequence for "measure_tasks" table
INSERT INTO sqlite_sequence (name, seq) VALUES ("measure_tasks", 339302416384);
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
-- create "task_schedules" table
CREATE TABLE `task_schedules` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `created_at` datetime NOT NULL, `updated_at` datetime NOT NULL, `version` integer NOT NULL DEFAULT (1), `l1` integer NOT NULL DEFAULT (0), `l2` integer NOT NULL DEFAULT (0), `l3` integer NOT NULL DEFAULT (0), `l4` integer NOT NULL DEFAULT (0), `l5` integer NOT NULL DEFAULT (0), `l6` integer NOT NULL DEFAULT (0), `kind` text NOT NULL, `work` text NOT NULL, `every` text NOT NULL, `wants_file` bool NOT NULL DEFAULT (false), `starts_on` date NOT NULL, `next_on` date NULL, `stopped_reason` text NOT NULL DEFAULT (''), `unit_id` integer NOT NULL, `measure_id` integer NOT NULL, `person_id` integer NULL, CONSTRAINT `task_schedules_units_unit` FOREIGN KEY (`unit_id`) REFERENCES `units` (`id`) ON DELETE RESTRICT, CONSTRAINT `task_schedules_measures_measure` FOREIGN KEY (`measure_id`) REFERENCES `measures` (`id`) ON DELETE RESTRICT, CONSTRAINT `task_schedules_persons_person` FOREIGN KEY (`person_id`) REFERENCES `persons` (`id`) ON DELETE RESTRICT);
-- set sequence for "task_schedules" table
INSERT INTO sqlite_sequence (name, seq) VALUES ("task_schedules", 343597383680);
-- create index "taskschedule_unit_id" to table: "task_schedules"
CREATE INDEX `taskschedule_unit_id` ON `task_schedules` (`unit_id`);
-- create index "taskschedule_l1_id" to table: "task_schedules"
CREATE INDEX `taskschedule_l1_id` ON `task_schedules` (`l1`, `id`);
-- create index "taskschedule_l2_id" to table: "task_schedules"
CREATE INDEX `taskschedule_l2_id` ON `task_schedules` (`l2`, `id`);
-- create index "taskschedule_l3_id" to table: "task_schedules"
CREATE INDEX `taskschedule_l3_id` ON `task_schedules` (`l3`, `id`);
-- create index "taskschedule_l4_id" to table: "task_schedules"
CREATE INDEX `taskschedule_l4_id` ON `task_schedules` (`l4`, `id`);
-- create index "taskschedule_l5_id" to table: "task_schedules"
CREATE INDEX `taskschedule_l5_id` ON `task_schedules` (`l5`, `id`);
-- create index "taskschedule_l6_id" to table: "task_schedules"
CREATE INDEX `taskschedule_l6_id` ON `task_schedules` (`l6`, `id`);
-- create index "taskschedule_measure_id_kind" to table: "task_schedules"
CREATE UNIQUE INDEX `taskschedule_measure_id_kind` ON `task_schedules` (`measure_id`, `kind`);
-- create index "taskschedule_person_id" to table: "task_schedules"
CREATE INDEX `taskschedule_person_id` ON `task_schedules` (`person_id`);
-- create index "taskschedule_next_on" to table: "task_schedules"
CREATE INDEX `taskschedule_next_on` ON `task_schedules` (`next_on`);

-- +goose Down
-- reverse: create index "taskschedule_next_on" to table: "task_schedules"
DROP INDEX `taskschedule_next_on`;
-- reverse: create index "taskschedule_person_id" to table: "task_schedules"
DROP INDEX `taskschedule_person_id`;
-- reverse: create index "taskschedule_measure_id_kind" to table: "task_schedules"
DROP INDEX `taskschedule_measure_id_kind`;
-- reverse: create index "taskschedule_l6_id" to table: "task_schedules"
DROP INDEX `taskschedule_l6_id`;
-- reverse: create index "taskschedule_l5_id" to table: "task_schedules"
DROP INDEX `taskschedule_l5_id`;
-- reverse: create index "taskschedule_l4_id" to table: "task_schedules"
DROP INDEX `taskschedule_l4_id`;
-- reverse: create index "taskschedule_l3_id" to table: "task_schedules"
DROP INDEX `taskschedule_l3_id`;
-- reverse: create index "taskschedule_l2_id" to table: "task_schedules"
DROP INDEX `taskschedule_l2_id`;
-- reverse: create index "taskschedule_l1_id" to table: "task_schedules"
DROP INDEX `taskschedule_l1_id`;
-- reverse: create index "taskschedule_unit_id" to table: "task_schedules"
DROP INDEX `taskschedule_unit_id`;
-- reverse: set sequence for "task_schedules" table
UPDATE sqlite_sequence SET seq = 0 WHERE name = "task_schedules";
-- reverse: create "task_schedules" table
DROP TABLE `task_schedules`;
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
-- reverse: set sequence for "measure_tasks" table
UPDATE sqlite_sequence SET seq = 0 WHERE name = "measure_tasks";
-- reverse: create "measure_tasks" table
DROP TABLE `measure_tasks`;
