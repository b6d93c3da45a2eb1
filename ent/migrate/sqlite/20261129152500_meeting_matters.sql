-- +goose Up
-- add columns to table: "risk_points"
ALTER TABLE `risk_points` ADD COLUMN `outdated` bool NOT NULL DEFAULT (false);
ALTER TABLE `risk_points` ADD COLUMN `opening` bool NOT NULL DEFAULT (false);
ALTER TABLE `risk_points` ADD COLUMN `retiring` text NULL;
-- create index "riskpoint_retiring" to table: "risk_points"
CREATE INDEX `riskpoint_retiring` ON `risk_points` (`retiring`);
-- add columns to table: "measures"
ALTER TABLE `measures` ADD COLUMN `comprehensive` text NULL;
ALTER TABLE `measures` ADD COLUMN `comprehensive_text` text NOT NULL DEFAULT ('');
ALTER TABLE `measures` ADD COLUMN `comprehensive_meeting_id` integer NULL CONSTRAINT `measures_meetings_comprehensive_meeting` REFERENCES `meetings` (`id`) ON DELETE RESTRICT;
-- add columns to tables: "meetings", "meeting_members"
ALTER TABLE `meetings` ADD COLUMN `group_size` integer NOT NULL DEFAULT (0);
ALTER TABLE `meeting_members` ADD COLUMN `leading_group` bool NOT NULL DEFAULT (false);
-- An item is about a risk point, a unit or a measure, so that "risk_point_id" may be null, which
-- SQLite changes by a new table. The votes refer to it: they are copied first, so that no key is
-- ever without its row.
CREATE TABLE `new_meeting_items` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `version` integer NOT NULL DEFAULT (1), `l1` integer NOT NULL DEFAULT (0), `l2` integer NOT NULL DEFAULT (0), `l3` integer NOT NULL DEFAULT (0), `l4` integer NOT NULL DEFAULT (0), `l5` integer NOT NULL DEFAULT (0), `l6` integer NOT NULL DEFAULT (0), `kind` text NOT NULL DEFAULT ('GRADE'), `sort_order` integer NOT NULL DEFAULT (0), `proposed` text NOT NULL, `content` text NOT NULL DEFAULT (''), `ground` text NULL, `state` text NOT NULL, `decided` text NOT NULL DEFAULT ('U'), `reason` text NOT NULL DEFAULT (''), `proposal` bool NOT NULL DEFAULT (false), `settled` integer NOT NULL DEFAULT (0), `skipped` json NULL, `unit_id` integer NOT NULL, `meeting_id` integer NOT NULL, `risk_point_id` integer NULL, `about_unit_id` integer NULL, `measure_id` integer NULL, `assessment_id` integer NULL, CONSTRAINT `meeting_items_units_unit` FOREIGN KEY (`unit_id`) REFERENCES `units` (`id`) ON DELETE RESTRICT, CONSTRAINT `meeting_items_meetings_meeting` FOREIGN KEY (`meeting_id`) REFERENCES `meetings` (`id`) ON DELETE RESTRICT, CONSTRAINT `meeting_items_risk_points_risk_point` FOREIGN KEY (`risk_point_id`) REFERENCES `risk_points` (`id`) ON DELETE RESTRICT, CONSTRAINT `meeting_items_units_about_unit` FOREIGN KEY (`about_unit_id`) REFERENCES `units` (`id`) ON DELETE RESTRICT, CONSTRAINT `meeting_items_measures_measure` FOREIGN KEY (`measure_id`) REFERENCES `measures` (`id`) ON DELETE RESTRICT, CONSTRAINT `meeting_items_assessments_assessment` FOREIGN KEY (`assessment_id`) REFERENCES `assessments` (`id`) ON DELETE RESTRICT);
INSERT INTO sqlite_sequence (name, seq) VALUES ("new_meeting_items", 171798691840);
INSERT INTO `new_meeting_items` (`id`, `version`, `l1`, `l2`, `l3`, `l4`, `l5`, `l6`, `sort_order`, `proposed`, `state`, `decided`, `reason`, `unit_id`, `meeting_id`, `risk_point_id`, `assessment_id`) SELECT `id`, `version`, `l1`, `l2`, `l3`, `l4`, `l5`, `l6`, `sort_order`, `proposed`, `state`, `decided`, `reason`, `unit_id`, `meeting_id`, `risk_point_id`, `assessment_id` FROM `meeting_items`;
CREATE TABLE `new_meeting_votes` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `l1` integer NOT NULL DEFAULT (0), `l2` integer NOT NULL DEFAULT (0), `l3` integer NOT NULL DEFAULT (0), `l4` integer NOT NULL DEFAULT (0), `l5` integer NOT NULL DEFAULT (0), `l6` integer NOT NULL DEFAULT (0), `vote` text NOT NULL, `remark` text NOT NULL DEFAULT (''), `account_id` integer NULL, `at` datetime NOT NULL, `manner` text NOT NULL DEFAULT ('PAPER'), `countersigned_by` integer NULL, `countersigned_at` datetime NULL, `unit_id` integer NOT NULL, `countersigner_id` integer NULL, `item_id` integer NOT NULL, `member_id` integer NOT NULL, CONSTRAINT `meeting_votes_units_unit` FOREIGN KEY (`unit_id`) REFERENCES `units` (`id`) ON DELETE RESTRICT, CONSTRAINT `meeting_votes_meeting_members_countersigner` FOREIGN KEY (`countersigner_id`) REFERENCES `meeting_members` (`id`) ON DELETE RESTRICT, CONSTRAINT `meeting_votes_meeting_items_item` FOREIGN KEY (`item_id`) REFERENCES `new_meeting_items` (`id`) ON DELETE RESTRICT, CONSTRAINT `meeting_votes_meeting_members_member` FOREIGN KEY (`member_id`) REFERENCES `meeting_members` (`id`) ON DELETE RESTRICT);
INSERT INTO sqlite_sequence (name, seq) VALUES ("new_meeting_votes", 180388626432);
INSERT INTO `new_meeting_votes` (`id`, `l1`, `l2`, `l3`, `l4`, `l5`, `l6`, `vote`, `remark`, `account_id`, `at`, `unit_id`, `item_id`, `member_id`) SELECT `id`, `l1`, `l2`, `l3`, `l4`, `l5`, `l6`, `vote`, `remark`, `account_id`, `at`, `unit_id`, `item_id`, `member_id` FROM `meeting_votes`;
DROP TABLE `meeting_votes`;
DROP TABLE `meeting_items`;
ALTER TABLE `new_meeting_items` RENAME TO `meeting_items`;
ALTER TABLE `new_meeting_votes` RENAME TO `meeting_votes`;
CREATE INDEX `meetingitem_unit_id` ON `meeting_items` (`unit_id`);
CREATE UNIQUE INDEX `meetingitem_meeting_id_risk_point_id` ON `meeting_items` (`meeting_id`, `risk_point_id`);
CREATE INDEX `meetingitem_risk_point_id` ON `meeting_items` (`risk_point_id`);
CREATE UNIQUE INDEX `meetingitem_meeting_id_about_unit_id` ON `meeting_items` (`meeting_id`, `about_unit_id`);
CREATE INDEX `meetingitem_about_unit_id` ON `meeting_items` (`about_unit_id`);
CREATE UNIQUE INDEX `meetingitem_meeting_id_measure_id` ON `meeting_items` (`meeting_id`, `measure_id`);
CREATE INDEX `meetingitem_measure_id` ON `meeting_items` (`measure_id`);
CREATE INDEX `meetingvote_unit_id` ON `meeting_votes` (`unit_id`);
CREATE UNIQUE INDEX `meetingvote_item_id_member_id` ON `meeting_votes` (`item_id`, `member_id`);

-- +goose Down
-- Items that are not about a risk point have no place in the former table: there is no way back
-- with them.
ALTER TABLE `meeting_members` DROP COLUMN `leading_group`;
ALTER TABLE `meetings` DROP COLUMN `group_size`;
DROP INDEX `riskpoint_retiring`;
ALTER TABLE `risk_points` DROP COLUMN `retiring`;
ALTER TABLE `risk_points` DROP COLUMN `opening`;
ALTER TABLE `risk_points` DROP COLUMN `outdated`;
