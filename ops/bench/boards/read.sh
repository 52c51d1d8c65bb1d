#!/bin/bash
# Reads a public board at 2,000 requests a minute; see README.md.
set -euo pipefail
url=${1:?usage: read.sh http://127.0.0.1:<port> <county> <period> [seconds] [workers]}
county=${2:?county}
period=${3:?period}
seconds=${4:-60}
workers=${5:-4}
case "$url" in
  http://127.0.0.1:*) ;;
  *) echo "only http://127.0.0.1:<port>" >&2; exit 2 ;;
esac
if [ "$seconds" -gt 300 ] || [ "$workers" -gt 8 ]; then
  echo "at most 300 seconds and 8 workers" >&2
  exit 2
fi
page="$url/boards/$period?jurisdiction=$county"
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
per_worker=$((2000 * seconds / 60 / workers))
rate=$((2000 / workers))/m
for worker in $(seq "$workers"); do
  # one process a worker: curl keeps its connection and its own pace
  curl --silent --max-time $((seconds * 2)) --rate "$rate" --write-out '%{http_code} %{time_total} %{size_download}\n' \
    --output /dev/null "$page&n=[1-$per_worker]" > "$out/$worker" &
done
wait
sort -n -k2 "$out"/* > "$out/all"
awk '{ codes[$1]++; at[NR] = $2; size = $3 }
  END {
    for (code in codes) printf "status %s: %d\n", code, codes[code]
    printf "%d requests, %d bytes each; median %.1f ms, p99 %.1f ms, slowest %.1f ms\n",
      NR, size, 1000 * at[int(NR / 2) + 1], 1000 * at[int(NR * 0.99) + (NR < 100)], 1000 * at[NR]
  }' "$out/all"
