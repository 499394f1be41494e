#!/usr/bin/env bash
# ops/secure/make-secrets.sh DIR
# Makes what docker-compose.secure.yml needs in DIR, which must be new or empty: a certificate authority, the
# certificates of broker and administrator, and a random password for every database role and Kafka principal.
# Needs openssl. The files are readable by the containers' users, so DIR itself is closed to everyone but you.
set -euo pipefail
dir=${1:?name the directory to make the secrets in}
command -v openssl > /dev/null || { echo "make-secrets.sh: openssl is needed" >&2; exit 1; }
umask 022
mkdir -p "$dir/kafka"
[ -z "$(ls -A "$dir" | grep -vx kafka)" ] || { echo "make-secrets.sh: $dir is not empty; secrets are never overwritten" >&2; exit 1; }
chmod 700 "$dir"
cd "$dir"
quietly() { "$@" 2> openssl.log || { cat openssl.log >&2; exit 1; }; rm -f openssl.log; }
password() { openssl rand -hex 24; }

days=825
quietly openssl req -x509 -newkey rsa:3072 -nodes -keyout ca.key -out ca.pem -days "$days" -subj "/CN=city-certification-ca"
chmod 600 ca.key
certificate() { # name, subject alternative names
  quietly openssl req -newkey rsa:3072 -nodes -keyout "$1.key" -out "$1.csr" -subj "/CN=$1"
  quietly openssl x509 -req -in "$1.csr" -CA ca.pem -CAkey ca.key -CAcreateserial -days "$days" -out "$1.crt" \
    -extfile <(printf 'subjectAltName=%s\nextendedKeyUsage=serverAuth,clientAuth\n' "$2")
  cat "$1.key" "$1.crt" ca.pem > "$1.pem"   # the form that Kafka takes: key first, then the chain
  rm "$1.key" "$1.crt" "$1.csr"
}
certificate broker "DNS:kafka,DNS:localhost,IP:127.0.0.1"
certificate admin "DNS:admin"

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
echo "Secrets are in $(pwd)"
