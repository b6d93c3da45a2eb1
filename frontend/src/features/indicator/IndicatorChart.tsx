import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { chartOf, size } from './chart';
import type { Indicator } from './query';
import { useWords } from './useWords';

type Charted = Pick<Indicator, 'recent' | 'threshold' | 'keeps' | 'every' | 'measuredIn'>;

/** The line of the recent readings with the threshold; the table of readings says the same in numbers. */
export default function IndicatorChart({ indicator }: { indicator: Charted }) {
  const { t } = useTranslation('indicator');
  const words = useWords();
  const id = useId();
  const { recent, threshold, every, measuredIn } = indicator;
  const [first] = recent;
  const last = recent.at(-1);
  if (!first || !last) return null;
  const { points, line, limit, values, names } = chartOf(recent, Number(threshold));
  const amount = (value: number | string) => words.amount(value, measuredIn);
  const numbers = recent.map(({ value }) => Number(value));
  const label = t('chart.label', {
    count: recent.length,
    from: words.period(every, first),
    first: amount(first.value),
    to: words.period(every, last),
    last: amount(last.value),
    low: amount(Math.min(...numbers)),
    high: amount(Math.max(...numbers)),
    limit: words.limit(indicator),
    over: recent.filter(({ over }) => over).length,
  });
  const name = (from: string) => (every === 'WEEKLY' ? from : words.periodFrom(every, from));
  return (
    <section className="panel">
      <h2 id={id}>{t('chart.title')}</h2>
      <ul className="indicator-legend">
        <li>
          <Key className="chart-line">
            <path d="M0 8H24" />
            <circle cx="12" cy="8" r="3.5" />
          </Key>
          {t('chart.normal')}
        </li>
        <li>
          <Key className="chart-over">
            <path d={diamond(12, 8)} />
          </Key>
          {t('chart.over')}
        </li>
        <li>
          <Key className="chart-limit">
            <path d="M0 8H24" />
          </Key>
          {t('chart.threshold', { limit: words.limit(indicator) })}
        </li>
      </ul>
      <div className="table-scroll" role="region" tabIndex={0} aria-labelledby={id}>
        <svg
          role="img"
          aria-label={label}
          viewBox={`0 0 ${size.width} ${size.height}`}
          className="indicator-chart"
        >
          {values.map(({ y, value }) => (
            <g key={value} className="chart-grid">
              <line x1={size.left} x2={size.width - size.right} y1={y} y2={y} />
              <text x={size.left - 8} y={y + 4} textAnchor="end">
                {words.amount(value, '')}
              </text>
            </g>
          ))}
          {names.map(({ x, anchor, from }) => (
            <text key={from} x={x} y={size.height - 8} textAnchor={anchor} className="chart-name">
              {name(from)}
            </text>
          ))}
          <path d={limit} className="chart-limit" />
          <path d={line} className="chart-line" />
          {points.map(({ x, y, reading }) => (
            <g key={reading.from} className={reading.over ? 'chart-over' : 'chart-line'}>
              <title>{`${words.period(every, reading)}：${amount(reading.value)}`}</title>
              {reading.over ? <path d={diamond(x, y)} /> : <circle cx={x} cy={y} r="3.5" />}
            </g>
          ))}
        </svg>
      </div>
    </section>
  );
}

function Key({ className, children }: { className: string; children: ReactNode }) {
  return (
    <svg viewBox="0 0 24 16" width="24" height="16" aria-hidden="true" focusable="false">
      <g className={className}>{children}</g>
    </svg>
  );
}

/** What is beyond the threshold is told by its shape too. */
function diamond(x: number, y: number): string {
  return `M${x} ${y - 6}L${x + 6} ${y}L${x} ${y + 6}L${x - 6} ${y}Z`;
}
