#!/bin/sh

api_url="https://api.example.com"
first_access="ACCESS_TOKEN"
first_refresh="REFRESH_TOKEN"
# Refresh tokens may work once: subshells and later runs find the newest in a folder that is its user's alone.
token_folder=${XDG_STATE_HOME:-$HOME/.local/state}/api-tokens/$(printf '%s' "$api_url $first_refresh" | cksum | tr ' ' -)

# with_token_refresh curl …: curl with the API's access token, which is refreshed before it expires and, once a request,
# after a 401. Its names and traps are its own: it runs in a subshell.
with_token_refresh() (
  # The token goes to the API's own origin and nowhere else. On redirects, curl itself sees to that.
  if ! is_for_origin "$(origin_of "$api_url")" "$@"; then
    "$@"
    exit
  fi
  folder=$(mktemp -d) || exit
  trap 'rm -rf "$folder"' EXIT
  trap 'exit 130' INT
  trap 'exit 143' TERM
  headers=''
  option=''
  for argument; do
    case $option in -D | --dump-header) headers=$argument ;; esac
    option=$argument
  done
  if [ -z "$headers" ]; then
    headers=$folder/headers
    set -- "$@" --dump-header "$headers"
  fi

  send() {
    # By a file: everyone can see the arguments of a process.
    printf 'Authorization: Bearer %s\n' "$token" >"$folder/token"
    result=0
    "$@" --header "@$folder/token" >"$folder/body" || result=$?
    status=$(sed -n 's|^HTTP/[0-9.]* \([0-9]*\).*|\1|p' "$headers" | tail -n 1)
  }

  token=$(api_token '') || exit
  send "$@"
  case " $* " in *@-\ * | *\ -T\ -\ *) status='' ;; esac # what came from standard input is gone
  if [ "$status" = 401 ]; then
    token=$(api_token "$token") || exit
    send "$@"
  fi
  cat "$folder/body"
  exit "$result"
)

# The access token, refreshed where it is the one that failed or is about to expire.
api_token() (
  (umask 077 && mkdir -p "$token_folder") || exit
  # Once for all that run at the same time: where refresh tokens rotate, a second refresh revokes them all.
  tries=0
  until mkdir "$token_folder/lock" 2>/dev/null; do
    tries=$((tries + 1))
    if [ "$tries" -gt 400 ]; then rmdir "$token_folder/lock"; fi # its holder is gone
    sleep 0.1
  done
  trap 'rmdir "$token_folder/lock"' EXIT
  trap 'exit 130' INT
  trap 'exit 143' TERM
  if [ ! -e "$token_folder/refresh" ]; then keep_tokens "$first_access" "$first_refresh" ''; fi
  if [ "$(cat "$token_folder/access")" = "$1" ] || [ "$(date +%s)" -ge "$(cat "$token_folder/renew-at")" ]; then
    request_tokens || exit
  fi
  cat "$token_folder/access"
)

request_tokens() {
  refresh=$(cat "$token_folder/refresh")
  if [ -e "$token_folder/refused" ]; then
    echo 'The token was not refreshed: log in again' >&2
    return 22
  fi
  sent_at=$(date +%s)
  answer=$(
    printf '%s' "{\"refresh_token\":$(json_string "$refresh")}" |
      curl --silent --show-error --no-location --max-time 30 --data @- --write-out '\n%{http_code}' \
        --header 'Content-Type: application/json' "$(origin_of "$api_url")""/auth/refresh"
  ) || return
  status=${answer##*[!0-9]}
  case $status in
    2??) ;;
    *)
      case $status in 400 | 401 | 403) : >"$token_folder/refused" ;; esac # asking again is no use
      echo "The token was not refreshed (status $status): log in again" >&2
      return 22
      ;;
  esac
  access=$(printf '%s' "$answer" | string_at "access_token")
  if [ -z "$access" ]; then
    echo 'The token was not refreshed: the answer holds none' >&2
    return 22
  fi
  rotated=$(printf '%s' "$answer" | string_at "refresh_token")
  keep_tokens "$access" "${rotated:-$refresh}" "$sent_at"
}

keep_tokens() {
  printf '%s' "$1" >"$token_folder/access"
  renewal_time "$1" "$3" >"$token_folder/renew-at"
  printf '%s' "$2" >"$token_folder/refresh"
}

# Nine tenths of a JWT's life, counted from its receipt, so that a wrong clock does no harm.
renewal_time() {
  payload=$(printf '%s' "$1" | cut -s -d . -f 2 | tr '_-' '/+')
  case $((${#payload} % 4)) in 2) payload=$payload== ;; 3) payload=$payload= ;; esac
  claims=$(printf '%s' "$payload" | base64 -d 2>/dev/null | tr -cd '[:print:]')
  issued=$(printf '%s' "$claims" | sed -n 's/.*"iat" *: *\([0-9]*\).*/\1/p')
  expires=$(printf '%s' "$claims" | sed -n 's/.*"exp" *: *\([0-9]*\).*/\1/p')
  if [ -z "$issued" ] || [ -z "$expires" ]; then
    echo 9999999999 # not a JWT: only the API knows when it expires
  else
    echo $((${2:-$issued} + (expires - issued) * 9 / 10))
  fi
}

# Whether the addresses among a command's arguments have an origin.
is_for_origin() {
  origin=$1
  shift
  found=false
  option=''
  for argument; do
    case $option/$argument in
      -[dFeHx]/* | --data*/* | --form*/* | --referer/* | --header/* | --proxy/*) ;;
      */-K* | */--config) return 1 ;; # a file may name others
      */[Hh][Tt][Tt][Pp]://* | */[Hh][Tt][Tt][Pp][Ss]://*)
        if [ "$(origin_of "$argument")" != "$origin" ]; then return 1; fi
        found=true
        ;;
    esac
    option=$argument
  done
  [ "$found" = true ]
}

# A URL's scheme, host and port, in small letters and without the port that is the scheme's own.
origin_of() {
  authority=${1#*://}
  authority=${authority%%[/?#]*}
  printf '%s://%s\n' "${1%%://*}" "${authority##*@}" | tr '[:upper:]' '[:lower:]' |
    sed -e 's|^\(http://.*\):80$|\1|' -e 's|^\(https://.*\):443$|\1|'
}

# The string that names lead to in the JSON text on standard input; nothing where it is not there.
string_at() {
  pattern=''
  for name; do
    case $name in
      '[]') pattern="$pattern\\[[[:space:]]*" ;;
      *) pattern="$pattern.*\"$name\"[[:space:]]*:[[:space:]]*" ;;
    esac
  done
  tr -d '\n' | sed -n "s/$pattern\"\([^\"]*\)\".*/\1/p"
}

json_string() {
  printf '"%s"' "$(printf '%s' "$1" | sed 's/[\\"]/\\&/g')"
}
