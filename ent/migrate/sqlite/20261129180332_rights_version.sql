-- +goose Up
-- create "rights_versions" table
CREATE TABLE `rights_versions` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `version` integer NOT NULL);
-- set sequence for "rights_versions" table
INSERT INTO sqlite_sequence (name, seq) VALUES ("rights_versions", 240518168576);

-- +goose Down
-- reverse: set sequence for "rights_versions" table
UPDATE sqlite_sequence SET seq = 0 WHERE name = "rights_versions";
-- reverse: create "rights_versions" table
DROP TABLE `rights_versions`;
