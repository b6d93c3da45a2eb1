-- +goose Up
-- create "instructions" table
CREATE TABLE `instructions` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `created_at` datetime NOT NULL, `updated_at` datetime NOT NULL, `version` integer NOT NULL DEFAULT (1), `l1` integer NOT NULL DEFAULT (0), `l2` integer NOT NULL DEFAULT (0), `l3` integer NOT NULL DEFAULT (0), `l4` integer NOT NULL DEFAULT (0), `l5` integer NOT NULL DEFAULT (0), `l6` integer NOT NULL DEFAULT (0), `bureau_id` integer NOT NULL, `year` integer NOT NULL, `serial` integer NOT NULL, `title` text NOT NULL, `demand` text NOT NULL, `risks` integer NOT NULL, `given_by` integer NOT NULL, `giver_name` text NOT NULL, `giver_role` text NOT NULL, `state` text NOT NULL, `tier` text NOT NULL, `answer_by` date NULL, `due_on` date NOT NULL, `reply_in` integer NOT NULL, `hop_in` integer NOT NULL, `hops` integer NOT NULL DEFAULT (0), `next_hop_on` date NULL, `up_tier` text NULL, `answer` text NOT NULL DEFAULT (''), `answered_at` datetime NULL, `answered_by` integer NULL, `reported_at` datetime NULL, `closed_at` datetime NULL, `unit_id` integer NOT NULL, `person_id` integer NOT NULL, `giver_id` integer NOT NULL, `up_person_id` integer NULL, `answerer_id` integer NULL, CONSTRAINT `instructions_units_unit` FOREIGN KEY (`unit_id`) REFERENCES `units` (`id`) ON DELETE RESTRICT, CONSTRAINT `instructions_persons_person` FOREIGN KEY (`person_id`) REFERENCES `persons` (`id`) ON DELETE RESTRICT, CONSTRAINT `instructions_persons_giver` FOREIGN KEY (`giver_id`) REFERENCES `persons` (`id`) ON DELETE RESTRICT, CONSTRAINT `instructions_persons_up_person` FOREIGN KEY (`up_person_id`) REFERENCES `persons` (`id`) ON DELETE RESTRICT, CONSTRAINT `instructions_persons_answerer` FOREIGN KEY (`answerer_id`) REFERENCES `persons` (`id`) ON DELETE RESTRICT);
-- set sequence for "instructions" table
INSERT INTO sqlite_sequence (name, seq) VALUES ("instructions", 326417514496);
-- create index "instruction_unit_id" to table: "instructions"
CREATE INDEX `instruction_unit_id` ON `instructions` (`unit_id`);
-- create index "instruction_l1_state_due_on_id" to table: "instructions"
CREATE INDEX `instruction_l1_state_due_on_id` ON `instructions` (`l1`, `state`, `due_on`, `id`);
-- create index "instruction_l2_state_due_on_id" to table: "instructions"
CREATE INDEX `instruction_l2_state_due_on_id` ON `instructions` (`l2`, `state`, `due_on`, `id`);
-- create index "instruction_l3_state_due_on_id" to table: "instructions"
CREATE INDEX `instruction_l3_state_due_on_id` ON `instructions` (`l3`, `state`, `due_on`, `id`);
-- create index "instruction_l4_state_due_on_id" to table: "instructions"
CREATE INDEX `instruction_l4_state_due_on_id` ON `instructions` (`l4`, `state`, `due_on`, `id`);
-- create index "instruction_l5_state_due_on_id" to table: "instructions"
CREATE INDEX `instruction_l5_state_due_on_id` ON `instructions` (`l5`, `state`, `due_on`, `id`);
-- create index "instruction_l6_state_due_on_id" to table: "instructions"
CREATE INDEX `instruction_l6_state_due_on_id` ON `instructions` (`l6`, `state`, `due_on`, `id`);
-- create index "instruction_bureau_id_year_serial" to table: "instructions"
CREATE UNIQUE INDEX `instruction_bureau_id_year_serial` ON `instructions` (`bureau_id`, `year`, `serial`);
-- create index "instruction_person_id_state_due_on" to table: "instructions"
CREATE INDEX `instruction_person_id_state_due_on` ON `instructions` (`person_id`, `state`, `due_on`);
-- create index "instruction_giver_id_state_due_on" to table: "instructions"
CREATE INDEX `instruction_giver_id_state_due_on` ON `instructions` (`giver_id`, `state`, `due_on`);
-- create index "instruction_up_person_id_state" to table: "instructions"
CREATE INDEX `instruction_up_person_id_state` ON `instructions` (`up_person_id`, `state`);
-- create index "instruction_state_next_hop_on" to table: "instructions"
CREATE INDEX `instruction_state_next_hop_on` ON `instructions` (`state`, `next_hop_on`);
-- create "instruction_events" table
CREATE TABLE `instruction_events` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `position` integer NOT NULL, `kind` text NOT NULL, `at` datetime NOT NULL, `account_id` integer NULL, `actor_name` text NOT NULL DEFAULT (''), `tier` text NOT NULL, `due_on` date NOT NULL, `text` text NOT NULL DEFAULT (''), `instruction_id` integer NOT NULL, `person_id` integer NULL, CONSTRAINT `instruction_events_instructions_instruction` FOREIGN KEY (`instruction_id`) REFERENCES `instructions` (`id`) ON DELETE RESTRICT, CONSTRAINT `instruction_events_persons_person` FOREIGN KEY (`person_id`) REFERENCES `persons` (`id`) ON DELETE RESTRICT);
-- set sequence for "instruction_events" table
INSERT INTO sqlite_sequence (name, seq) VALUES ("instruction_events", 330712481792);
-- create index "instructionevent_instruction_id_position" to table: "instruction_events"
CREATE UNIQUE INDEX `instructionevent_instruction_id_position` ON `instruction_events` (`instruction_id`, `position`);
-- create "instruction_risks" table
CREATE TABLE `instruction_risks` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `position` integer NOT NULL, `title` text NOT NULL, `grade` text NOT NULL, `instruction_id` integer NOT NULL, `risk_point_id` integer NOT NULL, CONSTRAINT `instruction_risks_instructions_instruction` FOREIGN KEY (`instruction_id`) REFERENCES `instructions` (`id`) ON DELETE RESTRICT, CONSTRAINT `instruction_risks_risk_points_risk_point` FOREIGN KEY (`risk_point_id`) REFERENCES `risk_points` (`id`) ON DELETE RESTRICT);
-- set sequence for "instruction_risks" table
INSERT INTO sqlite_sequence (name, seq) VALUES ("instruction_risks", 335007449088);
-- create index "instructionrisk_instruction_id_position" to table: "instruction_risks"
CREATE UNIQUE INDEX `instructionrisk_instruction_id_position` ON `instruction_risks` (`instruction_id`, `position`);
-- create index "instructionrisk_risk_point_id_instruction_id" to table: "instruction_risks"
CREATE INDEX `instructionrisk_risk_point_id_instruction_id` ON `instruction_risks` (`risk_point_id`, `instruction_id`);

-- +goose Down
-- reverse: create index "instructionrisk_risk_point_id_instruction_id" to table: "instruction_risks"
DROP INDEX `instructionrisk_risk_point_id_instruction_id`;
-- reverse: create index "instructionrisk_instruction_id_position" to table: "instruction_risks"
DROP INDEX `instructionrisk_instruction_id_position`;
-- reverse: set sequence for "instruction_risks" table
UPDATE sqlite_sequence SET seq = 0 WHERE name = "instruction_risks";
-- reverse: create "instruction_risks" table
DROP TABLE `instruction_risks`;
-- reverse: create index "instructionevent_instruction_id_position" to table: "instruction_events"
DROP INDEX `instructionevent_instruction_id_position`;
-- reverse: set sequence for "instruction_events" table
UPDATE sqlite_sequence SET seq = 0 WHERE name = "instruction_events";
-- reverse: create "instruction_events" table
DROP TABLE `instruction_events`;
-- reverse: create index "instruction_state_next_hop_on" to table: "instructions"
DROP INDEX `instruction_state_next_hop_on`;
-- reverse: create index "instruction_up_person_id_state" to table: "instructions"
DROP INDEX `instruction_up_person_id_state`;
-- reverse: create index "instruction_giver_id_state_due_on" to table: "instructions"
DROP INDEX `instruction_giver_id_state_due_on`;
-- reverse: create index "instruction_person_id_state_due_on" to table: "instructions"
DROP INDEX `instruction_person_id_state_due_on`;
-- reverse: create index "instruction_bureau_id_year_serial" to table: "instructions"
DROP INDEX `instruction_bureau_id_year_serial`;
-- reverse: create index "instruction_l6_state_due_on_id" to table: "instructions"
DROP INDEX `instruction_l6_state_due_on_id`;
-- reverse: create index "instruction_l5_state_due_on_id" to table: "instructions"
DROP INDEX `instruction_l5_state_due_on_id`;
-- reverse: create index "instruction_l4_state_due_on_id" to table: "instructions"
DROP INDEX `instruction_l4_state_due_on_id`;
-- reverse: create index "instruction_l3_state_due_on_id" to table: "instructions"
DROP INDEX `instruction_l3_state_due_on_id`;
-- reverse: create index "instruction_l2_state_due_on_id" to table: "instructions"
DROP INDEX `instruction_l2_state_due_on_id`;
-- reverse: create index "instruction_l1_state_due_on_id" to table: "instructions"
DROP INDEX `instruction_l1_state_due_on_id`;
-- reverse: create index "instruction_unit_id" to table: "instructions"
DROP INDEX `instruction_unit_id`;
-- reverse: set sequence for "instructions" table
UPDATE sqlite_sequence SET seq = 0 WHERE name = "instructions";
-- reverse: create "instructions" table
DROP TABLE `instructions`;
