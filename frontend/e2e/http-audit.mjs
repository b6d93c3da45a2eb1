// Holds the real program against the specification GraphQL over HTTP: node e2e/http-audit.mjs BINARY
// Every MUST, SHOULD and MAY of the audit counts. The exit code tells whether all went well.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { auditServer } from 'graphql-http';
import { printed, start } from './program.mjs';

const binary = process.argv[2] && resolve(process.argv[2]);
if (!binary) {
  console.error('usage: node e2e/http-audit.mjs BINARY');
  process.exit(2);
}

const password = 'Pruefung-2026!';

/** The audit asks for the schema, which only the signed-in may see. */
async function signIn(url, program) {
  const [, token] = await printed(program, /SYSTEM_ADMIN .*setup\?token=(\S+)/);
  const ask = async (query, input) => {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ query, variables: { input } }),
    });
    const { errors } = await answer.json();
    if (errors) throw new Error(JSON.stringify(errors));
    return answer.headers.getSetCookie();
  };
  const admin = (loginName) => ({ loginName, password });
  await ask(
    'mutation ($input: SignUpAdministratorInput!) { signUpAdministrator(input: $input) { account { id } } }',
    { token, account: admin('sysadmin') },
  );
  const cookies = await ask(
    'mutation ($input: SignInInput!) { signIn(input: $input) { viewer { mustChangePassword } } }',
    admin('sysadmin'),
  );
  return cookies.map((cookie) => cookie.split(';')[0]).join('; ');
}

const folder = mkdtempSync(join(tmpdir(), 'sineng-audit-'));
let failed = 0;
try {
  const program = await start(binary, ['serve', '--database', `sqlite:${folder}/audit.db`], folder);
  try {
    const url = `${program.base}/graphql`;
    const cookie = await signIn(url, program);
    const results = await auditServer({
      url,
      fetchFn: (address, init = {}) =>
        fetch(address, { ...init, headers: { ...init.headers, cookie } }),
    });
    for (const { status, id, name, reason } of results) {
      if (status === 'ok') continue;
      failed++;
      console.log(`${status} - ${id} ${name}\n    ${reason}`);
    }
    console.log(`${results.length - failed} passed, ${failed} failed`);
  } finally {
    await program.stop();
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exit(failed === 0 ? 0 : 1);
