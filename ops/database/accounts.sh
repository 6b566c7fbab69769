# Run once by the image of MariaDB, when it makes the database: the accounts of the program and of tasks, which may do nothing yet.
# The account of migrations is made by the image itself (MARIADB_USER); it makes the tables and grants the two what they need of each.
for each in PROGRAM_PASSWORD TASKS_PASSWORD; do
  case "${!each}" in *[!A-Za-z0-9]*|'') echo "Give a $each of letters and digits: openssl rand -hex 24" >&2; exit 1;; esac
done
docker_process_sql <<SQL
CREATE USER 'program'@'%' IDENTIFIED BY '$PROGRAM_PASSWORD';
CREATE USER 'tasks'@'%' IDENTIFIED BY '$TASKS_PASSWORD';
GRANT ALL PRIVILEGES ON werkplein.* TO 'migration'@'%' WITH GRANT OPTION;
SQL
