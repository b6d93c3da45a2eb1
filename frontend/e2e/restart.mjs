// The server dies while somebody types: nothing that was typed is lost.
import { join } from 'node:path';
import { forgive, openPage, signIn } from './browser.mjs';
import { accounts } from './demo.mjs';
import { cause, openForm, saved, type } from './forms.mjs';
import { demoFolder, start, startDemo } from './program.mjs';

/** What a browser says of a server that does not answer. */
const gone = /ERR_CONNECTION_(REFUSED|RESET)|ERR_EMPTY_RESPONSE|ERR_INCOMPLETE_CHUNKED/;

export async function restart({ binary, browser, folder, out, problems, step }) {
  let program = await startDemo(binary, folder);
  try {
    const people = await accounts(program);
    const page = await openPage(browser, program.base, out, problems);
    const cell = (row) => page.locator(`[data-row="${row}"][data-column="${cause}"]`);
    await step('what is typed while the server is gone waits in the page', async () => {
      await signIn(page, people.head);
      await openForm(page, 'RISKS');
      await type(page, 0, cause, '受理环节无人复核');
      await saved(page);
      await program.kill();
      await type(page, 1, cause, '补正告知未留痕');
      await page.getByText('未保存，正在重试').first().waitFor();
      await page.inspect('server-gone');
      forgive(problems, gone);
    });
    await step('it is saved once the server is back, and the session goes on', async () => {
      const kept = (name) => join(demoFolder(folder), name);
      const command = [
        'serve',
        '--database',
        `sqlite:${kept('demo.db')}`,
        '--files',
        kept('files'),
      ];
      program = await start(binary, command, folder, 60_000, program.port);
      await saved(page);
      forgive(problems, gone);
      await page.reload();
      await page.locator('.paper').waitFor();
      for (const [row, text] of ['受理环节无人复核', '补正告知未留痕'].entries()) {
        const found = await cell(row).innerText();
        if (!found.includes(text)) throw new Error(`row ${row} reads “${found}”`);
      }
    });
    await page.context().close();
  } finally {
    await program.stop();
  }
}
