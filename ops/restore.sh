#!/usr/bin/env bash
# Puts back what ops/backup.sh wrote, in place of what is there, and stops whatever uses it.
#   ops/restore.sh DIRECTORY             every database
#   ops/restore.sh DIRECTORY NAME...     of intake review notification registry kafka
# Then: docker compose -f docker-compose.yml -f docker-compose.after-restore.yml up --detach --wait
set -euo pipefail
cd "$(dirname "$0")/.."
[ $# -ge 1 ] || { sed -n 2,5p ops/restore.sh >&2; exit 2; }
source=$(cd "$1" && pwd)
shift
[ $# -gt 0 ] || set -- intake review notification registry
(cd "$source" && sha256sum --quiet --check SHA256SUMS)
for name in "$@"; do
  [ -e "$source/$name.dump" ] || [ -e "$source/$name.tar" ] || { echo "$source holds no $name" >&2; exit 2; }
done

if [[ " $* " == *" kafka "* ]] && docker compose config --services | grep -qx kafka-2; then
  echo "kafka is the backup of one broker, which cannot be put under one of three" >&2
  exit 2
fi

database() { # dropped and made anew, with its owner, its rights and its tables
  docker compose stop "$1"
  docker compose exec -T postgres pg_restore --username=postgres --dbname=postgres --clean --if-exists --create \
    --exit-on-error < "$source/$1.dump"
}

kafka() {
  docker compose stop intake scoring review notification registry kafka
  docker compose run --rm --no-deps -T --user root --entrypoint sh kafka -c \
    'cd /var/lib/kafka/data && find . -mindepth 1 -delete && tar -xpf -' < "$source/kafka.tar"
}

docker compose up --detach --wait --no-deps postgres
for name in "$@"; do
  case $name in kafka) kafka ;; *) database "$name" ;; esac
  echo "$name: restored"
done
