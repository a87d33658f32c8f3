#!/bin/sh
# Provisiona o warm pool de uma máquina: warm-pool.sh MACHINE_ID HOST_MACHINE_ID
set -eu

url=${DUMONT_URL:-https://api.dumontcloud.com}

curl -sS "$url/health"

curl -sS -i "$url/api/v1/warmpool/status/$1" \
  -H "Authorization: Bearer $DUMONT_TOKEN"

curl -sS -i -X POST "$url/api/v1/warmpool/provision" \
  -H "Authorization: Bearer $DUMONT_TOKEN" \
  -H "Content-Type: application/json" \
  -d "{\"machine_id\": $1, \"host_machine_id\": $2}"
