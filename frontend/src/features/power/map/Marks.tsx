import type { Mark } from './shapes';

const names: Record<string, string> = {
  'stroke-width': 'strokeWidth',
  'stroke-dasharray': 'strokeDasharray',
  'font-size': 'fontSize',
  'font-weight': 'fontWeight',
  'font-family': 'fontFamily',
  'text-anchor': 'textAnchor',
};

/** Pieces of a drawing on the page, in the colours of tokens.css. */
export function Marks({ marks }: { marks: Mark[] }) {
  return marks.map(({ tag: Tag, at, fill, stroke, text }, i) => (
    <Tag
      key={i}
      {...Object.fromEntries(
        Object.entries(at).map(([name, value]) => [names[name] ?? name, value]),
      )}
      fill={fill ? `var(--${fill})` : 'none'}
      stroke={stroke && `var(--${stroke})`}
    >
      {text}
    </Tag>
  ));
}
