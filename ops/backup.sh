#!/usr/bin/env bash
# Backs up the stores of a system in docker compose into a directory, which holds personal data and so is readable by you
# alone.   ops/backup.sh DIRECTORY           every database, while everything runs
#          ops/backup.sh --whole DIRECTORY   stops the services and Kafka; every database and Kafka, as of one moment
set -euo pipefail
whole=
[ "${1:-}" = --whole ] && { whole=yes; shift; }
[[ $# = 1 && $1 = [!-]* ]] || { sed -n 2,4p "$0" >&2; exit 2; }
# The directory is the caller's, docker compose is asked where its files lie.
target=$1
[[ $target = /* ]] || target=$PWD/$target
cd "$(dirname "$0")/.."
if [ -n "$whole" ]; then
  services=$(docker compose config --services)
  if grep -qx kafka-2 <<< "$services"; then
    echo "--whole copies one broker; three have no moment in common. Back up the databases, and keep three copies of each topic" >&2
    exit 2
  fi
fi
umask 077
mkdir -p "$target"
[ -z "$(ls -A "$target")" ] || { echo "$target is not empty" >&2; exit 2; }

databases=(intake review notification registry)
stopped=
finished=
# Whatever ends it: a part of a backup must not lie about as if it were one, nor fill the disk.
ended() {
  [ -z "$finished" ] || return 0
  if (cd "$target" && rm -f SHA256SUMS kafka.tar kafka.tar.part "${databases[@]/%/.dump}" "${databases[@]/%/.dump.part}"); then
    echo "The backup failed. $target is empty again, so the same command can be run once more." >&2
  else
    echo "The backup failed. What is in $target is of no use." >&2
  fi
  if [ -n "$stopped" ]; then
    echo "These are stopped: $stopped. To go on without a backup: docker compose up --detach --wait" >&2
  fi
}
trap ended EXIT

stop() { stopped="$stopped${stopped:+ }$*"; docker compose stop "$@"; }
# A dump that ended early must not look like one.
keep() { mv "$target/$1.part" "$target/$1"; echo "$1: $(du -h "$target/$1" | cut -f1)"; }

[ -z "$whole" ] || stop intake scoring review notification

for database in "${databases[@]}"; do
  docker compose exec -T postgres pg_dump --username=postgres --format=custom "$database" > "$target/$database.dump.part"
  docker compose exec -T postgres pg_restore --list < "$target/$database.dump.part" > /dev/null
  keep "$database.dump"
done

if [ -n "$whole" ]; then
  stop registry kafka
  docker compose run --rm --no-deps -T --user root --entrypoint tar kafka -C /var/lib/kafka/data -cf - . > "$target/kafka.tar.part"
  tar -tf "$target/kafka.tar.part" > /dev/null
  keep kafka.tar
fi
sums=$(cd "$target" && sha256sum -- *)
echo "$sums" > "$target/SHA256SUMS"
finished=yes
[ -z "$whole" ] || echo "These are stopped: $stopped. Go on with: docker compose up --detach --wait"
