-- +goose Up
-- create index "portfolio_l1_unit_id_id" to table: "portfolios"
CREATE INDEX `portfolio_l1_unit_id_id` ON `portfolios` (`l1`, `unit_id`, `id`);
-- create index "portfolio_l2_unit_id_id" to table: "portfolios"
CREATE INDEX `portfolio_l2_unit_id_id` ON `portfolios` (`l2`, `unit_id`, `id`);
-- create index "portfolio_l3_unit_id_id" to table: "portfolios"
CREATE INDEX `portfolio_l3_unit_id_id` ON `portfolios` (`l3`, `unit_id`, `id`);
-- create index "portfolio_l4_unit_id_id" to table: "portfolios"
CREATE INDEX `portfolio_l4_unit_id_id` ON `portfolios` (`l4`, `unit_id`, `id`);
-- create index "portfolio_l5_unit_id_id" to table: "portfolios"
CREATE INDEX `portfolio_l5_unit_id_id` ON `portfolios` (`l5`, `unit_id`, `id`);
-- create index "portfolio_l6_unit_id_id" to table: "portfolios"
CREATE INDEX `portfolio_l6_unit_id_id` ON `portfolios` (`l6`, `unit_id`, `id`);
-- drop index "process_l1_current" from table: "processes"
DROP INDEX `process_l1_current`;
-- drop index "process_l2_current" from table: "processes"
DROP INDEX `process_l2_current`;
-- drop index "process_l3_current" from table: "processes"
DROP INDEX `process_l3_current`;
-- drop index "process_l4_current" from table: "processes"
DROP INDEX `process_l4_current`;
-- drop index "process_l5_current" from table: "processes"
DROP INDEX `process_l5_current`;
-- drop index "process_l6_current" from table: "processes"
DROP INDEX `process_l6_current`;
-- create index "process_l1_current_revision_id" to table: "processes"
CREATE INDEX `process_l1_current_revision_id` ON `processes` (`l1`, `current`, `revision`, `id`);
-- create index "process_l2_current_revision_id" to table: "processes"
CREATE INDEX `process_l2_current_revision_id` ON `processes` (`l2`, `current`, `revision`, `id`);
-- create index "process_l3_current_revision_id" to table: "processes"
CREATE INDEX `process_l3_current_revision_id` ON `processes` (`l3`, `current`, `revision`, `id`);
-- create index "process_l4_current_revision_id" to table: "processes"
CREATE INDEX `process_l4_current_revision_id` ON `processes` (`l4`, `current`, `revision`, `id`);
-- create index "process_l5_current_revision_id" to table: "processes"
CREATE INDEX `process_l5_current_revision_id` ON `processes` (`l5`, `current`, `revision`, `id`);
-- create index "process_l6_current_revision_id" to table: "processes"
CREATE INDEX `process_l6_current_revision_id` ON `processes` (`l6`, `current`, `revision`, `id`);
-- create index "riskpoint_consequence_grade" to table: "risk_points"
CREATE INDEX `riskpoint_consequence_grade` ON `risk_points` (`consequence`, `grade`);

-- +goose Down
-- reverse: create index "riskpoint_consequence_grade" to table: "risk_points"
DROP INDEX `riskpoint_consequence_grade`;
-- reverse: create index "process_l6_current_revision_id" to table: "processes"
DROP INDEX `process_l6_current_revision_id`;
-- reverse: create index "process_l5_current_revision_id" to table: "processes"
DROP INDEX `process_l5_current_revision_id`;
-- reverse: create index "process_l4_current_revision_id" to table: "processes"
DROP INDEX `process_l4_current_revision_id`;
-- reverse: create index "process_l3_current_revision_id" to table: "processes"
DROP INDEX `process_l3_current_revision_id`;
-- reverse: create index "process_l2_current_revision_id" to table: "processes"
DROP INDEX `process_l2_current_revision_id`;
-- reverse: create index "process_l1_current_revision_id" to table: "processes"
DROP INDEX `process_l1_current_revision_id`;
-- reverse: drop index "process_l6_current" from table: "processes"
CREATE INDEX `process_l6_current` ON `processes` (`l6`, `current`);
-- reverse: drop index "process_l5_current" from table: "processes"
CREATE INDEX `process_l5_current` ON `processes` (`l5`, `current`);
-- reverse: drop index "process_l4_current" from table: "processes"
CREATE INDEX `process_l4_current` ON `processes` (`l4`, `current`);
-- reverse: drop index "process_l3_current" from table: "processes"
CREATE INDEX `process_l3_current` ON `processes` (`l3`, `current`);
-- reverse: drop index "process_l2_current" from table: "processes"
CREATE INDEX `process_l2_current` ON `processes` (`l2`, `current`);
-- reverse: drop index "process_l1_current" from table: "processes"
CREATE INDEX `process_l1_current` ON `processes` (`l1`, `current`);
-- reverse: create index "portfolio_l6_unit_id_id" to table: "portfolios"
DROP INDEX `portfolio_l6_unit_id_id`;
-- reverse: create index "portfolio_l5_unit_id_id" to table: "portfolios"
DROP INDEX `portfolio_l5_unit_id_id`;
-- reverse: create index "portfolio_l4_unit_id_id" to table: "portfolios"
DROP INDEX `portfolio_l4_unit_id_id`;
-- reverse: create index "portfolio_l3_unit_id_id" to table: "portfolios"
DROP INDEX `portfolio_l3_unit_id_id`;
-- reverse: create index "portfolio_l2_unit_id_id" to table: "portfolios"
DROP INDEX `portfolio_l2_unit_id_id`;
-- reverse: create index "portfolio_l1_unit_id_id" to table: "portfolios"
DROP INDEX `portfolio_l1_unit_id_id`;
