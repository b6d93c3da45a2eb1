import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { riskListPath } from '../riskState';
import type { RiskDetail } from './query';
import { useEnum } from '@/lib/enumLabel';
import { formatTime } from '@/lib/format';
import { AsWritten } from '@/ui/AsWritten';
import { Facts } from '@/ui/Facts';
import { GradeBadge } from '@/ui/GradeBadge';

interface Named {
  id: string;
  name: string;
  jobTitle?: string;
}

/** Everything that is written down of a risk point. */
export function RiskFacts({ risk }: { risk: RiskDetail }) {
  const { t } = useTranslation(['risk', 'common']);
  const riskType = useEnum('RiskType');
  const powerType = useEnum('PowerType');
  const consequence = useEnum('ConsequenceKind');
  const foundBy = useEnum('FoundBy');
  const yes = (value: boolean) => t(value ? 'common:state.yes' : 'common:state.no');

  return (
    <>
      <section className="panel">
        <h2>{t('risk:detail.base')}</h2>
        <Facts
          items={[
            [
              t('risk:field.unit'),
              risk.unit && <Link to={`/organisation?unit=${risk.unit.id}`}>{risk.unit.name}</Link>,
            ],
            [
              t('risk:field.power'),
              risk.power && (
                <Link to={`/powers/${risk.power.id}`}>
                  {risk.power.code} {risk.power.name}
                </Link>
              ),
            ],
            [t('risk:field.powerType'), risk.powerType && powerType.label(risk.powerType)],
            [
              t('risk:field.riskTypes'),
              risk.riskTypes.map((type) => riskType.label(type)).join('、'),
            ],
            [t('risk:field.category'), risk.category],
            [
              t('risk:field.proposedGrade'),
              risk.likelihood === null ? (
                <strong key="g">{t('risk:detail.unassessed')}</strong>
              ) : (
                <GradeBadge key="g" grade={risk.proposedGrade} />
              ),
            ],
            [t('risk:field.consequence'), risk.consequence && consequence.label(risk.consequence)],
            [t('risk:field.likelihood'), risk.likelihood && `${risk.likelihood} / 5`],
            [t('risk:field.severity'), risk.severity && `${risk.severity} / 5`],
            [t('risk:field.unlimitedPower'), yes(risk.unlimitedPower)],
            [t('risk:field.pastBreach'), yes(risk.pastBreach)],
            [t('risk:field.foundBy'), risk.foundBy.map((by) => foundBy.label(by)).join('、')],
            [t('risk:field.createdAt'), formatTime(risk.createdAt)],
            [t('risk:field.updatedAt'), formatTime(risk.updatedAt)],
          ]}
        />
        <Facts
          items={[
            [t('risk:field.manifestation'), <Prose key="m" text={risk.manifestation} />],
            [t('risk:field.cause'), <Prose key="c" text={risk.cause} />],
            ...(risk.status === 'RETIRED'
              ? [
                  [t('risk:field.retiredReason'), <Prose key="r" text={risk.retiredReason} />] as [
                    string,
                    ReactNode,
                  ],
                ]
              : []),
          ]}
        />
      </section>
      <section className="panel">
        <h2>{t('risk:detail.people')}</h2>
        <Facts
          items={[
            [t('risk:field.post'), postLink(risk.post)],
            [t('risk:field.person'), personLink(risk.person)],
            [t('risk:field.exposedPosts'), listed(risk.exposedPosts, postLink)],
            [t('risk:field.exposedPersons'), listed(risk.exposedPersons, personLink)],
            [
              t('risk:field.directOwner'),
              <Owner key="d" person={risk.directOwner} written={risk.directOwnerText} />,
            ],
            [
              t('risk:field.departmentOwner'),
              <Owner key="p" person={risk.departmentOwner} written={risk.departmentOwnerText} />,
            ],
            [
              t('risk:field.leaderOwner'),
              <Owner key="l" person={risk.leaderOwner} written={risk.leaderOwnerText} />,
            ],
          ]}
        />
      </section>
    </>
  );
}

function Prose({ text }: { text: string }) {
  const { t } = useTranslation('risk');
  return text ? (
    <span className="prose">{text}</span>
  ) : (
    <span className="zero">{t('detail.unknown')}</span>
  );
}

/** An owner: the person, and what the register it came from says of them. */
function Owner({ person, written }: { person: Named | null; written: string }) {
  const { t } = useTranslation('risk');
  if (!person && !written) return <span className="zero">{t('detail.unknown')}</span>;
  return (
    <>
      {personLink(person)}
      <AsWritten text={written} />
    </>
  );
}

// From a name to all that this post or person has to do with.
function postLink(post: Named | null): ReactNode {
  return post && <Link to={riskListPath({ post: post.id })}>{post.name}</Link>;
}

function personLink(person: Named | null): ReactNode {
  return (
    person && (
      <>
        <Link to={riskListPath({ person: person.id })}>{person.name}</Link>
        {person.jobTitle && `（${person.jobTitle}）`}
      </>
    )
  );
}

function listed(items: Named[], draw: (item: Named) => ReactNode): ReactNode {
  if (items.length === 0) return null;
  return (
    <span className="names">
      {items.map((item) => (
        <span key={item.id}>{draw(item)}</span>
      ))}
    </span>
  );
}
