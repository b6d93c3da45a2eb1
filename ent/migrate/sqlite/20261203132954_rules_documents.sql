-- +goose Up
-- create "rules_documents" table
CREATE TABLE `rules_documents` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `created_at` datetime NOT NULL, `updated_at` datetime NOT NULL, `version` integer NOT NULL DEFAULT (1), `l1` integer NOT NULL DEFAULT (0), `l2` integer NOT NULL DEFAULT (0), `l3` integer NOT NULL DEFAULT (0), `l4` integer NOT NULL DEFAULT (0), `l5` integer NOT NULL DEFAULT (0), `l6` integer NOT NULL DEFAULT (0), `title_folded` text NULL, `title` text NOT NULL, `kind` text NOT NULL, `numbers` text NOT NULL DEFAULT (''), `in_force_from` date NULL, `repealed_from` date NULL, `repealed_reason` text NOT NULL DEFAULT (''), `repealed_review_days` integer NOT NULL DEFAULT (0), `unit_id` integer NOT NULL, CONSTRAINT `rules_documents_units_unit` FOREIGN KEY (`unit_id`) REFERENCES `units` (`id`) ON DELETE RESTRICT);
-- set sequence for "rules_documents" table
INSERT INTO sqlite_sequence (name, seq) VALUES ("rules_documents", 365072220160);
-- create index "rulesdocument_unit_id" to table: "rules_documents"
CREATE INDEX `rulesdocument_unit_id` ON `rules_documents` (`unit_id`);
-- create index "rulesdocument_unit_id_title_folded" to table: "rules_documents"
CREATE UNIQUE INDEX `rulesdocument_unit_id_title_folded` ON `rules_documents` (`unit_id`, `title_folded`);
-- create index "rulesdocument_l1_title_id" to table: "rules_documents"
CREATE INDEX `rulesdocument_l1_title_id` ON `rules_documents` (`l1`, `title`, `id`);
-- create index "rulesdocument_l2_title_id" to table: "rules_documents"
CREATE INDEX `rulesdocument_l2_title_id` ON `rules_documents` (`l2`, `title`, `id`);
-- create index "rulesdocument_l3_title_id" to table: "rules_documents"
CREATE INDEX `rulesdocument_l3_title_id` ON `rules_documents` (`l3`, `title`, `id`);
-- create index "rulesdocument_l4_title_id" to table: "rules_documents"
CREATE INDEX `rulesdocument_l4_title_id` ON `rules_documents` (`l4`, `title`, `id`);
-- create index "rulesdocument_l5_title_id" to table: "rules_documents"
CREATE INDEX `rulesdocument_l5_title_id` ON `rules_documents` (`l5`, `title`, `id`);
-- create index "rulesdocument_l6_title_id" to table: "rules_documents"
CREATE INDEX `rulesdocument_l6_title_id` ON `rules_documents` (`l6`, `title`, `id`);
-- create index "rulesdocument_title_id" to table: "rules_documents"
CREATE INDEX `rulesdocument_title_id` ON `rules_documents` (`title`, `id`);
-- create "rules_editions" table
CREATE TABLE `rules_editions` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `revision` integer NOT NULL, `number` text NOT NULL DEFAULT (''), `issued_by` text NOT NULL DEFAULT (''), `issued_on` date NULL, `from_day` date NOT NULL, `changes` text NOT NULL DEFAULT (''), `link` text NOT NULL DEFAULT (''), `text` text NOT NULL DEFAULT (''), `review_days` integer NOT NULL, `at` datetime NOT NULL, `account_id` integer NULL, `actor_name` text NOT NULL DEFAULT (''), `withdrawn_at` datetime NULL, `withdrawn_reason` text NOT NULL DEFAULT (''), `document_id` integer NOT NULL, CONSTRAINT `rules_editions_rules_documents_document` FOREIGN KEY (`document_id`) REFERENCES `rules_documents` (`id`) ON DELETE RESTRICT);
-- set sequence for "rules_editions" table
INSERT INTO sqlite_sequence (name, seq) VALUES ("rules_editions", 369367187456);
-- create index "rulesedition_document_id_revision" to table: "rules_editions"
CREATE UNIQUE INDEX `rulesedition_document_id_revision` ON `rules_editions` (`document_id`, `revision`);
-- create "rules_links" table
CREATE TABLE `rules_links` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `l1` integer NOT NULL DEFAULT (0), `l2` integer NOT NULL DEFAULT (0), `l3` integer NOT NULL DEFAULT (0), `l4` integer NOT NULL DEFAULT (0), `l5` integer NOT NULL DEFAULT (0), `l6` integer NOT NULL DEFAULT (0), `at` datetime NOT NULL, `account_id` integer NULL, `actor_name` text NOT NULL DEFAULT (''), `unit_id` integer NOT NULL, `document_id` integer NOT NULL, `power_id` integer NULL, `measure_id` integer NULL, CONSTRAINT `rules_links_units_unit` FOREIGN KEY (`unit_id`) REFERENCES `units` (`id`) ON DELETE RESTRICT, CONSTRAINT `rules_links_rules_documents_document` FOREIGN KEY (`document_id`) REFERENCES `rules_documents` (`id`) ON DELETE RESTRICT, CONSTRAINT `rules_links_powers_power` FOREIGN KEY (`power_id`) REFERENCES `powers` (`id`) ON DELETE RESTRICT, CONSTRAINT `rules_links_measures_measure` FOREIGN KEY (`measure_id`) REFERENCES `measures` (`id`) ON DELETE RESTRICT);
-- set sequence for "rules_links" table
INSERT INTO sqlite_sequence (name, seq) VALUES ("rules_links", 373662154752);
-- create index "ruleslink_unit_id" to table: "rules_links"
CREATE INDEX `ruleslink_unit_id` ON `rules_links` (`unit_id`);
-- create index "ruleslink_l1_document_id_at" to table: "rules_links"
CREATE INDEX `ruleslink_l1_document_id_at` ON `rules_links` (`l1`, `document_id`, `at`);
-- create index "ruleslink_l2_document_id_at" to table: "rules_links"
CREATE INDEX `ruleslink_l2_document_id_at` ON `rules_links` (`l2`, `document_id`, `at`);
-- create index "ruleslink_l3_document_id_at" to table: "rules_links"
CREATE INDEX `ruleslink_l3_document_id_at` ON `rules_links` (`l3`, `document_id`, `at`);
-- create index "ruleslink_l4_document_id_at" to table: "rules_links"
CREATE INDEX `ruleslink_l4_document_id_at` ON `rules_links` (`l4`, `document_id`, `at`);
-- create index "ruleslink_l5_document_id_at" to table: "rules_links"
CREATE INDEX `ruleslink_l5_document_id_at` ON `rules_links` (`l5`, `document_id`, `at`);
-- create index "ruleslink_l6_document_id_at" to table: "rules_links"
CREATE INDEX `ruleslink_l6_document_id_at` ON `rules_links` (`l6`, `document_id`, `at`);
-- create index "ruleslink_document_id_power_id" to table: "rules_links"
CREATE UNIQUE INDEX `ruleslink_document_id_power_id` ON `rules_links` (`document_id`, `power_id`);
-- create index "ruleslink_document_id_measure_id" to table: "rules_links"
CREATE UNIQUE INDEX `ruleslink_document_id_measure_id` ON `rules_links` (`document_id`, `measure_id`);
-- create index "ruleslink_document_id_at" to table: "rules_links"
CREATE INDEX `ruleslink_document_id_at` ON `rules_links` (`document_id`, `at`);
-- create index "ruleslink_power_id" to table: "rules_links"
CREATE INDEX `ruleslink_power_id` ON `rules_links` (`power_id`);
-- create index "ruleslink_measure_id" to table: "rules_links"
CREATE INDEX `ruleslink_measure_id` ON `rules_links` (`measure_id`);
-- create "rules_reviews" table
CREATE TABLE `rules_reviews` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `created_at` datetime NOT NULL, `updated_at` datetime NOT NULL, `version` integer NOT NULL DEFAULT (1), `l1` integer NOT NULL DEFAULT (0), `l2` integer NOT NULL DEFAULT (0), `l3` integer NOT NULL DEFAULT (0), `l4` integer NOT NULL DEFAULT (0), `l5` integer NOT NULL DEFAULT (0), `l6` integer NOT NULL DEFAULT (0), `title` text NOT NULL, `subject` text NOT NULL, `tier` text NOT NULL, `asked_on` date NOT NULL, `due_on` date NOT NULL, `state` text NOT NULL, `note` text NOT NULL DEFAULT (''), `answered_at` datetime NULL, `answered_by` integer NULL, `answered_name` text NOT NULL DEFAULT (''), `unit_id` integer NOT NULL, `document_id` integer NOT NULL, `edition_id` integer NULL, `power_id` integer NULL, `measure_id` integer NULL, `person_id` integer NULL, CONSTRAINT `rules_reviews_units_unit` FOREIGN KEY (`unit_id`) REFERENCES `units` (`id`) ON DELETE RESTRICT, CONSTRAINT `rules_reviews_rules_documents_document` FOREIGN KEY (`document_id`) REFERENCES `rules_documents` (`id`) ON DELETE RESTRICT, CONSTRAINT `rules_reviews_rules_editions_edition` FOREIGN KEY (`edition_id`) REFERENCES `rules_editions` (`id`) ON DELETE RESTRICT, CONSTRAINT `rules_reviews_powers_power` FOREIGN KEY (`power_id`) REFERENCES `powers` (`id`) ON DELETE RESTRICT, CONSTRAINT `rules_reviews_measures_measure` FOREIGN KEY (`measure_id`) REFERENCES `measures` (`id`) ON DELETE RESTRICT, CONSTRAINT `rules_reviews_persons_person` FOREIGN KEY (`person_id`) REFERENCES `persons` (`id`) ON DELETE RESTRICT);
-- set sequence for "rules_reviews" table
INSERT INTO sqlite_sequence (name, seq) VALUES ("rules_reviews", 377957122048);
-- create index "rulesreview_unit_id" to table: "rules_reviews"
CREATE INDEX `rulesreview_unit_id` ON `rules_reviews` (`unit_id`);
-- create index "rulesreview_l1_state_due_on_id" to table: "rules_reviews"
CREATE INDEX `rulesreview_l1_state_due_on_id` ON `rules_reviews` (`l1`, `state`, `due_on`, `id`);
-- create index "rulesreview_l2_state_due_on_id" to table: "rules_reviews"
CREATE INDEX `rulesreview_l2_state_due_on_id` ON `rules_reviews` (`l2`, `state`, `due_on`, `id`);
-- create index "rulesreview_l3_state_due_on_id" to table: "rules_reviews"
CREATE INDEX `rulesreview_l3_state_due_on_id` ON `rules_reviews` (`l3`, `state`, `due_on`, `id`);
-- create index "rulesreview_l4_state_due_on_id" to table: "rules_reviews"
CREATE INDEX `rulesreview_l4_state_due_on_id` ON `rules_reviews` (`l4`, `state`, `due_on`, `id`);
-- create index "rulesreview_l5_state_due_on_id" to table: "rules_reviews"
CREATE INDEX `rulesreview_l5_state_due_on_id` ON `rules_reviews` (`l5`, `state`, `due_on`, `id`);
-- create index "rulesreview_l6_state_due_on_id" to table: "rules_reviews"
CREATE INDEX `rulesreview_l6_state_due_on_id` ON `rules_reviews` (`l6`, `state`, `due_on`, `id`);
-- create index "rulesreview_document_id_state_due_on" to table: "rules_reviews"
CREATE INDEX `rulesreview_document_id_state_due_on` ON `rules_reviews` (`document_id`, `state`, `due_on`);
-- create index "rulesreview_power_id_state" to table: "rules_reviews"
CREATE INDEX `rulesreview_power_id_state` ON `rules_reviews` (`power_id`, `state`);
-- create index "rulesreview_measure_id_state" to table: "rules_reviews"
CREATE INDEX `rulesreview_measure_id_state` ON `rules_reviews` (`measure_id`, `state`);
-- create index "rulesreview_person_id_state_due_on" to table: "rules_reviews"
CREATE INDEX `rulesreview_person_id_state_due_on` ON `rules_reviews` (`person_id`, `state`, `due_on`);
-- create index "rulesreview_state_due_on" to table: "rules_reviews"
CREATE INDEX `rulesreview_state_due_on` ON `rules_reviews` (`state`, `due_on`);

-- +goose Down
-- reverse: create index "rulesreview_state_due_on" to table: "rules_reviews"
DROP INDEX `rulesreview_state_due_on`;
-- reverse: create index "rulesreview_person_id_state_due_on" to table: "rules_reviews"
DROP INDEX `rulesreview_person_id_state_due_on`;
-- reverse: create index "rulesreview_measure_id_state" to table: "rules_reviews"
DROP INDEX `rulesreview_measure_id_state`;
-- reverse: create index "rulesreview_power_id_state" to table: "rules_reviews"
DROP INDEX `rulesreview_power_id_state`;
-- reverse: create index "rulesreview_document_id_state_due_on" to table: "rules_reviews"
DROP INDEX `rulesreview_document_id_state_due_on`;
-- reverse: create index "rulesreview_l6_state_due_on_id" to table: "rules_reviews"
DROP INDEX `rulesreview_l6_state_due_on_id`;
-- reverse: create index "rulesreview_l5_state_due_on_id" to table: "rules_reviews"
DROP INDEX `rulesreview_l5_state_due_on_id`;
-- reverse: create index "rulesreview_l4_state_due_on_id" to table: "rules_reviews"
DROP INDEX `rulesreview_l4_state_due_on_id`;
-- reverse: create index "rulesreview_l3_state_due_on_id" to table: "rules_reviews"
DROP INDEX `rulesreview_l3_state_due_on_id`;
-- reverse: create index "rulesreview_l2_state_due_on_id" to table: "rules_reviews"
DROP INDEX `rulesreview_l2_state_due_on_id`;
-- reverse: create index "rulesreview_l1_state_due_on_id" to table: "rules_reviews"
DROP INDEX `rulesreview_l1_state_due_on_id`;
-- reverse: create index "rulesreview_unit_id" to table: "rules_reviews"
DROP INDEX `rulesreview_unit_id`;
-- reverse: set sequence for "rules_reviews" table
UPDATE sqlite_sequence SET seq = 0 WHERE name = "rules_reviews";
-- reverse: create "rules_reviews" table
DROP TABLE `rules_reviews`;
-- reverse: create index "ruleslink_measure_id" to table: "rules_links"
DROP INDEX `ruleslink_measure_id`;
-- reverse: create index "ruleslink_power_id" to table: "rules_links"
DROP INDEX `ruleslink_power_id`;
-- reverse: create index "ruleslink_document_id_at" to table: "rules_links"
DROP INDEX `ruleslink_document_id_at`;
-- reverse: create index "ruleslink_document_id_measure_id" to table: "rules_links"
DROP INDEX `ruleslink_document_id_measure_id`;
-- reverse: create index "ruleslink_document_id_power_id" to table: "rules_links"
DROP INDEX `ruleslink_document_id_power_id`;
-- reverse: create index "ruleslink_l6_document_id_at" to table: "rules_links"
DROP INDEX `ruleslink_l6_document_id_at`;
-- reverse: create index "ruleslink_l5_document_id_at" to table: "rules_links"
DROP INDEX `ruleslink_l5_document_id_at`;
-- reverse: create index "ruleslink_l4_document_id_at" to table: "rules_links"
DROP INDEX `ruleslink_l4_document_id_at`;
-- reverse: create index "ruleslink_l3_document_id_at" to table: "rules_links"
DROP INDEX `ruleslink_l3_document_id_at`;
-- reverse: create index "ruleslink_l2_document_id_at" to table: "rules_links"
DROP INDEX `ruleslink_l2_document_id_at`;
-- reverse: create index "ruleslink_l1_document_id_at" to table: "rules_links"
DROP INDEX `ruleslink_l1_document_id_at`;
-- reverse: create index "ruleslink_unit_id" to table: "rules_links"
DROP INDEX `ruleslink_unit_id`;
-- reverse: set sequence for "rules_links" table
UPDATE sqlite_sequence SET seq = 0 WHERE name = "rules_links";
-- reverse: create "rules_links" table
DROP TABLE `rules_links`;
-- reverse: create index "rulesedition_document_id_revision" to table: "rules_editions"
DROP INDEX `rulesedition_document_id_revision`;
-- reverse: set sequence for "rules_editions" table
UPDATE sqlite_sequence SET seq = 0 WHERE name = "rules_editions";
-- reverse: create "rules_editions" table
DROP TABLE `rules_editions`;
-- reverse: create index "rulesdocument_title_id" to table: "rules_documents"
DROP INDEX `rulesdocument_title_id`;
-- reverse: create index "rulesdocument_l6_title_id" to table: "rules_documents"
DROP INDEX `rulesdocument_l6_title_id`;
-- reverse: create index "rulesdocument_l5_title_id" to table: "rules_documents"
DROP INDEX `rulesdocument_l5_title_id`;
-- reverse: create index "rulesdocument_l4_title_id" to table: "rules_documents"
DROP INDEX `rulesdocument_l4_title_id`;
-- reverse: create index "rulesdocument_l3_title_id" to table: "rules_documents"
DROP INDEX `rulesdocument_l3_title_id`;
-- reverse: create index "rulesdocument_l2_title_id" to table: "rules_documents"
DROP INDEX `rulesdocument_l2_title_id`;
-- reverse: create index "rulesdocument_l1_title_id" to table: "rules_documents"
DROP INDEX `rulesdocument_l1_title_id`;
-- reverse: create index "rulesdocument_unit_id_title_folded" to table: "rules_documents"
DROP INDEX `rulesdocument_unit_id_title_folded`;
-- reverse: create index "rulesdocument_unit_id" to table: "rules_documents"
DROP INDEX `rulesdocument_unit_id`;
-- reverse: set sequence for "rules_documents" table
UPDATE sqlite_sequence SET seq = 0 WHERE name = "rules_documents";
-- reverse: create "rules_documents" table
DROP TABLE `rules_documents`;
