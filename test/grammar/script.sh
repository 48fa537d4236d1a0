#!/bin/sh
# comment
set -euo pipefail
echo "hi $USER" | grep -q foo \
  --bar baz
while read line; do printf '%s' "$line"; done
if [ -f x ]; then
  echo yes
  cat x | sort
elif test -d y; then
  echo no
else
  exit 1
fi
case "$1" in
  start) echo start ;;
  stop|halt)
    kill 1
    ;;
  *)
    exit 1
    ;;
esac
f() {
  date $(hostname)
  return 1
}
FOO=1 exec nginx -g 'daemon off;'
export A=b
until curl -s http://localhost:8080/; do
  sleep 1
done
for i in 1 2 3; do
  echo $i
done
trap 'exit 0' TERM INT
apt-get update && \
  apt-get install -y curl
x=$(
  date
)
echo "multi
line $x"
( cd /tmp; ls )
[ -n "$x" ] || exit 1
[[ $a == b ]] && echo 1
echo done > /dev/null 2>&1 &
wait
cat <<EOF2 > /etc/x
a $HOME $(date) 'b
EOF2
cat <<'X' | sort
a $b
X
while true; do
  cat <<-Y
	tab
	Y
  echo "$(cat <<Z
  foo
Z
)"
done
export FOO="bar" BAZ=$QUX
read -r a b <<< "$x"
python3 - <<PY
print("x")
PY
exec "$@"
function g { echo 1; }
g | while read -r l; do echo "$l"; done
echo $((1 + 2)) ${FOO:-bar} `date`
! grep x y
time sleep 1
until false; do :; done
{ echo a; echo b; } > c
a=1; b=2
/usr/bin/foo --bar=baz -x
./run.sh &
