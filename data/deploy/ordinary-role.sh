# Makes the role as which the program works, and its database. PostgreSQL hides no row from a superuser, and the one
# that it begins with is nothing else.
psql --set ON_ERROR_STOP=1 --set password="$POSTGRES_PASSWORD" --username=postgres <<'SQL'
create role qinglian login password :'password';
create database qinglian owner qinglian encoding 'UTF8' template template0;
SQL
