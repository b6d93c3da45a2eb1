import type { Paper } from './query';

/** A text as a string of a style sheet. */
export function quoted(text: string): string {
  return `"${text.replace(/[\\"<>\n\r\f]/g, (c) => `\\${c.charCodeAt(0).toString(16)} `)}"`;
}

/** Size, margins and feet of the pages that a form takes. */
export function pageRules(paper: Pick<Paper, 'landscape' | 'foot' | 'footEnd'>): string {
  const font = 'font: 8pt SimSun, "Songti SC", "Noto Serif CJK SC", serif';
  return `@page {
  size: A4 ${paper.landscape ? 'landscape' : 'portrait'};
  margin: 10mm 10mm 14mm;
  @bottom-left { content: ${quoted(paper.foot)}; ${font}; }
  @bottom-center { content: "\\7b2c  " counter(page) " \\9875  \\5171  " counter(pages) " \\9875"; ${font}; }
  @bottom-right { content: ${quoted(paper.footEnd)}; ${font}; }
}`;
}
