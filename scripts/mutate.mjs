// Prints the score of scripts/mutate from its results: node mutate.mjs FOLDER SURVIVORS [PACKAGE…]
import { existsSync, readFileSync, readdirSync } from 'node:fs';

const [folder, argued, ...only] = process.argv.slice(2);
// A line: FILE MUTATION followed by text of the line that is changed, then " # why".
const known = existsSync(argued)
  ? readFileSync(argued, 'utf8').split('\n').filter((l) => l && !l.startsWith('#')).map((l) => l.split(' # ')[0].trim())
  : [];
let failed = false;
for (const name of readdirSync(folder).filter((f) => f.endsWith('.json')).sort()) {
  const pkg = name.slice(0, -5);
  if (only.length && !only.includes(pkg)) continue;
  const result = JSON.parse(readFileSync(`${folder}/${name}`, 'utf8'));
  let killed = 0;
  const lived = [];
  for (const { file_name, mutations } of result.files ?? [])
    for (const m of mutations ?? []) {
      if (m.status === 'KILLED' || m.status === 'TIMED OUT') killed++;
      else if (m.status === 'LIVED' || m.status === 'NOT COVERED') {
        const text = readFileSync(file_name, 'utf8').split('\n')[m.line - 1].trim();
        const key = `${file_name} ${m.type} ${text}`;
        if (!known.includes(key)) lived.push({ key, where: `${file_name}:${m.line}:${m.column}`, status: m.status });
      }
    }
  const score = killed + lived.length ? (100 * killed) / (killed + lived.length) : 100;
  failed ||= score < 90;
  console.log(`${pkg.padEnd(12)} ${score.toFixed(1).padStart(5)} %  ${killed} noticed, ${lived.length} not`);
  for (const { key, where, status } of lived) console.log(`  ${status.padEnd(11)} ${where}  ${key.split(' ').slice(1).join(' ')}`);
}
process.exit(failed ? 1 : 0);
