// Prints the score of scripts/mutate from its results: node mutate.mjs FOLDER SURVIVORS PACKAGE…
//
// The tool takes what stands between `case` and the colon for uncovered, since Go counts only what
// stands after it, and knows only the tests it was given: what it left out is tried here, with all
// tests of the package, on an overlay of the file.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const [folder, argued, ...packages] = process.argv.slice(2);
const scratch = mkdtempSync(join(tmpdir(), 'mutate-'));

/** What each mutation makes of an operator. */
const swaps = {
  CONDITIONALS_NEGATION: { '==': '!=', '!=': '==', '<=': '>', '>=': '<', '<': '>=', '>': '<=' },
  CONDITIONALS_BOUNDARY: { '<=': '<', '>=': '>', '<': '<=', '>': '>=' },
  INVERT_LOGICAL: { '&&': '||', '||': '&&' },
  ARITHMETIC_BASE: { '+': '-', '-': '+', '*': '/', '/': '*', '%': '*' },
  INCREMENT_DECREMENT: { '++': '--', '--': '++' },
  INVERT_LOOPCTRL: { break: 'continue', continue: 'break' },
};

/** What keeps the property tests of a package, where it has some, from saving what fails with a mutation. */
function unsaved(pkg) {
  const tests = readdirSync(pkg).filter((f) => f.endsWith('_test.go'));
  return tests.some((f) => readFileSync(join(pkg, f), 'utf8').includes('"pgregory.net/rapid"')) ? ['-rapid.nofailfile'] : [];
}

/** Whether some test of the package notices the mutation of a file, undefined where it is none. */
function noticed(file, { type, line, column }) {
  const lines = readFileSync(file).toString('latin1').split('\n');
  const text = lines[line - 1];
  const from = Object.keys(swaps[type] ?? {}).find((op) => text.startsWith(op, column - 1));
  if (!from) return undefined;
  lines[line - 1] = text.slice(0, column - 1) + swaps[type][from] + text.slice(column - 1 + from.length);
  const changed = join(scratch, 'changed.go');
  const overlay = join(scratch, 'overlay.json');
  writeFileSync(changed, Buffer.from(lines.join('\n'), 'latin1'));
  writeFileSync(overlay, JSON.stringify({ Replace: { [resolve(file)]: changed } }));
  const pkg = './' + file.slice(0, file.lastIndexOf('/'));
  const options = ['-vet=off', '-ldflags=-w', '-overlay', overlay];
  const run = spawnSync('go', ['test', ...options, pkg, ...unsaved(pkg)], { encoding: 'utf8', timeout: 600_000 });
  return run.status !== 0;
}

// Each line: FILE MUTATION and the text of the line that is changed, then " # " and why.
const known = existsSync(argued)
  ? readFileSync(argued, 'utf8').split('\n').filter((l) => l && !l.startsWith('#')).map((l) => l.split(' # ')[0].trim())
  : [];
let all = 0;
let some = 0;
for (const pkg of packages) {
  const file = `${folder}/${pkg}.json`;
  const result = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  if (!result.files?.length) {
    console.log(`${pkg.padEnd(12)} no result: the run was cut off, or found nothing to change`);
    process.exitCode = 1;
    continue;
  }
  let killed = 0;
  const lived = [];
  for (const { file_name, mutations } of result.files ?? []) {
    const file = `${pkg === 'rule' ? 'ent' : 'server'}/${pkg}/${file_name}`;
    for (const m of mutations ?? []) {
      if (!['KILLED', 'TIMED OUT', 'LIVED', 'NOT COVERED'].includes(m.status)) continue;
      const key = `${file} ${m.type} ${readFileSync(file, 'utf8').split('\n')[m.line - 1].trim()}`;
      if (known.includes(key)) continue;
      const dead = m.status === 'KILLED' || m.status === 'TIMED OUT' || noticed(file, m);
      if (dead === undefined) continue; // not a mutation at all, such as of the & of an address
      if (dead) killed++;
      else lived.push(`${file}:${m.line}:${m.column}  ${key.slice(file.length + 1)}`);
    }
  }
  const n = killed + lived.length;
  all += n;
  some += killed;
  console.log(`${pkg.padEnd(12)} ${(n ? (100 * killed) / n : 100).toFixed(1).padStart(5)} %  ${killed} of ${n} noticed`);
  for (const l of lived) console.log(`    lives: ${l}`);
  if (n && killed < 0.9 * n) process.exitCode = 1;
}
console.log(`all          ${(all ? (100 * some) / all : 100).toFixed(1).padStart(5)} %  ${some} of ${all} noticed`);
