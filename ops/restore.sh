#!/usr/bin/env bash
# Puts back what ops/backup.sh wrote, in place of what is there, and stops whatever uses it.
#   ops/restore.sh DIRECTORY             every database
#   ops/restore.sh DIRECTORY NAME...     of intake review notification registry kafka
# Then: docker compose -f docker-compose.yml -f docker-compose.after-restore.yml up --detach --wait
set -euo pipefail
[[ $# -ge 1 && $1 = [!-]* ]] || { sed -n 2,5p "$0" >&2; exit 2; }
# The directory is the caller's, docker compose is asked where its files lie.
source=$1
[[ $source = /* ]] || source=$PWD/$source
shift
[ $# -gt 0 ] || set -- intake review notification registry
cd "$(dirname "$0")/.."

refuse() { echo "$*. Nothing was stopped or changed" >&2; exit 2; }
[ -d "$source" ] || refuse "There is no directory $source"
[ -f "$source/SHA256SUMS" ] || refuse "$source holds no SHA256SUMS, so it is no finished backup"
for name in "$@"; do
  case $name in
    intake | review | notification | registry) file=$name.dump ;;
    kafka) file=kafka.tar ;;
    *) refuse "'$name' is none of intake review notification registry kafka" ;;
  esac
  [ -f "$source/$file" ] || refuse "$source holds no $name"
  sum=$(grep -x "[0-9a-f]* [ *]$file" "$source/SHA256SUMS") || refuse "$source/SHA256SUMS does not name $file"
  (cd "$source" && sha256sum --status --check - <<< "$sum") || refuse "$source/$file is damaged: SHA256SUMS has another sum of it"
done
if [[ " $* " == *" kafka "* ]]; then
  services=$(docker compose config --services)
  ! grep -qx kafka-2 <<< "$services" || refuse "kafka is the backup of one broker, which cannot be put under one of three"
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

restored=
missing=$*
begun=
# Whatever ends it.
ended() {
  [ -n "$missing" ] || return 0
  echo "The restore failed. Restored: ${restored:-nothing}. Not restored: $missing." >&2
  [ -z "$begun" ] || echo "Of $begun a part may be missing, so start nothing that was stopped." >&2
  echo "The same command can be run again; it begins anew." >&2
}
trap ended EXIT

docker compose up --detach --wait --no-deps postgres
for name in "$@"; do
  begun=$name
  case $name in kafka) kafka ;; *) database "$name" ;; esac
  echo "$name: restored"
  begun=
  restored="$restored${restored:+ }$name"
  missing=${missing#"$name"}
  missing=${missing# }
done
