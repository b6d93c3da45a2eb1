-- +goose Up
-- create "rights_versions" table
CREATE TABLE `rights_versions` (`id` bigint NOT NULL AUTO_INCREMENT, `version` bigint NOT NULL, PRIMARY KEY (`id`)) CHARSET utf8mb4 COLLATE utf8mb4_bin AUTO_INCREMENT 240518168576;

-- +goose Down
-- reverse: create "rights_versions" table
DROP TABLE `rights_versions`;
