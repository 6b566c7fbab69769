# Run once by the image of MariaDB, when it makes the database: the account of the program, which may do nothing yet.
# The account of migrations is made by the image itself (MARIADB_USER); it makes the tables and grants the program what it needs of each.
case "$PROGRAM_PASSWORD" in *[!A-Za-z0-9]*|'') echo 'Give a PROGRAM_PASSWORD of letters and digits: openssl rand -hex 24' >&2; exit 1;; esac
docker_process_sql <<SQL
CREATE USER 'program'@'%' IDENTIFIED BY '$PROGRAM_PASSWORD';
GRANT ALL PRIVILEGES ON werkplein.* TO 'migration'@'%' WITH GRANT OPTION;
SQL
