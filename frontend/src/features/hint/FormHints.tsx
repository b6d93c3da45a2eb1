import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { FormHintsQuery, type FormHint } from './query';
import './hint.css';
import { useEnum } from '@/lib/enumLabel';
import { Empty } from '@/ui/Empty';
import { Query } from '@/ui/Query';

interface Props {
  formId: string;
  /** In a dialog they stand closer, and a long list scrolls. */
  inDialog?: boolean;
}

/** What a form should be looked at for, for whoever fills or reviews it. It stops nothing. */
export function FormHints({ formId, inDialog = false }: Props) {
  const { t } = useTranslation('hint');
  const title = useId();
  const [result, reload] = useQuery({
    query: FormHintsQuery,
    variables: { id: formId },
    // A dialog asks about what was saved a moment ago.
    requestPolicy: inDialog ? 'network-only' : 'cache-and-network',
  });
  const Heading = inDialog ? 'h3' : 'h2';
  // The page behind a dialog has the landmark of this name already.
  const Frame = inDialog ? 'div' : 'section';
  return (
    <Frame
      className={inDialog ? 'dialog-hints' : 'panel'}
      role={inDialog ? 'group' : undefined}
      aria-labelledby={title}
    >
      <Heading id={title}>{t('title')}</Heading>
      <p className="hint">{t('what')}</p>
      <Query result={result} onRetry={() => reload({ requestPolicy: 'network-only' })} rows={2}>
        {({ node }) => <HintList hints={node?.__typename === 'Form' ? node.hints : []} />}
      </Query>
    </Frame>
  );
}

function HintList({ hints }: { hints: FormHint[] }) {
  const { t } = useTranslation('hint');
  if (hints.length === 0) return <Empty text={t('none')} />;
  return (
    <ul className="form-hints">
      {hints.map((hint, i) => (
        <Hint key={i} hint={hint} />
      ))}
    </ul>
  );
}

// Where the page shows a row of the register.
const pages: Record<FormHint['kind'], string> = {
  COPY_ELSEWHERE: '/risks/',
  COPY_HERE: '/risks/',
  COPY_OF_LAST_YEAR: '/risks/',
  WITHOUT_SUBSTANCE: '',
  POWER_WITHOUT_RISK: '/powers/',
  NOTHING_GRAVE: '',
  NOTHING_FILLED: '',
  NOBODY_CHECKS: '/measures/',
};

function Hint({ hint }: { hint: FormHint }) {
  const { t } = useTranslation('hint');
  const kinds = useEnum('HintKind');
  const lacks = useEnum('HintLack');
  const page = pages[hint.kind];
  return (
    <li>
      <span className="tag tag-wait">{kinds.label(hint.kind)}</span>{' '}
      {hint.title &&
        (page && hint.rowId ? <Link to={page + hint.rowId}>{hint.title}</Link> : hint.title)}
      {hint.kind === 'COPY_OF_LAST_YEAR' && t('asLastYear', { count: hint.count })}
      {hint.kind === 'NOTHING_FILLED' && t('nothingFilled')}
      {hint.text && hint.text !== hint.title && (
        <q className="hint-inline">{hint.text.replaceAll('\n', '；')}</q>
      )}
      {hint.kind === 'NOTHING_GRAVE' && t('nothingGrave', { count: hint.count })}
      {hint.lacks.length > 0 &&
        ` ${t('lacks', { what: hint.lacks.map(lacks.label).join(t('and')) })}`}
      {hint.comparedWith.length > 0 && (
        <ul>
          {hint.comparedWith.map((other, i) => (
            <li key={i}>
              {other.rowId ? <Link to={`/risks/${other.rowId}`}>{other.title}</Link> : other.title}
              {other.unit && `（${other.unit}）`}
              {other.year && t('year', { year: other.year })}
              <span className="hint-inline">{t('likeness', { percent: other.likeness })}</span>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}
