# What deploy/start and deploy/test share. Sourced, not run.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1 npm_config_loglevel=error

say() { printf '%s\n' "$*" >&2; }

need() {
  command -v "$1" >/dev/null 2>&1 || { say "需要先安装 $2，再运行一次。"; exit 1; }
}

need dotnet ".NET 10 SDK"
need node "Node.js 20 或更新版本"
need npm "npm"

# install PACKAGE... : Debian packages that are not there yet; elsewhere a word about what is missing.
install() {
  local missing=()
  if ! command -v dpkg-query >/dev/null 2>&1; then
    say "这不是 Debian 系统，请自行安装：$*"
    return 0
  fi
  for package in "$@"; do
    [ "$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null || true)" = installed ] || missing+=("$package")
  done
  [ ${#missing[@]} -gt 0 ] || return 0
  local sudo=()
  if [ "$(id -u)" != 0 ]; then
    command -v sudo >/dev/null 2>&1 || { say "缺少 ${missing[*]}，请以管理员身份安装。"; return 0; }
    sudo=(sudo)
  fi
  say "安装 ${missing[*]} …"
  local log
  log=$(mktemp)
  if ! { "${sudo[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "${missing[@]}" \
      || { "${sudo[@]}" apt-get update && "${sudo[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "${missing[@]}"; }; } >"$log" 2>&1; then
    cat "$log" >&2
    rm -f "$log"
    return 1
  fi
  rm -f "$log"
}

# build PROJECT : quiet unless it fails.
build() {
  say "构建 …"
  dotnet build "$1" -c Release -v quiet --nologo -clp:NoSummary
}
