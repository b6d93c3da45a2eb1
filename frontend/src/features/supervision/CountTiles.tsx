import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { riskListPath, type RiskState } from '@/features/risk/door';
import type { Counts } from './query';
import { GradeBadge } from '@/ui/GradeBadge';

/** The figures of one unit or person, each leading to the risk points behind it. */
export function CountTiles({ counts, unitId }: { counts: Counts; unitId: string | undefined }) {
  const { t } = useTranslation('supervision');
  const tiles: { key: string; head: React.ReactNode; n: number; to: Partial<RiskState> }[] = [
    { key: 'A', head: <GradeBadge grade="A" />, n: counts.a, to: { grade: ['A'] } },
    { key: 'B', head: <GradeBadge grade="B" />, n: counts.b, to: { grade: ['B'] } },
    { key: 'C', head: <GradeBadge grade="C" />, n: counts.c, to: { grade: ['C'] } },
    { key: 'none', head: <GradeBadge grade={null} />, n: counts.ungraded, to: { grade: ['NONE'] } },
    {
      key: 'uncontrolled',
      head: t('column.UNCONTROLLED_A'),
      n: counts.uncontrolledA,
      to: { grade: ['A'], controlled: false },
    },
    { key: 'total', head: t('total'), n: counts.total, to: {} },
  ];
  return (
    <ul className="tiles">
      {tiles.map(({ key, head, n, to }) => (
        <li key={key} className={key === 'uncontrolled' && n > 0 ? 'tile tile-alarm' : 'tile'}>
          <span>{head}</span>
          <Link to={riskListPath({ ...to, unit: unitId })} className="tile-number">
            {n}
          </Link>
        </li>
      ))}
    </ul>
  );
}
