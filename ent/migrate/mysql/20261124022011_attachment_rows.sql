-- +goose Up
-- create index "attachment_row_key" to table: "attachments"
CREATE INDEX `attachment_row_key` ON `attachments` (`row_key`);

-- +goose Down
-- reverse: create index "attachment_row_key" to table: "attachments"
DROP INDEX `attachment_row_key` ON `attachments`;
