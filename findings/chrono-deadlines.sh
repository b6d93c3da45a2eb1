#!/usr/bin/env bash
# chrono-node 2.10.3 (npm), reader chrono.zh.hans: deadlines as measures of a register state them.
# Guess:     每月5日前完成 (by the 5th of each month) is the 5th or not read; 2026年6月底前 (by the end of June) is 30 June
#            or not read; neither depends on the day of the month on which it is read.
# Behaviour: 5日前 and 30日前 are read as so many days ago, so that a deadline lies in the past. 6月底 is read as 6月
#            alone and takes the day from the day of reading: mid-June, and on the 31st no date is found at all.
#            2026年1-6月 (January to June) is June alone, 年底前 is not found.
# Seen:      read on 2026-01-15: 每月5日前完成 = 2026-01-10, 30日前报送 = 2025-12-16, 2026年6月底前 = 2026-06-15,
#            2026年1-6月 = 2026-06-15, 2026年底前 nothing
#            read on 2026-01-31: 2026年6月底前 nothing
# Fails if that changes.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --no-audit --no-fund --silent chrono-node@2.10.3 >/dev/null
cat >read.mjs <<'J'
import * as chrono from 'chrono-node'
const day = (d) => [d.getFullYear(), d.getMonth() + 1, d.getDate()].map((n) => String(n).padStart(2, '0')).join('-')
const read = (text, on) => {
  const [found] = chrono.zh.hans.parse(text, new Date(2026, 0, on, 12))
  console.log(`on 2026-01-${on}: ${text} = ${found ? day(found.start.date()) + (found.end ? ' to ' + day(found.end.date()) : '') : 'nothing'}`)
}
for (const text of ['每月5日前完成', '30日前报送', '2026年6月底前', '2026年1-6月', '2026年底前']) read(text, 15)
read('2026年6月底前', 31)
J
out=$(node read.mjs)
echo "$out"
want='on 2026-01-15: 每月5日前完成 = 2026-01-10
on 2026-01-15: 30日前报送 = 2025-12-16
on 2026-01-15: 2026年6月底前 = 2026-06-15
on 2026-01-15: 2026年1-6月 = 2026-06-15
on 2026-01-15: 2026年底前 = nothing
on 2026-01-31: 2026年6月底前 = nothing'
[ "$out" = "$want" ] || { echo changed; exit 1; }
echo 'as seen with chrono-node 2.10.3'
