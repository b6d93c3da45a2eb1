-- +goose Up
-- modify "meetings" table
ALTER TABLE `meetings` ADD COLUMN `group_size` bigint NOT NULL DEFAULT 0;
-- modify "risk_points" table
ALTER TABLE `risk_points` ADD COLUMN `outdated` bool NOT NULL DEFAULT 0, ADD COLUMN `opening` bool NOT NULL DEFAULT 0, ADD COLUMN `retiring` varchar(32) NULL, ADD INDEX `riskpoint_retiring` (`retiring`);
-- modify "measures" table
ALTER TABLE `measures` ADD COLUMN `comprehensive` varchar(32) NULL, ADD COLUMN `comprehensive_text` varchar(4000) NOT NULL DEFAULT "", ADD COLUMN `comprehensive_meeting_id` bigint NULL, ADD INDEX `measures_meetings_comprehensive_meeting` (`comprehensive_meeting_id`), ADD CONSTRAINT `measures_meetings_comprehensive_meeting` FOREIGN KEY (`comprehensive_meeting_id`) REFERENCES `meetings` (`id`) ON UPDATE NO ACTION ON DELETE RESTRICT;
-- modify "meeting_items" table
ALTER TABLE `meeting_items` MODIFY COLUMN `risk_point_id` bigint NULL, ADD COLUMN `kind` varchar(32) NOT NULL DEFAULT "GRADE", ADD COLUMN `content` varchar(4000) NOT NULL DEFAULT "", ADD COLUMN `ground` varchar(32) NULL, ADD COLUMN `proposal` bool NOT NULL DEFAULT 0, ADD COLUMN `settled` bigint NOT NULL DEFAULT 0, ADD COLUMN `skipped` json NULL, ADD COLUMN `about_unit_id` bigint NULL, ADD COLUMN `measure_id` bigint NULL, ADD INDEX `meetingitem_about_unit_id` (`about_unit_id`), ADD INDEX `meetingitem_measure_id` (`measure_id`), ADD UNIQUE INDEX `meetingitem_meeting_id_about_unit_id` (`meeting_id`, `about_unit_id`), ADD UNIQUE INDEX `meetingitem_meeting_id_measure_id` (`meeting_id`, `measure_id`), ADD CONSTRAINT `meeting_items_measures_measure` FOREIGN KEY (`measure_id`) REFERENCES `measures` (`id`) ON UPDATE NO ACTION ON DELETE RESTRICT, ADD CONSTRAINT `meeting_items_units_about_unit` FOREIGN KEY (`about_unit_id`) REFERENCES `units` (`id`) ON UPDATE NO ACTION ON DELETE RESTRICT;
-- modify "meeting_members" table
ALTER TABLE `meeting_members` ADD COLUMN `leading_group` bool NOT NULL DEFAULT 0;
-- modify "meeting_votes" table
ALTER TABLE `meeting_votes` ADD COLUMN `manner` varchar(32) NOT NULL DEFAULT "PAPER", ADD COLUMN `countersigned_by` bigint NULL, ADD COLUMN `countersigned_at` datetime(6) NULL, ADD COLUMN `countersigner_id` bigint NULL, ADD INDEX `meeting_votes_meeting_members_countersigner` (`countersigner_id`), ADD CONSTRAINT `meeting_votes_meeting_members_countersigner` FOREIGN KEY (`countersigner_id`) REFERENCES `meeting_members` (`id`) ON UPDATE NO ACTION ON DELETE RESTRICT;

-- +goose Down
-- reverse: modify "meeting_votes" table
ALTER TABLE `meeting_votes` DROP FOREIGN KEY `meeting_votes_meeting_members_countersigner`, DROP INDEX `meeting_votes_meeting_members_countersigner`, DROP COLUMN `countersigner_id`, DROP COLUMN `countersigned_at`, DROP COLUMN `countersigned_by`, DROP COLUMN `manner`;
-- reverse: modify "meeting_members" table
ALTER TABLE `meeting_members` DROP COLUMN `leading_group`;
-- reverse: modify "meeting_items" table
ALTER TABLE `meeting_items` DROP FOREIGN KEY `meeting_items_units_about_unit`, DROP FOREIGN KEY `meeting_items_measures_measure`, DROP INDEX `meetingitem_meeting_id_measure_id`, DROP INDEX `meetingitem_meeting_id_about_unit_id`, DROP INDEX `meetingitem_measure_id`, DROP INDEX `meetingitem_about_unit_id`, DROP COLUMN `measure_id`, DROP COLUMN `about_unit_id`, DROP COLUMN `skipped`, DROP COLUMN `settled`, DROP COLUMN `proposal`, DROP COLUMN `ground`, DROP COLUMN `content`, DROP COLUMN `kind`, MODIFY COLUMN `risk_point_id` bigint NOT NULL;
-- reverse: modify "measures" table
ALTER TABLE `measures` DROP FOREIGN KEY `measures_meetings_comprehensive_meeting`, DROP INDEX `measures_meetings_comprehensive_meeting`, DROP COLUMN `comprehensive_meeting_id`, DROP COLUMN `comprehensive_text`, DROP COLUMN `comprehensive`;
-- reverse: modify "risk_points" table
ALTER TABLE `risk_points` DROP INDEX `riskpoint_retiring`, DROP COLUMN `retiring`, DROP COLUMN `opening`, DROP COLUMN `outdated`;
-- reverse: modify "meetings" table
ALTER TABLE `meetings` DROP COLUMN `group_size`;
