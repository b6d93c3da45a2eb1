import './tokens.css';

/** A colour of tokens.css, for what is not drawn by style sheets: antd's theme and charts. */
export function colour(name: string): string {
  const value = getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
  if (!value) throw new Error(`tokens.css has no --${name}`);
  return value;
}
