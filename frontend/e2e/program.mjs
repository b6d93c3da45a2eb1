// Starts the real program and stops it.
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** A port that is free at this moment. */
function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/**
 * Runs `BINARY COMMAND --listen …` in a folder and waits until it is ready.
 * What it prints is kept. What it keeps for a while is in that folder too.
 */
export async function start(binary, command, folder, patience = 60_000, taken) {
  const port = taken ?? (await freePort());
  const base = `http://127.0.0.1:${port}`;
  const child = spawn(binary, [...command, '--listen', `127.0.0.1:${port}`], {
    cwd: folder,
    env: { ...process.env, TMPDIR: folder },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const program = { base, port, stdout: '', stderr: '', ended: false };
  child.stdout.on('data', (text) => (program.stdout += text));
  child.stderr.on('data', (text) => (program.stderr += text));
  const over = new Promise((resolve) => {
    child.on('error', (error) => {
      program.stderr += error.message;
      resolve();
    });
    child.on('exit', resolve);
  }).then(() => (program.ended = true));
  /** Types a line into the program. */
  program.type = (line) => child.stdin.write(`${line}\n`);
  program.stop = async () => {
    child.kill('SIGTERM');
    const late = setTimeout(() => child.kill('SIGKILL'), 10_000);
    await over;
    clearTimeout(late);
  };
  /** Ends the program as a power failure would. */
  program.kill = async () => {
    child.kill('SIGKILL');
    await over;
  };

  const until = Date.now() + patience;
  while (!(await ready(base))) {
    if (program.ended || Date.now() > until) {
      await program.stop();
      throw new Error(`${binary} ${command.join(' ')} did not get ready:\n${program.stderr}`);
    }
    // Between two questions, not instead of one.
    await pause(100);
  }
  return program;
}

async function ready(base) {
  try {
    return (await fetch(`${base}/readyz`)).ok;
  } catch {
    return false;
  }
}

/** Waits until the program has printed something, and gives back what the pattern caught. */
export async function printed(program, pattern, patience = 10_000) {
  const until = Date.now() + patience;
  for (;;) {
    const match = program.stdout.match(pattern);
    if (match) return match;
    if (program.ended || Date.now() > until) {
      throw new Error(`did not print ${pattern}:\n${program.stdout}`);
    }
    await pause(50);
  }
}

/** Where the demonstration of a scenario keeps its database and files. */
export const demoFolder = (folder) => join(folder, 'demo');

/** The sample, once somebody has asked for it: making it takes longer than most of what is done with it. */
let sample;

async function makeSample(binary) {
  const folder = mkdtempSync(join(tmpdir(), 'sineng-e2e-sample-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  const program = await start(binary, ['demo', '--keep', demoFolder(folder)], folder, 180_000);
  await program.stop();
  return demoFolder(folder);
}

/** Runs the demonstration on a copy of the sample that is the scenario's own. */
export async function startDemo(binary, folder, ...flags) {
  sample ??= makeSample(binary);
  cpSync(await sample, demoFolder(folder), { recursive: true });
  return start(binary, ['demo', '--keep', demoFolder(folder), ...flags], folder);
}

/** A GraphQL document of the page's own: this server takes no others. */
export function ofThePage(start) {
  const manifest = new URL('../dist/operations.json', import.meta.url);
  const documents = Object.values(JSON.parse(readFileSync(manifest, 'utf8')));
  return documents.find((text) => text.startsWith(start));
}
