#!/usr/bin/env bash
# Backs up the stores of a system in docker compose into a directory, which holds personal data and so is readable by you
# alone.   ops/backup.sh DIRECTORY           every database, while everything runs
#          ops/backup.sh --whole DIRECTORY   stops the services and Kafka; every database and Kafka, as of one moment
set -euo pipefail
cd "$(dirname "$0")/.."
whole=
[ "${1:-}" = --whole ] && { whole=yes; shift; }
[ $# = 1 ] || { sed -n 2,4p ops/backup.sh >&2; exit 2; }
if [ -n "$whole" ] && docker compose config --services | grep -qx kafka-2; then
  echo "--whole copies one broker; three have no moment in common. Back up the databases, and keep three copies of each topic" >&2
  exit 2
fi
umask 077
mkdir -p "$1"
target=$(cd "$1" && pwd)
[ -z "$(ls -A "$target")" ] || { echo "$target is not empty" >&2; exit 2; }

# A dump that ended early must not look like one.
keep() { mv "$target/$1.part" "$target/$1"; echo "$1: $(du -h "$target/$1" | cut -f1)"; }

[ -z "$whole" ] || docker compose stop intake scoring review notification

for database in intake review notification registry; do
  docker compose exec -T postgres pg_dump --username=postgres --format=custom "$database" > "$target/$database.dump.part"
  docker compose exec -T postgres pg_restore --list < "$target/$database.dump.part" > /dev/null
  keep "$database.dump"
done

if [ -n "$whole" ]; then
  docker compose stop registry kafka
  docker compose run --rm --no-deps -T --user root --entrypoint tar kafka -C /var/lib/kafka/data -cf - . > "$target/kafka.tar.part"
  tar -tf "$target/kafka.tar.part" > /dev/null
  keep kafka.tar
fi
sums=$(cd "$target" && sha256sum -- *)
echo "$sums" > "$target/SHA256SUMS"
[ -z "$whole" ] || echo "Everything but PostgreSQL is stopped; go on with: docker compose up --detach --wait"
