#!/usr/bin/env bash
# ops/secure/make-secrets.sh DIR
#   makes what docker-compose.secure.yml needs in DIR, which must be new or empty: a certificate authority, the
#   certificates of broker and administrator, and a random password for every database role and Kafka principal
# ops/secure/make-secrets.sh --renew DIR
#   gives broker and administrator new certificates of DIR's authority, and touches nothing else
# Needs openssl. The files are readable by the containers' users, so DIR itself is closed to everyone but you.
set -euo pipefail
fail() { echo "make-secrets.sh: $*" >&2; exit 1; }
renew=
[ "${1:-}" = --renew ] && { renew=yes; shift; }
# An option that is not known here must not become a directory's name.
[[ $# = 1 && $1 = [!-]* ]] || { sed -n 2,7p "$0" >&2; exit 2; }
dir=$1
command -v openssl > /dev/null || fail "openssl is needed"
umask 022

# No longer than an authority may be trusted with, and so that three sets of certificates follow each other under it.
certificate_days=825
authority_days=3650

quietly() { local said; said=$("$@" 2>&1) || { echo "$said" >&2; fail "openssl failed; its words are above"; }; }
last_day() { # the day on which a certificate ends, in the words of openssl "notAfter=Mar  5 12:00:00 2031 GMT"
  openssl x509 -in "$1" -noout -enddate | sed 's/.*=//' \
    | awk '{ printf "%s-%02d-%02d\n", $4, (index("JanFebMarAprMayJunJulAugSepOctNovDec", $1) + 2) / 3, $2 }'
}
certificate() { # name, subject alternative names
  quietly openssl req -newkey rsa:3072 -nodes -keyout "$work/key" -out "$work/csr" -subj "/CN=$1"
  printf 'subjectAltName=%s\nextendedKeyUsage=serverAuth,clientAuth\n' "$2" > "$work/extensions"
  quietly openssl x509 -req -in "$work/csr" -CA ca.pem -CAkey ca.key -set_serial "0x$(openssl rand -hex 16)" \
    -days "$certificate_days" -out "$work/crt" -extfile "$work/extensions"
  quietly openssl verify -CAfile ca.pem "$work/crt"
  cat "$work/key" "$work/crt" ca.pem > "$work/$1.pem"   # the form that Kafka takes: key first, then the chain
}
# Both are whole before one of them takes the place of an older one, which a move within the directory does at once.
certificates() {
  work=$(mktemp -d ./.making.XXXXXX)
  trap 'rm -rf "$work"' EXIT
  certificate broker "DNS:kafka,DNS:localhost,IP:127.0.0.1"
  certificate admin "DNS:admin"
  mv "$work/broker.pem" "$work/admin.pem" .
}

if [ -n "$renew" ]; then
  for file in ca.key ca.pem; do
    [ -r "$dir/$file" ] || fail "$dir has no $file that can be read; put back the one that the secrets were made with"
  done
  cd "$dir"
  openssl x509 -in ca.pem -noout -checkend $((certificate_days * 86400)) > /dev/null \
    || fail "the authority in $dir ends on $(last_day ca.pem), before certificates of $certificate_days days would;" \
      "docs/operations.md, Certificates and passwords, says how to prolong it"
  certificates
  echo "The certificates of broker and administrator hold until $(last_day broker.pem), their authority until $(last_day ca.pem)."
  echo "The broker takes its own when it starts: docker compose -f docker-compose.yml -f docker-compose.secure.yml restart kafka"
  echo "The deploy step reads the administrator's each time it runs. Nothing else holds them, unless you copied admin.pem."
  exit
fi

[ ! -e "$dir" ] || [ -z "$(ls -A "$dir")" ] || fail "$dir is not empty; secrets are never overwritten"
mkdir -p "$dir"
chmod 700 "$dir"
cd "$dir"
mkdir kafka
password() { openssl rand -hex 24; }

quietly openssl req -x509 -newkey rsa:3072 -nodes -keyout ca.key -out ca.pem -days "$authority_days" \
  -subj "/CN=city-certification-ca"
chmod 600 ca.key
certificates

cat > admin.properties <<TEXT
security.protocol=SSL
ssl.keystore.type=PEM
ssl.keystore.location=/run/secrets/admin.pem
ssl.truststore.type=PEM
ssl.truststore.location=/run/secrets/ca.pem
TEXT

for principal in intake scoring review notification subscriber operator; do
  secret=$(password)
  printf '%s\n' "$secret" > "kafka/$principal"
  printf 'org.apache.kafka.common.security.scram.ScramLoginModule required username="%s" password="%s";\n' \
    "$principal" "$secret" > "$principal.jaas"
done
# For ./certify --kafka-config and other tools on this machine; it names where the authority lies now.
cat > operator.properties <<TEXT
security.protocol=SASL_SSL
sasl.mechanism=SCRAM-SHA-512
sasl.jaas.config=$(cat operator.jaas)
ssl.truststore.type=PEM
ssl.truststore.location=$(pwd)/ca.pem
TEXT
for role in postgres intake_owner intake_app review_owner review_app notification_owner notification_app registry; do
  password > "$role"
done
# Under this secret the demonstration's provider knows the pages; put your own provider's here.
printf 'demo-secret\n' > pages_client
printf 'apicurio.datasource.password=%s\n' "$(cat registry)" > registry.properties
echo "Secrets are in $(pwd); the certificates hold until $(last_day broker.pem)"
