# What must hold right after a restart; sourced by run. Uses its base, county, folder, password, journal, say and fail.

ask() { # token, path: the body, whatever the status; nothing may hang
    curl -s --max-time 300 -H "Authorization: Bearer $1" "$base/api/v1$2"
}

sign_in() { # user, password
    curl -sf -X POST -u "$1:$2" "$base/api/v1/tokens" | jq -r .token
}

# Users of the harness's own. Their tokens must outlive every kill, so nobody signs in again.
open_desk() {
    local admin role
    admin=$(sign_in admin "$password")
    for role in AUDITOR SECURITY_ADMIN LEADER; do
        jq -n --arg u "crash.$role" --arg p "$password-$role" --arg r "$role" \
            '{username: $u, password: $p, displayName: $u, roles: [$r]}' |
            curl -sf -o /dev/null -H "Authorization: Bearer $admin" -H 'Content-Type: application/json' \
                -d @- "$base/api/v1/users"
    done
    auditor=$(sign_in crash.AUDITOR "$password-AUDITOR")
    security=$(sign_in crash.SECURITY_ADMIN "$password-SECURITY_ADMIN")
    leader=$(sign_in crash.LEADER "$password-LEADER")
}

check_all() {
    check_chain
    check_acknowledged
    check_projections
}

check_chain() {
    local proof
    proof=$(ask "$auditor" /log/verify)
    tail=$(jq -r '.to // 0' <<<"$proof")
    if [ "$(jq -r .ok <<<"$proof")" = true ]; then
        say "  log: $(jq -r .commits <<<"$proof") commits, chain ok"
    else
        fail "the log does not verify: $proof"
    fi
}

# position, idempotency key of every commit, one a line
read_log() {
    local after=0 page next
    : >"$folder/log.tsv"
    while true; do
        page=$(ask "$auditor" "/log?limit=500&after=$after")
        jq -r '.items[] | [.position, (.k // "")] | @tsv' <<<"$page" >>"$folder/log.tsv"
        next=$(jq -r '.next // ""' <<<"$page")
        [ -n "$next" ] || break
        after=$next
    done
}

# Every line of the journal has its commit: the position that the answer named, under the key that the request had. One call
# for many (imports, bulk) is a commit for each, key#item, and the answer names the last. Users and files are not in the
# log; check_repeats asks for them.
check_acknowledged() {
    read_log
    local lost
    lost=$(awk -F '\t' '
        NR == FNR {
            at[$1] = $2
            sub(/#.*/, "", $2)
            keys[$2] = 1
            if ($1 > last) last = $1
            next
        }
        $1 > last { print "beyond the end: " $0; next }
        $5 == "/users" || $5 == "/evidence" || $3 == "" { next }
        {
            key = "user/" $2 "/" $3
            there = at[$1]
            sub(/#.*/, "", there)
            if (!(key in keys)) print "no commit: " $0
            else if (there != key) print "other position: " $0 " has " at[$1]
        }' "$folder/log.tsv" "$folder/acknowledged.tsv")
    if [ -z "$lost" ]; then
        say "  acknowledged writes in the log: all $(wc -l <"$folder/acknowledged.tsv")"
    else
        fail "$(wc -l <<<"$lost") acknowledged writes lost, such as: $(head -3 <<<"$lost")"
    fi
}

periods() {
    local year
    for year in $(seq $((${today%%-*} - 4)) "${today%%-*}"); do
        echo "$year"
        printf "$year-Q%d\n" 1 2 3 4
        printf "$year-%02d\n" 1 2 3 4 5 6 7 8 9 10 11 12
    done
}

# What the read side says, after everything that the log has.
answers() {
    local period category revision cursor page year at="atLeast=$tail"
    for cursor in $(ask "$leader" "/cadres?jurisdiction=$county&limit=500&$at" | tee -a "$1" | jq -r '.next // ""'); do
        while [ -n "$cursor" ]; do
            page=$(ask "$leader" "/cadres?jurisdiction=$county&limit=500&after=$cursor&$at")
            echo "$page" >>"$1"
            cursor=$(jq -r '.next // ""' <<<"$page")
        done
    done
    for page in "/claims?status=DECLARED" "/claims?status=SCORED" "/deductions?" "/objections?" "/fraud-cases?"; do
        echo "$page $(ask "$leader" "$page&jurisdiction=$county&limit=500&$at")" >>"$1"
    done
    for year in $(seq $((${today%%-*} - 4)) "${today%%-*}"); do
        echo "$year $(ask "$leader" "/consequences?jurisdiction=$county&year=$year&limit=500&$at")" >>"$1"
    done
    for period in $(periods); do
        echo "$period $(ask "$leader" "/periods/$period?jurisdiction=$county&$at")" >>"$1"
        [ "${#period}" -eq 4 ] || [ "${period#*Q}" != "$period" ] || continue
        for category in SECTION RESERVE; do
            page=$(ask "$leader" "/boards/$period?jurisdiction=$county&category=$category&$at")
            echo "$period $category $page" >>"$1"
            revision=$(jq -r '.revision // 0' <<<"$page")
            while [ "$revision" -gt 1 ]; do
                revision=$((revision - 1))
                page=$(ask "$leader" "/boards/$period?jurisdiction=$county&category=$category&revision=$revision&$at")
                echo "$period $category $page" >>"$1"
            done
        done
    done
    # each problem has a trace of its own
    sed -i -E 's/"traceId":"[^"]*"//' "$1"
}

reset_all() {
    local name deadline=$((SECONDS + 600)) state
    for name in $(ask "$security" /projections | jq -r '.items[].name'); do
        curl -sf -o /dev/null -X POST -H "Authorization: Bearer $security" "$base/api/v1/projections/$name/reset" ||
            fail "projection $name cannot be reset"
        until state=$(ask "$security" /projections | jq -r ".items[] | select(.name == \"$name\") | .state") &&
            [ "$state" != REBUILDING ]; do
            [ $SECONDS -lt $deadline ] || { fail "projection $name is not rebuilt within 600 s"; return; }
            sleep 0.2
        done
        [ "$state" = REBUILT ] || fail "projection $name is $state"
    done
}

# The answers right after the restart equal those of projections that were built anew from the whole log. A board whose seal
# was lost with the process is sealed right after the start, which moves the end of the log: then once more.
check_projections() {
    local attempt before
    for attempt in 1 2 3; do
        before=$tail
        rm -f "$folder/found" "$folder/rebuilt"
        answers "$folder/found"
        reset_all
        tail=$(ask "$auditor" /log/verify | jq -r .to)
        answers "$folder/rebuilt"
        [ "$before" != "$tail" ] || break
    done
    if cmp -s "$folder/found" "$folder/rebuilt"; then
        say "  projections as found = rebuilt: $(wc -l <"$folder/found") answers, $(wc -c <"$folder/found") bytes," \
            "$(grep -o '"seal":"[0-9a-f]*"' "$folder/found" | sort -u | wc -l) seals"
    else
        cp "$folder/found" "$folder/found.$attempt.$(date +%s)"
        fail "projections differ from rebuilt ones: $(diff "$folder/found" "$folder/rebuilt" | cut -c1-200 | head -4)"
    fi
}

# The whole run again: everything is there already, users and files too, and not one commit is added.
check_repeats() {
    local before=$tail
    play "$folder/again.json" "$folder/again.log"
    wait "$demo" || fail "the repeated run ended with errors: $(tail -3 "$folder/again.log")"
    demo=''
    tail=$(ask "$auditor" /log/verify | jq -r .to)
    say "repeated run: $(grep -E 'calls in .* errors' "$folder/again.log"), commits added $((tail - before))"
    [ "$before" = "$tail" ] || fail "the repeated run wrote $((tail - before)) commits"
}
