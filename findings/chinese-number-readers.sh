#!/usr/bin/env bash
# nzh 1.0.14 and chinese-numbers-to-arabic 1.5.0 (npm): numbers as registers and deadlines write them.
# Guess:     a year written digit by digit (二〇二六) is 2026, a sum of 两万 is 20000, 一万二 is 12000; what can't be
#            read is an error.
# Behaviour: both drop the zero of a year and read 226, and read 一万二 as 10002. nzh knows neither 两 nor 廿 and
#            answers 0 for a number that holds one, with no error, so that it can't be told from a true zero.
# Seen:      nzh 226 10002 0 0 0; chinese-numbers-to-arabic 226 10002 20000 (二〇二六 一万二 两万 廿 零)
# Fails if that changes.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --no-audit --no-fund --silent nzh@1.0.14 chinese-numbers-to-arabic@1.5.0 >/dev/null
cat >read.cjs <<'J'
const nzh = require('nzh').cn
const { toInteger } = require('chinese-numbers-to-arabic')
console.log('nzh', ...['二〇二六', '一万二', '两万', '廿', '零'].map((s) => nzh.decodeS(s)))
console.log('chinese-numbers-to-arabic', ...['二〇二六', '一万二', '两万'].map((s) => toInteger(s)))
J
out=$(node read.cjs)
echo "$out"
[ "$out" = 'nzh 226 10002 0 0 0
chinese-numbers-to-arabic 226 10002 20000' ] || { echo "changed"; exit 1; }
echo "as seen with nzh 1.0.14 and chinese-numbers-to-arabic 1.5.0"
