#!/usr/bin/env bash
# elkjs 0.12.1 (npm), algorithm layered, beside @dagrejs/dagre 3.1.3: a process whose later steps send the matter back.
# Guess:     the start, which nothing leads to, is drawn first and the end last, as dagre does; arrows back run backwards.
# Behaviour: with its default way of breaking cycles (GREEDY) ELK turns other arrows round: with three returns the
#            approval is drawn first and the start in the third column, behind the end.
#            DEPTH_FIRST and MODEL_ORDER draw it in order.
# Seen:      elk GREEDY: approve | check file | apply review | accept
#            elk DEPTH_FIRST: apply | accept | check | review | approve | file, and the same by MODEL_ORDER and dagre
# Fails if that changes.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --no-audit --no-fund --silent elkjs@0.12.1 @dagrejs/dagre@3.1.3 >/dev/null
cat >draw.mjs <<'J'
import ELK from 'elkjs/lib/elk.bundled.js'
import dagre from '@dagrejs/dagre'

const steps = ['apply', 'accept', 'check', 'review', 'approve', 'file']
const flows = [
  ['apply', 'accept'], ['accept', 'check'], ['check', 'review'], ['review', 'approve'], ['review', 'accept'],
  ['approve', 'file'], ['approve', 'accept'], ['approve', 'check'],
]
const size = { width: 100, height: 60 }
const columns = (at) => {
  const xs = [...new Set(Object.values(at))].sort((a, b) => a - b)
  return xs.map((x) => steps.filter((s) => at[s] === x).join(' ')).join(' | ')
}
for (const strategy of ['GREEDY', 'DEPTH_FIRST', 'MODEL_ORDER']) {
  const drawn = await new ELK().layout({
    id: 'process',
    layoutOptions: { 'elk.algorithm': 'layered', 'elk.direction': 'RIGHT', 'elk.layered.cycleBreaking.strategy': strategy },
    children: steps.map((id) => ({ id, ...size })),
    edges: flows.map(([s, t], i) => ({ id: `f${i}`, sources: [s], targets: [t] })),
  })
  console.log(`elk ${strategy}: ${columns(Object.fromEntries(drawn.children.map((c) => [c.id, c.x])))}`)
}
const g = new dagre.graphlib.Graph()
g.setGraph({ rankdir: 'LR' }).setDefaultEdgeLabel(() => ({}))
for (const s of steps) g.setNode(s, { ...size })
for (const [s, t] of flows) g.setEdge(s, t)
dagre.layout(g)
console.log(`dagre: ${columns(Object.fromEntries(steps.map((s) => [s, g.node(s).x])))}`)
J
out=$(node draw.mjs)
echo "$out"
line='apply | accept | check | review | approve | file'
want="elk GREEDY: approve | check file | apply review | accept
elk DEPTH_FIRST: $line
elk MODEL_ORDER: $line
dagre: $line"
[ "$out" = "$want" ] || { echo "changed"; exit 1; }
echo "as seen with elkjs 0.12.1 and dagre 3.1.3"
