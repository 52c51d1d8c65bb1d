#!/bin/bash
# Makes a county with 3,000 cadres, a quarter of closed months and its published, public board; see README.md. For an empty program only.
set -euo pipefail
url=${1:?usage: prepare.sh http://127.0.0.1:<port> <admin password>}
admin=${2:?admin password}
case "$url" in
  http://127.0.0.1:*) ;;
  *) echo "only http://127.0.0.1:<port>" >&2; exit 2 ;;
esac
county=bench
cadres=3000
year=$(($(date +%Y) - 1))
password=bench-password-1

token() {
  curl --silent --fail --user "$1:$2" -X POST "$url/api/v1/tokens" | sed 's/.*"token":"\([^"]*\)".*/\1/'
}
call() { # token method path body
  curl --silent --show-error --fail --header "Authorization: Bearer $1" --header 'Content-Type: application/json' -X "$2" "$url/api/v1$3" --data "$4" --output /dev/null
}

boss=$(token admin "$admin")
for role in CATALOGUE_ADMIN REVIEWER APPROVER PUBLISHER; do
  call "$boss" POST /users "{\"username\":\"bench-$role\",\"password\":\"$password\",\"displayName\":\"$role\",\"roles\":[\"$role\"],\"jurisdiction\":\"$county\"}"
done
call "$(token bench-CATALOGUE_ADMIN $password)" PUT "/jurisdictions/$county" \
  "{\"name\":\"Bench county\",\"firstMonth\":\"$year-01\",\"objectionDays\":0,\"publicBoard\":true}"
register=$(mktemp)
trap 'rm -f "$register"' EXIT
echo 'cadreId,name,jurisdiction,category,unit,post,registeredOn' > "$register"
for i in $(seq $cadres); do
  printf 'b%04d,Cadre %d,%s,SECTION,Unit %d,head,2020-01-01\n' "$i" "$i" "$county" $((i % 80)) >> "$register"
done
reviewer=$(token bench-REVIEWER $password)
approver=$(token bench-APPROVER $password)
curl --silent --show-error --fail --header "Authorization: Bearer $reviewer" --form "file=@$register;filename=register.csv;type=text/csv" "$url/api/v1/cadres/import" | head -c 300
echo
# every tenth cadre has a deduction, so that the board has ranks
for i in $(seq 10 10 $cadres); do
  id=$(printf 'b%04d' "$i")
  call "$reviewer" POST "/ledgers/$id/deductions" \
    "{\"deductionId\":\"d-$id\",\"month\":\"$year-01\",\"rule\":\"N$((i / 10 % 2 * 3 + 1))\",\"matter\":\"m\",\"occurredOn\":\"$year-01-05\",\"basis\":\"b\"}"
  call "$approver" POST "/ledgers/$id/deductions/d-$id/confirm" '{}'
done
publisher=$(token bench-PUBLISHER $password)
for month in 01 02 03; do
  call "$publisher" POST "/periods/$year-$month/close" "{\"jurisdiction\":\"$county\"}"
done
call "$publisher" POST "/periods/$year-Q1/publish" "{\"jurisdiction\":\"$county\"}"
echo "read it with: read.sh $url $county $year-Q1"
