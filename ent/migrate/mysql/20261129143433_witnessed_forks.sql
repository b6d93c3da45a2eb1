-- +goose Up
-- create "witnessed_forks" table
CREATE TABLE `witnessed_forks` (`id` bigint NOT NULL AUTO_INCREMENT, `origin` varchar(255) NOT NULL, `size` bigint NOT NULL, `refused` longtext NOT NULL, `witnessed` longtext NOT NULL, `at` datetime(6) NOT NULL, PRIMARY KEY (`id`), INDEX `witnessedfork_origin_size` (`origin`, `size`)) CHARSET utf8mb4 COLLATE utf8mb4_bin AUTO_INCREMENT 227633266688;

-- +goose Down
-- reverse: create "witnessed_forks" table
DROP TABLE `witnessed_forks`;
