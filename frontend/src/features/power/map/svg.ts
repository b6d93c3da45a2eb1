import type { Laid } from './layout';
import {
  drawBands,
  drawCircle,
  drawLine,
  drawStep,
  drawWords,
  type Mark,
  type StepView,
  type Words,
} from './shapes';

interface Options {
  words: Words;
  /** Value of a colour of tokens.css by its name. */
  colour: (name: string) => string;
  title: string;
  /** Room around it. */
  margin?: number;
}

/** The whole map as the text of an SVG file that needs nothing else. */
export function toSvg(laid: Laid, steps: StepView[], options: Options): string {
  const { words, colour, title, margin = 24 } = options;
  const { frame, boxes, circles, lines, bands } = laid;
  const views = new Map(steps.map((step) => [step.key, step]));
  const [x, y] = [frame.x - margin, frame.y - margin];
  const [width, height] = [frame.width + 2 * margin, frame.height + 2 * margin].map(Math.ceil);
  const piece = (mark: Mark) => serialized(mark, colour);
  const group = (gx: number, gy: number, marks: Mark[]) =>
    `<g transform="translate(${shortened(gx)} ${shortened(gy)})">${marks.map(piece).join('')}</g>`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="${shortened(x)} ${shortened(y)} ${width} ${height}">`,
    `<title>${escaped(title)}</title>`,
    piece({ tag: 'rect', at: { x, y, width: width ?? 0, height: height ?? 0 }, fill: 'paper' }),
    ...drawBands(bands, words).map(piece),
    ...lines.flatMap((line) => drawLine(line)).map(piece),
    ...circles.map((circle) => group(circle.x, circle.y, drawCircle(circle.kind, words))),
    ...boxes.map((box) => {
      const view = views.get(box.key);
      return view ? group(box.x, box.y, drawStep(view, words)) : '';
    }),
    ...lines.flatMap((line) => drawWords(line, 'paper')).map(piece),
    '</svg>',
  ].join('\n');
}

function serialized(
  { tag, at, fill, stroke, text }: Mark,
  colour: (name: string) => string,
): string {
  const attributes = {
    ...at,
    fill: fill ? colour(fill) : 'none',
    ...(stroke ? { stroke: colour(stroke) } : {}),
  };
  const written = Object.entries(attributes)
    .map(
      ([name, value]) =>
        ` ${name}="${escaped(typeof value === 'number' ? shortened(value) : value)}"`,
    )
    .join('');
  return text === undefined ? `<${tag}${written}/>` : `<${tag}${written}>${escaped(text)}</${tag}>`;
}

const shortened = (value: number) => String(Math.round(value * 100) / 100);

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

// Control characters are not allowed in a file of this kind at all.
function escaped(text: string): string {
  return text
    .replace(/[&<>"]/g, (sign) => entities[sign] ?? sign)

    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '');
}
