#!/bin/sh
# Walks through the life of a session with curl: first as a resource under /v2, then with the commands under /v1.
#
# SESSIONS_URL is the address of the service, SESSIONS_API_KEY the API key, if it requires one. Fails at the first
# response with an unexpected status.
set -eu

address=${SESSIONS_URL:-http://127.0.0.1:8080}
json='Content-Type: application/json'

# Passes the API key to curl on standard input: other users can see arguments in ps.
curl_config() {
    [ -z "${SESSIONS_API_KEY:-}" ] || printf 'header = "Authorization: Bearer %s"\n' "$SESSIONS_API_KEY"
}

# call STATUS METHOD PATH [OPTION...]: sends a request, prints it and the response, and sets body.
call() {
    expected=$1 method=$2 path=$3
    shift 3
    response=$(curl_config | curl -sS --config - -X "$method" -w '\n%{http_code}' "$@" "$address$path")
    status=${response##*
}
    body=${response%
*}
    printf '> %s %s\n' "$method" "$path"
    printf '< %s%s\n' "$status" "${body:+ $body}"
    if [ "$status" != "$expected" ]; then
        echo "session.sh: expected status $expected" >&2
        exit 1
    fi
}

# Sets id to that of the session in the last response. A real program would use a JSON parser.
read_id() {
    id=$(printf '%s' "$body" | sed 's/^{"id":"\([0-9a-f]*\)".*/\1/')
}

echo '# The user signs in. The idempotency key makes it safe to repeat the request: it opens one session.'
key="sign-in-$$-$(date +%s)"
opening='{"user_id":"42","user_name":"Zoë","client":"curl","data":{"cart":[]}}'
call 201 POST /v2/sessions -H "$json" -H "Idempotency-Key: $key" -d "$opening"
call 201 POST /v2/sessions -H "$json" -H "Idempotency-Key: $key" -d "$opening"
read_id

echo '# Each request of the user reads the session.'
call 200 GET "/v2/sessions/$id"

echo '# Replace its data, then merge into it.'
call 200 PUT "/v2/sessions/$id/data" -H "$json" -d '{"cart":["A-1"]}'
call 200 PATCH "/v2/sessions/$id/data" -H 'Content-Type: application/merge-patch+json' -d '{"theme":"dark"}'

echo '# A change that expects an old version is rejected.'
call 412 PUT "/v2/sessions/$id/data" -H "$json" -H 'If-Match: "1"' -d '{"cart":[]}'

echo '# Extend its expiry without changing its content.'
call 200 POST "/v2/sessions/$id/touch"

echo '# List the active sessions of the user, without their content.'
call 200 GET '/v2/users/42/sessions?active=true'

echo '# The user signs out. A closed session has no content and rejects changes.'
call 200 POST "/v2/sessions/$id/close"
call 409 PUT "/v2/sessions/$id/data" -H "$json" -d '{}'
call 204 DELETE "/v2/sessions/$id"
call 404 GET "/v2/sessions/$id"

echo '# The same with the commands under /v1.'
call 200 POST /v1/sessions/open_session -H "$json" -d "$opening"
read_id
call 200 POST /v1/sessions/get_session_by_id -H "$json" -d "{\"session_id\":\"$id\"}"
call 200 POST /v1/sessions/store_session_data -H "$json" -d "{\"session_id\":\"$id\",\"data\":{\"cart\":[\"A-1\"]}}"
call 200 POST /v1/sessions/get_sessions -H "$json" -d '{"filter":{"user_id":"42","active":true},"paging":{"take":10}}'
call 200 POST /v1/sessions/close_session -H "$json" -d "{\"session_id\":\"$id\"}"
call 200 POST /v1/sessions/delete_session_by_id -H "$json" -d "{\"session_id\":\"$id\"}"
call 204 POST /v1/sessions/get_session_by_id -H "$json" -d "{\"session_id\":\"$id\"}"
