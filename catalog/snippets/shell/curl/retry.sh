#!/bin/sh

# with_retry curl …: curl, again after failures that pass: 408, 429, 500, 502, 503, 504 and lost connections.
# Only what may be repeated is (RFC 9110 §9.2.2): work that was done, its answer lost, is not done twice.
# It ends as curl does, or with 22 where the wait is too long. Its names and traps are its own: it runs in a subshell.
with_retry() (
  attempts=5
  base_delay=0.5 # seconds, as all times here
  max_delay=60
  deadline=120
  attempt_timeout=30

  ends_at=$(($(date +%s) + deadline))
  folder=$(mktemp -d) || exit
  trap 'rm -rf "$folder"' EXIT
  trap 'exit 130' INT
  trap 'exit 143' TERM
  headers=$folder/headers
  # when: wait-field
  body=$folder/body
  # end
  curl=$1
  shift
  read_curl_options "$@"
  repeatable=false
  case $method in GET | HEAD | OPTIONS | TRACE | PUT | DELETE) repeatable=true ;; esac
  # when: idempotency
  if is_one_of "$method" "POST" "PATCH"; then
    # One key for all attempts: by it the API knows that they are one request.
    key="Idempotency-Key"
    printf '%s\n' "$@" | grep -qi -e "^$key:" -e "^-H *$key:" || set -- "$@" --header "$key: $(new_key)"
    repeatable=true
  fi
  # end
  if [ "$reads_stdin" = true ]; then repeatable=false; fi # the first attempt reads it to its end

  attempt=1
  while :; do
    timeout=$(awk -v left="$((ends_at - $(date +%s)))" -v most="$attempt_timeout" \
      'BEGIN { print(left < 1 ? 1 : left < most ? left : most) }')
    : >"$headers"
    result=0
    "$curl" --max-time "$timeout" --dump-header "$headers" "$@" >"$folder/body" || result=$?
    answer=$(read_answer <"$headers")
    status=${answer% *}
    wait=${answer#* }
    passing=false
    case $result in
      # A name that was not found, a connection that was not made, or broke, or took too long.
      6 | 7 | 18 | 28 | 35 | 52 | 55 | 56 | 92) passing=true status=none wait=0 ;;
      0 | 22) case $status in 408 | 429 | 500 | 502 | 503 | 504) passing=true ;; esac ;;
    esac
    if [ "$passing" = false ] || [ "$repeatable" = false ] || [ "$attempt" -ge "$attempts" ]; then
      cat "$folder/body"
      exit "$result"
    fi
    # when: wait-field
    asked=$(number_at "wait_seconds" <"$body")
    wait=$(awk -v a="$wait" -v b="$asked" 'BEGIN { print(a > b ? a : b) }')
    # end
    delay=$(random_delay "$attempt" "$wait" "$base_delay" "$max_delay")
    if awk "BEGIN { exit !($wait > $max_delay || $(date +%s) + $delay > $ends_at) }"; then
      printf '%s: status %s, and %.0f s to wait is too long\n' "$method" "$status" "$delay" >&2
      if [ "$result" -eq 0 ]; then result=22; fi
      exit "$result"
    fi
    sleep "$delay"
    attempt=$((attempt + 1))
  done
)

# Sets method, reads_stdin and where headers and body are written by curl's arguments.
read_curl_options() {
  method='' implied=GET reads_stdin=false query=false several=false
  option=''
  for argument; do
    if [ -n "$option" ]; then
      note_curl_option "$option" "$argument"
      option=''
      continue
    fi
    case $argument in
      --request) option=X ;;
      --data* | --json | --form*) option=d ;;
      --upload-file) option=T ;;
      --dump-header) option=D ;;
      --config) option=K ;;
      # when: wait-field
      --output) option=o ;;
      # end
      --head) note_curl_option I ;;
      --get) note_curl_option G ;;
      --next) note_curl_option : ;;
      -[!-]*)
        letters=${argument#-} # several options at once, the last with its value: -sSXPUT
        while [ -n "$letters" ] && [ -z "$option" ]; do
          value=${letters#?}
          letter=${letters%"$value"}
          letters=$value
          case $letter in
            [AbcCdDeEFhHKmoPQrtTuUwxXyYz])
              if [ -n "$value" ]; then note_curl_option "$letter" "$value"; else option=$letter; fi
              letters=''
              ;;
            *) note_curl_option "$letter" ;;
          esac
        done
        ;;
    esac
  done
  method=${method:-$implied}
  if [ "$several" = true ]; then method='several requests'; fi
}

note_curl_option() {
  case $1 in
    X) method=$2 ;;
    G) implied=GET query=true ;;
    I) implied=HEAD ;;
    K) implied=unknown ;;
    T) implied=PUT ;;
    d | F) if [ "$query" = false ]; then implied=POST; fi ;;
    D) headers=$2 ;;
    # when: wait-field
    o) if [ "$2" != - ]; then body=$2; fi ;;
    # end
    :) several=true ;;
  esac
  case $1/${2:-} in
    [dF]/*@- | T/- | K/-) reads_stdin=true ;;
  esac
}

# The status of the last answer in a dump of headers, and the seconds that it asks to wait, as a number or a date (RFC
# 9110 §10.2.3), which awk reads because date(1) does so differently everywhere.
read_answer() {
  awk -v now="$(date +%s)" '
    function seconds_of(date, part, clock, month, year, days) {
      gsub(/-/, " ", date)
      if (split(date, part, " ") == 5) date = part[1] " " part[3] " " part[2] " " part[5] " " part[4] " GMT"
      if (split(date, part, " ") != 6 || split(part[5], clock, ":") != 3) return 0
      month = (index("JanFebMarAprMayJunJulAugSepOctNovDec", part[3]) + 2) / 3
      year = part[4] + (part[4] < 100 ? 2000 : 0)
      if (month <= 2) { month += 12; year-- }
      days = 365 * year + int(year / 4) - int(year / 100) + int(year / 400) + int((153 * month - 457) / 5) + part[2] - 719469
      return ((days * 24 + clock[1]) * 60 + clock[2]) * 60 + clock[3]
    }
    { sub(/\r$/, "") }
    /^HTTP\// { status = $2; wait = 0 }
    tolower($1) == "retry-after:" {
      sub(/^[^:]*: */, "")
      wait = /^[0-9]+$/ ? (length($0) < 10 ? $0 : 1e9) : seconds_of($0) - now
    }
    END { printf("%d %.3f\n", status, wait > 0 ? wait : 0) }'
}

# Full jitter, above what the answer asks to wait.
random_delay() {
  seed=$(od -An -N4 -tu4 /dev/urandom)
  awk -v seed="$seed" -v attempt="$1" -v wait="$2" -v base="$3" -v most="$4" 'BEGIN {
    srand(seed)
    delay = base * 2 ^ (attempt - 1)
    delay = rand() * (delay < most ? delay : most)
    least = wait > 0 ? wait + rand() * base : 0
    printf("%.3f\n", least > delay ? least : delay)
  }'
}

# when: wait-field
# The number that names lead to in the JSON text on standard input; 0 where it is not there.
number_at() {
  pattern=''
  for name; do
    case $name in
      '[]') pattern="$pattern\\[[[:space:]]*" ;;
      *) pattern="$pattern.*\"$name\"[[:space:]]*:[[:space:]]*" ;;
    esac
  done
  found=$(tr -d '\n' | sed -n "s/$pattern\([0-9][0-9.]*\).*/\1/p")
  printf '%s\n' "${found:-0}"
}

# end
# when: idempotency
is_one_of() {
  wanted=$1
  shift
  for candidate; do
    if [ "$candidate" = "$wanted" ]; then return; fi
  done
  return 1
}

# A random UUID (RFC 9562 §5.4).
new_key() {
  od -An -N16 -tx1 /dev/urandom | tr -d ' \n' |
    sed 's/^\(.\{8\}\)\(.\{4\}\).\(.\{3\}\).\(.\{3\}\)/\1-\2-4\3-8\4-/'
}
# end
