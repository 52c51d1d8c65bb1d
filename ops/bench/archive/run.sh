#!/bin/bash
# Reads segments as fast as two threads can; see README.md.
set -euo pipefail
cd "$(dirname "$0")/../../.."
events=${1:-131072}
if [ "$events" -gt 2000000 ]; then
  echo "at most 2,000,000 events" >&2
  exit 2
fi
path=$(mktemp)
trap 'rm -f "$path"' EXIT
./mvnw -q -B -ntp -Pquick -pl ledger-app -am test-compile dependency:build-classpath -Dmdep.outputFile="$path"
for load in "1 false" "8 false" "1 true"; do
  read -r per_commit personal <<< "$load"
  echo "== $events events, $per_commit a commit, personal parts $personal"
  "${JAVA_HOME:?}/bin/java" -Xmx2g -cp "ledger-app/target/test-classes:ledger-app/target/classes:$(cat "$path")" \
    org.cadreledger.archive.ArchiveBench "$events" "$per_commit" 6 "$personal" | grep 'events/s\|segments'
done
