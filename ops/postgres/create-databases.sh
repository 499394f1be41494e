#!/usr/bin/env bash
# Runs once, when the data directory is empty. One database a service, with two roles: the owner changes tables (Flyway),
# the app works with rows and can neither change tables nor pass row-level security.
set -euo pipefail

as_superuser() { psql -v ON_ERROR_STOP=1 --no-psqlrc --quiet --username "$POSTGRES_USER" --dbname "$1"; }
password() { cat "/run/secrets/$1"; }

for name in intake review notification; do
  as_superuser postgres <<SQL
create role ${name}_owner login nosuperuser nobypassrls nocreatedb nocreaterole noreplication password '$(password "${name}_owner")';
create role ${name}_app login nosuperuser nobypassrls nocreatedb nocreaterole noreplication password '$(password "${name}_app")';
create database ${name} owner ${name}_owner;
revoke all on database ${name} from public;
grant connect on database ${name} to ${name}_app;
SQL
  as_superuser "$name" <<SQL
alter schema public owner to ${name}_owner;
revoke all on schema public from public;
grant usage on schema public to ${name}_app;
alter default privileges for role ${name}_owner in schema public grant select, insert, update, delete on tables to ${name}_app;
alter default privileges for role ${name}_owner in schema public grant usage, select on sequences to ${name}_app;
SQL
done

as_superuser postgres <<SQL
create role registry login nosuperuser nobypassrls nocreatedb nocreaterole noreplication password '$(password registry)';
create database registry owner registry;
revoke all on database registry from public;
-- Both let anybody in as they come.
revoke all on database postgres, template1 from public;
SQL
