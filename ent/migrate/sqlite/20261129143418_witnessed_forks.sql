-- +goose Up
-- create "witnessed_forks" table
CREATE TABLE `witnessed_forks` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `origin` text NOT NULL, `size` integer NOT NULL, `refused` text NOT NULL, `witnessed` text NOT NULL DEFAULT (''), `at` datetime NOT NULL);
-- set sequence for "witnessed_forks" table
INSERT INTO sqlite_sequence (name, seq) VALUES ("witnessed_forks", 227633266688);
-- create index "witnessedfork_origin_size" to table: "witnessed_forks"
CREATE INDEX `witnessedfork_origin_size` ON `witnessed_forks` (`origin`, `size`);

-- +goose Down
-- reverse: create index "witnessedfork_origin_size" to table: "witnessed_forks"
DROP INDEX `witnessedfork_origin_size`;
-- reverse: set sequence for "witnessed_forks" table
UPDATE sqlite_sequence SET seq = 0 WHERE name = "witnessed_forks";
-- reverse: create "witnessed_forks" table
DROP TABLE `witnessed_forks`;
