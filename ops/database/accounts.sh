# Run once by the image of MariaDB, when it makes the database: the account of the program, which may change rows and no tables.
# The account of migrations is made by the image itself (MARIADB_USER) and may do everything in this database.
case "$PROGRAM_PASSWORD" in *[!A-Za-z0-9]*|'') echo 'Give a PROGRAM_PASSWORD of letters and digits: openssl rand -hex 24' >&2; exit 1;; esac
docker_process_sql <<SQL
CREATE USER 'program'@'%' IDENTIFIED BY '$PROGRAM_PASSWORD';
GRANT SELECT, INSERT, UPDATE, DELETE ON werkplein.* TO 'program'@'%';
SQL
