import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { ExpectedQuery } from './query';

interface Props {
  /** The day of the session. */
  on?: string;
  unitIds?: string[];
  postIds?: string[];
  personIds?: string[];
}

/** How many an invitation expects, and the first of them by name. */
export function ExpectedCount({ on, unitIds = [], postIds = [], personIds = [] }: Props) {
  const { t } = useTranslation('education');
  const nobody = unitIds.length + postIds.length + personIds.length === 0;
  const [{ data }] = useQuery({
    query: ExpectedQuery,
    variables: { on: on ?? '', invitation: { unitIds, postIds, personIds } },
    pause: !on || nobody,
  });
  const people = data?.expectedAtEducation;
  return (
    <p role="status" className="hint">
      {nobody
        ? t('plan.nobody')
        : people &&
          t('plan.expects', {
            count: people.length,
            names: people
              .slice(0, 5)
              .map(({ name }) => name)
              .join('、'),
          })}
    </p>
  );
}
