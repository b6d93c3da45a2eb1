const hex = /#(?:[\da-f]{3,4}|[\da-f]{6}|[\da-f]{8})\b/gi;
const functions = /\b(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color)\(/gi;
const names =
  'aqua|beige|black|blue|brown|coral|crimson|cyan|fuchsia|gold|gr[ae]y|green|indigo|ivory|khaki|lime|' +
  'magenta|maroon|navy|olive|orange|orchid|pink|plum|purple|red|salmon|silver|tan|teal|tomato|turquoise|' +
  'violet|wheat|white|yellow';
const named = new RegExp(
  `(?<![\\w-])(?:dark|light|medium|deep|pale|hot)?(?:${names})(?![\\w-])`,
  'gi',
);
/** Where a style takes a colour, in a sheet or in an object. */
const style =
  /(?:^|[\s{;,'"(])[\w-]*(?:color|background|border|outline|shadow|fill|stroke|decoration)[\w-]*\s*[:=]\s*([^;\n]*)/gi;

/** Colours that stand in a file by themselves: as figures anywhere, by name where a style is set. */
export function literalColours(source: string): string[] {
  const text = source
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/var\(--[\w-]+\)|colour\('[\w-]+'\)/g, '');
  const inStyles = [...text.matchAll(style)].flatMap(([, value = '']) => value.match(named) ?? []);
  return [...(text.match(hex) ?? []), ...(text.match(functions) ?? []), ...inStyles];
}
