import { useInsertionEffect, type ReactNode } from 'react';
import type { Paper, PaperCell } from './query';
import { pageRules } from './pageRules';
import { cspNonce } from '@/lib/page';

/** A form as a page of its own, with its headings and feet on every sheet that it takes. */
export function PrintedSheet({ paper }: { paper: Paper }) {
  usePageRules(pageRules(paper));
  return (
    <Sheet paper={paper}>
      <h1 id="page-title" tabIndex={-1}>
        {paper.title}
      </h1>
    </Sheet>
  );
}

/** A form cell by cell; its title is given as what it is to the page. */
export function Sheet({ paper, children }: { paper: Paper; children: ReactNode }) {
  return (
    <article
      className={paper.landscape ? 'sheet sheet-wide' : 'sheet'}
      aria-label={paper.title}
      lang="zh-CN"
    >
      {children}
      {paper.status && <p className="sheet-status">{paper.status}</p>}
      <div className="sheet-header">
        {paper.header.map((cell, i) => (
          <span key={i}>{cell.text}</span>
        ))}
      </div>
      {paper.blocks.map((block, i) => (
        <table key={i} className="sheet-table">
          <colgroup>
            {paper.grid.map((share, column) => (
              <col key={column} style={{ width: `${share / 10}%` }} />
            ))}
          </colgroup>
          {block.headings > 0 && (
            <thead>
              <Lines lines={block.lines.slice(0, block.headings)} />
            </thead>
          )}
          <tbody>
            <Lines lines={block.lines.slice(block.headings)} />
          </tbody>
        </table>
      ))}
      <footer className="sheet-foot">
        <span>{paper.foot}</span>
        <span>{paper.footEnd}</span>
      </footer>
    </article>
  );
}

function Lines({ lines }: { lines: PaperCell[][] }) {
  return lines.map((line, i) => (
    <tr key={i}>
      {line.map((cell, k) => (
        <Cell key={k} cell={cell} />
      ))}
    </tr>
  ));
}

function Cell({ cell }: { cell: PaperCell }) {
  const spans = { colSpan: cell.columns, rowSpan: cell.down };
  if (cell.look === 'LABEL') return <th {...spans}>{cell.text}</th>;
  return (
    <td {...spans} className={`sheet-${cell.look.toLowerCase()}`}>
      {cell.text}
    </td>
  );
}

/** What stands around the page is said by `@page`, which takes no class. */
function usePageRules(rules: string) {
  useInsertionEffect(() => {
    const style = document.createElement('style');
    style.nonce = cspNonce;
    style.textContent = rules;
    document.head.append(style);
    return () => style.remove();
  }, [rules]);
}
