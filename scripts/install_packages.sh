# Installs the Debian packages named as arguments that are not there yet.
# Sourced by the scripts beside it; works as root and with sudo.

install_packages() {
  missing=""
  for package in "$@"; do
    status=$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null) || status=""
    [ "$status" = "installed" ] || missing="$missing $package"
  done
  [ -z "$missing" ] && return 0
  echo "Installing:$missing" >&2
  if [ "$(id -u)" -eq 0 ]; then
    as_root=""
  elif command -v sudo >/dev/null 2>&1; then
    as_root="sudo"
  else
    echo "These packages are missing and neither root nor sudo is here:$missing" >&2
    return 1
  fi
  # shellcheck disable=SC2086
  $as_root apt-get update -qq &&
    DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -qq --no-install-recommends $missing >/dev/null
}

# npm bundles the page of report.html.  Debian's is taken where there is none;
# without any the program is built with the plain report.
command -v npm >/dev/null 2>&1 || WEB_PACKAGES="nodejs npm"
BUILD_PACKAGES="${WEB_PACKAGES:-} g++ cmake ninja-build pkg-config libboost-dev rapidjson-dev libtomlplusplus-dev
  libpugixml-dev libutf8proc-dev libfmt-dev libcli11-dev libssl-dev
  coinor-libcbc-dev libsqlite3-dev libxlsxwriter-dev libminizip-dev
  libyaml-cpp-dev libgumbo-dev poppler-utils python3"
STATIC_PACKAGES="libbz2-dev liblapack-dev libblas-dev libgfortran-12-dev zlib1g-dev dpkg-dev"
TEST_PACKAGES="libgtest-dev libgmock-dev python3 jq git zsh mandoc man-db clang-tidy chromium fonts-ipafont-gothic"
BENCH_PACKAGES="libbenchmark-dev hyperfine time"
FUZZ_PACKAGES="clang libclang-rt-14-dev python3"
