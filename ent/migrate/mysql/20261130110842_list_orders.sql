-- +goose Up
-- modify "portfolios" table
ALTER TABLE `portfolios` ADD INDEX `portfolio_l1_unit_id_id` (`l1`, `unit_id`, `id`), ADD INDEX `portfolio_l2_unit_id_id` (`l2`, `unit_id`, `id`), ADD INDEX `portfolio_l3_unit_id_id` (`l3`, `unit_id`, `id`), ADD INDEX `portfolio_l4_unit_id_id` (`l4`, `unit_id`, `id`), ADD INDEX `portfolio_l5_unit_id_id` (`l5`, `unit_id`, `id`), ADD INDEX `portfolio_l6_unit_id_id` (`l6`, `unit_id`, `id`);
-- modify "processes" table
ALTER TABLE `processes` DROP INDEX `process_l1_current`, DROP INDEX `process_l2_current`, DROP INDEX `process_l3_current`, DROP INDEX `process_l4_current`, DROP INDEX `process_l5_current`, DROP INDEX `process_l6_current`, ADD INDEX `process_l1_current_revision_id` (`l1`, `current`, `revision`, `id`), ADD INDEX `process_l2_current_revision_id` (`l2`, `current`, `revision`, `id`), ADD INDEX `process_l3_current_revision_id` (`l3`, `current`, `revision`, `id`), ADD INDEX `process_l4_current_revision_id` (`l4`, `current`, `revision`, `id`), ADD INDEX `process_l5_current_revision_id` (`l5`, `current`, `revision`, `id`), ADD INDEX `process_l6_current_revision_id` (`l6`, `current`, `revision`, `id`);
-- modify "risk_points" table
ALTER TABLE `risk_points` ADD INDEX `riskpoint_consequence_grade` (`consequence`, `grade`);

-- +goose Down
-- reverse: modify "risk_points" table
ALTER TABLE `risk_points` DROP INDEX `riskpoint_consequence_grade`;
-- reverse: modify "processes" table
ALTER TABLE `processes` DROP INDEX `process_l6_current_revision_id`, DROP INDEX `process_l5_current_revision_id`, DROP INDEX `process_l4_current_revision_id`, DROP INDEX `process_l3_current_revision_id`, DROP INDEX `process_l2_current_revision_id`, DROP INDEX `process_l1_current_revision_id`, ADD INDEX `process_l6_current` (`l6`, `current`), ADD INDEX `process_l5_current` (`l5`, `current`), ADD INDEX `process_l4_current` (`l4`, `current`), ADD INDEX `process_l3_current` (`l3`, `current`), ADD INDEX `process_l2_current` (`l2`, `current`), ADD INDEX `process_l1_current` (`l1`, `current`);
-- reverse: modify "portfolios" table
ALTER TABLE `portfolios` DROP INDEX `portfolio_l6_unit_id_id`, DROP INDEX `portfolio_l5_unit_id_id`, DROP INDEX `portfolio_l4_unit_id_id`, DROP INDEX `portfolio_l3_unit_id_id`, DROP INDEX `portfolio_l2_unit_id_id`, DROP INDEX `portfolio_l1_unit_id_id`;
