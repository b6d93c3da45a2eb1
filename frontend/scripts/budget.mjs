// Fails when the built page has grown beyond its budget.
//   shell  what every visitor loads before the first page shows
//   page   the shell and all that one page needs besides
// Sizes are gzip, in KB of 1,000 bytes. The imports are read from the built files.
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const shellBudget = 270;
const pageBudget = 480;
const assets = fileURLToPath(new URL('../dist/assets/', import.meta.url));
const html = readFileSync(fileURLToPath(new URL('../dist/index.html', import.meta.url)), 'utf8');

const files = new Map(
  readdirSync(assets).map((name) => {
    const text = readFileSync(assets + name);
    return [name, { size: gzipSync(text, { level: 9 }).length, text: text.toString('utf8') }];
  }),
);

/** Names that `text` imports: at once, or when it comes to it. */
function imports(text) {
  const names = (pattern) => [...text.matchAll(pattern)].map((match) => match[1]);
  const quoted = `["'\`]\\./([\\w.-]+\\.(?:js|css))["'\`]`;
  return {
    now: names(new RegExp(`(?:from|import)\\s*${quoted}`, 'g')),
    later: names(new RegExp(`import\\(\\s*${quoted}\\s*\\)`, 'g')),
  };
}

function closure(start) {
  const seen = new Set();
  const open = [...start];
  while (open.length > 0) {
    const name = open.pop();
    if (seen.has(name) || !files.has(name)) continue;
    seen.add(name);
    open.push(...imports(files.get(name).text).now);
  }
  return seen;
}

const kb = (names) => [...names].reduce((sum, name) => sum + files.get(name).size, 0) / 1000;

const entries = [...html.matchAll(/(?:src|href)="\.\/assets\/([^"]+)"/g)].map((match) => match[1]);
// One language is loaded, so the larger one counts. Of the words the names of the files say nothing sure: some page's
// own dictionary may be called zh.js.
const dictionaries = imports(files.get('index.js').text).later.filter((name) =>
  /^(zh|en)\d*\.js$/.test(name),
);
function language(names) {
  if (names.length !== 2) throw new Error(`The dictionaries are not two: ${names.join(', ')}`);
  return names.reduce((one, other) => (kb(closure([one])) >= kb(closure([other])) ? one : other));
}
const shell = closure([...entries, language(dictionaries)]);
const shellSize = kb(shell);
let failed = shellSize > shellBudget;
console.log(`shell ${shellSize.toFixed(0)} KB of ${shellBudget}`);

const pages = new Set([...files.keys()].filter((name) => /Page\.js$/.test(name)));
for (const page of [...pages].sort()) {
  // What a page loads later still (a chart, a dialog) is shown on that page too.
  const names = closure([...shell, page]);
  for (const name of [...names]) {
    if (shell.has(name)) continue;
    for (const late of imports(files.get(name).text).later) {
      if (!pages.has(late)) for (const more of closure([late])) names.add(more);
    }
  }
  const size = kb(names);
  failed ||= size > pageBudget;
  console.log(`${page} ${size.toFixed(0)} KB of ${pageBudget}`);
}
if (failed) {
  console.error('The built page is beyond its budget: load less, or load it later.');
  process.exit(1);
}
